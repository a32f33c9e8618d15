/// Finding a place to go on after an error.
extension Parser {
  /// Reads up to and including the closer of the bracket that stands open, skipping nested pairs.
  ///
  /// - Returns: the closer, or the end of the file.
  @discardableResult
  mutating func recover(to end: TokenKind) -> Token {
    isRecovering = true
    let start = end.opposite
    var nesting = 0
    while true {
      let token = read()
      if token.kind == .endOfFile { return token }
      let kind = end == .sequenceEnd && token.kind == .directive ? .interpolation : token.kind
      if kind == start {
        nesting += 1
      } else if kind == end {
        if nesting == 0 { return token }
        nesting -= 1
      }
    }
  }

  /// Reads over the next pair of parentheses.
  mutating func recoverOverParentheses() {
    while true {
      let kind = read().kind
      if kind == .endOfFile { return }
      if kind == .openParenthesis { break }
    }
    recover(to: .closeParenthesis)
  }

  /// Reads up to and including the newline that ends the attribute or block at hand, minding brackets.
  ///
  /// When no brace or quote was closed that had not been opened on the way, the place is trusted and errors are reported again.
  mutating func recoverAfterBodyItem() {
    isRecovering = true
    var open: [TokenKind] = []
    var isBalanced = true
    while true {
      // A brace that nothing here opened closes the block around.
      if depth > 1, open.isEmpty, currentKind == .closeBrace { return }
      let token = read()
      switch token.kind {
      case .newline:
        guard open.isEmpty else { continue }
        if isBalanced { isRecovering = false }
        return
      case .endOfFile:
        return
      case .openBrace, .openBracket, .openParenthesis, .openQuote, .openHeredoc, .interpolation, .directive:
        open.append(token.kind)
      case .closeBrace, .closeBracket, .closeParenthesis, .closeQuote, .closeHeredoc, .sequenceEnd:
        let before = open.count
        while let top = open.last, top.opposite != token.kind { open.removeLast() }
        let isStructural = token.kind != .closeParenthesis && token.kind != .closeBracket
        if isStructural, open.isEmpty || open.count != before { isBalanced = false }
        if !open.isEmpty { open.removeLast() }
      default:
        continue
      }
    }
  }
}
