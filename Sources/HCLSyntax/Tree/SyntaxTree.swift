import SourceText

/// The tree of one file: nodes in flat arrays, addressed by `NodeID`.
///
/// A class, because views all over the program refer to the same tree and must not copy its arrays.
public final class SyntaxTree: Sendable {
  public let file: SourceFile
  /// The interned names, by `NameID`.
  public let names: [String]
  /// The body of the file; the expression when an expression or a template was parsed alone.
  public let root: NodeID

  /// Whether the file is written in the JSON syntax, where strings are templates and a reference or a type stands in a string.
  public let isJSON: Bool

  private let nodes: [SyntaxNode]
  private let extra: [UInt32]
  private let literals: [UInt8]
  private let commentBounds: [UInt32]

  init(
    file: SourceFile, names: [String], root: NodeID, nodes: [SyntaxNode], extra: [UInt32], literals: [UInt8], commentBounds: [UInt32],
    isJSON: Bool
  ) {
    self.file = file
    self.names = names
    self.root = root
    self.nodes = nodes
    self.extra = extra
    self.literals = literals
    self.commentBounds = commentBounds
    self.isJSON = isJSON
  }

  /// Decodes an expression node. Nodes that are no expressions decode as `.invalid`.
  public func expression(_ id: NodeID) -> Expression {
    let node = nodes[Int(id.index)]
    let a = Int(node.a)
    let b = Int(node.b)
    switch node.kind {
    case .null: return .null
    case .bool: return .bool(node.flags.contains(.isTrue))
    case .number: return .number
    case .templateLiteral: return .templateLiteral
    case .template: return .template(parts: NodeList(first: node.a, count: b))
    case .templateWrap: return .templateWrap(NodeID(node.a))
    case .templateJoin: return .templateJoin(NodeID(node.a))
    case .scopeTraversal: return .scopeTraversal(root: NameID(node.a), steps: steps(at: b))
    case .relativeTraversal: return .relativeTraversal(source: NodeID(node.a), steps: steps(at: b))
    case .functionCall:
      let arguments = NodeList(first: node.b + 2, count: Int(extra[b + 1]))
      return .functionCall(name: NameID(node.a), arguments: arguments, expandsFinal: node.flags.contains(.expandsFinal))
    case .conditional:
      return .conditional(condition: NodeID(node.a), then: NodeID(extra[b]), otherwise: NodeID(extra[b + 1]))
    case .index: return .index(collection: NodeID(node.a), key: NodeID(node.b))
    case .tuple: return .tuple(elements: NodeList(first: node.a, count: b))
    case .object: return .object(items: NodeList(first: node.a, count: b))
    case .objectKey: return .objectKey(NodeID(node.a), isForced: node.flags.contains(.isForced))
    case .forExpression: return .forExpression(forClauses(at: a, isGrouping: node.flags.contains(.isGrouping)))
    case .splat: return .splat(source: NodeID(node.a), each: NodeID(node.b))
    case .anonymousSymbol: return .anonymousSymbol
    case .binary:
      guard let symbol = BinaryOperator(rawValue: node.flags.rawValue) else { return .invalid }
      return .binary(symbol, NodeID(node.a), NodeID(node.b))
    case .unary:
      guard let symbol = UnaryOperator(rawValue: node.flags.rawValue) else { return .invalid }
      return .unary(symbol, NodeID(node.a))
    case .parentheses: return .parentheses(NodeID(node.a))
    case .invalid, .body, .attribute, .block, .bareLabel, .quotedLabel: return .invalid
    }
  }

  private func steps(at index: Int) -> StepList {
    guard index > 0 else { return StepList(first: 0, count: 0) }
    return StepList(first: UInt32(index + 1), count: Int(extra[index]))
  }

  private func forClauses(at index: Int, isGrouping: Bool) -> ForClauses {
    func optional(_ word: UInt32) -> UInt32? { word == 0 ? nil : word - 1 }
    return ForClauses(
      keyVariable: optional(extra[index]).map { NameID($0) }, valueVariable: NameID(extra[index + 1]),
      collection: NodeID(extra[index + 2]), keyResult: optional(extra[index + 3]).map { NodeID($0) },
      valueResult: NodeID(extra[index + 4]), condition: optional(extra[index + 5]).map { NodeID($0) }, isGrouping: isGrouping)
  }

  /// The bytes that a node covers.
  public func range(_ id: NodeID) -> ByteRange {
    let node = nodes[Int(id.index)]
    return ByteRange(start: node.start, end: node.end)
  }

  /// The node at a position of a list.
  public func node(_ list: NodeList, _ index: Int) -> NodeID { NodeID(extra[Int(list.first) + index]) }

  /// A step of a traversal and the bytes that it covers.
  public func step(_ list: StepList, _ index: Int) -> (step: TraversalStep, range: ByteRange) {
    let at = Int(list.first) + index * Parser.stepWords
    let word = extra[at]
    let range = ByteRange(start: extra[at + 1], end: extra[at + 2])
    return (word & 1 == 0 ? .attribute(NameID(word >> 1)) : .index(NodeID(word >> 1)), range)
  }

