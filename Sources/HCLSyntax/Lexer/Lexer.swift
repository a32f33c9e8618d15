/// Turns the bytes of a file into tokens, once from front to back.
///
/// The lexer knows four contexts: the main one, quoted templates, heredocs, and bare templates; a stack holds those that are open.
/// A closing brace ends a template sequence only when as many braces stand open as when the sequence began.
/// (HCL native syntax specification, sections "Lexical Elements" and "Templates".)
struct Lexer: ~Copyable {
  enum Context {
    case main
    case quoted
    case heredoc
    case bareTemplate
  }

  struct OpenHeredoc {
    var markerStart: Int
    var markerEnd: Int
    var atLineStart: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let count: Int
  var offset = 0
  var tokens: FlatBuffer<Token>
  /// Ranges of comments, as pairs of start and end.
  var comments = FlatBuffer<UInt32>(capacity: 32)
  var context: Context
  var suspended = FlatBuffer<Context>(capacity: 16)
  var openBraces = 0
  var sequenceBraces = FlatBuffer<Int>(capacity: 16)
  var heredocs: [OpenHeredoc] = []
  /// Whether a token was emitted that is never valid.
  private(set) var hasInvalidTokens = false
  /// No `*/` stands at or behind this offset.
  private var lastBlockCommentEnd = Int.max
  /// Whether comments become tokens of their own; otherwise line comments become newlines and block comments vanish.
  let keepsComments: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, context: Context = .main, keepsComments: Bool = false) {
    self.bytes = bytes
    self.count = bytes.count
    self.context = context
    tokens = FlatBuffer(capacity: bytes.count / 4 + 16)
    self.keepsComments = keepsComments
  }

