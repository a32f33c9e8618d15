import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText
import TerraformModel

/// `for_each` and `count` that depend on what is known only after an apply.
enum UnknownInstanceKey: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-unknown-instance-key", summary: "How many instances there are is known only after an apply", category: .correctness,
    severity: .medium,
    why: """
      Terraform decides how many instances a resource has while it plans. An id or address that the provider gives is not known then: the \
      first plan of a new environment stops with an error, though the same configuration works where the resource exists already.
      """,
    help: "Make keys and conditions from values of the configuration: names, variables, the keys of another for_each; keep ids for the values.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/for_each#limitations-on-values-used-in-for_each"])

  static let examples = [
    RuleExample(
      name: "ids as keys",
      source: """
        resource "aws_subnet" "private" {
          count      = 2
          vpc_id     = "vpc-0a1b2c3d"
          cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
        }

        resource "aws_route_table_association" "private" {
          for_each       = toset([aws_subnet.private[0].id, aws_subnet.private[1].id])
          subnet_id      = each.value
          route_table_id = "rtb-0a1b2c3d"
        }

        """, isFlagged: true),
    RuleExample(
      name: "an id decides",
      source: """
        resource "aws_kms_key" "logs" {}

        resource "aws_kms_alias" "logs" {
          count         = aws_kms_key.logs.arn != "" ? 1 : 0
          name          = "alias/logs"
          target_key_id = aws_kms_key.logs.id
        }

        """, isFlagged: true),
    RuleExample(
      name: "ids as values",
      source: """
        resource "aws_subnet" "private" {
          for_each   = toset(["a", "b"])
          vpc_id     = "vpc-0a1b2c3d"
          cidr_block = "10.0.0.0/24"
        }

        resource "aws_route_table_association" "private" {
          for_each       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
          subnet_id      = each.value
          route_table_id = "rtb-0a1b2c3d"
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    func add(_ block: BlockSyntax, _ forEach: AttributeSyntax?, _ count: AttributeSyntax?) {
      let culprit = forEach.flatMap { key(of: $0.expression, module, depth: 0) } ?? count.flatMap { value(of: $0.expression, module) }
      guard let culprit else { return }
      let text = culprit.range.text
      result.append(finding("\(text) is known only after an apply", culprit.range, in: block))
    }
    for resource in module.resourcesInOrder { add(resource.block, resource.forEach, resource.count) }
    for call in module.moduleCalls.values.sorted(by: { $0.name < $1.name }) { add(call.block, call.forEach, call.count) }
    return result
  }

  /// A traversal on which the keys of a map or set depend.
  private static func key(of expression: ExpressionSyntax, _ module: Module, depth: Int) -> ScopeTraversal? {
    if depth > 32 { return nil }
    func keys(_ parts: [ExpressionSyntax]) -> ScopeTraversal? {
      for part in parts { if let found = key(of: part, module, depth: depth + 1) { return found } }
      return nil
    }
    switch expression.expression {
    case .functionCall(let name, _, _):
      switch expression.tree.name(name) {
      case "toset":
        for element in expression.parts.flatMap({ staticList($0) ?? [] }) {
          if let traversal = ScopeTraversal(element), isUnknown(traversal, module) { return traversal }
        }
        return nil
      case "merge": return keys(expression.parts)
      default: return nil
      }
    case .object(let items):
      for position in stride(from: 0, to: items.count - 1, by: 2) {
        guard case .objectKey(let key, let isForced) = expression.tree.expression(expression.tree.node(items, position)) else { continue }
        if !isForced, ScopeTraversal(expression.at(key))?.stepCount == 0 { continue }
        if let found = value(of: expression.at(key), module) { return found }
      }
      return nil
    case .conditional(let condition, let then, let otherwise):
      return value(of: expression.at(condition), module) ?? keys([expression.at(then), expression.at(otherwise)])
    case .forExpression(let clauses):
      guard let result = clauses.keyResult.flatMap({ ScopeTraversal(expression.at($0)) }),
        result.rootName == expression.tree.name(clauses.valueVariable), let name = result.attributeName(0),
        let collection = ScopeTraversal(expression.at(clauses.collection)), let resource = collection.resourceKey, resource.mode == .managed,
        module.resources[resource] != nil, isUnknown(name, of: resource.type)
      else { return nil }
      return result
    case .parentheses(let inner): return key(of: expression.at(inner), module, depth: depth + 1)
    case .scopeTraversal:
      guard let traversal = ScopeTraversal(expression), traversal.rootName == "local", traversal.stepCount == 1,
        let local = traversal.attributeName(0).flatMap({ module.locals[$0] })
      else { return nil }
      return key(of: local.attribute.expression, module, depth: depth + 1)
    case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .relativeTraversal, .index, .tuple, .objectKey,
      .splat, .anonymousSymbol, .binary, .unary, .invalid:
      return nil
    }
  }

  /// A traversal on which the value of an expression depends, whatever else is in it.
  private static func value(of expression: ExpressionSyntax, _ module: Module) -> ScopeTraversal? {
    switch expression.expression {
    case .scopeTraversal:
      guard let traversal = ScopeTraversal(expression) else { return nil }
      return isUnknown(traversal, module) ? traversal : nil
    case .template, .templateWrap, .conditional, .binary, .unary, .parentheses:
      for part in expression.parts { if let found = value(of: part, module) { return found } }
      return nil
    // How many elements a list has, and what a function makes of one, is often known when they are not.
    case .functionCall, .forExpression, .splat, .tuple, .object, .objectKey, .index, .relativeTraversal, .null, .bool, .number,
      .templateLiteral, .templateJoin, .anonymousSymbol, .invalid:
      return nil
    }
  }

  /// Whether a traversal names an attribute that only the provider can give.
  private static func isUnknown(_ traversal: ScopeTraversal, _ module: Module) -> Bool {
    guard let key = traversal.resourceKey, key.mode == .managed, module.resources[key] != nil else { return false }
    // An index of an instance may stand in front of the attribute.
    let name = (traversal.rootName == "resource" ? 2..<4 : 1..<3).lazy.compactMap { traversal.attributeName($0) }.first
    return name.map { isUnknown($0, of: key.type) } ?? false
  }

  private static func isUnknown(_ name: String, of type: String) -> Bool {
    guard let attribute = SchemaCatalog.standard.resource(type)?.attribute(name) else { return false }
    return attribute.mode == .computed || (name == "id" && attribute.mode == .optionalComputed)
  }
}
