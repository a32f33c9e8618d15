/// Base64 with the standard alphabet and padding (RFC 4648, section 4), and hexadecimal.

private let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Bytes as base64 text with padding.
func base64Encoded(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  var index = 0
  while index < bytes.count {
    let count = min(3, bytes.count - index)
    var group: UInt32 = 0
    for i in 0..<3 { group = group << 8 | (i < count ? UInt32(bytes[index + i]) : 0) }
    for i in 0..<4 {
      text.append(i <= count ? alphabet[Int(group >> UInt32(18 - 6 * i) & 63)] : UInt8(ascii: "="))
    }
    index += 3
  }
  return String(decoding: text, as: UTF8.self)
}

/// Bytes that base64 text stands for; line ends are ignored.
/// - Returns: the bytes, or the offset of the first byte that cannot stand where it does.
func base64Decoded(_ text: some Sequence<UInt8>) -> (bytes: [UInt8], errorOffset: Int?) {
  var bytes: [UInt8] = []
  var group: UInt32 = 0
  var digits = 0
  var padding = 0
  var offset = 0
  for byte in text {
    defer { offset += 1 }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { continue }
    if byte == UInt8(ascii: "=") {
      guard digits >= 2, digits + padding < 4 else { return (bytes, offset) }
      padding += 1
      continue
    }
    guard padding == 0, let digit = base64Digit(byte) else { return (bytes, offset) }
    group = group << 6 | digit
    digits += 1
    if digits == 4 {
      bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
      (group, digits) = (0, 0)
    }
  }
  guard digits == 0 || digits + padding == 4 else { return (bytes, offset) }
  if digits == 2 { bytes.append(UInt8(group >> 4 & 255)) }
  if digits == 3 { bytes += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)] }
  return (bytes, nil)
}

/// Bytes as lower case hexadecimal text.
func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = [UInt8]("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

private func base64Digit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
  case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
