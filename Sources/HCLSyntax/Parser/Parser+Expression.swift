import SourceText

/// Operators and terms. (HCL native syntax specification, section "Expressions".)
extension Parser {
  /// Parses an expression that is all of its file.
  mutating func parseWholeExpression() -> UInt32 {
    seesNewlines = false
    let expression = parseExpression()
    let token = current
    if token.kind != .endOfFile {
      report("extra-after-expression", "Something stands behind the expression", "A complete expression ends here.", at: token)
    }
    return expression
  }

  /// Parses one expression, a conditional included.
  mutating func parseExpression() -> UInt32 {
    guard depth < Parser.nestingLimit else { return refuseNesting() }
    depth += 1
    defer { depth -= 1 }
    let start = current
    let mark = errorCount
    let condition = parseBinary(minimum: 1)
    guard currentKind == .question, !(isRecovering && hasErrors(since: mark)) else { return condition }
    let conditionHeight = height
    read()
    let then = parseExpression()
    if isRecovering, hasErrors(since: mark) { return condition }
    let thenHeight = height
    let colon = current
    guard colon.kind == .colon else {
      report(
        "incomplete-conditional", "The conditional has no second result",
        "A conditional is written condition ? result : other result; the colon and the other result are missing.", at: colon,
        context: between(start, colon))
      return condition
    }
    read()
    let otherwise = parseExpression()
    if isRecovering, hasErrors(since: mark) { return condition }
    height = 1 + max(conditionHeight, thenHeight, height)
    let first = UInt32(truncatingIfNeeded: extra.count)
    extra.append(then)
    extra.append(otherwise)
    return add(.conditional, start.start, nodes[Int(otherwise)].end, a: condition, b: first)
  }

  /// Reports the limit of nesting and leaves an invalid expression; what is too deep is skipped by those who opened it.
  mutating func refuseNesting() -> UInt32 {
    let token = current
    reportNesting(at: token)
    return addInvalid(range(token))
  }

  // MARK: Binary operators

  /// The operator that a token stands for, with how tightly it binds; zero for other tokens.
  @inline(__always)
  private func binaryOperator(_ kind: TokenKind) -> (precedence: Int, operator: BinaryOperator) {
    switch kind {
    case .or: (1, .or)
    case .and: (2, .and)
    case .equalTo: (3, .equal)
    case .notEqualTo: (3, .notEqual)
    case .less: (4, .less)
    case .lessOrEqual: (4, .lessOrEqual)
    case .greater: (4, .greater)
    case .greaterOrEqual: (4, .greaterOrEqual)
    case .plus: (5, .add)
    case .minus: (5, .subtract)
    case .star: (6, .multiply)
    case .slash: (6, .divide)
    case .percent: (6, .modulo)
    default: (0, .or)
    }
  }

  /// Parses operands joined by operators that bind at least this tightly; equal ones associate to the left.
  private mutating func parseBinary(minimum: Int) -> UInt32 {
    let mark = errorCount
    var left = parseOperand()
    while true {
      if isRecovering, hasErrors(since: mark) { return left }
      let token = current
      let (precedence, symbol) = binaryOperator(token.kind)
      guard precedence >= minimum else { return left }
      let leftHeight = height
      read()
      let right = parseBinary(minimum: precedence + 1)
      if isRecovering, hasErrors(since: mark) { return left }
      height = 1 + max(leftHeight, height)
      guard height <= Parser.heightLimit else {
        reportNesting(at: token)
        return left
      }
      let flags = NodeFlags(rawValue: symbol.rawValue)
      left = add(.binary, nodes[Int(left)].start, nodes[Int(right)].end, a: left, b: right, flags: flags)
    }
  }

  /// Parses a term and the traversals behind it.
  mutating func parseOperand() -> UInt32 {
    let term = parseTerm()
    switch currentKind {
    case .dot, .openBracket: return parseTraversals(of: term)
    default: return term
    }
  }

  // MARK: Terms

  private mutating func parseTerm() -> UInt32 {
    let token = current
    switch token.kind {
    case .identifier:
      read()
      return parseIdentifierTerm(token)
    case .openQuote, .openHeredoc:
      read()
      return parseTemplateTerm(token)
    case .number:
      read()
      reportMalformedNumber(token)
      height = 1
      return add(.number, token.start, token.end)
    case .openBracket:
      return parseTuple()
    case .openBrace:
      return parseObject()
    case .openParenthesis:
      return parseParentheses()
    case .minus:
      return parseUnary(.negate)
    case .bang:
      return parseUnary(.not)
    default:
      reportNoExpression(token)
      isRecovering = true
      return addInvalid(range(token))
    }
  }

  private mutating func reportNoExpression(_ token: Token) {
    switch token.kind {
    case .endOfFile:
      report("missing-expression", "An expression is missing", "The file ends where a value is expected.", at: token)
    case .newline:
      report("invalid-expression", "An expression is missing", "The line ends where a value is expected.", at: token)
    default:
      report("invalid-expression", "An expression is expected here", "Found something that begins no value.", at: token)
    }
  }

  mutating func reportMalformedNumber(_ token: Token) {
    guard token.flags.contains(.isMalformedNumber) else { return }
    report(
      "invalid-number", "Invalid number",
      "A number is written as digits, with at most one decimal point and one exponent, such as 12, 1.5 or 6e23.", at: token)
  }

