/// Writes JSON: the same bytes for the same document.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// No white space at all.
    case compact
    /// One member or element a line, indented by 2 spaces; empty arrays and objects as `[]` and `{}`.
    case pretty
  }

  public var layout: Layout
  /// Writes `<`, `>`, `&`, U+2028 and U+2029 as escapes, as Go's encoder does for text that may end in HTML.
  public var escapesForHTML: Bool

  public init(_ layout: Layout = .compact, escapesForHTML: Bool = false) {
    self.layout = layout
    self.escapesForHTML = escapesForHTML
  }

  /// The document as JSON text, without a line ending at its end. A number that JSON cannot spell (`.inf`) is written as a string.
  public func write(_ document: Document) -> String {
    var output: [UInt8] = []
    append(document, indentation: 0, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// A string with its quotes and escapes.
  public func write(string: String) -> String {
    var output: [UInt8] = []
    appendString(string, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func append(_ document: Document, indentation: Int, to output: inout [UInt8]) {
    switch document {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text):
      if isJSONNumber(text) { output.append(contentsOf: text.utf8) } else { appendString(text, to: &output) }
    case .string(let text): appendString(text, to: &output)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        separate(isFirst: index == 0, indentation + 1, &output)
        append(element, indentation: indentation + 1, to: &output)
      }
      close(UInt8(ascii: "]"), isEmpty: elements.isEmpty, indentation, &output)
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, member) in object.enumerated() {
        separate(isFirst: index == 0, indentation + 1, &output)
        appendString(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        if layout == .pretty { output.append(UInt8(ascii: " ")) }
        append(member.value, indentation: indentation + 1, to: &output)
      }
      close(UInt8(ascii: "}"), isEmpty: object.isEmpty, indentation, &output)
    }
  }

  private func separate(isFirst: Bool, _ indentation: Int, _ output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    breakLine(indentation, &output)
  }

  private func close(_ bracket: UInt8, isEmpty: Bool, _ indentation: Int, _ output: inout [UInt8]) {
    if !isEmpty { breakLine(indentation, &output) }
    output.append(bracket)
  }

  private func breakLine(_ indentation: Int, _ output: inout [UInt8]) {
    guard layout == .pretty else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: indentation * 2))
  }

  private func appendString(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0..<0x20: output.append(contentsOf: "\\u\(hexadecimal(UInt32(byte)))".utf8)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        if escapesForHTML {
          output.append(contentsOf: "\\u\(hexadecimal(UInt32(byte)))".utf8)
        } else {
          output.append(byte)
        }
      case 0xA8, 0xA9:
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if escapesForHTML, output.suffix(2).elementsEqual([0xE2, 0x80]) {
          output.removeLast(2)
          output.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        } else {
          output.append(byte)
        }
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

/// Whether text is a number as RFC 8259 section 6 spells it.
func isJSONNumber(_ text: String) -> Bool {
  var rest = Array(text.utf8)[...]
  func takeDigits() -> Int {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    rest = rest.dropFirst(digits.count)
    return digits.count
  }
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  let startsWithZero = rest.first == UInt8(ascii: "0")
  let whole = takeDigits()
  guard whole > 0, whole == 1 || !startsWithZero else { return false }
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    guard takeDigits() > 0 else { return false }
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard takeDigits() > 0 else { return false }
  }
  return rest.isEmpty
}
