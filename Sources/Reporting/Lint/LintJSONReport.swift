import Diagnostics
import Documents
import Linting

/// The report for scripts. (docs/cli.md, `lint --format json`.)
struct LintJSONReport {
  private let outcome: LintOutcome

  init(_ outcome: LintOutcome) { self.outcome = outcome }

  func write() -> String { JSONWriter(.pretty).write(document) + "\n" }

  private var document: Document {
    .members([
      ("version", "1"), ("summary", summary), ("findings", .array(outcome.report.findings.map(finding))),
      ("suppressed", .array(outcome.report.suppressed.map(suppressed))), ("unknown", .array(outcome.report.undecided.map(undecided))),
      ("diagnostics", .array(outcome.diagnostics.map(DiagnosticLines.document))), ("coverage", .members(outcome.coverage.gaps)),
    ])
  }

  private var summary: Document { .members(summaryMembers) }

  var summaryMembers: [(String, Document)] {
    outcome.coverage.extent + [
      ("findings", .members(outcome.countsBySeverity.map { ($0.severity.rawValue, .integer($0.count)) })),
      ("errors", .integer(outcome.diagnostics.filter { $0.severity == .error }.count)), ("complete", .bool(outcome.isComplete)),
      ("known", .integer(outcome.report.knownCount)), ("gone", .integer(outcome.report.goneCount)),
    ]
  }

  var coverageMembers: [(String, Document)] { outcome.coverage.gaps }

  private func finding(_ finding: Finding) -> Document { .members(members(of: finding)) }

  func members(of finding: Finding) -> [(String, Document)] {
    [
      ("rule", .string(finding.rule)), ("category", .string(finding.category.rawValue)), ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message)), ("help", .string(finding.help)), ("address", .string(finding.address)),
      ("instances", .array(finding.instances.map { .string($0) })), ("location", locationDocument(finding.primary.range)),
      ("related", .array(finding.related.map(DiagnosticLines.label))), ("values", .array(SecretMask.values(of: finding).map { .string($0) })),
      ("equivalents", equivalents(finding.equivalents)), ("fingerprint", .string(finding.fingerprint)),
      ("fix", finding.fix.map(fix) ?? .null),
    ]
  }

  /// The three tools that are always there, then any other.
  private func equivalents(_ equivalents: RuleEquivalents) -> Document {
    var members: [(String, Document)] = ["checkov", "trivy", "tflint"].map { ($0, .array([])) }
    for (tool, ids) in equivalents.sorted { members.append((tool, .array(ids.map { .string($0) }))) }
    return .members(members)
  }

  private func fix(_ fix: Fix) -> Document {
    .members([
      ("safety", .string(fix.safety.rawValue)), ("title", .string(fix.title)),
      (
        "edits",
        .array(
          fix.edits.map { .members([("location", locationDocument($0.range)), ("replacement", .string($0.replacement))]) })
      ),
    ])
  }

  private func suppressed(_ suppressed: SuppressedFinding) -> Document { .members(members(of: suppressed)) }

  func members(of suppressed: SuppressedFinding) -> [(String, Document)] {
    members(of: suppressed.finding) + [
      ("reason", .string(suppressed.reason)), ("comment", locationDocument(suppressed.comment)),
    ]
  }

  private func undecided(_ result: UndecidedResult) -> Document { .members(members(of: result)) }

  func members(of result: UndecidedResult) -> [(String, Document)] {
    [
      ("rule", .string(result.rule)), ("address", .string(result.address)), ("reason", .string(result.reason)),
      ("location", locationDocument(result.location)),
    ]
  }
}
