import HCLSyntax
import HCLValues

/// What a validation of a variable says that parameters of templates have a word for.
enum ParameterConstraint {
  /// `contains(["a", "b"], var.x)`
  case values(Value)
  /// `can(regex("…", var.x))`: a pattern that occurs in the text.
  case pattern(String)
  /// `var.x >= 1`; both ends count.
  case least(Int, of: Quantity)
  case greatest(Int, of: Quantity)

  /// What is compared with a number: the variable, or its length.
  enum Quantity {
    case value
    case length
  }

  /// The constraints of a condition, each of which must hold; what says anything else is left out.
  static func constraints(in condition: ExpressionSyntax, on variable: String) -> [ParameterConstraint] {
    switch condition.expression {
    case .parentheses(let inner): constraints(in: condition.at(inner), on: variable)
    case .binary(.and, let left, let right):
      constraints(in: condition.at(left), on: variable) + constraints(in: condition.at(right), on: variable)
    case .binary(let operation, let left, let right):
      bound(operation, condition.at(left), condition.at(right), on: variable).map { [$0] } ?? []
    case .functionCall: call(condition, on: variable).map { [$0] } ?? []
    default: []
    }
  }

  private static func call(_ expression: ExpressionSyntax, on variable: String) -> ParameterConstraint? {
    if let (collection, element) = arguments(of: "contains", expression) {
      guard isVariable(element, variable) else { return nil }
      return MappingExpression(collection).literal.map { .values($0) }
    }
    guard let (inner, _) = arguments(of: "can", expression, count: 1), let (pattern, text) = arguments(of: "regex", inner), isVariable(text, variable)
    else { return nil }
    return MappingExpression(pattern).stringValue.map { .pattern($0) }
  }

  private static func bound(
    _ operation: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, on variable: String
  ) -> ParameterConstraint? {
    guard case .number(let text) = MappingExpression(right).form, let limit = Int(text) else { return nil }
    let quantity: Quantity
    if isVariable(left, variable) {
      quantity = .value
    } else if let (measured, _) = arguments(of: "length", left, count: 1), isVariable(measured, variable) {
      quantity = .length
    } else {
      return nil
    }
    switch operation {
    case .greaterOrEqual: return .least(limit, of: quantity)
    case .greater: return .least(limit &+ 1, of: quantity)
    case .lessOrEqual: return .greatest(limit, of: quantity)
    case .less: return .greatest(limit &- 1, of: quantity)
    case .or, .and, .equal, .notEqual, .add, .subtract, .multiply, .divide, .modulo: return nil
    }
  }

  /// The first and the last argument of a call with this name and number of arguments.
  private static func arguments(
    of function: String, _ expression: ExpressionSyntax, count: Int = 2
  ) -> (first: ExpressionSyntax, last: ExpressionSyntax)? {
    let tree = expression.tree
    guard case .functionCall(let name, let arguments, _) = expression.expression, tree.name(name) == function, arguments.count == count else { return nil }
    return (expression.at(tree.node(arguments, 0)), expression.at(tree.node(arguments, count - 1)))
  }

  private static func isVariable(_ expression: ExpressionSyntax, _ name: String) -> Bool {
    if case .path(let names) = MappingExpression(expression).form { return names == ["var", name] }
    return false
  }
}
