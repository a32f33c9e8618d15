import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Templates that are one interpolation and nothing else.
enum DeprecatedInterpolation: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-interpolation-only", summary: "A template holds one expression and nothing else", category: .style, severity: .info,
    packs: ["strict"], equivalents: RuleEquivalents(["tflint": ["terraform_deprecated_interpolation"]]),
    why: """
      Before version 0.12 every reference had to stand in a template. Today the quotes only hide that the value may be a list, a number or an \
      object, which readers take for a text.
      """,
    help: "Write the expression without quotes, dollar sign and braces.",
    references: ["https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates"])

  static let examples = [
    RuleExample(
      name: "a reference in quotes",
      source: """
        variable "region" {}

        output "region" {
          value = "${var.region}"
        }

        """, isFlagged: true),
    RuleExample(
      name: "a text with a reference in it",
      source: """
        variable "region" {}

        output "bucket" {
          value = "logs-${var.region}"
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    var keys: Set<NodePlace> = []
    var operands: Set<NodePlace> = []
    module.forEachExpression { expression, block in
      switch expression.expression {
      case .objectKey(let key, _): keys.insert(NodePlace(expression.at(key)))
      case .binary, .unary, .conditional, .index, .relativeTraversal, .splat:
        for part in expression.parts { operands.insert(NodePlace(part)) }
      case .templateWrap(let inner) where !expression.tree.isHeredoc(expression.id):
        let place = NodePlace(expression)
        let content = expression.at(inner)
        let text = keys.contains(place) ? "(\(content.text))" : operands.contains(place) ? content.termText : content.text
        result.append(
          finding(
            "The quotes and “${ }” around the expression say nothing", expression.range, in: block, fix: text, title: "write the expression alone"))
      case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .scopeTraversal, .functionCall, .tuple, .object,
        .forExpression, .anonymousSymbol, .parentheses, .invalid:
        break
      }
    }
    return result
  }

  /// A node of a tree, whose ids mean nothing in others.
  private struct NodePlace: Hashable {
    var file: ObjectIdentifier
    var node: NodeID

    init(_ expression: ExpressionSyntax) {
      file = ObjectIdentifier(expression.tree.file)
      node = expression.id
    }
  }
}
