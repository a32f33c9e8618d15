import Diagnostics
import Linting
import Reporting
import SourceText
import TerraformModel

/// What a run looks at, with what comes from outside of it.
struct LintInput {
  /// Paths by the project that they belong to.
  var groups: [(paths: [String], root: ProjectRoot)]
  var plans: [PlanFile] = []
  var variables: VariableSources
  var schemas: ProviderSchemas
}

/// `terrane lint`: finds modules, judges them, and reports.
public struct LintRun: Sendable {
  public var settings: LintSettings
  public var options: RunOptions

  public init(settings: LintSettings, options: RunOptions) {
    self.settings = settings
    self.options = options
  }

  /// Lints, writes every report that is asked for, and says what to end with.
  public func run() -> ExitStatus {
    let (catalog, problems) = RulePacks.load(settings.packs, into: settings.catalog)
    options.show(problems)
    if problems.contains(where: { $0.severity == .error }) { return .failure }
    var run = self
    run.settings.catalog = catalog
    return run.judge()
  }

  private func judge() -> ExitStatus {
    let unknown = settings.unknownRuleNames()
    if !unknown.isEmpty {
      options.show(unknown)
      return .failure
    }
    let variables = VariableSources(arguments: options.variables, environment: options.environment)
    let schemas = ProviderSchemas(options.providerSchemas)
    var start = LintCollection(diagnostics: variables.diagnostics + schemas.problems)
    let (plans, paths) = plans(variables, &start)
    var rest = settings
    rest.paths = paths
    let groups = paths.isEmpty && !settings.paths.isEmpty ? [] : rest.pathsByRoot(options, &start)
    let input = LintInput(groups: groups, plans: plans, variables: variables, schemas: schemas)
    let known = KnownFindings(settings, options, input)
    if !known.problems.isEmpty {
      options.show(known.problems)
      return .failure
    }
    var fixes = LintFixes(settings.fixes)
    while true {
      let total = collect(input, start, fixes)
      var outcome = total.outcome(settings)
      guard keepBaseline(&outcome) else { return .failure }
      known.remove(from: &outcome)
      if fixes.mend(outcome.report.findings) { continue }
      if !options.isQuiet { options.show(total.foreignFiles.values.map { $0.note(settings.catalog) }) }
      return finish(outcome, total, fixes)
    }
  }

  /// Judges everything once.
  private func collect(_ input: LintInput, _ start: LintCollection, _ fixes: LintFixes) -> LintCollection {
    var total = start
    for plan in input.plans { ProjectLinter(project: plan.project, settings: settings).lint(plan, into: &total) }
    for (paths, root) in input.groups {
      let overlay = total.overlay.merging(fixes.contents) { $1 }
      let project = Project(
        root: root, overlay: overlay, variables: input.variables, schemas: input.schemas, options: options)
      ProjectLinter(project: project, settings: settings).lint(paths, into: &total)
    }
    for name in input.variables.assignedNames where !total.declaredVariables.contains(name) {
      total.diagnostics.append(VariableSources.undeclared(name, among: total.declaredVariables.sorted()))
    }
    return total
  }

  /// Writes what was found as a baseline when that is asked for; all of it is known then.
  ///
  /// - Returns: false when it cannot be written.
  private func keepBaseline(_ outcome: inout LintOutcome) -> Bool {
    guard let path = settings.newBaselinePath, outcome.isComplete else { return true }
    let paths = outcome.paths
    let baseline = Baseline(outcome.report.findings) { paths.relativeToRepository($0) }
    guard save(baseline.text, to: path) else { return false }
    outcome.report.knownCount += outcome.report.findings.count
    outcome.report.findings = []
    return true
  }

  /// Writes or shows what was mended, and the reports.
  private func finish(_ outcome: LintOutcome, _ total: LintCollection, _ fixes: LintFixes) -> ExitStatus {
    if settings.fixes.isOn, !options.isQuiet { OutputStream.standardError.write(fixes.summary(outcome.report.findings)) }
    if settings.fixes.showsDiff {
      guard OutputStream.standardOutput.write(fixes.diff) else { return .failure }
      let status = status(of: outcome, total)
      return status == .failure ? .failure : fixes.isEmpty ? .clean : .findings
    }
    let problems = fixes.write()
    options.show(problems)
    return write(outcome) && problems.isEmpty ? status(of: outcome, total) : .failure
  }

  private func status(of outcome: LintOutcome, _ total: LintCollection) -> ExitStatus {
    let status = ExitStatus(outcome.diagnostics)
    if !outcome.isComplete || status == .failure { return .failure }
    return outcome.report.findings.contains { total.isFailing($0, settings) } ? .findings : status
  }

  // MARK: Output

  private func write(_ outcome: LintOutcome) -> Bool {
    var isWritten = true
    if let path = settings.outputPath {
      isWritten = save(outcome, as: settings.format, to: path)
    } else {
      isWritten = text(of: outcome, as: settings.format, style(.standardOutput)).map { OutputStream.standardOutput.write($0) } ?? false
    }
    for (format, path) in settings.reports where !save(outcome, as: format, to: path) { isWritten = false }
    return isWritten
  }

  private func save(_ outcome: LintOutcome, as format: LintReportFormat, to path: String) -> Bool {
    text(of: outcome, as: format, style(nil)).map { save($0, to: path) } ?? false
  }

  /// A report; nil when it cannot be made, which is said.
  private func text(of outcome: LintOutcome, as format: LintReportFormat, _ style: LintReportStyle) -> String? {
    do throws(LintReportError) {
      return try format.write(outcome, style)
    } catch {
      options.show([error.diagnostic])
      return nil
    }
  }

  private func style(_ stream: OutputStream?) -> LintReportStyle {
    LintReportStyle(
      width: stream?.width ?? 100, usesColor: stream.map { options.usesColor(on: $0) } ?? false,
      showsUndecided: settings.showsUndecided, showsStatistics: settings.showsStatistics, isQuiet: options.isQuiet,
      keepsSuppressed: settings.keepsSuppressed)
  }

  private func save(_ text: String, to path: String) -> Bool {
    do throws(DiskError) {
      try Disk.write(Array(text.utf8), to: path)
      return true
    } catch {
      options.show([
        Diagnostic(.error, "unwritable-file", "\(path) cannot be written", detail: "The system says: \(error.reason).", at: nil)
      ])
      return false
    }
  }
}
