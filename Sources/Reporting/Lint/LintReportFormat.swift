/// The formats of lint reports.
public enum LintReportFormat: String, CaseIterable, Sendable {
  case text, concise, json, sarif

  /// Writes a report.
  ///
  /// - Parameter style: how text for people looks; formats for tools do not depend on its width and colours.
  public func write(_ outcome: LintOutcome, _ style: LintReportStyle) -> String {
    switch self {
    case .text: LintTextReport(outcome, style).write()
    case .concise: LintConciseReport(outcome, style).write()
    case .json: LintJSONReport(outcome).write()
    case .sarif: SARIFReport(outcome).write()
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

  public init(
    width: Int = 100, usesColor: Bool = false, showsUndecided: Bool = false, showsStatistics: Bool = false, isQuiet: Bool = false
  ) {
    self.width = width
    self.usesColor = usesColor
    self.showsUndecided = showsUndecided
    self.showsStatistics = showsStatistics
    self.isQuiet = isQuiet
  }
}
