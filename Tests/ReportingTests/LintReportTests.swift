import Diagnostics
import Foundation
import Linting
import SourceText
import TestSupport
import Testing

@testable import Reporting

/// A module of one file whose names and values try to leave their place in every format.
private struct Hostile {
  static let text = "\n\nlocals {\n  a = \"100%, b:\n::error::x <script>alert(1)</script> ]]> & \u{1} \u{FFFE}\"\n}\n"
  let file = SourceFile(path: "deep/a,b:c%/m&<n>.tf", text: Hostile.text)

  var range: SourceRange { SourceRange(file: file, bytes: ByteRange(start: 2, end: UInt32(file.bytes.count))) }

  func finding(_ severity: RuleSeverity, _ message: String = "It says “100%, b:\n::error::x <script>alert(1)</script> ]]> & \u{1} \u{FFFE}”") -> Finding {
    let rule = RuleMetadata(name: "odd-rule", summary: "Odd", category: .security, severity: severity, help: "Mend it.")
    return Finding(rule: rule, message: message, address: "aws_x.y[\"<&\"]", instances: ["aws_x.y[\"<&\"]"], primary: DiagnosticLabel(range, ""))
  }

  func outcome(_ findings: [Finding]) -> LintOutcome {
    var report = LintReport()
    report.findings = findings
    return LintOutcome(report: report, date: "2026-01-02")
  }
}

private func write(_ format: LintReportFormat, _ outcome: LintOutcome) throws -> String {
  try format.write(outcome, LintReportStyle(isQuiet: true))
}

@Test func `a workflow command stays one line, whatever a finding says`() throws {
  let hostile = Hostile()
  let lines = try write(.github, hostile.outcome([hostile.finding(.low), hostile.finding(.high)])).split(separator: "\n")
  #expect(lines.count == 2)
  #expect(lines.first?.hasPrefix("::error file=deep/a%2Cb%3Ac%25/m&<n>.tf,line=3,endLine=6,title=odd-rule (high)::It says “100%25, b:%0A::error::x") == true)
  #expect(lines.last?.hasPrefix("::warning ") == true)
}

@Test func `fingerprints of a code quality report are unique and do not depend on lines`() throws {
  let hostile = Hostile()
  let text = try write(.gitlab, hostile.outcome([hostile.finding(.critical), hostile.finding(.low)]))
  let problems = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
  #expect(problems.map { $0["severity"] as? String } == ["blocker", "minor"])
  let fingerprints = problems.compactMap { $0["fingerprint"] as? String }
  #expect(Set(fingerprints).count == 2)
  #expect(fingerprints == [hostile.finding(.low).fingerprint, hostile.finding(.low).fingerprint + "-2"])
}

@Test(arguments: [LintReportFormat.junit, .checkstyle]) func `XML is well formed, whatever a finding says`(_ format: LintReportFormat) throws {
  let hostile = Hostile()
  let error = Diagnostic(.error, "syntax", "Odd \u{2} <token>", detail: "More & more.", at: hostile.range)
  var outcome = hostile.outcome([hostile.finding(.medium)])
  outcome.diagnostics = [error]
  outcome.report.suppressed = [SuppressedFinding(finding: hostile.finding(.info), reason: "a \"reason\" < \u{3}", comment: hostile.range)]
  let text = try write(format, outcome)
  #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
  #expect(!text.contains("<script>"))
  #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{FFFE}" })
  #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; \u{FFFD} \u{FFFD}”"))
  let again = try write(format, outcome)
  #expect(again == text)
}

@Test func `a JUnit report counts what it holds`() throws {
  let hostile = Hostile()
  var outcome = hostile.outcome([hostile.finding(.medium), hostile.finding(.low)])
  outcome.report.suppressed = [SuppressedFinding(finding: hostile.finding(.info), reason: "known", comment: hostile.range)]
  let text = try write(.junit, outcome)
  #expect(text.contains("timestamp=\"2026-01-02T00:00:00\" hostname=\"localhost\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"1\""))
  #expect(text.contains("<skipped message=\"known\"/>"))
  #expect(try write(.junit, hostile.outcome([])).contains("tests=\"1\" failures=\"0\""))
}

@Test func `each line of JSON Lines is an object that says what it is`() throws {
  let hostile = Hostile()
  let lines = try write(.jsonl, hostile.outcome([hostile.finding(.low)])).split(separator: "\n")
  let kinds = try lines.map { line in
    (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["kind"] as? String
  }
  #expect(kinds == ["finding", "summary"])
}

@Test func `past the limit of code scanning the lowest severities are left out, and it is said`() throws {
  let hostile = Hostile()
  let low = hostile.finding(.low, "low")
  var findings = [Finding](repeating: low, count: SARIFReport.maximumResults)
  findings.insert(hostile.finding(.critical, "critical"), at: 17)
  findings.append(hostile.finding(.high, "high"))
  let report = try JSONSerialization.jsonObject(with: Data(try write(.sarif, hostile.outcome(findings)).utf8)) as? [String: Any]
  let run = (report?["runs"] as? [[String: Any]])?.first
  let levels = (run?["results"] as? [[String: Any]])?.map { $0["level"] as? String } ?? []
  #expect(levels.count == SARIFReport.maximumResults)
  #expect(levels.filter { $0 == "error" }.count == 2)
  #expect(levels[17] == "error")
  let invocation = (run?["invocations"] as? [[String: Any]])?.first
  let notifications = invocation?["toolExecutionNotifications"] as? [[String: Any]]
  #expect(((notifications?.first?["message"] as? [String: Any])?["text"] as? String)?.hasPrefix("2 results of the lowest") == true)
}

@Test func `a page holds nothing of the user's as markup and asks no server for anything`() throws {
  let hostile = Hostile()
  var outcome = hostile.outcome([hostile.finding(.high)])
  outcome.diagnostics = [Diagnostic(.error, "syntax", "<img src=x onerror=alert(1)>", at: hostile.range)]
  outcome.report.suppressed = [SuppressedFinding(finding: hostile.finding(.info), reason: "\"'><script>", comment: hostile.range)]
  outcome.coverage.callsNotFollowed = ["<b>": 1]
  let text = try LintReportFormat.html.write(outcome, LintReportStyle())
  #expect(!text.contains("<script>alert") && !text.contains("<img") && !text.contains("<b>") && !text.contains("'><script>"))
  #expect(text.components(separatedBy: "<script>").count == 2)
  #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  #expect(!text.contains("src=") || text.contains("&lt;img src=x"))
  for request in ["https://", "@import", "url(http", " href=\"http"] { #expect(!text.contains(request), "\(request)") }
  #expect(try LintReportFormat.html.write(outcome, LintReportStyle()) == text)
}

@Test func `a page masks secrets in its source lines`() throws {
  let file = SourceFile(path: "main.tf", text: "password = \"hunter2-hunter2-hunter2\"\n")
  let rule = RuleMetadata(name: "secret", summary: "Secret", category: .secrets, severity: .critical)
  let range = SourceRange(file: file, bytes: ByteRange(start: 11, end: 36))
  let finding = Finding(rule: rule, message: "A secret.", address: "", primary: DiagnosticLabel(range, ""))
  var report = LintReport()
  report.findings = [finding]
  let text = try LintReportFormat.html.write(LintOutcome(report: report), LintReportStyle())
  #expect(!text.contains("hunter2-hunter2"))
  #expect(text.contains("<mark>"))
}
