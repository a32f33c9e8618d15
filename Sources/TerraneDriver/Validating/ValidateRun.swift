import Diagnostics
import Reporting
import TerraformModel

/// `terrane validate`: one configuration, checked without being carried out.
public struct ValidateRun: Sendable {
  public var directory: String
  public var printsJSON: Bool
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
    let validator = ConfigurationValidator(functions: Project.functions, files: module.project.files.functionFiles)
    let diagnostics = module.problems + validator.validate(module.configuration)
    return show(diagnostics, module.status(diagnostics))
  }

  private func show(_ diagnostics: [Diagnostic], _ status: ExitStatus) -> ExitStatus {
    let report = ValidateReport(options.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics)
    let stream = OutputStream.standardOutput
    let text = printsJSON ? report.json() : report.text(width: stream.width ?? 100, usesColor: options.usesColor(on: stream))
    return stream.write(text) ? status : .failure
  }
}
