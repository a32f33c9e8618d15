import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues

/// The root module of a configuration, evaluated under the lint binding and open for questions: its locals, and any expression in its
/// scope. Used by one thread.
public struct ModuleSession {
  private let evaluation: ModuleEvaluation

  /// - Returns: nil when the configuration has no root module.
  public init?(
    _ configuration: Configuration, given: [String: GivenVariable] = [:], functions: FunctionTable, files: FileAccess = .none,
    workspace: String? = nil
  ) {
    guard let root = configuration.root else { return nil }
    let context = FunctionContext(files: files, workingDirectory: configuration.rootDirectory, functions: functions)
    let run = EvaluationRun(
      configuration: configuration, binding: .lint, functions: functions, context: context, given: given, workspace: workspace,
      concrete: nil)
    evaluation = ModuleEvaluation(run: run, module: root, address: .root)
  }

  /// The value of every local, by name.
  public var locals: [String: Value] {
    var values: [String: Value] = [:]
    for name in evaluation.module.locals.keys { values[name] = evaluation.local(name) }
    return values
  }

  /// The value of an expression in the module's scope, and what evaluating it has to say.
  public func evaluate(_ expression: ExpressionSyntax) -> (value: Value, diagnostics: [Diagnostic]) {
    let before = evaluation.run.diagnostics.count
    let value = evaluation.evaluate(expression)
    return (value, Array(evaluation.run.diagnostics[before...]))
  }
}
