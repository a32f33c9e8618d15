import PackedData

/// Shapes that only credentials have. (`Data/secret-shapes.txt`)
struct SecretShapes: Sendable {
  private struct Shape: Sendable {
    var kind: String
    var pattern: SecretPattern
    /// Words of which one must be in the name beside the value; empty: the shape says enough.
    var services: [String] = []
  }

  /// By the bytes that they may begin with.
  private var shapes: [[Shape]] = Array(repeating: [], count: 128)
  /// Those that need a name, by its word.
  private var shapesByService: [String: [Shape]] = [:]

  static let standard = SecretShapes(
    EmbeddedData.files.file("secret-shapes.txt").map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")

  /// - Parameter text: a line `KIND<tab>PATTERN[<tab>SERVICE]` for each shape (`SecretPattern`); `#` begins a comment line.
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count >= 2, let pattern = SecretPattern(fields[1]) else { continue }
      let services = fields.count > 2 ? fields[2].split(separator: ",").map(String.init) : []
      let shape = Shape(kind: String(fields[0]), pattern: pattern, services: services)
      for service in services { shapesByService[service, default: []].append(shape) }
      if services.isEmpty {
        for byte in pattern.firstBytes { shapes[Int(byte)].append(shape) }
      }
    }
  }

  /// The first shape that occurs as a word of its own and is no illustration.
  func match(in bytes: [UInt8]) -> SecretMatch? {
    for position in bytes.indices where bytes[position] < 128 && !shapes[Int(bytes[position])].isEmpty {
      if position > 0, Self.isWord(bytes[position - 1]) { continue }
      for shape in shapes[Int(bytes[position])] {
        guard let end = shape.pattern.end(in: bytes, from: position) else { continue }
        if end < bytes.count, CharacterClass.base64.contains(bytes[end]), bytes[end] != UInt8(ascii: "/") { continue }
        let body = Array(bytes[(position + shape.pattern.prefixLength)..<end])
        if !body.isEmpty,
          Placeholder.isIllustration(body) || body.count < 90 && Randomness.isWords(body)
            || Placeholder.isKnown(Self.text(bytes[position..<end]))
        {
          continue
        }
        if Self.isDigest(bytes, position) || shape.pattern.prefixLength == 0 && Self.isEncodedText(body) { continue }
        return SecretMatch(kind: shape.kind, range: position..<end)
      }
    }
    return nil
  }

  /// The shape that a whole value has under a name with the words of its service.
  func match(of bytes: [UInt8], words: [String]) -> SecretMatch? {
    for word in words {
      for shape in shapesByService[word] ?? [] where shape.pattern.end(in: bytes, from: 0) == bytes.count {
        if Placeholder.isIllustration(bytes) || Randomness.isWords(bytes) { continue }
        return SecretMatch(kind: shape.kind, range: bytes.indices)
      }
    }
    return nil
  }

  func isService(_ words: [String]) -> Bool { words.contains { shapesByService[$0] != nil } }

  private static func isWord(_ byte: UInt8) -> Bool { CharacterClass.alphanumeric.contains(byte) || byte == UInt8(ascii: "_") }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// `sha512-…`, the digest of a package.
  private static func isDigest(_ bytes: [UInt8], _ start: Int) -> Bool {
    let before = bytes[max(0, start - 7)..<start]
    return before.elementsEqual("sha512-".utf8) || before.elementsEqual("sha384-".utf8)
  }

  /// Whether Base64 holds text rather than the bytes of a key.
  private static func isEncodedText(_ bytes: [UInt8]) -> Bool {
    var bits: UInt32 = 0
    var count = 0
    var decoded = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 65...90: value = UInt32(byte) - 65
      case 97...122: value = UInt32(byte) - 71
      case 48...57: value = UInt32(byte) + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="): return decoded >= 24
      default: return false
      }
      bits = bits << 6 | value
      count += 6
      if count < 8 { continue }
      count -= 8
      let character = UInt8(truncatingIfNeeded: bits >> UInt32(count))
      guard character == 0x09 || character == 0x0A || character == 0x0D || (0x20..<0x7F).contains(character) else { return false }
      decoded += 1
    }
    return decoded >= 24
  }
}

/// A secret in a text.
struct SecretMatch: Equatable {
  /// In words, with a small letter unless it is a name: `password in a URL`, `GitHub token`.
  var kind: String
  /// The bytes of it.
  var range: Range<Int>
}
