import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Every expression of a module, in the scope that its block gives it.
extension ModuleValidation {
  func validate() {
    for name in module.variables.keys.sorted() {
      for block in module.variables[name]?.validations ?? [] { validateCondition(block, .none) }
    }
    for name in module.locals.keys.sorted() {
      guard let local = module.locals[name] else { continue }
      checkReferences(in: local.attribute.expression, .none)
      _ = self.local(name)
    }
    for name in module.outputs.keys.sorted() { module.outputs[name].map { validate($0) } }
    for resource in module.resourcesInOrder { validate(resource) }
    for name in module.moduleCalls.keys.sorted() { module.moduleCalls[name].map { validate($0) } }
    for provider in module.providers { validate(provider) }
    for block in module.otherBlocks { validate(block) }
    validateSettings()
  }

  private func validateCondition(_ block: BlockSyntax, _ symbols: ValidationScope.Symbols) {
    for attribute in block.body.attributes where attribute.name == "condition" || attribute.name == "error_message" {
      checkReferences(in: attribute.expression, symbols)
      let value = evaluate(attribute.expression, symbols)
      let type: ValueType = attribute.name == "condition" ? .bool : .string
      if (try? value.converted(to: type)) == nil {
        add(
          "wrong-value-type", "“\(attribute.name)” has the wrong type", "A value of the type \(type) is needed; this is \(value.type).",
          valueOf: attribute.expression, symbols)
      }
    }
  }

  private func validate(_ output: OutputDeclaration) {
    let body = EffectiveBody(output.block.body, overrides: output.overrides.map(\.body))
    if let value = body.attribute("value") {
      checkReferences(in: value.expression, .none)
      checkMarks(of: evaluate(value.expression), in: output, body, at: value.expression)
    }
    checkDependsOn(body.attribute("depends_on"))
    for block in body.blocks where block.type == "precondition" { validateCondition(block, .none) }
  }

  private func checkDependsOn(_ attribute: AttributeSyntax?) {
    for element in attribute.flatMap({ staticList($0.expression) }) ?? [] {
      if literalString(element) == nil {
        checkReferences(in: element, .none)
      } else if let reference = StaticReference(element) {
        checkQuoted(reference)
      }
    }
  }

  /// A reference in a string: the only form of the JSON syntax.
  private func checkQuoted(_ reference: StaticReference) {
    guard let address = AddressText(reference) else { return }
    let isDeclared =
      if let call = address.modules.first {
        module.moduleCalls[call] != nil
      } else {
        module.resources[ResourceKey(mode: address.isData ? .data : .managed, type: address.type, name: address.name)] != nil
      }
    if !isDeclared {
      add("undeclared-reference", "There is no “\(address.text)” in this module", "Nothing declares it.", at: reference.range)
    }
  }

  // MARK: Resources

  private func validate(_ resource: ResourceDeclaration) {
    let body = resource.body
    var symbols = symbols(count: resource.count, forEach: resource.forEach)
    symbols.check = resource.check
    checkDependsOn(resource.dependsOn)
    let attributes = body.attributes(without: BlockPlan.metaArguments)
    let blocks = body.blocks(without: BlockPlan.metaBlocks)
    checkReferences(attributes: attributes, blocks: blocks, symbols)
    let judge = providers.judge(of: resource, in: module)
    let schema = judge?.schema(of: resource.key)
    if let judge, schema == nil { unknownType(resource, judge) }
    diagnostics += SchemaCheck.check(
      attributes: attributes, blocks: blocks, header: resource.block, schema, judge: judge, keepsValues: resource.key.mode != .ephemeral,
      evaluator(symbols))
    validateLifecycle(body, symbols, schema, judge)
    for block in body.blocks where block.type == "connection" || block.type == "provisioner" { validateProvisioner(block, symbols) }
  }

  private func unknownType(_ resource: ResourceDeclaration, _ judge: ProviderAdmission.Judge) {
    let kind: ProviderSchema.Kind =
      switch resource.key.mode {
      case .managed: .resource
      case .data: .dataSource
      case .ephemeral: .ephemeralResource
      }
    let names = judge.schema.typeNames(kind)
    // What is embedded does not list the ephemeral resource types of every provider.
    if kind == .ephemeralResource, names.isEmpty { return }
    let hint = suggestedName(for: resource.key.type, among: names).map { " Did you mean “\($0)”?" } ?? ""
    add(
      "unknown-type", "There is no type “\(resource.key.type)”", "\(judge.name) does not have it.\(hint)\(judge.laterVersionsNote)",
      at: resource.block.labels.first.map { SourceRange(file: resource.block.tree.file, bytes: $0.range) } ?? resource.block.header,
      severity: judge.severityOfUnknown)
  }

