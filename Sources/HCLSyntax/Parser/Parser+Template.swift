import SourceText

/// Templates: their parts, one after the other. (HCL native syntax specification, section "Templates".)
extension Parser {
  /// Parses a quoted template or a heredoc behind its opener.
  mutating func parseTemplateTerm(_ open: Token) -> UInt32 {
    let isHeredoc = open.kind == .openHeredoc
    if !isHeredoc, let plain = parsePlainString(open) { return plain }
    let end: TokenKind = isHeredoc ? .closeHeredoc : .closeQuote
    return parseTemplate(until: end, start: open.start, isFlush: open.flags.contains(.isFlushHeredoc), isHeredoc: isHeredoc)
  }

  /// A string of at most one literal, the common case.
  private mutating func parsePlainString(_ open: Token) -> UInt32? {
    let first = tokens[next]
    if first.kind == .closeQuote {
      read()
      height = 1
      return add(.template, open.start, first.end)
    }
    guard first.kind == .quotedLiteral, tokens[next + 1].kind == .closeQuote else { return nil }
    read()
    if first.flags.contains(.hasBackslash) { reportInvalidEscapes(first) }
    let close = read()
    let literal = add(.templateLiteral, first.start, first.end, flags: .isQuoted)
    let list = UInt32(truncatingIfNeeded: extra.count)
    extra.append(literal)
    height = 2
    return add(.template, open.start, close.end, a: list, b: 1)
  }

  /// Parses parts up to and including the token that ends the template.
  mutating func parseTemplate(until end: TokenKind, start: UInt32, isFlush: Bool = false, isHeredoc: Bool = false) -> UInt32 {
    let mark = parts.count
    let closer = parseTemplateParts(until: end)
    if isFlush { removeIndentation(from: mark) }
    let templateEnd = max(closer.end, start)
    let flags: NodeFlags = isHeredoc ? .isHeredoc : []
    if parts.count == mark + 1, parts[mark].kind == .interpolation {
      let part = parts[mark]
      parts.truncate(to: mark)
      height = Int(part.height) + 1
      return add(.templateWrap, start, templateEnd, a: part.a, flags: flags)
    }
    let list = assembleTemplate(from: mark, closer: closer)
    parts.truncate(to: mark)
    if parts.count == 0 { storedTexts.removeAll(keepingCapacity: true) }
    return add(.template, start, templateEnd, a: list.first, b: list.count, flags: flags)
  }

  /// - Returns: the token that ends the template, or where reading stopped.
  private mutating func parseTemplateParts(until end: TokenKind) -> Token {
    let first = current
    let mark = parts.count
    var stripsNext = false
    var previousIsLiteral = false
    while true {
      let token = read()
      if token.kind == end { return token }
      let stripsThis = stripsNext
      let canStripPrevious = previousIsLiteral
      stripsNext = false
      previousIsLiteral = false
      switch token.kind {
      case .quotedLiteral, .stringLiteral:
        if token.flags.contains(.hasBackslash) { reportInvalidEscapes(token) }
        var part = TemplatePart(kind: .literal, start: token.start, end: token.end)
        part.isQuoted = token.kind == .quotedLiteral
        if stripsThis { strip(&part, atStart: true) }
        parts.append(part)
        previousIsLiteral = true
      case .interpolation, .directive:
        if canStripPrevious, token.flags.contains(.stripsWhitespace), parts.count > mark {
          let last = parts.count - 1
          var part = parts[last]
          strip(&part, atStart: false)
          parts[last] = part
        }
        let outer = seesNewlines
        seesNewlines = false
        let closes =
          token.kind == .interpolation ? parseInterpolation(token, template: first, end: end) : parseDirective(token, template: first)
        seesNewlines = outer
        stripsNext = closes?.flags.contains(.stripsWhitespace) ?? false
      default:
        report(
          "unterminated-template", end == .closeHeredoc ? "The heredoc is not closed" : "The string is not closed",
          end == .closeHeredoc
            ? "The marker that the heredoc began with must stand on a line of its own, with a line ending behind it."
            : "The closing quote is missing.", at: token, context: between(first, token))
        return recover(to: end)
      }
    }
  }

  /// Parses an interpolation behind `${`.
  ///
  /// - Returns: its closing brace, or nil when it was not found where it should be.
  private mutating func parseInterpolation(_ open: Token, template: Token, end: TokenKind) -> Token? {
    let expression = parseExpression()
    let expressionHeight = Int32(truncatingIfNeeded: height)
    let close = current
    var result: Token?
    if close.kind == .sequenceEnd {
      result = read()
    } else {
      reportUnclosedInterpolation(close, open: open, template: template, end: end)
      recover(to: .sequenceEnd)
    }
    parts.append(
      TemplatePart(kind: .interpolation, start: open.start, end: close.end, a: expression, height: expressionHeight))
    return result
  }

