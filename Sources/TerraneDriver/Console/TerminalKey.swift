/// A key as a terminal sends it.
enum TerminalKey: Equatable {
  case edit(EditableLine.Edit)
  /// The line is complete.
  case enter
  /// An earlier or a later line of the history.
  case previous, next
  /// Control-C: the line is given up.
  case cancel
  /// Control-D: the end of the input in an empty line, elsewhere the character under the cursor.
  case endOfInput
  /// Control-L: the screen is cleared.
  case clear
  /// A key without a meaning.
  case ignored
}

/// Reads keys from the bytes of a terminal: UTF-8 text, control characters, and the escape sequences of cursor keys. (ECMA-48, "CSI".)
struct TerminalKeyReader {
  /// The next byte; nil at the end of the input.
  var nextByte: () -> UInt8?

  /// The next key; nil at the end of the input.
  mutating func next() -> TerminalKey? {
    guard let byte = nextByte() else { return nil }
    switch byte {
    case 0x01: return .edit(.move(.start))
    case 0x02: return .edit(.move(.left))
    case 0x03: return .cancel
    case 0x04: return .endOfInput
    case 0x05: return .edit(.move(.end))
    case 0x06: return .edit(.move(.right))
    case 0x08, 0x7F: return .edit(.delete(.left))
    case 0x09: return .edit(.insert("  "))
    case 0x0A, 0x0D: return .enter
    case 0x0B: return .edit(.delete(.end))
    case 0x0C: return .clear
    case 0x0E: return .next
    case 0x10: return .previous
    case 0x15: return .edit(.delete(.start))
    case 0x17: return .edit(.delete(.wordLeft))
    case 0x1B: return escapeSequence()
    case 0..<0x20: return .ignored
    default: return .edit(.insert(text(startingWith: byte)))
    }
  }

  /// One scalar of UTF-8; what is broken becomes U+FFFD.
  private mutating func text(startingWith first: UInt8) -> String {
    var bytes = [first]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    while bytes.count < length, let byte = nextByte() { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escapeSequence() -> TerminalKey? {
    guard let introducer = nextByte() else { return nil }
    switch introducer {
    case UInt8(ascii: "b"): return .edit(.move(.wordLeft))
    case UInt8(ascii: "f"): return .edit(.move(.wordRight))
    case UInt8(ascii: "d"): return .edit(.delete(.wordRight))
    case 0x7F: return .edit(.delete(.wordLeft))
    case UInt8(ascii: "["), UInt8(ascii: "O"): break
    default: return .ignored
    }
    var parameters: [UInt8] = []
    while let byte = nextByte() {
      if byte < 0x40 {
        // Longer than any key sends.
        if parameters.count < 16 { parameters.append(byte) }
        continue
      }
      return key(final: byte, parameters: String(decoding: parameters, as: UTF8.self))
    }
    return nil
  }

  private func key(final: UInt8, parameters: String) -> TerminalKey {
    // `1;5` and `1;3`: with the control or the alt key.
    let isByWord = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
    switch final {
    case UInt8(ascii: "A"): return .previous
    case UInt8(ascii: "B"): return .next
    case UInt8(ascii: "C"): return .edit(.move(isByWord ? .wordRight : .right))
    case UInt8(ascii: "D"): return .edit(.move(isByWord ? .wordLeft : .left))
    case UInt8(ascii: "H"): return .edit(.move(.start))
    case UInt8(ascii: "F"): return .edit(.move(.end))
    case UInt8(ascii: "~"):
      switch parameters {
      case "1", "7": return .edit(.move(.start))
      case "4", "8": return .edit(.move(.end))
      case "3": return .edit(.delete(.right))
      default: return .ignored
      }
    default: return .ignored
    }
  }
}
