import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText
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
        ("type", text(variable.block.body.attribute("type")?.expression.text)), ("file", Value(.string(fileName(variable.block)))),
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
        ("file", Value(.string(fileName(output.block)))),
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
    addChecks(module)
    addSettings(module)
    for provider in module.providers {
      let values = Attributes(provider.block.body.attributes.map { ($0.name, Self.constant($0.expression)) })
      let schema = SchemaCatalog.standard.provider(localName: provider.localName)?.configuration
      add(
        .provider, provider.localName,
        RuleSubjectValue(address: "provider.\(provider.localName)", values: values, block: provider.block, schema: schema))
    }
  }

  private mutating func addChecks(_ module: Module) {
    for block in module.otherBlocks where block.type == "check" {
      guard let name = block.labels.first?.value else { continue }
      let asserts = block.body.blocks(ofType: "assert").map { assert in
        Value(.object(Attributes([("error_message", assert.body.attribute("error_message").map { Self.constant($0.expression) } ?? .null(.string))])))
      }
      let values = Attributes([("name", Value(.string(name))), ("assert", Value(.tuple(asserts)))])
      add(.check, name, RuleSubjectValue(address: "check.\(name)", values: values, block: block))
    }
  }

  /// The `terraform` blocks of a module as one; the module has it though none is written.
  private mutating func addSettings(_ module: Module) {
    guard let file = module.files.first else { return }
    let versions = module.settings.compactMap { $0.body.attribute("required_version") }
    let providers = module.requiredProviders.keys.sorted().compactMap { module.requiredProviders[$0] }.map { provider in
      Value(
        .object(
          Attributes([
            ("name", Value(.string(provider.localName))), ("source", text(provider.source)), ("version", text(provider.versionConstraint)),
          ])))
    }
    let backend = module.settings.flatMap { $0.body.blocks(ofType: "backend") }.first
    let cloud = module.settings.flatMap { $0.body.blocks(ofType: "cloud") }.first
    let values = Attributes([
      ("required_version", versions.first.map { Self.constant($0.expression) } ?? Value(.null(.string))),
      ("required_providers", Value(.tuple(providers))), ("backend", text(backend?.labels.first?.value)), ("has_cloud", Value(.bool(cloud != nil))),
      ("directory", Value(.string(module.directory))), ("files", Value(.tuple(module.files.map { Value(.string(name(of: $0.source))) }))),
    ])
    var ranges: [AttributePath: SourceRange] = [:]
    if let version = versions.first { ranges[AttributePath("required_version")] = version.range }
    if let backend { ranges[AttributePath("backend")] = backend.header }
    for (position, name) in module.requiredProviders.keys.sorted().enumerated() {
      ranges[AttributePath("required_providers").appending(.index(position))] = module.requiredProviders[name]?.location
    }
    let top = SourceRange(file: file.source, bytes: ByteRange(start: 0, end: 0))
    let source = ResourceSource(header: module.settings.first?.header ?? top, range: module.settings.first?.range ?? top, ranges: ranges)
    add(.terraform, "terraform", RuleSubjectValue(address: "terraform", values: values, source: source))
  }

  private mutating func add(_ kind: RuleSubject, _ name: String, _ value: RuleSubjectValue) {
    byKind[kind, default: []].append(Subject(name: name, value: value))
  }

  private func fileName(_ block: BlockSyntax) -> String { name(of: block.tree.file) }

  private func name(of file: SourceFile) -> String { file.path.split(separator: "/").last.map(String.init) ?? file.path }

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
