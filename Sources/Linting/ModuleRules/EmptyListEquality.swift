import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Comparisons with `[]`.
enum EmptyListEquality: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-empty-list-comparison", summary: "A list is compared with []", category: .correctness, severity: .medium,
    equivalents: RuleEquivalents(["tflint": ["terraform_empty_list_equality"]]),
    why: """
      [] is an empty tuple. A list or set of texts has another type, and values of two types are never equal: the comparison says false even \
      when the list is empty.
      """,
    help: "Ask for the length: length(list) == 0.",
    references: ["https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators"])

  static let examples = [
    RuleExample(
      name: "compared with []",
      source: """
        variable "zones" {
          type = list(string)
        }

        output "is_empty" {
          value = var.zones == []
        }

        """, isFlagged: true),
    RuleExample(
      name: "by its length",
      source: """
        variable "zones" {
          type = list(string)
        }

        output "is_empty" {
          value = length(var.zones) == 0
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    module.forEachExpression { expression, block in
      guard case .binary(let op, let left, let right) = expression.expression, op == .equal || op == .notEqual else { return }
      let sides = [expression.at(left), expression.at(right)]
      guard let empty = sides.firstIndex(where: isEmptyTuple) else { return }
      let other = sides[1 - empty]
      let never = op == .equal ? "never equal" : "always different"
      result.append(
        finding(
          "A list or set and [] are \(never), whatever it holds", expression.range, in: block, fix: "length(\(other.text)) \(op.text) 0",
          title: "compare the length", safety: .unsafe))
    }
    return result
  }

  private static func isEmptyTuple(_ expression: ExpressionSyntax) -> Bool {
    switch expression.expression {
    case .tuple(let elements): elements.count == 0
    case .parentheses(let inner): isEmptyTuple(expression.at(inner))
    case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall,
      .conditional, .index, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .invalid:
      false
    }
  }
}
