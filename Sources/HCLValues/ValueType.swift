/// The value domain of HCL: types, values that know their origin, numbers, conversion and unification.
///
/// Knows no syntax and no Terraform beyond the shape of addresses. Invariants: strings are NFC; objects and maps are sorted by the
/// bytes of their keys; sets are sorted and without duplicates; a value's marks cover all that is inside it only at its own level.

/// The type of a value. (HCL specification, "Types".)
public indirect enum ValueType: Hashable, Sendable {
  /// Not yet known: converts to and from everything.
  case dynamic
  case string
  case number
  case bool
  case list(ValueType)
  case set(ValueType)
  case map(ValueType)
  case tuple([ValueType])
  case object(ObjectType)

  public var isCollection: Bool {
    switch self {
    case .list, .set, .map: true
    case .dynamic, .string, .number, .bool, .tuple, .object: false
    }
  }

  public var isPrimitive: Bool {
    switch self {
    case .string, .number, .bool: true
    case .dynamic, .list, .set, .map, .tuple, .object: false
    }
  }

  /// Whether `dynamic` occurs anywhere inside.
  public var hasDynamic: Bool {
    switch self {
    case .dynamic: true
    case .string, .number, .bool: false
    case .list(let element), .set(let element), .map(let element): element.hasDynamic
    case .tuple(let elements): elements.contains { $0.hasDynamic }
    case .object(let object): object.attributes.contains { $0.type.hasDynamic }
    }
  }
}

/// The attributes of an object type, sorted by name.
public struct ObjectType: Hashable, Sendable {
  /// One attribute of the type.
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    /// Only in type constraints: the attribute may be missing and is then null.
    public var isOptional: Bool

    public init(name: String, type: ValueType, isOptional: Bool = false) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }
  }

  public private(set) var attributes: [Attribute]

  /// Sorts; the last one of equal names wins.
  public init(_ attributes: [Attribute]) {
    let isSorted = zip(attributes, attributes.dropFirst()).allSatisfy { $0.name < $1.name }
    if isSorted {
      self.attributes = attributes
      return
    }
    var byName: [String: Attribute] = [:]
    for attribute in attributes { byName[attribute.name] = attribute }
    self.attributes = byName.values.sorted { $0.name < $1.name }
  }

  /// Takes attributes that are already sorted by unique names, as those of another type or value are.
  public init(sorted attributes: [Attribute]) { self.attributes = attributes }

  public init(_ attributes: [String: ValueType]) {
    self.attributes = attributes.map { Attribute(name: $0.key, type: $0.value) }.sorted { $0.name < $1.name }
  }

  public func attribute(_ name: String) -> Attribute? {
    var low = 0
    var high = attributes.count
    while low < high {
      let middle = (low + high) / 2
      if attributes[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < attributes.count && attributes[low].name == name ? attributes[low] : nil
  }
}
