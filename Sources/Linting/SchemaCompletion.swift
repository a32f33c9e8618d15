import HCLValues
import Schemas

/// Makes what is not set visible: objects that have every name of their schema.
enum SchemaCompletion {
  /// The value of an attribute that is not set: null, or unknown when only the provider gives it.
  static func unset(_ attribute: AttributeSchema, of resource: ResourceAddress?) -> Value {
    // The type of a nested attribute is large, and null needs none.
    let type = attribute.nested == nil ? attribute.type : .dynamic
    guard attribute.mode == .computed else { return Value(.null(type)) }
    return Value(.unknown(type, .none), origin: resource.map { $0.reference(AttributePath(attribute.name)) })
  }

  /// A list of blocks with each element complete; other values stay as they are.
  static func complete(blocks value: Value, of nested: NestedBlock) -> Value {
    switch value.content {
    case .map(_, let attributes):
      return Value(.object(attributes.mapValues { element($0, nested) }), marks: value.marks, origin: value.origin)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      return Value(.tuple(elements.map { element($0, nested) }), marks: value.marks, origin: value.origin)
    case .object:
      return Value(.tuple([element(value, nested)]), marks: value.marks, origin: value.origin)
    case .null, .unknown, .bool, .number, .string: return value
    }
  }

  /// An object with null, an empty list or an unknown for every name that it does not set.
  static func complete(object attributes: Attributes, of schema: BlockSchema, resource: ResourceAddress?) -> Value {
    var pairs: [(String, Value)] = []
    pairs.reserveCapacity(schema.attributes.count + schema.nestedBlocks.count)
    for attribute in schema.attributes where attributes[attribute.name] == nil {
      pairs.append((attribute.name, unset(attribute, of: resource)))
    }
    for block in schema.nestedBlocks where attributes[block.name] == nil { pairs.append((block.name, Value(.tuple([])))) }
    for (name, value) in attributes.pairs {
      pairs.append((name, schema.nestedBlock(name).map { complete(blocks: value, of: $0) } ?? value))
    }
    return Value(.object(Attributes(pairs)))
  }

  private static func element(_ element: Value, _ nested: NestedBlock) -> Value {
    guard case .object(let attributes) = element.content, !nested.isOpaque else { return element }
    var completed = complete(object: attributes, of: nested.block, resource: nil)
    completed.marks = element.marks
    completed.origin = element.origin
    return completed
  }
}

extension ResourceAddress {
  /// What refers to a part of the resource.
  func reference(_ path: AttributePath) -> Origin {
    switch mode {
    case .managed: .reference(self, path)
    case .data, .ephemeral: .data(self, path)
    }
  }
}
