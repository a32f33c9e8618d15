import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import TerraformModel

/// Variables, outputs, locals, module calls and providers as subjects of rules; their values are known as far as they are constant.
struct DeclarationSubjects: Sendable {
  struct Subject: Sendable {
    /// What the pattern of a part is matched with.
    var name: String
    var value: RuleSubjectValue
  }

  private var byKind: [RuleSubject: [Subject]] = [:]

  /// Those of every module in view.
  init(_ configuration: Configuration, _ memory: LintMemory) {
    for directory in configuration.modules.keys.sorted() {
      guard let module = configuration.modules[directory] else { continue }
      let own = memory.declarations(of: module) { DeclarationSubjects(module) }
      byKind.merge(own.byKind) { $0 + $1 }
    }
  }

  private init(_ module: Module) { add(module) }

  func subjects(_ kind: RuleSubject) -> [Subject] { byKind[kind] ?? [] }

  private mutating func add(_ module: Module) {
    for name in module.variables.keys.sorted() {
      guard let variable = module.variables[name] else { continue }
      let values = Attributes([
        ("name", Value(.string(name))), ("default", variable.defaultExpression.map(Self.constant) ?? Value(.null(.dynamic))),
        ("description", text(variable.summary)), ("sensitive", Value(.bool(variable.isSensitive))),
        ("ephemeral", Value(.bool(variable.isEphemeral))), ("nullable", Value(.bool(variable.isNullable))),
      ])
      add(.variable, name, RuleSubjectValue(address: "var.\(name)", values: values, block: variable.block))
    }
    for name in module.outputs.keys.sorted() {
      guard let output = module.outputs[name] else { continue }
      let values = Attributes([
        ("name", Value(.string(name))), ("value", output.value.map(Self.constant) ?? Value(.null(.dynamic))),
        ("description", text(output.summary)), ("sensitive", Value(.bool(output.isSensitive))),
      ])
      add(.output, name, RuleSubjectValue(address: "output.\(name)", values: values, block: output.block))
    }
    for name in module.locals.keys.sorted() {
      guard let local = module.locals[name] else { continue }
      let values = Attributes([("name", Value(.string(name))), ("value", Self.constant(local.attribute.expression))])
      add(.local, name, RuleSubjectValue(address: "local.\(name)", values: values, attribute: local.attribute))
    }
    for name in module.moduleCalls.keys.sorted() {
      guard let call = module.moduleCalls[name] else { continue }
      var values = Attributes(call.inputs.map { ($0.name, Self.constant($0.expression)) })
      values["name"] = Value(.string(name))
      values["source"] = text(call.source)
      values["version"] = text(call.version)
      add(.module, name, RuleSubjectValue(address: "module.\(name)", values: values, block: call.block))
    }
    for provider in module.providers {
      let values = Attributes(provider.block.body.attributes.map { ($0.name, Self.constant($0.expression)) })
      let schema = SchemaCatalog.standard.provider(localName: provider.localName)?.configuration
      add(
        .provider, provider.localName,
        RuleSubjectValue(address: "provider.\(provider.localName)", values: values, block: provider.block, schema: schema))
    }
  }

  private mutating func add(_ kind: RuleSubject, _ name: String, _ value: RuleSubjectValue) {
    byKind[kind, default: []].append(Subject(name: name, value: value))
  }

  private func text(_ text: String?) -> Value { text.map { Value(.string($0)) } ?? Value(.null(.string)) }

  /// The value of an expression that needs nothing but literals; unknown otherwise.
  private static func constant(_ expression: ExpressionSyntax) -> Value {
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(expression)
    guard evaluator.diagnostics.isEmpty else {
      return Value(.unknown(.dynamic, .none), origin: .opaque(reason: expression.text, source: expression.text))
    }
    return value
  }
}
