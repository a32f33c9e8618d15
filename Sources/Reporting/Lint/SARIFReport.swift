import Diagnostics
import Documents
import Linting
import SourceText

/// SARIF 2.1.0, as GitHub code scanning reads it. (OASIS SARIF 2.1.0; GitHub, "SARIF support for code scanning".)
///
/// Columns count UTF-16 code units; paths are relative to the repository; a run that could not read everything says so in its
/// invocation and names what is missing in a notification. Findings that comments silence are left out unless they are asked for: code
/// scanning would show them as open. Past the limit of code scanning the lowest severities are left out, and a notification says so.
struct SARIFReport {
  private let outcome: LintOutcome
  /// How many results code scanning takes in.
  static let maximumResults = 25_000

  private let findings: [Finding]
  private let suppressed: [SuppressedFinding]
  private let omittedCount: Int
  private let lineHashes = LineHashes()
  private let ruleNames: [String]
  private let ruleIndices: [String: Int]

  init(_ outcome: LintOutcome, keepsSuppressed: Bool = false) {
    self.outcome = outcome
    findings = Self.worst(outcome.report.findings)
    let silenced = keepsSuppressed ? outcome.report.suppressed : []
    suppressed = Array(silenced.prefix(Self.maximumResults - findings.count))
    omittedCount = outcome.report.findings.count + silenced.count - findings.count - suppressed.count
    let used = Set((findings + suppressed.map(\.finding)).map(\.rule))
    ruleNames = used.sorted()
    ruleIndices = Dictionary(ruleNames.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// As many as fit, the worst of them, in the order that they had.
  private static func worst(_ findings: [Finding]) -> [Finding] {
    guard findings.count > maximumResults else { return findings }
    let ranked = findings.indices.sorted { (findings[$1].severity, $0) < (findings[$0].severity, $1) }
    return ranked.prefix(maximumResults).sorted().map { findings[$0] }
  }

  func write() -> String {
    JSONWriter(.pretty).write(
      .members([
        ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"), ("version", "2.1.0"), ("runs", .array([run])),
      ])) + "\n"
  }

  private var run: Document {
    var hashes = lineHashes
    var results: [Document] = []
    for finding in findings { results.append(.members(members(of: finding, &hashes))) }
    for suppressed in suppressed {
      let suppression: Document = .members([
        ("kind", "inSource"), ("justification", .string(suppressed.reason)),
        ("location", .members([("physicalLocation", physicalLocation(suppressed.comment))])),
      ])
      results.append(.members(members(of: suppressed.finding, &hashes) + [("suppressions", .array([suppression]))]))
    }
    return .members([
      ("tool", .members([("driver", driver)])), ("invocations", .array([invocation])), ("columnKind", "utf16CodeUnits"),
      ("automationDetails", .members([("id", "terrane/lint/")])), ("results", .array(results)),
    ])
  }

  private var driver: Document {
    .members([
      ("name", "terrane"), ("version", .string(outcome.version)), ("semanticVersion", .string(outcome.version)),
      ("rules", .array(ruleNames.map(rule))),
    ])
  }

  private var invocation: Document {
    .members([
      ("executionSuccessful", .bool(outcome.isComplete)),
      ("toolExecutionNotifications", .array(outcome.diagnostics.map(notification) + omission)),
      ("properties", .members([("coverage", .members(outcome.coverage.extent + outcome.coverage.gaps))])),
    ])
  }

  /// What is not in the report, when anything is not.
  private var omission: [Document] {
    guard omittedCount > 0 else { return [] }
    let text = "\(counted(omittedCount, "result")) of the lowest severities left out: code scanning takes in \(Self.maximumResults)."
    return [
      .members([
        ("descriptor", .members([("id", "results-left-out")])), ("level", "warning"), ("message", .members([("text", .string(text))])),
      ])
    ]
  }

  private func notification(_ diagnostic: Diagnostic) -> Document {
    let text = diagnostic.detail.isEmpty ? diagnostic.summary : "\(diagnostic.summary). \(diagnostic.detail)"
    var members: [(String, Document)] = [
      ("descriptor", .members([("id", .string(diagnostic.id))])), ("level", .string(diagnostic.severity.rawValue)),
      ("message", .members([("text", .string(text))])),
    ]
    if let subject = diagnostic.subject {
      members.append(("locations", .array([.members([("physicalLocation", physicalLocation(subject))])])))
    }
    return .members(members)
  }

  // MARK: Rules

  private func rule(_ name: String) -> Document {
    guard let rule = outcome.rules[name] else {
      return .members([
        ("id", .string(name)), ("shortDescription", text(name)), ("fullDescription", text(name)), ("help", text(name)),
      ])
    }
    let full = rule.why.isEmpty ? rule.summary : rule.why
    let help = rule.help.isEmpty ? full : rule.help
    let markdown = "**\(rule.summary).**\n\n\(full)\n\n\(help == full ? "" : help + "\n\n")`terrane explain \(name)` shows examples.\n"
    return .members([
      ("id", .string(name)), ("name", .string(name)), ("shortDescription", text(rule.summary)), ("fullDescription", text(full)),
      ("help", .members([("text", .string(help)), ("markdown", .string(markdown))])),
      ("defaultConfiguration", .members([("level", .string(level(rule.severity)))])), ("properties", properties(of: rule)),
    ])
  }

  private func properties(of rule: RuleMetadata) -> Document {
    var tags: [String] = []
    var members: [(String, Document)] = [("precision", "high")]
    switch rule.category {
    case .security, .secrets:
      tags.append("security")
      if let score = score(rule.severity) { members.append(("security-severity", .string(score))) }
    case .correctness, .reliability, .cost, .kubernetes, .style:
      members.append(("problem.severity", .string(problemSeverity(rule.severity))))
    }
    for tag in [rule.category.rawValue] + rule.tags where !tags.contains(tag) { tags.append(tag) }
    // The upload refuses rules with more than 20 tags.
    members.append(("tags", .array(tags.prefix(20).map { .string($0) })))
    return .members(members)
  }

  /// A description of at most 1,024 characters, never empty.
  private func text(_ text: String) -> Document {
    .members([("text", .string(text.count > 1024 ? String(text.prefix(1023)) + "…" : text.isEmpty ? "–" : text))])
  }

  private func level(_ severity: RuleSeverity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "note"
    }
  }

  private func problemSeverity(_ severity: RuleSeverity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "recommendation"
    }
  }

