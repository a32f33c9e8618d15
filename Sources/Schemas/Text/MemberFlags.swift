/// What is known of the values of an attribute or member, beside their type.
public struct ValueFacts: Hashable, Sendable {
  /// The value is a secret.
  public var isSensitive = false
  public var isDeprecated = false
  /// The sibling attribute to use in place of a deprecated one.
  public var replacement: String?
  /// Derived by name from another catalog: good for a warning at most.
  public var isGuess = false
  /// A list that grows with time (instance types, runtimes, regions): good for a warning at most.
  public var isAging = false
  /// `arn`, `cidr`, `port`, `date-time`, `AWS::IAM::Role.Arn` …; alternatives joined by `|`.
  public var format: String?
  /// The only values allowed.
  public var allowedValues: [ScalarFact]?
  /// Upper and lower case are the same for `allowedValues`.
  public var isCaseInsensitive = false
  /// There is a closed set of this many values, which is not listed.
  public var unlistedValueCount: Int?
  /// The number of characters of a string.
  public var length: CountBounds?
  /// Bounds of a number, both ends inclusive.
  public var lowerBound: Double?
  public var upperBound: Double?
  /// An ECMA 262 regular expression that the string matches somewhere.
  public var pattern: String?

  public init() {}

  /// Whether a string, number or boolean (as text) is among the allowed values; true where there is no list.
  public func allows(_ text: String) -> Bool {
    guard let allowedValues else { return true }
    if isCaseInsensitive {
      let text = text.lowercased()
      return allowedValues.contains { $0.text.lowercased() == text }
    }
    return allowedValues.contains { $0.text == text }
  }
}

/// What is known of a member of a target type, beside its name, mode and type.
public struct MemberFlags: Hashable, Sendable {
  /// Facts of the value; for a collection, of its innermost elements.
  public var facts = ValueFacts()
  /// The number of elements of a collection of attributes.
  public var items: CountBounds?
  /// The order of elements does not matter.
  public var isUnordered = false
  /// The members that identify an element of a list.
  public var keys: [String] = []
  /// The patch merge key of a list. (Kubernetes.)
  public var mergeKey: String?
  /// Replaced as a whole when it changes. (Kubernetes.)
  public var isAtomic = false
  /// A change replaces the resource.
  public var isCreateOnly = false
  /// Some changes replace the resource.
  public var isConditionallyCreateOnly = false
  /// Never returned when read.
  public var isWriteOnly = false
  /// The minor version that brought the member, where it is younger than what it belongs to. (Kubernetes 1.N.)
  public var since: Int?
  /// The property of another type that it refers to: `TYPE.Property`.
  public var reference: String?
  /// What the target assumes when the member is missing.
  public var defaultValue: ScalarFact?
}

extension TextCursor {
  /// Reads flags to the end of the line; a word that is not known is passed over.
  ///
  /// - Parameter set: gives the values of a named list (`in @NAME`).
  mutating func takeFlags(set: (String) -> [ScalarFact]? = { _ in nil }) -> MemberFlags {
    var flags = MemberFlags()
    while !isAtEnd {
      skipSpaces()
      let word = takeWord()
      switch true {
      case word.isEmpty: break
      case isEqual(word, "matches"):
        // Always last; the pattern ends at the last slash of the line.
        flags.facts.pattern = text(min(position + 1, end)..<max(min(position + 1, end), end - 1))
        position = end
      case isEqual(word, "in"), isEqual(word, "inci"):
        flags.facts.isCaseInsensitive = word.count == 4
        flags.facts.allowedValues = skip(UInt8(ascii: "@")) ? set(text(takeWord())) : takeScalars()
      case isEqual(word, "enum"): flags.facts.unlistedValueCount = takeNumber()
      case isEqual(word, "items"): flags.items = takeBounds()
      case isEqual(word, "unordered"): flags.isUnordered = true
      case isEqual(word, "keys"): flags.keys = takeScalars().map(\.text)
      case isEqual(word, "merge"): flags.mergeKey = text(takeWord())
      case isEqual(word, "atomic"): flags.isAtomic = true
      case isEqual(word, "new"): flags.isCreateOnly = true
      case isEqual(word, "newif"): flags.isConditionallyCreateOnly = true
      case isEqual(word, "wo"): flags.isWriteOnly = true
      case isEqual(word, "sensitive"): flags.facts.isSensitive = true
      case isEqual(word, "deprecated"): flags.facts.isDeprecated = true
      case isEqual(word, "use"): flags.facts.replacement = text(takeWord())
      case isEqual(word, "guess"): flags.facts.isGuess = true
      case isEqual(word, "aging"): flags.facts.isAging = true
      case isEqual(word, "since"): flags.since = takeMinorVersion()
      case isEqual(word, "fmt"): flags.facts.format = text(takeWord())
      case isEqual(word, "rel"): flags.reference = text(takeWord())
      case isEqual(word, "len"): flags.facts.length = takeBounds()
      case isEqual(word, "range"): takeRange(into: &flags.facts)
      case isEqual(word, "default"): flags.defaultValue = takeScalar()
      default: break
      }
    }
    return flags
  }

  /// `1.N`: N.
  mutating func takeMinorVersion() -> Int? {
    guard takeNumber() != nil, skip(UInt8(ascii: ".")) else { return nil }
    return takeNumber()
  }

  /// `-1..5`, `0.5..`, `..10`: the two dots that part the bounds are the first two in a row.
  private mutating func takeRange(into facts: inout ValueFacts) {
    let word = takeWord()
    var middle = word.lowerBound
    while middle + 1 < word.upperBound, !(bytes[middle] == UInt8(ascii: ".") && bytes[middle + 1] == UInt8(ascii: ".")) {
      middle += 1
    }
    guard middle + 1 < word.upperBound else { return }
    facts.lowerBound = Double(text(word.lowerBound..<middle))
    facts.upperBound = Double(text(middle + 2..<word.upperBound))
  }
}
