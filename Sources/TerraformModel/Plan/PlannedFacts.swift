import HCLValues

/// What a plan knows that its configuration alone does not say: how many instances there are, what data sources gave, what existing
/// resources have.
public struct PlannedFacts: Sendable {
  /// The keys of the instances of each resource that the plan's configuration declares, by its address without a key.
  var instances: [ResourceAddress: [InstanceKey]] = [:]
  /// The keys of the instances of each module call, by the address without its last key.
  var calls: [ModuleAddress: [InstanceKey]] = [:]
  /// All that is known of each instance, whoever sets it.
  var values: [ResourceAddress: Attributes] = [:]

  init() {}

  mutating func add(_ address: ResourceAddress, _ known: Attributes) {
    var declaration = address
    declaration.key = .none
    instances[declaration, default: []].append(address.key)
    values[address] = known
  }

  mutating func add(_ module: ModuleAddress) {
    guard let last = module.steps.last else { return }
    calls[ModuleAddress(module.steps.dropLast() + [.init(name: last.name, key: .none)]), default: []].append(last.key)
  }
}

extension ModuleEvaluation {
  /// Instances that only the plan knows in place of one that stands for an unknown number.
  func planned(_ keys: InstanceKeys, _ known: [InstanceKey]?) -> InstanceKeys {
    guard case .symbolic(let isCount, let each) = keys, let known else { return keys }
    if isCount {
      let indices = known.compactMap { key in if case .int(let index) = key { index } else { nil } }
      guard let last = indices.max() else { return known.isEmpty ? .counted(0) : keys }
      return last < run.remainingInstances ? .counted(last + 1) : keys
    }
    let names = known.compactMap { key in if case .string(let name) = key { name } else { nil } }
    return names.count == known.count ? .keyed(names.sorted().map { ($0, element(each, $0)) }) : keys
  }

  private func element(_ each: Value, _ key: String) -> Value {
    switch each.type {
    case .set: return .string(key)
    case .dynamic, .string, .number, .bool, .list, .map, .tuple, .object: break
    }
    if let element = try? each.index(.string(key)) { return element }
    return Value(.unknown(.dynamic, .none), origin: .index(each, key: .string(key)))
  }
}