  private func validateLifecycle(
    _ body: EffectiveBody, _ symbols: ValidationScope.Symbols, _ schema: BlockSchema?, _ judge: ProviderAdmission.Judge?
  ) {
    guard let lifecycle = body.block("lifecycle") else { return }
    for block in lifecycle.body.blocks {
      var symbols = symbols
      symbols.hasSelf = block.type == "postcondition"
      if block.type == "action_trigger" {
        if let condition = block.body.attribute("condition") { checkReferences(in: condition.expression, symbols) }
      } else {
        validateCondition(block, symbols)
      }
    }
    for element in lifecycle.body.attribute("replace_triggered_by").flatMap({ staticList($0.expression) }) ?? [] {
      if literalString(element) == nil { checkReferences(in: element, symbols) }
    }
    for attribute in lifecycle.body.attributes where ["prevent_destroy", "enabled", "destroy"].contains(attribute.name) {
      checkReferences(in: attribute.expression, symbols)
      if evaluate(attribute.expression, symbols).marks.contains(.ephemeral) {
        add(
          "ephemeral-lifecycle", "“\(attribute.name)” is ephemeral", "It is compared with what an earlier run has kept, and such values are not kept.",
          at: attribute.expression.range)
      }
    }
    guard let schema, let judge, !schema.isOpaque else { return }
    for element in lifecycle.body.attribute("ignore_changes").flatMap({ staticList($0.expression) }) ?? [] {
      guard let reference = StaticReference(element), reference.root != "*" else { continue }
      guard schema.attribute(reference.root) == nil, schema.nestedBlock(reference.root) == nil else { continue }
      let names = schema.attributes.map(\.name) + schema.nestedBlocks.map(\.name)
      let hint = suggestedName(for: reference.root, among: names).map { " Did you mean “\($0)”?" } ?? ""
      add(
        "unknown-attribute", "There is no attribute “\(reference.root)” whose changes could be ignored", "\(judge.name) does not have it.\(hint)\(judge.laterVersionsNote)",
        at: element.range, severity: judge.severityOfUnknown)
    }
  }

  /// A provisioner, or a connection, whose arguments the language itself knows.
  private func validateProvisioner(_ block: BlockSyntax, _ symbols: ValidationScope.Symbols) {
    var symbols = symbols
    symbols.hasSelf = true
    let body = EffectiveBody(block.body)
    let isConnection = block.type == "connection"
    let attributes = body.attributes(without: isConnection ? [] : ["when", "on_failure"])
    let blocks = body.blocks(without: ["connection"])
    checkReferences(attributes: attributes, blocks: blocks, symbols)
    for connection in body.blocks where connection.type == "connection" && !isConnection { validateProvisioner(connection, symbols) }
    let builtIn = configuration.catalog.provider(localName: "terraform")
    let schema = builtIn?.schema(.provisioner, isConnection ? "connection" : block.labels.first?.value ?? "")
    let judge = builtIn.map { ProviderAdmission.Judge(schema: $0) }
    diagnostics += SchemaCheck.check(
      attributes: attributes, blocks: blocks, header: block, schema, judge: schema == nil ? nil : judge, evaluator(symbols))
  }

  // MARK: Repetition

  /// Checks `count` and `for_each`, and says which symbols they give.
  private func symbols(count: AttributeSyntax?, forEach: AttributeSyntax?) -> ValidationScope.Symbols {
    if let count { validateCount(count.expression) }
    if let forEach { validateForEach(forEach.expression) }
    return ValidationScope.Symbols(hasCount: count != nil, hasForEach: forEach != nil)
  }

  private func validateCount(_ expression: ExpressionSyntax) {
    checkReferences(in: expression, .none)
    let value = evaluate(expression)
    if value.isNull {
      add("invalid-count", "“count” is null", "It must be a whole number of 0 or more.", valueOf: expression, .none)
      return
    }
    guard let number = try? value.converted(to: .number) else {
      add(
        "invalid-count", "“count” is not a number", "It must be a whole number of 0 or more; this is \(value.type).", valueOf: expression, .none)
      return
    }
    guard case .number(let amount) = number.content else { return }
    if (amount.exactInt ?? -1) < 0 {
      add("invalid-count", "“count” is not a whole number of 0 or more", "There cannot be \(amount) instances.", valueOf: expression, .none)
    }
  }

