import Linting
import SourceText

/// Workflow commands, which GitHub Actions shows beside the lines of a change. (GitHub, "Workflow commands for GitHub Actions".)
///
/// Paths are relative to the repository. GitHub shows ten of each kind for a step; the errors come first.
struct GitHubReport {
  private let outcome: LintOutcome
  private let style: LintReportStyle

  init(_ outcome: LintOutcome, _ style: LintReportStyle) {
    self.outcome = outcome
    self.style = style
  }

  func write() -> String {
    let entries = LintReportEntry.all(of: outcome)
    let levels: [LintReportEntry.Level] = [.error, .warning, .info]
    let commands = levels.flatMap { level in entries.filter { $0.level == level }.map(command) }.joined()
    return commands + (style.isQuiet ? "" : LintSummary(outcome).text(.none))
  }

  private func command(_ entry: LintReportEntry) -> String {
    let name =
      switch entry.level {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    var properties: [(String, String)] = []
    if let range = entry.range {
      let (first, last) = entry.lines
      properties += [("file", entry.path(outcome)), ("line", "\(first)"), ("endLine", "\(last)")]
      // Columns are for ranges within one line.
      if first == last {
        let start = range.start
        let end = range.end
        properties += [("col", "\(start.column)"), ("endColumn", "\(end.line == last ? max(start.column, end.column - 1) : start.column)")]
      }
    }
    let severity = entry.severity.map { " (\($0.rawValue))" } ?? ""
    properties.append(("title", entry.id + severity))
    let list = properties.map { "\($0)=\(Self.escaped(property: $1))" }.joined(separator: ",")
    return "::\(name) \(list)::\(Self.escaped(entry.message))\n"
  }

  /// What would end the command is written as a percent sign and two digits.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What would end the property as well.
  private static func escaped(property text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
