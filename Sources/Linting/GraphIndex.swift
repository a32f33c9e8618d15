import HCLValues
import Schemas
import Synchronization
import TerraformModel

/// Finds resources of a graph by type, by address, and by what their attributes refer to.
///
/// A class, because the look-up tables are made when first asked for and are shared by the functions of a run.
final class GraphIndex: Sendable {
  /// What the candidates of one type refer to with one attribute.
  struct References: Sendable {
    /// Positions of the resources that refer to an address with its instance key.
    var byAddress: [ResourceAddress: [Int]] = [:]
    /// Positions of those that name it by a known text.
    var byName: [String: [Int]] = [:]
    /// Some candidate's attribute or count is not known, so that absence is not certain.
    var unresolved: [Unresolved] = []
  }

  /// A candidate of which is not known what it refers to.
  struct Unresolved: Sendable {
    var position: Int
    /// The declaration that it refers to some instance of; nil when it may be any.
    var declaration: ResourceAddress?
  }

  private struct Key: Hashable {
    var type: String
    var attribute: String
  }

  let graph: ResourceGraph
  let positionsByType: [String: [Int]]
  private let references = Mutex<[Key: References]>([:])
  /// Resources as rules see them, which is more work than looking them up, and asked for again by each resource that is related to them.
  private let wholes = Mutex<[ResourceAddress: Value]>([:])
  private let likenesses = Mutex<[[String]: Likeness]>([:])

  init(_ graph: ResourceGraph) {
    self.graph = graph
    var positions: [String: [Int]] = [:]
    for (position, resource) in graph.resources.enumerated() { positions[resource.type, default: []].append(position) }
    positionsByType = positions
  }

  /// The resource at an address; an address whose instance is not known gives the declaration's only instance.
  func resource(at address: ResourceAddress) -> ResourceInstance? {
    if let exact = graph.resource(at: address) { return exact }
    let all = graph.instances(of: address)
    return all.count == 1 ? all[0] : nil
  }

  /// A resource as the value that rules see.
  func whole(_ resource: ResourceInstance) -> Value {
    if let known = wholes.withLock({ $0[resource.address] }) { return known }
    let schema = SchemaCatalog.standard.schema(of: resource.address.mode, resource.address.type)
    let made = RuleSubjectValue(resource, schema: schema).whole
    wholes.withLock { $0[resource.address] = made }
    return made
  }

  /// The resource that a value is, by what it remembers of itself.
  func resource(behind value: Value) -> ResourceInstance? {
    switch value.origin {
    case .reference(let address, _)?, .data(let address, _)?: resource(at: address)
    case .variable, .template, .call, .conditional, .index, .attribute, .splat, .operation, .forExpression, .moduleOutput, .instanceKey,
      .workspace, .opaque, nil:
      nil
    }
  }

  /// The resources of a type that a value refers to, and whether there may be more.
  ///
  /// A part of another resource is what that resource has there: `a.web_acl_arn` of an association leads to the web ACL.
  func referred(type: String, by value: Value) -> (resources: [ResourceInstance], isOpen: Bool) {
    var found: [ResourceInstance] = []
    var isOpen = false
    for part in written(value, besides: type) {
      let targets = ReferenceTargets.collect(part)
      let resources = targets.addresses.filter { $0.type == type }.compactMap { resource(at: $0) }
      found += resources.filter { resource in !found.contains { $0.address == resource.address } }
      if resources.isEmpty, targets.isMixed, part.firstUnknown() != nil { isOpen = true }
    }
    return (found, isOpen)
  }

  /// The values as their resources have them; the elements of lists one by one. A part of a resource of the type itself stays what it is.
  private func written(_ value: Value, besides type: String) -> [Value] {
    if let elements = value.knownElements { return elements.flatMap { written($0, besides: type) } }
    guard case .reference(let address, let path)? = value.origin, address.type != type, !path.steps.isEmpty,
      let owner = resource(at: address)
    else { return [value] }
    let names = path.steps.compactMap { step in
      if case .attribute(let name) = step { name } else { nil }
    }
    let parts = Self.values(at: names, in: Value(.object(owner.values)))
    return parts.isEmpty ? [value] : parts
  }

  /// The managed resources of a type whose attribute (a path with dots) refers to `target`, and whether there may be more.
  func related(to target: ResourceInstance, type: String, attribute: String) -> (resources: [ResourceInstance], isOpen: Bool) {
    let table = references(type: type, attribute: attribute)
    var found = Set(table.byAddress[target.address] ?? [])
    for name in names(of: target, attribute: attribute) { found.formUnion(table.byName[name] ?? []) }
    var unkeyed = target.address
    unkeyed.key = .none
    var isOpen = false
    for candidate in table.unresolved where !found.contains(candidate.position) {
      guard let declaration = candidate.declaration else {
        isOpen = true
        continue
      }
      if declaration == unkeyed { isOpen = true }
    }
    return (found.sorted().map { graph.resources[$0] }, isOpen)
  }

