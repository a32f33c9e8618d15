import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// `for_each` over a list in which an element stands twice.
enum DuplicateInstanceKey: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-duplicate-instance-key", summary: "Two elements of for_each have one key", category: .correctness, severity: .medium,
    why: """
      toset drops the second of two equal elements without a word, so that one resource is missing; a for expression that gives two elements \
      the same key stops the plan.
      """,
    help: "Remove the element, or make keys that differ, for instance from two of its parts.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/for_each"])

  static let examples = [
    RuleExample(
      name: "a name twice",
      source: """
        resource "aws_sqs_queue" "q" {
          for_each = toset(["orders", "bills", "orders"])
          name     = each.key
        }

        """, isFlagged: true),
    RuleExample(
      name: "a key twice",
      source: """
        locals {
          teams = [{ name = "shop", size = 3 }, { name = "shop", size = 5 }]
        }

        resource "aws_iam_group" "team" {
          for_each = { for team in local.teams : team.name => team }
          name     = each.key
        }

        """, isFlagged: true),
    RuleExample(
      name: "every name once",
      source: """
        resource "aws_sqs_queue" "q" {
          for_each = toset(["orders", "bills"])
          name     = each.key
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    let expressions = module.resourcesInOrder.map { ($0.block, $0.forEach) } + module.moduleCalls.values.map { ($0.block, $0.forEach) }
    return expressions.compactMap { block, attribute in
      guard let expression = attribute?.expression, let key = duplicate(in: expression, module) else { return nil }
      return finding("The key “\(key)” occurs twice", expression.range, in: block)
    }
  }

  /// The first key that two elements have.
  private static func duplicate(in expression: ExpressionSyntax, _ module: Module) -> String? {
    switch expression.expression {
    case .functionCall(let name, let arguments, _) where expression.tree.name(name) == "toset" && arguments.count == 1:
      return elements(of: expression.parts[0], module).flatMap { firstRepeated($0.map { literal($0) }) }
    case .forExpression(let clauses):
      guard let key = clauses.keyResult, clauses.condition == nil, !clauses.isGrouping,
        let elements = elements(of: expression.at(clauses.collection), module)
      else { return nil }
      let variable = expression.tree.name(clauses.valueVariable)
      guard let traversal = ScopeTraversal(expression.at(key)), traversal.rootName == variable else { return nil }
      if traversal.stepCount == 0 { return firstRepeated(elements.map { literal($0) }) }
      guard traversal.stepCount == 1, let name = traversal.attributeName(0) else { return nil }
      return firstRepeated(elements.map { member(name, of: $0) })
    case .scopeTraversal:
      return definition(of: expression, module).flatMap { duplicate(in: $0, module) }
    case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .relativeTraversal, .functionCall, .conditional,
      .index, .tuple, .object, .objectKey, .splat, .anonymousSymbol, .binary, .unary, .parentheses, .invalid:
      return nil
    }
  }

  private static func firstRepeated(_ keys: [String?]) -> String? {
    var seen: Set<String> = []
    return keys.lazy.compactMap { $0 }.first { !seen.insert($0).inserted }
  }

  private static func literal(_ expression: ExpressionSyntax) -> String? { literalString(expression) }

  private static func member(_ name: String, of expression: ExpressionSyntax) -> String? {
    guard case .object(let items) = expression.expression else { return nil }
    for position in stride(from: 0, to: items.count - 1, by: 2)
    where staticKey(expression.tree, expression.tree.node(items, position)) == name {
      return literal(expression.at(expression.tree.node(items, position + 1)))
    }
    return nil
  }

  /// The elements of a list that is written out here or in a local value. What a variable holds by default is the caller's to change.
  private static func elements(of expression: ExpressionSyntax, _ module: Module) -> [ExpressionSyntax]? {
    staticList(expression) ?? definition(of: expression, module).flatMap { staticList($0) }
  }

  private static func definition(of expression: ExpressionSyntax, _ module: Module) -> ExpressionSyntax? {
    guard let traversal = ScopeTraversal(expression), traversal.rootName == "local", traversal.stepCount == 1 else { return nil }
    return traversal.attributeName(0).flatMap { module.locals[$0]?.attribute.expression }
  }
}
