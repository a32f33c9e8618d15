/// What a value is, and what is in it.

extension Value {
  /// The type; that of objects and tuples is made from their elements each time.
  public var type: ValueType {
    switch content {
    case .null(let type), .unknown(let type, _): type
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .list(let element, _): .list(element)
    case .set(let element, _): .set(element)
    case .map(let element, _): .map(element)
    case .tuple(let elements): .tuple(elements.map(\.type))
    case .object(let attributes):
      .object(ObjectType(sorted: attributes.pairs.map { ObjectType.Attribute(name: $0, type: $1.type) }))
    }
  }

  /// Whether the value has a type, without making the whole of its own.
  public func has(type: ValueType) -> Bool {
    switch (content, type) {
    case (.null(let own), _), (.unknown(let own, _), _): own == type
    case (.bool, .bool), (.number, .number), (.string, .string): true
    case (.list(let own, _), .list(let element)), (.set(let own, _), .set(let element)), (.map(let own, _), .map(let element)):
      own == element
    case (.tuple(let values), .tuple(let types)):
      values.count == types.count && zip(values, types).allSatisfy { $0.has(type: $1) }
    case (.object(let attributes), .object(let object)):
      attributes.count == object.attributes.count
        && zip(attributes.pairs, object.attributes).allSatisfy { $0.0 == $1.name && !$1.isOptional && $0.1.has(type: $1.type) }
    case (.bool, _), (.number, _), (.string, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): false
    }
  }

  /// Whether the value itself is known; what is inside may not be. Null is known.
  public var isKnown: Bool {
    if case .unknown = content { false } else { true }
  }

  /// Whether the value is null.
  public var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// Unknown, but it is known where it will come from.
  public var isSymbolic: Bool { !isKnown && origin != nil }

  /// Whether neither the value nor anything inside is unknown.
  public var isWhollyKnown: Bool {
    switch content {
    case .unknown: false
    case .null, .bool, .number, .string: true
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): elements.allSatisfy(\.isWhollyKnown)
    case .map(_, let attributes), .object(let attributes): attributes.values.allSatisfy(\.isWhollyKnown)
    }
  }

  /// Whether the value is certainly not null.
  public var isDefinitelyNotNull: Bool {
    switch content {
    case .null: false
    case .unknown(_, let refinements): refinements.isNotNull
    case .bool, .number, .string, .list, .set, .map, .tuple, .object: true
    }
  }

  /// What is known beside the type, of an unknown value.
  public var refinements: Refinements? {
    if case .unknown(_, let refinements) = content { refinements } else { nil }
  }

  /// The values directly inside of a known collection or structure.
  public var children: [Value] {
    switch content {
    case .null, .unknown, .bool, .number, .string: []
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): elements
    case .map(_, let attributes), .object(let attributes): attributes.values
    }
  }

  /// Replaces the values directly inside. They must keep their types and, in a set, their order.
  public func mapChildren(_ transform: (Value) throws -> Value) rethrows -> Value {
    let changed: Content
    switch content {
    case .null, .unknown, .bool, .number, .string: return self
    case .list(let element, let elements): changed = .list(element: element, try elements.map(transform))
    case .set(let element, let elements): changed = .set(element: element, try elements.map(transform))
    case .tuple(let elements): changed = .tuple(try elements.map(transform))
    case .map(let element, let attributes): changed = .map(element: element, try attributes.mapValues(transform))
    case .object(let attributes): changed = .object(try attributes.mapValues(transform))
    }
    return Value(changed, marks: marks, origin: origin)
  }

  /// Keys and values of a known collection or structure in the order of iteration; the elements of a set are their own keys. Nil for what
  /// has no elements or is not known.
  public var keyedElements: [(key: Value, element: Value)]? {
    switch content {
    case .list(_, let elements), .tuple(let elements): elements.enumerated().map { (.int($0.offset), $0.element) }
    case .set(_, let elements): elements.map { ($0, $0) }
    case .map(_, let attributes), .object(let attributes): attributes.pairs.map { (.string($0.0), $0.1) }
    case .null, .unknown, .bool, .number, .string: nil
    }
  }

  /// The value with null in place of every unknown part, each of the part's type.
  public var unknownAsNull: Value {
    switch content {
    case .unknown(let type, _): Value(.null(type), marks: marks, origin: origin)
    case .null, .bool, .number, .string: self
    case .set(let element, let elements):
      Value(Value.set(of: element, elements.map(\.unknownAsNull)).content, marks: marks, origin: origin)
    case .list, .map, .tuple, .object: mapChildren(\.unknownAsNull)
    }
  }

  // MARK: Marks

  /// Whether the value or anything inside has marks.
  public var containsMarks: Bool { !marks.isEmpty || children.contains { $0.containsMarks } }

  /// The marks of the value and of all inside.
  public var deepMarks: Marks {
    children.reduce(marks) { $0.union($1.deepMarks) }
  }

  /// The marks that a result of several operands has when the operator looks at nothing inside of them.
  public static func marks(of operands: some Sequence<Value>) -> Marks {
    operands.reduce(into: Marks()) { $0.formUnion($1.marks) }
  }

  /// The value without its own marks, and what they were.
  public func unmarked() -> (value: Value, marks: Marks) {
    var copy = self
    copy.marks = []
    return (copy, marks)
  }

  /// The value without marks on any level, and all that there were.
  public func unmarkedDeep() -> (value: Value, marks: Marks) {
    guard containsMarks else { return (self, []) }
    return (withoutMarks(), deepMarks)
  }

  private func withoutMarks() -> Value {
    var copy = containsMarks ? mapChildren { $0.withoutMarks() } : self
    copy.marks = []
    return copy
  }

  // MARK: Content

  /// The text of a known string.
  public var stringValue: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The number, when it is known.
  public var numberValue: Number? {
    if case .number(let number) = content { number } else { nil }
  }

  /// The truth value, when it is known.
  public var boolValue: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }

  /// The elements of a known list, set or tuple.
  public var elements: [Value]? {
    switch content {
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): elements
    case .null, .unknown, .bool, .number, .string, .map, .object: nil
    }
  }

  /// The attributes of a known object, the elements of a known map.
  public var attributes: Attributes? {
    switch content {
    case .map(_, let attributes), .object(let attributes): attributes
    case .null, .unknown, .bool, .number, .string, .list, .set, .tuple: nil
    }
  }
}
