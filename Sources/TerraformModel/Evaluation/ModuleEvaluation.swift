import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// One instance of a module, evaluated on demand: every variable, local, output and resource when something first refers to it.
///
/// A class, because instances refer to their parents and children, and remember what they have evaluated.
final class ModuleEvaluation {
  let run: EvaluationRun
  let module: Module
  let address: ModuleAddress
  /// Headers of the calls that lead here, outermost first.
  let callChain: [SourceRange]
  let parent: ModuleEvaluation?
  /// The call in the parent and the symbols of this instance of it.
  let call: ModuleCall?
  let callSymbols: InstanceSymbols

  private var variables: [String: Lazy<Value>] = [:]
  private var locals: [String: Lazy<Value>] = [:]
  private var outputs: [String: Lazy<Value>] = [:]
  var expansions: [ResourceKey: Lazy<ResourceExpansion>] = [:]
  var callExpansions: [String: Lazy<CallExpansion>] = [:]
  var referenceCache: [String: Set<ResourceAddress>] = [:]

  init(
    run: EvaluationRun, module: Module, address: ModuleAddress, callChain: [SourceRange] = [], parent: ModuleEvaluation? = nil,
    call: ModuleCall? = nil, callSymbols: InstanceSymbols = .none
  ) {
    self.run = run
    self.module = module
    self.address = address
    self.callChain = callChain
    self.parent = parent
    self.call = call
    self.callSymbols = callSymbols
  }

  /// Evaluates an expression in this module; its diagnostics go to the run.
  func evaluate(_ expression: ExpressionSyntax, _ symbols: InstanceSymbols = .none) -> Value {
    var evaluator = evaluator(symbols)
    let value = evaluator.evaluate(expression)
    run.account(for: evaluator)
    return value
  }

  func evaluator(_ symbols: InstanceSymbols) -> Evaluator<ModuleScope> {
    var evaluator = Evaluator(scope: ModuleScope(module: self, symbols: symbols), functions: run.functions, context: run.context)
    evaluator.grant(
      steps: min(Evaluator<ModuleScope>.maximumSteps, run.remainingSteps), text: min(Evaluator<ModuleScope>.maximumTotalText, run.remainingText))
    return evaluator
  }

  /// Guards against names that lead to one another without end or too deeply.
  func nested<Result>(_ location: SourceRange, _ body: () -> Result, otherwise: Result) -> Result {
    run.depth += 1
    defer { run.depth -= 1 }
    if run.depth > EvaluationRun.maximumDepth {
      run.report(
        Diagnostic(
          .error, "evaluation-depth", "Names refer to one another too deeply",
          detail: "More than \(EvaluationRun.maximumDepth) values would have to be evaluated inside of one another.", at: location))
      return otherwise
    }
    return body()
  }

  /// A value that is remembered under a name, within bounds.
  private func bounded(_ value: Value, _ name: String, _ location: SourceRange) -> Value {
    guard ValueLimits.admit(value) else {
      run.report(
        Diagnostic(
          .error, "value-too-large", "The value of “\(name)” is too large",
          detail:
            "It has more than \(ValueLimits.maximumNodes) values in it, or they nest more than \(ValueLimits.maximumDepth) deep. Look for values that contain each other several times.",
          at: location))
      return Value(.unknown(.dynamic, .none), origin: .opaque(reason: "it is too large", source: name))
    }
    return ValueLimits.shortened(value, source: name)
  }

  // MARK: Locals

  /// The value of a local; nil when there is none of that name.
  func local(_ name: String) -> Value? {
    // First what is asked for most.
    if case .done(let value)? = locals[name] { return value }
    guard let declaration = module.locals[name] else { return nil }
    switch locals[name] {
    case .done(let value): return value
    case .evaluating:
      reportCycle("local.\(name)", declaration.attribute.range)
      return .dynamicUnknown
    case nil: break
    }
    locals[name] = .evaluating
    let value = bounded(
      nested(declaration.attribute.range, { evaluate(declaration.attribute.expression) }, otherwise: .dynamicUnknown), "local.\(name)",
      declaration.attribute.range)
    locals[name] = .done(value)
    return value
  }

  func reportCycle(_ name: String, _ location: SourceRange) {
    run.report(
      Diagnostic(
        .error, "reference-cycle", "“\(name)” depends on itself",
        detail: "Its value is needed to compute its value. Break the cycle by passing one of the values in from outside.", at: location))
  }

  // MARK: Variables

  /// The value of an input variable; nil when there is none of that name.
  func variable(_ name: String) -> Value? {
    // First what is asked for most.
    if case .done(let value)? = variables[name] { return value }
    guard let declaration = module.variables[name] else { return nil }
    switch variables[name] {
    case .done(let value): return value
    case .evaluating:
      reportCycle("var.\(name)", declaration.block.header)
      return .dynamicUnknown
    case nil: break
    }
    variables[name] = .evaluating
    var value = nested(declaration.block.header, { variableValue(declaration) }, otherwise: .dynamicUnknown)
    if declaration.isSensitive { value.marks.insert(.sensitive) }
    if declaration.isEphemeral { value.marks.insert(.ephemeral) }
    variables[name] = .done(value)
    return value
  }

