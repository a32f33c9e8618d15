import SourceText

/// Writes a tree as text, one node a line: two spaces for each level, kind, payload, and the range in bytes.
///
/// The form is that of the reference's dump, so that trees can be compared byte for byte.
public func dumpTree(_ tree: SyntaxTree) -> String {
  var dumper = TreeDumper(tree: tree)
  dumper.dumpBody(tree.root, 0)
  return dumper.text
}

/// Writes one expression and what is in it in the form of `dumpTree`.
public func dumpExpression(_ expression: ExpressionSyntax) -> String {
  var dumper = TreeDumper(tree: expression.tree)
  dumper.dump(expression.id, 0)
  return dumper.text
}

private struct TreeDumper {
  let tree: SyntaxTree
  var text = ""

  mutating func line(_ depth: Int, _ payload: String, _ range: ByteRange) {
    for _ in 0..<depth { text += "  " }
    text += "\(payload) \(range.start):\(range.end)\n"
  }

  mutating func dumpBody(_ id: NodeID, _ depth: Int) {
    for item in tree.items(ofBody: id) {
      switch item {
      case .attribute(let attribute):
        line(depth, "attr \(attribute.name)", tree.range(attribute.id))
        dump(attribute.expressionID, depth + 1)
      case .block(let block):
        let labels = block.labels.map { " " + quoted($0.value) }.joined()
        line(depth, "block \(block.type)\(labels)", tree.range(block.id))
        dumpBody(block.bodyID, depth + 1)
      }
    }
  }

  mutating func dump(_ id: NodeID, _ depth: Int) {
    let range = tree.range(id)
    switch tree.expression(id) {
    case .null, .bool, .number, .templateLiteral:
      line(depth, "lit \(literalText(id))", range)
    case .template(let parts):
      line(depth, "template", range)
      if parts.count == 0 { line(depth + 1, "lit \"\"", ByteRange(start: range.end, end: range.end)) }
      dump(parts, depth + 1)
    case .templateWrap(let inner):
      line(depth, "wrap", range)
      dump(inner, depth + 1)
    case .templateJoin(let inner):
      line(depth, "join", range)
      dump(inner, depth + 1)
    case .scopeTraversal(let root, let steps):
      line(depth, "traversal \(tree.name(root))\(stepsText(steps))", range)
    case .relativeTraversal(let source, let steps):
      line(depth, "relative \(stepsText(steps))", range)
      dump(source, depth + 1)
    case .functionCall(let name, let arguments, let expandsFinal):
      line(depth, "call \(tree.name(name)) expand=\(expandsFinal)", range)
      dump(arguments, depth + 1)
    case .conditional(let condition, let then, let otherwise):
      line(depth, "cond", range)
      dump(condition, depth + 1)
      dump(then, depth + 1)
      dump(otherwise, depth + 1)
    case .index(let collection, let key):
      line(depth, "index", range)
      dump(collection, depth + 1)
      dump(key, depth + 1)
    case .tuple(let elements):
      line(depth, "tuple", range)
      dump(elements, depth + 1)
    case .object(let items):
      line(depth, "object", range)
      for index in 0..<items.count { dump(tree.node(items, index), depth + 1 + index % 2) }
    case .objectKey(let key, let isForced):
      if let keyword = keyword(key), !isForced {
        line(depth, "key \(keyword)", range)
      } else {
        line(depth, "keyexpr force=\(isForced)", range)
        dump(key, depth + 1)
      }
    case .forExpression(let clauses):
      dump(clauses, range, depth)
    case .splat(let source, let each):
      line(depth, "splat", range)
      dump(source, depth + 1)
      dump(each, depth + 1)
    case .anonymousSymbol:
      line(depth, "anon", range)
    case .binary(let symbol, let left, let right):
      line(depth, "binary \(symbol.text)", range)
      dump(left, depth + 1)
      dump(right, depth + 1)
    case .unary(let symbol, let operand):
      line(depth, "unary \(symbol == .negate ? "neg" : symbol.text)", range)
      dump(operand, depth + 1)
    case .parentheses(let inner):
      line(depth, "paren", range)
      dump(inner, depth + 1)
    case .invalid:
      line(depth, "invalid", range)
    }
  }

  private mutating func dump(_ list: NodeList, _ depth: Int) {
    for index in 0..<list.count { dump(tree.node(list, index), depth) }
  }

  private mutating func dump(_ clauses: ForClauses, _ range: ByteRange, _ depth: Int) {
    let key = clauses.keyVariable.map { tree.name($0) } ?? ""
    line(depth, "for key=\(key) val=\(tree.name(clauses.valueVariable)) group=\(clauses.isGrouping)", range)
    dump(clauses.collection, depth + 1)
    if let keyResult = clauses.keyResult { dump(keyResult, depth + 1) }
    dump(clauses.valueResult, depth + 1)
    if let condition = clauses.condition {
      line(depth + 1, "if", tree.range(condition))
      dump(condition, depth + 2)
    }
  }

  /// The word that an expression is, when it is one word alone.
  private func keyword(_ id: NodeID) -> String? {
    switch tree.expression(id) {
    case .scopeTraversal(let root, let steps) where steps.count == 0: tree.name(root)
    case .null, .bool: literalText(id)
    default: nil
    }
  }

  private func literalText(_ id: NodeID) -> String {
    switch tree.expression(id) {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number: plainDecimal(tree.file.text(tree.range(id)))
    case .templateLiteral, .template: quoted(tree.string(id))
    default: "invalid"
    }
  }

  private func stepsText(_ steps: StepList) -> String {
    var text = ""
    for index in 0..<steps.count {
      switch tree.step(steps, index).step {
      case .attribute(let name): text += "." + tree.name(name)
      case .index(let key): text += "[\(literalText(key))]"
      }
    }
    return text
  }
}
