import SourceText

/// The tree of one file: nodes in flat arrays, addressed by `NodeID`.
///
/// A class, because views all over the program refer to the same tree and must not copy its arrays.
public final class SyntaxTree: Sendable {
  public let file: SourceFile
  /// The interned names, by `NameID`.
  public let names: [String]
  /// The body of the file.
  public let root: NodeID

  init(file: SourceFile, names: [String], root: NodeID) {
    self.file = file
    self.names = names
    self.root = root
  }

  /// Decodes an expression node.
  public func expression(_ id: NodeID) -> Expression { .invalid }
  /// The bytes that a node covers.
  public func range(_ id: NodeID) -> ByteRange { ByteRange(start: 0, end: 0) }
  /// The node at a position of a list.
  public func node(_ list: NodeList, _ index: Int) -> NodeID { NodeID(0) }
  /// A step of a traversal and the bytes that it covers.
  public func step(_ list: StepList, _ index: Int) -> (step: TraversalStep, range: ByteRange) { (.index(NodeID(0)), ByteRange(start: 0, end: 0)) }
  public func name(_ id: NameID) -> String { names[Int(id.index)] }
  /// The value of a template literal: escapes resolved, indentation of heredocs and stripped whitespace removed, NFC.
  public func string(_ id: NodeID) -> String { "" }
  /// Attributes and blocks of a body in source order.
  public func items(ofBody id: NodeID) -> [BodyItem] { [] }
  /// The ranges of all comments, in order.
  public var comments: [ByteRange] { [] }
}
