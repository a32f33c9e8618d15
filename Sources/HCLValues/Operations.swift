/// The operators of the language over values. (HCL specification, "Operations".)
///
/// Operands are converted to what the operator works on. The result has the marks of all operands. With an unknown operand it is unknown,
/// never null, as narrow as the operands' refinements allow; its origin is then the operation, when an operand has an origin.

/// Why an operation has no result.
public enum OperationError: Error, Sendable, Hashable {
  /// The operand, counted from 0, does not convert to what the operator works on.
  case unsuitableOperand(Int, required: ValueType, ConversionError)
  /// The operand is null.
  case nullOperand(Int)
  /// Numbers for which the operation is not defined: infinities against each other, zero by zero.
  case undefined(String)
  /// The value is no collection of the kind that is needed.
  case wrongCollection(ValueType)

  /// What was wrong, as a sentence.
  public var message: String {
    switch self {
    case .unsuitableOperand(_, _, let error): "The operand does not fit: \(error.reason)."
    case .nullOperand: "The operand is null; an operator needs values."
    case .undefined(let what): "The result of \(what) is not defined."
    case .wrongCollection(let type): "This works on collections, not on \(type.kindName)."
    }
  }
}

extension Origin {
  /// An operation as the origin of an unknown result; nil when no operand leads anywhere.
  static func operation(_ name: String, of operands: [Value]) -> Origin? {
    operands.contains(where: \.leadsSomewhere) ? .operation(name, operands) : nil
  }
}

extension Value {
  /// Whether the value, or an unknown one inside, has an origin.
  fileprivate var leadsSomewhere: Bool { origin != nil || children.contains { $0.leadsSomewhere } }

  // MARK: Arithmetic

  /// `+`: numbers only; strings are joined by templates.
  public func adding(_ other: Value) throws(OperationError) -> Value {
    try arithmetic("+", other, undefined: "infinity plus its negative", isMonotone: true) { $0 + $1 }
  }

  /// `-` of two operands.
  public func subtracting(_ other: Value) throws(OperationError) -> Value {
    try arithmetic("-", other, undefined: "infinity minus itself", isMonotone: true) { $0 - $1 }
  }

  /// `*`
  public func multiplied(by other: Value) throws(OperationError) -> Value {
    let product = try arithmetic("*", other, undefined: "zero times infinity", isMonotone: true) { $0 * $1 }
    // Whatever the other number is.
    let isZero = numberValue?.isZero == true || other.numberValue?.isZero == true
    return isZero && !product.isKnown ? Value(.number(.zero), marks: product.marks) : product
  }

  /// `/`; infinite for a divisor of zero.
  public func divided(by other: Value) throws(OperationError) -> Value {
    try arithmetic("/", other, undefined: "zero by zero, and of infinity by infinity,", isMonotone: false) { $0 / $1 }
  }

  /// `%`: what an integer division leaves, with the sign of the dividend.
  public func modulo(_ other: Value) throws(OperationError) -> Value {
    try arithmetic("%", other, undefined: "zero modulo infinity", isMonotone: false) { $0.modulo($1) }
  }

  /// `-` of one operand.
  public func negated() throws(OperationError) -> Value {
    let operand = try operand(0, .number)
    if case .number(let number) = operand.content { return Value(.number(-number), marks: marks) }
    return Value(.unknown(.number, .notNull), marks: marks, origin: .operation("-", of: [self]))
  }

  /// Without the sign; what the function `abs` gives.
  public func magnitude() throws(OperationError) -> Value {
    let operand = try operand(0, .number)
    if case .number(let number) = operand.content { return Value(.number(number.magnitude), marks: marks) }
    let bounds = Refinements.range(from: NumberBound(Number(0), isInclusive: true), to: nil)
    return Value(.unknown(.number, bounds), marks: marks, origin: .call("abs", [self]))
  }

  private func arithmetic(
    _ name: String, _ other: Value, undefined: String, isMonotone: Bool, _ operate: (Number, Number) -> Number?
  ) throws(OperationError) -> Value {
    let left = try operand(0, .number)
    let right = try other.operand(1, .number)
    let both = marks.union(other.marks)
    if case .number(let a) = left.content, case .number(let b) = right.content {
      guard let result = operate(a, b) else { throw .undefined(undefined) }
      return Value(.number(result), marks: both)
    }
    let unknown = Value(.unknown(.number, .notNull), marks: both, origin: .operation(name, of: [self, other]))
    guard isMonotone, let bounds = Value.bounds(left, right, operate) else { return unknown }
    return unknown.refined(by: bounds) ?? unknown
  }