  func likeness(type: String, attributes: [String]) -> Likeness {
    let key = [type] + attributes
    if let known = likenesses.withLock({ $0[key] }) { return known }
    let made = makeLikeness(type: type, attributes: attributes)
    likenesses.withLock { $0[key] = made }
    return made
  }

  private func references(type: String, attribute: String) -> References {
    let key = Key(type: type, attribute: attribute)
    if let known = references.withLock({ $0[key] }) { return known }
    let made = makeReferences(type: type, attribute: attribute)
    references.withLock { $0[key] = made }
    return made
  }

  private func makeReferences(type: String, attribute: String) -> References {
    var result = References()
    let path = attribute.split(separator: ".").map(String.init)
    for position in positionsByType[type] ?? [] {
      let candidate = graph.resources[position]
      for value in Self.values(at: path, in: Value(.object(candidate.values))) { add(value, position, candidate, to: &result) }
    }
    return result
  }

  private func add(_ value: Value, _ position: Int, _ candidate: ResourceInstance, to result: inout References) {
    let targets = ReferenceTargets.collect(value)
    for address in targets.addresses {
      result.byAddress[address, default: []].append(position)
      if address.key == .symbolic || (address.key == .none && graph.resource(at: address) == nil) {
        var unkeyed = address
        unkeyed.key = .none
        result.unresolved.append(Unresolved(position: position, declaration: unkeyed))
      }
    }
    // A name that comes from a resource stands for that resource alone, though others may have the same one.
    if !targets.addresses.isEmpty, !targets.isMixed { return }
    for text in Self.texts(value) { result.byName[text, default: []].append(position) }
    // Unknown without a reference that explains it: it may be anything.
    if value.firstUnknown() != nil, targets.addresses.isEmpty || targets.isMixed {
      result.unresolved.append(Unresolved(position: position, declaration: nil))
    }
  }

  /// The values at a path; lists of blocks and collections give each of their elements.
  private static func values(at path: [String], in value: Value) -> [Value] {
    guard let name = path.first else { return [value] }
    if let attributes = value.knownAttributes {
      return attributes[name].map { values(at: Array(path.dropFirst()), in: $0) } ?? []
    }
    if value.isUnknownContent { return [value] }
    return (value.knownElements ?? []).flatMap { values(at: path, in: $0) }
  }

  private static func texts(_ value: Value) -> [String] {
    if let text = value.knownText { return [text] }
    return (value.knownElements ?? []).compactMap(\.knownText)
  }

  /// The texts by which other resources may name this one.
  private func names(of target: ResourceInstance, attribute: String) -> [String] {
    let last = attribute.split(separator: ".").last.map(String.init) ?? attribute
    var candidates = [last, "name", "identifier", "id", "arn"]
    for suffix in ["_name", "_id", "_identifier", "_arn"] where last.hasSuffix(suffix) {
      candidates.append(String(last.dropLast(suffix.count)))
    }
    var result: [String] = []
    for name in candidates {
      if let text = target.values[name]?.knownText, !text.isEmpty, !result.contains(text) { result.append(text) }
    }
    return result
  }
}

/// The resources that a value comes from.
struct ReferenceTargets {
  var addresses: [ResourceAddress] = []
  /// Something beside references takes part (a variable, a conditional): the target may be another one.
  var isMixed = false
  private var visited = 0
  private static let limit = 10_000

  static func collect(_ value: Value) -> ReferenceTargets {
    var targets = ReferenceTargets()
    targets.add(value)
    return targets
  }

  private mutating func add(_ value: Value) {
    visited += 1
    guard visited < Self.limit else {
      isMixed = true
      return
    }
    if let origin = value.origin { return add(origin) }
    for element in value.knownElements ?? [] { add(element) }
  }

  private mutating func add(_ origin: Origin) {
    switch origin {
    case .reference(let address, _), .data(let address, _):
      if !addresses.contains(address) { addresses.append(address) }
    case .template(let parts): parts.forEach { add($0) }
    case .call(_, let arguments), .operation(_, let arguments): arguments.forEach { add($0) }
    case .conditional(_, let then, let otherwise):
      isMixed = true
      add(then)
      add(otherwise)
    case .index(let value, _), .attribute(let value, _), .splat(let value, _): add(value)
    case .forExpression(let over, _): add(over)
    case .variable, .moduleOutput, .instanceKey, .workspace, .opaque: isMixed = true
    }
  }
}