  /// In the middle of the range that GitHub shows under the same name.
  private func score(_ severity: RuleSeverity) -> String? {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.0"
    case .info: nil
    }
  }

  // MARK: Results

  private func members(of finding: Finding, _ hashes: inout LineHashes) -> [(String, Document)] {
    let places = Places(finding, outcome.paths)
    var members: [(String, Document)] = [
      ("ruleId", .string(finding.rule)), ("ruleIndex", .integer(ruleIndices[finding.rule] ?? 0)),
      ("level", .string(level(finding.severity))), ("message", .members([("text", .string(LintReportEntry.message(of: finding)))])),
      ("locations", .array([location(of: finding, at: places.primary.range)])),
    ]
    if !places.related.isEmpty {
      members.append(("relatedLocations", .array(places.related.prefix(100).enumerated().map(relatedLocation))))
    }
    if !places.flow.isEmpty { members.append(("codeFlows", .array([codeFlow(places.flow)]))) }
    members.append(
      (
        "partialFingerprints",
        .members([
          ("primaryLocationLineHash", .string(hashes.hash(at: places.primary.range))), ("terrane/v1", .string(finding.fingerprint)),
        ])
      ))
    if let fix = finding.fix { members.append(("fixes", .array([self.fix(fix)]))) }
    members.append(
      (
        "properties",
        .members([
          ("severity", .string(finding.severity.rawValue)), ("category", .string(finding.category.rawValue)),
          ("instances", .array(finding.instances.map { .string($0) })),
        ])
      ))
    return members
  }

  private func codeFlow(_ steps: [DiagnosticLabel]) -> Document {
    let locations = steps.map { step -> Document in
      let location: Document = .members([
        ("physicalLocation", physicalLocation(step.range)), ("message", .members([("text", .string(step.message))])),
      ])
      return .members([("location", location)])
    }
    return .members([("threadFlows", .array([.members([("locations", .array(locations))])]))])
  }

  private func location(of finding: Finding, at range: SourceRange) -> Document {
    var members: [(String, Document)] = [("physicalLocation", physicalLocation(range))]
    if !finding.address.isEmpty {
      members.append(
        ("logicalLocations", .array([.members([("fullyQualifiedName", .string(finding.address)), ("kind", "resource")])])))
    }
    return .members(members)
  }

  private func relatedLocation(_ index: Int, _ label: DiagnosticLabel) -> Document {
    var members: [(String, Document)] = [("id", .integer(index)), ("physicalLocation", physicalLocation(label.range))]
    if !label.message.isEmpty { members.append(("message", .members([("text", .string(label.message))]))) }
    return .members(members)
  }

  private func fix(_ fix: Fix) -> Document {
    var files: [SourceFile] = []
    for edit in fix.edits where !files.contains(where: { $0 === edit.range.file }) { files.append(edit.range.file) }
    let changes = files.map { file -> Document in
      let replacements = fix.edits.filter { $0.range.file === file }.map { edit -> Document in
        .members([("deletedRegion", region(edit.range)), ("insertedContent", .members([("text", .string(edit.replacement))]))])
      }
      return .members([("artifactLocation", artifact(file)), ("replacements", .array(replacements))])
    }
    return .members([("description", .members([("text", .string(fix.title))])), ("artifactChanges", .array(changes))])
  }

  // MARK: Places

  private func physicalLocation(_ range: SourceRange) -> Document {
    .members([("artifactLocation", artifact(range.file)), ("region", region(range))])
  }

  private func artifact(_ file: SourceFile) -> Document {
    .members([("uri", .string(percentEncoded(outcome.paths.relativeToRepository(file.path))))])
  }

  private func region(_ range: SourceRange) -> Document {
    let index = range.file.lineIndex
    let bytes = range.file.bytes
    let end = max(range.bytes.start, range.bytes.end)
    return .members([
      ("startLine", .integer(index.line(at: range.bytes.start))),
      ("startColumn", .integer(index.utf16Column(at: range.bytes.start, in: bytes))), ("endLine", .integer(index.line(at: end))),
      ("endColumn", .integer(index.utf16Column(at: end, in: bytes))),
    ])
  }

  /// A path as a relative reference. (RFC 3986, section 4.2.)
  private func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
