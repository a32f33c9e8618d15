import SourceText

/// What `terraform fmt` changes beyond layout, as a rewriting of tokens.
struct TerraformStyle {
  let tree: SyntaxTree
  private let tokens: [LayoutToken]
  /// Replacements of runs of tokens, in the order of their places.
  private var edits: [(range: Range<Int>, tokens: [LayoutToken])] = []

  init(tree: SyntaxTree, tokens: [LayoutToken]) {
    self.tree = tree
    self.tokens = tokens
  }

  /// The tokens with everything normalized.
  func normalized() -> [LayoutToken] {
    var style = self
    style.visit(BodySyntax(tree: tree, id: tree.root), enclosing: nil, depth: 0)
    guard !style.edits.isEmpty else { return tokens }
    var result: [LayoutToken] = []
    var position = 0
    for edit in style.edits {
      result.append(contentsOf: tokens[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.tokens)
      position = edit.range.upperBound
    }
    result.append(contentsOf: tokens[position...])
    return result
  }

  private mutating func visit(_ body: BodySyntax, enclosing: String?, depth: Int) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        let range = tokenRange(tree.range(attribute.expressionID))
        let isType = depth == 1 && enclosing == "variable" && attribute.name == "type"
        if let replacement = isType ? typeConstraint(range) : unwrapped(range) { edits.append((range, replacement)) }
      case .block(let block):
        quoteLabels(block)
        visit(block.body, enclosing: block.type, depth: depth + 1)
      }
    }
  }

  /// The tokens that stand in a range of bytes.
  private func tokenRange(_ range: ByteRange) -> Range<Int> {
    let first = firstToken(from: Int(range.start))
    return first..<max(first, firstToken(from: Int(range.end)))
  }

  private func firstToken(from offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Labels

  /// Quotes bare labels, and drops what stands between labels.
  private mutating func quoteLabels(_ block: BlockSyntax) {
    guard let first = block.labels.first, let last = block.labels.last else { return }
    let range = tokenRange(first.range.union(last.range))
    var replacement: [LayoutToken] = []
    for label in block.labels {
      let labelTokens = tokens[tokenRange(label.range)]
      if let bare = labelTokens.first, labelTokens.count == 1, bare.kind == .identifier {
        var text = bare
        text.kind = .quotedLiteral
        replacement += [token(.openQuote, .quote), text, token(.closeQuote, .quote)]
      } else {
        replacement += labelTokens
      }
    }
    if replacement.count != range.count { edits.append((range, replacement)) }
  }

  // MARK: Interpolations

  /// `x` for `"${x}"`; in parentheses when it stands on several lines. Nil when the tokens are no single interpolation.
  private func unwrapped(_ range: Range<Int>) -> [LayoutToken]? {
    guard range.count >= 5, tokens[range.lowerBound].kind == .openQuote, tokens[range.lowerBound + 1].kind == .interpolation,
      tokens[range.upperBound - 2].kind == .sequenceEnd, tokens[range.upperBound - 1].kind == .closeQuote
    else { return nil }
    var inner = range.lowerBound + 2..<range.upperBound - 2
    var quotes = 0
    for index in inner {
      switch tokens[index].kind {
      case .openQuote: quotes += 1
      case .closeQuote: quotes -= 1
      case .interpolation, .sequenceEnd, .quotedLiteral: if quotes <= 0 { return nil }
      default: break
      }
    }
    while let first = inner.first, tokens[first].kind == .newline { inner = inner.dropFirst() }
    while let last = inner.last, tokens[last].kind == .newline { inner = inner.dropLast() }
    let isMultiLine = inner.contains { tokens[$0].kind == .newline }
    let isEnclosed =
      inner.first.map { tokens[$0].kind == .openParenthesis } == true && inner.last.map { tokens[$0].kind == .closeParenthesis } == true
    let content = Array(tokens[inner])
    guard isMultiLine, !isEnclosed else { return content }
    return [token(.openParenthesis, .openParenthesis)] + content + [token(.closeParenthesis, .closeParenthesis)]
  }

  // MARK: Type constraints

  /// The current form of an old type constraint; nil when it is current.
  private func typeConstraint(_ range: Range<Int>) -> [LayoutToken]? {
    let first = range.lowerBound
    if range.count == 1, tokens[first].kind == .identifier {
      switch text(tokens[first]) {
      case "list", "map", "set": return [tokens[first]] + inParentheses(.any)
      default: return nil
      }
    }
    guard range.count == 3, tokens[first].kind == .openQuote, tokens[first + 1].kind == .quotedLiteral else { return nil }
    switch text(tokens[first + 1]) {
    case "string": return [token(.identifier, .string)]
    case "list": return [token(.identifier, .list)] + inParentheses(.string)
    case "map": return [token(.identifier, .map)] + inParentheses(.string)
    default: return nil
    }
  }

  private func inParentheses(_ type: LayoutToken.Replacement) -> [LayoutToken] {
    [token(.openParenthesis, .openParenthesis), token(.identifier, type), token(.closeParenthesis, .closeParenthesis)]
  }

  private func text(_ token: LayoutToken) -> String {
    String(decoding: tree.file.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  private func token(_ kind: TokenKind, _ text: LayoutToken.Replacement) -> LayoutToken {
    LayoutToken(kind: kind, start: 0, end: 0, spaces: 0, replacement: text)
  }
}
