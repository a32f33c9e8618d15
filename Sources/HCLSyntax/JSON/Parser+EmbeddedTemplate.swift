import SourceText

/// Templates whose text does not stand in the file as it is, because the escapes of a JSON string were resolved.
extension Parser {
  /// Parses a template and moves its nodes to where its text came from.
  ///
  /// - Parameters:
  ///   - text: the template.
  ///   - origins: for each byte of it where that stands in the file, and one more for the end.
  mutating func parseEmbeddedTemplate(_ text: [UInt8], origins: [UInt32]) -> UInt32 {
    var copy = FlatBuffer<UInt8>(capacity: text.count)
    for byte in text { copy.append(byte) }
    let buffer = UnsafeBufferPointer(start: UnsafePointer(copy.storage), count: copy.count)
    var lexer = Lexer(buffer, context: .bareTemplate)
    lexer.lex()
    let outer = (bytes: bytes, base: base, tokens: tokens, next: next, last: last, seesNewlines: seesNewlines, isRecovering: isRecovering)
    let firstNode = nodes.count
    bytes = buffer
    base = UnsafeRawPointer(copy.storage)
    tokens = UnsafePointer(lexer.tokens.storage)
    next = 0
    last = -1
    seesNewlines = true
    self.origins = origins
    if lexer.hasInvalidTokens { reportInvalidTokens(lexer.tokens.count, origins) }
    let template = parseTemplate(until: .endOfFile, start: 0)
    moveNodes(from: firstNode, origins)
    self.origins = nil
    (bytes, base, tokens, next, last, seesNewlines) = (outer.bytes, outer.base, outer.tokens, outer.next, outer.last, outer.seesNewlines)
    isRecovering = outer.isRecovering
    return template
  }

  private mutating func reportInvalidTokens(_ count: Int, _ origins: [UInt32]) {
    for index in 0..<count where tokens[index].kind.isNeverValid {
      var token = tokens[index]
      token.start = origin(token.start, origins)
      token.end = origin(token.end, origins)
      invalidTokens.add(token)
    }
  }

  private func origin(_ offset: UInt32, _ origins: [UInt32]) -> UInt32 {
    Int(offset) < origins.count ? origins[Int(offset)] : origins.last ?? 0
  }

  /// Replaces ranges of the text by ranges of the file. Literals keep their text.
  private mutating func moveNodes(from first: Int, _ origins: [UInt32]) {
    for index in first..<nodes.count {
      var node = nodes[index]
      switch node.kind {
      case .templateLiteral where !node.flags.contains(.isStored):
        let offset = literals.count
        decodeLiteral(bytes, Int(node.start), Int(node.end), isQuoted: node.flags.contains(.isQuoted), into: &literals)
        node.flags = .isStored
        node.a = UInt32(truncatingIfNeeded: offset)
        node.b = UInt32(truncatingIfNeeded: literals.count - offset)
      case .scopeTraversal, .relativeTraversal:
        guard node.b > 0 else { break }
        for step in 0..<Int(extra[Int(node.b)]) {
          let at = Int(node.b) + 1 + step * Parser.stepWords
          extra[at + 1] = origin(extra[at + 1], origins)
          extra[at + 2] = origin(extra[at + 2], origins)
        }
      case .functionCall:
        extra[Int(node.b)] = origin(extra[Int(node.b)], origins)
      default:
        break
      }
      node.start = origin(node.start, origins)
      node.end = origin(node.end, origins)
      nodes[index] = node
    }
  }
}
