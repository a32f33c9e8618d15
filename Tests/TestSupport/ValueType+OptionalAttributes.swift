import HCLValues

extension ValueType {
  /// The type as a constraint that leaves every attribute open.
  public var withOptionalAttributes: ValueType {
    switch self {
    case .dynamic, .string, .number, .bool, .tuple: self
    case .list(let element): .list(element.withOptionalAttributes)
    case .set(let element): .set(element.withOptionalAttributes)
    case .map(let element): .map(element.withOptionalAttributes)
    case .object(let object):
      .object(ObjectType(object.attributes.map { .init(name: $0.name, type: $0.type.withOptionalAttributes, isOptional: true) }))
    }
  }
}
