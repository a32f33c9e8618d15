/// A JSON or YAML value: ordered, without positions, easy to build and to compare.
///
/// Numbers keep their decimal text, so nothing is rounded on the way through. `==` compares what is written, the order of keys
/// included; `isEquivalent(to:)` compares what is meant.
public enum Document: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as decimal text: `12`, `-0.5`, `1e9`. YAML's `.inf`, `-.inf` and `.nan` are kept in that spelling.
  case number(String)
  case string(String)
  case array([Document])
  case object(DocumentObject)

  /// A whole number.
  public static func integer(_ value: some BinaryInteger) -> Document { .number(String(value)) }

  /// An object of key and value pairs in their order; of equal keys the last value counts.
  public static func members(_ pairs: some Sequence<(String, Document)>) -> Document { .object(DocumentObject(pairs)) }

  /// The value of a key; nil when this is no object or has no such key.
  public subscript(key: String) -> Document? {
    if case .object(let object) = self { return object[key] }
    return nil
  }

  /// The element at an index; nil when this is no array or the index lies outside.
  public subscript(index: Int) -> Document? {
    if case .array(let elements) = self, elements.indices.contains(index) { return elements[index] }
    return nil
  }

  /// The text of a string, else nil.
  public var stringValue: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value of a boolean, else nil.
  public var boolValue: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// The decimal text of a number, else nil.
  public var numberText: String? {
    if case .number(let text) = self { return text }
    return nil
  }

  /// The value of a number written as a whole number that fits, else nil.
  public var intValue: Int? {
    if case .number(let text) = self { return Int(text) }
    return nil
  }

  /// The elements of an array, else nil.
  public var arrayValue: [Document]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The members of an object, else nil.
  public var objectValue: DocumentObject? {
    if case .object(let object) = self { return object }
    return nil
  }

  public var isNull: Bool { self == .null }

  /// The same value with the keys of every object in byte order.
  public func sortedByKey() -> Document {
    switch self {
    case .null, .bool, .number, .string: return self
    case .array(let elements): return .array(elements.map { $0.sortedByKey() })
    case .object(let object):
      let sorted = object.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      return .object(DocumentObject(sorted.map { ($0.key, $0.value.sortedByKey()) }))
    }
  }

  /// Whether both mean the same: keys in any order, numbers of the same value in any spelling (`1`, `1.0`, `10e-1`).
  public func isEquivalent(to other: Document) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right || DecimalText(left) == DecimalText(right)
    case (.string(let left), .string(let right)): return left == right
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
    case (.object(let left), .object(let right)):
      guard left.count == right.count else { return false }
      return left.allSatisfy { member in right[member.key]?.isEquivalent(to: member.value) ?? false }
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): return false
    }
  }
}

extension Document: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  public init(floatLiteral value: Double) { self = .number(value.description) }
  public init(arrayLiteral elements: Document...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, Document)...) { self = .object(DocumentObject(elements)) }
}