  private mutating func reportUnclosedInterpolation(_ close: Token, open: Token, template: Token, end: TokenKind) {
    let escape = "Where the text belongs to another language, write $${ for a literal ${."
    if close.kind == .endOfFile {
      report("unclosed-interpolation", "The interpolation is not closed", "The file ends before its closing brace.", at: template)
    } else if end == .closeQuote, close.kind == .closeQuote || close.kind == .openQuote {
      report("unclosed-interpolation", "The interpolation is not closed", "The string ends before its closing brace.", at: template)
    } else if close.kind == .colon {
      report(
        "extra-in-interpolation", "An interpolation takes no colon", escape, at: close, context: between(template, close))
    } else {
      report(
        "extra-in-interpolation", "A closing brace is expected behind the interpolated expression",
        "Found something behind a complete expression. \(escape)", at: close, context: between(template, close))
    }
  }

  // MARK: Directives

  /// Parses a directive behind `%{`.
  ///
  /// - Returns: its closing brace, or nil when it was not found where it should be.
  private mutating func parseDirective(_ open: Token, template: Token) -> Token? {
    let keyword = current
    guard keyword.kind == .identifier else {
      report(
        "invalid-directive", "A directive begins with a keyword", "Behind %{ stands if, else, endif, for or endfor.", at: keyword,
        context: between(open, keyword))
      recover(to: .sequenceEnd)
      return nil
    }
    read()
    guard var part = parseDirectiveClauses(keyword) else {
      recover(to: .sequenceEnd)
      return nil
    }
    let close = current
    part.start = open.start
    part.end = max(close.end, open.end)
    parts.append(part)
    if close.kind == .sequenceEnd { return read() }
    report(
      "extra-in-directive", "A closing brace is expected at the end of the directive", "Found something behind a complete directive.",
      at: close, context: between(template, close))
    recover(to: .sequenceEnd)
    return nil
  }

  private mutating func parseDirectiveClauses(_ keyword: Token) -> TemplatePart? {
    if matches(keyword, "if") {
      let condition = parseExpression()
      return TemplatePart(kind: .ifDirective, start: 0, end: 0, a: condition, height: Int32(truncatingIfNeeded: height))
    }
    if matches(keyword, "for") { return parseForDirective() }
    if matches(keyword, "else") { return TemplatePart(kind: .elseDirective, start: 0, end: 0) }
    if matches(keyword, "endif") { return TemplatePart(kind: .endIfDirective, start: 0, end: 0) }
    if matches(keyword, "endfor") { return TemplatePart(kind: .endForDirective, start: 0, end: 0) }
    report(
      "invalid-directive", "There is no directive \"\(text(range(keyword)))\"",
      "The directives are if, else, endif, for and endfor. Where the text belongs to another language, write %%{ for a literal %{.",
      at: keyword)
    return nil
  }

  private mutating func parseForDirective() -> TemplatePart? {
    let first = current
    guard first.kind == .identifier else {
      report("invalid-for", "Invalid \"for\" directive", "The name of a variable is expected behind \"for\".", at: first)
      return nil
    }
    read()
    let name = intern(first)
    var variables: (key: UInt32, value: UInt32) = (0, name)
    if currentKind == .comma {
      read()
      let second = current
      guard second.kind == .identifier else {
        report(
          "invalid-for", "Invalid \"for\" directive", "The name of the variable for values is expected behind the comma.", at: second)
        return nil
      }
      read()
      variables = (name + 1, intern(second))
    }
    guard matches(current, "in") else {
      report("invalid-for", "Invalid \"for\" directive", "The word \"in\" is expected behind the variables.", at: current)
      return nil
    }
    read()
    let collection = parseExpression()
    return TemplatePart(
      kind: .forDirective, start: 0, end: 0, a: variables.key, b: variables.value, c: collection,
      height: Int32(truncatingIfNeeded: height))
  }

  // MARK: Stripping

  /// Removes the whitespace at one side of a literal, escapes resolved.
  private mutating func strip(_ part: inout TemplatePart, atStart: Bool) {
    guard part.kind == .literal else { return }
    var text: [UInt8] = []
    if part.isStored {
      text = storedTexts[Int(part.a)]
    } else {
      decodeLiteral(bytes, Int(part.start), Int(part.end), isQuoted: part.isQuoted, into: &text)
    }
    let kept = text.withUnsafeBufferPointer { buffer in
      atStart
        ? leadingWhitespace(buffer, 0, buffer.count)..<buffer.count : 0..<endWithoutWhitespace(buffer, 0, buffer.count)
    }
    part.isStored = true
    part.a = UInt32(truncatingIfNeeded: storedTexts.count)
    storedTexts.append(Array(text[kept]))
  }
}