  /// Lexes everything. The last token is always the end of the file.
  mutating func lex() {
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
    while offset < count {
      switch context {
      case .main: lexMain()
      case .quoted: lexQuoted()
      case .heredoc: lexHeredoc()
      case .bareTemplate: lexBareTemplate()
      }
    }
    emit(.endOfFile, count, count)
  }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, _ start: Int, _ end: Int, _ flags: TokenFlags = []) {
    tokens.append(Token(kind, start, end, flags))
  }

  /// Emits a token that is to be reported.
  mutating func emitInvalid(_ kind: TokenKind, _ length: Int) {
    hasInvalidTokens = true
    emitAndAdvance(kind, length)
  }

  @inline(__always)
  func byte(_ at: Int) -> UInt8 { at < count ? bytes[at] : 0 }

  // MARK: Main context

  /// Lexes until the context changes or the file ends.
  private mutating func lexMain() {
    while offset < count {
      if bytes[offset] == 0x20 {
        offset += 1
        if offset < count, bytes[offset] == 0x20 { offset = skipSpaces(bytes, offset) }
        guard offset < count else { return }
      }
      let start = offset
      let first = bytes[start]
      switch first {
      case 0x20, 0x09:
        offset = skipSpaces(bytes, start + 1)
      case 0x0A:
        lexNewline(length: 1)
      case 0x61...0x7A, 0x41...0x5A, 0x5F:
        lexIdentifier()
      case 0x30...0x39:
        lexNumber()
      case 0x22:
        if lexPlainString() { continue }
        single(.openQuote)
        suspended.append(.main)
        context = .quoted
        return
      case 0x0D:
        if byte(start + 1) == 0x0A { lexNewline(length: 2) } else { emitInvalid(.invalidCharacter, 1) }
      case 0x7B:
        single(.openBrace)
        openBraces += 1
      case 0x7D:
        if closeBrace(length: 1) { return }
      case 0x7E:
        if byte(start + 1) == 0x7D {
          if closeSequenceStripping() { return }
        } else {
          emitInvalid(.tilde, 1)
        }
      case 0x5B: single(.openBracket)
      case 0x5D: single(.closeBracket)
      case 0x28: single(.openParenthesis)
      case 0x29: single(.closeParenthesis)
      case 0x2C: single(.comma)
      case 0x2E:
        if byte(start + 1) == 0x2E, byte(start + 2) == 0x2E { emitAndAdvance(.ellipsis, 3) } else { single(.dot) }
      case 0x3D:
        switch byte(start + 1) {
        case 0x3D: emitAndAdvance(.equalTo, 2)
        case 0x3E: emitAndAdvance(.fatArrow, 2)
        default: single(.equals)
        }
      case 0x23:
        lexLineComment()
      case 0x2F:
        switch byte(start + 1) {
        case 0x2F: lexLineComment()
        case 0x2A: lexBlockComment()
        default: single(.slash)
        }
      case 0x3C:
        if byte(start + 1) == 0x3C, lexHeredocIntroducer() { return }
        if byte(start + 1) == 0x3D { emitAndAdvance(.lessOrEqual, 2) } else { single(.less) }
      default:
        lexRare(first)
      }
    }
  }

  private mutating func lexRare(_ first: UInt8) {
    let start = offset
    switch first {
    case 0x3E: if byte(start + 1) == 0x3D { emitAndAdvance(.greaterOrEqual, 2) } else { single(.greater) }
    case 0x21: if byte(start + 1) == 0x3D { emitAndAdvance(.notEqualTo, 2) } else { single(.bang) }
    case 0x26: if byte(start + 1) == 0x26 { emitAndAdvance(.and, 2) } else { emitInvalid(.ampersand, 1) }
    case 0x7C: if byte(start + 1) == 0x7C { emitAndAdvance(.or, 2) } else { emitInvalid(.pipe, 1) }
    case 0x3A: if byte(start + 1) == 0x3A { emitAndAdvance(.doubleColon, 2) } else { single(.colon) }
    case 0x3F: single(.question)
    case 0x2A: single(.star)
    case 0x25: single(.percent)
    case 0x2B: single(.plus)
    case 0x2D: single(.minus)
    case 0x5E: emitInvalid(.caret, 1)
    case 0x27: emitInvalid(.apostrophe, 1)
    case 0x60: emitInvalid(.backtick, 1)
    case 0x3B: emitInvalid(.semicolon, 1)
    default:
      guard first >= 0x80 else { return emitInvalid(.invalidCharacter, 1) }
      let length = multiByteLength(bytes, start)
      guard length > 0 else { return emitInvalid(.brokenUTF8, 1) }
      if let scalar = decodeScalar(bytes, start, length: length), scalar.properties.isIDStart { return lexIdentifier() }
      emitInvalid(.invalidCharacter, length)
    }
  }

  @inline(__always)
  private mutating func single(_ kind: TokenKind) { emitAndAdvance(kind, 1) }

  @inline(__always)
  mutating func emitAndAdvance(_ kind: TokenKind, _ length: Int, _ flags: TokenFlags = []) {
    emit(kind, offset, offset + length, flags)
    offset += length
  }

  @inline(__always)
  private mutating func lexIdentifier() {
    let start = offset
    let bytes = bytes
    let count = count
    var end = skipIdentifier(bytes, start)
    // Further from the end of the file the search is exact.
    if end + 8 > count { while end < count, isIdentifierContinue(bytes[end]) { end += 1 } }
    if end < count, bytes[end] >= 0x80 { end = identifierEnd(bytes, end) }
    emit(.identifier, start, end)
    offset = end
  }

  /// A string of text alone, which most are.
  ///
  /// - Returns: false, with nothing done, when something else stands in it.
  @inline(__always)
  private mutating func lexPlainString() -> Bool {
    let start = offset
    let end = skipQuotedText(bytes, start + 1)
    guard end < count, bytes[end] == 0x22 else { return false }
    emit(.openQuote, start, start + 1)
    if end > start + 1 { emit(.quotedLiteral, start + 1, end) }
    emit(.closeQuote, end, end + 1)
    offset = end + 1
    return true
  }

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

  /// A line ending. Of several in a row the parser needs the first alone.
  @inline(__always)
  private mutating func lexNewline(length: Int) {
    if keepsComments || tokens.count == 0 || tokens[tokens.count - 1].kind != .newline {
      emit(.newline, offset, offset + length)
    }
    offset += length
  }

  // MARK: Comments

  private mutating func lexLineComment() {
    let start = offset
    var end = skipToNewline(bytes, start)
    while end < count, bytes[end] != 0x0A { end += 1 }
    let hasNewline = end < count
    if hasNewline { end += 1 }
    offset = end
    record(comment: start, end)
    if keepsComments {
      emit(.comment, start, end)
    } else if hasNewline, tokens.count == 0 || tokens[tokens.count - 1].kind != .newline {
      emit(.newline, start, end, .isComment)
    }
  }

  private mutating func lexBlockComment() {
    let start = offset
    guard start + 2 < lastBlockCommentEnd else { return single(.slash) }
    var end = start + 2
    while end + 1 < count {
      if bytes[end] == 0x2A, bytes[end + 1] == 0x2F {
        end += 2
        offset = end
        record(comment: start, end)
        if keepsComments { emit(.comment, start, end) }
        return
      }
      end += 1
    }
    lastBlockCommentEnd = start + 2
    single(.slash)
  }

  private mutating func record(comment start: Int, _ end: Int) {
    comments.append(UInt32(truncatingIfNeeded: start))
    comments.append(UInt32(truncatingIfNeeded: end))
  }

  // MARK: Braces and contexts

  /// - Returns: whether a template sequence ended, so that its context goes on.
  private mutating func closeBrace(length: Int) -> Bool {
    let endsSequence = sequenceBraces.last == openBraces
    emitAndAdvance(endsSequence ? .sequenceEnd : .closeBrace, length)
    openBraces -= 1
    if endsSequence { resumeTemplate() }
    return endsSequence
  }

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

  mutating func leaveContext() {
    context = suspended.last ?? .main
    suspended.removeLast()
  }
}
