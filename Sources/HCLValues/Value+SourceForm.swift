extension Value {
  /// The value as HCL on one line, for people: what is symbolic as the expression that remains, sensitive content as `(sensitive)`, long
  /// text and collections shortened.
  public var shortSourceForm: String { sourceForm(depth: 0) }

  fileprivate func sourceForm(depth: Int) -> String {
    guard depth < 12 else { return "…" }
    if marks.contains(.sensitive) { return "(sensitive)" }
    if !isKnown { return origin?.sourceForm(depth: depth) ?? "(unknown)" }
    switch content {
    case .null: return "null"
    case .unknown: return "(unknown)"
    case .bool(let value): return value ? "true" : "false"
    case .number(let number): return number.text
    case .string(let text): return quotedHCL(text.count > 60 ? String(text.prefix(60)) + "…" : text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return "[\(sourceForms(elements, depth))]"
    case .map(_, let members), .object(let members):
      if members.isEmpty { return "{}" }
      let shown = members.pairs.prefix(5).map { "\(isIdentifier($0) ? $0 : quotedHCL($0)) = \($1.sourceForm(depth: depth + 1))" }
      return "{ " + shown.joined(separator: ", ") + (members.count > 5 ? ", …" : "") + " }"
    }
  }
}

extension Origin {
  /// The expression as HCL on one line, as `Value.shortSourceForm` shows it.
  public var shortSourceForm: String { sourceForm(depth: 0) }

  fileprivate func sourceForm(depth: Int) -> String {
    func part(_ value: Value) -> String { value.sourceForm(depth: depth + 1) }
    switch self {
    case .reference(let address, let path), .data(let address, let path): return "\(address)\(path)"
    case .variable(let name): return "var.\(name)"
    case .template(let parts):
      let inner = parts.map { piece in
        if piece.isKnown, !piece.marks.contains(.sensitive), let text = piece.stringValue {
          return String(quotedHCL(text).dropFirst().dropLast())
        }
        return "${\(part(piece))}"
      }
      return "\"\(inner.joined())\""
    case .call(let name, let arguments): return "\(name)(\(sourceForms(arguments, depth)))"
    case .conditional(let test, let then, let otherwise): return "\(part(test)) ? \(part(then)) : \(part(otherwise))"
    case .index(let value, let key): return "\(part(value))[\(part(key))]"
    case .attribute(let value, let name): return "\(part(value)).\(name)"
    case .splat(let value, let path): return "\(part(value))[*]\(path)"
    case .operation(let sign, let operands):
      return operands.count == 1 ? sign + part(operands[0]) : operands.map(part).joined(separator: " \(sign) ")
    case .forExpression(_, let source): return source
    case .moduleOutput(let module, let name): return "\(module).\(name)"
    case .instanceKey(_, let part): return part.rawValue
    case .workspace: return "terraform.workspace"
    case .opaque(let reason, let source): return source.isEmpty ? reason : source
    }
  }
}

private func sourceForms(_ values: [Value], _ depth: Int) -> String {
  values.prefix(5).map { $0.sourceForm(depth: depth + 1) }.joined(separator: ", ") + (values.count > 5 ? ", …" : "")
}
