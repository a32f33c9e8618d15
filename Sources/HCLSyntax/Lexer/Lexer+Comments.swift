/// Comments, and tokens for layout and for the parser from one lexer.
extension Lexer {
  mutating func lexLineComment() {
    let start = offset
    let newline = next(0x0A, bytes, start)
    offset = min(newline + 1, count)
    record(comment: start, offset)
    if keepsComments {
      emit(.comment, start, offset)
    } else if newline < count, tokens.last?.kind != .newline {
      emit(.newline, start, offset, .isComment)
    }
  }

  mutating func lexBlockComment() {
    let start = offset
    var end = start + 2
    if end < lastBlockCommentEnd {
      while true {
        end = next(0x2A, bytes, end) + 1
        guard end < count else { break }
        guard bytes[end] == 0x2F else { continue }
        offset = end + 1
        record(comment: start, offset)
        if keepsComments { emit(.comment, start, offset) }
        return
      }
      lastBlockCommentEnd = start + 2
    }
    emitAndAdvance(.slash, 1)
  }

  private mutating func record(comment start: Int, _ end: Int) {
    comments.append(UInt32(truncatingIfNeeded: start))
    comments.append(UInt32(truncatingIfNeeded: end))
  }

  /// Gives all tokens, comments included, each with the spaces before it; for a lexer that kept comments.
  func layoutTokens() -> FlatBuffer<LayoutToken> {
    var result = FlatBuffer<LayoutToken>(capacity: tokens.count)
    var end: UInt32 = 0
    for index in 0..<tokens.count {
      let token = tokens[index]
      (result.storage + index).initialize(to: LayoutToken(token, behind: end))
      end = token.end
    }
    result.setCount(tokens.count)
    return result
  }

  /// Gives the same, and removes the comments here: what remains are the tokens of a lexer that keeps none. A line comment becomes the line
  /// ending that it holds, and of several line endings in a row the first remains.
  mutating func takeLayoutTokens() -> FlatBuffer<LayoutToken> {
    var result = FlatBuffer<LayoutToken>(capacity: tokens.count)
    let count = tokens.count
    let storage = tokens.storage
    var end: UInt32 = 0
    var kept = 0
    for index in 0..<count {
      var token = storage[index]
      (result.storage + index).initialize(to: LayoutToken(token, behind: end))
      end = token.end
      if token.kind == .comment {
        guard bytes[Int(token.end) - 1] == 0x0A else { continue }
        token.kind = .newline
        token.flags = .isComment
      }
      if token.kind == .newline, kept > 0, storage[kept - 1].kind == .newline { continue }
      storage[kept] = token
      kept += 1
    }
    tokens.truncate(to: kept)
    result.setCount(count)
    return result
  }
}

extension LayoutToken {
  @inline(__always)
  fileprivate init(_ token: Token, behind end: UInt32) {
    self.init(kind: token.kind, start: token.start, end: token.end, spaces: token.start > end ? token.start - end : 0)
  }
}
