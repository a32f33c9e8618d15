import Diagnostics
import SourceText
import TerraformModel

/// Suppressions that do not count, because the configuration asks for a reason or a date that they do not have.
enum RefusedSuppression: ModuleRule {
  static let metadata = RuleMetadata(
    name: "terraform-refused-suppression", summary: "A suppression lacks the reason or date that the configuration asks for", category: .style,
    severity: .medium,
    why: """
      A suppression without a reason cannot be judged by who comes later, and one that never ends outlives its reason. The configuration of \
      this project asks for both or either.
      """,
    help: "Write the reason behind two hyphens, and the date behind exp: — as in terrane:ignore RULE exp:2027-01-31 -- reason.")

  /// It reports only under a configuration that asks for something.
  static let examples = [
    RuleExample(
      name: "nothing is asked for", source: "# terrane:ignore aws-default-vpc\nresource \"aws_default_vpc\" \"this\" {}\n", isFlagged: false)
  ]

  static func findings(_ suppressions: Suppressions, _ request: LintRequest) -> [Finding] {
    guard request.selection.includes(metadata) else { return [] }
    return suppressions.refused().map { comment, reason in
      Finding(
        rule: metadata, message: "The suppression of \(comment.names.joined(separator: ", ")) \(reason)", address: "suppression",
        primary: DiagnosticLabel(comment.range, "it does not count"))
    }
  }
}
