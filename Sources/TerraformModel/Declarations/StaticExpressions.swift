import HCLSyntax

/// Expressions that are read without evaluation. (HCL specification, "Static Analysis".)

/// The text of a quoted string without interpolation.
public func literalString(_ expression: ExpressionSyntax) -> String? {
  let tree = expression.tree
  switch expression.expression {
  case .template(let parts):
    if parts.count == 0 { return "" }
    guard parts.count == 1, case .templateLiteral = tree.expression(tree.node(parts, 0)) else { return nil }
    return tree.string(tree.node(parts, 0))
  case .parentheses(let inner): return literalString(expression.at(inner))
  case .null, .bool, .number, .templateLiteral, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall,
    .conditional, .index, .tuple, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .invalid:
    return nil
  }
}

/// `true` or `false`, also in quotes.
public func literalBool(_ expression: ExpressionSyntax) -> Bool? {
  if case .bool(let flag) = expression.expression { return flag }
  switch literalString(expression) {
  case "true": return true
  case "false": return false
  default: return nil
  }
}

/// The elements of a tuple constructor.
public func staticList(_ expression: ExpressionSyntax) -> [ExpressionSyntax]? {
  guard case .tuple(let elements) = expression.expression else { return nil }
  return (0..<elements.count).map { expression.at(expression.tree.node(elements, $0)) }
}

/// A key of an object constructor that is a bare name or a plain string.
public func staticKey(_ tree: SyntaxTree, _ node: NodeID) -> String? {
  guard case .objectKey(let inner, let isForced) = tree.expression(node) else { return nil }
  if !isForced, case .scopeTraversal(let root, let steps) = tree.expression(inner), steps.count == 0 { return tree.name(root) }
  return literalString(ExpressionSyntax(tree: tree, id: inner))
}

/// A traversal as text: `a.b[0]`; nil for any other expression. The legacy quoted form is read, too.
public func staticTraversal(_ expression: ExpressionSyntax) -> [String]? {
  let tree = expression.tree
  if case .scopeTraversal(let root, let steps) = expression.expression {
    var parts = [tree.name(root)]
    for position in 0..<steps.count {
      guard case .attribute(let name) = tree.step(steps, position).step else { break }
      parts.append(tree.name(name))
    }
    return parts
  }
  return literalString(expression).map { $0.split(separator: ".").map(String.init) }
}

extension SyntaxTree {
  /// The body of the file.
  public var rootBody: BodySyntax { BodySyntax(tree: self, id: root) }
}
