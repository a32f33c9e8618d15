import Diagnostics
import Linting
import SourceText

/// JUnit's XML: a suite for each module with a problem, a failed case for each finding, a skipped one for each that a comment silences,
/// an erroneous one for each error of the configuration itself. (The schema of Apache Ant's JUnitReport.)
///
/// A run without any of them has one suite with one case that passed, since readers take a report without cases for a broken one. The
/// time of the suites is the date that the run was made for, so that two runs give the same bytes.
struct JUnitReport {
  private let outcome: LintOutcome

  init(_ outcome: LintOutcome) { self.outcome = outcome }

  private enum Result {
    case failed, erroneous
    case skipped(reason: String)
  }

  private struct Suite {
    var cases: [XMLElement] = []
    var failures = 0
    var errors = 0
    var skipped = 0
    /// Warnings about the configuration.
    var messages = ""
  }

  func write() throws(LintReportError) -> String {
    var suites: [String: Suite] = [:]
    for diagnostic in outcome.diagnostics {
      let entry = LintReportEntry(diagnostic)
      switch diagnostic.severity {
      case .error:
        suites[module(of: entry), default: Suite()].errors += 1
        suites[module(of: entry)]?.cases.append(testCase(entry, .erroneous))
      case .warning, .note: suites[module(of: entry), default: Suite()].messages += DiagnosticLines.concise(diagnostic)
      }
    }
    for finding in outcome.report.findings {
      let entry = LintReportEntry(finding)
      suites[module(of: entry), default: Suite()].failures += 1
      suites[module(of: entry)]?.cases.append(testCase(entry, .failed))
    }
    for suppressed in outcome.report.suppressed {
      let entry = LintReportEntry(suppressed.finding)
      suites[module(of: entry), default: Suite()].skipped += 1
      suites[module(of: entry)]?.cases.append(testCase(entry, .skipped(reason: suppressed.reason)))
    }
    if suites.values.allSatisfy(\.cases.isEmpty) {
      suites[".", default: Suite()].cases.append(
        XMLElement("testcase", [("name", "no findings"), ("classname", "terrane.lint"), ("time", "0")]))
    }
    let elements = suites.sorted { $0.key < $1.key }.enumerated().map { element($0.element.key, $0.element.value, id: $0.offset) }
    return try XMLElement("testsuites", elements: elements).document()
  }

  private func module(of entry: LintReportEntry) -> String {
    let path = entry.path(outcome)
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "." }
    return String(path[..<slash])
  }

  private func element(_ module: String, _ suite: Suite, id: Int) -> XMLElement {
    XMLElement(
      "testsuite",
      [
        ("name", module), ("package", "terrane.lint"), ("id", "\(id)"), ("timestamp", "\(outcome.date)T00:00:00"), ("hostname", "localhost"),
        ("tests", "\(suite.cases.count)"), ("failures", "\(suite.failures)"), ("errors", "\(suite.errors)"),
        ("skipped", "\(suite.skipped)"), ("time", "0"),
      ],
      elements: [
        XMLElement("properties", elements: [XMLElement("property", [("name", "terrane.version"), ("value", outcome.version)])])
      ] + suite.cases + [XMLElement("system-out"), XMLElement("system-err", [], suite.messages.isEmpty ? [] : [.text(suite.messages)])])
  }

  private func testCase(_ entry: LintReportEntry, _ result: Result) -> XMLElement {
    let place = entry.range.map { "\(entry.path(outcome)):\($0.start.line):\($0.start.column)" } ?? entry.path(outcome)
    let message = String(entry.message.prefix { $0 != "\n" })
    let content: XMLElement.Content = .text("\(place): \(entry.message)")
    let verdict =
      switch result {
      case .failed: XMLElement("failure", [("message", message), ("type", entry.severity?.rawValue ?? "error")], [content])
      case .erroneous: XMLElement("error", [("message", message), ("type", entry.id)], [content])
      case .skipped(let reason): XMLElement("skipped", [("message", reason.isEmpty ? "silenced by a comment" : reason)])
      }
    return XMLElement(
      "testcase", [("name", "\(entry.id) at \(place)"), ("classname", "terrane.\(entry.id)"), ("time", "0")], elements: [verdict])
  }
}
