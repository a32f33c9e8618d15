import HCLValues

/// Says in words and HCL where a value that is not known comes from.
enum OriginText {
  /// For people: short, and never a secret.
  static func describe(_ value: Value) -> String {
    if value.marks.contains(.sensitive) { return "a sensitive value" }
    guard let origin = value.origin else { return "a value that is not known" }
    return text(of: origin, depth: 0)
  }

  /// A value as a message shows it: text without quotes, what is not known as its origin.
  static func display(_ value: Value) -> String {
    if value.marks.contains(.sensitive) || value.marks.contains(.ephemeral) { return "(sensitive)" }
    switch value.content {
    case .null: return "null"
    case .unknown: return value.origin.map { text(of: $0, depth: 0) } ?? "(not known)"
    case .bool(let truth): return truth ? "true" : "false"
    case .number(let number): return number.description
    case .string(let text): return text
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return "[" + joined(elements) + "]"
    case .map(_, let attributes), .object(let attributes):
      return "{" + attributes.pairs.prefix(3).map { "\($0) = \(display($1))" }.joined(separator: ", ") + "}"
    }
  }

  private static func joined(_ values: [Value]) -> String {
    values.prefix(4).map(display).joined(separator: ", ") + (values.count > 4 ? ", …" : "")
  }

  private static func text(of origin: Origin, depth: Int) -> String {
    if depth > 4 { return "…" }
    switch origin {
    case .reference(let address, let path), .data(let address, let path): return "\(address)\(path)"
    case .variable(let name): return "var.\(name)"
    case .template(let parts):
      return "\"" + parts.map { part in part.knownText ?? "${\(operand(part, depth))}" }.joined() + "\""
    case .call(let name, let arguments): return "\(name)(" + arguments.map { operand($0, depth) }.joined(separator: ", ") + ")"
    case .conditional(let test, let then, let otherwise):
      return "\(operand(test, depth)) ? \(operand(then, depth)) : \(operand(otherwise, depth))"
    case .index(let value, let key): return "\(operand(value, depth))[\(operand(key, depth))]"
    case .attribute(let value, let name): return "\(operand(value, depth)).\(name)"
    case .splat(let value, let path): return "\(operand(value, depth))[*]\(path)"
    case .operation(let sign, let operands):
      if operands.count == 1 { return sign + operand(operands[0], depth) }
      return operands.map { operand($0, depth) }.joined(separator: " \(sign) ")
    case .forExpression(_, let source): return source
    case .moduleOutput(let module, let name): return "\(module).\(name)"
    case .instanceKey(_, let part): return part.rawValue
    case .workspace: return "terraform.workspace"
    case .opaque(let reason, _): return reason
    }
  }

  private static func operand(_ value: Value, _ depth: Int) -> String {
    if value.marks.contains(.sensitive) { return "(sensitive)" }
    if let origin = value.origin { return text(of: origin, depth: depth + 1) }
    switch value.content {
    case .string(let text): return quotedHCL(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      if depth > 3 || elements.count > 4 { return "[…]" }
      return "[" + elements.map { operand($0, depth + 1) }.joined(separator: ", ") + "]"
    case .map, .object: return "{…}"
    case .null, .unknown, .bool, .number: return display(value)
    }
  }
}
