/// Questions to collections, whose answers may be unknown.

extension Value {
  /// The number of elements of a collection or tuple.
  ///
  /// - Returns: a number, unknown within bounds when the collection is, or when unknown elements of a set may be equal to others.
  public func length() throws(OperationError) -> Value {
    if marks.contains(.open), let count = elements?.count ?? attributes?.count {
      // A set's own elements may turn out to be equal.
      var known = count
      if case .set = content, !isWhollyKnown { known = min(count, 1) }
      let bounds = Refinements.range(from: NumberBound(Number(known), isInclusive: true), to: nil)
      return Value(.unknown(.number, bounds), marks: marks.subtracting(.open), origin: lengthOrigin)
    }
    switch content {
    case .list(_, let elements), .tuple(let elements): return Value(.number(Number(elements.count)), marks: marks)
    case .map(_, let attributes): return Value(.number(Number(attributes.count)), marks: marks)
    case .object(let attributes): return Value(.number(Number(attributes.count)), marks: marks)
    case .set(_, let elements):
      if elements.count <= 1 || isWhollyKnown { return Value(.number(Number(elements.count)), marks: marks) }
      return unknownLength(1, elements.count)
    case .unknown(.tuple(let types), _): return Value(.number(Number(types.count)), marks: marks)
    case .unknown(.object(let object), _): return Value(.number(Number(object.attributes.count)), marks: marks)
    case .unknown(let type, let refinements) where type.isCollection || type == .dynamic:
      return unknownLength(refinements.minimumLength ?? 0, refinements.maximumLength ?? Int.max)
    case .null: throw .nullOperand(0)
    case .unknown, .bool, .number, .string: throw .wrongCollection(type)
    }
  }

  private func unknownLength(_ low: Int, _ high: Int) -> Value {
    let bounds = Refinements.range(
      from: NumberBound(Number(low), isInclusive: true), to: NumberBound(Number(high), isInclusive: true))
    let unknown = Value(.unknown(.number, .notNull), marks: marks, origin: lengthOrigin)
    return unknown.refined(by: bounds) ?? unknown
  }

  private var lengthOrigin: Origin? { origin == nil ? nil : .call("length", [self]) }

  /// Whether a list, tuple or map has an element under a key. Keys are not converted: one of another type finds nothing.
  public func hasIndex(_ key: Value) throws(OperationError) -> Value {
    let both = marks.union(key.marks)
    let unknown = Value(.unknown(.bool, .notNull), marks: both)
    if isNull { throw .nullOperand(0) }
    let type = self.type
    if type == .dynamic { return unknown }
    let count: ClosedRange<Int>
    switch type {
    case .map:
      guard key.has(type: .string) || key.has(type: .dynamic) else { return Value(.bool(false), marks: both) }
      guard let attributes, let name = key.stringValue else {
        if refinements?.maximumLength == 0 { return Value(.bool(false), marks: both) }
        return key.isNull ? Value(.bool(false), marks: both) : unknown
      }
      return Value(.bool(attributes.position(of: name).isPresent), marks: both)
    case .list:
      if let elements {
        count = elements.count...elements.count
      } else {
        count = (refinements?.minimumLength ?? 0)...(refinements?.maximumLength ?? Int.max)
      }
    case .tuple(let types): count = types.count...types.count
    case .dynamic, .string, .number, .bool, .set, .object: throw .wrongCollection(type)
    }
    guard key.has(type: .number) || key.has(type: .dynamic) else { return Value(.bool(false), marks: both) }
    guard let number = key.numberValue else { return key.isNull ? Value(.bool(false), marks: both) : unknown }
    guard let position = number.exactInt, position >= 0 else { return Value(.bool(false), marks: both) }
    if position < count.lowerBound { return Value(.bool(true), marks: both) }
    if position >= count.upperBound { return Value(.bool(false), marks: both) }
    return unknown
  }

  /// Whether a set has an element that is equal to a value. The value is not converted: one of another type is in no set.
  public func hasElement(_ element: Value) throws(OperationError) -> Value {
    let both = marks.union(element.deepMarks)
    let unknown = Value(.unknown(.bool, .notNull), marks: both)
    switch content {
    case .null: throw .nullOperand(0)
    case .unknown(.dynamic, _): return unknown
    case .unknown(.set(let type), let refinements):
      let isImpossible = refinements.maximumLength == 0 || element.type != type && !element.type.hasDynamic && !type.hasDynamic
      return isImpossible ? Value(.bool(false), marks: both) : unknown
    case .set(let type, let elements):
      if elements.isEmpty { return Value(.bool(false), marks: both) }
      if element.type != type { return element.isKnown || !element.type.hasDynamic ? Value(.bool(false), marks: both) : unknown }
      guard element.isWhollyKnown else { return unknown }
      if elements.contains(where: { $0.isEqual(to: element) == true }) { return Value(.bool(true), marks: both) }
      return isWhollyKnown ? Value(.bool(false), marks: both) : unknown
    case .unknown, .bool, .number, .string, .list, .map, .tuple, .object: throw .wrongCollection(type)
    }
  }
}
