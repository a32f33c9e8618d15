@_spi(_Unicode) import Swift

/// Appends the text of a template literal: `$${` and `%%{` become `${` and `%{`, and in quoted templates backslash escapes are
/// resolved. Escapes that the parser has reported keep their characters. (HCL native syntax specification, "Template Literals".)
func decodeLiteral(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isQuoted: Bool, into text: inout [UInt8]) {
  var offset = start
  while offset < end {
    let byte = bytes[offset]
    if byte == 0x24 || byte == 0x25 {
      text.append(byte)
      offset += offset + 2 < end && bytes[offset + 1] == byte && bytes[offset + 2] == 0x7B ? 2 : 1
    } else if isQuoted, byte == 0x5C, offset + 1 < end {
      offset = decodeEscape(bytes, offset, end, into: &text)
    } else {
      text.append(byte)
      offset += 1
    }
  }
}

/// Resolves the escape at an offset.
///
/// - Returns: the offset behind it.
private func decodeEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into text: inout [UInt8]) -> Int {
  switch bytes[start + 1] {
  case 0x6E: text.append(0x0A)
  case 0x72: text.append(0x0D)
  case 0x74: text.append(0x09)
  case 0x22: text.append(0x22)
  case 0x5C: text.append(0x5C)
  case 0x75, 0x55:
    let wanted = bytes[start + 1] == 0x75 ? 4 : 8
    let escape = hexadecimalEscape(bytes, start, end)
    if escape.digits == wanted, let scalar = Unicode.Scalar(escape.value) {
      text.append(contentsOf: Array(String(scalar).utf8))
    } else {
      text.append(contentsOf: bytes[start..<start + 2 + escape.digits])
    }
    return start + 2 + escape.digits
  default: text.append(bytes[start + 1])
  }
  return start + 2
}

/// The digits behind `\u` or `\U`, at most four or eight of them.
func hexadecimalEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (digits: Int, value: UInt32) {
  let wanted = bytes[start + 1] == 0x75 ? 4 : 8
  var value: UInt32 = 0
  var digits = 0
  while digits < wanted, start + 2 + digits < end {
    let byte = bytes[start + 2 + digits]
    let digit: UInt8
    switch byte {
    case 0x30...0x39: digit = byte - 0x30
    case 0x41...0x46: digit = byte - 0x41 + 10
    case 0x61...0x66: digit = byte - 0x61 + 10
    default: return (digits, value)
    }
    value = value << 4 | UInt32(digit)
    digits += 1
  }
  return (digits, value)
}

/// A string in Unicode normalization form C, which all strings of the language have.
func normalized(_ bytes: some Collection<UInt8>) -> String {
  let string = String(decoding: bytes, as: UTF8.self)
  // Below U+0300 every scalar is its own normal form and composes with nothing.
  if bytes.allSatisfy({ $0 < 0xCC }) { return string }
  var result = String.UnicodeScalarView()
  for scalar in string._nfc { result.append(scalar) }
  return String(result)
}
