import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Object constructors in which a key stands twice.
enum DuplicateMapKey: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-duplicate-map-key", summary: "A key stands twice in one map", category: .correctness, severity: .medium,
    equivalents: RuleEquivalents(["tflint": ["terraform_map_duplicate_keys"]]),
    why: "Terraform keeps the last of the values and says nothing of the others: one of them is not what its author believes.",
    help: "Remove the element that is not meant, or give it a key of its own.")

  static let examples = [
    RuleExample(
      name: "a tag twice",
      source: """
        output "tags" {
          value = {
            team  = "shop"
            stage = "test"
            team  = "platform"
          }
        }

        """, isFlagged: true),
    RuleExample(
      name: "every key once",
      source: """
        output "tags" {
          value = {
            team  = "shop"
            stage = "test"
          }
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    module.forEachExpression { expression, block in
      guard case .object(let items) = expression.expression, items.count > 2 else { return }
      var first: [String: ExpressionSyntax] = [:]
      for position in stride(from: 0, to: items.count - 1, by: 2) {
        let key = expression.at(expression.tree.node(items, position))
        guard let name = staticKey(expression.tree, key.id) else { continue }
        guard let earlier = first[name] else {
          first[name] = key
          continue
        }
        var finding = finding("The key “\(name)” stands in the map already", key.range, in: block)
        finding.related = [DiagnosticLabel(earlier.range, "this value is lost")]
        result.append(finding)
        first[name] = key
      }
    }
    return result
  }
}
