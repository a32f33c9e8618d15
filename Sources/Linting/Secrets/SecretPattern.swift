/// Classes of bytes that tokens are made of.
enum CharacterClass {
  case digits, upper, lower, hexadecimal, alphanumeric, base64, token

  func contains(_ byte: UInt8) -> Bool {
    let isDigit = (48...57).contains(byte)
    let isUpper = (65...90).contains(byte)
    let isLower = (97...122).contains(byte)
    switch self {
    case .digits: return isDigit
    case .upper: return isUpper
    case .lower: return isLower
    case .hexadecimal: return isDigit || (97...102).contains(byte) || (65...70).contains(byte)
    case .alphanumeric: return isDigit || isUpper || isLower
    case .base64:
      return isDigit || isUpper || isLower || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    case .token:
      return isDigit || isUpper || isLower || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~")
    }
  }
}

/// The shape of a credential: characters and classes of characters, each with how often it occurs.
///
/// A small part of what regular expressions say: literal characters, `\` before one that means something else, `[a-z0-9_-]`, and behind a class `{n}` or
/// `{least,most}`. Matching costs at most the product of the text's length and the open repetitions' lengths.
struct SecretPattern: Sendable {
  private struct Element: Sendable {
    /// The bytes below 128 that may stand here.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var minimum = 1
    var maximum = 1
    var isLiteral = false

    func contains(_ byte: UInt8) -> Bool {
      if byte < 64 { return low & (1 << UInt64(byte)) != 0 }
      return byte < 128 && high & (1 << UInt64(byte - 64)) != 0
    }

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
    }
  }

  private var elements: [Element] = []

  /// Nil when the text is no pattern.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    var position = 0
    func next() -> UInt8? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      return bytes[position]
    }
    while let byte = next() {
      var element = Element()
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return nil }
        element.insert(escaped)
        element.isLiteral = true
      case UInt8(ascii: "["):
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")), end > position else { return nil }
        var index = position
        while index < end {
          if index + 2 < end, bytes[index + 1] == UInt8(ascii: "-"), bytes[index] <= bytes[index + 2] {
            for member in bytes[index]...bytes[index + 2] { element.insert(member) }
            index += 3
          } else {
            element.insert(bytes[index])
            index += 1
          }
        }
        position = end + 1
        if position < bytes.count, bytes[position] == UInt8(ascii: "{") {
          guard let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
          let bounds = bytes[(position + 1)..<close].split(separator: UInt8(ascii: ",")).map {
            Int(String(decoding: $0, as: UTF8.self))
          }
          guard let first = bounds.first, let minimum = first, let last = bounds.last, let maximum = last, minimum <= maximum
          else { return nil }
          element.minimum = minimum
          element.maximum = maximum
          position = close + 1
        }
      default:
        element.insert(byte)
        element.isLiteral = true
      }
      elements.append(element)
    }
    if elements.isEmpty { return nil }
  }

  /// The bytes that a match may begin with.
  var firstBytes: [UInt8] { (0..<128).filter { elements[0].contains($0) } }

  /// The literal characters at the beginning.
  var prefixLength: Int { elements.prefix { $0.isLiteral }.count }

  /// The end of the longest match that begins at a position; nil without one.
  func end(in bytes: [UInt8], from start: Int) -> Int? { end(bytes, start, 0) }

  private func end(_ bytes: [UInt8], _ start: Int, _ index: Int) -> Int? {
    var position = start
    var index = index
    while index < elements.count {
      let element = elements[index]
      var count = 0
      while count < element.maximum, position < bytes.count, element.contains(bytes[position]) {
        count += 1
        position += 1
      }
      if count < element.minimum { return nil }
      index += 1
      if count == element.minimum || index == elements.count { continue }
      // What follows may need some of these characters.
      while count >= element.minimum {
        if let end = end(bytes, position, index) { return end }
        count -= 1
        position -= 1
      }
      return nil
    }
    return position
  }
}
