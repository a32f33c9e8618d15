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

  static func findings(_ suppressions: Suppressions, _ request: LintRequest) -> [Finding] {
    guard request.selection.includes(metadata) else { return [] }
    return suppressions.idle { request.catalog.isKnown($0) }.compactMap { comment, unknown in
      if unknown.isEmpty {
        guard ranEverything(comment.names, request) else { return nil }
        let names = comment.names.joined(separator: ", ")
        let isOver = suppressions.hasExpired(comment)
        return Finding(
          rule: metadata,
          message: isOver ? "The suppression of \(names) expired on \(comment.expiry ?? "")" : "The suppression of \(names) silences nothing",
          address: "suppression", primary: DiagnosticLabel(comment.range, isOver ? "it does not count any more" : "nothing is reported here"))
      }
      let suggestion = unknown.compactMap { suggestedName(for: $0, among: request.catalog.names) }.first
      return Finding(
        rule: metadata, message: "There is no rule “\(unknown.joined(separator: "”, “"))”", address: "suppression",
        primary: DiagnosticLabel(comment.range, suggestion.map { "did you mean “\($0)”?" } ?? "this silences nothing"))
    }
  }

  /// Whether every rule that a comment may be about has run: only then is it known to be of no use.
  private static func ranEverything(_ names: [String], _ request: LintRequest) -> Bool {
    let selection = request.selection
    let isDefault = selection.select.isEmpty && selection.ignore.isEmpty && selection.disabled.isEmpty && selection.minimumSeverity == .info
    return names.allSatisfy { name in
      let meant = name == "*" ? [] : request.catalog.metadata(answeringTo: name).filter { $0.name == name || $0.equivalents.contains(name) }
      // Of a whole group what runs by default is enough.
      if meant.isEmpty { return isDefault || request.catalog.metadata(answeringTo: name == "*" ? "all" : name).allSatisfy { selection.includes($0) } }
      return meant.allSatisfy { selection.includes($0) }
    }
  }
}
