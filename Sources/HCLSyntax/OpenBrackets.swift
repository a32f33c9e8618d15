import SourceText

/// How many brackets, template sequences and heredocs are still open at the end of a text: someone who types an expression goes on with
/// the next line as long as there is one.
///
/// - Parameter file: any bytes, read as an expression. A quoted string that is not closed does not count: it cannot go on in another line.
/// - Returns: 0 when everything is closed, also when there are more closing brackets than opening ones.
public func openBracketCount(_ file: SourceFile) -> Int {
  file.bytes.withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes)
    lexer.lex()
    var open = 0
    for index in 0..<lexer.tokens.count {
      switch lexer.tokens[index].kind {
      case .openBrace, .openBracket, .openParenthesis, .openHeredoc, .interpolation, .directive: open += 1
      case .closeBrace, .closeBracket, .closeParenthesis, .closeHeredoc, .sequenceEnd: open -= 1
      case .endOfFile, .newline, .comment, .identifier, .number, .quotedLiteral, .stringLiteral, .openQuote, .closeQuote, .or, .and,
        .equalTo, .notEqualTo, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star, .slash, .percent, .bang, .equals,
        .dot, .comma, .ellipsis, .fatArrow, .question, .colon, .doubleColon, .ampersand, .pipe, .tilde, .caret, .apostrophe, .backtick,
        .semicolon, .invalidCharacter, .brokenUTF8, .newlineInString:
        break
      }
    }
    return max(0, open)
  }
}
