/// Lexing of the main context: everything outside of templates.
extension Lexer {
  /// Lexes until the context changes or the file ends.
  ///
  /// The offset and the place of the next token are variables of the loop, so that they stay in registers; the lexer's own are set only
  /// where a token needs more of its state.
  mutating func lexMain() {
    let bytes = bytes
    let count = count
    // Said here once, so that no search has to ask.
    guard bytes.baseAddress != nil else { return }
    var position = offset
    tokens.reserve(8)
    var first = tokens.storage
    var next = first + tokens.count
    // What starts before this offset has memory for its tokens: none is shorter than a byte, and at most three come at once.
    var stop = min(count, position + tokens.capacity - tokens.count - 2)

    @inline(__always) func put(_ kind: TokenKind, _ start: Int, _ end: Int) {
      next.initialize(to: Token(kind, start, end))
      next += 1
    }
    @inline(__always) func put(_ kind: TokenKind, length: Int) {
      put(kind, position, position + length)
      position += length
    }

    while true {
      if position >= stop {
        guard position < count else { break }
        tokens.setCount(next - first)
        tokens.reserve(8)
        first = tokens.storage
        next = first + tokens.count
        stop = min(count, position + tokens.capacity - tokens.count - 2)
      }
      if bytes[position] == 0x20 {
        position += 1
        if position < count, bytes[position] == 0x20 { position = skipSpaces(bytes, position) }
        guard position < count else { break }
      }
      let start = position
      let byte = bytes[start]
      switch byte {
      case 0x20, 0x09:
        position = skipSpaces(bytes, start + 1)
        continue
      case 0x0A:
        // Of several line endings in a row the parser needs the first alone.
        if keepsComments || next == first || next[-1].kind != .newline { put(.newline, start, start + 1) }
        position += 1
        continue
      case 0x61...0x7A, 0x41...0x5A, 0x5F:
        let end = endOfIdentifier(bytes, start)
        put(.identifier, start, end)
        position = end
        continue
      case 0x22:
        let end = skipQuotedText(bytes, start + 1)
        if end < count, bytes[end] == 0x22 {
          // A string of text alone, which most are.
          put(.openQuote, start, start + 1)
          if end > start + 1 { put(.quotedLiteral, start + 1, end) }
          put(.closeQuote, end, end + 1)
          position = end + 1
          continue
        }
        put(.openQuote, length: 1)
        suspended.append(.main)
        context = .quoted
        offset = position
        return tokens.setCount(next - first)
      case 0x7B:
        put(.openBrace, length: 1)
        openBraces += 1
        continue
      case 0x7D:
        let endsSequence = sequenceBraces.last == openBraces
        put(endsSequence ? .sequenceEnd : .closeBrace, length: 1)
        openBraces -= 1
        guard endsSequence else { continue }
        resumeTemplate()
        offset = position
        return tokens.setCount(next - first)
      case 0x5B:
        put(.openBracket, length: 1)
        continue
      case 0x5D:
        put(.closeBracket, length: 1)
        continue
      case 0x28:
        put(.openParenthesis, length: 1)
        continue
      case 0x29:
        put(.closeParenthesis, length: 1)
        continue
      case 0x2C:
        put(.comma, length: 1)
        continue
      case 0x3D:
        switch self.byte(start + 1) {
        case 0x3D: put(.equalTo, length: 2)
        case 0x3E: put(.fatArrow, length: 2)
        default: put(.equals, length: 1)
        }
        continue
      case 0x2E:
        if self.byte(start + 1) == 0x2E, self.byte(start + 2) == 0x2E { put(.ellipsis, length: 3) } else { put(.dot, length: 1) }
        continue
      default:
        break
      }
      offset = position
      tokens.setCount(next - first)
      if lexLessCommon(byte) { return }
      position = offset
      tokens.reserve(8)
      first = tokens.storage
      next = first + tokens.count
      stop = min(count, position + tokens.capacity - tokens.count - 2)
    }
    offset = position
    tokens.setCount(next - first)
  }

