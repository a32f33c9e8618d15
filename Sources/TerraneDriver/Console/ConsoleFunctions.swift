import HCLEvaluation
import HCLSyntax
import HCLValues

/// Functions that exist in the console alone. (Terraform CLI, "Command: console"; Terraform language, "type Function".)
enum ConsoleFunctions {
  /// `type(value)` gives the type of a value. It is answered where it is the whole question; inside of an expression, where it gets as far as
  /// to be called, it has no value that anything could use.
  static let type = Function(
    "type", "Gives the type of a value; only as a whole question to the console.",
    [.init("value", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true)], returns: .dynamic
  ) { (_, _) throws(FunctionError) in
    throw FunctionError("“type” gives a type and no value, so that it cannot be a part of an expression")
  }

  /// The argument of an expression that is a call of `type` and nothing else.
  static func operandOfType(_ expression: ExpressionSyntax) -> ExpressionSyntax? {
    switch expression.expression {
    case .parentheses(let inner): return operandOfType(ExpressionSyntax(tree: expression.tree, id: inner))
    case .functionCall(let name, let arguments, expandsFinal: false):
      guard ["type", "core::type"].contains(expression.tree.name(name)), arguments.count == 1 else { return nil }
      return ExpressionSyntax(tree: expression.tree, id: expression.tree.node(arguments, 0))
    case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal,
      .functionCall, .conditional, .index, .tuple, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .invalid:
      return nil
    }
  }
}