  private func validateForEach(_ expression: ExpressionSyntax) {
    checkReferences(in: expression, .none)
    let value = evaluate(expression)
    if value.marks.contains(.sensitive) {
      add(
        "invalid-for-each", "“for_each” is sensitive", "Its keys become part of addresses, which are always shown.", valueOf: expression, .none,
        showsSensitive: true)
    } else if value.marks.contains(.ephemeral) {
      add(
        "invalid-for-each", "“for_each” is ephemeral", "Its keys become part of addresses, which are kept from one run to the next.",
        valueOf: expression, .none, showsSensitive: true)
    }
    if value.isNull {
      add("invalid-for-each", "“for_each” is null", "It must be a map, an object or a set of strings.", valueOf: expression, .none)
      return
    }
    switch value.type {
    case .dynamic, .map, .object: break
    case .set(let element):
      switch element {
      case .string, .dynamic: break
      case .number, .bool, .list, .set, .map, .tuple, .object:
        if value.elements?.isEmpty == true { break }
        add("invalid-for-each", "“for_each” is a set of \(element)", "Only a set of strings has keys.", valueOf: expression, .none)
        return
      }
      if value.elements?.contains(where: \.isNull) == true {
        add("invalid-for-each", "“for_each” has an element that is null", "Null cannot be a key.", valueOf: expression, .none)
      }
    case .string, .number, .bool, .list, .tuple:
      add(
        "invalid-for-each", "“for_each” has the wrong type",
        "It must be a map, an object or a set of strings; this is \(value.type). “toset” makes a set of a list.", valueOf: expression, .none)
    }
  }

  // MARK: Module calls and providers

  private func validate(_ call: ModuleCall) {
    let symbols = symbols(count: call.count, forEach: call.forEach)
    checkDependsOn(call.dependsOn)
    let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
    for attribute in [body.attribute("source"), body.attribute("version")] {
      if let attribute { checkReferences(in: attribute.expression, .none) }
    }
    let target = target(of: call.name)
    for input in call.inputs {
      checkReferences(in: input.expression, symbols)
      let value = evaluate(input.expression, symbols)
      guard let target else { continue }
      guard let variable = target.variables[input.name] else {
        let hint = suggestedName(for: input.name, among: target.variables.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
        add(
          "unknown-input", "Module “\(call.name)” has no variable “\(input.name)”", "Its code declares no such input variable.\(hint)",
          at: input.nameSourceRange)
        continue
      }
      checkMarks(of: value, for: variable, at: input.expression)
      check(value, for: variable, of: target, at: input.expression)
    }
    guard let target else { return }
    for name in target.variables.keys.sorted() {
      guard let variable = target.variables[name], !variable.hasDefault, !call.inputs.contains(where: { $0.name == name }) else { continue }
      add(
        "missing-input", "The variable “\(name)” of module “\(call.name)” is missing", "It has no default, so the call must give it a value.",
        at: call.block.header, related: [DiagnosticLabel(variable.block.header, "declared here")])
    }
  }

  private func validate(_ provider: ProviderDeclaration) {
    let body = EffectiveBody(provider.block.body, overrides: provider.overrides.map(\.body))
    let forEach = body.attribute("for_each")
    let symbols = symbols(count: nil, forEach: forEach)
    let attributes = body.attributes(without: ["alias", "version", "for_each"])
    checkReferences(attributes: attributes, blocks: body.blocks, symbols)
    let judge = providers.judge(provider.localName, in: module)
    var diagnostics = SchemaCheck.check(
      attributes: attributes, blocks: body.blocks, header: provider.block, judge?.schema.configuration, judge: judge, evaluator(symbols))
    // What a configuration leaves out may come from the environment.
    diagnostics.removeAll { $0.id == "missing-argument" && $0.subject == provider.block.openingBrace }
    self.diagnostics += diagnostics
  }

  private func validate(_ block: BlockSyntax) {
    switch block.type {
    case "import":
      // Any collection will do: the instances that it leads to exist already.
      let forEach = block.body.attribute("for_each")
      if let forEach {
        checkReferences(in: forEach.expression, .none)
        evaluate(forEach.expression)
      }
      let symbols = ValidationScope.Symbols(hasForEach: forEach != nil)
      for attribute in block.body.attributes where attribute.name == "id" || attribute.name == "identity" {
        checkReferences(in: attribute.expression, symbols)
        evaluate(attribute.expression, symbols)
      }
    case "check":
      var symbols = ValidationScope.Symbols.none
      symbols.check = block.labels.first?.value
      for assertion in block.body.blocks(ofType: "assert") { validateCondition(assertion, symbols) }
    case "action":
      let symbols = symbols(count: block.body.attribute("count"), forEach: block.body.attribute("for_each"))
      for config in block.body.blocks(ofType: "config") { checkReferences(config.body, symbols) }
    default: break
    }
  }
}
