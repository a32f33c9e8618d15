import PackedData

/// Classes of bytes that tokens are made of.
enum CharacterClass: String {
  case digits, upper, lower, hexadecimal, alphanumeric, upperAlphanumeric, lowerAlphanumeric, base64, token

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
    case .upperAlphanumeric: return isDigit || isUpper
    case .lowerAlphanumeric: return isDigit || isLower
    case .base64: return isDigit || isUpper || isLower || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    case .token:
      return isDigit || isUpper || isLower || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~")
    }
  }
}

/// Shapes of credentials: a prefix and a run of characters behind it. (`Data/secret-shapes.txt`)
struct SecretShapes: Sendable {
  private struct Shape: Sendable {
    var kind: String
    var prefix: [UInt8]
    var characters: CharacterClass
    var minimum: Int
    var maximum: Int
    /// What must occur among the characters; empty for nothing.
    var infix: String
  }

  /// By the first byte of the prefix.
  private var shapes: [[Shape]] = Array(repeating: [], count: 256)

  static let standard = SecretShapes(EmbeddedData.files.file("secret-shapes.txt").map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")

  /// - Parameter text: a line `KIND<tab>PREFIX<tab>CLASS<tab>MINIMUM<tab>MAXIMUM[<tab>INFIX]` for each shape; `#` begins a comment line.
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 5, let characters = CharacterClass(rawValue: fields[2]), let minimum = Int(fields[3]),
        let maximum = Int(fields[4]), let first = fields[1].utf8.first
      else { continue }
      shapes[Int(first)].append(
        Shape(
          kind: fields[0], prefix: Array(fields[1].utf8), characters: characters, minimum: minimum, maximum: maximum,
          infix: fields.count > 5 ? fields[5] : ""))
    }
  }

  /// The kind of the first shape that occurs as a word of its own and is not a placeholder.
  func kind(in bytes: [UInt8]) -> String? {
    for position in bytes.indices where !shapes[Int(bytes[position])].isEmpty {
      if position > 0, CharacterClass.alphanumeric.contains(bytes[position - 1]) || bytes[position - 1] == UInt8(ascii: "_") { continue }
      for shape in shapes[Int(bytes[position])] {
        if matches(shape, bytes, position) { return shape.kind }
      }
    }
    return nil
  }

  private func matches(_ shape: Shape, _ bytes: [UInt8], _ position: Int) -> Bool {
    let start = position + shape.prefix.count
    guard start <= bytes.count, bytes[position..<start].elementsEqual(shape.prefix) else { return false }
    var end = start
    while end < bytes.count, end - start <= shape.maximum, shape.characters.contains(bytes[end]) { end += 1 }
    guard (shape.minimum...shape.maximum).contains(end - start) else { return false }
    if end < bytes.count, CharacterClass.alphanumeric.contains(bytes[end]) { return false }
    let body = Array(bytes[start..<end])
    if !shape.infix.isEmpty, SecretDetector.find(shape.infix, in: body, from: 0) == nil { return false }
    let text = String(decoding: body, as: UTF8.self).uppercased()
    if text.contains("EXAMPLE") || text.contains("XXXX") || text.contains("PLACEHOLDER") { return false }
    return Set(body).count > max(3, body.count / 10)
  }
}