  public func name(_ id: NameID) -> String { names[Int(id.index)] }

  /// The bytes of a called function's name, namespaces included. Empty for other nodes.
  public func functionNameRange(_ id: NodeID) -> ByteRange {
    let node = nodes[Int(id.index)]
    guard node.kind == .functionCall else { return ByteRange(start: node.start, end: node.start) }
    return ByteRange(start: node.start, end: extra[Int(node.b)])
  }

  /// Whether a template was written as a heredoc.
  public func isHeredoc(_ id: NodeID) -> Bool {
    let node = nodes[Int(id.index)]
    return (node.kind == .template || node.kind == .templateWrap) && node.flags.contains(.isHeredoc)
  }

  /// The value of a template literal: escapes resolved, indentation of heredocs and stripped whitespace removed, NFC.
  ///
  /// For a template of literal parts alone it is the value of the whole, so that a plain string can be asked for directly.
  public func string(_ id: NodeID) -> String {
    let node = nodes[Int(id.index)]
    switch node.kind {
    case .templateLiteral:
      if node.flags.contains(.isStored) { return normalized(literals[Int(node.a)..<Int(node.a + node.b)]) }
      return decode(Int(node.start), Int(node.end), isQuoted: node.flags.contains(.isQuoted))
    case .quotedLabel:
      let end = Int(node.end)
      let isClosed = end - Int(node.start) >= 2 && file.bytes[end - 1] == 0x22
      return decode(Int(node.start) + 1, isClosed ? end - 1 : end, isQuoted: true)
    case .bareLabel:
      return names[Int(node.a)]
    case .template:
      if node.b == 1 { return string(NodeID(extra[Int(node.a)])) }
      return (0..<Int(node.b)).map { string(NodeID(extra[Int(node.a) + $0])) }.joined()
    case .invalid, .null, .bool, .number, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall,
      .conditional, .index, .tuple, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .parentheses,
      .body, .attribute, .block:
      return ""
    }
  }

  private func decode(_ start: Int, _ end: Int, isQuoted: Bool) -> String {
    let slice = file.bytes[start..<max(start, end)]
    guard slice.contains(where: { $0 == 0x24 || $0 == 0x25 || isQuoted && $0 == 0x5C }) else { return normalized(slice) }
    var text: [UInt8] = []
    text.reserveCapacity(slice.count)
    file.bytes.withUnsafeBufferPointer { decodeLiteral($0, start, end, isQuoted: isQuoted, into: &text) }
    return normalized(text)
  }

  /// Attributes and blocks of a body in source order.
  public func items(ofBody id: NodeID) -> [BodyItem] {
    let body = nodes[Int(id.index)]
    guard body.kind == .body else { return [] }
    return (0..<Int(body.b)).map { position in
      let item = NodeID(extra[Int(body.a) + position])
      let node = nodes[Int(item.index)]
      return node.kind == .attribute ? .attribute(attribute(item, node)) : .block(block(item, node))
    }
  }

  private func attribute(_ id: NodeID, _ node: SyntaxNode) -> AttributeSyntax {
    let name = names[Int(node.a)]
    return AttributeSyntax(tree: self, id: id, name: name, nameRange: nameRange(node), expressionID: NodeID(node.b))
  }

  /// The range of the name that an item begins with; in JSON it stands in quotes. The file tells and not the name, which is shorter
  /// where escapes were resolved, and longer where bytes were replaced that are not UTF-8.
  private func nameRange(_ node: SyntaxNode) -> ByteRange {
    let start = Int(node.start)
    let end = file.bytes.withUnsafeBufferPointer { isJSON ? stringEnd($0, start) : identifierEnd($0, start) }
    return ByteRange(start: node.start, end: min(node.end, UInt32(truncatingIfNeeded: end)))
  }

  private func block(_ id: NodeID, _ node: SyntaxNode) -> BlockSyntax {
    let type = names[Int(node.a)]
    let at = Int(node.b)
    let labels = (0..<Int(extra[at + 2])).map { position in
      let label = NodeID(extra[at + 3 + position])
      return BlockLabel(value: string(label), range: range(label))
    }
    return BlockSyntax(
      tree: self, id: id, type: type, typeRange: nameRange(node), labels: labels, bodyID: NodeID(extra[at]),
      headerRange: ByteRange(start: node.start, end: extra[at + 1]))
  }

  /// The ranges of all comments, in order.
  public var comments: [ByteRange] {
    stride(from: 0, to: commentBounds.count, by: 2).map { ByteRange(start: commentBounds[$0], end: commentBounds[$0 + 1]) }
  }

  /// Whether every node lies within the file, as each always does; checks ask for it.
  public var isWithinFile: Bool {
    nodes.allSatisfy { $0.start <= $0.end && Int($0.end) <= file.bytes.count }
  }

  /// Bytes of memory that the tree's arrays take, the file aside.
  public var footprint: Int {
    nodes.capacity * MemoryLayout<SyntaxNode>.stride + (extra.capacity + commentBounds.capacity) * 4 + literals.capacity
      + names.reduce(0) { $0 + 16 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) }
  }
}
