import Diagnostics
import SourceText

/// Strings, numbers and the three words of JSON (RFC 8259, sections 3, 6 and 7).
extension JSONScanner {
  mutating func scanScalar() throws(DocumentSyntaxError) -> PositionedDocument.Content {
    switch peek {
    case UInt8(ascii: "\""): return .string(try scanString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try scanNumber())
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return try scanWord()
    default:
      throw failure("json-value-expected", "A value is missing", "A JSON value was expected, \(found) was found.", at: offset)
    }
  }

  private mutating func scanWord() throws(DocumentSyntaxError) -> PositionedDocument.Content {
    let start = offset
    while offset < bytes.count, isWordByte(bytes[offset]) { offset += 1 }
    let length = min(offset - start, 40)
    let word = String(decoding: bytes[start..<start + length], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      throw failure(
        "json-unknown-word", "`\(word)` is no JSON value",
        "The words of JSON are true, false and null. A string needs double quotes.", from: start, to: offset)
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func scanNumber() throws(DocumentSyntaxError) -> String {
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    if peek == UInt8(ascii: "0") {
      offset += 1
      guard !isDigit(peek) else {
        skipDigits()
        throw failure(
          "json-leading-zero", "The number starts with a zero", "JSON numbers are decimal and have no leading zeros.",
          from: start, to: offset)
      }
    } else {
      try expectDigits(from: start)
    }
    if peek == UInt8(ascii: ".") {
      offset += 1
      try expectDigits(from: start)
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      try expectDigits(from: start)
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func expectDigits(from start: Int) throws(DocumentSyntaxError) {
    guard isDigit(peek) else {
      throw failure(
        "json-incomplete-number", "The number is incomplete", "A digit was expected, \(found) was found.", from: start,
        to: max(offset, start + 1))
    }
    skipDigits()
  }

  private mutating func skipDigits() {
    while isDigit(peek) { offset += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Reads a string from its opening to behind its closing quote.
  mutating func scanString() throws(DocumentSyntaxError) -> String {
    let opening = offset
    offset += 1
    var decoded: [UInt8] = []
    var pieceStart = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let text = try text(decoded, pieceStart)
        offset += 1
        return text
      }
      if byte == UInt8(ascii: "\\") {
        decoded.append(contentsOf: bytes[pieceStart..<offset])
        try scanEscape(into: &decoded)
        pieceStart = offset
        continue
      }
      guard byte >= 0x20 else {
        if byte == 0x0A || byte == 0x0D { break }
        throw failure(
          "json-control-character", "A control character stands in a string",
          "Write it as an escape: `\\u\(hexadecimal(UInt32(byte)))`.", at: offset)
      }
      offset += 1
    }
    throw failure(
      "json-unclosed-string", "The string is not closed", "A closing double quote was expected on the same line.",
      from: opening, to: offset)
  }

  /// The text of a string: what escapes gave so far, and the bytes since then.
  private func text(_ decoded: [UInt8], _ pieceStart: Int) throws(DocumentSyntaxError) -> String {
    let piece = UnsafeBufferPointer(rebasing: bytes[pieceStart..<offset])
    let text: String?
    if decoded.isEmpty {
      text = String(validating: piece, as: UTF8.self)
    } else {
      text = String(validating: decoded + piece, as: UTF8.self)
    }
    if let text { return text }
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\"") { start -= 1 }
    let invalid =
      firstInvalidUTF8(in: bytes, from: start, to: offset) ?? firstInvalidUTF8(in: bytes, from: 0, to: offset) ?? offset
    throw failure(
      "invalid-utf8", "The text is not UTF-8", "Byte \(invalid) belongs to no UTF-8 character. JSON text is UTF-8 (RFC 8259).",
      from: invalid, to: min(invalid + 1, bytes.count))
  }

  private mutating func scanEscape(into decoded: inout [UInt8]) throws(DocumentSyntaxError) {
    let start = offset
    offset += 1
    let letter = peek
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      let unit = try scanHexDigits(from: start)
      decoded.append(contentsOf: UTF8.encode(try scanSurrogates(unit, from: start)).map { Array($0) } ?? [0xEF, 0xBF, 0xBD])
    default:
      offset = min(offset, bytes.count)
      throw failure(
        "json-bad-escape", "The escape sequence is unknown",
        "Behind a backslash one of `\"`, `\\`, `/`, b, f, n, r, t and u with four hexadecimal digits was expected.", from: start,
        to: offset)
    }
  }

  private mutating func scanHexDigits(from start: Int) throws(DocumentSyntaxError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(UnicodeScalar(peek)).hexDigitValue, peek < 0x80 else {
        throw failure(
          "json-bad-escape", "The Unicode escape is incomplete", "Four hexadecimal digits were expected, \(found) was found.",
          from: start, to: offset)
      }
      unit = unit << 4 | UInt32(digit)
      offset += 1
    }
    return unit
  }

  /// The character of a UTF-16 code unit, joined with the second one of a pair when it stands behind.
  private mutating func scanSurrogates(_ unit: UInt32, from start: Int) throws(DocumentSyntaxError) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") {
      let second = offset
      offset += 2
      let low = try scanHexDigits(from: second)
      if (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) {
        return scalar
      }
      offset = second
    }
    diagnostics.add(
      Diagnostic(
        .warning, "json-lone-surrogate", "The Unicode escape is half of a pair",
        detail: "A surrogate stands for a character only together with its other half. It is read as U+FFFD.",
        at: range(start, offset)))
    return "\u{FFFD}"
  }
}

/// Four hexadecimal digits.
func hexadecimal(_ value: UInt32, width: Int = 4) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The offset of the first byte in a range that belongs to no UTF-8 character.
func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
  var offset = start
  while offset < end {
    let lead = bytes[offset]
    let length: Int
    switch lead {
    case 0..<0x80: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return offset
    }
    guard offset + length <= end else { return offset }
    if length > 1, String(validating: bytes[offset..<offset + length], as: UTF8.self) == nil { return offset }
    offset += length
  }
  return nil
}
