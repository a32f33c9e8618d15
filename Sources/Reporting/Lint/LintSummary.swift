import Diagnostics
import Linting

/// The last lines of a report: what was found, and what was looked at.
struct LintSummary {
  private let outcome: LintOutcome

  init(_ outcome: LintOutcome) { self.outcome = outcome }

  func text(_ palette: Palette) -> String {
    var lines = [headline(palette), coverage]
    if let line = list(outcome.coverage.callsNotFollowed, "module call", "not followed, their code is not in view") { lines.append(line) }
    if let line = list(outcome.coverage.unknownTypes, "resource", "of types that no schema knows") { lines.append(line) }
    if !outcome.report.undecided.isEmpty {
      lines.append("\(counted(outcome.report.undecided.count, "condition")) not decided (--show-unknown says why)")
    }
    if !outcome.isComplete { lines.append(palette.paint("Not everything could be read: the result is incomplete.", .error)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(_ palette: Palette) -> String {
    let findings = outcome.report.findings.count
    let errors = outcome.diagnostics.filter { $0.severity == .error }.count
    var parts: [String] = []
    if errors > 0 { parts.append(palette.paint(counted(errors, "error"), .error)) }
    if findings == 0 {
      parts.append(palette.paint("No findings", errors == 0 ? .note : .plain))
    } else {
      let counts = outcome.countsBySeverity.filter { $0.count > 0 }.map { severity, count in
        palette.paint("\(count) \(severity.rawValue)", severity >= .high ? .error : severity >= .low ? .warning : .note)
      }
      parts.append("\(counted(findings, "finding")): \(counts.joined(separator: ", "))")
    }
    let silenced = outcome.report.suppressed.count
    if silenced > 0 { parts.append("\(silenced) silenced by comments") }
    let known = outcome.report.knownCount
    if known > 0 { parts.append("\(known) known") }
    let gone = outcome.report.goneCount
    if gone > 0 { parts.append("\(gone) gone") }
    return parts.joined(separator: "; ")
  }

  private var coverage: String {
    let coverage = outcome.coverage
    return "Looked at \(counted(coverage.files, "file")), \(counted(coverage.modules, "module")), \(counted(coverage.resources, "resource"))"
  }

  private func list(_ counts: [String: Int], _ noun: String, _ what: String) -> String? {
    guard !counts.isEmpty else { return nil }
    let shown = 5
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let names = sorted.prefix(shown).map { name, count in
      DisplayWidth.visible(line: name) + (count > 1 ? " (\(count))" : "")
    }
    let rest = sorted.count > shown ? " and \(sorted.count - shown) more" : ""
    return "\(counted(counts.values.reduce(0, +), noun)) \(what): \(names.joined(separator: ", "))\(rest)"
  }
}

/// How many findings each rule has.
struct LintStatistics {
  private let counts: [(rule: String, severity: RuleSeverity, count: Int)]

  init(_ report: LintReport) {
    var counts: [String: (severity: RuleSeverity, count: Int)] = [:]
    for finding in report.findings {
      counts[finding.rule] = (finding.severity, (counts[finding.rule]?.count ?? 0) + 1)
    }
    self.counts = counts.map { (rule: $0.key, severity: $0.value.severity, count: $0.value.count) }
      .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  /// A line for each rule, the most frequent first.
  func text() -> String {
    let width = counts.map { String($0.count).count }.max() ?? 1
    return counts.map { rule, severity, count in
      String(repeating: " ", count: width - String(count).count) + "\(count)  \(rule) (\(severity.rawValue))\n"
    }.joined()
  }
}
