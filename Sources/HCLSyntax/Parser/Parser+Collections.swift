import SourceText

/// Tuples, objects and `for` expressions. (HCL native syntax specification, sections "Collection Values", "For Expressions".)
extension Parser {
  mutating func parseTuple() -> UInt32 {
    let open = read()
    let outer = seesNewlines
    seesNewlines = false
    defer { seesNewlines = outer }
    if matches(current, "for") { return parseFor(open, closer: .closeBracket) }
    let mark = pending.count
    var highest = 0
    var close: Token
    while true {
      if currentKind == .closeBracket {
        close = read()
        break
      }
      if currentKind == .endOfFile {
        reportUnclosedTuple(at: current, context: between(open, current))
        close = recover(to: .closeBracket)
        break
      }
      let errors = errorCount
      let element = parseExpression()
      pending.append(element)
      highest = max(highest, height)
      if isRecovering, hasErrors(since: errors) {
        close = recover(to: .closeBracket)
        break
      }
      let separator = current
      if separator.kind == .comma {
        read()
        continue
      }
      if separator.kind == .closeBracket {
        close = read()
        break
      }
      if separator.kind == .endOfFile {
        reportUnclosedTuple(at: open)
      } else {
        report(
          "missing-comma", "A comma is missing between two elements", "The elements of a list are separated by commas.",
          at: separator, context: between(open, separator))
      }
      close = recover(to: .closeBracket)
      break
    }
    let list = flushPending(from: mark)
    height = highest + 1
    return add(.tuple, open.start, max(close.end, open.end), a: list.first, b: list.count)
  }

  private mutating func reportUnclosedTuple(at token: Token, context: ByteRange? = nil) {
    report(
      "unclosed-tuple", "The list is not closed",
      "The file ends before the closing bracket of a list. A bracket may be missing further up as well.", at: token, context: context)
  }

  mutating func parseObject() -> UInt32 {
    let open = read()
    let outer = seesNewlines
    defer { seesNewlines = outer }
    seesNewlines = false
    if matches(current, "for") { return parseFor(open, closer: .closeBrace) }
    seesNewlines = true
    let mark = pending.count
    var highest = 0
    var close: Token
    while true {
      let token = current
      if token.kind == .newline {
        read()
        continue
      }
      if token.kind == .closeBrace {
        close = read()
        break
      }
      if token.kind == .endOfFile {
        reportUnclosedObject(at: token, context: between(open, token))
        close = recover(to: .closeBrace)
        break
      }
      let errors = errorCount
      let key = parseObjectKey(isForced: token.kind == .openParenthesis)
      highest = max(highest, height)
      if isRecovering, hasErrors(since: errors) {
        close = recover(to: .closeBrace)
        break
      }
      let separator = current
      guard separator.kind == .equals || separator.kind == .colon else {
        reportNoValue(separator, open)
        close = recover(to: .closeBrace)
        break
      }
      read()
      let value = parseExpression()
      highest = max(highest, height)
      if isRecovering, hasErrors(since: errors) {
        close = recover(to: .closeBrace)
        break
      }
      pending.append(key)
      pending.append(value)
      let terminator = current
      if terminator.kind == .newline || terminator.kind == .comma {
        read()
        continue
      }
      if terminator.kind == .closeBrace {
        close = read()
        break
      }
      if terminator.kind == .endOfFile {
        reportUnclosedObject(at: open)
      } else {
        report(
          "missing-comma", "A comma or a new line is missing between two items", "The items of an object are separated by commas or lines.",
          at: terminator, context: between(open, terminator))
      }
      close = recover(to: .closeBrace)
      break
    }
    let list = flushPending(from: mark)
    height = highest + 1
    return add(.object, open.start, max(close.end, open.end), a: list.first, b: list.count)
  }

  private mutating func parseObjectKey(isForced: Bool) -> UInt32 {
    let inner = parseExpression()
    let node = nodes[Int(inner)]
    height += 1
    return add(.objectKey, node.start, node.end, a: inner, flags: isForced ? .isForced : [])
  }

  private mutating func reportUnclosedObject(at token: Token, context: ByteRange? = nil) {
    report(
      "unclosed-object", "The object is not closed",
      "The file ends before the closing brace of an object. A brace may be missing further up as well.", at: token, context: context)
  }

  private mutating func reportNoValue(_ token: Token, _ open: Token) {
    let context = between(open, token)
    switch token.kind {
    case .endOfFile:
      reportUnclosedObject(at: open)
    case .newline, .comma:
      report(
        "missing-item-value", "The item has no value", "An item of an object is written as a key, an equals sign and a value.",
        at: token, context: context)
    case .identifier:
      report(
        "missing-item-value", "An equals sign is missing behind the key",
        "An item of an object is written as a key, an equals sign and a value. A key with dots or spaces in it is enclosed in quotes.",
        at: token, context: context)
    default:
      report(
        "missing-item-value", "An equals sign is missing behind the key",
        "An item of an object is written as a key, an equals sign and a value.", at: token, context: context)
    }
  }

