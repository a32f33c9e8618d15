import SourceText

/// Strings that may hold escapes but no sequences, and the check of escapes.
extension Parser {
  /// Parses a quoted label of a block.
  mutating func parseQuotedLabel() -> UInt32 {
    let open = read()
    var end = open.end
    while true {
      let token = read()
      end = max(end, token.end)
      switch token.kind {
      case .closeQuote:
        return add(.quotedLabel, open.start, end, flags: .isQuoted)
      case .quotedLiteral:
        if token.flags.contains(.hasBackslash) { reportInvalidEscapes(token) }
      case .interpolation, .directive:
        let sign = token.kind == .interpolation ? "$" : "%"
        report(
          "template-in-label", "A label holds no template sequences", "Write \(sign)\(sign){ for a literal \(sign){.", at: token,
          context: between(open, token))
        recover(to: .sequenceEnd)
      case .endOfFile:
        report(
          "unterminated-template", "The string is not closed", "The file ends before the closing quote of this label.", at: token,
          context: between(open, token))
        return add(.quotedLabel, open.start, end, flags: .isQuoted)
      default:
        // What cannot stand in a string was reported with the other characters out of place.
        errorCount += 1
        recover(to: .closeQuote)
        return add(.quotedLabel, open.start, end, flags: .isQuoted)
      }
    }
  }

  /// Reports the backslashes of a literal that begin no escape.
  mutating func reportInvalidEscapes(_ token: Token) {
    var offset = Int(token.start)
    let end = Int(token.end)
    while offset + 1 < end {
      guard bytes[offset] == 0x5C else {
        offset += 1
        continue
      }
      let start = offset
      switch bytes[offset + 1] {
      case 0x6E, 0x72, 0x74, 0x22, 0x5C:
        offset += 2
      case 0x75, 0x55:
        let escape = hexadecimalEscape(bytes, offset, end)
        offset += 2 + escape.digits
        reportInvalidCodePoint(bytes[start + 1] == 0x75 ? 4 : 8, escape, start, offset)
      default:
        offset += 1 + max(1, multiByteLength(bytes, offset + 1))
        let selector = text(ByteRange(start: UInt32(start + 1), end: UInt32(offset)))
        report(
          "invalid-escape", "Invalid escape sequence",
          "A backslash may be followed by n, r, t, a quote, a backslash, uNNNN or UNNNNNNNN. Found \"\(selector)\"; write \\\\ for a backslash.",
          at: ByteRange(start: UInt32(start), end: UInt32(offset)))
      }
    }
  }

  private mutating func reportInvalidCodePoint(_ wanted: Int, _ escape: (digits: Int, value: UInt32), _ start: Int, _ end: Int) {
    let range = ByteRange(start: UInt32(start), end: UInt32(end))
    if escape.digits != wanted {
      report(
        "invalid-escape", "Invalid escape sequence",
        wanted == 4 ? "\\u is followed by four hexadecimal digits." : "\\U is followed by eight hexadecimal digits.", at: range)
    } else if Unicode.Scalar(escape.value) == nil {
      let number = String(escape.value, radix: 16)
      report("invalid-escape", "Invalid escape sequence", "U+\(number) is not a character.", at: range)
    }
  }
}
