import SourceText

/// From a template's parts to nodes: indentation removed, literals joined, directives matched.
extension Parser {
  // MARK: Indentation of flush heredocs

  /// Removes the indentation that all lines share. Blank lines do not count; a sequence at the start of a line counts as no
  /// indentation; what an interpolation yields plays no part.
  mutating func removeIndentation(from mark: Int) {
    var smallest = Int.max
    var startsLine = true
    var indented: [Int] = []
    for index in mark..<parts.count {
      let part = parts[index]
      guard part.kind == .literal else {
        if startsLine { smallest = 0 }
        startsLine = false
        continue
      }
      withText(of: part) { text, start, end in
        let endsLine = end > start && text[end - 1] == 0x0A
        if startsLine {
          let whitespace = leadingWhitespace(text, start, end)
          if whitespace < end - start || !endsLine {
            smallest = min(smallest, characterCount(text, start, start + whitespace))
            indented.append(index)
          }
        }
        startsLine = endsLine
      }
    }
    guard smallest > 0 else { return }
    for index in indented {
      let length = withText(of: parts[index]) { text, start, end in characterLength(text, start, end, count: smallest) }
      parts[index].start += UInt32(truncatingIfNeeded: length)
      guard parts[index].isStored else { continue }
      let text = storedTexts[Int(parts[index].a)]
      parts[index].a = UInt32(truncatingIfNeeded: storedTexts.count)
      storedTexts.append(Array(text.dropFirst(length)))
    }
  }

  private func withText<Result>(
    of part: TemplatePart, _ body: (UnsafeBufferPointer<UInt8>, Int, Int) -> Result
  ) -> Result {
    guard part.isStored else { return body(bytes, Int(part.start), Int(part.end)) }
    return storedTexts[Int(part.a)].withUnsafeBufferPointer { body($0, 0, $0.count) }
  }

  /// Whitespace characters in a range; `\r\n` is one.
  private func characterCount(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    var count = 0
    while offset < end {
      offset += text[offset] == 0x0D && offset + 1 < end && text[offset + 1] == 0x0A ? 2 : max(whitespaceLength(text, offset), 1)
      count += 1
    }
    return count
  }

  /// The bytes that so many whitespace characters at the start of a range take.
  private func characterLength(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, count: Int) -> Int {
    var offset = start
    for _ in 0..<count where offset < end {
      offset += text[offset] == 0x0D && offset + 1 < end && text[offset + 1] == 0x0A ? 2 : max(whitespaceLength(text, offset), 1)
    }
    return min(offset, end) - start
  }

  // MARK: Assembly

  /// Makes nodes of all parts from a mark on.
  mutating func assembleTemplate(from mark: Int, closer: Token) -> (first: UInt32, count: UInt32) {
    let pendingMark = pending.count
    var position = mark
    var highest = 0
    while position < parts.count {
      pending.append(assemblePart(&position, closer: closer))
      highest = max(highest, height)
    }
    height = highest + 1
    return flushPending(from: pendingMark)
  }

  private mutating func assemblePart(_ position: inout Int, closer: Token) -> UInt32 {
    let part = parts[position]
    switch part.kind {
    case .literal:
      return assembleLiteral(&position)
    case .interpolation:
      position += 1
      height = Int(part.height)
      return part.a
    case .ifDirective:
      return assembleIf(&position, closer: closer)
    case .forDirective:
      return assembleFor(&position, closer: closer)
    case .elseDirective, .endIfDirective, .endForDirective:
      position += 1
      let range = ByteRange(start: part.start, end: part.end)
      report(
        "unbalanced-directive", "Unexpected \(name(of: part.kind))", "No directive is open that it could belong to.", at: range)
      return addInvalid(range)
    }
  }

  /// Joins the literals that follow each other. They stay a range of the source as long as nothing was removed from them.
  private mutating func assembleLiteral(_ position: inout Int) -> UInt32 {
    let first = parts[position]
    var end = position + 1
    var isPlain = !first.isStored
    while end < parts.count, parts[end].kind == .literal {
      isPlain = isPlain && !parts[end].isStored && parts[end].start == parts[end - 1].end
      end += 1
    }
    let run = position..<end
    let last = parts[end - 1]
    position = end
    height = 1
    if isPlain { return add(.templateLiteral, first.start, last.end, flags: first.isQuoted ? .isQuoted : []) }
    let offset = literals.count
    for index in run {
      let part = parts[index]
      if part.isStored {
        literals.append(contentsOf: storedTexts[Int(part.a)])
      } else {
        decodeLiteral(bytes, Int(part.start), Int(part.end), isQuoted: part.isQuoted, into: &literals)
      }
    }
    return add(
      .templateLiteral, first.start, max(first.start, last.end), a: UInt32(truncatingIfNeeded: offset),
      b: UInt32(truncatingIfNeeded: literals.count - offset), flags: .isStored)
  }

