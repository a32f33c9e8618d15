import SourceText

/// JSON values as expressions. (HCL JSON syntax specification, section "Expressions".)
extension Parser {
  /// Parses one value and nothing behind it.
  ///
  /// - Returns: nil after an error, which ends the reading.
  mutating func parseJSONDocument(_ cursor: inout JSONCursor) -> UInt32? {
    guard let value = parseJSONValue(&cursor) else { return nil }
    if cursor.peek() != nil {
      refuseJSON(cursor, "Something stands behind the JSON value", "A file in JSON syntax is one object, or one array of objects.")
      return nil
    }
    return value
  }

  private mutating func parseJSONValue(_ cursor: inout JSONCursor) -> UInt32? {
    guard let first = cursor.peek() else {
      return refuseJSON(cursor, "A JSON value is missing", "The file ends where a value is expected.")
    }
    guard depth < Parser.nestingLimit else {
      return refuseJSON(cursor, "Nested too deep", "Arrays and objects may nest \(Parser.nestingLimit) deep.", id: "nesting-too-deep")
    }
    depth += 1
    defer { depth -= 1 }
    height = 1
    switch first {
    case 0x7B: return parseJSONObject(&cursor)
    case 0x5B: return parseJSONArray(&cursor)
    case 0x22: return parseJSONString(&cursor)
    case 0x2B, 0x2D, 0x2E, 0x30...0x39: return parseJSONNumber(&cursor)
    case 0x41...0x5A, 0x61...0x7A: return parseJSONKeyword(&cursor)
    default:
      return refuseJSON(
        cursor, "A JSON value is expected here", "A value is an object, an array, a string, a number, true, false or null.")
    }
  }

