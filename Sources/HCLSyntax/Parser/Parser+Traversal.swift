import SourceText

/// Attribute access, indexing and splats. (HCL native syntax specification, sections "Index Operator", "Attribute Access
/// Operator", "Splat Operators".)
extension Parser {
  /// Words that one step takes in the side array: what it is, start, end.
  static let stepWords = 3

  /// Parses the traversals behind a term.
  ///
  /// Steps with constant keys gather in the pending list and become part of one traversal node; an index with a computed key and
  /// a splat close that node and go on from a new one.
  mutating func parseTraversals(of term: UInt32) -> UInt32 {
    var source = term
    let start = nodes[Int(term)].start
    let mark = pending.count
    while true {
      switch currentKind {
      case .dot:
        let dot = read()
        let token = current
        switch token.kind {
        case .identifier:
          read()
          let name = intern(token)
          appendStep(name << 1, dot.start, token.end)
        case .number:
          read()
          appendLegacyIndex(token, dot, splat: nil)
        case .star:
          read()
          source = closeSteps(source, from: mark)
          source = parseAttributeSplat(source, start: start, dot: dot, star: token)
        default:
          report("invalid-attribute-name", "An attribute name is expected behind the dot", "Write the name of an attribute.", at: token)
          isRecovering = true
          return closeSteps(source, from: mark)
        }
      case .openBracket:
        let open = read()
        if currentKind == .star {
          source = closeSteps(source, from: mark)
          source = parseFullSplat(source, start: start, open: open)
        } else {
          source = parseIndex(source, start: start, open: open, steps: mark)
        }
      default:
        return closeSteps(source, from: mark)
      }
      if height > Parser.heightLimit {
        reportNesting(at: previous)
        pending.truncate(to: mark)
        height = 1
        return add(.invalid, start, previous.end)
      }
    }
  }

  @inline(__always)
  private mutating func appendStep(_ word: UInt32, _ start: UInt32, _ end: UInt32) {
    pending.append(word)
    pending.append(start)
    pending.append(end)
  }

  /// Makes the pending steps part of a traversal of the source.
  private mutating func closeSteps(_ source: UInt32, from mark: Int) -> UInt32 {
    let words = pending.count - mark
    guard words > 0 else { return source }
    let end = pending[pending.count - 1]
    let first = UInt32(truncatingIfNeeded: extra.count)
    extra.append(UInt32(truncatingIfNeeded: words / Parser.stepWords))
    _ = flushPending(from: mark)
    let node = nodes[Int(source)]
    if node.kind == .scopeTraversal, node.b == 0 {
      nodes[Int(source)].b = first
      nodes[Int(source)].end = end
      return source
    }
    height += 1
    return add(.relativeTraversal, node.start, end, a: source, b: first)
  }

  /// `.12`, an index in the form of early versions of the language.
  private mutating func appendLegacyIndex(_ number: Token, _ dot: Token, splat: Token?) {
    let key: UInt32
    if number.flags.contains(.hasFraction) {
      let parts = text(range(number)).split(separator: ".", omittingEmptySubsequences: false).joined(separator: "][")
      report(
        "chained-legacy-index", "Two indexes with dots in a row",
        splat != nil
          ? "Write the splat as [*] and the indexes in brackets: [\(parts)]." : "Write the indexes in brackets: [\(parts)].",
        at: splat ?? number)
      key = add(.invalid, number.start, number.end)
    } else {
      reportMalformedNumber(number)
      key = add(.number, number.start, number.end)
    }
    appendStep(key << 1 | 1, dot.start, number.end)
  }

  // MARK: Index

  /// Parses `key ]`. A literal key becomes a step, any other an index node.
  private mutating func parseIndex(_ source: UInt32, start: UInt32, open: Token, steps mark: Int) -> UInt32 {
    let sourceHeight = height
    let outer = seesNewlines
    seesNewlines = false
    let errors = errorCount
    let key = parseExpression()
    var close: Token
    if isRecovering, hasErrors(since: errors) {
      close = recover(to: .closeBracket)
    } else {
      close = read()
      if close.kind != .closeBracket, !isRecovering {
        report("unclosed-index", "The index is not closed", "A closing bracket is expected behind the key of an index.", at: close)
        close = recover(to: .closeBracket)
      }
    }
    seesNewlines = outer
    let end = max(close.end, open.end)
    if isLiteralKey(key) {
      height = sourceHeight
      appendStep(key << 1 | 1, open.start, end)
      return source
    }
    let keyHeight = height
    height = sourceHeight
    let collection = closeSteps(source, from: mark)
    height = 1 + max(height, keyHeight)
    return add(.index, start, end, a: collection, b: key)
  }

  /// Whether a key is constant: a number, `true`, `false`, `null`, or a string without sequences.
  private func isLiteralKey(_ key: UInt32) -> Bool {
    let node = nodes[Int(key)]
    switch node.kind {
    case .number, .bool, .null, .invalid:
      return true
    case .template:
      return node.b == 0 || node.b == 1 && nodes[Int(extra[Int(node.a)])].kind == .templateLiteral
    default:
      return false
    }
  }

  // MARK: Splats

  /// `.*` and the attribute names and legacy indexes behind it.
  private mutating func parseAttributeSplat(_ source: UInt32, start: UInt32, dot: Token, star: Token) -> UInt32 {
    let sourceHeight = height
    let element = add(.anonymousSymbol, dot.start, star.end)
    let first = current
    let mark = pending.count
    var end = star.end
    while currentKind == .dot {
      let dot = read()
      let token = current
      switch token.kind {
      case .number:
        read()
        appendLegacyIndex(token, dot, splat: star)
      case .identifier:
        read()
        let name = intern(token)
        appendStep(name << 1, dot.start, token.end)
      default:
        if token.kind == .star {
          report(
            "nested-splat", "A splat within an attribute-only splat", "Write both splats as [*] to nest them.", at: token)
        } else {
          report("invalid-attribute-name", "An attribute name is expected behind the dot", "Write the name of an attribute.", at: star)
        }
        isRecovering = true
        pending.truncate(to: mark)
        height = sourceHeight
        return source
      }
      end = token.end
    }
    var each = element
    if pending.count > mark {
      let list = UInt32(truncatingIfNeeded: extra.count)
      extra.append(UInt32(truncatingIfNeeded: (pending.count - mark) / Parser.stepWords))
      _ = flushPending(from: mark)
      each = add(.relativeTraversal, first.start, end, a: element, b: list)
    }
    height = 1 + max(sourceHeight, 2)
    return add(.splat, start, end, a: source, b: each)
  }

  /// `[*]` and every traversal behind it, which applies to the elements.
  private mutating func parseFullSplat(_ source: UInt32, start: UInt32, open: Token) -> UInt32 {
    let sourceHeight = height
    read()
    var close = read()
    if close.kind != .closeBracket {
      report("unclosed-splat", "The splat is not closed", "A closing bracket is expected behind the star of a splat.", at: close)
      close = recover(to: .closeBracket)
    }
    guard depth < Parser.nestingLimit else { return refuseNesting() }
    depth += 1
    defer { depth -= 1 }
    height = 1
    let element = add(.anonymousSymbol, open.start, max(close.end, open.end))
    let each = parseTraversals(of: element)
    height = 1 + max(sourceHeight, height)
    return add(.splat, start, nodes[Int(each)].end, a: source, b: each)
  }
}