  /// A template of the pending parts; an empty literal at the given offset when there is none.
  private mutating func makeBranch(from mark: Int, emptyAt offset: UInt32, highest: Int) -> UInt32 {
    if pending.count == mark { pending.append(add(.templateLiteral, offset, offset)) }
    let start = nodes[Int(pending[mark])].start
    let end = nodes[Int(pending[pending.count - 1])].end
    let list = flushPending(from: mark)
    height = highest + 1
    return add(.template, start, max(start, end), a: list.first, b: list.count)
  }

  private mutating func assembleIf(_ position: inout Int, closer: Token) -> UInt32 {
    let open = parts[position]
    guard depth < Parser.nestingLimit else { return refuseDirectiveNesting(&position) }
    depth += 1
    defer { depth -= 1 }
    position += 1
    let mark = pending.count
    var highest = 1
    var then: UInt32?
    while position < parts.count {
      let part = parts[position]
      switch part.kind {
      case .elseDirective where then == nil:
        position += 1
        then = makeBranch(from: mark, emptyAt: open.end, highest: highest)
        continue
      case .endIfDirective:
        position += 1
        let branch = makeBranch(from: mark, emptyAt: then == nil ? open.end : part.start, highest: highest)
        let otherwise = then == nil ? makeBranch(from: mark, emptyAt: part.start, highest: 1) : branch
        let first = UInt32(truncatingIfNeeded: extra.count)
        extra.append(then ?? branch)
        extra.append(otherwise)
        height = 1 + max(Int(open.height), highest + 1)
        return add(.conditional, open.start, part.end, a: open.a, b: first)
      case .elseDirective, .endForDirective:
        position += 1
        return reportMismatch(part, open: "if", expected: "endif", mark: mark)
      case .literal, .interpolation, .ifDirective, .forDirective:
        pending.append(assemblePart(&position, closer: closer))
        highest = max(highest, height)
      }
    }
    return reportUnclosedDirective("if", "endif", closer: closer, mark: mark)
  }

  private mutating func assembleFor(_ position: inout Int, closer: Token) -> UInt32 {
    let open = parts[position]
    guard depth < Parser.nestingLimit else { return refuseDirectiveNesting(&position) }
    depth += 1
    defer { depth -= 1 }
    position += 1
    let mark = pending.count
    var highest = 1
    while position < parts.count {
      let part = parts[position]
      switch part.kind {
      case .endForDirective:
        position += 1
        let content = makeBranch(from: mark, emptyAt: open.end, highest: highest)
        let key = open.a == 0 ? nil : open.a - 1
        let clauses = addForClauses((key, open.b), open.c, key: nil, value: content, condition: nil)
        let loop = add(.forExpression, open.start, part.end, a: clauses)
        height = 2 + max(Int(open.height), highest + 1)
        return add(.templateJoin, open.start, part.end, a: loop)
      case .elseDirective, .endIfDirective:
        position += 1
        return reportMismatch(part, open: "for", expected: "endfor", mark: mark)
      case .literal, .interpolation, .ifDirective, .forDirective:
        pending.append(assemblePart(&position, closer: closer))
        highest = max(highest, height)
      }
    }
    return reportUnclosedDirective("for", "endfor", closer: closer, mark: mark)
  }

  // MARK: Errors

  private func name(of kind: TemplatePart.Kind) -> String {
    switch kind {
    case .literal: "text"
    case .interpolation: "interpolation"
    case .ifDirective: "if"
    case .forDirective: "for"
    case .elseDirective: "else"
    case .endIfDirective: "endif"
    case .endForDirective: "endfor"
    }
  }

  private mutating func refuseDirectiveNesting(_ position: inout Int) -> UInt32 {
    let part = parts[position]
    position = parts.count
    let range = ByteRange(start: part.start, end: part.end)
    report(
      "nesting-too-deep", "Nested too deep",
      "Directives may nest \(Parser.nestingLimit) deep. Move inner parts to templates of their own.", at: range)
    isRecovering = true
    return addInvalid(range)
  }

  private mutating func reportMismatch(_ part: TemplatePart, open: String, expected: String, mark: Int) -> UInt32 {
    let range = ByteRange(start: part.start, end: part.end)
    report(
      "unbalanced-directive", "Unexpected \(name(of: part.kind))", "The \"\(open)\" that stands open here is ended by \(expected).",
      at: range)
    pending.truncate(to: mark)
    return addInvalid(range)
  }

  private mutating func reportUnclosedDirective(_ open: String, _ expected: String, closer: Token, mark: Int) -> UInt32 {
    report(
      "unbalanced-directive", "The directive \"\(open)\" is not closed", "The template ends before its \(expected).",
      at: range(closer))
    pending.truncate(to: mark)
    return addInvalid(range(closer))
  }
}