  private func variableValue(_ declaration: VariableDeclaration) -> Value {
    guard let parent, let call else { return rootVariable(declaration) }
    guard let input = call.inputs.first(where: { $0.name == declaration.name }) else {
      return defaultValue(declaration) ?? .unknown(declaration.type)
    }
    let passed = parent.bounded(parent.evaluate(input.expression, callSymbols), "var.\(declaration.name)", input.expression.range)
    if passed.isNull, !declaration.isNullable, let fallback = defaultValue(declaration) { return fallback }
    return convert(passed, for: declaration, at: input.expression.range)
  }

  private func rootVariable(_ declaration: VariableDeclaration) -> Value {
    let origin = Origin.variable(declaration.name)
    let concrete = givenValue(declaration) ?? defaultValue(declaration)
    switch run.binding {
    case .lint:
      guard let value = concrete else { return .unknown(declaration.type, origin: origin) }
      return value.withOrigin(origin)
    case .convert:
      let type = declaration.type == .dynamic ? concrete.map { inferredParameterType($0) } ?? .dynamic : declaration.type
      let isNotNull = !declaration.isNullable || (concrete.map { !$0.isNull } ?? true)
      return .unknown(type, isNotNull ? .notNull : .none, origin: origin)
    }
  }

  /// The type of a variable without a type constraint, as its default shows it.
  private func inferredParameterType(_ value: Value) -> ValueType {
    switch value.content {
    case .tuple(let elements) where elements.allSatisfy({ $0.type == .string }) && !elements.isEmpty: .list(.string)
    case .null, .unknown, .bool, .number, .string, .list, .set, .map, .tuple, .object: value.type
    }
  }

  /// The value given from outside, converted; nil when there is none.
  func givenValue(_ declaration: VariableDeclaration) -> Value? {
    guard let given = run.given[declaration.name] else { return nil }
    switch given.content {
    case .value(let value): return convert(value, for: declaration, at: given.location, source: given.origin)
    case .text(let text):
      guard isTextual(declaration.type) else {
        return parsedGivenValue(text, declaration, given)
      }
      return convert(.string(text), for: declaration, at: given.location, source: given.origin)
    }
  }

  private func isTextual(_ type: ValueType) -> Bool {
    switch type {
    case .string, .number, .bool, .dynamic: true
    case .list, .set, .map, .tuple, .object: false
    }
  }

  private func parsedGivenValue(_ text: String, _ declaration: VariableDeclaration, _ given: GivenVariable) -> Value {
    let (expression, problems) = parseExpression(SourceFile(path: "<\(given.origin)>", text: text))
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: run.context)
    let value = problems.contains { $0.severity == .error } ? Value.dynamicUnknown : evaluator.evaluate(expression)
    let errors = (problems + evaluator.diagnostics).filter { $0.severity == .error }
    if let first = errors.first {
      run.report(
        Diagnostic(
          .error, "invalid-variable-value", "The value for variable “\(declaration.name)” cannot be read",
          detail: "\(given.origin) must be an expression of type \(declaration.type): \(first.summary).",
          at: given.location ?? declaration.block.header, related: [DiagnosticLabel(declaration.block.header, "declared here")]))
      return .unknown(declaration.type)
    }
    return convert(value, for: declaration, at: given.location, source: given.origin)
  }

  /// The default, converted; nil when the variable has none.
  func defaultValue(_ declaration: VariableDeclaration) -> Value? {
    guard let expression = declaration.defaultExpression else { return nil }
    var evaluator = Evaluator(scope: VariableScope(), functions: run.functions, context: run.context)
    let value = evaluator.evaluate(expression)
    run.diagnostics.append(contentsOf: evaluator.diagnostics)
    return convert(value, for: declaration, at: expression.range)
  }

  private func convert(_ value: Value, for declaration: VariableDeclaration, at location: SourceRange?, source: String? = nil) -> Value {
    let completed = declaration.typeDefaults.map { $0.apply(to: value) } ?? value
    do throws(ConversionError) {
      return try completed.converted(to: declaration.type)
    } catch {
      let place = source.map { " given by \($0)" } ?? ""
      run.report(
        Diagnostic(
          .error, "invalid-variable-value", "The value\(place) for variable “\(declaration.name)” has the wrong type",
          detail: "The variable is declared as \(declaration.type). \(error.message)", at: location ?? declaration.block.header,
          related: [DiagnosticLabel(declaration.block.header, "declared here")]))
      return .unknown(declaration.type)
    }
  }

  // MARK: Outputs

  /// The value of an output; nil when there is none of that name.
  func output(_ name: String) -> Value? {
    // First what is asked for most.
    if case .done(let value)? = outputs[name] { return value }
    guard let declaration = module.outputs[name] else { return nil }
    switch outputs[name] {
    case .done(let value): return value
    case .evaluating:
      reportCycle("output.\(name)", declaration.block.header)
      return .dynamicUnknown
    case nil: break
    }
    outputs[name] = .evaluating
    var value = Value.null(.dynamic)
    if let expression = declaration.value {
      value = bounded(
        nested(declaration.block.header, { evaluate(expression) }, otherwise: .dynamicUnknown), "output.\(name)", expression.range)
    }
    if declaration.isSensitive { value.marks.insert(.sensitive) }
    outputs[name] = .done(value)
    return value
  }
}
