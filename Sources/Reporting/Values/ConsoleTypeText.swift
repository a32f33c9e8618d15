import HCLValues

/// A type as `type(value)` prints it in `terraform console`: objects and tuples over several lines, four blanks a level.
///
/// - Parameters:
///   - type: any type; one that is not known prints as `dynamic`.
///   - indentation: the level that the text stands on; its first line is not indented.
public func consoleText(of type: ValueType, indentation: Int = 0) -> String {
  func margin(_ level: Int) -> String { String(repeating: "    ", count: level) }
  func lines(_ open: String, _ entries: [String], _ close: String) -> String {
    if entries.isEmpty { return open + close }
    return open + "\n" + entries.map { "\(margin(indentation + 1))\($0),\n" }.joined() + margin(indentation) + close
  }
  func collection(_ name: String, _ element: ValueType) -> String {
    switch element {
    case .tuple, .object:
      // On lines of its own, so that the collection around is seen.
      return lines("\(name)(", [consoleText(of: element, indentation: indentation + 1)], ")")
    case .dynamic, .string, .number, .bool, .list, .set, .map:
      return "\(name)(\(consoleText(of: element, indentation: indentation)))"
    }
  }
  switch type {
  case .dynamic: return "dynamic"
  case .string: return "string"
  case .number: return "number"
  case .bool: return "bool"
  case .list(let element): return collection("list", element)
  case .set(let element): return collection("set", element)
  case .map(let element): return collection("map", element)
  case .tuple(let elements): return lines("tuple([", elements.map { consoleText(of: $0, indentation: indentation + 1) }, "])")
  case .object(let object):
    return lines("object({", object.attributes.map { "\($0.name): \(consoleText(of: $0.type, indentation: indentation + 1))" }, "})")
  }
}
