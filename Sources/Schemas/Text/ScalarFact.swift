/// One value of a list of allowed values, or a default.
public enum ScalarFact: Hashable, Sendable {
  case string(String)
  /// A number as the source wrote it.
  case number(String)
  case bool(Bool)
  case null

  /// The value as text, strings without quotes.
  public var text: String {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    }
  }

  /// A word that is not in quotes.
  init(bare word: String) {
    switch word {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    case "null": self = .null
    default: self = Self.isNumber(word) ? .number(word) : .string(word)
    }
  }

  /// `-?digits(.digits)?([eE][+-]?digits)?`
  private static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func digits() -> Bool {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard digits() else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() else { return false }
    }
    return rest.isEmpty
  }
}

extension TextCursor {
  /// `[a b "c d" 3]`, and moves past it.
  mutating func takeScalars() -> [ScalarFact] {
    guard skip(UInt8(ascii: "[")) else { return [] }
    var values: [ScalarFact] = []
    while !isAtEnd, !skip(UInt8(ascii: "]")) {
      if skip(.space) { continue }
      values.append(takeScalar())
    }
    return values
  }

  /// One value, to the next space or bracket.
  mutating func takeScalar() -> ScalarFact {
    if current == .quote { return .string(takeQuoted()) }
    let word = take { $0 == .space || $0 == UInt8(ascii: "]") }
    // A closing bracket where a value is expected is no value; it is passed so that the walk ends.
    if word.isEmpty { advance() }
    return ScalarFact(bare: text(word))
  }
}
