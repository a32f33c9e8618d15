/// How values are made. Every one of these keeps the invariants of `Value`; its cases, used directly, do not check them.

extension Value {
  /// A string, in normalization form C.
  public static func string(_ text: String) -> Value { Value(.string(normalizedNFC(text))) }

  /// A bool.
  public static func bool(_ value: Bool) -> Value { Value(.bool(value)) }

  /// A number.
  public static func number(_ value: Number) -> Value { Value(.number(value)) }

  /// An integer.
  public static func int(_ value: Int) -> Value { Value(.number(Number(value))) }

  /// Null of a type, or of none.
  public static func null(_ type: ValueType = .dynamic) -> Value { Value(.null(type)) }

  /// An unknown value. Refinements are taken as they are; `refined(by:)` checks them, and knows when they leave one value only.
  public static func unknown(_ type: ValueType, _ refinements: Refinements = .none, origin: Origin? = nil) -> Value {
    Value(.unknown(type, refinements), origin: origin)
  }

  /// An unknown value of unknown type.
  public static let dynamicUnknown = Value(.unknown(.dynamic, .none))

  /// A list; the elements must have its element type.
  public static func list(of element: ValueType, _ elements: [Value]) -> Value {
    Value(.list(element: element, elements))
  }

  /// A set: sorted, without duplicates. Marks of elements become marks of the set, whose elements cannot be told apart otherwise.
  public static func set(of element: ValueType, _ elements: [Value]) -> Value {
    var marks: Marks = []
    var plain = elements
    for index in plain.indices where plain[index].containsMarks {
      let (value, itsMarks) = plain[index].unmarkedDeep()
      plain[index] = value
      marks.formUnion(itsMarks)
    }
    return Value(.set(element: element, SetOrder.sorted(plain, of: element)), marks: marks)
  }

  /// A map; the elements must have its element type.
  public static func map(of element: ValueType, _ attributes: Attributes) -> Value {
    Value(.map(element: element, attributes))
  }

  /// Sorts; the last one of equal keys wins.
  public static func map(of element: ValueType, _ pairs: [(String, Value)]) -> Value {
    Value(.map(element: element, Attributes(pairs)))
  }

  /// A tuple.
  public static func tuple(_ elements: [Value]) -> Value { Value(.tuple(elements)) }

  /// An object.
  public static func object(_ attributes: Attributes) -> Value { Value(.object(attributes)) }

  /// Sorts; the last one of equal names wins.
  public static func object(_ pairs: [(String, Value)]) -> Value { Value(.object(Attributes(pairs))) }

  /// `[]`
  public static let emptyTuple = Value(.tuple([]))
  /// `{}`
  public static let emptyObject = Value(.object(Attributes()))

  /// The same value with more marks.
  public func withMarks(_ more: Marks) -> Value {
    var copy = self
    copy.marks.formUnion(more)
    return copy
  }

  /// The same value from elsewhere.
  public func withOrigin(_ origin: Origin?) -> Value {
    var copy = self
    copy.origin = origin
    return copy
  }
}
