import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Gives values to the names that expressions refer to.
///
/// A scope sees a whole traversal, so that it can give the one attribute that is asked for instead of everything there is.
public protocol EvaluationScope {
  /// Resolves the root of a traversal and as many of its steps as the scope wants to; the evaluator applies the others.
  mutating func resolve(_ traversal: ScopeTraversal) -> ScopeResolution

  /// Whether null has parts, which are null, and no elements, a list of one block stands for the block, and a function that is given null
  /// where it wants a value gives null: the language of rules, where an error about something that is not set would hide what is asked.
  /// Terraform's own scopes say no.
  static var readsNullAsNothing: Bool { get }

  /// Whether a part that is not there is an error all the same, as in an argument of `try`, which then gives the next one. Of no effect where
  /// null has no parts anyway.
  var missesParts: Bool { get set }

  /// Whether every unknown value comes to be known later and decides then: results of a conditional whose types are not known in full do
  /// not clash yet. So the reference does it; a linter wants what is likely.
  static var decidesUnknownsLater: Bool { get }

  /// Whether errors say what the names of their expression stand for.
  static var explainsErrors: Bool { get }
}

extension EvaluationScope {
  @inlinable
  public static var readsNullAsNothing: Bool { false }

  @inlinable
  public var missesParts: Bool {
    get { true }
    set {}
  }

  @inlinable
  public static var decidesUnknownsLater: Bool { false }

  @inlinable
  public static var explainsErrors: Bool { false }
}

/// What a scope says of a traversal.
public enum ScopeResolution {
  /// The value, and how many steps behind the root it includes.
  case value(Value, consumedSteps: Int)
  /// Nothing of that name: the diagnostic says so, and the result is unknown.
  case failure(Diagnostic)
}

/// A traversal rooted in the scope, as written.
public struct ScopeTraversal {
  public let tree: SyntaxTree
  public let node: NodeID
  let rootID: NameID
  let steps: StepList

  /// A step behind the root: an attribute, or an index with its key.
  public enum Step: Hashable, Sendable {
    case attribute(String)
    case string(String)
    case number(Number)
  }

  init(tree: SyntaxTree, node: NodeID, root: NameID, steps: StepList) {
    self.tree = tree
    self.node = node
    rootID = root
    self.steps = steps
  }

  public init?(_ expression: ExpressionSyntax) {
    guard case .scopeTraversal(let root, let steps) = expression.expression else { return nil }
    self.init(tree: expression.tree, node: expression.id, root: root, steps: steps)
  }

  public var rootName: String { tree.name(rootID) }
  public var stepCount: Int { steps.count }
  public var range: SourceRange { SourceRange(file: tree.file, bytes: tree.range(node)) }

  /// The name of an attribute step; nil for an index or past the end.
  public func attributeName(_ index: Int) -> String? {
    guard index < steps.count, case .attribute(let name) = tree.step(steps, index).step else { return nil }
    return tree.name(name)
  }

  /// A step with its key; nil past the end.
  public func step(_ index: Int) -> Step? {
    guard index < steps.count else { return nil }
    switch tree.step(steps, index).step {
    case .attribute(let name): return .attribute(tree.name(name))
    case .index(let node): return indexKey(tree, node)
    }
  }

  /// The range from the root to the end of a number of steps.
  public func range(throughStep count: Int) -> SourceRange {
    let whole = tree.range(node)
    // A name that is not UTF-8 is longer when repaired than it is in the file.
    let end =
      count > 0 && count <= steps.count
      ? tree.step(steps, count - 1).range.end : min(whole.start + UInt32(rootName.utf8.count), whole.end)
    return SourceRange(file: tree.file, bytes: ByteRange(start: whole.start, end: end))
  }

  /// The range of one step.
  public func range(ofStep index: Int) -> SourceRange {
    guard index < steps.count else { return range }
    return SourceRange(file: tree.file, bytes: tree.step(steps, index).range)
  }
}

/// The key of an index step: its node is a number, a bool or a plain quoted string.
func indexKey(_ tree: SyntaxTree, _ node: NodeID) -> ScopeTraversal.Step? {
  switch tree.expression(node) {
  case .number:
    return Number(decimal: tree.file.text(tree.range(node))).map { .number($0) }
  case .template(let parts):
    if parts.count == 0 { return .string("") }
    return indexKey(tree, tree.node(parts, 0))
  case .templateLiteral:
    return .string(tree.string(node))
  case .bool(let flag): return .string(flag ? "true" : "false")
  case .null, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall, .conditional, .index, .tuple,
    .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .parentheses, .invalid:
    return nil
  }
}

/// A scope of plain variables: templates, single expressions.
public struct VariableScope: EvaluationScope {
  public var variables: Attributes

  public init(_ variables: Attributes = Attributes()) { self.variables = variables }

  public mutating func resolve(_ traversal: ScopeTraversal) -> ScopeResolution {
    let name = traversal.rootName
    if let value = variables[name] { return .value(value, consumedSteps: 0) }
    let suggestion = suggestedName(for: name, among: variables.keys).map { " Did you mean “\($0)”?" } ?? ""
    return .failure(
      Diagnostic(
        .error, "undeclared-variable", "There is no variable named “\(name)”",
        detail: variables.isEmpty ? "Variables may not be used here." : "Nothing in scope has that name.\(suggestion)",
        at: traversal.range(throughStep: 0)))
  }
}
