import Foundation
import TestSupport
import Testing

@testable import TerraformFunctions

/// What the reference's encodings do, from `Fixtures/encodings/reference.txt`: a line for each with its name, digests of what it writes and
/// reads, and the names that it is known by; the last line has the names that the reference knows but has no encoding for.
private let encodings: [(name: String, written: String, read: String, aliases: [String])] = {
  let text = (try? String(contentsOf: ProjectRoot.fixture("encodings/reference.txt"), encoding: .utf8)) ?? ""
  return text.split(separator: "\n").map { line in
    let fields = line.split(separator: "\t").map(String.init)
    return (fields[0], fields[1], fields[2], fields[3].split(separator: " ").map(String.init))
  }
}()

/// Encodings with states, which are left out.
private let missing: Set = ["HZ-GB-2312", "ISO-2022-JP"]

@Test func `encodings have the names that the reference knows them by`() {
  #expect(encodings.count == 58)
  for encoding in encodings {
    let isSupported = encoding.name != "-" && !missing.contains(encoding.name)
    for alias in encoding.aliases {
      #expect((TextEncoding(alias) != nil) == isSupported, "\(alias) of \(encoding.name)")
      #expect((TextEncoding(" \(alias.uppercased()) ") != nil) == isSupported, "\(alias) of \(encoding.name)")
    }
  }
  #expect(TextEncoding("utf8") == nil)
}

@Test func `encodings write and read as the reference`() throws {
  var equal = 0
  for entry in encodings where entry.name != "-" && !missing.contains(entry.name) {
    let encoding = try #require(TextEncoding(entry.aliases[0]))
    let isWritten = digest(written(encoding)) == entry.written
    let isRead = digest(read(encoding)) == entry.read
    #expect(isWritten, "what \(entry.name) writes")
    #expect(isRead, "what \(entry.name) reads")
    if isWritten, isRead { equal += 1 }
  }
  print("encodings: \(equal) of \(encodings.count - 1)")
}

private func digest(_ text: [UInt8]) -> String { String(hexadecimal(sha256Digest(text)).prefix(16)) }

/// Each character of a choice with its bytes.
private func written(_ encoding: TextEncoding) -> [UInt8] {
  var text: [UInt8] = []
  for value: UInt32 in 0..<0x30000 where value < 0x800 || value % 13 == 0 {
    guard let scalar = Unicode.Scalar(value), let bytes = encoding.encode(String(scalar)) else { continue }
    text += Array("\(String(value, radix: 16)):\(hexadecimal(bytes))\n".utf8)
  }
  return text
}

/// Each sequence of bytes of a choice with what it stands for.
private func read(_ encoding: TextEncoding) -> [UInt8] {
  var text: [UInt8] = []
  func add(_ bytes: UInt8...) {
    guard let string = encoding.decode(bytes), !string.unicodeScalars.contains("\u{FFFD}") else { return }
    text += Array("\(hexadecimal(bytes)):\(hexadecimal(Array(string.utf8)))\n".utf8)
  }
  for first in 0..<256 {
    add(UInt8(first))
    if first >= 0x80 { for second in stride(from: 0x21, to: 256, by: 3) { add(UInt8(first), UInt8(second)) } }
  }
  for first in stride(from: 0x80, to: 256, by: 11) {
    for second in stride(from: 0x20, to: 256, by: 17) {
      for third in stride(from: 0x30, to: 256, by: 19) {
        add(UInt8(first), UInt8(second), UInt8(third))
        add(UInt8(first), UInt8(second), UInt8(third), UInt8(0x30 + third % 13))
      }
    }
  }
  return text
}
