import HCLSyntax
import HCLValues

/// Operators as written, over the operations of values. (HCL specification, "Operations".)
extension Value {
  func applying(_ op: UnaryOperator) throws(OperationError) -> Value {
    switch op {
    case .negate: try negated()
    case .not: try not()
    }
  }

  func applying(_ op: BinaryOperator, to other: Value) throws(OperationError) -> Value {
    switch op {
    case .equal: equals(other)
    case .notEqual: try equals(other).not()
    case .less: try isLess(than: other)
    case .lessOrEqual: try isLessOrEqual(to: other)
    case .greater: try isGreater(than: other)
    case .greaterOrEqual: try isGreaterOrEqual(to: other)
    case .add: try adding(other)
    case .subtract: try subtracting(other)
    case .multiply: try multiplied(by: other)
    case .divide: try divided(by: other)
    case .modulo: try modulo(other)
    case .and: try and(other)
    case .or: try or(other)
    }
  }
}
