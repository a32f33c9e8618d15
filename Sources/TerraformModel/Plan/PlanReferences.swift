import Documents
import HCLValues

/// What the expressions of a plan's configuration refer to, through variables and outputs of modules.
///
/// A plan names what an expression refers to, not how it is made of it. Only where a name can hardly be part of something larger (an
/// attribute `vpc_id` that refers to one `id`) the value is taken to be the reference itself.
struct PlanReferences {
  /// What an expression refers to.
  enum Target: Hashable {
    case resource(ResourceAddress, AttributePath)
    /// A variable of the root module.
    case variable(String)
    case workspace
    /// A local value, an instance's key: the plan does not say what is behind it.
    case other(String)
  }

  private let root: PositionedDocument?
  private let variables: PositionedDocument?
  /// Variables and outputs that lead on, followed no deeper than that.
  private static let maximumDepth = 64
  private static let maximumTargets = 1_000

  init(_ plan: PositionedDocument) {
    root = plan["configuration"]?["root_module"]
    variables = plan["variables"]
  }

  /// The configuration of a module; nil when the plan has none.
  func configuration(of module: ModuleAddress) -> PositionedDocument? {
    var current = root
    for step in module.steps { current = current?["module_calls"]?[step.name]?["module"] }
    return current
  }

  /// The call that leads to a module.
  func call(of module: ModuleAddress) -> PositionedDocument? {
    guard let last = module.steps.last else { return nil }
    return configuration(of: ModuleAddress(Array(module.steps.dropLast())))?["module_calls"]?[last.name]
  }

  // MARK: Targets

  /// Everything that an expression, or the expressions in it, refer to.
  func targets(_ expression: PositionedDocument?, in module: ModuleAddress) -> [Target] {
    var result: [Target] = []
    collect(expression, module, depth: 0, &result)
    return result
  }

  private func collect(_ expression: PositionedDocument?, _ module: ModuleAddress, depth: Int, _ result: inout [Target]) {
    guard let expression, depth < Self.maximumDepth, result.count < Self.maximumTargets else { return }
    switch expression.content {
    case .array(let elements): for element in elements { collect(element, module, depth: depth + 1, &result) }
    case .object(let members):
      for member in members {
        if member.key == "references", let names = member.value.elements {
          for name in Self.longest(names.compactMap(\.stringValue)) { follow(name, module, depth: depth, &result) }
        } else if member.key != "constant_value" {
          collect(member.value, module, depth: depth + 1, &result)
        }
      }
    case .null, .bool, .number, .string: break
    }
  }

  /// Without the names that are the beginning of others: a plan lists `a.b.c` and `a.b`.
  static func longest(_ names: [String]) -> [String] {
    names.filter { name in !names.contains { $0.utf8.count > name.utf8.count && $0.hasPrefix(name) && [".", "["].contains($0.dropFirst(name.count).first) } }
  }

  private func follow(_ name: String, _ module: ModuleAddress, depth: Int, _ result: inout [Target]) {
    guard let reference = PlanAddress(name), result.count < Self.maximumTargets else { return add(.other(name), &result) }
    switch reference.root {
    case "var":
      guard let variable = reference.name(0) else { return }
      guard !module.isRoot else { return add(.variable(variable), &result) }
      let parent = ModuleAddress(Array(module.steps.dropLast()))
      guard let passed = call(of: module)?["expressions"]?[variable] else { return }
      collect(passed, parent, depth: depth + 1, &result)
    case "module":
      guard let call = reference.name(0) else { return }
      let (key, next) = reference.key(at: 1)
      let child = module.child(call, key)
      guard let output = reference.name(next), let expression = configuration(of: child)?["outputs"]?[output]?["expression"] else {
        return add(.other(name), &result)
      }
      collect(expression, child, depth: depth + 1, &result)
    case "terraform", "tofu": add(reference.name(0) == "workspace" ? .workspace : .other(name), &result)
    case "local", "each", "count", "path", "self": add(.other(name), &result)
    default:
      guard let (address, path) = reference.resource(in: module) else { return add(.other(name), &result) }
      add(.resource(address, path), &result)
    }
  }

  private func add(_ target: Target, _ result: inout [Target]) {
    if !result.contains(target) { result.append(target) }
  }

  /// The resources that expressions refer to, as declared.
  func dependencies(_ expression: PositionedDocument?, in module: ModuleAddress) -> [ResourceAddress] {
    let found = targets(expression, in: module).compactMap { target -> ResourceAddress? in
      if case .resource(let address, _) = target { address.declaration } else { nil }
    }
    return Set(found).sorted { $0.description < $1.description }
  }

