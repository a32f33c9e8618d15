import HCLSyntax

/// Walks over expressions without evaluating them. (HCL specification, "Static Analysis"; `Variables` of the reference.)
extension ExpressionSyntax {
  /// Calls `visit` for each traversal that is rooted in the scope; names bound by `for` expressions around are left out.
  public func forEachScopeTraversal(_ visit: (ScopeTraversal) -> Void) {
    var bound: [String] = []
    walk(id, &bound, visit)
  }

  private func walk(_ node: NodeID, _ bound: inout [String], _ visit: (ScopeTraversal) -> Void) {
    switch tree.expression(node) {
    case .null, .bool, .number, .templateLiteral, .anonymousSymbol, .invalid: break
    case .template(let list), .tuple(let list), .functionCall(_, let list, _), .object(let list):
      for position in 0..<list.count { walk(tree.node(list, position), &bound, visit) }
    case .templateWrap(let inner), .templateJoin(let inner), .parentheses(let inner), .unary(_, let inner), .relativeTraversal(let inner, _):
      walk(inner, &bound, visit)
    case .scopeTraversal(let root, let steps):
      if !bound.contains(tree.name(root)) { visit(ScopeTraversal(tree: tree, node: node, root: root, steps: steps)) }
    case .conditional(let a, let b, let c):
      walk(a, &bound, visit)
      walk(b, &bound, visit)
      walk(c, &bound, visit)
    case .index(let a, let b), .splat(let a, let b), .binary(_, let a, let b):
      walk(a, &bound, visit)
      walk(b, &bound, visit)
    case .objectKey(let key, let isForced):
      // A bare name is a literal key.
      if !isForced, case .scopeTraversal(_, let steps) = tree.expression(key), steps.count == 0 { return }
      walk(key, &bound, visit)
    case .forExpression(let clauses):
      walk(clauses.collection, &bound, visit)
      let depth = bound.count
      bound.append(tree.name(clauses.valueVariable))
      if let key = clauses.keyVariable { bound.append(tree.name(key)) }
      if let key = clauses.keyResult { walk(key, &bound, visit) }
      walk(clauses.valueResult, &bound, visit)
      if let condition = clauses.condition { walk(condition, &bound, visit) }
      bound.removeLast(bound.count - depth)
    }
  }
}

extension ExpressionSyntax {
  /// How many expressions stand inside of one another at most, the outermost one included.
  var nesting: Int { nesting(of: id) }

  private func nesting(of node: NodeID) -> Int {
    var deepest = 0
    forEachChild(of: node) { deepest = max(deepest, nesting(of: $0)) }
    return deepest + 1
  }

  private func forEachChild(of node: NodeID, _ visit: (NodeID) -> Void) {
    switch tree.expression(node) {
    case .null, .bool, .number, .templateLiteral, .anonymousSymbol, .scopeTraversal, .invalid: break
    case .template(let list), .tuple(let list), .functionCall(_, let list, _), .object(let list):
      for position in 0..<list.count { visit(tree.node(list, position)) }
    case .templateWrap(let inner), .templateJoin(let inner), .parentheses(let inner), .unary(_, let inner), .relativeTraversal(let inner, _),
      .objectKey(let inner, _):
      visit(inner)
    case .index(let a, let b), .splat(let a, let b), .binary(_, let a, let b):
      visit(a)
      visit(b)
    case .conditional(let a, let b, let c):
      visit(a)
      visit(b)
      visit(c)
    case .forExpression(let clauses):
      visit(clauses.collection)
      if let key = clauses.keyResult { visit(key) }
      visit(clauses.valueResult)
      if let condition = clauses.condition { visit(condition) }
    }
  }
}

extension BodySyntax {
  /// Calls `visit` for the expression of every attribute, also in nested blocks.
  public func forEachExpression(_ visit: (ExpressionSyntax) -> Void) {
    for item in items {
      switch item {
      case .attribute(let attribute): visit(attribute.expression)
      case .block(let block): block.body.forEachExpression(visit)
      }
    }
  }
}
