import SourceText

/// A node of one syntax tree. Meaningless outside of its tree.
public struct NodeID: Hashable, Sendable {
  public let index: UInt32

  @inlinable
  public init(_ index: UInt32) { self.index = index }
}

/// A name that occurs in one syntax tree, interned there. Equal names of a tree have equal ids.
public struct NameID: Hashable, Sendable {
  public let index: UInt32

  @inlinable
  public init(_ index: UInt32) { self.index = index }
}

/// A run of child nodes, stored in the tree's side array.
public struct NodeList: Hashable, Sendable {
  public let first: UInt32
  public let count: Int

  @inlinable
  public init(first: UInt32, count: Int) {
    self.first = first
    self.count = count
  }
}

/// A run of traversal steps, stored in the tree's side array.
public struct StepList: Hashable, Sendable {
  public let first: UInt32
  public let count: Int

  @inlinable
  public init(first: UInt32, count: Int) {
    self.first = first
    self.count = count
  }
}

/// One step of a traversal, behind its root.
public enum TraversalStep: Hashable, Sendable {
  /// `.name`
  case attribute(NameID)
  /// `[12]`, `.12` (the legacy form): the node is a number literal, or for `["key"]` a string template of one literal.
  case index(NodeID)
}

/// An operator between two operands. (HCL specification, "Operations".)
public enum BinaryOperator: UInt8, Sendable, CaseIterable {
  case or, and, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, add, subtract, multiply, divide, modulo

  /// As written in source.
  public var text: String {
    switch self {
    case .or: "||"
    case .and: "&&"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    }
  }
}

/// An operator before one operand. (HCL specification, "Operations".)
public enum UnaryOperator: UInt8, Sendable, CaseIterable {
  case negate, not

  /// As written in source.
  public var text: String {
    switch self {
    case .negate: "-"
    case .not: "!"
    }
  }
}

/// The clauses of a `for` expression. Either result clause may be missing only after a syntax error.
public struct ForClauses: Sendable {
  public var keyVariable: NameID?
  public var valueVariable: NameID
  public var collection: NodeID
  /// Present in the object form.
  public var keyResult: NodeID?
  public var valueResult: NodeID
  public var condition: NodeID?
  /// `...` behind the value of the object form.
  public var isGrouping: Bool

  public init(
    keyVariable: NameID?, valueVariable: NameID, collection: NodeID, keyResult: NodeID?, valueResult: NodeID, condition: NodeID?,
    isGrouping: Bool
  ) {
    self.keyVariable = keyVariable
    self.valueVariable = valueVariable
    self.collection = collection
    self.keyResult = keyResult
    self.valueResult = valueResult
    self.condition = condition
    self.isGrouping = isGrouping
  }
}

/// One expression node, decoded. (HCL native syntax specification, sections "Expressions" and "Templates".)
///
/// The cases are those of the reference implementation, so that evaluation can follow it form by form.
public enum Expression: Sendable {
  /// `null`
  case null
  /// `true`, `false`
  case bool(Bool)
  /// A number; its text is the node's range.
  case number
  /// A literal part of a template, or a whole quoted string without interpolation inside a `template`. Its value: `SyntaxTree.string(_:)`.
  case templateLiteral
  /// A quoted string or heredoc. No parts: the empty string. One literal part: a plain string.
  case template(parts: NodeList)
  /// `"${x}"`: the value of `x`, type kept.
  case templateWrap(NodeID)
  /// `%{ for }`: the strings of a `for` expression, joined.
  case templateJoin(NodeID)
  /// `name.step[0]…`, rooted in the scope.
  case scopeTraversal(root: NameID, steps: StepList)
  /// Steps applied to an arbitrary expression.
  case relativeTraversal(source: NodeID, steps: StepList)
  case functionCall(name: NameID, arguments: NodeList, expandsFinal: Bool)
  case conditional(condition: NodeID, then: NodeID, otherwise: NodeID)
  /// `collection[key]` with a key that is not a literal.
  case index(collection: NodeID, key: NodeID)
  case tuple(elements: NodeList)
  /// Alternating `objectKey` nodes and values.
  case object(items: NodeList)
  /// A key of an object constructor; `isForced` when written in parentheses. A bare identifier that is not forced is its own name.
  case objectKey(NodeID, isForced: Bool)
  case forExpression(ForClauses)
  /// `source.*.a` or `source[*].a`: `each` is applied to every element, which it names by `anonymousSymbol`.
  case splat(source: NodeID, each: NodeID)
  /// The element of the splat around.
  case anonymousSymbol
  case binary(BinaryOperator, NodeID, NodeID)
  case unary(UnaryOperator, NodeID)
  case parentheses(NodeID)
  /// What stands where an expression could not be parsed; it evaluates to an unknown value.
  case invalid
}

/// An expression together with the tree it stands in.
public struct ExpressionSyntax: Sendable {
  public let tree: SyntaxTree
  public let id: NodeID

  @inlinable
  public init(tree: SyntaxTree, id: NodeID) {
    self.tree = tree
    self.id = id
  }

  @inlinable public var expression: Expression { tree.expression(id) }
  public var range: SourceRange { SourceRange(file: tree.file, bytes: tree.range(id)) }
  public var text: String { tree.file.text(tree.range(id)) }

  /// The same tree's expression at another node.
  @inlinable
  public func at(_ other: NodeID) -> ExpressionSyntax { ExpressionSyntax(tree: tree, id: other) }
}
