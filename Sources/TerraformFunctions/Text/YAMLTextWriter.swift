/// YAML as `yamlencode` writes it: block style, every string in double quotes or as a literal block, keys too.

import HCLEvaluation
import HCLValues

/// A wholly known value as a YAML document.
func yamlText(_ value: Value) throws(FunctionError) -> String {
  var writer = YAMLTextWriter()
  try writer.write(value, indent: -2, depth: 0, isRoot: true)
  if writer.isOpenEnded { writer.append("...\n") }
  return String(decoding: writer.output, as: UTF8.self)
}

private struct YAMLTextWriter {
  var output: [UInt8] = []
  /// Whether the document needs an explicit end.
  var isOpenEnded = false

  mutating func append(_ text: String) { output += Array(text.utf8) }

  /// Writes a value where the cursor stands, and a line end. Nested blocks stand deeper than `indent`.
  mutating func write(_ value: Value, indent: Int, depth: Int, isRoot: Bool = false, inMapping: Bool = false)
    throws(FunctionError)
  {
    guard depth < FunctionLimit.nesting else {
      throw FunctionError("the value is nested deeper than the limit of \(FunctionLimit.nesting)")
    }
    guard output.count <= FunctionLimit.stringBytes else {
      throw FunctionError("the result would be longer than the limit of \(FunctionLimit.stringBytes) bytes")
    }
    isOpenEnded = false
    switch value.content {
    case .null: plain("null", isRoot)
    case .unknown: throw FunctionError("the value is not known")
    case .bool(let flag): plain(flag ? "true" : "false", isRoot)
    case .number(let number):
      if number.isInfinite { plain(number.isNegative ? "-.inf" : ".inf", isRoot) } else { plain(number.text, isRoot) }
    case .string(let text): string(text, indent: max(indent, isRoot ? 0 : indent) + 2)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      try sequence(elements, indent: inMapping ? indent : indent + 2, depth: depth)
    case .map(_, let attributes), .object(let attributes): try mapping(attributes, indent: indent + 2, depth: depth)
    }
  }

  private mutating func plain(_ text: String, _ isRoot: Bool) {
    append(text + "\n")
    isOpenEnded = isRoot
  }

  /// A sequence inside of a mapping is not indented further than its key.
  private mutating func sequence(_ elements: [Value], indent: Int, depth: Int) throws(FunctionError) {
    guard !elements.isEmpty else { return append("[]\n") }
    for (position, element) in elements.enumerated() {
      if position > 0 || needsLine(indent) { startLine(indent) }
      append("- ")
      try write(element, indent: indent, depth: depth + 1)
    }
  }

  private mutating func mapping(_ attributes: Attributes, indent: Int, depth: Int) throws(FunctionError) {
    guard !attributes.isEmpty else { return append("{}\n") }
    for (position, (key, element)) in attributes.pairs.enumerated() {
      if position > 0 || needsLine(indent) { startLine(indent) }
      let quoted = quotedKey(key)
      // Keys beyond 128 characters, or with line ends, need the explicit form.
      if key.unicodeScalars.count > 128 || (key.utf8.contains(UInt8(ascii: "\n")) && isLiteral(key)) {
        append("? ")
        string(key, indent: indent + 2)
        startLine(indent)
        append(":")
      } else {
        append(quoted + ":")
      }
      if isBlock(element) {
        append("\n")
      } else {
        append(" ")
      }
      try write(element, indent: indent, depth: depth + 1, inMapping: true)
    }
  }

  /// Whether a block begins on a line of its own: only the cursor knows.
  private func needsLine(_ indent: Int) -> Bool { output.last == UInt8(ascii: "\n") }

  private mutating func startLine(_ indent: Int) { append(String(repeating: " ", count: max(0, indent))) }

  private func isBlock(_ value: Value) -> Bool { !value.children.isEmpty }

  private mutating func string(_ text: String, indent: Int) {
    guard isLiteral(text) else {
      append(quotedKey(text) + "\n")
      return
    }
    var header = "|"
    if text.utf8.first == UInt8(ascii: " ") || text.utf8.first == UInt8(ascii: "\n") { header += "2" }
    let bytes = Array(text.utf8)
    let newline = UInt8(ascii: "\n")
    if bytes.last != newline {
      header += "-"
    } else if bytes.count == 1 || bytes[bytes.count - 2] == newline {
      header += "+"
      isOpenEnded = true
    }
    append(header + "\n")
    var lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for line in lines {
      if !line.isEmpty { startLine(indent) }
      output += line
      output.append(newline)
    }
  }

  /// Whether text stands as a literal block: it has line ends, and nothing that needs an escape or that a block would lose.
  private func isLiteral(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "\n")), text.utf8.last != UInt8(ascii: " ") else { return false }
    var previous: Unicode.Scalar = "a"
    for scalar in text.unicodeScalars {
      if !isPrintable(scalar) || scalar == "\n" && previous == " " { return false }
      previous = scalar
    }
    return true
  }

  private func quotedKey(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default: result += escaped(scalar)
      }
    }
    return result + "\""
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00: return "\\0"
    case 0x07: return "\\a"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0b: return "\\v"
    case 0x0c: return "\\f"
    case 0x0d: return "\\r"
    case 0x1b: return "\\e"
    case 0x85: return "\\N"
    case 0xa0: return "\\_"
    case 0x2028: return "\\L"
    case 0x2029: return "\\P"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (letter, width) = scalar.value <= 0xff ? ("x", 2) : scalar.value <= 0xffff ? ("u", 4) : ("U", 8)
      return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
  }

  /// Characters beyond the basic plane are written as escapes, as the reference does.
  private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0a, 0x20...0x7e, 0xa0...0x2027, 0x202a...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd: true
    default: false
    }
  }
}
