/// Equality: the language's, which may be unknown, and the structural one.

extension Value {
  /// `==` of the language: equal type and value, all nulls equal. (HCL specification, "Comparison Operators".)
  ///
  /// - Returns: a bool, unknown where an unknown part decides; with the marks of both sides, also those inside unless one side is null.
  public func equals(_ other: Value) -> Value {
    let isShallow = isNull || other.isNull
    let both = isShallow ? marks.union(other.marks) : deepMarks.union(other.deepMarks)
    guard let result = isEqual(to: other) else {
      return Value(.unknown(.bool, .notNull), marks: both, origin: .operation("==", of: [self, other]))
    }
    return Value(.bool(result), marks: both)
  }

  /// `!=` of the language.
  public func isNotEqual(to other: Value) -> Value {
    let result = equals(other)
    if case .bool(let value) = result.content { return Value(.bool(!value), marks: result.marks) }
    return result.withOrigin(.operation("!=", of: [self, other]))
  }

  /// Whether two values are equal; nil when that is not known.
  func isEqual(to other: Value) -> Bool? {
    if isNull, other.isDefinitelyNotNull { return false }
    if other.isNull, isDefinitelyNotNull { return false }
    switch (isKnown, other.isKnown) {
    case (false, false): return nil
    case (true, false): return isEqual(toUnknown: other)
    case (false, true): return other.isEqual(toUnknown: self)
    case (true, true): break
    }
    if isNull || other.isNull { return isNull && other.isNull }
    switch (content, other.content) {
    case (.bool(let a), .bool(let b)): return a == b
    case (.number(let a), .number(let b)): return a.isEqual(to: b)
    case (.string(let a), .string(let b)): return a == b
    default: return isEqual(toCompound: other)
    }
  }

  private func isEqual(toUnknown other: Value) -> Bool? {
    guard case .unknown(let type, let refinements) = other.content else { return nil }
    if !refinements.admits(self) { return false }
    if isNull || type.hasDynamic { return nil }
    return self.type == type ? nil : false
  }

  private func isEqual(toCompound other: Value) -> Bool? {
    let type = self.type
    let otherType = other.type
    if hasUnknownType || other.hasUnknownType {
      return type.conforms(to: otherType) || otherType.conforms(to: type) ? nil : false
    }
    guard type == otherType else { return false }
    switch (content, other.content) {
    case (.list(_, let a), .list(_, let b)): return Value.areEqual(a, b)
    case (.tuple(let a), .tuple(let b)): return Value.areEqual(a, b)
    case (.object(let a), .object(let b)): return Value.areEqual(a.values, b.values)
    case (.map(_, let a), .map(_, let b)): return a.keys == b.keys ? Value.areEqual(a.values, b.values) : false
    case (.set(_, let a), .set(_, let b)):
      if (a + b).contains(where: { !$0.isKnown }) { return nil }
      return a.count == b.count && zip(a, b).allSatisfy { $0.isEqual(to: $1) == true }
    default: return false
    }
  }

  /// Whether the type of the value, or of anything inside, is not fully known yet. Nulls of no type are what they are.
  public var hasUnknownType: Bool {
    if case .unknown(let type, _) = content { return type.hasDynamic }
    return children.contains { $0.hasUnknownType }
  }

  private static func areEqual(_ left: [Value], _ right: [Value]) -> Bool? {
    guard left.count == right.count else { return false }
    var isUnknown = false
    for (a, b) in zip(left, right) {
      switch a.isEqual(to: b) {
      case .some(true): continue
      case .some(false): return false
      case .none: isUnknown = true
      }
    }
    return isUnknown ? nil : true
  }

  /// Whether two values are the same, unknown parts, refinements and marks included. Origins do not count.
  public func isIdentical(to other: Value) -> Bool {
    guard marks == other.marks else { return false }
    switch (content, other.content) {
    case (.null(let a), .null(let b)): return a == b
    case (.unknown(let a, let first), .unknown(let b, let second)): return a == b && first == second
    case (.bool(let a), .bool(let b)): return a == b
    case (.number(let a), .number(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.tuple(let a), .tuple(let b)): return Value.areIdentical(a, b)
    case (.list(let type, let a), .list(let otherType, let b)), (.set(let type, let a), .set(let otherType, let b)):
      return type == otherType && Value.areIdentical(a, b)
    case (.map(let type, let a), .map(let otherType, let b)):
      return type == otherType && a.keys == b.keys && Value.areIdentical(a.values, b.values)
    case (.object(let a), .object(let b)): return a.keys == b.keys && Value.areIdentical(a.values, b.values)
    case (.null, _), (.unknown, _), (.bool, _), (.number, _), (.string, _), (.list, _), (.set, _), (.map, _), (.tuple, _),
      (.object, _):
      return false
    }
  }

  private static func areIdentical(_ left: [Value], _ right: [Value]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
  }
}

extension ValueType {
  /// Whether the type is another one in which `dynamic` stands for anything.
  public func conforms(to other: ValueType) -> Bool {
    switch (self, other) {
    case (_, .dynamic): true
    case (.list(let a), .list(let b)), (.set(let a), .set(let b)), (.map(let a), .map(let b)): a.conforms(to: b)
    case (.tuple(let a), .tuple(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.conforms(to: $1) }
    case (.object(let a), .object(let b)):
      a.attributes.count == b.attributes.count
        && zip(a.attributes, b.attributes).allSatisfy { $0.name == $1.name && $0.type.conforms(to: $1.type) }
    case (.string, .string), (.number, .number), (.bool, .bool): true
    case (.string, _), (.number, _), (.bool, _), (.dynamic, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): false
    }
  }
}

extension Number {
  /// Equality of the language: by value, and between numbers of different precision by the text that they have, so that a number computed
  /// with doubles is equal to its literal.
  public func isEqual(to other: Number) -> Bool {
    if self == other { return true }
    guard precision != other.precision, !isInteger, !other.isInteger, double == other.double else { return false }
    return text == other.text
  }
}

extension Refinements {
  /// Whether a known value can be the one that is meant.
  public func admits(_ value: Value) -> Bool {
    switch value.content {
    case .null: return !isNotNull
    case .string(let text):
      guard let prefix else { return true }
      return text.utf8.starts(with: prefix.utf8)
    case .number(let number):
      if let lowerBound, number < lowerBound.value || !lowerBound.isInclusive && number == lowerBound.value { return false }
      if let upperBound, upperBound.value < number || !upperBound.isInclusive && number == upperBound.value { return false }
      return true
    case .list(_, let elements): return admits(count: elements.count...elements.count)
    case .map(_, let attributes): return admits(count: attributes.count...attributes.count)
    case .set(_, let elements):
      // Unknown elements may turn out to be equal to others.
      return admits(count: value.isWhollyKnown ? elements.count...elements.count : min(1, elements.count)...elements.count)
    case .unknown, .bool, .tuple, .object: return true
    }
  }

  private func admits(count: ClosedRange<Int>) -> Bool {
    if let minimumLength, count.upperBound < minimumLength { return false }
    if let maximumLength, count.lowerBound > maximumLength { return false }
    return true
  }
}
