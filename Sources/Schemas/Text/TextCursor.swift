/// Reads words of the catalogs' text forms, a byte at a time.
struct TextCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    position = min(range.lowerBound, end)
  }

  var isAtEnd: Bool { position >= end }

  /// The byte here; 0 at the end.
  var current: UInt8 { position < end ? bytes[position] : 0 }

  /// Moves past the byte here; stays at the end.
  mutating func advance() { position = min(position + 1, end) }

  /// Moves past this byte if it stands here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skipSpaces() {
    while position < end, bytes[position] == .space { position += 1 }
  }

  /// The bytes up to one of these, or to the end; stops in front of it.
  mutating func take(until isEnd: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while position < end, !isEnd(bytes[position]) { position += 1 }
    return start..<position
  }

  /// The bytes up to the end of the line, and moves past it.
  mutating func takeLine() -> Range<Int> {
    let start = position
    let lineEnd = bytes.endOfLine(from: start, to: end)
    position = min(lineEnd + 1, end)
    return start..<lineEnd
  }

  /// The bytes up to the next space, and moves past that space.
  mutating func takeWord() -> Range<Int> {
    let word = take { $0 == .space }
    _ = skip(.space)
    return word
  }

  func text(_ range: Range<Int>) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }

  func isEqual(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// A decimal number, or nil when none stands here.
  mutating func takeNumber() -> Int? {
    var number = 0
    let start = position
    while position < end, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      number = number &* 10 &+ Int(digit)
      position += 1
    }
    return position > start ? number : nil
  }

  /// A bare name, or one in quotes.
  mutating func takeName() -> String {
    if current == .quote { return takeQuoted() }
    return text(take { $0 == .space })
  }

  /// A JSON string that starts here. A damaged escape stands for itself.
  mutating func takeQuoted() -> String {
    guard skip(.quote) else { return "" }
    let plain = take { $0 == .quote || $0 == .backslash }
    if skip(.quote) { return text(plain) }
    var content = Array(bytes[plain])
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case .quote: return String(decoding: content, as: UTF8.self)
      case .backslash: takeEscape(into: &content)
      default: content.append(byte)
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func takeEscape(into content: inout [UInt8]) {
    let byte = current
    advance()
    switch byte {
    case UInt8(ascii: "b"): content.append(8)
    case UInt8(ascii: "f"): content.append(12)
    case UInt8(ascii: "n"): content.append(.newline)
    case UInt8(ascii: "r"): content.append(13)
    case UInt8(ascii: "t"): content.append(9)
    case UInt8(ascii: "u"):
      guard var code = takeHex() else { return content.append(byte) }
      if (0xD800..<0xDC00).contains(code), current == .backslash {
        advance()
        advance()
        if let low = takeHex(), (0xDC00..<0xE000).contains(low) { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
      }
      content += Array(String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8)
    default: content.append(byte)
    }
  }

  private mutating func takeHex() -> UInt32? {
    guard position + 4 <= end, let code = UInt32(text(position..<position + 4), radix: 16) else { return nil }
    position += 4
    return code
  }
}

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let newline = UInt8(ascii: "\n")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
}
