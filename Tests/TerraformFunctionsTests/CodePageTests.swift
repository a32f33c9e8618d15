import Testing

@testable import TerraformFunctions

@Test func everyCodePageWritesTheBytesThatItReads() throws {
  for name in CodePage.names {
    let encoding = try #require(TextEncoding(name))
    #expect(CodePage(name.lowercased())?.upperHalf.count == 128, "\(name)")
    for byte in UInt8.min...UInt8.max {
      guard let text = encoding.decode([byte]) else { continue }
      #expect(encoding.encode(text) == [byte], "\(name) \(byte)")
    }
  }
}

@Test func encodingsAreFoundByTheirAliases() {
  #expect(TextEncoding("CP437")?.name == "IBM437")
  #expect(TextEncoding("csKOI8R")?.name == "KOI8-R")
  #expect(TextEncoding("windows-1251")?.encode("Ж") == [0xC6])
  #expect(TextEncoding("no-such-encoding")?.name == nil)
}