  /// The range of a result from the ends of the operands' ranges; nil where an end has no result.
  private static func bounds(_ left: Value, _ right: Value, _ operate: (Number, Number) -> Number?) -> Refinements? {
    let ends = [left.lowerEnd, left.upperEnd].flatMap { a in [right.lowerEnd, right.upperEnd].map { operate(a, $0) } }
    let known = ends.compactMap { $0 }
    guard known.count == ends.count, let low = known.min(), let high = known.max() else { return nil }
    return .range(from: NumberBound(low, isInclusive: true), to: NumberBound(high, isInclusive: true))
  }

  private var lowerEnd: Number { numberValue ?? refinements?.lowerBound?.value ?? .negativeInfinity }
  private var upperEnd: Number { numberValue ?? refinements?.upperBound?.value ?? .infinity }

  // MARK: Comparison

  /// `<`, of numbers.
  public func isLess(than other: Value) throws(OperationError) -> Value {
    try comparison("<", other, isLess: true) { $0 < $1 }
  }

  /// `>`, of numbers.
  public func isGreater(than other: Value) throws(OperationError) -> Value {
    try comparison(">", other, isLess: false) { $0 > $1 }
  }

  /// `<=`, of numbers.
  public func isLessOrEqual(to other: Value) throws(OperationError) -> Value {
    try comparison("<=", other, isLess: true) { $0 < $1 || $0.isEqual(to: $1) }
  }

  /// `>=`, of numbers.
  public func isGreaterOrEqual(to other: Value) throws(OperationError) -> Value {
    try comparison(">=", other, isLess: false) { $0 > $1 || $0.isEqual(to: $1) }
  }

  private func comparison(
    _ name: String, _ other: Value, isLess: Bool, _ compare: (Number, Number) -> Bool
  ) throws(OperationError) -> Value {
    let left = try operand(0, .number)
    let right = try other.operand(1, .number)
    let both = marks.union(other.marks)
    if case .number(let a) = left.content, case .number(let b) = right.content {
      return Value(.bool(compare(a, b)), marks: both)
    }
    // Ranges that do not meet decide.
    if left.upperEnd < right.lowerEnd { return Value(.bool(isLess), marks: both) }
    if left.lowerEnd > right.upperEnd { return Value(.bool(!isLess), marks: both) }
    return Value(.unknown(.bool, .notNull), marks: both, origin: .operation(name, of: [self, other]))
  }

  // MARK: Logic

  /// `!`
  public func not() throws(OperationError) -> Value {
    let operand = try operand(0, .bool)
    if case .bool(let value) = operand.content { return Value(.bool(!value), marks: marks) }
    return Value(.unknown(.bool, .notNull), marks: marks, origin: .operation("!", of: [self]))
  }

  /// `&&` of two values that were both evaluated. One that is false decides.
  public func and(_ other: Value) throws(OperationError) -> Value { try logic("&&", other, decisive: false) }

  /// `||` of two values that were both evaluated. One that is true decides.
  public func or(_ other: Value) throws(OperationError) -> Value { try logic("||", other, decisive: true) }

  private func logic(_ name: String, _ other: Value, decisive: Bool) throws(OperationError) -> Value {
    let left = try operand(0, .bool)
    let right = try other.operand(1, .bool)
    let both = marks.union(other.marks)
    let first = left.boolValue
    let second = right.boolValue
    if first == decisive || second == decisive { return Value(.bool(decisive), marks: both) }
    if first != nil && second != nil { return Value(.bool(!decisive), marks: both) }
    return Value(.unknown(.bool, .notNull), marks: both, origin: .operation(name, of: [self, other]))
  }

  /// An operand as what the operator works on.
  private func operand(_ index: Int, _ type: ValueType) throws(OperationError) -> Value {
    if isNull { throw .nullOperand(index) }
    do throws(ConversionError) {
      return try converted(to: type)
    } catch {
      throw .unsuitableOperand(index, required: type, error)
    }
  }
}
