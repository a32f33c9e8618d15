/// What decides whether a space stands between two kinds of tokens, for every pair of kinds.
struct SpacingTable: Sendable {
  enum Rule: UInt8 {
    case never
    case always
    /// What stands before the left one.
    case afterTokens
    /// Whether the left one is the word `in`.
    case afterWords
    /// Whether a number follows, or a name like an exponent: in `a.0 .1`, `a.0. 1` or `a.0 .e1` a space keeps the three from being read as
    /// one number. The reference removes it, and with that the meaning.
    case betweenNumbers
  }

  /// The table, made when first asked for.
  static let shared = SpacingTable()

  private static var side: Int { 64 }
  private let rules: [Rule]

  private init() {
    var rules = [Rule](repeating: .never, count: Self.side * Self.side)
    for left in 0..<Self.side {
      guard let subject = TokenKind(rawValue: UInt8(left)) else { continue }
      for right in 0..<Self.side {
        guard let next = TokenKind(rawValue: UInt8(right)) else { continue }
        rules[left * Self.side + right] = Self.rule(subject, next)
      }
    }
    self.rules = rules
  }

  private static func rule(_ subject: TokenKind, _ next: TokenKind) -> Rule {
    let isSpaced = needsSpace(after: subject, isIn: false, before: nil, next: next)
    switch subject {
    case .number where next == .dot: return .betweenNumbers
    case .minus where needsSpace(after: subject, isIn: false, before: .identifier, next: next) != isSpaced: return .afterTokens
    case .identifier where needsSpace(after: subject, isIn: true, before: .identifier, next: next) != isSpaced: return .afterWords
    default: return isSpaced ? .always : .never
    }
  }

  @inline(__always)
  subscript(_ subject: TokenKind, _ next: TokenKind) -> Rule { rules[Int(subject.rawValue) &* Self.side &+ Int(next.rawValue)] }
}

/// Whether a space stands between two tokens of a line.
///
/// - Parameters:
///   - subject: the left one; `isIn` tells whether it is the word `in`.
///   - before: the one before it in the same cell of the line.
///   - next: the right one.
func needsSpace(after subject: TokenKind, isIn: Bool, before: TokenKind?, next: TokenKind) -> Bool {
  switch (subject, next) {
  case (_, .newline), (.identifier, .openParenthesis), (.dot, _), (_, .dot), (.doubleColon, .identifier), (.identifier, .doubleColon), (_, .comma),
    (_, .ellipsis):
    return false
  case (.comma, _):
    return true
  default:
    break
  }
  if isTemplateText(subject) || subject == .openQuote || subject == .openHeredoc || isTemplateText(next) || next == .closeQuote
    || next == .closeHeredoc
  {
    return false
  }
  // In `[for x in [a]: x]` the bracket begins a list and is no index.
  if isIn, before == .identifier { return true }
  if next == .openBracket, subject == .identifier || subject == .number || closes(subject) { return false }
  if subject == .bang { return false }
  if subject == .minus { return !beginsOperand(behind: before) }
  if subject == .openBrace || next == .closeBrace { return !(subject == .openBrace && next == .closeBrace) }
  if opensSequence(subject), next == .openBrace { return true }
  if subject == .closeBrace, next == .sequenceEnd { return true }
  if subject == .sequenceEnd, opensSequence(next) { return false }
  return !opens(subject) && !closes(next)
}

private func isTemplateText(_ kind: TokenKind) -> Bool { kind == .quotedLiteral || kind == .stringLiteral }

private func opensSequence(_ kind: TokenKind) -> Bool { kind == .interpolation || kind == .directive }

private func opens(_ kind: TokenKind) -> Bool {
  opensSequence(kind) || kind == .openBrace || kind == .openBracket || kind == .openParenthesis
}

private func closes(_ kind: TokenKind) -> Bool {
  kind == .closeBrace || kind == .closeBracket || kind == .closeParenthesis || kind == .sequenceEnd
}

/// Whether a minus behind such a token is a sign rather than a subtraction.
private func beginsOperand(behind before: TokenKind?) -> Bool {
  switch before {
  case nil, .openParenthesis, .openBrace, .openBracket, .equals, .colon, .comma, .question, .plus, .star, .slash, .percent, .minus,
    .equalTo, .notEqualTo, .greater, .greaterOrEqual, .less, .lessOrEqual, .and, .or, .bang:
    true
  default:
    false
  }
}
