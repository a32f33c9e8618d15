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

extension ValueType {
  /// As the reference writes types in JSON: `["list","string"]`, `["object",{"a":"string"},["a"]]`, `"dynamic"`.
  public var json: String {
    switch self {
    case .dynamic: return "\"dynamic\""
    case .string: return "\"string\""
    case .number: return "\"number\""
    case .bool: return "\"bool\""
    case .list(let element): return "[\"list\",\(element.json)]"
    case .set(let element): return "[\"set\",\(element.json)]"
    case .map(let element): return "[\"map\",\(element.json)]"
    case .tuple(let elements): return "[\"tuple\",[" + elements.map(\.json).joined(separator: ",") + "]]"
    case .object(let object):
      let attributes = object.attributes.map { "\(quotedJSON($0.name)):\($0.type.json)" }.joined(separator: ",")
      let optional = object.attributes.filter(\.isOptional).map { quotedJSON($0.name) }.joined(separator: ",")
      return "[\"object\",{\(attributes)}" + (optional.isEmpty ? "" : ",[\(optional)]") + "]"
    }
  }

  private func quotedJSON(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
