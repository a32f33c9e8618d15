import Diagnostics
import Reporting
import TerraformModel

/// `terrane validate`: one configuration, checked without being carried out.
public struct ValidateRun: Sendable {
  public var directory: String
  public var printsJSON: Bool
  /// Where test files lie, relative to the module; nil when they are left out.
  public var testDirectory: String? = ModuleTests.standardDirectory
  public var options: RunOptions

  public init(directory: String, printsJSON: Bool, options: RunOptions) {
    self.directory = directory
    self.printsJSON = printsJSON
    self.options = options
  }

  /// Prints the report.
  public func run() -> ExitStatus {
    let (module, failures) = SingleModule.open(directory, options: options)
    guard let module else { return show(failures, .failure) }
    var validator = ConfigurationValidator(functions: Project.functions, files: module.project.files.functionFiles)
    validator.dialect = options.dialect
    var diagnostics = module.problems + validator.validate(module.configuration)
    if let testDirectory {
      let tests = module.project.tests(of: module.configuration, in: testDirectory)
      diagnostics = DiagnosticBag(diagnostics + validator.validate(tests, of: module.configuration)).sortedForReport()
    }
    return show(diagnostics, module.status(diagnostics), notFollowed: module.configuration.callsNotFollowed)
  }

  private func show(_ diagnostics: [Diagnostic], _ status: ExitStatus, notFollowed: [ModuleCall] = []) -> ExitStatus {
    var report = ValidateReport(options.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics)
    if !options.isQuiet { report.sourcesNotFollowed = notFollowed.map { $0.source ?? "(not a literal)" } }
    let stream = OutputStream.standardOutput
    let text = printsJSON ? report.json() : report.text(width: stream.width ?? 100, usesColor: options.usesColor(on: stream))
    return stream.write(text) ? status : .failure
  }
}
