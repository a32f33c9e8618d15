import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// A reference that is read without evaluation: in `depends_on`, `provider`, `moved`. (HCL specification, "Static Analysis".)
struct StaticReference {
  var root: String
  var steps: [ScopeTraversal.Step]
  var range: SourceRange
  /// Written as a string: the form of early versions, and the only one of the JSON syntax.
  var isQuoted: Bool
  /// An index that is an expression stands somewhere in it; what is behind it is left out.
  var hasDynamicIndex = false

  /// Nil for any other expression.
  init?(_ expression: ExpressionSyntax) {
    if let traversal = ScopeTraversal(expression) {
      self.init(traversal)
      return
    }
    switch expression.expression {
    case .index(let collection, _):
      guard let base = StaticReference(expression.at(collection)) else { return nil }
      self = base
      range = expression.range
      hasDynamicIndex = true
    case .null, .bool:
      // Keywords are names where only names can stand.
      self.init(root: expression.text, range: expression.range)
    case .relativeTraversal(let source, let list):
      if let keyword = StaticReference(keyword: expression.at(source)) {
        self = keyword
        range = expression.range
        for position in 0..<list.count {
          guard let step = Self.step(expression.tree, list, position) else { return nil }
          steps.append(step)
        }
        return
      }
      guard let base = StaticReference(expression.at(source)), base.hasDynamicIndex else { return nil }
      self = base
      range = expression.range
    case .template:
      guard let text = literalString(expression) else { return nil }
      let (parsed, problems) = parseExpression(SourceFile(path: "<reference>", text: text))
      guard problems.isEmpty, let inner = StaticReference(parsed) else { return nil }
      self = inner
      range = expression.range
      isQuoted = true
    case .templateWrap(let inner) where expression.tree.isJSON:
      guard let reference = StaticReference(expression.at(inner)) else { return nil }
      self = reference
    case .number, .templateLiteral, .templateWrap, .templateJoin, .scopeTraversal, .functionCall, .conditional, .tuple, .object,
      .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .parentheses, .invalid:
      return nil
    }
  }

  private init(root: String, range: SourceRange) {
    self.root = root
    steps = []
    self.range = range
    isQuoted = false
  }

  private init?(keyword expression: ExpressionSyntax) {
    switch expression.expression {
    case .null, .bool: self.init(root: expression.text, range: expression.range)
    default: return nil
    }
  }

  private static func step(_ tree: SyntaxTree, _ list: StepList, _ position: Int) -> ScopeTraversal.Step? {
    switch tree.step(list, position).step {
    case .attribute(let name): return .attribute(tree.name(name))
    case .index(let node):
      if case .number = tree.expression(node) { return Number(decimal: tree.file.text(tree.range(node))).map { .number($0) } }
      return literalString(ExpressionSyntax(tree: tree, id: node)).map { .string($0) }
    }
  }

  init(_ traversal: ScopeTraversal) {
    root = traversal.rootName
    steps = (0..<traversal.stepCount).compactMap { traversal.step($0) }
    range = traversal.range
    isQuoted = false
  }

  /// The name at a step; nil for an index and past the end.
  func name(_ position: Int) -> String? {
    guard position < steps.count, case .attribute(let name) = steps[position] else { return nil }
    return name
  }

  var isLegacyQuoted: Bool { isQuoted && !range.file.path.hasSuffix(".json") }
}

extension ExpressionSyntax {
  /// What parentheses around it hold.
  var withoutParentheses: ExpressionSyntax {
    if case .parentheses(let inner) = expression { return at(inner).withoutParentheses }
    return self
  }

  /// Calls `visit` for this expression and every one inside of it.
  func forEachNode(_ visit: (ExpressionSyntax) -> Void) {
    visit(self)
    switch expression {
    case .null, .bool, .number, .templateLiteral, .anonymousSymbol, .invalid, .scopeTraversal: break
    case .template(let list), .tuple(let list), .functionCall(_, let list, _), .object(let list):
      for position in 0..<list.count { at(tree.node(list, position)).forEachNode(visit) }
    case .templateWrap(let inner), .templateJoin(let inner), .parentheses(let inner), .unary(_, let inner), .relativeTraversal(let inner, _),
      .objectKey(let inner, _):
      at(inner).forEachNode(visit)
    case .conditional(let a, let b, let c):
      for node in [a, b, c] { at(node).forEachNode(visit) }
    case .index(let a, let b), .splat(let a, let b), .binary(_, let a, let b):
      for node in [a, b] { at(node).forEachNode(visit) }
    case .forExpression(let clauses):
      for node in [clauses.collection, clauses.keyResult, clauses.valueResult, clauses.condition] {
        if let node { at(node).forEachNode(visit) }
      }
    }
  }
}
