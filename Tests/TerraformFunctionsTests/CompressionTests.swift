import Foundation
import TestSupport
import Testing

@testable import TerraformFunctions

/// Texts of every kind: short, without repetitions, with one letter alone, longer than the window and than a block of tokens.
private let texts: [[UInt8]] = {
  let script = Array(
    (0..<400).map { "echo \"step \($0 * 7919 % 1000)\" >> /var/log/setup.log || exit \($0 % 3)\n" }.joined().utf8)
  var state: UInt64 = 5
  let noise = (0..<100_000).map { _ -> UInt8 in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 40)
  }
  let skewed = noise.map { $0 & ($0 >> 2) & 0x1F }
  return [[], [1], Array("test".utf8), Array(repeating: 97, count: 64), Array(repeating: 97, count: 200_000), script, noise, skewed, script + noise + script]
}()

@Test(arguments: texts.indices) func `what was compressed reads as it was`(index: Int) throws {
  let text = texts[index]
  #expect(try gunzipped(gzipped(text), limit: 1 << 20) == text)
}

@Test func `repetitions make a text shorter`() {
  #expect(gzipped(texts[4]).count < 1_000)
  #expect(gzipped(texts[5]).count * 5 < texts[5].count)
  #expect(gzipped(texts[6]).count <= texts[6].count + 64)
}

@Test func `other programs read it`() throws {
  for text in texts {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc"]
    let (input, output) = (FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString).gz"), Pipe())
    try Data(gzipped(text)).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(Array(read) == text)
  }
}
