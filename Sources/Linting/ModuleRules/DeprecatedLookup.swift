import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Calls of `lookup` without a default.
enum DeprecatedLookup: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-lookup-without-default", summary: "lookup is called without a default", category: .style, severity: .info,
    packs: ["strict"], equivalents: RuleEquivalents(["tflint": ["terraform_deprecated_lookup"]]),
    why: """
      With two arguments lookup fails for a key that is not there, as an index does; readers expect a default, since that is what the \
      function is for. The form has been deprecated since version 0.7.
      """,
    help: "Write map[key], or give lookup the value for a key that is missing.",
    references: ["https://developer.hashicorp.com/terraform/language/functions/lookup"])

  static let examples = [
    RuleExample(
      name: "two arguments",
      source: """
        variable "sizes" {}

        output "size" {
          value = lookup(var.sizes, "small")
        }

        """, isFlagged: true),
    RuleExample(
      name: "an index, and a default",
      source: """
        variable "sizes" {}

        output "size" {
          value = [var.sizes["small"], lookup(var.sizes, "large", 8)]
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    module.forEachExpression { expression, block in
      guard case .functionCall(let name, let arguments, let expandsFinal) = expression.expression, !expandsFinal, arguments.count == 2,
        expression.tree.name(name) == "lookup"
      else { return }
      let parts = expression.parts
      result.append(
        finding(
          "lookup without a default fails for a missing key", expression.range, in: block, fix: "\(parts[0].termText)[\(parts[1].text)]",
          title: "write an index"))
    }
    return result
  }
}
