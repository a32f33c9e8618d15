import Diagnostics
import SourceText
import TerraformModel

/// Suppression comments that silence nothing, or name rules that do not exist.
enum IdleSuppression: ModuleRule {
  static let metadata = RuleMetadata(
    name: "terraform-idle-suppression", summary: "A suppression comment silences nothing", category: .style, severity: .low,
    why: """
      A comment that no longer silences anything hides the next problem of its kind at that place, and one with a misspelt name never did \
      what it says.
      """,
    help: "Remove the comment, or correct the rule's name in it.")

  static let examples = [
    RuleExample(
      name: "a name that no rule has",
      source: """
        # terrane:ignore aws-s3-bucket-encrypted -- the data is public
        resource "aws_s3_bucket" "site" {
          bucket = "site"
        }

        """, isFlagged: true)
  ]

  /// The engine asks for these when everything else is judged.
  static func check(_ module: Module) -> [Finding] { [] }

  static func findings(_ suppressions: Suppressions, _ request: LintRequest) -> [Finding] {
    guard request.selection.includes(metadata) else { return [] }
    // Whether a comment is of use is only known when everything ran.
    let ranEverything = request.selection.select.isEmpty && request.selection.ignore.isEmpty
    return suppressions.idle { request.catalog.isKnown($0) }.compactMap { comment, unknown in
      if unknown.isEmpty {
        guard ranEverything else { return nil }
        return Finding(
          rule: metadata, message: "The suppression of \(comment.names.joined(separator: ", ")) silences nothing",
          address: "suppression", primary: DiagnosticLabel(comment.range, "nothing is reported here"))
      }
      let suggestion = unknown.compactMap { suggestedName(for: $0, among: request.catalog.names) }.first
      return Finding(
        rule: metadata, message: "There is no rule “\(unknown.joined(separator: "”, “"))”", address: "suppression",
        primary: DiagnosticLabel(comment.range, suggestion.map { "did you mean “\($0)”?" } ?? "this silences nothing"))
    }
  }
}
