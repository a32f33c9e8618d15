import HCLEvaluation
import HCLSyntax
import Schemas
import SourceText
import TerraformModel

/// Looks for secrets in what is written in a configuration: each literal with the name that it stands under, which is an attribute's, a key's, or what stands
/// beside the value (`name = "API_TOKEN"`, `value = …`).
///
/// What comes from elsewhere, through references, is written there and looked at there.
struct LiteralWalk {
  /// A secret where it is written.
  struct Discovery {
    var kind: String
    /// What it stands under: `environment.variables.API_TOKEN`.
    var path: [String]
    var range: SourceRange
  }

  private(set) var discoveries: [Discovery] = []
  private static let depthLimit = 200

  /// Attributes that give the name for the values beside them, in the order of preference.
  private static let nameAttributes = ["name", "key", "variable", "parameter_name", "field", "environment_variable"]
  private static let valueAttributes: Set<String> = [
    "value", "values", "default", "string_value", "plain_text", "content", "parameter_value", "default_value",
  ]

  /// Functions that change how text is written and not what it says.
  private static let transparentFunctions: Set<String> = [
    "sensitive", "nonsensitive", "tostring", "base64encode", "base64gzip", "textencodebase64", "jsonencode", "yamlencode",
    "urlencode", "trimspace", "chomp",
    "coalesce", "try", "one", "tolist", "toset", "tomap", "concat", "merge", "flatten", "compact",
  ]

  // MARK: Bodies

