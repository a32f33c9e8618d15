import Diagnostics
import Documents
import HCLValues
import Schemas
import SourceText

extension ResourceGraph {
  /// The graph of a plan alone: everything stands at its place in the plan.
  ///
  /// - Parameter binding: under the convert binding, values that are references or variables stay symbolic though the plan knows them.
  public init(_ plan: PlanDocument, binding: Binding) {
    var builder = PlanGraphBuilder(plan, binding: binding)
    builder.build()
    self.init(
      resources: builder.resources, variables: builder.variables(), outputs: builder.outputs(), modules: builder.modules,
      diagnostics: builder.diagnostics)
  }
}

extension PlanDocument {
  /// What the plan knows that its configuration alone does not say.
  public var facts: PlannedFacts {
    var builder = PlanGraphBuilder(self, binding: .lint)
    builder.build()
    return builder.facts
  }
}

/// Reads the resources, variables and outputs of a plan.
struct PlanGraphBuilder {
  private let plan: PlanDocument
  private let binding: Binding
  private let references: PlanReferences
  /// By address, without those of objects that are only there to be destroyed.
  private var changes: [String: PositionedDocument] = [:]
  /// Configurations of the resources of each module, by their addresses in it.
  private var declarations: [ModuleAddress: [String: PositionedDocument]] = [:]
  private var seen: Set<ResourceAddress> = []
  private var seenModules: Set<ModuleAddress> = [.root]
  private(set) var facts = PlannedFacts()
  private(set) var resources: [ResourceInstance] = []
  private(set) var modules: [GraphModule] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ plan: PlanDocument, binding: Binding) {
    self.plan = plan
    self.binding = binding
    references = PlanReferences(plan.content)
    for change in plan.content["resource_changes"]?.elements ?? [] where change["deposed"] == nil {
      if let address = change["address"]?.stringValue { changes[address] = change["change"] }
    }
  }

  mutating func build() {
    modules.append(GraphModule(address: .root, source: nil, directory: plan.file.path, location: nil))
    if let planned = plan.content["planned_values"]?["root_module"] {
      visit(planned, .root, depth: 0)
    } else {
      for change in plan.content["resource_changes"]?.elements ?? [] where change["deposed"] == nil {
        guard change["change"]?["after"]?.members != nil else { continue }
        guard let module = PlanAddress.module(change["module_address"]?.stringValue ?? "") else { return malformed(change) }
        add(change, values: change["change"]?["after"], module)
      }
    }
    if let known = plan.content["prior_state"]?["values"]?["root_module"] { visitData(known, .root, depth: 0) }
    let order = Dictionary(modules.enumerated().map { ($0.element.address, $0.offset) }, uniquingKeysWith: { first, _ in first })
    resources = resources.enumerated().sorted {
      (order[$0.element.address.module] ?? 0, $0.offset) < (order[$1.element.address.module] ?? 0, $1.offset)
    }.map(\.element)
  }

  // MARK: Modules

  private mutating func visit(_ content: PositionedDocument, _ module: ModuleAddress, depth: Int) {
    facts.add(module)
    for resource in references.configuration(of: module)?["resources"]?.elements ?? [] {
      if let address = address(resource, module), address.mode == .managed { facts.instances[address] = [] }
    }
    for resource in content["resources"]?.elements ?? [] { add(resource, values: resource["values"], module) }
    for (child, address) in children(content) {
      if seenModules.insert(address).inserted { modules.append(graphModule(address, child)) }
      visit(child, address, depth: depth + 1)
    }
  }

  private func graphModule(_ address: ModuleAddress, _ content: PositionedDocument) -> GraphModule {
    GraphModule(
      address: address, source: references.call(of: address)?["source"]?.stringValue, directory: plan.file.path,
      location: content["address"]?.range ?? content.range)
  }

  /// Data sources that were read while planning are known from the state alone.
  private mutating func visitData(_ content: PositionedDocument, _ module: ModuleAddress, depth: Int) {
    for resource in content["resources"]?.elements ?? [] where resource["mode"]?.stringValue == "data" {
      guard let address = address(resource, module), !seen.contains(address), declaration(of: address) != nil else { continue }
      add(resource, values: resource["values"], module)
    }
    for (child, address) in children(content) {
      let count = resources.count
      visitData(child, address, depth: depth + 1)
      if resources.count > count, seenModules.insert(address).inserted { modules.append(graphModule(address, child)) }
    }
  }

  private mutating func children(_ content: PositionedDocument) -> [(PositionedDocument, ModuleAddress)] {
    var result: [(PositionedDocument, ModuleAddress)] = []
    for child in content["child_modules"]?.elements ?? [] {
      guard let address = child["address"]?.stringValue.flatMap(PlanAddress.module), !address.isRoot else {
        malformed(child)
        continue
      }
      result.append((child, address))
    }
    return result
  }

  private mutating func malformed(_ content: PositionedDocument) {
    diagnostics.append(
      Diagnostic(
        .error, "plan-form", "A part of the plan cannot be read",
        detail: "A resource needs “mode”, “type”, “name” and an index that is a number or a text; a module needs its “address”.", at: content.range))
  }

  // MARK: Resources

  private func address(_ resource: PositionedDocument, _ module: ModuleAddress) -> ResourceAddress? {
    guard let type = resource["type"]?.stringValue, let name = resource["name"]?.stringValue,
      let mode = ResourceAddress.Mode(rawValue: resource["mode"]?.stringValue ?? "managed")
    else { return nil }
    var address = ResourceAddress(module: module, mode: mode, type: type, name: name)
    switch resource["index"]?.content {
    case nil, .null?: break
    case .string(let key)?: address.key = .string(key)
    case .number(let text)?:
      guard let index = Int(text) else { return nil }
      address.key = .int(index)
    case .bool?, .array?, .object?: return nil
    }
    return address
  }

  private mutating func declaration(of address: ResourceAddress) -> PositionedDocument? {
    var local = address.declaration
    local.module = .root
    let module = address.module.declared
    if let known = declarations[module] { return known[local.description] }
    var entries: [String: PositionedDocument] = [:]
    for resource in references.configuration(of: module)?["resources"]?.elements ?? [] {
      if let name = resource["address"]?.stringValue { entries[name] = resource }
    }
    declarations[module] = entries
    return entries[local.description]
  }

  private mutating func add(_ resource: PositionedDocument, values: PositionedDocument?, _ module: ModuleAddress) {
    guard let address = address(resource, module) else { return malformed(resource) }
    guard seen.insert(address).inserted else { return }
    let declaration = declaration(of: address)
    let change = changes[resource["address"]?.stringValue ?? address.description]
    let schema: BlockSchema? =
      switch address.mode {
      case .managed: SchemaCatalog.standard.resource(address.type)
      case .data: SchemaCatalog.standard.dataSource(address.type)
      case .ephemeral: SchemaCatalog.standard.ephemeralResource(address.type)
      }
    facts.add(address, PlanValues.known(.init(value: values, unknown: change?["after_unknown"], sensitive: resource["sensitive_values"]), schema))
    var reader = PlanValues(references: references, module: module, binding: binding)
    let expressions = declaration?["expressions"]
    let content = reader.block(
      .init(
        value: values, unknown: change?["after_unknown"], sensitive: resource["sensitive_values"] ?? change?["after_sensitive"],
        expression: expressions), schema)
    let waits = (declaration?["depends_on"]?.elements ?? []).compactMap(\.stringValue)
    resources.append(
      ResourceInstance(
        address: address, values: content, provider: provider(resource, declaration),
        explicitDependencies: waits.compactMap { PlanAddress($0)?.resource(in: module)?.address.declaration },
        dependencies: dependencies(declaration, module),
        source: ResourceSource(header: resource["address"]?.range ?? resource.range, range: resource.range, ranges: reader.ranges)))
  }

  private func dependencies(_ declaration: PositionedDocument?, _ module: ModuleAddress) -> [ResourceAddress] {
    let parts = ["expressions", "count_expression", "for_each_expression"].flatMap { references.dependencies(declaration?[$0], in: module) }
    return Set(parts).sorted { $0.description < $1.description }
  }

  private func provider(_ resource: PositionedDocument, _ declaration: PositionedDocument?) -> ProviderReference {
    let type = resource["type"]?.stringValue ?? ""
    let parts = (resource["provider_name"]?.stringValue ?? "").split(separator: "/")
    let source = parts.count >= 2 ? parts.suffix(2).joined(separator: "/") : nil
    let key = declaration?["provider_config_key"]?.stringValue
    let entry = key.flatMap { plan.content["configuration"]?["provider_config"]?[$0] }
    return ProviderReference(
      localName: entry?["name"]?.stringValue ?? type.split(separator: "_").first.map(String.init) ?? type,
      alias: entry?["alias"]?.stringValue, source: source)
  }

  // MARK: Variables and outputs

  func variables() -> [GraphVariable] {
    let given = plan.content["variables"]
    let declared = plan.content["configuration"]?["root_module"]?["variables"]
    var members: [String: PositionedDocument.Member] = [:]
    for member in given?.members ?? [] { members[member.key] = member }
    for member in declared?.members ?? [] where members[member.key] == nil { members[member.key] = member }
    return members.sorted { $0.key < $1.key }.map { name, member in
      let value = given?[name]?["value"].map(PlanValues.plain)
      let fallback = declared?[name]?["default"].map(PlanValues.plain)
      return GraphVariable(
        name: name, type: (value ?? fallback)?.type ?? .dynamic, defaultValue: fallback, givenValue: value,
        isSensitive: declared?[name]?["sensitive"]?.boolValue ?? false, isNullable: true,
        summary: declared?[name]?["description"]?.stringValue, validations: [], location: member.keyRange)
    }
  }

  func outputs() -> [GraphOutput] {
    let planned = plan.content["planned_values"]?["outputs"]
    let declared = plan.content["configuration"]?["root_module"]?["outputs"]
    var members: [String: PositionedDocument.Member] = [:]
    for member in declared?.members ?? [] { members[member.key] = member }
    for member in planned?.members ?? [] { members[member.key] = member }
    return members.sorted { $0.key < $1.key }.map { name, member in
      let expression = declared?[name]?["expression"]
      let symbolic = references.valueThatStaysSymbolic(expression, name, .dynamic, in: .root, binding, planned?[name]?["value"])
      var value = symbolic ?? planned?[name]?["value"].map(PlanValues.plain) ?? .dynamicUnknown
      if value.origin == nil { value.origin = references.origin(of: expression, name, in: .root) }
      return GraphOutput(
        name: name, value: value,
        isSensitive: planned?[name]?["sensitive"]?.boolValue ?? declared?[name]?["sensitive"]?.boolValue ?? false,
        summary: declared?[name]?["description"]?.stringValue, location: member.keyRange)
    }
  }
}
