import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Reads the blocks of a module's files into declarations. (Terraform language, "Configuration Syntax", "Files and Directories".)
///
/// Override files are merged into what the others declare; a name that is declared twice is an error at the second place.
public struct ModuleDecoder {
  private var module: Module
  private var diagnostics: [Diagnostic] = []

  private init(_ module: Module) { self.module = module }

  /// Decodes the files of one directory.
  ///
  /// - Parameters:
  ///   - files: in the order of their names; those of `override.tf` and `*_override.tf` may stand anywhere.
  /// - Returns: the module, complete as far as it could be read, and what is wrong with it.
  public static func decode(directory: String, files: [ModuleFile]) -> (module: Module, diagnostics: [Diagnostic]) {
    var decoder = ModuleDecoder(Module(directory: directory, files: files))
    for file in files where !isOverride(file.source.path) {
      for block in file.tree.rootBody.blocks { decoder.decode(block) }
    }
    for file in files where isOverride(file.source.path) {
      for block in file.tree.rootBody.blocks { decoder.override(block) }
    }
    decoder.finish()
    return (decoder.module, decoder.diagnostics)
  }

  static func isOverride(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = [".tf.json", ".tofu.json", ".tf", ".tofu"].first { name.hasSuffix($0) } ?? ""
    let stem = name.dropLast(ending.count)
    return stem == "override" || stem.hasSuffix("_override")
  }

  private mutating func decode(_ block: BlockSyntax) {
    switch block.type {
    case "variable": decodeVariable(block)
    case "locals": decodeLocals(block)
    case "output": decodeOutput(block)
    case "resource": decodeResource(block, .managed)
    case "data": decodeResource(block, .data)
    case "ephemeral": decodeResource(block, .ephemeral)
    case "module": decodeModuleCall(block)
    case "provider": decodeProvider(block)
    case "terraform", "language":
      module.settings.append(block)
      decodeRequiredProviders(block)
    case "moved", "removed", "import", "check", "action":
      module.otherBlocks.append(block)
      if block.type == "check" {
        for data in block.body.blocks(ofType: "data") { decodeResource(data, .data, check: block.labels.first?.value ?? "") }
      }
    default:
      let known = ["variable", "locals", "output", "resource", "data", "ephemeral", "module", "provider", "terraform", "moved", "removed", "import", "check"]
      let suggestion = suggestedName(for: block.type, among: known).map { " Did you mean “\($0)”?" } ?? ""
      add("unsupported-block", "Blocks of type “\(block.type)” are not expected here", "The language has no such block.\(suggestion)", block.typeRange, block)
    }
  }

  // MARK: Declarations

  private mutating func decodeVariable(_ block: BlockSyntax) {
    guard let name = labels(block, ["name"])?[0] else { return }
    if let first = module.variables[name] { return duplicate("variable", name, block, first.block) }
    module.variables[name] = VariableDeclaration(name: name, block: block, type: .dynamic)
  }

  private mutating func decodeLocals(_ block: BlockSyntax) {
    for attribute in block.body.attributes {
      if let first = module.locals[attribute.name] {
        diagnostics.append(
          Diagnostic(
            .error, "duplicate-declaration", "Duplicate local value “\(attribute.name)”",
            detail: "A local value of this name is declared already. Names of local values must be unique in a module.",
            at: SourceRange(file: attribute.tree.file, bytes: attribute.nameRange),
            related: [DiagnosticLabel(first.attribute.range, "first declared here")]))
      } else {
        module.locals[attribute.name] = LocalDeclaration(name: attribute.name, attribute: attribute)
      }
    }
  }

  private mutating func decodeOutput(_ block: BlockSyntax) {
    guard let name = labels(block, ["name"])?[0] else { return }
    if let first = module.outputs[name] { return duplicate("output", name, block, first.block) }
    module.outputs[name] = OutputDeclaration(name: name, block: block)
  }

  /// - Parameter check: the check that the resource belongs to.
  private mutating func decodeResource(_ block: BlockSyntax, _ mode: ResourceAddress.Mode, check: String? = nil) {
    guard let names = labels(block, ["type", "name"]) else { return }
    let key = ResourceKey(mode: mode, type: names[0], name: names[1])
    if let first = module.resources[key] {
      module.duplicateResources.append(finished(ResourceDeclaration(key: key, block: block)))
      return duplicate(block.type, "\(key.type).\(key.name)", block, first.block)
    }
    module.resources[key] = ResourceDeclaration(key: key, block: block, check: check)
  }

