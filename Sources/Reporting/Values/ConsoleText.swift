import HCLValues

/// A value as `terraform console` prints it: HCL over several lines, with conversion functions around collections.
///
/// What is unknown is shown by its origin where it has one; the reference only says that it is not known.
public func consoleText(_ value: Value, indentation: Int = 0) -> String {
  let margin = String(repeating: "  ", count: indentation)
  if value.marks.contains(.sensitive) { return "(sensitive value)" }
  if value.marks.contains(.ephemeral) { return "(ephemeral value)" }
  func list(_ elements: [Value]) -> String {
    if elements.isEmpty { return "[]" }
    let lines = elements.map { "\(margin)  \(consoleText($0, indentation: indentation + 1)),\n" }
    return "[\n\(lines.joined())\(margin)]"
  }
  func members(_ attributes: Attributes) -> String {
    if attributes.isEmpty { return "{}" }
    let lines = attributes.pairs.map { "\(margin)  \(quotedHCL($0)) = \(consoleText($1, indentation: indentation + 1))\n" }
    return "{\n\(lines.joined())\(margin)}"
  }
  switch value.content {
  case .unknown: return value.origin.map { "(unknown: \($0.hclText))" } ?? "(known after apply)"
  case .null(let type): return nullText(type)
  case .bool(let flag): return flag ? "true" : "false"
  case .number(let number): return number.text
  case .string(let text): return text.utf8.contains(0x0A) ? heredoc(text, margin) : quotedHCL(text)
  case .list(_, let elements): return "tolist(\(list(elements)))"
  case .set(_, let elements): return "toset(\(list(elements)))"
  case .tuple(let elements): return list(elements)
  case .map(_, let attributes): return "tomap(\(members(attributes)))"
  case .object(let attributes): return members(attributes)
  }
}

/// Null with its type, which a comment says where no function makes it.
private func nullText(_ type: ValueType) -> String {
  switch type {
  case .dynamic: "null"
  case .string: "tostring(null)"
  case .number: "tonumber(null)"
  case .bool: "tobool(null)"
  case .list(let element): "tolist(null) /* of \(friendlyName(element)) */"
  case .set(let element): "toset(null) /* of \(friendlyName(element)) */"
  case .map(let element): "tomap(null) /* of \(friendlyName(element)) */"
  case .tuple, .object: "null /* \(friendlyName(type)) */"
  }
}

/// What the reference calls a type in a sentence.
private func friendlyName(_ type: ValueType) -> String {
  switch type {
  case .dynamic: "dynamic"
  case .string: "string"
  case .number: "number"
  case .bool: "bool"
  case .list(let element): "list of \(friendlyName(element))"
  case .set(let element): "set of \(friendlyName(element))"
  case .map(let element): "map of \(friendlyName(element))"
  case .tuple: "tuple"
  case .object: "object"
  }
}

/// Text of several lines as a heredoc, whose marker none of the lines is.
private func heredoc(_ text: String, _ margin: String) -> String {
  // By scalars: a line break after a carriage return is one character with it.
  let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  var marker = "EOT"
  while lines.contains(where: { $0.split(whereSeparator: \.isWhitespace).elementsEqual([marker[...]]) }) { marker += "_" }
  let body = lines.map { "\n\(margin)\($0)" }.joined()
  return (margin.isEmpty ? "<<" : "<<-") + marker + body + "\n\(margin)\(marker)"
}
