/// A place in JSON text, and the lexical units from there on. (RFC 8259, sections 2, 6, 7.)
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte at the cursor, whitespace skipped; nil at the end.
  mutating func peek() -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return nil
  }

  mutating func advance() { offset = min(offset + 1, bytes.count) }

  /// Takes a run of bytes.
  mutating func take(while isPart: (UInt8) -> Bool) -> Range<Int> {
    let start = offset
    while offset < bytes.count, isPart(bytes[offset]) { offset += 1 }
    return start..<offset
  }

  /// Takes a string, quotes included.
  ///
  /// - Returns: nil when it does not end, or holds a control character.
  mutating func takeString() -> (range: Range<Int>, hasEscapes: Bool)? {
    let start = offset
    var position = start + 1
    var hasEscapes = false
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        offset = position + 1
        return (start..<offset, hasEscapes)
      case 0x5C:
        hasEscapes = true
        position += 2
      case 0..<0x20:
        return nil
      default:
        position += 1
      }
    }
    return nil
  }

  /// Whether a run of bytes is a number as JSON has it.
  func isNumber(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    func digits() -> Int {
      var end = position
      while end < range.upperBound, isDigit(bytes[end]) { end += 1 }
      defer { position = end }
      return end - position
    }
    func takes(_ accepted: UInt8...) -> Bool {
      guard position < range.upperBound, accepted.contains(bytes[position]) else { return false }
      position += 1
      return true
    }
    _ = takes(0x2D)
    let first = position < range.upperBound ? bytes[position] : 0
    let whole = digits()
    guard whole > 0, whole == 1 || first != 0x30 else { return false }
    if takes(0x2E), digits() == 0 { return false }
    if takes(0x65, 0x45) {
      _ = takes(0x2B, 0x2D)
      if digits() == 0 { return false }
    }
    return position == range.upperBound
  }
}

/// Where a JSON string ends, its closing quote included, that begins at an offset.
func stringEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  var position = start + 1
  while position < bytes.count, bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
  return min(position + 1, bytes.count)
}

/// Resolves the escapes of a JSON string.
///
/// - Parameter range: what stands between the quotes.
/// - Returns: the text, and where each of its bytes stands, with the end behind the last; or the offset of an invalid escape.
func decodeJSONString(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> (text: [UInt8], origins: [UInt32], invalid: Int?) {
  var text: [UInt8] = []
  var origins: [UInt32] = []
  var offset = range.lowerBound
  func append(_ added: some Sequence<UInt8>, at origin: Int) {
    for byte in added {
      text.append(byte)
      origins.append(UInt32(truncatingIfNeeded: origin))
    }
  }
  while offset < range.upperBound {
    guard bytes[offset] == 0x5C, offset + 1 < range.upperBound else {
      append(CollectionOfOne(bytes[offset]), at: offset)
      offset += 1
      continue
    }
    let start = offset
    offset += 2
    switch bytes[start + 1] {
    case 0x22, 0x5C, 0x2F: append(CollectionOfOne(bytes[start + 1]), at: start)
    case 0x62: append(CollectionOfOne(0x08), at: start)
    case 0x66: append(CollectionOfOne(0x0C), at: start)
    case 0x6E: append(CollectionOfOne(0x0A), at: start)
    case 0x72: append(CollectionOfOne(0x0D), at: start)
    case 0x74: append(CollectionOfOne(0x09), at: start)
    case 0x75:
      guard var unit = hexadecimalUnit(bytes, start, range.upperBound) else { return (text, origins, start) }
      offset = start + 6
      if unit & 0xFC00 == 0xD800, offset + 1 < range.upperBound, bytes[offset] == 0x5C, bytes[offset + 1] == 0x75,
        let second = hexadecimalUnit(bytes, offset, range.upperBound), second & 0xFC00 == 0xDC00
      {
        unit = 0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF
        offset += 6
      }
      append(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8, at: start)
    default: return (text, origins, start)
    }
  }
  origins.append(UInt32(truncatingIfNeeded: range.upperBound))
  return (text, origins, nil)
}

/// The four digits of `\uXXXX`.
private func hexadecimalUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
  let escape = hexadecimalEscape(bytes, start, end)
  return escape.digits == 4 ? escape.value : nil
}
