import HCLValues
import TerraformModel

extension ResourceGraph {
  /// The graph for targets without parameters: the values of this graph, which was built under the lint binding, and a note for each root variable whose
  /// value they fix.
  ///
  /// - Parameter symbolic: the graph of the same configuration under the convert binding. It says which variables decide how many instances there are.
  public func specialised(from symbolic: ResourceGraph) -> ResourceGraph {
    var trace = VariableTrace()
    // The symbolic values say more: a `for` expression that is folded leaves no trace of what it went over.
    for resource in resources + symbolic.resources where resource.address.mode == .managed {
      for value in resource.values.values + [resource.existence].compactMap({ $0 }) { trace.visit(value) }
    }
    let names = trace.names.union(symbolic.specialisations.map(\.variable))
    let known = variables.filter { names.contains($0.name) && ($0.givenValue ?? $0.defaultValue) != nil }
    let specialisations = known.map { Specialisation(variable: $0.name, extent: .value, location: $0.location) }
    return ResourceGraph(
      resources: resources, variables: variables, outputs: outputs, modules: modules, specialisations: specialisations, diagnostics: diagnostics)
  }
}

/// Collects the root variables that values come from.
private struct VariableTrace {
  var names: Set<String> = []
  /// How many values are looked at. Origins share their parts, so a walk over hostile ones could take forever; what is missed is a note, not a value.
  private var budget = 1_000_000

  mutating func visit(_ value: Value, depth: Int = 0) {
    guard depth < 200, budget > 0 else { return }
    budget -= 1
    for child in value.children { visit(child, depth: depth + 1) }
    guard let origin = value.origin else { return }
    switch origin {
    case .variable(let name): names.insert(name)
    case .template(let parts): visit(parts, depth)
    case .call(_, let arguments): visit(arguments, depth)
    case .conditional(let test, let then, let otherwise): visit([test, then, otherwise], depth)
    case .index(let inner, let key): visit([inner, key], depth)
    case .attribute(let inner, _), .splat(let inner, _), .forExpression(let inner, _): visit(inner, depth: depth + 1)
    case .operation(_, let operands): visit(operands, depth)
    case .reference, .data, .moduleOutput, .instanceKey, .workspace, .opaque: break
    }
  }

  private mutating func visit(_ values: [Value], _ depth: Int) {
    for value in values { visit(value, depth: depth + 1) }
  }
}
