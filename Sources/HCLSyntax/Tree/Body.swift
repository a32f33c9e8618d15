import SourceText

/// The content of a file or of a block: attributes and blocks in source order.
public struct BodySyntax: Sendable {
  public let tree: SyntaxTree
  public let id: NodeID

  public init(tree: SyntaxTree, id: NodeID) {
    self.tree = tree
    self.id = id
  }

  public var range: SourceRange { SourceRange(file: tree.file, bytes: tree.range(id)) }
  public var items: [BodyItem] { tree.items(ofBody: id) }

  public var attributes: [AttributeSyntax] {
    items.compactMap { if case .attribute(let attribute) = $0 { attribute } else { nil } }
  }

  public var blocks: [BlockSyntax] {
    items.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  /// The first attribute of that name.
  public func attribute(_ name: String) -> AttributeSyntax? {
    for case .attribute(let attribute) in items where attribute.name == name { return attribute }
    return nil
  }

  public func blocks(ofType type: String) -> [BlockSyntax] { blocks.filter { $0.type == type } }
}

/// What a body consists of.
public enum BodyItem: Sendable {
  case attribute(AttributeSyntax)
  case block(BlockSyntax)
}

/// `name = expression`
public struct AttributeSyntax: Sendable {
  public let tree: SyntaxTree
  public let id: NodeID
  public let name: String
  public let nameRange: ByteRange
  public let expressionID: NodeID

  public init(tree: SyntaxTree, id: NodeID, name: String, nameRange: ByteRange, expressionID: NodeID) {
    self.tree = tree
    self.id = id
    self.name = name
    self.nameRange = nameRange
    self.expressionID = expressionID
  }

  public var expression: ExpressionSyntax { ExpressionSyntax(tree: tree, id: expressionID) }
  /// Name, equals sign and expression.
  public var range: SourceRange { SourceRange(file: tree.file, bytes: tree.range(id)) }
}

/// `type "label" … { body }`
public struct BlockSyntax: Sendable {
  public let tree: SyntaxTree
  public let id: NodeID
  public let type: String
  public let typeRange: ByteRange
  public let labels: [BlockLabel]
  public let bodyID: NodeID
  /// Type and labels, which is what a diagnostic about the whole block points at.
  public let headerRange: ByteRange

  public init(
    tree: SyntaxTree, id: NodeID, type: String, typeRange: ByteRange, labels: [BlockLabel], bodyID: NodeID, headerRange: ByteRange
  ) {
    self.tree = tree
    self.id = id
    self.type = type
    self.typeRange = typeRange
    self.labels = labels
    self.bodyID = bodyID
    self.headerRange = headerRange
  }

  public var body: BodySyntax { BodySyntax(tree: tree, id: bodyID) }
  /// From the type to the closing brace.
  public var range: SourceRange { SourceRange(file: tree.file, bytes: tree.range(id)) }
  public var header: SourceRange { SourceRange(file: tree.file, bytes: headerRange) }
}

/// A label of a block, quoted or bare.
public struct BlockLabel: Hashable, Sendable {
  public var value: String
  /// Quotes included.
  public var range: ByteRange

  public init(value: String, range: ByteRange) {
    self.value = value
    self.range = range
  }
}
