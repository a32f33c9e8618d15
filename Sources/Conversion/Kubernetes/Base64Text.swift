/// Text in base64 and back. (RFC 4648, section 4.)
enum Base64Text {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ text: String) -> String {
    var output: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      group = group << 8 | UInt32(byte)
      count += 1
      if count == 3 {
        append(group, digits: 4, to: &output)
        (group, count) = (0, 0)
      }
    }
    if count > 0 {
      append(group << UInt32(8 * (3 - count)), digits: count + 1, to: &output)
      output += [UInt8](repeating: UInt8(ascii: "="), count: 3 - count)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Nil when it is no base64 or no UTF-8.
  static func decoded(_ text: String) -> String? {
    var output: [UInt8] = []
    var group: UInt32 = 0
    var bits = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      group = (group << 6 | UInt32(digit)) & 0xFFFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    return String(validating: output, as: UTF8.self)
  }

  /// The first `digits` of a group of 24 bits.
  private static func append(_ group: UInt32, digits: Int, to output: inout [UInt8]) {
    for index in 0..<digits { output.append(alphabet[Int(group >> UInt32(18 - 6 * index)) & 63]) }
  }
}
