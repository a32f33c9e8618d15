import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

extension Module {
  /// Every expression of the files in HCL syntax, outer ones first, with the block of the file that it stands in.
  func forEachExpression(_ visit: (_ expression: ExpressionSyntax, _ block: BlockSyntax) -> Void) {
    for file in files where !file.tree.isJSON {
      for block in file.tree.rootBody.blocks { block.body.forEachExpression { visit($0, block) } }
    }
  }
}

extension BodySyntax {
  /// Every expression of the body and of the blocks in it, outer ones first.
  func forEachExpression(_ visit: (ExpressionSyntax) -> Void) {
    for item in items {
      switch item {
      case .attribute(let attribute): attribute.expression.forEachExpression(visit)
      case .block(let block): block.body.forEachExpression(visit)
      }
    }
  }
}

extension ExpressionSyntax {
  /// The expression and all that it consists of, outer ones first. The parser bounds how deep they are nested.
  func forEachExpression(_ visit: (ExpressionSyntax) -> Void) {
    visit(self)
    for part in parts { part.forEachExpression(visit) }
  }

  /// What the expression consists of, one level down, in the order of the source.
  var parts: [ExpressionSyntax] {
    switch expression {
    case .null, .bool, .number, .templateLiteral, .anonymousSymbol, .scopeTraversal, .invalid: []
    case .template(let nodes), .tuple(let nodes), .object(let nodes), .functionCall(_, let nodes, _):
      (0..<nodes.count).map { at(tree.node(nodes, $0)) }
    case .templateWrap(let inner), .templateJoin(let inner), .parentheses(let inner), .unary(_, let inner), .objectKey(let inner, _),
      .relativeTraversal(let inner, _):
      [at(inner)]
    case .conditional(let condition, let then, let otherwise): [at(condition), at(then), at(otherwise)]
    case .index(let collection, let key): [at(collection), at(key)]
    case .binary(_, let left, let right): [at(left), at(right)]
    case .splat(let source, let each): [at(source), at(each)]
    case .forExpression(let clauses):
      [clauses.collection, clauses.keyResult, clauses.valueResult, clauses.condition].compactMap { $0.map { at($0) } }
    }
  }

  /// Whether an operator or `[…]` may follow the text without parentheses.
  var isTerm: Bool {
    switch expression {
    case .null, .bool, .number, .template, .templateWrap, .templateLiteral, .scopeTraversal, .relativeTraversal, .functionCall, .index,
      .tuple, .object, .parentheses, .forExpression, .splat, .anonymousSymbol:
      true
    case .conditional, .binary, .unary, .objectKey, .templateJoin, .invalid: false
    }
  }

  /// The text as a term: in parentheses where it needs them.
  var termText: String { isTerm ? text : "(\(text))" }
}

extension SourceRule {
  /// A finding about a part of the source, mended by other text in its place.
  static func finding(
    _ message: String, _ range: SourceRange, in block: BlockSyntax, fix replacement: String? = nil, title: String = "",
    safety: Fix.Safety = .safe
  ) -> Finding {
    Finding(
      rule: metadata, message: message, address: address(of: block), primary: DiagnosticLabel(range),
      fix: replacement.map { Fix(title: title, safety: safety, edits: [TextEdit(range: range, replacement: $0)]) })
  }

  /// How reports name a block of a file: `aws_vpc.main`, `var.name`, `locals`.
  static func address(of block: BlockSyntax) -> String {
    let labels = block.labels.map(\.value).joined(separator: ".")
    switch block.type {
    case "resource": return labels
    case "variable": return "var.\(labels)"
    default: return labels.isEmpty ? block.type : "\(block.type).\(labels)"
    }
  }
}
