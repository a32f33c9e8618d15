import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// What expressions that someone asks for are evaluated in: the scope of a module, or none.
struct ExpressionSession {
  /// What an expression gives.
  enum Answer {
    case value(Value)
    /// Of a call of `type`, which only exists here.
    case type(ValueType)
  }

  private let module: SingleModule?
  private let session: ModuleSession?
  /// What loading the module had to say.
  let diagnostics: [Diagnostic]

  /// A session without names.
  init() {
    module = nil
    session = nil
    diagnostics = []
  }

  private init(_ module: SingleModule, _ session: ModuleSession) {
    self.module = module
    self.session = session
    diagnostics = module.problems + module.configuration.diagnostics
  }

  /// A session in the scope of the module in a directory.
  ///
  /// - Returns: nil with the reasons when there is no such module.
  static func open(_ directory: String, options: RunOptions) -> (session: ExpressionSession?, problems: [Diagnostic]) {
    let (module, failures) = SingleModule.open(directory, options: options)
    guard let module, let session = module.project.session(of: module.configuration, functions: functions) else { return (nil, failures) }
    return (ExpressionSession(module, session), [])
  }

  /// The functions of the language, and those of the console.
  private static let functions = Project.functions.adding([ConsoleFunctions.type])

  /// Evaluates an expression.
  ///
  /// - Parameter name: what diagnostics call the text.
  /// - Returns: the answer, nil after a syntax error, and what there is to say about it.
  func answer(_ text: String, name: String) -> (answer: Answer?, diagnostics: [Diagnostic]) {
    let (expression, problems) = parseExpression(SourceFile(path: name, text: text))
    if problems.contains(where: { $0.severity == .error }) { return (nil, problems) }
    if let operand = ConsoleFunctions.operandOfType(expression) {
      let (value, found) = evaluate(operand)
      return (.type(value.type), problems + found)
    }
    let (value, found) = evaluate(expression)
    return (.value(value), problems + found)
  }

  private func evaluate(_ expression: ExpressionSyntax) -> (Value, [Diagnostic]) {
    if let session { return session.evaluate(expression) }
    let context = FunctionContext(files: .none, workingDirectory: ".", functions: Self.functions)
    var evaluator = Evaluator(scope: VariableScope(), functions: Self.functions, context: context)
    let value = evaluator.evaluate(expression)
    return (value, evaluator.diagnostics)
  }

  /// What a command ends with after these diagnostics.
  func status(_ diagnostics: [Diagnostic]) -> ExitStatus { module?.status(diagnostics) ?? ExitStatus(diagnostics) }
}