  // MARK: Origins

  /// Where a value comes from, as far as the plan says.
  func origin(of expression: PositionedDocument?, _ name: String, in module: ModuleAddress) -> Origin? {
    let found = targets(expression, in: module)
    if found.isEmpty { return nil }
    if found.count == 1, case .resource(let address, let path) = found[0], Self.isWhole(name, path) { return Self.origin(address, path) }
    return .forExpression(over: .tuple(found.map(Self.value)), source: found.map(Self.text).joined(separator: ", "))
  }

  /// Under the convert binding: a value that is a reference or a variable, also when the plan knows what it is.
  func valueThatStaysSymbolic(
    _ expression: PositionedDocument?, _ name: String, _ type: ValueType, in module: ModuleAddress, _ binding: Binding,
    _ planned: PositionedDocument?
  ) -> Value? {
    guard binding == .convert else { return nil }
    let found = targets(expression, in: module)
    guard found.count == 1 else { return nil }
    switch found[0] {
    case .resource(let address, let path):
      return Self.isWhole(name, path) ? Value(.unknown(type, .notNull), origin: Self.origin(address, path)) : nil
    case .variable(let variable):
      guard let planned, let value = variables?[variable]?["value"], planned.document.isEquivalent(to: value.document) else { return nil }
      return Value(.unknown(type, .notNull), origin: .variable(variable))
    case .workspace, .other: return nil
    }
  }

  /// A list of which each element is one of the references, in their order, when there are as many of both.
  func withElementOrigins(_ value: Value, _ expression: PositionedDocument?, _ name: String, in module: ModuleAddress) -> Value {
    // The order of a set is not that of its expression.
    guard case .forExpression? = value.origin, let elements = value.elements, !elements.isEmpty, !value.isSet else { return value }
    let found = targets(expression, in: module)
    guard found.count == elements.count else { return value }
    var origins: [Origin] = []
    for target in found {
      guard case .resource(let address, let path) = target, Self.isWhole(name.hasSuffix("s") ? String(name.dropLast()) : name, path) else { return value }
      origins.append(Self.origin(address, path))
    }
    var position = 0
    var result = value.mapChildren { child in
      defer { position += 1 }
      return child.withOrigin(origins[position])
    }
    result.origin = nil
    return result
  }

  private static func origin(_ address: ResourceAddress, _ path: AttributePath) -> Origin {
    address.mode == .managed ? .reference(address, path) : .data(address, path)
  }

  private static func value(_ target: Target) -> Value {
    switch target {
    case .resource(let address, let path): .unknown(.dynamic, .none, origin: origin(address, path))
    case .variable(let name): .unknown(.dynamic, .none, origin: .variable(name))
    case .workspace: .unknown(.string, .notNull, origin: .workspace)
    case .other(let text): .unknown(.dynamic, .none, origin: .opaque(reason: "the plan does not say what is behind it", source: text))
    }
  }

  private static func text(_ target: Target) -> String {
    switch target {
    case .resource(let address, let path): "\(address)\(path)"
    case .variable(let name): "var.\(name)"
    case .workspace: "terraform.workspace"
    case .other(let text): text
    }
  }

  /// Whether an attribute that refers to one path of a resource is that path's value: identifiers, names in places for names.
  static func isWhole(_ name: String, _ path: AttributePath) -> Bool {
    guard case .attribute(let last)? = path.steps.last, path.steps.count == 1 else { return false }
    let identifiers: Set = ["id", "arn", "name", "self_link", "key_id", "function_name", "bucket"]
    guard identifiers.contains(last) || name == last else { return false }
    if name == last || name.hasSuffix("_\(last)") { return true }
    let places: [String: Set<String>] = [
      "id": ["bucket", "vpc", "subnet", "key", "role", "cluster", "name", "parent", "network", "subnetwork"],
      "arn": ["role", "policy", "kms_key_id", "resource", "topic", "certificate", "target"],
      "name": ["role", "user", "group", "cluster", "bucket", "topic", "network", "repository"],
      "self_link": ["network", "subnetwork"],
      "key_id": ["kms_key_id", "key"], "function_name": ["function"], "bucket": ["bucket"],
    ]
    return places[last]?.contains(name) == true || last == "id" && name.hasSuffix("_id")
      || last == "arn" && (name.hasSuffix("_arn") || name.hasSuffix("_role")) || last == "name" && name.hasSuffix("_name")
  }
}

extension Value {
  fileprivate var isSet: Bool { if case .set = content { true } else { false } }
}
