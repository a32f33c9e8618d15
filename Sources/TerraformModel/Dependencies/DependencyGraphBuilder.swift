import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

extension DependencyGraph {
  /// The dependencies of everything that a configuration declares, through all module calls in view.
  ///
  /// - Parameters:
  ///   - configuration: loaded, not evaluated.
  ///   - graph: the same evaluated, for how many instances there are; when nil, `count` and `for_each` stand for an unknown number.
  /// - Returns: a graph of all kinds of nodes, `showing(_:)` chooses. Calls beyond `maximumNodes` are left out.
  public init(_ configuration: Configuration, graph: ResourceGraph? = nil) {
    var builder = DependencyGraphBuilder(configuration: configuration, counts: graph.map(InstanceCounts.init))
    builder.build()
    self.init(nodes: builder.nodes, modules: builder.modules, isTruncated: builder.isTruncated)
  }

  /// The most nodes that a graph has.
  public static let maximumNodes = 100_000
}

/// How many instances declarations have in an evaluated graph.
private struct InstanceCounts {
  private var resources: [ResourceAddress: DependencyGraph.Multiplicity] = [:]
  private var calls: [String: DependencyGraph.Multiplicity] = [:]

  init(_ graph: ResourceGraph) {
    for resource in graph.resources { Self.add(resource.isSymbolic, &resources[resource.address.declaration]) }
    for module in graph.modules {
      let address = ModuleAddress(module.address.steps.map { .init(name: $0.name, key: .none) }).description
      Self.add(module.address.isSymbolic, &calls[address])
    }
  }

  private static func add(_ isSymbolic: Bool, _ known: inout DependencyGraph.Multiplicity?) {
    switch known {
    case nil, .single: known = isSymbolic ? .unknown : .times(1)
    case .times(let count): known = isSymbolic ? .unknown : .times(count + 1)
    case .unknown: break
    }
  }

  /// - Parameter isRepeated: the declaration, or a call that leads to it, has `count` or `for_each`.
  func of(_ address: ResourceAddress, isRepeated: Bool) -> DependencyGraph.Multiplicity {
    isRepeated ? resources[address] ?? .times(0) : .single
  }

  func ofCall(_ address: String, isRepeated: Bool) -> DependencyGraph.Multiplicity { isRepeated ? calls[address] ?? .times(0) : .single }
}

/// Makes the nodes of every module call, then their dependencies.
private struct DependencyGraphBuilder {
  typealias Graph = DependencyGraph

  /// One module call with the positions of its nodes by their local addresses.
  private struct Frame {
    var module: Module
    var index: Int
    var parent: Int?
    var call: ModuleCall?
    var address: ModuleAddress
    var isRepeated: Bool
    var positions: [String: Int] = [:]
    /// Frames of the calls in view.
    var children: [String: Int] = [:]
  }

  let configuration: Configuration
  let counts: InstanceCounts?
  var nodes: [Graph.Node] = []
  var modules: [Graph.Module] = []
  var isTruncated = false
  private var frames: [Frame] = []

  private static let begin = "(begin)"
  private static let end = "(end)"

  init(configuration: Configuration, counts: InstanceCounts?) {
    self.configuration = configuration
    self.counts = counts
  }

  mutating func build() {
    guard let root = configuration.root else { return }
    visit(Frame(module: root, index: 0, parent: nil, call: nil, address: .root, isRepeated: false))
    for frame in frames.indices { connect(frame) }
    for node in nodes.indices { nodes[node].dependencies = Array(Set(nodes[node].dependencies)).sorted() }
  }

  // MARK: Nodes

  private mutating func visit(_ start: Frame) {
    var frame = start
    frame.index = frames.count
    let isRepeated = frame.call.map { $0.count != nil || $0.forEach != nil } ?? false
    let name = frame.address.steps.last?.name ?? ""
    var entry = Graph.Module(
      address: frame.address.description, name: name, parent: frame.parent, source: frame.call?.source, location: frame.call?.block.header)
    entry.multiplicity = counts?.ofCall(entry.address, isRepeated: isRepeated || frame.isRepeated) ?? (isRepeated ? .unknown : .single)
    frame.isRepeated = frame.isRepeated || isRepeated
    modules.append(entry)
    if frame.parent != nil { add(.moduleBegin, Self.begin, Self.begin, nil, nil, &frame) }
    addDeclarations(&frame)
    if frame.parent != nil { add(.moduleEnd, Self.end, Self.end, nil, nil, &frame) }
    frames.append(frame)
    for name in frame.module.moduleCalls.keys.sorted() {
      guard let call = frame.module.moduleCalls[name],
        let target = configuration.callTargets[.init(directory: frame.module.directory, name: name)].flatMap({ configuration.modules[$0] })
      else { continue }
      guard nodes.count < Graph.maximumNodes else {
        isTruncated = true
        return
      }
      frames[frame.index].children[name] = frames.count
      visit(
        Frame(
          module: target, index: 0, parent: frame.index, call: call, address: frame.address.child(name, .none), isRepeated: frame.isRepeated))
    }
  }

