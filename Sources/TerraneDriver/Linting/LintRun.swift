import Diagnostics
import Linting
import Reporting
import SourceText
import TerraformModel

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
    var total = LintCollection(diagnostics: variables.diagnostics + schemas.problems)
    for (paths, root) in settings.pathsByRoot(options, &total) {
      let project = Project(root: root, overlay: total.overlay, variables: variables, schemas: schemas, options: options)
      ProjectLinter(project: project, settings: settings).lint(paths, into: &total)
    }
    for name in variables.assignedNames where !total.declaredVariables.contains(name) {
      total.diagnostics.append(VariableSources.undeclared(name, among: total.declaredVariables.sorted()))
    }
    let outcome = total.outcome(settings)
    let isWritten = write(outcome)
    return isWritten ? status(of: outcome, total) : .failure
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
      isWritten = save(settings.format.write(outcome, style(nil)), to: path)
    } else {
      isWritten = OutputStream.standardOutput.write(settings.format.write(outcome, style(.standardOutput)))
    }
    for (format, path) in settings.reports where !save(format.write(outcome, style(nil)), to: path) { isWritten = false }
    return isWritten
  }

  private func style(_ stream: OutputStream?) -> LintReportStyle {
    LintReportStyle(
      width: stream?.width ?? 100, usesColor: stream.map { options.usesColor(on: $0) } ?? false,
      showsUndecided: settings.showsUndecided, showsStatistics: settings.showsStatistics, isQuiet: options.isQuiet)
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