  /// - Parameters:
  ///   - schema: says which attributes are secret; nil when the type is not known.
  ///   - leavingOut: names of attributes and blocks.
  mutating func visit(_ body: BodySyntax, _ path: [String] = [], schema: BlockSchema? = nil, leavingOut: Set<String> = []) {
    guard path.count < Self.depthLimit else { return }
    let attributes = body.attributes
    let neighbour = Self.name(beside: attributes.map { ($0.name, $0.expression) })
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        if leavingOut.contains(attribute.name) { continue }
        let name = Self.valueAttributes.contains(attribute.name) ? neighbour ?? attribute.name : attribute.name
        let isSensitive = schema?.attribute(attribute.name)?.isSensitive ?? false
        visit(attribute.expression, path + [attribute.name], name: name, isSensitive: isSensitive)
      case .block(let block):
        if leavingOut.contains(block.type) { continue }
        let type = block.type == "dynamic" ? block.labels.first?.value ?? block.type : block.type
        let inner = schema?.nestedBlocks.first { $0.name == type }?.block
        if block.type == "dynamic" {
          if let values = block.body.attribute("for_each") { visit(values.expression, path + [type], name: nil) }
          for content in block.body.blocks(ofType: "content") { visit(content.body, path + [type], schema: inner) }
        } else {
          visit(block.body, path + [type], schema: inner)
        }
      }
    }
  }

  // MARK: Expressions

  mutating func visit(_ expression: ExpressionSyntax, _ path: [String], name: String?, isSensitive: Bool = false) {
    guard path.count < Self.depthLimit else { return }
    func inner(_ node: NodeID) -> ExpressionSyntax { expression.at(node) }
    switch expression.expression {
    case .null, .bool, .number, .anonymousSymbol, .invalid, .scopeTraversal: break
    case .templateLiteral, .template: judge(expression, path, name, isSensitive)
    case .templateWrap(let node), .parentheses(let node): visit(inner(node), path, name: name, isSensitive: isSensitive)
    case .templateJoin(let node), .unary(_, let node), .relativeTraversal(let node, _): visit(inner(node), path, name: nil)
    case .functionCall(let function, let arguments, _):
      let isTransparent = Self.transparentFunctions.contains(expression.tree.name(function))
      for argument in nodes(arguments, of: expression) {
        visit(argument, path, name: isTransparent ? name : nil, isSensitive: isTransparent && isSensitive)
      }
    case .conditional(let condition, let then, let otherwise):
      visit(inner(condition), path, name: nil)
      for node in [then, otherwise] { visit(inner(node), path, name: name, isSensitive: isSensitive) }
    case .index(let collection, let key):
      visit(inner(collection), path, name: nil)
      visit(inner(key), path, name: nil)
    case .tuple(let elements):
      for element in nodes(elements, of: expression) { visit(element, path, name: name, isSensitive: isSensitive) }
    case .object(let items): visitObject(nodes(items, of: expression), path)
    case .objectKey(let node, _): visit(inner(node), path, name: nil)
    case .forExpression(let clauses):
      visit(inner(clauses.collection), path, name: nil)
      visit(inner(clauses.valueResult), path, name: name, isSensitive: isSensitive)
    case .splat(let source, let each):
      visit(inner(source), path, name: nil)
      visit(inner(each), path, name: nil)
    case .binary(_, let left, let right):
      visit(inner(left), path, name: nil)
      visit(inner(right), path, name: nil)
    }
  }

  private func nodes(_ list: NodeList, of expression: ExpressionSyntax) -> [ExpressionSyntax] {
    (0..<list.count).map { expression.at(expression.tree.node(list, $0)) }
  }

  /// - Parameter items: keys and values by turns.
  private mutating func visitObject(_ items: [ExpressionSyntax], _ path: [String]) {
    let pairs = stride(from: 0, to: items.count - items.count % 2, by: 2).map { (items[$0], items[$0 + 1]) }
    let neighbour = Self.name(beside: pairs.compactMap { key, value in Self.keyText(key).map { ($0, value) } })
    for (key, value) in pairs {
      let own = Self.keyText(key)
      let isValue = own.map { Self.valueAttributes.contains(Self.folded($0)) } ?? false
      visit(value, path + [own ?? "*"], name: isValue ? neighbour ?? own : own)
    }
  }

  /// The literal text of what names the values beside it.
  private static func name(beside attributes: [(name: String, expression: ExpressionSyntax)]) -> String? {
    for wanted in nameAttributes {
      for (name, expression) in attributes where folded(name) == wanted {
        if let text = literal(expression) { return text }
      }
    }
    return nil
  }

  private static func folded(_ name: String) -> String { SecretNames.words(name).joined(separator: "_") }

  private static func keyText(_ key: ExpressionSyntax) -> String? {
    guard case .objectKey(let node, let isForced) = key.expression else { return literal(key) }
    if !isForced, case .scopeTraversal(let root, let steps) = key.tree.expression(node), steps.count == 0 {
      return key.tree.name(root)
    }
    return literal(key.at(node))
  }

  /// The text of a string without interpolation.
  private static func literal(_ expression: ExpressionSyntax) -> String? {
    switch expression.expression {
    case .templateLiteral: return expression.tree.string(expression.id)
    case .template(let parts):
      for position in 0..<parts.count {
        guard case .templateLiteral = expression.tree.expression(expression.tree.node(parts, position)) else { return nil }
      }
      return expression.tree.string(expression.id)
    case .null, .bool, .number, .anonymousSymbol, .invalid, .scopeTraversal, .templateWrap, .parentheses, .templateJoin, .unary,
      .relativeTraversal,
      .functionCall, .conditional, .index, .tuple, .object, .objectKey, .forExpression, .splat, .binary:
      return nil
    }
  }

  // MARK: Judgement

  private mutating func judge(_ expression: ExpressionSyntax, _ path: [String], _ name: String?, _ isSensitive: Bool) {
    var text = literal(expression)
    if text == nil, case .template(let parts) = expression.expression {
      var joined = ""
      for part in nodes(parts, of: expression) {
        if case .templateLiteral = part.expression {
          joined += part.tree.string(part.id)
        } else {
          // Whatever it gives: as in a script, what is around it is a template.
          joined += "${}"
          visit(part, path, name: nil)
        }
      }
      text = joined
    }
    guard let text, let match = SecretDetector.match(in: text, .init(name: name, isSensitive: isSensitive)) else { return }
    discoveries.append(Discovery(kind: match.kind, path: path, range: Self.range(of: match, in: text, expression)))
  }

  private func literal(_ expression: ExpressionSyntax) -> String? { Self.literal(expression) }

  /// The secret itself, when it is written as it is; the whole expression otherwise.
  private static func range(of match: SecretMatch, in text: String, _ expression: ExpressionSyntax) -> SourceRange {
    let whole = expression.range
    let bytes = Array(text.utf8)
    guard match.range != bytes.indices else { return whole }
    let secret = bytes[match.range]
    let start = Int(whole.bytes.start)
    let end = min(Int(whole.bytes.end), whole.file.bytes.count)
    guard start < end, let place = SecretDetector.find(secret, in: whole.file.bytes, from: start), place + secret.count <= end
    else { return whole }
    return SourceRange(file: whole.file, bytes: ByteRange(start: UInt32(place), end: UInt32(place + secret.count)))
  }
}
