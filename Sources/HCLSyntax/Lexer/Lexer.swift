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
  var lastBlockCommentEnd = Int.max
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

  @inline(__always)
  mutating func emitAndAdvance(_ kind: TokenKind, _ length: Int, _ flags: TokenFlags = []) {
    emit(kind, offset, offset + length, flags)
    offset += length
  }

  /// Emits a token that is to be reported.
  mutating func emitInvalid(_ kind: TokenKind, _ length: Int) {
    hasInvalidTokens = true
    emitAndAdvance(kind, length)
  }

  @inline(__always)
  func byte(_ at: Int) -> UInt8 { at < count ? bytes[at] : 0 }

  mutating func leaveContext() {
    context = suspended.last ?? .main
    suspended.removeLast()
  }
}
