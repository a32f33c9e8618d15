import Diagnostics
import Linting
import Reporting
import SourceText
import TerraformModel

/// What all projects of a run have given so far.
struct LintCollection {
  var diagnostics: [Diagnostic]
  var reports: [LintReport] = []
  var coverage = LintCoverage()
  /// Whether something that was asked for could not be read.
  var isComplete = true
  /// Files whose content does not come from the disk, by path.
  var overlay: [String: [UInt8]] = [:]
  var declaredVariables: Set<String> = []
  /// When paths of files were given: only what stands in them is reported.
  var reportedFiles: Set<String> = []
  var reportedDirectories: Set<String> = []
  /// Plans, and the files of the configurations that they were made from: everything in them is reported.
  var planFiles: Set<String> = []
  /// Files that nothing is reported of.
  var ignoredFiles: Set<String> = []
  /// What is wrong with files that say how to lint: reported whatever is looked at.
  private var configurationProblems: [Diagnostic] = []
  /// Rules of packs that a configuration names.
  var catalogs: [RuleCatalog] = []
  /// Other tools' files that were taken into account, by path.
  var foreignFiles: [String: ForeignConfiguration] = [:]
  /// The severity from which on findings of a directory make the run fail.
  private var thresholds: [String: FailureThreshold] = [:]
  /// Of root modules, for the reports that show them.
  var pictures: [LintPicture] = []
  /// How many root modules have none because there are too many, or they are too large.
  var picturesLeftOut = 0
  /// The first project, whose paths the reports use.
  var paths = ReportPaths()

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Adds a problem that keeps the run from being complete.
  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    isComplete = false
  }

  /// Adds problems of a configuration once, however many directories it is for.
  mutating func failConfiguration(_ problems: [Diagnostic]) {
    isComplete = false
    for problem in problems where !configurationProblems.contains(problem) { configurationProblems.append(problem) }
  }

  /// Keeps from which severity on a root module's findings make the run fail.
  mutating func setThreshold(_ threshold: FailureThreshold, of report: LintReport) {
    for finding in report.findings {
      let path = finding.primary.range.file.path
      thresholds[path] = thresholds[path].map { $0.isStricter(than: threshold) ? $0 : threshold } ?? threshold
    }
  }

  /// Whether a finding makes the run fail.
  func isFailing(_ finding: Finding, _ settings: LintSettings) -> Bool {
    (thresholds[finding.primary.range.file.path] ?? settings.failureThreshold ?? .low).includes(finding.severity)
  }

  /// Takes standard input as the content of a file.
  ///
  /// - Returns: the file's path, normalised.
  mutating func readStandardInput(as name: String) throws(DiskError) -> String {
    let path = normalisedPath(name)
    overlay[path] = try Disk.readStandardInput()
    return path
  }

  /// Everything in order, ready to be reported.
  func outcome(_ settings: LintSettings) -> LintOutcome {
    var report = Self.merged(reports[...])
    report.findings = report.findings.filter { isReported($0.primary.range) }
    report.suppressed = report.suppressed.filter { isReported($0.finding.primary.range) }
    report.undecided = report.undecided.filter { isReported($0.location) }
    let shown = diagnostics.filter { diagnostic in
      diagnostic.severity != .note && !ModuleRules.coveredDiagnostics.contains(diagnostic.id)
        && (diagnostic.subject.map { isReported($0) } ?? true)
    }
    let names = Set((report.findings + report.suppressed.map(\.finding)).map(\.rule))
    var rules: [String: RuleMetadata] = [:]
    for name in names {
      rules[name] = settings.catalog.metadata(of: name) ?? catalogs.lazy.compactMap { $0.metadata(of: name) }.first
    }
    return LintOutcome(
      report: report, diagnostics: DiagnosticBag(configurationProblems + shown).sortedForReport(), coverage: coverage, isComplete: isComplete, rules: rules,
      version: terraneVersion, paths: paths,
      date: settings.today ?? "1970-01-01", pictures: pictures, picturesLeftOut: picturesLeftOut)
  }

  /// Whether a place is to be reported: everything is, unless its directory is only here because of files that were named, or git ignores
  /// the file.
  private func isReported(_ range: SourceRange) -> Bool {
    if planFiles.contains(range.file.path) { return true }
    if ignoredFiles.contains(range.file.path), !reportedFiles.contains(range.file.path) { return false }
    if reportedFiles.isEmpty || range.file.path.hasPrefix("<") { return true }
    return reportedFiles.contains(range.file.path) || reportedDirectories.contains(parentPath(range.file.path))
  }

  /// Joins reports two by two, so that the time grows with the findings and not with their square.
  private static func merged(_ reports: ArraySlice<LintReport>) -> LintReport {
    guard let first = reports.first else { return LintReport() }
    if reports.count == 1 { return first }
    let middle = reports.startIndex + reports.count / 2
    var left = merged(reports[..<middle])
    left.merge(merged(reports[middle...]))
    return left
  }
}
