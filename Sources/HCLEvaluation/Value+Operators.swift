import HCLSyntax
import HCLValues

/// Why an operator does not apply, and to which side.
struct OperationError: Error {
  enum Operand { case left, right, both }
  var message: String
  var operand: Operand
}

/// Operators of the language over values. (HCL specification, "Operations".)
extension Value {
  func applying(_ op: UnaryOperator) throws(OperationError) -> Value {
    switch op {
    case .negate:
      let operand = try operand(self, .number, .left)
      guard case .number(let number) = operand.content else { return Value(.unknown(.number, .notNull), marks: operand.marks) }
      return Value(.number(-number), marks: operand.marks)
    case .not:
      let operand = try operand(self, .bool, .left)
      guard case .bool(let flag) = operand.content else { return Value(.unknown(.bool, .notNull), marks: operand.marks) }
      return Value(.bool(!flag), marks: operand.marks)
    }
  }

  /// Every operator but `&&` and `||`, which may not need both sides.
  func applying(_ op: BinaryOperator, to other: Value) throws(OperationError) -> Value {
    switch op {
    case .equal: return equals(other)
    case .notEqual: return try equals(other).applying(.not)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try numbers(other, .bool) { a, b in
        switch op {
        case .less: .bool(a < b)
        case .lessOrEqual: .bool(!(b < a))
        case .greater: .bool(b < a)
        default: .bool(!(a < b))
        }
      }
    case .add: return try numbers(other, .number) { a, b in (a + b).map { .number($0) } }
    case .subtract: return try numbers(other, .number) { a, b in (a - b).map { .number($0) } }
    case .multiply: return try numbers(other, .number) { a, b in (a * b).map { .number($0) } }
    case .divide:
      return try numbers(other, .number, zero: "The divisor is zero.") { a, b in b.isZero ? nil : (a / b).map { .number($0) } }
    case .modulo: return try numbers(other, .number, zero: "The divisor is zero.") { a, b in a.modulo(b).map { .number($0) } }
    case .and, .or:
      let a = try operand(self, .bool, .left)
      let b = try operand(other, .bool, .right)
      let marks = a.marks.union(b.marks)
      guard case .bool(let x) = a.content, case .bool(let y) = b.content else { return Value(.unknown(.bool, .notNull), marks: marks) }
      return Value(.bool(op == .and ? x && y : x || y), marks: marks)
    }
  }

  private func numbers(
    _ other: Value, _ result: ValueType, zero: String = "The result is not a number.", _ compute: (Number, Number) -> Content?
  ) throws(OperationError) -> Value {
    let a = try operand(self, .number, .left)
    let b = try operand(other, .number, .right)
    let marks = a.marks.union(b.marks)
    guard case .number(let x) = a.content, case .number(let y) = b.content else {
      return Value(.unknown(result, .notNull), marks: marks)
    }
    guard let content = compute(x, y) else { throw OperationError(message: zero, operand: .both) }
    return Value(content, marks: marks)
  }

  private func operand(_ value: Value, _ type: ValueType, _ side: OperationError.Operand) throws(OperationError) -> Value {
    if value.isNull { throw OperationError(message: "The operand is null; a \(type) is needed.", operand: side) }
    do throws(ConversionError) {
      return try value.converted(to: type)
    } catch {
      throw OperationError(message: "A \(type) is needed. \(error.message)", operand: side)
    }
  }
}