  private mutating func decodeModuleCall(_ block: BlockSyntax) {
    guard let name = labels(block, ["name"])?[0] else { return }
    if let first = module.moduleCalls[name] { return duplicate("module call", name, block, first.block) }
    module.moduleCalls[name] = ModuleCall(name: name, block: block)
  }

  private mutating func decodeProvider(_ block: BlockSyntax) {
    guard let name = labels(block, ["name"])?[0] else { return }
    let alias = block.body.attribute("alias").flatMap { literalString($0.expression) }
    module.providers.append(ProviderDeclaration(localName: name, alias: alias, block: block))
  }

  private mutating func decodeRequiredProviders(_ settings: BlockSyntax) {
    for block in settings.body.blocks(ofType: "required_providers") {
      for attribute in block.body.attributes {
        var provider = RequiredProvider(localName: attribute.name, source: nil, versionConstraint: nil, location: attribute.range)
        if let version = literalString(attribute.expression) {
          provider.versionConstraint = version
        } else if case .object(let items) = attribute.expression.expression {
          let tree = attribute.tree
          for position in stride(from: 0, to: items.count - 1, by: 2) {
            let value = literalString(ExpressionSyntax(tree: tree, id: tree.node(items, position + 1)))
            switch staticKey(tree, tree.node(items, position)) {
            case "source": provider.source = value
            case "version": provider.versionConstraint = value
            default: break
            }
          }
        }
        module.requiredProviders[attribute.name] = provider
      }
    }
  }

  // MARK: Overrides

  private mutating func override(_ block: BlockSyntax) {
    switch block.type {
    case "variable":
      guard let name = labels(block, ["name"])?[0] else { return }
      if module.variables[name] != nil { module.variables[name]?.overrides.append(block) } else { missingBase("variable", name, block) }
    case "output":
      guard let name = labels(block, ["name"])?[0] else { return }
      if module.outputs[name] != nil { module.outputs[name]?.overrides.append(block) } else { missingBase("output", name, block) }
    case "module":
      guard let name = labels(block, ["name"])?[0] else { return }
      if module.moduleCalls[name] != nil { module.moduleCalls[name]?.overrides.append(block) } else { missingBase("module call", name, block) }
    case "resource", "data", "ephemeral":
      guard let names = labels(block, ["type", "name"]) else { return }
      let mode: ResourceAddress.Mode = block.type == "resource" ? .managed : block.type == "data" ? .data : .ephemeral
      let key = ResourceKey(mode: mode, type: names[0], name: names[1])
      if module.resources[key] != nil {
        module.resources[key]?.overrides.append(block)
      } else {
        missingBase(block.type, "\(key.type).\(key.name)", block)
      }
    case "locals":
      for attribute in block.body.attributes {
        module.locals[attribute.name] = LocalDeclaration(name: attribute.name, attribute: attribute)
      }
    case "provider":
      guard let name = labels(block, ["name"])?[0] else { return }
      let alias = block.body.attribute("alias").flatMap { literalString($0.expression) }
      if let index = module.providers.firstIndex(where: { $0.localName == name && $0.alias == alias }) {
        module.providers[index].overrides.append(block)
      } else {
        decodeProvider(block)
      }
    case "moved", "removed", "import":
      add(
        "unsupported-override", "A “\(block.type)” block stands in an override file",
        "Override files change what other files declare, and this declares nothing. Put it into another file.", block.typeRange, block)
      decode(block)
    default: decode(block)
    }
  }

  // MARK: Second pass, over merged bodies

  private mutating func finish() {
    for name in module.variables.keys.sorted() { finishVariable(name) }
    for name in module.outputs.keys.sorted() {
      guard let output = module.outputs[name] else { continue }
      let body = EffectiveBody(output.block.body, overrides: output.overrides.map(\.body))
      module.outputs[name]?.value = body.attribute("value")?.expression
      module.outputs[name]?.summary = body.attribute("description").flatMap { literalString($0.expression) }
      module.outputs[name]?.isSensitive = body.attribute("sensitive").flatMap { literalBool($0.expression) } ?? false
    }
    for (key, declaration) in module.resources { module.resources[key] = finished(declaration) }
    for name in module.moduleCalls.keys.sorted() { finishModuleCall(name) }
  }

