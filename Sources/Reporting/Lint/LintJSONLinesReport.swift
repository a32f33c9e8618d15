import Diagnostics
import Documents
import Linting

/// The report for scripts that read line by line: an object for each diagnostic, finding, silenced finding and open condition, whose
/// `kind` says which it is, and last the summary. (docs/cli.md, `lint --format json`, has the members.)
struct LintJSONLinesReport {
  private let report: LintJSONReport
  private let outcome: LintOutcome

  init(_ outcome: LintOutcome) {
    self.outcome = outcome
    report = LintJSONReport(outcome)
  }

  func write() -> String {
    let writer = JSONWriter(.compact)
    var text = ""
    func add(_ kind: String, _ members: [(String, Document)]) {
      text += writer.write(.members([("kind", .string(kind))] + members)) + "\n"
    }
    for diagnostic in outcome.diagnostics { add("diagnostic", DiagnosticLines.members(of: diagnostic)) }
    for finding in outcome.report.findings { add("finding", report.members(of: finding)) }
    for suppressed in outcome.report.suppressed { add("suppressed", report.members(of: suppressed)) }
    for result in outcome.report.undecided { add("unknown", report.members(of: result)) }
    add("summary", report.summaryMembers + [("coverage", .members(report.coverageMembers))])
    return text
  }
}
