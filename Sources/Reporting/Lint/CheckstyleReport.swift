import SourceText

/// The XML of Checkstyle, which many tools take in: the problems of each file. (Checkstyle, "XMLLogger".)
struct CheckstyleReport {
  private let outcome: LintOutcome

  init(_ outcome: LintOutcome) { self.outcome = outcome }

  func write() throws(LintReportError) -> String {
    var errorsByFile: [String: [XMLElement]] = [:]
    for entry in LintReportEntry.all(of: outcome) { errorsByFile[entry.path(outcome), default: []].append(error(entry)) }
    let files = errorsByFile.sorted { $0.key < $1.key }.map { XMLElement("file", [("name", $0.key)], elements: $0.value) }
    return try XMLElement("checkstyle", [("version", "4.3")], elements: files).document()
  }

  private func error(_ entry: LintReportEntry) -> XMLElement {
    let severity =
      switch entry.level {
      case .error: "error"
      case .warning: "warning"
      case .info: "info"
      }
    let start = entry.range?.start
    return XMLElement(
      "error",
      [
        ("line", "\(start?.line ?? 1)"), ("column", "\(start?.column ?? 1)"), ("severity", severity), ("message", entry.message),
        ("source", "terrane.\(entry.id)"),
      ])
  }
}
