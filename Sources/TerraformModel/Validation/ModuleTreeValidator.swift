import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// How the modules of a configuration fit together: which provider configurations calls pass on, and what only a root module may have.
/// (Terraform language, "Providers Within Modules", "Import".)
struct ModuleTreeValidator {
  let configuration: Configuration
  var diagnostics: [Diagnostic] = []
  private var modulesWithOwnProviders: [String: Bool] = [:]

  init(_ configuration: Configuration) { self.configuration = configuration }

  mutating func validate() {
    for directory in configuration.modules.keys.sorted() {
      guard let module = configuration.modules[directory] else { continue }
      for name in module.moduleCalls.keys.sorted() {
        guard let call = module.moduleCalls[name],
          let target = configuration.callTargets[.init(directory: directory, name: name)].flatMap({ configuration.modules[$0] })
        else { continue }
        validate(call, from: module, to: target)
      }
      if directory != configuration.rootDirectory { validateChild(module) }
      for block in module.otherBlocks where block.type == "removed" { validateRemoved(block, in: module) }
      for block in module.otherBlocks where block.type == "import" { validateImportTarget(block, in: module) }
      for resource in module.resourcesInOrder { resource.providerExpression.map { validateProviderReference($0, in: module) } }
    }
  }

  /// A configuration of a provider that a resource or a call chooses must be there, and be chosen by a key when there are several.
  private mutating func validateProviderReference(_ expression: ExpressionSyntax, in module: Module) {
    guard let reference = StaticReference(expression), let alias = reference.name(0) else { return }
    let hasKey = reference.hasDynamicIndex || reference.steps.count > 1
    guard let provider = module.providers.first(where: { $0.localName == reference.root && $0.alias == alias }) else {
      if configurationAliases(reference.root, in: module).contains(alias) { return }
      let aliases = module.providers.filter { $0.localName == reference.root }.compactMap(\.alias) + configurationAliases(reference.root, in: module)
      let hint = suggestedName(for: alias, among: aliases.sorted()).map { " Did you mean “\(reference.root).\($0)”?" } ?? ""
      return add(
        "undeclared-provider-configuration", "There is no provider configuration “\(reference.root).\(alias)” in this module",
        "No “provider” block has this alias, and “configuration_aliases” does not declare it.\(hint)", at: expression.range)
    }
    let isRepeated = provider.block.body.attribute("for_each") != nil
    if isRepeated, !hasKey {
      add(
        "missing-instance-key", "“\(reference.root).\(alias)” has several instances", "It has “for_each”, so one must be chosen: \(reference.root).\(alias)[each.key].",
        at: expression.range, related: [DiagnosticLabel(provider.block.header, "declared here")])
    } else if !isRepeated, hasKey {
      add(
        "unexpected-instance-key", "“\(reference.root).\(alias)” has one instance", "It has no “for_each”, so there is no instance to choose.",
        at: expression.range, related: [DiagnosticLabel(provider.block.header, "declared here")])
    }
  }

  /// What is imported into another module must be declared there: configuration is made for the root module alone.
  private mutating func validateImportTarget(_ block: BlockSyntax, in module: Module) {
    guard let attribute = block.body.attribute("to"), let reference = StaticReference(attribute.expression),
      let address = AddressText(reference), !address.isModule, !address.isData, !address.modules.isEmpty
    else { return }
    var owner = module
    for name in address.modules {
      guard owner.moduleCalls[name] != nil else {
        return add(
          "undeclared-reference", "There is no module call “\(name)”", "Nothing declares it, so nothing can be imported into it.",
          at: attribute.expression.range)
      }
      guard let target = configuration.callTargets[.init(directory: owner.directory, name: name)].flatMap({ configuration.modules[$0] })
      else { return }
      owner = target
    }
    guard owner.resources[ResourceKey(mode: .managed, type: address.type, name: address.name)] == nil else { return }
    add(
      "undeclared-reference", "There is no resource “\(address.type).\(address.name)” in that module",
      "What is imported into a child module is declared there.", at: attribute.expression.range)
  }

