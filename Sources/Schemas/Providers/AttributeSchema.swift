import HCLValues

/// One attribute of a resource type, data source, provider configuration, or of a block inside one.
public struct AttributeSchema: Sendable {
  /// Who sets the value.
  public enum Mode: UInt8, Hashable, Sendable {
    /// The configuration must.
    case required
    /// The configuration may; null otherwise.
    case optional
    /// The configuration may; the provider chooses otherwise.
    case optionalComputed
    /// The provider alone: an argument of this name is an error.
    case computed

    /// Whether the configuration may set it.
    public var isSettable: Bool { self != .computed }
  }

  public let name: String
  public let mode: Mode
  /// Never printed: by the schema, or by what is known of this path.
  public internal(set) var isSensitive: Bool
  public internal(set) var isDeprecated: Bool
  /// Sent to the provider and never stored.
  public let isWriteOnly: Bool
  let shape: Shape

  enum Shape: Sendable {
    case value(ValueType)
    case nested(NestedAttribute)
  }

  /// The type of the value. For a nested attribute the type that its members imply.
  public var type: ValueType {
    switch shape {
    case .value(let type): type
    case .nested(let nested): nested.impliedType
    }
  }

  /// The members of a nested attribute. (Provider protocol 6, nested attribute types.)
  public var nested: NestedAttribute? {
    switch shape {
    case .value: nil
    case .nested(let nested): nested
    }
  }
}

/// An attribute whose value is made of attributes with schemas of their own. (Provider protocol 6, nested attribute types.)
public struct NestedAttribute: Sendable {
  public let nesting: BlockNesting
  let source: LazyBlock

  /// The members; they have no nested blocks.
  public var block: BlockSchema { source.block }

  /// The type of the value, every member present.
  public var impliedType: ValueType { nesting.wrap(ImpliedType(block.impliedType)).type }

  /// The type that a configured value is converted to: members that are not required may be left out and are then null.
  public var constraint: ValueType {
    let members = block.attributes.map { member in
      ObjectType.Attribute(
        name: member.name, type: member.nested?.constraint ?? member.type, isOptional: member.mode != .required)
    }
    return nesting.wrap(ImpliedType(.object(ObjectType(members)))).type
  }
}

/// How the blocks of one type, or the objects of a nested attribute, are arranged. (Provider protocol, nesting modes.)
public enum BlockNesting: UInt8, Hashable, Sendable, CaseIterable {
  /// One or none: an object or null.
  case single
  case list
  case set
  /// By their label.
  case map
  /// One, made of nulls when it is not written.
  case group

  /// The type of all blocks together, from the type of one. A list or map of objects with anything dynamic inside is itself dynamic,
  /// because its elements may differ in type.
  func wrap(_ type: ImpliedType) -> ImpliedType {
    switch self {
    case .single, .group: type
    case .list: type.hasDynamic ? ImpliedType(.dynamic) : ImpliedType(type: .list(type.type), hasDynamic: false)
    case .set: ImpliedType(type: .set(type.type), hasDynamic: type.hasDynamic)
    case .map: type.hasDynamic ? ImpliedType(.dynamic) : ImpliedType(type: .map(type.type), hasDynamic: false)
    }
  }
}

/// A type, and whether `dynamic` occurs inside: asking the type itself would walk all of it at each level.
struct ImpliedType: Sendable {
  var type: ValueType
  var hasDynamic: Bool

  init(type: ValueType, hasDynamic: Bool) {
    self.type = type
    self.hasDynamic = hasDynamic
  }

  init(_ type: ValueType) { self.init(type: type, hasDynamic: type.hasDynamic) }
}
