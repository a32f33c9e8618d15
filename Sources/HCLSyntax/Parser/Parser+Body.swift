import Diagnostics
import SourceText

/// Bodies, attributes and blocks. (HCL native syntax specification, section "Structural Elements".)
extension Parser {
  /// Parses attributes and blocks up to and including the token that ends the body.
  mutating func parseBody(until end: TokenKind) -> UInt32 {
    let opener = previous
    let start = last < 0 ? tokens[0].start : opener.start
    let mark = pending.count
    var hasAttributes = false
    depth += 1
    defer { depth -= 1 }
    let errors = errorCount
    var bodyEnd: UInt32
    while true {
      let token = current
      if token.kind == end {
        bodyEnd = token.end
        read()
        break
      }
      if token.kind == .newline {
        read()
        continue
      }
      if token.kind == .identifier {
        if let item = parseBodyItem() {
          pending.append(item)
          if nodes[Int(item)].kind == .attribute { hasAttributes = true }
        }
        continue
      }
      if token.kind == .endOfFile {
        // After an error within, its recovery may well have used up the closing brace.
        isRecovering = isRecovering || hasErrors(since: errors)
        reportUnclosedBlock(opener)
        bodyEnd = token.end
        isRecovering = true
        break
      }
      reportNoItem(token)
      recoverAfterBodyItem()
    }
    if hasAttributes { dropRedefinedAttributes(from: mark) }
    let items = flushPending(from: mark)
    return add(.body, start, max(bodyEnd, start), a: items.first, b: items.count)
  }

  private mutating func reportUnclosedBlock(_ openBrace: Token) {
    report(
      "unclosed-block", "The block is not closed",
      "The file ends before the closing brace of this block. A brace may be missing further down as well.", at: openBrace)
  }

  private mutating func reportNoItem(_ token: Token) {
    switch token.kind {
    case .openQuote:
      report("quoted-argument-name", "Argument names are not quoted", "Write the name without quotes.", at: token)
    case .closeBrace:
      report(
        "unexpected-closing-brace", "A closing brace too many",
        "An argument or a block is expected here. No block is open that this brace could close.", at: token)
    default:
      report("missing-argument-or-block", "An argument or a block is expected here", "Found something that begins neither.", at: token)
    }
  }

  private mutating func parseBodyItem() -> UInt32? {
    let name = read()
    switch currentKind {
    case .equals:
      return parseAttribute(name, isSingleLine: false)
    case .openQuote, .openBrace, .identifier:
      return parseBlock(name)
    default:
      reportNeitherArgumentNorBlock(name)
      recoverAfterBodyItem()
      return nil
    }
  }

  private mutating func reportNeitherArgumentNorBlock(_ name: Token) {
    report(
      "missing-argument-or-block", "Neither an argument nor a block",
      "An argument is written with an equals sign behind its name, a block with labels or an opening brace behind its type.", at: name)
  }

  /// Parses `= expression` behind a name, and the end of the line unless the block is a single line.
  private mutating func parseAttribute(_ name: Token, isSingleLine: Bool) -> UInt32 {
    read()
    let mark = errorCount
    let expression = parseExpression()
    let end = previous.end
    if isRecovering, hasErrors(since: mark) {
      recoverAfterBodyItem()
    } else if !isSingleLine {
      let terminator = current
      if terminator.kind == .newline || terminator.kind == .endOfFile {
        read()
        isRecovering = isRecovering && hasErrors(since: mark)
      } else {
        reportMissingNewline(terminator, name)
        recoverAfterBodyItem()
      }
    }
    let nameID = intern(name)
    return add(.attribute, name.start, max(end, name.end), a: nameID, b: expression)
  }

  private mutating func reportMissingNewline(_ token: Token, _ name: Token) {
    if token.kind == .comma {
      report(
        "missing-newline", "Arguments are not separated by commas", "Each argument ends with its line; remove the comma.", at: token,
        context: between(name, token))
    } else {
      report("missing-newline", "The argument goes on after its value", endOfValueAdvice(token), at: token, context: between(name, token))
    }
  }