  private mutating func addDeclarations(_ frame: inout Frame) {
    let module = frame.module
    for name in module.variables.keys.sorted() { add(.variable, "var.\(name)", name, nil, module.variables[name]?.block.header, &frame) }
    for name in module.locals.keys.sorted() { add(.local, "local.\(name)", name, nil, module.locals[name]?.attribute.range, &frame) }
    for provider in module.providers {
      let name = provider.alias.map { "\(provider.localName).\($0)" } ?? provider.localName
      add(.provider, "provider.\(name)", name, nil, provider.block.header, &frame)
    }
    for resource in module.resourcesInOrder {
      let key = resource.key
      let kind: Graph.Kind = key.mode == .managed ? .resource : key.mode == .data ? .data : .ephemeral
      let address = ResourceAddress(module: frame.address, mode: key.mode, type: key.type, name: key.name)
      add(kind, Self.localAddress(key), key.name, key.type, resource.block.header, &frame)
      let isRepeated = resource.count != nil || resource.forEach != nil
      nodes[nodes.count - 1].multiplicity =
        counts?.of(address, isRepeated: isRepeated || frame.isRepeated) ?? (isRepeated ? .unknown : .single)
    }
    for name in module.moduleCalls.keys.sorted() {
      guard let call = module.moduleCalls[name], configuration.callTargets[.init(directory: module.directory, name: name)] == nil else { continue }
      add(.module, "module.\(name)", name, call.source, call.block.header, &frame)
      let isRepeated = call.count != nil || call.forEach != nil
      nodes[nodes.count - 1].multiplicity =
        counts?.ofCall(nodes[nodes.count - 1].address, isRepeated: isRepeated || frame.isRepeated) ?? (isRepeated ? .unknown : .single)
    }
    for name in module.outputs.keys.sorted() { add(.output, "output.\(name)", name, nil, module.outputs[name]?.block.header, &frame) }
  }

  private mutating func add(
    _ kind: Graph.Kind, _ local: String, _ name: String, _ type: String?, _ location: SourceRange?, _ frame: inout Frame
  ) {
    frame.positions[local] = nodes.count
    let address = frame.address.isRoot ? local : "\(frame.address).\(local)"
    nodes.append(
      Graph.Node(kind: kind, localAddress: local, address: address, module: modules.count - 1, type: type, name: name, location: location))
  }

  private static func localAddress(_ key: ResourceKey) -> String {
    ResourceAddress(mode: key.mode, type: key.type, name: key.name).description
  }

  // MARK: Dependencies

  private mutating func connect(_ index: Int) {
    let frame = frames[index]
    let module = frame.module
    for name in module.variables.keys.sorted() { connectVariable(name, frame) }
    for (name, local) in module.locals.sorted(by: { $0.key < $1.key }) { connect("local.\(name)", [local.attribute.expression], frame) }
    for provider in module.providers {
      let name = provider.alias.map { "\(provider.localName).\($0)" } ?? provider.localName
      connect("provider.\(name)", expressions([provider.block] + provider.overrides), frame)
    }
    for resource in module.resourcesInOrder { connect(resource, frame) }
    for (name, output) in module.outputs.sorted(by: { $0.key < $1.key }) {
      connect("output.\(name)", expressions([output.block] + output.overrides), frame)
    }
    for (name, call) in module.moduleCalls.sorted(by: { $0.key < $1.key }) { connect(name, call, frame) }
    connectWhole(frame)
  }

  private mutating func connectVariable(_ name: String, _ frame: Frame) {
    guard let parent = frame.parent, let input = frame.call?.inputs.first(where: { $0.name == name }), let node = frame.positions["var.\(name)"]
    else { return }
    nodes[node].dependencies += targets(of: [input.expression], frames[parent])
  }

