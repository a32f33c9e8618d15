import Diagnostics
import Linting
import SourceText

/// A line of a report that takes problems one by one: a finding, or an error or warning about the configuration itself.
struct LintReportEntry {
  /// How bad it is in the three steps that most formats know.
  enum Level {
    case error, warning, info
  }

  /// The rule's name, or the diagnostic's id.
  var id: String
  var level: Level
  /// The severity of a finding; nil for a diagnostic.
  var severity: RuleSeverity?
  /// One paragraph: what is wrong, with the values that explain it, and what to do.
  var message: String
  /// Nil for what has no place.
  var range: SourceRange?
  /// The same for the same problem when lines move; nil for a diagnostic.
  var fingerprint: String?

  init(_ finding: Finding) {
    id = finding.rule
    severity = finding.severity
    range = finding.primary.range
    fingerprint = finding.fingerprint
    level =
      switch finding.severity {
      case .critical, .high: .error
      case .medium, .low: .warning
      case .info: .info
      }
    message = Self.message(of: finding)
    if !finding.address.isEmpty { message += " (\(finding.address))" }
    if !finding.help.isEmpty { message += "\n\(finding.help)" }
  }

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    range = diagnostic.subject
    level =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .info
      }
    message = diagnostic.detail.isEmpty ? diagnostic.summary : "\(diagnostic.summary). \(diagnostic.detail)"
  }

  /// All of a run in the order of its report: what is wrong with the configuration, then the findings.
  static func all(of outcome: LintOutcome) -> [LintReportEntry] {
    outcome.diagnostics.map { LintReportEntry($0) } + outcome.report.findings.map { LintReportEntry($0) }
  }

  /// What a finding says, with the values that explain it.
  static func message(of finding: Finding) -> String {
    let message = finding.message.isEmpty ? finding.rule : finding.message
    let values = SecretMask.values(of: finding)
    return values.isEmpty ? message : "\(message.hasSuffix(".") ? message : message + ".") Here \(values.joined(separator: ", "))."
  }

  /// The first and the last line that it covers, counted from 1.
  var lines: (first: Int, last: Int) {
    guard let range else { return (1, 1) }
    let index = range.file.lineIndex
    let first = index.line(at: range.bytes.start)
    // A range that ends with a line break does not cover the next line.
    let end = range.bytes.end > range.bytes.start ? range.bytes.end - 1 : range.bytes.start
    return (first, max(first, index.line(at: end)))
  }

  /// The path of its file from the top of the repository; `.` for what has no place.
  func path(_ outcome: LintOutcome) -> String { range.map { outcome.paths.relativeToRepository($0.file.path) } ?? "." }
}
