/// What `terraform fmt` changes beyond layout, as a rewriting of tokens, found in one walk over the nodes of a file without errors.
///
/// Most of a file needs no rewriting; a look at its bytes tells, and tokens are searched for only where something is to be changed. The
/// parser and the tokens must outlive it.
struct TerraformStyle {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let nodes: UnsafeMutablePointer<SyntaxNode>
  private let extra: UnsafeMutablePointer<UInt32>
  private let names: [String]
  private let tokens: UnsafeBufferPointer<LayoutToken>
  /// In the order of their places.
  private(set) var edits: [LayoutEdit] = []

  init(parser: borrowing Parser, bytes: UnsafeBufferPointer<UInt8>, tokens: borrowing FlatBuffer<LayoutToken>) {
    self.bytes = bytes
    nodes = parser.nodes.storage
    extra = parser.extra.storage
    names = parser.names.names
    self.tokens = UnsafeBufferPointer(start: tokens.storage, count: tokens.count)
  }

  /// Finds what is to be rewritten in a body.
  ///
  /// - Parameters:
  ///   - body: its node.
  ///   - depth: how many blocks it stands in.
  ///   - isInVariable: whether it is the body of a `variable` block.
  mutating func visit(body: UInt32, depth: Int, isInVariable: Bool) {
    let first = Int(nodes[Int(body)].a)
    for index in 0..<Int(nodes[Int(body)].b) {
      let item = nodes[Int(extra[first + index])]
      if item.kind == .attribute {
        visit(attribute: item, isType: depth == 1 && isInVariable && names[Int(item.a)] == "type")
      } else if item.kind == .block {
        let header = Int(item.b)
        let labelCount = Int(extra[header + 2])
        if labelCount > 0 { quoteLabels(header + 3..<header + 3 + labelCount) }
        visit(body: extra[header], depth: depth + 1, isInVariable: depth == 0 && names[Int(item.a)] == "variable")
      }
    }
  }

  private mutating func visit(attribute: SyntaxNode, isType: Bool) {
    let value = nodes[Int(attribute.b)]
    if isType {
      let range = tokenRange(value.start, value.end)
      if let replacement = typeConstraint(range) { edits.append(LayoutEdit(range: range, tokens: replacement)) }
      return
    }
    let start = Int(value.start)
    guard start + 3 < bytes.count, bytes[start] == 0x22, bytes[start + 1] == 0x24, bytes[start + 2] == 0x7B else { return }
    let range = tokenRange(value.start, value.end)
    if let replacement = unwrapped(range) { edits.append(LayoutEdit(range: range, tokens: replacement)) }
  }

  /// The tokens that stand in a range of bytes.
  private func tokenRange(_ start: UInt32, _ end: UInt32) -> Range<Int> {
    let first = firstToken(from: start)
    return first..<max(first, firstToken(from: end))
  }

  private func firstToken(from offset: UInt32) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Labels

  /// Quotes bare labels, and drops what stands between labels.
  private mutating func quoteLabels(_ labels: Range<Int>) {
    guard needsRewriting(labels) else { return }
    let all = labels.map { nodes[Int(extra[$0])] }
    guard let first = all.first, let last = all.last else { return }
    let range = tokenRange(first.start, last.end)
    var replacement: [LayoutToken] = []
    for label in all {
      let labelTokens = tokens[tokenRange(label.start, label.end)]
      if let bare = labelTokens.first, labelTokens.count == 1, bare.kind == .identifier {
        var text = bare
        text.kind = .quotedLiteral
        replacement += [token(.openQuote, .quote), text, token(.closeQuote, .quote)]
      } else {
        replacement += labelTokens
      }
    }
    if replacement.count != range.count { edits.append(LayoutEdit(range: range, tokens: replacement)) }
  }

  /// Whether a label is bare, or something other than spaces stands between two of them.
  private func needsRewriting(_ labels: Range<Int>) -> Bool {
    var end: UInt32?
    for index in labels {
      let label = nodes[Int(extra[index])]
      if label.kind == .bareLabel { return true }
      if let end, label.start > end {
        for offset in Int(end)..<Int(label.start) where bytes[offset] != 0x20 { return true }
      }
      end = label.end
    }
    return false
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
    String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]), as: UTF8.self)
  }

  private func token(_ kind: TokenKind, _ text: LayoutToken.Replacement) -> LayoutToken {
    LayoutToken(kind: kind, start: 0, end: 0, spaces: 0, replacement: text)
  }
}
