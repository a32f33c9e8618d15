/// The formats of lint reports.
public enum LintReportFormat: String, CaseIterable, Sendable {
  case text, concise, json, jsonl, sarif, junit, checkstyle, github, gitlab, html

  /// Writes a report.
  ///
  /// - Parameter style: how text for people looks; formats for tools do not depend on its width and colours.
  /// - Throws: when the report needs a library of the system that is not there.
  public func write(_ outcome: LintOutcome, _ style: LintReportStyle) throws(LintReportError) -> String {
    switch self {
    case .text: LintTextReport(outcome, style).write()
    case .concise: LintConciseReport(outcome, style).write()
    case .json: LintJSONReport(outcome).write()
    case .jsonl: LintJSONLinesReport(outcome).write()
    case .sarif: SARIFReport(outcome, keepsSuppressed: style.keepsSuppressed).write()
    case .junit: try JUnitReport(outcome).write()
    case .checkstyle: try CheckstyleReport(outcome).write()
    case .github: GitHubReport(outcome, style).write()
    case .gitlab: GitLabReport(outcome).write()
    case .html: LintHTMLReport(outcome, style).write()
    }
  }
}

/// How a report for people looks and what it holds.
public struct LintReportStyle: Sendable {
  /// The columns to fill.
  public var width: Int
  public var usesColor: Bool
  /// Says what could not be decided and why.
  public var showsUndecided: Bool
  /// Ends with a count for each rule.
  public var showsStatistics: Bool
  /// Leaves the summary out.
  public var isQuiet: Bool
  /// Whether SARIF holds what comments silence, marked as such.
  public var keepsSuppressed: Bool

  public init(
    width: Int = 100, usesColor: Bool = false, showsUndecided: Bool = false, showsStatistics: Bool = false, isQuiet: Bool = false,
    keepsSuppressed: Bool = false
  ) {
    self.width = width
    self.usesColor = usesColor
    self.showsUndecided = showsUndecided
    self.showsStatistics = showsStatistics
    self.isQuiet = isQuiet
    self.keepsSuppressed = keepsSuppressed
  }
}