  /// Reports malformed JSON at the cursor.
  @discardableResult
  private mutating func refuseJSON(
    _ cursor: JSONCursor, _ summary: String, _ detail: String, id: String = "invalid-json", at start: Int? = nil
  ) -> UInt32? {
    let start = start ?? cursor.offset
    let end = min(max(start + 1, cursor.offset), bytes.count)
    report(
      id, summary, detail,
      at: ByteRange(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: max(start, end))))
    isRecovering = true
    return nil
  }

  // MARK: Objects and arrays

  private mutating func parseJSONObject(_ cursor: inout JSONCursor) -> UInt32? {
    let start = cursor.offset
    cursor.advance()
    let mark = pending.count
    var highest = 0
    if cursor.peek() != 0x7D {
      while true {
        guard let key = parseJSONKey(&cursor) else { return nil }
        highest = max(highest, height)
        guard let value = parseJSONValue(&cursor) else { return nil }
        highest = max(highest, height)
        pending.append(key)
        pending.append(value)
        let separator = cursor.peek()
        if separator == 0x7D { break }
        guard separator == 0x2C else { return refuseJSONSeparator(cursor, open: start, kind: "object", closer: "brace") }
        let comma = cursor.offset
        cursor.advance()
        if cursor.peek() == 0x7D {
          return refuseJSON(cursor, "A comma too many", "JSON has no comma behind the last property of an object.", at: comma)
        }
      }
    }
    cursor.advance()
    let list = flushPending(from: mark)
    height = highest + 1
    return add(.object, UInt32(start), UInt32(cursor.offset), a: list.first, b: list.count)
  }

  /// Parses a property's name and the colon. The node's `b` is the name's id + 1.
  private mutating func parseJSONKey(_ cursor: inout JSONCursor) -> UInt32? {
    guard cursor.peek() == 0x22 else {
      return refuseJSON(cursor, "A property name is expected here", "The name of a property in JSON is a string in double quotes.")
    }
    let start = cursor.offset
    guard let inner = parseJSONString(&cursor) else { return nil }
    let end = cursor.offset
    let decoded = decodeJSONString(bytes, start + 1..<max(start + 1, end - 1))
    let name = names.intern(composed: normalized(decoded.text))
    guard cursor.peek() == 0x3A else {
      return refuseJSON(
        cursor, "A colon is expected behind the property's name",
        cursor.peek() == 0x3D ? "JSON puts a colon, not an equals sign, between a name and its value." : "A property is written \"name\": value.")
    }
    cursor.advance()
    height += 1
    return add(.objectKey, UInt32(start), UInt32(end), a: inner, b: name + 1)
  }

  private mutating func parseJSONArray(_ cursor: inout JSONCursor) -> UInt32? {
    let start = cursor.offset
    cursor.advance()
    let mark = pending.count
    var highest = 0
    if cursor.peek() != 0x5D {
      while true {
        guard let value = parseJSONValue(&cursor) else { return nil }
        highest = max(highest, height)
        pending.append(value)
        let separator = cursor.peek()
        if separator == 0x5D { break }
        guard separator == 0x2C else { return refuseJSONSeparator(cursor, open: start, kind: "array", closer: "bracket") }
        let comma = cursor.offset
        cursor.advance()
        if cursor.peek() == 0x5D {
          return refuseJSON(cursor, "A comma too many", "JSON has no comma behind the last value of an array.", at: comma)
        }
      }
    }
    cursor.advance()
    let list = flushPending(from: mark)
    height = highest + 1
    return add(.tuple, UInt32(start), UInt32(cursor.offset), a: list.first, b: list.count)
  }

  private mutating func refuseJSONSeparator(_ cursor: JSONCursor, open: Int, kind: String, closer: String) -> UInt32? {
    guard cursor.offset < bytes.count else {
      return refuseJSON(
        JSONCursor(bytes: bytes), "The \(kind) is not closed", "The file ends before the closing \(closer) of this \(kind).", at: open)
    }
    return refuseJSON(
      cursor, "A comma or a closing \(closer) is expected here", "The parts of an \(kind) in JSON are separated by commas.")
  }

  // MARK: Scalars

  private mutating func parseJSONNumber(_ cursor: inout JSONCursor) -> UInt32? {
    let range = cursor.take { isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E || $0 | 0x20 == 0x65 }
    guard cursor.isNumber(range) else {
      return refuseJSON(
        cursor, "Invalid JSON number", "A number in JSON is written such as 12, -1.5 or 6e23, without leading zeros.", at: range.lowerBound)
    }
    let start = UInt32(range.lowerBound)
    let end = UInt32(range.upperBound)
    guard bytes[range.lowerBound] == 0x2D else { return add(.number, start, end) }
    let operand = add(.number, start + 1, end)
    height = 2
    return add(.unary, start, end, a: operand, flags: NodeFlags(rawValue: UnaryOperator.negate.rawValue))
  }

  private mutating func parseJSONKeyword(_ cursor: inout JSONCursor) -> UInt32? {
    let range = cursor.take { isIdentifierStart($0) }
    let start = UInt32(range.lowerBound)
    let end = UInt32(range.upperBound)
    switch text(ByteRange(start: start, end: end)) {
    case "true": return add(.bool, start, end, flags: .isTrue)
    case "false": return add(.bool, start, end)
    case "null": return add(.null, start, end)
    default:
      return refuseJSON(
        cursor, "Invalid JSON keyword", "The words of JSON are true, false and null. A string stands in double quotes.",
        at: range.lowerBound)
    }
  }

  /// A string is a template; one without sequences is a plain string.
  private mutating func parseJSONString(_ cursor: inout JSONCursor) -> UInt32? {
    let start = cursor.offset
    guard let (range, hasEscapes) = cursor.takeString() else {
      return refuseJSON(
        cursor, "The JSON string is not closed", "A string ends with a double quote on its line; a newline in it is written \\n.")
    }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if inner.isEmpty { return add(.template, UInt32(range.lowerBound), UInt32(range.upperBound)) }
    if !hasEscapes, !containsSequence(UnsafeBufferPointer(rebasing: bytes[inner])) {
      let literal = add(.templateLiteral, UInt32(inner.lowerBound), UInt32(inner.upperBound))
      return addPlainString(literal, range)
    }
    let decoded = decodeJSONString(bytes, inner)
    if let invalid = decoded.invalid {
      return refuseJSON(
        cursor, "Invalid escape in a JSON string", "A backslash is followed by one of \" \\ / b f n r t, or by uNNNN.", at: invalid)
    }
    if decoded.text.withUnsafeBufferPointer({ containsSequence($0) }) {
      let template = parseEmbeddedTemplate(decoded.text, origins: decoded.origins)
      nodes[Int(template)].start = UInt32(start)
      nodes[Int(template)].end = UInt32(range.upperBound)
      return template
    }
    let offset = literals.count
    literals.append(contentsOf: decoded.text)
    let literal = add(
      .templateLiteral, UInt32(inner.lowerBound), UInt32(inner.upperBound), a: UInt32(truncatingIfNeeded: offset),
      b: UInt32(truncatingIfNeeded: decoded.text.count), flags: .isStored)
    return addPlainString(literal, range)
  }

  private mutating func addPlainString(_ literal: UInt32, _ range: Range<Int>) -> UInt32 {
    let list = UInt32(truncatingIfNeeded: extra.count)
    extra.append(literal)
    height = 2
    return add(.template, UInt32(range.lowerBound), UInt32(range.upperBound), a: list, b: 1)
  }

  private func containsSequence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 1 < text.count {
      if text[index + 1] == 0x7B, text[index] == 0x24 || text[index] == 0x25 { return true }
      index += 1
    }
    return false
  }
}
