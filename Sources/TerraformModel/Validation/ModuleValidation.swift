import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// One module while it is validated: what its names stand for when no variable has a value and nothing exists.
///
/// Values of variables, resources and module calls are unknown, of the type that is declared; what is wrong then is wrong whatever the
/// values are. A class, because expressions all over the module add to what is known of it. Used by one thread.
final class ModuleValidation {
  let configuration: Configuration
  let module: Module
  let functions: FunctionTable
  let context: FunctionContext
  let providers: ProviderAdmission
  /// Values of variables that are known here.
  let given: [String: Value]
  var diagnostics: [Diagnostic] = []

  private var locals: [String: Lazy<Value>] = [:]
  private var depth = 0

  init(
    configuration: Configuration, module: Module, functions: FunctionTable, context: FunctionContext, providers: ProviderAdmission,
    given: [String: Value] = [:]
  ) {
    self.configuration = configuration
    self.module = module
    self.functions = functions
    self.context = context
    self.providers = providers
    self.given = given
  }

  func evaluator(_ symbols: ValidationScope.Symbols) -> Evaluator<ValidationScope> {
    Evaluator(scope: ValidationScope(module: self, symbols: symbols), functions: functions, context: context)
  }

  /// The value of an expression; what is wrong with it is noted.
  @discardableResult
  func evaluate(_ expression: ExpressionSyntax, _ symbols: ValidationScope.Symbols = .none) -> Value {
    var evaluator = evaluator(symbols)
    let value = evaluator.evaluate(expression)
    diagnostics.append(contentsOf: evaluator.diagnostics)
    return value
  }

  /// The value of a local; unknown where it leads back to itself, which is reported as a cycle.
  func local(_ name: String) -> Value? {
    guard let declaration = module.locals[name] else { return nil }
    switch locals[name] {
    case .done(let value): return value
    case .evaluating: return .dynamicUnknown
    case nil: break
    }
    guard depth < EvaluationRun.maximumDepth else { return .dynamicUnknown }
    locals[name] = .evaluating
    depth += 1
    let value = evaluate(declaration.attribute.expression)
    depth -= 1
    locals[name] = .done(value)
    return value
  }

  /// The code that a call leads to, when it is in view.
  func target(of call: String) -> Module? {
    configuration.callTargets[.init(directory: module.directory, name: call)].flatMap { configuration.modules[$0] }
  }

  func add(
    _ id: String, _ summary: String, _ detail: String, at range: SourceRange, severity: DiagnosticSeverity = .error, related: [DiagnosticLabel] = []
  ) {
    diagnostics.append(Diagnostic(severity, id, summary, detail: detail, at: range, related: related))
  }

  /// Reports what is wrong with the value of an expression, with the values of what it refers to.
  func add(_ id: String, _ summary: String, _ detail: String, valueOf expression: ExpressionSyntax, _ symbols: ValidationScope.Symbols, showsSensitive: Bool = false) {
    var diagnostic = Diagnostic(.error, id, summary, detail: detail, at: expression.range)
    var evaluator = evaluator(symbols)
    diagnostic.values = evaluator.values(in: expression, showsSensitive: showsSensitive)
    diagnostics.append(diagnostic)
  }
}

/// The names of a module, with values as unknown as they are before anything is given or made.
struct ValidationScope: EvaluationScope {
  /// The symbols that only exist in some blocks.
  struct Symbols {
    var hasCount = false
    var hasForEach = false
    var hasSelf = false
    /// Iterators of `dynamic` blocks around.
    var iterators: [String] = []
    /// The check around, whose data source is in scope.
    var check: String?

    static let none = Symbols()
  }

  let module: ModuleValidation
  let symbols: Symbols

  static var decidesUnknownsLater: Bool { true }
  static var explainsErrors: Bool { true }

  func resolve(_ traversal: ScopeTraversal) -> ScopeResolution {
    let all = traversal.stepCount
    guard let name = traversal.attributeName(0) else { return .value(.dynamicUnknown, consumedSteps: all) }
    switch traversal.rootName {
    case "var":
      guard let variable = module.module.variables[name] else { break }
      var marks: Marks = []
      if variable.isSensitive { marks.insert(.sensitive) }
      if variable.isEphemeral { marks.insert(.ephemeral) }
      let value = module.given[name] ?? .unknown(variable.type, variable.isNullable ? .none : .notNull)
      return .value(value.withMarks(marks), consumedSteps: 1)
    case "local": if let value = module.local(name) { return .value(value, consumedSteps: 1) }
    case "module":
      if let problem = module.undeclaredOutput(traversal) { return .failure(problem) }
      if let value = moduleValue(name) { return .value(value, consumedSteps: 1) }
    case "ephemeral": return .value(Value(.unknown(.dynamic, .none), marks: [.ephemeral]), consumedSteps: all)
    case "each": if name == "key" { return .value(.unknown(.string, .notNull), consumedSteps: 1) }
    case "count": if name == "index" { return .value(.unknown(.number, .notNull), consumedSteps: 1) }
    case "path":
      switch name {
      case "module":
        return .value(
          .string(relativePath(from: module.configuration.rootDirectory, to: module.module.directory)), consumedSteps: 1)
      case "root": return .value(.string("."), consumedSteps: 1)
      default: return .value(.unknown(.string, .notNull), consumedSteps: 1)
      }
    case "terraform", "tofu": if name == "workspace" { return .value(.unknown(.string, .notNull), consumedSteps: 1) }
    default: break
    }
    return .value(.dynamicUnknown, consumedSteps: all)
  }

  private func moduleValue(_ name: String) -> Value? {
    guard let call = module.module.moduleCalls[name], let target = module.target(of: name) else { return nil }
    let outputs = target.outputs.keys.sorted()
    if call.count != nil { return .unknown(.list(.object(ObjectType(outputs.map { .init(name: $0, type: .dynamic) })))) }
    if call.forEach != nil { return .unknown(.map(.object(ObjectType(outputs.map { .init(name: $0, type: .dynamic) })))) }
    return .object(outputs.map { ($0, .dynamicUnknown) })
  }
}
