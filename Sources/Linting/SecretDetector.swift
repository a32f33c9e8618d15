import PackedData

/// Tells secrets from names, addresses, example values and other text.
///
/// Three kinds of evidence: shapes that only a credential has (`Data/secret-shapes.txt`), text with structure around a secret (private
/// keys, connection strings), and, only under a name that says so, text too random to have been invented as an example. Linear time.
enum SecretDetector {
  /// The kind of secret in a text, or nil.
  ///
  /// - Parameters:
  ///   - text: the value.
  ///   - name: the name it stands under, such as a variable's or an environment variable's; nil when there is none.
  static func kind(of text: String, name: String?) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 6, bytes.count <= 1 << 20 else { return nil }
    if let structured = structuredKind(text, bytes) { return structured }
    if let shape = SecretShapes.standard.kind(in: bytes) { return shape }
    guard let name, SecretNames.isTelling(name), !Placeholder.isLikely(text, bytes) else { return nil }
    return isRandom(bytes) || isPassword(name, bytes) ? SecretNames.kind(name) : nil
  }

  // MARK: Structure

  private static func structuredKind(_ text: String, _ bytes: [UInt8]) -> String? {
    if let key = privateKey(bytes) { return key }
    if let kind = assignment(bytes, "AccountKey=", minimum: 80, "Azure storage account key") { return kind }
    if let kind = assignment(bytes, "SharedAccessKey=", minimum: 40, "Azure shared access key") { return kind }
    if let kind = awsSecretKey(bytes) { return kind }
    if let kind = scriptAssignment(bytes) { return kind }
    return urlWithPassword(bytes)
  }

  /// A PEM block of a private key with a body that is not a placeholder.
  private static func privateKey(_ bytes: [UInt8]) -> String? {
    guard let start = find("PRIVATE KEY", in: bytes, from: 0), find("-----BEGIN", in: bytes, from: 0) != nil else { return nil }
    var body = 0
    for byte in bytes[min(start + 16, bytes.count)...] {
      if CharacterClass.base64.contains(byte) { body += 1 } else if byte == UInt8(ascii: "-") { break }
    }
    return body >= 64 ? "private key" : nil
  }

  private static func assignment(_ bytes: [UInt8], _ key: String, minimum: Int, _ kind: String) -> String? {
    guard let start = find(key, in: bytes, from: 0) else { return nil }
    let value = bytes[(start + key.utf8.count)...].prefix { CharacterClass.base64.contains($0) }
    return value.count >= minimum && !Placeholder.isRepetitive(Array(value)) ? kind : nil
  }

  /// `AWS_SECRET_ACCESS_KEY=…` and its like inside of scripts.
  private static func awsSecretKey(_ bytes: [UInt8]) -> String? {
    let lowered = bytes.map { $0 | ((65...90).contains($0) ? 0x20 : 0) }
    for key in ["secret_access_key", "secretaccesskey", "aws_secret_key"] {
      var from = 0
      while let start = find(key, in: lowered, from: from) {
        from = start + key.utf8.count
        let rest = bytes[from...].drop { $0 == 0x20 || $0 == 0x3D || $0 == 0x3A || $0 == 0x22 || $0 == 0x27 }
        let value = Array(rest.prefix { CharacterClass.base64.contains($0) })
        if value.count == 40, isRandom(value), find("EXAMPLE", in: value, from: 0) == nil { return "AWS secret access key" }
      }
    }
    return nil
  }

  /// `NAME=value` on a line of a script, under a name that says what it is.
  private static func scriptAssignment(_ bytes: [UInt8]) -> String? {
    guard bytes.contains(0x0A) || bytes.starts(with: Array("export ".utf8)) else { return nil }
    for line in bytes.split(separator: 0x0A) {
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")), sign > line.startIndex, sign - line.startIndex < 80 else { continue }
      let words = line[..<sign].split { $0 == 0x20 || $0 == 0x09 }
      guard let name = words.last, words.count <= 2, name.allSatisfy({ CharacterClass.alphanumeric.contains($0) || $0 == UInt8(ascii: "_") })
      else { continue }
      var value = Array(line[(sign + 1)...].prefix { $0 != 0x20 && $0 != 0x0D })
      value.removeAll { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\\") }
      if value.contains(UInt8(ascii: "$")) || value.contains(UInt8(ascii: "`")) { continue }
      let label = String(decoding: name, as: UTF8.self)
      let text = String(decoding: value, as: UTF8.self)
      guard SecretNames.isTelling(label), !Placeholder.isLikely(text, value) else { continue }
      if isRandom(value) || isPassword(label, value) { return SecretNames.kind(label) }
    }
    return nil
  }

  /// `scheme://user:password@host`
  private static func urlWithPassword(_ bytes: [UInt8]) -> String? {
    var from = 0
    while let start = find("://", in: bytes, from: from) {
      from = start + 3
      var colon: Int?
      var position = from
      scan: while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: ":"): colon = colon ?? position
        case UInt8(ascii: "@"):
          guard let colon, colon > from, position - colon > 4 else { break scan }
          let password = Array(bytes[(colon + 1)..<position])
          let text = String(decoding: password, as: UTF8.self)
          let isPlain = password.allSatisfy { CharacterClass.lower.contains($0) }
          if !isPlain, !Placeholder.isLikely(text, password), !text.contains("$"), !text.contains("{") { return "password in a URL" }
          break scan
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x20, 0x0A, 0x22, 0x27: break scan
        default: break
        }
        position += 1
      }
    }
    return nil
  }

  // MARK: Randomness

  /// Long enough, of one alphabet, and with more entropy than words have.
  static func isRandom(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 16, bytes.count <= 512, bytes.allSatisfy({ CharacterClass.token.contains($0) }) else { return false }
    if bytes.allSatisfy({ CharacterClass.hexadecimal.contains($0) }) { return bytes.count >= 32 && entropy(bytes) > 3.0 }
    let hasDigit = bytes.contains { (48...57).contains($0) }
    let hasLetter = bytes.contains { (65...90).contains($0) || (97...122).contains($0) }
    return hasDigit && hasLetter && entropy(bytes) > (bytes.count < 24 ? 3.4 : 3.7)
  }

  /// Under the name of a password: any one text without spaces that people would type, with two classes of characters.
  private static func isPassword(_ name: String, _ bytes: [UInt8]) -> Bool {
    guard SecretNames.isPassword(name), bytes.count >= 8, bytes.count <= 128 else { return false }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    let classes = [
      bytes.contains { (48...57).contains($0) }, bytes.contains { (65...90).contains($0) }, bytes.contains { (97...122).contains($0) },
      bytes.contains { !CharacterClass.token.contains($0) },
    ]
    return classes.filter { $0 }.count >= 2
  }

  static func entropy(_ bytes: [UInt8]) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    var result = 0.0
    for count in counts where count > 0 {
      let share = Double(count) / total
      result -= share * BinaryLogarithm.of(share)
    }
    return result
  }

  static func find(_ needle: String, in bytes: [UInt8], from start: Int) -> Int? {
    let needle = Array(needle.utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var position = max(0, start)
    while position + needle.count <= bytes.count {
      if bytes[position] == first, bytes[position..<(position + needle.count)].elementsEqual(needle) { return position }
      position += 1
    }
    return nil
  }
}

