import Diagnostics
import Linting
import SourceText

/// The report for people: each finding with its source, the values that explain it, the way it came about, and what to do.
struct LintTextReport {
  private let outcome: LintOutcome
  private let style: LintReportStyle
  private let renderer: DiagnosticTextRenderer
  private let palette: Palette
  private let mask: SecretMask

  init(_ outcome: LintOutcome, _ style: LintReportStyle) {
    self.outcome = outcome
    self.style = style
    mask = SecretMask(outcome.report.findings)
    palette = style.usesColor ? .ansi : .none
    renderer = DiagnosticTextRenderer(width: style.width, palette: palette)
  }

  func write() -> String {
    var blocks = outcome.diagnostics.map { renderer.render($0) }
    blocks += outcome.report.findings.map(render)
    if style.showsUndecided, !outcome.report.undecided.isEmpty { blocks.append(undecided()) }
    if style.showsStatistics, !outcome.report.findings.isEmpty { blocks.append(LintStatistics(outcome.report).text()) }
    if !style.isQuiet { blocks.append(LintSummary(outcome).text(palette)) }
    return blocks.joined(separator: "\n")
  }

  // MARK: Findings

  private func render(_ finding: Finding) -> String {
    var notes: [String] = []
    if let instances = instances(of: finding) { notes.append(instances) }
    let values = SecretMask.values(of: finding)
    if !values.isEmpty { notes.append("here " + values.joined(separator: ", ")) }
    if !finding.help.isEmpty, finding.fix == nil { notes.append("help: " + finding.help) }
    let diagnostic = Diagnostic(
      severity(finding.severity), finding.rule, withoutFullStop(finding.message), at: mask.masked(finding.primary.range),
      subjectMessage: finding.primary.message, related: finding.related.map(mask.masked), fix: finding.fix)
    return renderer.render(diagnostic, notes: notes, kind: finding.severity.rawValue)
  }

  /// Which instances it holds for; nil when the source above says it already.
  private func instances(of finding: Finding) -> String? {
    let shown = 4
    guard !finding.address.isEmpty else { return nil }
    if finding.instances.count <= 1 { return "in \(finding.instances.first ?? finding.address)" }
    let names = finding.instances.prefix(shown).joined(separator: ", ")
    let rest = finding.instances.count > shown ? " and \(finding.instances.count - shown) more" : ""
    return "in \(counted(finding.instances.count, "instance")): \(names)\(rest)"
  }

  private func severity(_ severity: RuleSeverity) -> DiagnosticSeverity {
    switch severity {
    case .critical, .high: .error
    case .medium, .low: .warning
    case .info: .note
    }
  }

  private func withoutFullStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  // MARK: Undecided

  private func undecided() -> String {
    var text = palette.paint("Not decided:", .emphasis) + "\n"
    for result in outcome.report.undecided {
      let place = palette.paint(placeText(result.location), .secondary)
      text += "  \(place): \(result.rule): \(DisplayWidth.visible(line: result.address)): \(DisplayWidth.visible(line: result.reason))\n"
    }
    return text
  }
}