  /// The declaration with its meta-arguments.
  private func finished(_ declaration: ResourceDeclaration) -> ResourceDeclaration {
    let body = declaration.body
    var declaration = declaration
    declaration.count = body.attribute("count")
    declaration.forEach = body.attribute("for_each")
    declaration.providerExpression = body.attribute("provider")?.expression
    declaration.dependsOn = body.attribute("depends_on")
    declaration.lifecycle = body.block("lifecycle")
    return declaration
  }

  private mutating func finishVariable(_ name: String) {
    guard var variable = module.variables[name] else { return }
    let body = EffectiveBody(variable.block.body, overrides: variable.overrides.map(\.body))
    if let type = body.attribute("type") {
      let (constraint, defaults, problems) = variableTypeConstraint(type.expression)
      // A type that could not be read in full would make errors of good uses.
      let isRead = !problems.contains { $0.severity == .error }
      variable.type = isRead ? constraint : .dynamic
      variable.typeDefaults = isRead ? defaults : nil
      diagnostics.append(contentsOf: problems)
    }
    variable.defaultExpression = body.attribute("default")?.expression
    variable.summary = body.attribute("description").flatMap { literalString($0.expression) }
    variable.isSensitive = body.attribute("sensitive").flatMap { literalBool($0.expression) } ?? false
    variable.isEphemeral = body.attribute("ephemeral").flatMap { literalBool($0.expression) } ?? false
    variable.isNullable = body.attribute("nullable").flatMap { literalBool($0.expression) } ?? true
    variable.validations = body.blocks.filter { $0.type == "validation" }
    module.variables[name] = variable
  }

  private mutating func finishModuleCall(_ name: String) {
    guard var call = module.moduleCalls[name] else { return }
    let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
    let metaArguments: Set = ["source", "version", "count", "for_each", "providers", "depends_on", "ignore_nested_deprecations"]
    if let source = body.attribute("source") {
      call.source = literalString(source.expression)
    } else {
      add("missing-argument", "Module call “\(name)” has no source", "The argument “source” says where the module's code is.", call.block.openingBrace.bytes, call.block)
    }
    call.version = body.attribute("version").flatMap { literalString($0.expression) }
    call.count = body.attribute("count")
    call.forEach = body.attribute("for_each")
    call.dependsOn = body.attribute("depends_on")
    call.lifecycle = body.block("lifecycle")
    call.inputs = body.attributes(without: metaArguments)
    module.moduleCalls[name] = call
  }

  // MARK: Diagnostics

  /// The labels of a block when there are as many as needed, else nil and an error.
  private mutating func labels(_ block: BlockSyntax, _ expected: [String]) -> [String]? {
    if block.labels.count == expected.count { return block.labels.map(\.value) }
    let list = expected.joined(separator: " and ")
    if block.labels.count < expected.count {
      add(
        "missing-label", "A label is missing in the “\(block.type)” block", "Blocks of type “\(block.type)” need \(expected.count == 1 ? "a label" : "\(expected.count) labels"): \(list).",
        block.headerRange, block)
    } else {
      add(
        "extraneous-label", "A “\(block.type)” block has too many labels", "Blocks of type “\(block.type)” have \(expected.count == 1 ? "one label" : "\(expected.count) labels"): \(list).",
        block.labels[expected.count].range, block)
    }
    return nil
  }

  private mutating func duplicate(_ kind: String, _ name: String, _ block: BlockSyntax, _ first: BlockSyntax) {
    diagnostics.append(
      Diagnostic(
        .error, "duplicate-declaration", "Duplicate \(kind) “\(name)”",
        detail: "A \(kind) of this name is declared already. Names must be unique in a module.", at: block.header,
        related: [DiagnosticLabel(first.header, "first declared here")]))
  }

  private mutating func missingBase(_ kind: String, _ name: String, _ block: BlockSyntax) {
    add(
      "missing-base-of-override", "There is no \(kind) “\(name)” to override",
      "An override file changes what another file of the module declares; nothing declares this.", block.headerRange, block)
  }

  private mutating func add(_ id: String, _ summary: String, _ detail: String, _ range: ByteRange, _ block: BlockSyntax) {
    diagnostics.append(Diagnostic(.error, id, summary, detail: detail, at: SourceRange(file: block.tree.file, bytes: range)))
  }
}
