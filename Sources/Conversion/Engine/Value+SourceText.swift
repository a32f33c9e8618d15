import HCLValues

/// Values as HCL, for messages: what a symbolic value is made of. Sensitive content is not shown.
extension Value {
  var sourceText: String { text(depth: 0) }

  fileprivate func text(depth: Int) -> String {
    guard depth < 12 else { return "…" }
    if let origin = symbolicOrigin { return origin.text(depth: depth) }
    if marks.contains(.sensitive) { return "(sensitive)" }
    switch content {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let number): return number.text
    case .string(let text): return quotedHCL(text.count > 60 ? String(text.prefix(60)) + "…" : text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      return "[" + Self.list(elements, depth) + "]"
    case .map(_, let members), .object(let members):
      let parts = members.pairs.prefix(5).map { "\(isIdentifier($0) ? $0 : quotedHCL($0)) = \($1.text(depth: depth + 1))" }
      return "{ " + parts.joined(separator: ", ") + (members.count > 5 ? ", …" : "") + " }"
    case .unknown: return "(unknown)"
    }
  }

  fileprivate static func list(_ values: [Value], _ depth: Int) -> String {
    values.prefix(5).map { $0.text(depth: depth + 1) }.joined(separator: ", ") + (values.count > 5 ? ", …" : "")
  }
}

extension Origin {
  fileprivate func text(depth: Int) -> String {
    switch self {
    case .reference(let address, let path), .data(let address, let path): return "\(address)\(path)"
    case .variable(let name): return "var.\(name)"
    case .template(let parts):
      let inner = parts.map { part in
        part.stringValue.map { String(quotedHCL($0).dropFirst().dropLast()) } ?? "${\(part.text(depth: depth + 1))}"
      }
      return "\"\(inner.joined())\""
    case .call(let name, let arguments): return "\(name)(\(Value.list(arguments, depth)))"
    case .conditional(let test, let then, let otherwise):
      return "\(test.text(depth: depth + 1)) ? \(then.text(depth: depth + 1)) : \(otherwise.text(depth: depth + 1))"
    case .index(let value, let key): return "\(value.text(depth: depth + 1))[\(key.text(depth: depth + 1))]"
    case .attribute(let value, let name): return "\(value.text(depth: depth + 1)).\(name)"
    case .splat(let value, let path): return "\(value.text(depth: depth + 1))[*]\(path)"
    case .operation(let name, let operands):
      if operands.count == 1 { return name + operands[0].text(depth: depth + 1) }
      return operands.map { $0.text(depth: depth + 1) }.joined(separator: " \(name) ")
    case .forExpression(_, let source): return source
    case .moduleOutput(let module, let name): return "\(module).\(name)"
    case .instanceKey(_, let part): return part.rawValue
    case .workspace: return "terraform.workspace"
    case .opaque(_, let source): return source
    }
  }
}
