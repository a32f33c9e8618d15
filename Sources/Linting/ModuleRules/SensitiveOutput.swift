import Diagnostics
import HCLEvaluation
import HCLSyntax
import SourceText
import TerraformModel

/// Outputs that hand a sensitive variable on without saying so.
enum SensitiveOutput: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-sensitive-output", summary: "An output shows a sensitive variable and is not marked", category: .correctness,
    severity: .medium,
    why: """
      In a root module Terraform refuses such an output. In a module that others call the value stays hidden, but nothing tells its readers \
      that they hand a secret on.
      """,
    help: "Add sensitive = true, or take the mark away with nonsensitive where the value is no secret.",
    references: ["https://developer.hashicorp.com/terraform/language/values/outputs#sensitive-suppressing-values-in-cli-output"])

  static let examples = [
    RuleExample(
      name: "not marked",
      source: """
        variable "password" {
          sensitive = true
        }

        output "url" {
          value = "postgres://shop:${var.password}@db.example.com"
        }

        """, isFlagged: true),
    RuleExample(
      name: "marked",
      source: """
        variable "password" {
          sensitive = true
        }

        output "url" {
          value     = "postgres://shop:${var.password}@db.example.com"
          sensitive = true
        }

        output "length" {
          value = nonsensitive(length(var.password))
        }

        """, isFlagged: false),
  ]

  /// Functions whose results do not carry the mark.
  private static let unmarking: Set<String> = ["nonsensitive", "issensitive", "can", "type"]

  static func findings(in module: Module) -> [Finding] {
    let secrets = Set(module.variables.values.filter(\.isSensitive).map(\.name))
    if secrets.isEmpty { return [] }
    return module.outputs.values.sorted { $0.name < $1.name }.compactMap { output in
      guard !output.isSensitive, output.block.body.attribute("ephemeral") == nil, let value = output.value, let use = use(of: secrets, in: value) else { return nil }
      var finding = Finding(
        rule: metadata, message: "The output “\(output.name)” shows the sensitive variable “\(use.attributeName(0) ?? "")”",
        address: "output.\(output.name)", primary: DiagnosticLabel(use.range))
      finding.related = [DiagnosticLabel(output.block.header, "not marked as sensitive")]
      if let end = value.tree.isJSON ? nil : value.range.bytes.end {
        let place = SourceRange(file: value.tree.file, bytes: ByteRange(start: end, end: end))
        finding.fix = Fix(
          title: "mark the output", safety: .safe, edits: [TextEdit(range: place, replacement: "\n  sensitive = true")])
      }
      return finding
    }
  }

  private static func use(of secrets: Set<String>, in expression: ExpressionSyntax) -> ScopeTraversal? {
    if case .functionCall(let name, _, _) = expression.expression, unmarking.contains(expression.tree.name(name)) { return nil }
    if let traversal = ScopeTraversal(expression) {
      return traversal.rootName == "var" && secrets.contains(traversal.attributeName(0) ?? "") ? traversal : nil
    }
    for part in expression.parts { if let use = use(of: secrets, in: part) { return use } }
    return nil
  }
}