  /// Lexes what the main loop leaves, which starts with the given byte at the offset.
  ///
  /// - Returns: whether the context changed.
  @inline(never)
  private mutating func lexLessCommon(_ first: UInt8) -> Bool {
    let start = offset
    switch first {
    case 0x30...0x39: lexNumber()
    case 0x23: lexLineComment()
    case 0x2F:
      switch byte(start + 1) {
      case 0x2F: lexLineComment()
      case 0x2A: lexBlockComment()
      default: single(.slash)
      }
    case 0x3C:
      if byte(start + 1) == 0x3C, lexHeredocIntroducer() { return true }
      if byte(start + 1) == 0x3D { emitAndAdvance(.lessOrEqual, 2) } else { single(.less) }
    case 0x0D:
      guard byte(start + 1) == 0x0A else {
        emitInvalid(.invalidCharacter, 1)
        return false
      }
      if keepsComments || tokens.last?.kind != .newline { emit(.newline, start, start + 2) }
      offset = start + 2
    case 0x7E:
      if byte(start + 1) == 0x7D { return closeSequenceStripping() }
      emitInvalid(.tilde, 1)
    default: lexOperator(first)
    }
    return false
  }

  private mutating func lexOperator(_ first: UInt8) {
    let second = byte(offset + 1)
    switch first {
    case 0x3E: if second == 0x3D { emitAndAdvance(.greaterOrEqual, 2) } else { single(.greater) }
    case 0x21: if second == 0x3D { emitAndAdvance(.notEqualTo, 2) } else { single(.bang) }
    case 0x26: if second == 0x26 { emitAndAdvance(.and, 2) } else { emitInvalid(.ampersand, 1) }
    case 0x7C: if second == 0x7C { emitAndAdvance(.or, 2) } else { emitInvalid(.pipe, 1) }
    case 0x3A: if second == 0x3A { emitAndAdvance(.doubleColon, 2) } else { single(.colon) }
    case 0x3F: single(.question)
    case 0x2A: single(.star)
    case 0x25: single(.percent)
    case 0x2B: single(.plus)
    case 0x2D: single(.minus)
    case 0x5E: emitInvalid(.caret, 1)
    case 0x27: emitInvalid(.apostrophe, 1)
    case 0x60: emitInvalid(.backtick, 1)
    case 0x3B: emitInvalid(.semicolon, 1)
    default: lexBeyondASCII(first)
    }
  }

  private mutating func lexBeyondASCII(_ first: UInt8) {
    guard first >= 0x80 else { return emitInvalid(.invalidCharacter, 1) }
    let length = multiByteLength(bytes, offset)
    guard length > 0 else { return emitInvalid(.brokenUTF8, 1) }
    if let scalar = decodeScalar(bytes, offset, length: length), scalar.properties.isIDStart {
      return emitAndAdvance(.identifier, endOfIdentifier(bytes, offset) - offset)
    }
    emitInvalid(.invalidCharacter, length)
  }

  @inline(__always)
  private mutating func single(_ kind: TokenKind) { emitAndAdvance(kind, 1) }

  /// A number is a digit, then digits, points and exponents in any order, as long as it does not end in a point. What is no number
  /// among these is flagged.
  private mutating func lexNumber() {
    let start = offset
    var position = start + 1
    var end = position
    var flags: TokenFlags = []
    var acceptedFlags: TokenFlags = []
    var hasExponent = false
    while position < count {
      let next = bytes[position]
      if isDigit(next) {
        position += 1
      } else if next == 0x2E {
        if flags.contains(.hasFraction) || hasExponent { flags.insert(.isMalformedNumber) }
        flags.insert(.hasFraction)
        position += 1
        continue
      } else if next | 0x20 == 0x65 {
        let sign = byte(position + 1)
        let digit = sign == 0x2B || sign == 0x2D ? position + 2 : position + 1
        guard digit < count, isDigit(bytes[digit]) else { break }
        if hasExponent { flags.insert(.isMalformedNumber) }
        hasExponent = true
        position = digit + 1
      } else {
        break
      }
      end = position
      acceptedFlags = flags
    }
    offset = end
    emit(.number, start, end, acceptedFlags)
  }

  // MARK: Sequences

  /// `~}`. Where no sequence is open the token stays a sequence end, which the parser then reports.
  private mutating func closeSequenceStripping() -> Bool {
    let endsSequence = sequenceBraces.last == openBraces
    emitAndAdvance(.sequenceEnd, 2, .stripsWhitespace)
    openBraces -= 1
    if endsSequence { resumeTemplate() }
    return endsSequence
  }

  private mutating func resumeTemplate() {
    sequenceBraces.removeLast()
    leaveContext()
  }
}

/// The end of the identifier that starts at an offset.
@inline(__always)
private func endOfIdentifier(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  var end = skipIdentifier(bytes, start)
  // Further from the end of the file the search is exact.
  if end + 8 > bytes.count { while end < bytes.count, isIdentifierContinue(bytes[end]) { end += 1 } }
  if end < bytes.count, bytes[end] >= 0x80 { end = identifierEnd(bytes, end) }
  return end
}
