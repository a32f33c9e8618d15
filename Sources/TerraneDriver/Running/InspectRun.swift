import Diagnostics
import Reporting
import TerraformModel

/// `terrane inspect`: the evaluated resource graph of one module.
public struct InspectRun: Sendable {
  /// How the graph is printed.
  public enum Format: String, CaseIterable, Sendable {
    case json, text
  }

  public var directory: String
  public var format: Format
  public var showsSensitive: Bool
  public var options: RunOptions

  public init(directory: String, format: Format, showsSensitive: Bool, options: RunOptions) {
    self.directory = directory
    self.format = format
    self.showsSensitive = showsSensitive
    self.options = options
  }

  /// Prints the graph; diagnostics go to standard error.
  public func run() -> ExitStatus {
    let (module, failures) = SingleModule.open(directory, options: options)
    guard let module else {
      options.show(failures)
      return .failure
    }
    let (graph, found) = module.graph(binding: .lint, checksConditions: true)
    let diagnostics = module.problems + found + module.unsetVariables(in: graph)
    let locals = module.project.session(of: module.configuration)?.locals ?? [:]
    let report = GraphReport(graph, locals: locals, showsSensitive: showsSensitive)
    let text =
      switch format {
      case .json: report.json()
      case .text: report.text(usesColor: options.usesColor(on: .standardOutput))
      }
    options.show(options.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics)
    guard OutputStream.standardOutput.write(text) else { return .failure }
    return module.status(diagnostics)
  }
}
