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
