/// One lexical unit. Its text is a range of the file; nothing is copied.
struct Token {
  var kind: TokenKind
  var flags: TokenFlags
  var start: UInt32
  var end: UInt32

  @inline(__always)
  init(_ kind: TokenKind, _ start: Int, _ end: Int, _ flags: TokenFlags = []) {
    self.kind = kind
    self.flags = flags
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }
}

/// What the lexer learned about a token in passing.
struct TokenFlags: OptionSet {
  let rawValue: UInt8

  /// A quoted literal with a backslash in it.
  static let hasBackslash = TokenFlags(rawValue: 1)
  /// A number that no value can be read from, such as `1.2.3`.
  static let isMalformedNumber = TokenFlags(rawValue: 2)
  /// A number with a fraction, which no legacy index may have.
  static let hasFraction = TokenFlags(rawValue: 4)
  /// A sequence marker with `~`, which strips whitespace on its outer side.
  static let stripsWhitespace = TokenFlags(rawValue: 8)
  /// A heredoc opened with `<<-`, whose indentation is removed.
  static let isFlushHeredoc = TokenFlags(rawValue: 16)
  /// A newline that a comment stands in for; its range is the whole comment.
  static let isComment = TokenFlags(rawValue: 32)
}

/// Kinds of tokens. (HCL native syntax specification, sections "Lexical Elements" and "Templates".)
enum TokenKind: UInt8 {
  case endOfFile
  case newline
  case comment

  case identifier
  case number
  /// Text of a quoted template; may hold backslash escapes.
  case quotedLiteral
  /// Text of a heredoc or a bare template; backslashes stand for themselves.
  case stringLiteral

  case openBrace
  case closeBrace
  case openBracket
  case closeBracket
  case openParenthesis
  case closeParenthesis
  case openQuote
  case closeQuote
  case openHeredoc
  case closeHeredoc
  case interpolation
  case directive
  case sequenceEnd

  case or
  case and
  case equalTo
  case notEqualTo
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case plus
  case minus
  case star
  case slash
  case percent
  case bang

  case equals
  case dot
  case comma
  case ellipsis
  case fatArrow
  case question
  case colon
  case doubleColon

  // Recognised to be reported; no grammar rule accepts them.
  case ampersand
  case pipe
  case tilde
  case caret
  case apostrophe
  case backtick
  case semicolon
  case invalidCharacter
  case brokenUTF8
  case newlineInString

  /// Whether the lexer itself reports every such token.
  @inline(__always)
  var isNeverValid: Bool { rawValue >= TokenKind.ampersand.rawValue }

  /// The other end of a bracketing pair; nil for anything else.
  ///
  /// Interpolations and directives share one closer, whose opposite is given as the interpolation.
  var opposite: TokenKind? {
    switch self {
    case .openBrace: .closeBrace
    case .closeBrace: .openBrace
    case .openBracket: .closeBracket
    case .closeBracket: .openBracket
    case .openParenthesis: .closeParenthesis
    case .closeParenthesis: .openParenthesis
    case .openQuote: .closeQuote
    case .closeQuote: .openQuote
    case .openHeredoc: .closeHeredoc
    case .closeHeredoc: .openHeredoc
    case .interpolation, .directive: .sequenceEnd
    case .sequenceEnd: .interpolation
    case .endOfFile, .newline, .comment, .identifier, .number, .quotedLiteral, .stringLiteral, .or, .and, .equalTo, .notEqualTo,
      .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star, .slash, .percent, .bang, .equals, .dot, .comma,
      .ellipsis, .fatArrow, .question, .colon, .doubleColon, .ampersand, .pipe, .tilde, .caret, .apostrophe, .backtick,
      .semicolon, .invalidCharacter, .brokenUTF8, .newlineInString:
      nil
    }
  }
}