  /// What is removed cannot be declared at the same time.
  private mutating func validateRemoved(_ block: BlockSyntax, in module: Module) {
    guard let attribute = block.body.attribute("from"), let reference = StaticReference(attribute.expression),
      let address = AddressText(reference)
    else { return }
    var owner = module
    let calls = address.isModule ? address.modules.dropLast() : address.modules[...]
    for call in calls {
      guard let target = configuration.callTargets[.init(directory: owner.directory, name: call)].flatMap({ configuration.modules[$0] })
      else { return }
      owner = target
    }
    let declaration =
      address.isModule
      ? address.modules.last.flatMap { owner.moduleCalls[$0]?.block }
      : owner.resources[ResourceKey(mode: address.isData ? .data : .managed, type: address.type, name: address.name)]?.block
    guard let declaration else { return }
    add(
      "removed-and-declared", "“\(address.text)” is removed and declared", "Delete its “\(declaration.type)” block, or this one.",
      at: attribute.expression.range, related: [DiagnosticLabel(declaration.header, "declared here")])
  }

  private mutating func add(
    _ id: String, _ summary: String, _ detail: String, at range: SourceRange, severity: DiagnosticSeverity = .error, related: [DiagnosticLabel] = []
  ) {
    diagnostics.append(Diagnostic(severity, id, summary, detail: detail, at: range, related: related))
  }

  private mutating func validateChild(_ module: Module) {
    for block in module.otherBlocks where block.type == "import" {
      add(
        "import-in-child-module", "An “import” block stands in a child module", "Only the root module may import.",
        at: SourceRange(file: block.tree.file, bytes: block.typeRange))
    }
    var reported: Set<String> = []
    for provider in module.providers where provider.block.body.isEmpty(except: "alias") && isProviderLocalName(provider.localName) {
      guard reported.insert(provider.localName).inserted else { continue }
      add(
        "empty-provider-block", "An empty “provider” block has no effect",
        "That a module needs a configuration of provider “\(provider.localName)” is declared in “required_providers”, with “configuration_aliases” for further ones.",
        at: provider.block.header, severity: .warning)
    }
  }

  // MARK: Calls

  private mutating func validate(_ call: ModuleCall, from parent: Module, to child: Module) {
    validateRepetition(call, child)
    let passed = passedProviders(call)
    for (name, alias, keyRange, value) in passed {
      let key = alias.map { "\(name).\($0)" } ?? name
      validatePassed(name, alias, key, keyRange, value, call, parent, child)
    }
    let names = Set(passed.map { entry in entry.alias.map { "\(entry.name).\($0)" } ?? entry.name })
    validateInherited(call, names, child)
    for (localName, required) in child.requiredProviders.sorted(by: { $0.key < $1.key }) {
      for alias in configurationAliases(localName, in: child) where !names.contains("\(localName).\(alias)") {
        let source = ProviderSource(required.source ?? localName)?.text ?? localName
        add(
          "missing-provider-configuration", "Module “\(call.name)” needs a provider configuration “\(localName).\(alias)”",
          "Its code declares it as a configuration alias of \(source): pass one with “providers = { \(localName).\(alias) = … }”.",
          at: call.block.header)
      }
    }
  }

  /// A module that passes on what it does not get itself would pass on something else than is meant.
  private mutating func validateInherited(_ call: ModuleCall, _ passed: Set<String>, _ child: Module) {
    var reported: Set<String> = []
    for nested in child.moduleCalls.keys.sorted() {
      guard let nestedCall = child.moduleCalls[nested] else { continue }
      for entry in passedProviders(nestedCall) {
        guard let reference = StaticReference(entry.value), reference.steps.isEmpty, !passed.contains(reference.root),
          let required = child.requiredProviders[reference.root], !child.providers.contains(where: { $0.localName == reference.root }),
          reported.insert(reference.root).inserted
        else { continue }
        add(
          "missing-provider-configuration", "Module “\(call.name)” passes on the provider “\(reference.root)”, which it is not given",
          "It is \(ProviderSource(required.source ?? reference.root)?.text ?? reference.root); name it in “providers” of this call.",
          at: call.block.header, severity: .warning)
      }
    }
  }

