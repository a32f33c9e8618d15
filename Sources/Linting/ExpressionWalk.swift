import HCLEvaluation
import HCLSyntax

/// Something that an expression names.
enum ExpressionName {
  /// A traversal whose root is not a variable of a `for` expression around it.
  case traversal(ScopeTraversal)
  case call(name: String, arguments: [ExpressionSyntax], at: ExpressionSyntax)
}

extension ExpressionSyntax {
  /// Every name in the expression, in the order of the source; variables of its own `for` expressions are left out.
  func forEachName(_ visit: (ExpressionName) -> Void) { walk(bound: [], visit) }

  private func walk(bound: [String], _ visit: (ExpressionName) -> Void) {
    switch expression {
    case .null, .bool, .number, .templateLiteral, .anonymousSymbol, .invalid: break
    case .template(let parts): walk(parts, bound, visit)
    case .tuple(let elements): walk(elements, bound, visit)
    case .object(let items): walk(items, bound, visit)
    case .templateWrap(let inner), .templateJoin(let inner), .parentheses(let inner), .unary(_, let inner),
      .relativeTraversal(let inner, _):
      at(inner).walk(bound: bound, visit)
    case .scopeTraversal:
      if let traversal = ScopeTraversal(self), !bound.contains(traversal.rootName) { visit(.traversal(traversal)) }
    case .functionCall(let name, let arguments, _):
      visit(
        .call(
          name: tree.name(name), arguments: (0..<arguments.count).map { at(tree.node(arguments, $0)) }, at: self))
      walk(arguments, bound, visit)
    case .conditional(let condition, let then, let otherwise):
      for node in [condition, then, otherwise] { at(node).walk(bound: bound, visit) }
    case .index(let collection, let key):
      at(collection).walk(bound: bound, visit)
      at(key).walk(bound: bound, visit)
    case .binary(_, let left, let right):
      at(left).walk(bound: bound, visit)
      at(right).walk(bound: bound, visit)
    case .objectKey(let key, let isForced):
      // A bare name is its own text.
      if !isForced, case .scopeTraversal(_, let steps) = tree.expression(key), steps.count == 0 { return }
      at(key).walk(bound: bound, visit)
    case .splat(let source, let each):
      at(source).walk(bound: bound, visit)
      at(each).walk(bound: bound, visit)
    case .forExpression(let clauses):
      at(clauses.collection).walk(bound: bound, visit)
      var inner = bound + [tree.name(clauses.valueVariable)]
      if let key = clauses.keyVariable { inner.append(tree.name(key)) }
      for node in [clauses.keyResult, clauses.valueResult, clauses.condition] {
        if let node { at(node).walk(bound: inner, visit) }
      }
    }
  }

  private func walk(_ nodes: NodeList, _ bound: [String], _ visit: (ExpressionName) -> Void) {
    for position in 0..<nodes.count { at(tree.node(nodes, position)).walk(bound: bound, visit) }
  }
}