  private mutating func connect(_ resource: ResourceDeclaration, _ frame: Frame) {
    guard let node = frame.positions[Self.localAddress(resource.key)] else { return }
    let body = resource.body
    var found = body.attributes.filter { $0.name != "provider" }.map(\.expression)
    for block in body.blocks {
      if block.type == "lifecycle" {
        // The other arguments name attributes of the resource itself.
        for condition in block.body.blocks { condition.body.forEachExpression { found.append($0) } }
        if let replaced = block.body.attribute("replace_triggered_by") { found.append(replaced.expression) }
      } else {
        block.body.forEachExpression { found.append($0) }
      }
    }
    var dependencies = targets(of: found, frame)
    let isOwn = resource.body.blocks.contains { $0.type == "provisioner" || $0.type == "connection" }
    // Provisioners and connections run when the resource exists: there it may name itself.
    if isOwn { dependencies.removeAll { $0 == node } }
    if let provider = providerNode(of: resource, frame) { dependencies.append(provider) }
    if let begin = frame.positions[Self.begin] { dependencies.append(begin) }
    nodes[node].dependencies += dependencies
  }

  private mutating func connect(_ name: String, _ call: ModuleCall, _ frame: Frame) {
    let waits = [call.count, call.forEach, call.dependsOn].compactMap { $0?.expression }
    if let child = frame.children[name], let begin = frames[child].positions[Self.begin] {
      nodes[begin].dependencies += targets(of: waits, frame) + [frame.positions[Self.begin]].compactMap { $0 }
    } else if let node = frame.positions["module.\(name)"] {
      let inputs = call.inputs.map(\.expression)
      nodes[node].dependencies += targets(of: waits + inputs, frame) + [frame.positions[Self.begin]].compactMap { $0 }
    }
  }

  /// The end of a module waits for everything in it.
  private mutating func connectWhole(_ frame: Frame) {
    guard let end = frame.positions[Self.end] else { return }
    let own = frame.positions.values.filter { $0 != end }
    let inner = frame.children.values.compactMap { frames[$0].positions[Self.end] }
    nodes[end].dependencies += own + inner
  }

  private mutating func connect(_ local: String, _ expressions: [ExpressionSyntax], _ frame: Frame) {
    guard let node = frame.positions[local] else { return }
    nodes[node].dependencies += targets(of: expressions, frame)
  }

  private func expressions(_ blocks: [BlockSyntax]) -> [ExpressionSyntax] {
    var found: [ExpressionSyntax] = []
    for block in blocks { block.body.forEachExpression { found.append($0) } }
    return found
  }

  private func targets(of expressions: [ExpressionSyntax], _ frame: Frame) -> [Int] {
    var found: [Int] = []
    for expression in expressions { expression.forEachScopeTraversal { found += targets(of: $0, frame) } }
    return found
  }

  private func targets(of traversal: ScopeTraversal, _ frame: Frame) -> [Int] {
    let first = traversal.attributeName(0)
    switch traversal.rootName {
    case "each", "count", "path", "terraform", "tofu", "self": return []
    case "local", "var": return first.flatMap { frame.positions["\(traversal.rootName).\($0)"] }.map { [$0] } ?? []
    case "module":
      guard let first else { return [] }
      guard let child = frame.children[first].map({ frames[$0] }) else { return [frame.positions["module.\(first)"]].compactMap { $0 } }
      // Behind the call, or behind its instance key.
      let output = [traversal.attributeName(1), traversal.attributeName(2)].compactMap { $0 }.compactMap { child.positions["output.\($0)"] }
      return output.first.map { [$0] } ?? [child.positions[Self.end]].compactMap { $0 }
    default:
      guard let key = traversal.resourceKey, let node = frame.positions[Self.localAddress(key)] else { return [] }
      return [node]
    }
  }

  // MARK: Providers

  private func providerNode(of resource: ResourceDeclaration, _ frame: Frame) -> Int? {
    let parts =
      resource.providerExpression.flatMap { staticTraversal($0) }
      ?? [resource.key.type.split(separator: "_").first.map(String.init) ?? resource.key.type]
    return providerNode(parts.prefix(2).joined(separator: "."), frame)
  }

  /// The configuration that a name of a module means: its own, the one that its call passes, or the parent's of the same name.
  private func providerNode(_ name: String, _ frame: Frame) -> Int? {
    if let own = frame.positions["provider.\(name)"] { return own }
    guard let parent = frame.parent, let call = frame.call else { return nil }
    let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
    if let map = body.attribute("providers")?.expression, let passed = passedProvider(name, map) { return providerNode(passed, frames[parent]) }
    return name.contains(".") ? nil : providerNode(name, frames[parent])
  }

  private func passedProvider(_ name: String, _ map: ExpressionSyntax) -> String? {
    guard case .object(let items) = map.expression else { return nil }
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      guard case .objectKey(let key, _) = map.tree.expression(map.tree.node(items, position)),
        staticTraversal(map.at(key))?.joined(separator: ".") == name
      else { continue }
      return staticTraversal(map.at(map.tree.node(items, position + 1)))?.joined(separator: ".")
    }
    return nil
  }
}
