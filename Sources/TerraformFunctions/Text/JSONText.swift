/// JSON as `jsonencode` writes and `jsondecode` reads it. (RFC 8259; numbers keep all their digits.)

import HCLEvaluation
import HCLValues

/// A wholly known value as JSON without spaces. The characters `<`, `>`, `&`, U+2028 and U+2029 are escaped, as Go does.
func jsonText(_ value: Value) throws(FunctionError) -> String {
  var writer = JSONTextWriter()
  try writer.write(value, depth: 0)
  return String(decoding: writer.output, as: UTF8.self)
}

private struct JSONTextWriter {
  var output: [UInt8] = []

  mutating func write(_ value: Value, depth: Int) throws(FunctionError) {
    guard depth < FunctionLimit.nesting else {
      throw FunctionError("the value is nested deeper than the limit of \(FunctionLimit.nesting)")
    }
    guard output.count <= FunctionLimit.stringBytes else {
      throw FunctionError("the result would be longer than the limit of \(FunctionLimit.stringBytes) bytes")
    }
    switch value.content {
    case .null: append("null")
    case .unknown: throw FunctionError("the value is not known")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let number):
      guard !number.isInfinite else { throw FunctionError("infinity cannot be written as JSON") }
      append(number.text)
    case .string(let text): writeString(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      append("[")
      for (position, element) in elements.enumerated() {
        if position > 0 { append(",") }
        try write(element, depth: depth + 1)
      }
      append("]")
    case .map(_, let attributes), .object(let attributes):
      append("{")
      for (position, (key, element)) in attributes.pairs.enumerated() {
        if position > 0 { append(",") }
        writeString(key)
        append(":")
        try write(element, depth: depth + 1)
      }
      append("}")
    }
  }

  private mutating func append(_ text: String) { output += Array(text.utf8) }

  private mutating func writeString(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1f}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      default: append(String(scalar))
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

/// Why a text is not JSON.
struct JSONFailure: Error {
  var message: String
}

/// The value of a JSON document: objects and tuples, the last one of equal keys.
func parseJSON(_ text: String) throws(JSONFailure) -> Value {
  var parser = JSONTextParser(text)
  let value = try parser.parseValue(depth: 0)
  try parser.expectEnd()
  return value
}

private struct JSONTextParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) { position += 1 }
  }

  private func failure(_ expected: String) -> JSONFailure {
    guard position < bytes.count else { return JSONFailure(message: "the JSON text ends where \(expected) is expected") }
    let found = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first.map(String.init) ?? ""
    return JSONFailure(message: "invalid JSON at offset \(position): '\(found)' was found where \(expected) is expected")
  }

  mutating func expectEnd() throws(JSONFailure) {
    skipSpace()
    guard position == bytes.count else { throw failure("the end of the text") }
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func parseValue(depth: Int) throws(JSONFailure) -> Value {
    guard depth < FunctionLimit.nesting else {
      throw JSONFailure(message: "the JSON text is nested deeper than the limit of \(FunctionLimit.nesting)")
    }
    skipSpace()
    guard position < bytes.count else { throw failure("a value") }
    switch UnicodeScalar(bytes[position]) {
    case "{": return try parseObject(depth: depth)
    case "[": return try parseArray(depth: depth)
    case "\"": return .string(try parseString())
    case "t": return try parseWord("true", .bool(true))
    case "f": return try parseWord("false", .bool(false))
    case "n": return try parseWord("null", .null(.dynamic))
    case "-", "0"..."9": return try parseNumber()
    default: throw failure("a value")
    }
  }

  private mutating func parseWord(_ word: String, _ value: Value) throws(JSONFailure) -> Value {
    for byte in word.utf8 {
      guard position < bytes.count, bytes[position] == byte else { throw failure("\"\(word)\"") }
      position += 1
    }
    return value
  }

  private mutating func parseObject(depth: Int) throws(JSONFailure) -> Value {
    position += 1
    var pairs: [(String, Value)] = []
    skipSpace()
    if accept("}") { return .object(pairs) }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure("a key") }
      let key = normalizedNFC(try parseString())
      skipSpace()
      guard accept(":") else { throw failure("a colon") }
      pairs.append((key, try parseValue(depth: depth + 1)))
      skipSpace()
      if accept(",") { continue }
      guard accept("}") else { throw failure("a comma or a closing brace") }
      return .object(pairs)
    }
  }

  private mutating func parseArray(depth: Int) throws(JSONFailure) -> Value {
    position += 1
    var elements: [Value] = []
    skipSpace()
    if accept("]") { return .tuple(elements) }
    while true {
      elements.append(try parseValue(depth: depth + 1))
      skipSpace()
      if accept(",") { continue }
      guard accept("]") else { throw failure("a comma or a closing bracket") }
      return .tuple(elements)
    }
  }

  private mutating func parseNumber() throws(JSONFailure) -> Value {
    let start = position
    _ = accept("-")
    if !accept("0") { try skipDigits() }
    if accept(".") { try skipDigits() }
    if accept("e") || accept("E") {
      _ = accept("+") || accept("-")
      try skipDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Number(decimal: text) else {
      throw JSONFailure(message: "the number at offset \(start) cannot be represented")
    }
    return .number(number)
  }

  private mutating func skipDigits() throws(JSONFailure) {
    guard position < bytes.count, (48...57).contains(bytes[position]) else { throw failure("a digit") }
    while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
  }

  private mutating func parseString() throws(JSONFailure) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        text += try parseEscape()
      case 0..<0x20:
        throw failure("a character of a string; control characters must be escaped, and \"\\n\" written for a line end")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("the closing quote of a string")
  }

  private mutating func parseEscape() throws(JSONFailure) -> [UInt8] {
    guard position < bytes.count else { throw failure("an escape") }
    let letter = bytes[position]
    position += 1
    switch UnicodeScalar(letter) {
    case "\"", "\\", "/": return [letter]
    case "b": return [8]
    case "f": return [12]
    case "n": return [10]
    case "r": return [13]
    case "t": return [9]
    case "u":
      let first = try parseHexadecimal()
      var units = [first]
      // A high surrogate takes the low one behind it; alone, it becomes U+FFFD.
      let isPair = first & 0xfc00 == 0xd800 && bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
      if isPair {
        let start = position
        position += 2
        let second = try parseHexadecimal()
        if second & 0xfc00 == 0xdc00 { units.append(second) } else { position = start }
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default:
      position -= 1
      throw failure("an escape such as \\n or \\u0041")
    }
  }

  private mutating func parseHexadecimal() throws(JSONFailure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue else {
        throw failure("a hexadecimal digit")
      }
      value = value << 4 | UInt16(digit)
      position += 1
    }
    return value
  }
}