  /// What to do about a token behind a complete value, where it can be told what was meant.
  private func endOfValueAdvice(_ token: Token) -> String {
    if token.kind == .identifier, previous.end == token.start, previous.kind == .number, text(range(previous)) == "0" {
      return "Numbers are decimal; parseint(\"1F\", 16) reads those of other bases."
    }
    if token.kind == .identifier, matches(previous, "for") {
      return "A for expression stands in brackets: [for x in list : x], or {for k, v in map : k => v}."
    }
    return "An argument ends with its line. Found something behind a complete value; start a new line, or add what joins the two."
  }

  /// Parses labels, braces and body behind the type of a block.
  private mutating func parseBlock(_ type: Token) -> UInt32 {
    let typeName = intern(type)
    let mark = pending.count
    var headerEnd = type.end
    while true {
      let token = current
      switch token.kind {
      case .openBrace:
        read()
        return finishBlock(type, typeName, labels: mark, headerEnd, openBrace: token)
      case .openQuote:
        pending.append(parseQuotedLabel())
        headerEnd = previous.end
      case .identifier:
        read()
        let label = intern(token)
        pending.append(add(.bareLabel, token.start, token.end, a: label))
        headerEnd = token.end
      default:
        reportBrokenHeader(token, type)
        recoverAfterBodyItem()
        let body = add(.body, type.start, type.end)
        return addBlock(type, typeName, labels: mark, headerEnd, body: body, end: headerEnd)
      }
    }
  }

  private mutating func reportBrokenHeader(_ token: Token, _ type: Token) {
    let context = between(type, token)
    switch token.kind {
    case .equals:
      report(
        "invalid-block-header", "A block takes no equals sign",
        "Write a block as a type, labels and braces; an argument as one name and an equals sign.", at: token, context: context)
    case .newline:
      report(
        "invalid-block-header", "The block has no opening brace",
        "The opening brace stands on the line of the block's type and labels.", at: token, context: context)
    default:
      report(
        "invalid-block-header", "A label or an opening brace is expected here",
        "Behind the type of a block stand its labels, quoted, and then an opening brace.", at: token, context: context)
    }
  }

  private mutating func finishBlock(
    _ type: Token, _ typeName: UInt32, labels: Int, _ headerEnd: UInt32, openBrace: Token
  ) -> UInt32 {
    let body: UInt32
    if depth >= Parser.nestingLimit {
      reportNesting(at: openBrace)
      let close = recover(to: .closeBrace)
      body = add(.body, openBrace.start, close.end)
    } else {
      switch currentKind {
      case .newline, .endOfFile, .closeBrace:
        body = parseBody(until: .closeBrace)
      default:
        body = parseSingleLineBody(openBrace)
      }
    }
    let closeEnd = previous.end
    let terminator = current
    if terminator.kind == .newline || terminator.kind == .endOfFile {
      if previous.kind == .closeBrace { isRecovering = false }
      read()
    } else {
      report(
        "missing-newline", "The block goes on after its closing brace", "A block ends with the line of its closing brace.",
        at: terminator, context: between(type, terminator))
      recoverAfterBodyItem()
    }
    return addBlock(type, typeName, labels: labels, headerEnd, body: body, end: closeEnd)
  }

  private mutating func addBlock(
    _ type: Token, _ typeName: UInt32, labels mark: Int, _ headerEnd: UInt32, body: UInt32, end: UInt32
  ) -> UInt32 {
    let first = UInt32(truncatingIfNeeded: extra.count)
    extra.append(body)
    extra.append(headerEnd)
    extra.append(UInt32(truncatingIfNeeded: pending.count - mark))
    _ = flushPending(from: mark)
    return add(.block, type.start, max(end, type.end), a: typeName, b: first)
  }

