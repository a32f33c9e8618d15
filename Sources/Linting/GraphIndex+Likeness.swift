import HCLValues
import TerraformModel

/// Resources of one type that have equal attributes.
extension GraphIndex {
  /// How many resources of one type have which attributes.
  struct Likeness: Sendable {
    /// How often each combination of attributes stands in the graph.
    var counts: [[Part]: Int] = [:]
    /// Some resource has an attribute of which is not known what it is.
    var isOpen = false
  }

  /// What an attribute is compared by.
  enum Part: Hashable, Sendable {
    case text(String)
    /// The object that it comes from, where its value is not known.
    case reference(ResourceAddress, AttributePath)
  }

  /// The number of resources of the target's type whose attributes are all known and equal to the target's, itself among them.
  ///
  /// - Returns: the number, and whether there may be more; zero when an attribute of the target itself is null.
  func alike(_ target: ResourceInstance, attributes: [String]) -> (count: Int, isOpen: Bool) {
    let likeness = likeness(type: target.address.type, attributes: attributes)
    switch Self.parts(target, attributes) {
    case .null: return (0, false)
    case .unknown: return (1, true)
    case .known(let parts): return (likeness.counts[parts] ?? 1, likeness.isOpen)
    }
  }

  func makeLikeness(type: String, attributes: [String]) -> Likeness {
    var result = Likeness()
    for position in positionsByType[type] ?? [] {
      switch Self.parts(graph.resources[position], attributes) {
      case .null: continue
      case .unknown: result.isOpen = true
      case .known(let parts): result.counts[parts, default: 0] += 1
      }
    }
    return result
  }

  private enum Parts {
    case null
    case unknown
    case known([Part])
  }

  private static func parts(_ resource: ResourceInstance, _ attributes: [String]) -> Parts {
    var result: [Part] = []
    var isUnknown = false
    for name in attributes {
      guard let value = resource.values[name], !value.isNullContent else { return .null }
      if let part = part(value) { result.append(part) } else { isUnknown = true }
    }
    return isUnknown ? .unknown : .known(result)
  }

  private static func part(_ value: Value) -> Part? {
    if let text = value.knownText { return .text(text) }
    guard case .reference(let address, let path)? = value.origin, address.key != .symbolic else { return nil }
    return .reference(address, path)
  }
}
