/// Tells secrets from names, addresses, example values and other text.
///
/// Three kinds of evidence: shapes that only a credential has (`Data/secret-shapes.txt`), text with structure around a secret (private
/// keys, connection strings, assignments of scripts, JSON, YAML and XML), and, only under a name that says so, text that nobody would write as a name or an
/// example. Linear time.
enum SecretDetector {
  /// What is known of a value beside its text.
  struct Context {
    /// What it stands under, such as a variable or an environment variable; nil when there is nothing.
    var name: String?
    /// A schema or a declaration says that the value is to be kept secret.
    var isSensitive = false
  }

  /// The kind of secret in a text, or nil.
  static func kind(of text: String, name: String?) -> String? { match(in: text, Context(name: name))?.kind }

  /// The first secret in a text, or nil. Texts beyond a megabyte are not looked at.
  static func match(in text: String, _ context: Context) -> SecretMatch? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 6, bytes.count <= 1 << 20 else { return nil }
    if let found = SecretShapes.standard.match(in: bytes) { return found }
    // Most text is a short word, and has no room for structure.
    let isStructured = bytes.count >= 40 || bytes.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "<") }
    if isStructured, let found = SecretStructures.match(in: bytes) { return found }
    if let name = context.name, let kind = kind(of: bytes, text, under: name, isSensitive: context.isSensitive) {
      return SecretMatch(kind: kind, range: bytes.indices)
    }
    return TextAssignments.match(in: bytes)
  }

  /// The kind of secret that a whole value is under a name.
  ///
  /// - Parameter isSensitive: whether a declaration says that it is secret.
  static func kind(of bytes: [UInt8], _ text: String, under name: String, isSensitive: Bool = false) -> String? {
    let words = SecretNames.words(name)
    let evidence = SecretNames.evidence(words: words)
    if SecretShapes.standard.isService(words), !isIdentifier(words),
      let match = SecretShapes.standard.match(of: bytes, words: words)
    {
      return match.kind
    }
    guard evidence > .none, !Placeholder.isLikely(text, bytes) else { return nil }
    switch evidence {
    case .none: return nil
    case .weak: return Randomness.isDrawn(bytes, minimum: 32) && !isUUID(bytes) ? SecretNames.kind(name) : nil
    case .secret: return Randomness.isDrawn(bytes) || isUUID(bytes) ? SecretNames.kind(name) : nil
    case .password:
      return Randomness.isDrawn(bytes, minimum: 12) || isPassword(bytes, mayBeWord: isSensitive) ? SecretNames.kind(name) : nil
    }
  }

  /// Names of services end in these when an identifier or an address follows.
  private static func isIdentifier(_ words: [String]) -> Bool {
    words.last.map { ["id", "ids", "arn", "name", "url", "uri", "path", "hash", "digest", "version", "checksum"].contains($0) }
      ?? true
  }

  /// One text without spaces that people would type: with a digit or a mark beside letters.
  ///
  /// - Parameter mayBeWord: whether one class of characters is enough.
  private static func isPassword(_ bytes: [UInt8], mayBeWord: Bool) -> Bool {
    guard bytes.count >= 8, bytes.count <= 128, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    let letters = bytes.count { CharacterClass.upper.contains($0) || CharacterClass.lower.contains($0) }
    guard letters > 0 else { return false }
    if mayBeWord { return true }
    let digits = bytes.count { CharacterClass.digits.contains($0) }
    let marks = bytes.count { !CharacterClass.token.contains($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ",") }
    return digits > 0 || marks > 0
  }

  /// Eight, four, four, four and twelve hexadecimal digits, not all of them alike.
  static func isUUID(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8, 4, 4, 4, 12] else { return false }
    return parts.allSatisfy { $0.allSatisfy { CharacterClass.hexadecimal.contains($0) } } && Set(bytes).count > 8
  }

  static func find(_ needle: String, in bytes: [UInt8], from start: Int) -> Int? {
    find(Array(needle.utf8)[...], in: bytes, from: start)
  }

  /// The first place of some bytes in others.
  static func find(_ needle: ArraySlice<UInt8>, in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var position = max(0, start)
    while position + needle.count <= bytes.count {
      if bytes[position] == first, bytes[position..<(position + needle.count)].elementsEqual(needle) { return position }
      position += 1
    }
    return nil
  }
}