  private mutating func validatePassed(
    _ name: String, _ alias: String?, _ key: String, _ keyRange: SourceRange, _ value: ExpressionSyntax, _ call: ModuleCall, _ parent: Module,
    _ child: Module
  ) {
    let ownConfiguration = child.providers.first { $0.localName == name && $0.alias == alias }
    if let own = ownConfiguration, !own.block.body.isEmpty(except: "alias") {
      add(
        "overridden-provider-configuration", "Module “\(call.name)” configures provider “\(key)” itself",
        "It cannot be given another configuration from outside.", at: keyRange, related: [DiagnosticLabel(own.block.header, "configured here")])
      return
    }
    if let alias, !configurationAliases(name, in: child).contains(alias), ownConfiguration == nil {
      add(
        "undeclared-provider-configuration", "Module “\(call.name)” declares no provider configuration “\(key)”",
        "“configuration_aliases” in its “required_providers” would declare it.", at: keyRange)
      return
    }
    if alias == nil, child.requiredProviders[name] == nil, ownConfiguration == nil {
      add(
        "undefined-provider", "Module “\(call.name)” does not declare the provider “\(name)”",
        "It is taken for hashicorp/\(name); an entry in the module's “required_providers” would make that certain.", at: keyRange, severity: .warning)
    }
    guard let reference = StaticReference(value) else { return }
    validateProviderReference(value, in: parent)
    let isDeclared = parent.requiredProviders[reference.root] != nil || parent.providers.contains { $0.localName == reference.root }
    if !isDeclared {
      add(
        "undefined-provider", "The provider “\(reference.root)” is not declared here",
        "It is taken for hashicorp/\(reference.root); an entry in “required_providers” would make that certain.", at: value.range,
        severity: .warning)
    }
    if let wanted = ProviderAdmission.source(name, in: child), let given = ProviderAdmission.source(reference.root, in: parent), wanted != given {
      add(
        "provider-type-mismatch", "“\(reference.root)” is another provider than “\(name)” of module “\(call.name)”",
        "Here it stands for \(given.text), in the module for \(wanted.text).", at: value.range)
    }
  }

  private func passedProviders(_ call: ModuleCall) -> [(name: String, alias: String?, keyRange: SourceRange, value: ExpressionSyntax)] {
    let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
    guard let map = body.attribute("providers"), case .object(let items) = map.expression.expression else { return [] }
    let tree = map.tree
    return stride(from: 0, to: items.count - 1, by: 2).compactMap { position in
      let key = tree.node(items, position)
      guard let (name, alias) = providerName(tree, key) else { return nil }
      return (
        name, alias, SourceRange(file: tree.file, bytes: tree.range(key)), ExpressionSyntax(tree: tree, id: tree.node(items, position + 1))
      )
    }
  }

  private func configurationAliases(_ localName: String, in module: Module) -> [String] {
    var aliases: [String] = []
    for settings in module.settings {
      for block in settings.body.blocks(ofType: "required_providers") {
        guard let attribute = block.body.attribute(localName), case .object(let items) = attribute.expression.expression else { continue }
        let tree = attribute.tree
        for position in stride(from: 0, to: items.count - 1, by: 2) where staticKey(tree, tree.node(items, position)) == "configuration_aliases" {
          let list = staticList(ExpressionSyntax(tree: tree, id: tree.node(items, position + 1))) ?? []
          aliases += list.compactMap { StaticReference($0)?.name(0) }
        }
      }
    }
    return aliases
  }

  // MARK: Repetition

  /// A module that configures providers cannot be repeated: its instances would configure the same one.
  private mutating func validateRepetition(_ call: ModuleCall, _ child: Module) {
    guard let repetition = call.count ?? call.forEach ?? call.dependsOn, configuresProviders(child, depth: 0) else { return }
    add(
      "repeated-provider-configuration", "Module “\(call.name)” cannot be used with “\(repetition.name)”",
      "It configures providers itself, or a module in it does. Pass provider configurations in with “providers” for that.",
      at: repetition.expression.range)
  }

  private mutating func configuresProviders(_ module: Module, depth: Int) -> Bool {
    if let known = modulesWithOwnProviders[module.directory] { return known }
    guard depth < 100 else { return false }
    modulesWithOwnProviders[module.directory] = false
    var result = module.providers.contains { !$0.block.body.isEmpty(except: "alias") }
    if !result {
      for name in module.moduleCalls.keys.sorted() {
        guard let target = configuration.callTargets[.init(directory: module.directory, name: name)].flatMap({ configuration.modules[$0] })
        else { continue }
        if configuresProviders(target, depth: depth + 1) { result = true }
      }
    }
    modulesWithOwnProviders[module.directory] = result
    return result
  }
}

extension BodySyntax {
  /// Whether nothing stands in it but an argument of that name.
  fileprivate func isEmpty(except name: String) -> Bool {
    items.allSatisfy { item in
      switch item {
      case .attribute(let attribute): attribute.name == name
      case .block: false
      }
    }
  }
}