  /// Parses `name = expression }` behind an opening brace.
  private mutating func parseSingleLineBody(_ openBrace: Token) -> UInt32 {
    let errors = errorCount
    let item = parseSingleAttribute()
    isRecovering = isRecovering || hasErrors(since: errors)
    let token = current
    switch token.kind {
    case .closeBrace:
      read()
    case .comma:
      reportSingleLine(token, "A block of a single line holds one argument; write each of several on a line of its own.")
      recover(to: .closeBrace)
    case .newline:
      reportSingleLine(token, "A block whose argument stands on the line of its opening brace is closed on that line as well.")
      recover(to: .closeBrace)
    default:
      if token.kind == .endOfFile {
        reportUnclosedBlock(openBrace)
      } else {
        reportSingleLine(token, "A block of a single line holds one argument, and its closing brace stands behind that; write each of several on a line of its own.")
      }
      recover(to: .closeBrace)
    }
    let first = UInt32(truncatingIfNeeded: extra.count)
    guard let item else { return add(.body, openBrace.start, previous.end) }
    extra.append(item)
    let node = nodes[Int(item)]
    return add(.body, node.start, node.end, a: first, b: 1)
  }

  private mutating func reportSingleLine(_ token: Token, _ detail: String) {
    report("invalid-single-line-block", "Invalid block of a single line", detail, at: token)
  }

  private mutating func parseSingleAttribute() -> UInt32? {
    let name = read()
    guard name.kind == .identifier else {
      report("missing-argument-or-block", "An argument is expected here", "Found something that begins no argument.", at: name)
      recoverAfterBodyItem()
      return nil
    }
    let token = current
    switch token.kind {
    case .equals:
      return parseAttribute(name, isSingleLine: true)
    case .openQuote, .openBrace, .identifier:
      report(
        "invalid-single-line-block", "A block of a single line holds no other block",
        "Give a nested block a line of its own. To set an argument, write an equals sign behind its name.", at: between(name, token))
    default:
      reportNeitherArgumentNorBlock(name)
    }
    recoverAfterBodyItem()
    return nil
  }

  /// Keeps the first attribute of each name among the pending items, and reports the others.
  mutating func dropRedefinedAttributes(from mark: Int) {
    bodySerial += 1
    while nameStamps.count < names.names.count { nameStamps.append(NameStamp(body: 0, start: 0)) }
    var kept = mark
    for index in mark..<pending.count {
      let item = pending[index]
      let node = nodes[Int(item)]
      if node.kind == .attribute {
        let name = Int(node.a)
        if nameStamps[name].body == bodySerial {
          reportRedefinition(node, first: nameStamps[name].start)
          continue
        }
        nameStamps[name] = NameStamp(body: bodySerial, start: node.start)
      }
      pending[kept] = item
      kept += 1
    }
    pending.truncate(to: kept)
  }

  private mutating func reportRedefinition(_ node: SyntaxNode, first: UInt32) {
    let name = names.names[Int(node.a)]
    errorCount += 1
    guard node.start < brokenStringOffset else { return }
    var diagnostic = Diagnostic(
      .error, "duplicate-argument", "The argument \"\(name)\" is set twice", detail: "Each argument may be set once in a body.",
      at: SourceRange(file: file, bytes: nameRange(from: node.start)))
    let firstRange = nameRange(from: first)
    diagnostic.related = [DiagnosticLabel(SourceRange(file: file, bytes: firstRange), "first set here")]
    // A body is checked at its end; what was found behind this place meanwhile comes after it. Past the first errors order is worth little.
    var position = diagnostics.count
    while diagnostics.count < 1_000, position > 0, let other = diagnostics[position - 1].subject, other.bytes.start > node.start { position -= 1 }
    diagnostics.insert(diagnostic, at: position)
  }

  /// The range of an argument's name in the file: an identifier, or in JSON a string.
  private func nameRange(from start: UInt32) -> ByteRange {
    let isQuoted = bytes[Int(start)] == 0x22
    let end = isQuoted ? stringEnd(bytes, Int(start)) : identifierEnd(bytes, Int(start))
    return ByteRange(start: start, end: UInt32(truncatingIfNeeded: end))
  }
}
