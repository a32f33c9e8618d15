/// Types as text.

extension ValueType: CustomStringConvertible {
  /// As a type constraint is written: `list(string)`, `object({a=string,b=optional(number)})`, `any`.
  public var description: String {
    switch self {
    case .dynamic: return "any"
    case .string: return "string"
    case .number: return "number"
    case .bool: return "bool"
    case .list(let element): return "list(\(element))"
    case .set(let element): return "set(\(element))"
    case .map(let element): return "map(\(element))"
    case .tuple(let elements): return "tuple([" + elements.map(\.description).joined(separator: ",") + "])"
    case .object(let object):
      let attributes = object.attributes.map { attribute in
        let name = isIdentifier(attribute.name) ? attribute.name : quotedHCL(attribute.name)
        return "\(name)=" + (attribute.isOptional ? "optional(\(attribute.type))" : attribute.type.description)
      }
      return "object({" + attributes.joined(separator: ",") + "})"
    }
  }
}
