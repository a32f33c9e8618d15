import Diagnostics
import Linting

/// One line for each finding: `path:line:column: severity[rule] message`.
struct LintConciseReport {
  private let outcome: LintOutcome
  private let style: LintReportStyle

  init(_ outcome: LintOutcome, _ style: LintReportStyle) {
    self.outcome = outcome
    self.style = style
  }

  func write() -> String {
    var text = outcome.diagnostics.map(DiagnosticLines.concise).joined()
    for finding in outcome.report.findings {
      text += "\(placeText(finding.primary.range)): \(finding.severity.rawValue)[\(finding.rule)] \(DisplayWidth.visible(line: finding.message))\n"
    }
    if style.showsUndecided {
      for result in outcome.report.undecided {
        text += "\(placeText(result.location)): undecided[\(result.rule)] \(DisplayWidth.visible(line: "\(result.address): \(result.reason)"))\n"
      }
    }
    if style.showsStatistics { text += LintStatistics(outcome.report).text() }
    if !style.isQuiet { text += LintSummary(outcome).text(.none) }
    return text
  }
}
