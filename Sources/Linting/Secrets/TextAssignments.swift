/// Names with values inside of a text: scripts, JSON, YAML, properties, command lines, connection strings.
enum TextAssignments {
  /// The first value that is a secret under its name.
  static func match(in bytes: [UInt8]) -> SecretMatch? {
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: "="), UInt8(ascii: ":"):
        if let found = match(bytes, sign: position) { return found }
      case UInt8(ascii: "-"):
        // `--password value`
        if position > 0, bytes[position - 1] == UInt8(ascii: "-"), position + 1 < bytes.count,
          let found = match(bytes, option: position + 1)
        {
          return found
        }
      default: break
      }
    }
    return nil
  }

  private static func match(_ bytes: [UInt8], sign: Int) -> SecretMatch? {
    // Of `==`, `=>`, `:=` and `::` the last character counts for what follows, the first for what stands before.
    if sign > 0,
      bytes[sign - 1] == UInt8(ascii: "=") || bytes[sign - 1] == UInt8(ascii: ":") || bytes[sign - 1] == UInt8(ascii: "!")
    {
      return nil
    }
    var start = sign
    while start > 0, isMark(bytes[start - 1]) || bytes[start - 1] == 0x20, sign - start < 8 { start -= 1 }
    let end = start
    while start > 0, isName(bytes[start - 1]), end - start < 80 { start -= 1 }
    guard end > start else { return nil }
    var position = sign + 1
    while position < bytes.count, position - sign < 4,
      bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: ">")
    {
      position += 1
    }
    // A comparison is no assignment.
    if position - sign == 2, bytes[sign] == UInt8(ascii: "="), bytes[sign + 1] == UInt8(ascii: "=") { return nil }
    // A script's `NAME=value` gives the value itself, never what it is called elsewhere.
    let isScript =
      end == sign && position == sign + 1
      && bytes[start..<end].allSatisfy {
        CharacterClass.upper.contains($0) || $0 == UInt8(ascii: "_") || CharacterClass.digits.contains($0)
      }
    return match(bytes, name: start..<end, from: position, isScript: isScript)
  }

  private static func match(_ bytes: [UInt8], option start: Int) -> SecretMatch? {
    let end =
      bytes[start...].firstIndex {
        !CharacterClass.alphanumeric.contains($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_")
      } ?? bytes.count
    guard end > start, end - start < 60, end < bytes.count, bytes[end] == 0x20 else { return nil }
    return match(bytes, name: start..<end, from: end)
  }

  /// - Parameter from: where blanks and quotation marks before the value may stand.
  private static func match(_ bytes: [UInt8], name: Range<Int>, from: Int, isScript: Bool = false) -> SecretMatch? {
    let label = String(decoding: bytes[name], as: UTF8.self)
    let words = SecretNames.words(label)
    guard SecretNames.evidence(words: words) > .none || SecretShapes.standard.isService(words) else { return nil }
    var start = from
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var quote: UInt8?
    while start < bytes.count, isMark(bytes[start]) {
      if bytes[start] != UInt8(ascii: "\\") { quote = bytes[start] }
      start += 1
    }
    guard start < bytes.count, start - from < 12 else { return nil }
    let rest = bytes[start...].prefix(600)
    let length = rest.firstIndex { isEnd($0, quote) }.map { $0 - start } ?? rest.count
    var value = Array(bytes[start..<(start + length)])
    while let last = value.last,
      last == UInt8(ascii: "\\") || quote == nil && (last == UInt8(ascii: ".") || last == UInt8(ascii: ")"))
    { value.removeLast() }
    guard value.count >= 8, !isCode(value, isQuoted: quote != nil) else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    let isMixed = value.contains { CharacterClass.upper.contains($0) } && value.contains { CharacterClass.lower.contains($0) }
    return SecretDetector.kind(of: value, text, under: label, isSensitive: isScript && isMixed).map {
      SecretMatch(kind: $0, range: start..<(start + value.count))
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "]")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    CharacterClass.alphanumeric.contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  private static func isEnd(_ byte: UInt8, _ quote: UInt8?) -> Bool {
    if byte == 0x0A || byte == 0x0D { return true }
    if let quote { return byte == quote }
    switch byte {
    case 0x20, 0x09, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "&"),
      UInt8(ascii: "<"), UInt8(ascii: "|"):
      return true
    default: return false
    }
  }

  /// Whether a value is an expression of a program rather than a text.
  private static func isCode(_ value: [UInt8], isQuoted: Bool) -> Bool {
    if value.contains(UInt8(ascii: "$")) || value.contains(UInt8(ascii: "`")) { return true }
    if isQuoted { return false }
    if value.contains(UInt8(ascii: "(")) || value.contains(UInt8(ascii: "[")) || value.contains(UInt8(ascii: "{")) { return true }
    // Names, with dots between them.
    return Randomness.isWords(value) && value.allSatisfy { isName($0) }
  }
}
