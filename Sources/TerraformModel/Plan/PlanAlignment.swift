import HCLValues

extension ResourceGraph {
  /// The graph of a plan with what the configuration says: places, origins, lifecycles; and only what the configuration sets.
  ///
  /// - Parameters:
  ///   - written: the configuration that the plan was made from, evaluated with the plan's variables under the same binding.
  ///   - binding: under the convert binding, instances that the configuration gives by itself stay as they are there.
  /// - Returns: the instances of the plan; those that nothing of the configuration declares stay at their places in the plan.
  public func aligned(with written: ResourceGraph, binding: Binding) -> ResourceGraph {
    var declared: [ResourceAddress: ResourceInstance] = [:]
    for resource in written.resources where declared[resource.address.declaration] == nil { declared[resource.address.declaration] = resource }
    let resources = resources.map { planned -> ResourceInstance in
      let exact = written.resource(at: planned.address)
      if binding == .convert, let exact, !exact.isSymbolic { return exact }
      guard let model = exact ?? declared[planned.address.declaration] else { return planned }
      return PlanAlignment.join(planned, model)
    }
    var directories: [ModuleAddress: GraphModule] = [:]
    for module in written.modules { directories[module.address.declared] = module }
    let modules = modules.map { planned -> GraphModule in
      guard let model = directories[planned.address.declared] else { return planned }
      return GraphModule(address: planned.address, source: model.source, directory: model.directory, location: model.location)
    }
    let planned = Dictionary(outputs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let outputs = written.outputs.map { output -> GraphOutput in
      var joined = output
      if binding == .lint, let value = planned[output.name] { joined.value = PlanAlignment.join(value, output.value) }
      return joined
    }
    return ResourceGraph(
      resources: resources, variables: written.variables, outputs: outputs, modules: modules, specialisations: written.specialisations,
      diagnostics: diagnostics + written.diagnostics)
  }
}

/// Joins what a plan knows with what the configuration says.
private enum PlanAlignment {
  static func join(_ planned: ResourceInstance, _ written: ResourceInstance) -> ResourceInstance {
    var result = written
    result.address = planned.address
    result.isSymbolic = false
    result.existence = nil
    var values = Attributes()
    for (name, value) in written.values.pairs {
      if let other = planned.values[name] {
        values[name] = join(other, value)
      } else if value.isKnown, !value.marks.contains(.open) {
        values[name] = value
      }
    }
    result.values = values
    return result
  }

  /// The plan's value with the origins of the configuration's; what the plan does not know the configuration may.
  static func join(_ planned: Value, _ written: Value) -> Value {
    if !planned.isKnown { return written.isKnown ? written : Value(planned.content, marks: planned.marks.union(written.marks), origin: written.origin ?? planned.origin) }
    let marks = planned.marks.union(written.marks).subtracting(.open)
    let origin = written.origin ?? planned.origin
    guard written.isKnown, !written.marks.contains(.open) else { return Value(planned.content, marks: marks, origin: origin) }
    if let ours = planned.elements, let theirs = written.elements, ours.count == theirs.count {
      return list(ours, theirs, planned, Value(written.content, marks: marks, origin: origin))
    }
    if let ours = planned.attributes, let theirs = written.attributes {
      var joined = Attributes()
      for (name, value) in theirs.pairs {
        if let other = ours[name] { joined[name] = join(other, value) } else if value.isKnown { joined[name] = value }
      }
      // A map has what the plan says; an object what the configuration sets.
      guard case .map(let element, _) = planned.content else { return Value(.object(joined), marks: marks, origin: origin) }
      for (name, value) in ours.pairs where joined[name] == nil { joined[name] = value }
      return Value(.map(element: element, joined), marks: marks, origin: origin)
    }
    return Value(planned.content, marks: marks, origin: origin)
  }

  /// Elements in the order of the configuration: a plan sorts the blocks of a set.
  private static func list(_ planned: [Value], _ written: [Value], _ whole: Value, _ shape: Value) -> Value {
    var rest = Array(planned.indices)
    let joined = written.enumerated().map { position, value -> Value in
      let match = rest.firstIndex { $0 == position && agree(planned[$0], value) } ?? rest.firstIndex { agree(planned[$0], value) }
      return join(planned[match.map { rest.remove(at: $0) } ?? rest.removeFirst()], value)
    }
    switch shape.content {
    case .list(let element, _): return Value(.list(element: element, joined), marks: shape.marks, origin: shape.origin)
    // The order of a set is its own.
    case .set: return Value(whole.content, marks: shape.marks, origin: shape.origin)
    case .tuple, .null, .unknown, .bool, .number, .string, .map, .object:
      return Value(.tuple(joined), marks: shape.marks, origin: shape.origin)
    }
  }

  /// Whether nothing that both know differs.
  private static func agree(_ planned: Value, _ written: Value) -> Bool {
    if !planned.isKnown || !written.isKnown { return true }
    if let ours = planned.attributes, let theirs = written.attributes {
      return theirs.pairs.allSatisfy { name, value in ours[name].map { agree($0, value) } ?? true }
    }
    if let ours = planned.elements, let theirs = written.elements {
      return ours.count == theirs.count && zip(ours, theirs).allSatisfy { agree($0, $1) }
    }
    if planned.isNull || written.isNull { return planned.isNull == written.isNull }
    return planned.unmarkedDeep().value.hclText == written.unmarkedDeep().value.hclText
  }
}

extension ModuleAddress {
  /// Without instance keys.
  var declared: ModuleAddress { ModuleAddress(steps.map { .init(name: $0.name, key: .none) }) }
}