/// The logarithm to base 2, without the C library's, so that every platform gives the same digits.
enum BinaryLogarithm {
  /// Of a number above 0 and up to 1; exact to about 12 digits.
  static func of(_ number: Double) -> Double {
    guard number > 0 else { return 0 }
    var result = Double(number.exponent)
    // The significand is in 1..<2; its logarithm by the series of artanh.
    let ratio = (number.significand - 1) / (number.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    var divisor = 1.0
    while divisor < 40 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    result += 2 * sum / 0.693_147_180_559_945_3
    return result
  }
}

/// Names that say that a secret follows.
enum SecretNames {
  private static let passwords = ["password", "passwd", "passphrase", "pwd"]
  private static let secrets = [
    "secret", "token", "apikey", "api_key", "accesskey", "access_key", "privatekey", "private_key", "credential", "auth_key", "authkey",
    "client_secret", "encryption_key", "signing_key", "account_key", "master_key", "connection_string", "webhook",
  ]
  /// Endings that say that the name is about a secret without being one.
  private static let harmless = [
    "_arn", "_name", "_id", "_ids", "_path", "_file", "_url", "_uri", "_endpoint", "_enabled", "_length", "_version", "_type", "_ttl",
    "_policy", "_rotation", "_expiration", "_alias", "_prefix", "_key_name", "_username", "_location", "_format", "_algorithm", "_count",
  ]

  static func isTelling(_ name: String) -> Bool {
    let folded = fold(name)
    if harmless.contains(where: { folded.hasSuffix($0) }) && !folded.hasSuffix("access_key_id") { return false }
    return (passwords + secrets).contains { folded.contains($0) }
  }

  static func isPassword(_ name: String) -> Bool {
    let folded = fold(name)
    return passwords.contains { folded.contains($0) }
  }

  static func kind(_ name: String) -> String {
    isPassword(name) ? "password" : fold(name).contains("token") ? "token" : "secret key"
  }

  /// Lower case, with `_` for other marks between words.
  private static func fold(_ name: String) -> String {
    String(decoding: name.utf8.map { byte in
      switch byte {
      case 65...90: byte | 0x20
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): UInt8(ascii: "_")
      default: byte
      }
    }, as: UTF8.self)
  }
}

/// Text that stands for a secret without being one.
enum Placeholder {
  private static let words = [
    "example", "changeme", "change_me", "change-me", "replace", "placeholder", "dummy", "sample", "your", "todo", "fixme", "xxxx", "****",
    "<", ">", "${", "{{", "insert", "redacted", "test", "fake", "secretsmanager", "arn:", "vault:", "ssm:", "http://", "https://",
    "keyvault", "projects/", "/run/secrets", "mock", "not-a-", "none", "null", "undefined", "default", "secret_name",
  ]

  static func isLikely(_ text: String, _ bytes: [UInt8]) -> Bool {
    let lowered = text.lowercased()
    return words.contains { lowered.contains($0) } || isRepetitive(bytes) || isSequence(lowered)
  }

  /// Few distinct characters for its length.
  static func isRepetitive(_ bytes: [UInt8]) -> Bool {
    Set(bytes).count <= max(2, bytes.count / 8) && bytes.count < 200 || Set(bytes).count <= 3
  }

  private static func isSequence(_ text: String) -> Bool {
    text.contains("12345678") && text.utf8.count <= 12 || text.contains("abcdefgh") || text.contains("0123456789")
  }
}
