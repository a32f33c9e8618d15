import HCLValues

/// A value as `terraform console` prints it: HCL over several lines, with conversion functions around collections.
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
  case .unknown: return value.origin.map { "(unknown: \($0.hclText))" } ?? "(unknown)"
  case .null(let type):
    switch type {
    case .string: return "tostring(null)"
    case .number: return "tonumber(null)"
    case .bool: return "tobool(null)"
    case .dynamic, .list, .set, .map, .tuple, .object: return "null"
    }
  case .bool(let flag): return flag ? "true" : "false"
  case .number(let number): return number.text
  case .string(let text): return quotedHCL(text)
  case .list(_, let elements): return "tolist(\(list(elements)))"
  case .set(_, let elements): return "toset(\(list(elements)))"
  case .tuple(let elements): return list(elements)
  case .map(_, let attributes): return "tomap(\(members(attributes)))"
  case .object(let attributes): return members(attributes)
  }
}