  private mutating func parseIdentifierTerm(_ token: Token) -> UInt32 {
    let following = currentKind
    if following == .openParenthesis || following == .doubleColon { return parseCall(token) }
    height = 1
    let length = token.end - token.start
    if length == 4 || length == 5 {
      if matches(token, "true") { return add(.bool, token.start, token.end, flags: .isTrue) }
      if matches(token, "null") { return add(.null, token.start, token.end) }
      if matches(token, "false") { return add(.bool, token.start, token.end) }
    }
    let name = intern(token)
    return add(.scopeTraversal, token.start, token.end, a: name)
  }

  private mutating func parseUnary(_ symbol: UnaryOperator) -> UInt32 {
    let token = read()
    guard depth < Parser.nestingLimit else { return refuseNesting() }
    depth += 1
    defer { depth -= 1 }
    let operand = parseOperand()
    height += 1
    return add(
      .unary, token.start, max(token.end, nodes[Int(operand)].end), a: operand, flags: NodeFlags(rawValue: symbol.rawValue))
  }

  private mutating func parseParentheses() -> UInt32 {
    let open = read()
    let outer = seesNewlines
    seesNewlines = false
    defer { seesNewlines = outer }
    let mark = errorCount
    let inner = parseExpression()
    if hasErrors(since: mark) {
      recover(to: .closeParenthesis)
      return inner
    }
    let close = current
    if close.kind != .closeParenthesis {
      report(
        "unclosed-parenthesis", "The parenthesis is not closed", "A closing parenthesis is expected here.", at: close,
        context: between(open, close))
      isRecovering = true
    } else {
      read()
    }
    height += 1
    return add(.parentheses, open.start, max(close.end, open.end), a: inner)
  }

  // MARK: Function calls

  /// Parses what stands behind the first word of a function's name: further words after `::`, and the arguments.
  private mutating func parseCall(_ first: Token) -> UInt32 {
    var nameEnd = first.end
    var spelling: String?
    while currentKind == .doubleColon {
      let separator = read()
      let word = current
      guard word.kind == .identifier else {
        report(
          "invalid-function-name", "A function name is expected behind \"::\"",
          "Functions of providers are called as provider::name::function(…).", at: word, context: between(first, word))
        recoverOverParentheses()
        return addInvalid(between(first, previous))
      }
      read()
      if spelling != nil || separator.start != nameEnd || word.start != separator.end {
        let before = spelling ?? text(first.start, nameEnd)
        spelling = "\(before)::\(text(word.start, word.end))"
      }
      nameEnd = word.end
    }
    let name = spelling.map { names.intern(composed: $0) } ?? internText(first.start, nameEnd)
    let open = current
    guard open.kind == .openParenthesis else {
      report(
        "invalid-function-name", "A call needs parentheses", "An opening parenthesis is expected behind the name of a function.",
        at: open, context: between(first, open))
      recoverOverParentheses()
      return addInvalid(between(first, previous))
    }
    read()
    let outer = seesNewlines
    seesNewlines = false
    let mark = pending.count
    let (close, expands) = parseArguments(first, open: open)
    seesNewlines = outer
    let list = UInt32(truncatingIfNeeded: extra.count)
    extra.append(nameEnd)
    extra.append(UInt32(truncatingIfNeeded: pending.count - mark))
    _ = flushPending(from: mark)
    return add(.functionCall, first.start, max(close.end, nameEnd), a: name, b: list, flags: expands ? .expandsFinal : [])
  }

  private func text(_ start: UInt32, _ end: UInt32) -> String { text(ByteRange(start: start, end: end)) }

  private mutating func reportUnclosedCall(at range: ByteRange, context: ByteRange? = nil) {
    report(
      "unclosed-call", "The call is not closed",
      "The file ends before the closing parenthesis of a call. A parenthesis may be missing further up as well.", at: range,
      context: context)
  }

  /// Parses arguments up to and including the closing parenthesis, onto the pending list.
  private mutating func parseArguments(_ name: Token, open: Token) -> (close: Token, expandsFinal: Bool) {
    var highest = 0
    defer { height = highest + 1 }
    while true {
      if currentKind == .closeParenthesis { return (read(), false) }
      if currentKind == .endOfFile {
        reportUnclosedCall(at: range(current), context: between(name, current))
        return (recover(to: .closeParenthesis), false)
      }
      let mark = errorCount
      let argument = parseExpression()
      pending.append(argument)
      highest = max(highest, height)
      if isRecovering, hasErrors(since: mark) { return (recover(to: .closeParenthesis), false) }
      let separator = read()
      switch separator.kind {
      case .closeParenthesis:
        return (separator, false)
      case .comma:
        continue
      case .ellipsis:
        if currentKind == .closeParenthesis { return (read(), true) }
        report(
          "invalid-argument-expansion", "Only the last argument may be expanded",
          "Behind the three dots stands the closing parenthesis.", at: separator, context: between(name, separator))
        return (recover(to: .closeParenthesis), true)
      case .endOfFile:
        reportUnclosedCall(at: between(name, open))
      default:
        report(
          "missing-comma", "A comma is missing between two arguments", "The arguments of a call are separated by commas.",
          at: separator, context: between(name, separator))
      }
      return (recover(to: .closeParenthesis), false)
    }
  }
}