  // MARK: For expressions

  /// Parses from the word `for` to the closing bracket.
  private mutating func parseFor(_ open: Token, closer: TokenKind) -> UInt32 {
    read()
    let errors = errorCount
    guard let variables = parseForVariables() else { return abandonFor(open, closer) }
    var highest = 0
    let collection = parseExpression()
    highest = max(highest, height)
    if isRecovering, hasErrors(since: errors) { return abandonFor(open, closer) }
    guard currentKind == .colon else {
      reportFor("A colon is expected behind the collection.", at: current, open)
      return abandonFor(open, closer)
    }
    read()
    var value = parseExpression()
    highest = max(highest, height)
    var key: UInt32?
    if currentKind == .fatArrow, !(isRecovering && hasErrors(since: errors)) {
      read()
      key = value
      value = parseExpression()
      highest = max(highest, height)
    }
    if isRecovering, hasErrors(since: errors) { return abandonFor(open, closer) }
    var ellipsis: Token?
    if currentKind == .ellipsis { ellipsis = read() }
    var condition: UInt32?
    if matches(current, "if") {
      read()
      condition = parseExpression()
      highest = max(highest, height)
      if isRecovering, hasErrors(since: errors) { return abandonFor(open, closer) }
    }
    var close = current
    if close.kind == closer {
      read()
    } else {
      reportFor("Found something behind the end of the \"for\" expression.", at: close, open)
      close = recover(to: closer)
    }
    reportForForm(open, closer, key: key, value: value, ellipsis: ellipsis)
    let first = addForClauses(variables, collection, key: key, value: value, condition: condition)
    height = highest + 1
    return add(.forExpression, open.start, max(close.end, open.end), a: first, flags: ellipsis == nil ? [] : .isGrouping)
  }

  private mutating func abandonFor(_ open: Token, _ closer: TokenKind) -> UInt32 {
    let close = recover(to: closer)
    return addInvalid(between(open, close))
  }

  private mutating func parseForVariables() -> (key: UInt32?, value: UInt32)? {
    let first = current
    guard first.kind == .identifier else {
      report("invalid-for", "Invalid \"for\" expression", "The name of a variable is expected behind \"for\".", at: first)
      return nil
    }
    read()
    let name = intern(first)
    var variables: (key: UInt32?, value: UInt32) = (nil, name)
    if currentKind == .comma {
      read()
      let second = current
      guard second.kind == .identifier else {
        report(
          "invalid-for", "Invalid \"for\" expression", "The name of the variable for values is expected behind the comma.", at: second)
        return nil
      }
      read()
      variables = (name, intern(second))
    }
    guard matches(current, "in") else {
      report("invalid-for", "Invalid \"for\" expression", "The word \"in\" is expected behind the variables.", at: current)
      return nil
    }
    read()
    return variables
  }

  /// Reports clauses that the form at hand does not take.
  private mutating func reportForForm(_ open: Token, _ closer: TokenKind, key: UInt32?, value: UInt32, ellipsis: Token?) {
    if closer == .closeBracket {
      if let key {
        let node = nodes[Int(key)]
        report(
          "invalid-for", "Invalid \"for\" expression", "Only the form in braces, which makes an object, takes a key and \"=>\".",
          at: ByteRange(start: node.start, end: node.end))
      }
      if let ellipsis { reportFor("Only the form in braces, which makes an object, groups values with three dots.", at: ellipsis, open) }
    } else if key == nil {
      let node = nodes[Int(value)]
      report(
        "invalid-for", "Invalid \"for\" expression",
        "The form in braces makes an object, and takes a key and \"=>\" before the value. Use brackets to make a list.",
        at: ByteRange(start: node.start, end: node.end))
    }
  }

  private mutating func reportFor(_ detail: String, at token: Token, _ open: Token) {
    report("invalid-for", "Invalid \"for\" expression", detail, at: token, context: between(open, token))
  }

  mutating func addForClauses(
    _ variables: (key: UInt32?, value: UInt32), _ collection: UInt32, key: UInt32?, value: UInt32, condition: UInt32?
  ) -> UInt32 {
    let first = UInt32(truncatingIfNeeded: extra.count)
    extra.append(variables.key.map { $0 + 1 } ?? 0)
    extra.append(variables.value)
    extra.append(collection)
    extra.append(key.map { $0 + 1 } ?? 0)
    extra.append(value)
    extra.append(condition.map { $0 + 1 } ?? 0)
    return first
  }
}
