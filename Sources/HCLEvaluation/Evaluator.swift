import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Evaluates expressions over a scope. (HCL native syntax specification, "Expressions" and "Templates".)
///
/// Total: whatever goes wrong becomes a diagnostic, and the value an unknown one. A result that depends on a value with an origin
/// carries the origin of the operation; a symbolic operand leaves the smallest symbolic expression.
public struct Evaluator<Scope: EvaluationScope> {
  public var scope: Scope
  public let functions: FunctionTable
  public let context: FunctionContext
  public var diagnostics: [Diagnostic] = []
  /// How many nodes may still be evaluated before evaluation gives up with an error.
  public private(set) var remainingSteps = Self.maximumSteps
  private var grantedSteps = Self.maximumSteps
  /// How many bytes of text functions and templates may still make.
  public private(set) var remainingText = Self.maximumTotalText
  private var grantedText = Self.maximumTotalText

  /// How many steps one evaluation may take unless it is told otherwise.
  public static var maximumSteps: Int { 10_000_000 }
  /// Greatest length of a string that an expression may make, in bytes.
  public static var maximumTextLength: Int { 16 << 20 }
  /// How many bytes of text one evaluation may make unless it is told otherwise, also of text that is not kept.
  public static var maximumTotalText: Int { 256 << 20 }
  /// Greatest number of elements of a collection that a function may give.
  public static var maximumElements: Int { 1_000_000 }

  /// Variables of `for` expressions around, innermost last.
  var locals: [(name: String, value: Value)] = []
  /// The element of each splat around, innermost last.
  var splatElements: [Value] = []
  /// Whether it was said that too much is asked for.
  private var isStopped = false

  public init(scope: Scope, functions: FunctionTable, context: FunctionContext) {
    self.scope = scope
    self.functions = functions
    self.context = context
  }

  /// The value of an expression. Errors stand in `diagnostics`.
  public mutating func evaluate(_ expression: ExpressionSyntax) -> Value {
    value(expression.tree, expression.id)
  }

  /// Binds a name that hides the scope's until `popLocal`.
  public mutating func pushLocal(_ name: String, _ value: Value) { locals.append((name, value)) }

  /// Unbinds the name bound last.
  public mutating func popLocal() { locals.removeLast() }

  /// Evaluates, and says whether it gave errors; diagnostics are kept.
  mutating func checked(_ tree: SyntaxTree, _ node: NodeID) -> (value: Value, failed: Bool) {
    let before = diagnostics.count
    let result = value(tree, node)
    if diagnostics.count <= before { return (result, false) }
    return (result, diagnostics[before...].contains { $0.severity == .error })
  }

  mutating func value(_ tree: SyntaxTree, _ node: NodeID) -> Value {
    guard takeStep(tree, node) else { return .dynamicUnknown }
    let before = diagnostics.count
    // The innermost expression that fails explains the error.
    defer { if Scope.explainsErrors, diagnostics.count > before { explain(from: before, tree, node) } }
    switch tree.expression(node) {
    case .null: return .null(.dynamic)
    case .bool(let flag): return .bool(flag)
    case .number: return numberLiteral(tree, node)
    case .templateLiteral: return .string(tree.string(node))
    case .template(let parts): return template(tree, node, parts)
    case .templateWrap(let wrapped): return value(tree, wrapped)
    case .templateJoin(let loop): return templateJoin(tree, node, loop)
    case .scopeTraversal(let root, let steps): return scopeTraversal(tree, node, root, steps)
    case .relativeTraversal(let source, let steps):
      let (base, failed) = checked(tree, source)
      return failed ? .dynamicUnknown : apply(steps, from: 0, to: base, tree)
    case .functionCall(let name, let arguments, let expandsFinal):
      return functionCall(tree, node, name, arguments, expandsFinal)
    case .conditional(let condition, let then, let otherwise):
      return conditional(tree, node, condition, then, otherwise)
    case .index(let collection, let key): return index(tree, node, collection, key)
    case .tuple(let elements): return tuple(tree, elements)
    case .object(let items): return object(tree, node, items)
    case .objectKey(let key, let isForced): return objectKey(tree, key, isForced)
    case .forExpression(let clauses): return forExpression(tree, node, clauses)
    case .splat(let source, let each): return splat(tree, node, source, each)
    case .anonymousSymbol: return splatElements.last ?? .dynamicUnknown
    case .binary(let op, let left, let right): return binary(tree, node, op, left, right)
    case .unary(let op, let operand): return unary(tree, node, op, operand)
    case .parentheses(let inner): return value(tree, inner)
    case .invalid: return .dynamicUnknown
    }
  }

  /// Lets the evaluation take so many steps, and make so many bytes of text, from now on.
  public mutating func grant(steps: Int, text: Int = Self.maximumTotalText) {
    grantedSteps = max(1, steps)
    remainingSteps = grantedSteps
    grantedText = max(1, text)
    remainingText = grantedText
  }

  /// How many steps were taken since the last grant.
  public var usedSteps: Int { grantedSteps - max(0, remainingSteps) }

  /// How many bytes of text were made since the last grant.
  public var usedText: Int { grantedText - max(0, remainingText) }

  @inline(__always)
  mutating func takeStep(_ tree: SyntaxTree, _ node: NodeID, cost: Int = 1) -> Bool {
    remainingSteps &-= cost
    return remainingSteps > 0 ? true : stopEvaluating(tree, node)
  }

  /// Reports once that too much is asked for.
  private mutating func stopEvaluating(_ tree: SyntaxTree, _ node: NodeID) -> Bool {
    if !isStopped {
      isStopped = true
      report(
        "evaluation-limit", "Evaluation takes too long",
        "This needs more steps than are allowed. Look for collections that multiply each other.", tree, node)
    }
    return false
  }

  /// A result of a function or template, unless it is too large to go on with.
  mutating func bounded(_ value: Value, _ tree: SyntaxTree, _ node: NodeID) -> Value {
    switch value.content {
    case .string(let text) where text.utf8.count > Self.maximumTextLength:
      report(
        "value-too-large", "A string is too long", "It would have more than \(Self.maximumTextLength) bytes.", tree, node)
      return .unknown(.string)
    case .string(let text):
      remainingText &-= text.utf8.count
      return remainingText >= 0 ? value : refuseText(tree, node)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      if elements.count <= Self.maximumElements { return value }
    case .map(_, let attributes), .object(let attributes):
      if attributes.count <= Self.maximumElements { return value }
    case .null, .unknown, .bool, .number: return value
    }
    report(
      "value-too-large", "A collection is too large", "It would have more than \(Self.maximumElements) elements.", tree, node)
    return .dynamicUnknown
  }

  /// Reports once that too much text is made.
  private mutating func refuseText(_ tree: SyntaxTree, _ node: NodeID) -> Value {
    if !isStopped {
      isStopped = true
      report(
        "evaluation-limit", "Evaluation makes too much text",
        "All strings together would have more than \(grantedText) bytes. Look for long strings that are made again and again.", tree, node)
    }
    return .unknown(.string)
  }

  private func numberLiteral(_ tree: SyntaxTree, _ node: NodeID) -> Value {
    guard let number = Number(decimal: tree.file.text(tree.range(node))) else { return .unknown(.number) }
    return .number(number)
  }

  // MARK: Traversals

  mutating func scopeTraversal(_ tree: SyntaxTree, _ node: NodeID, _ root: NameID, _ steps: StepList) -> Value {
    if !locals.isEmpty {
      let name = tree.name(root)
      for local in locals.reversed() where local.name == name {
        return apply(steps, from: 0, to: local.value, tree)
      }
    }
    switch scope.resolve(ScopeTraversal(tree: tree, node: node, root: root, steps: steps)) {
    case .value(let value, let consumed):
      return consumed == steps.count ? value : apply(steps, from: consumed, to: value, tree)
    case .failure(let diagnostic):
      diagnostics.append(diagnostic)
      return .dynamicUnknown
    }
  }

  /// Applies steps of a traversal to a value.
  mutating func apply(_ steps: StepList, from first: Int, to value: Value, _ tree: SyntaxTree) -> Value {
    var current = value
    for position in first..<max(first, steps.count) {
      let (step, range) = tree.step(steps, position)
      if Scope.readsNullAsNothing, let part = partOfNothing(step, of: current, tree) {
        current = part
        continue
      }
      do throws(AccessError) {
        switch step {
        case .attribute(let name): current = try current.attribute(tree.name(name))
        case .index(let key):
          switch indexKey(tree, key) {
          case .string(let text), .attribute(let text): current = try current.index(.string(text))
          case .number(let number): current = try current.index(.number(number))
          case nil:
            if case .null = tree.expression(key) { throw .nullKey }
            return .dynamicUnknown
          }
        }
      } catch {
        report(error, SourceRange(file: tree.file, bytes: range))
        return .dynamicUnknown
      }
    }
    return current
  }

  private mutating func index(_ tree: SyntaxTree, _ node: NodeID, _ collection: NodeID, _ key: NodeID) -> Value {
    let (base, baseFailed) = checked(tree, collection)
    let (keyValue, keyFailed) = checked(tree, key)
    if baseFailed || keyFailed { return .dynamicUnknown }
    do throws(AccessError) {
      return try base.index(keyValue)
    } catch {
      // From the opening bracket to the closing one.
      let start = bracket(tree, from: tree.range(collection).end, to: tree.range(key).start)
      report(error, SourceRange(file: tree.file, bytes: ByteRange(start: start, end: tree.range(node).end)))
      return .dynamicUnknown
    }
  }

  /// The opening bracket of an index; comments may stand before it.
  private func bracket(_ tree: SyntaxTree, from start: UInt32, to end: UInt32) -> UInt32 {
    var position = end
    while position > start {
      position -= 1
      if tree.file.bytes[Int(position)] == 0x5B { return position }
    }
    return start
  }

  /// A part of null, of a single block, or of an object that does not set it; nil where the usual access holds.
  private func partOfNothing(_ step: TraversalStep, of value: Value, _ tree: SyntaxTree) -> Value? {
    let absent: Value? = scope.missesParts ? nil : .null(.dynamic)
    if value.isNull { return absent }
    guard case .attribute(let name) = step else { return nil }
    switch value.content {
    case .list(_, let elements), .tuple(let elements), .set(_, let elements):
      if elements.isEmpty, !value.marks.contains(.open) { return absent }
      guard elements.count == 1, !value.marks.contains(.open) else { return nil }
      return try? elements[0].attribute(tree.name(name))
    case .map(_, let attributes), .object(let attributes): return attributes[tree.name(name)] == nil ? absent : nil
    case .null, .unknown, .bool, .number, .string: return nil
    }
  }

  // MARK: Diagnostics

  mutating func report(_ id: String, _ summary: String, _ detail: String, _ tree: SyntaxTree, _ node: NodeID, context: NodeID? = nil) {
    diagnostics.append(
      Diagnostic(
        .error, id, summary, detail: detail, at: SourceRange(file: tree.file, bytes: tree.range(node)),
        context: context.map { SourceRange(file: tree.file, bytes: tree.range($0)) }
      ).dependingOnValues())
  }

  mutating func report(_ error: AccessError, _ range: SourceRange) {
    let (id, summary) =
      switch error {
      case .nullValue: ("null-access", "A part of a null value is read")
      case .noAttribute(let name): ("unsupported-attribute", "There is no attribute “\(name)”")
      case .attributeOfSequence, .attributeOfPrimitive, .noAttributes: ("unsupported-attribute", "The value has no attributes")
      case .nullKey, .noKey, .outOfRange, .negativeIndex, .fractionalIndex, .wrongKeyType, .indexOfSet, .noElements:
        ("invalid-index", "The index selects nothing")
      }
    diagnostics.append(Diagnostic(.error, id, summary, detail: error.message, at: range).dependingOnValues())
  }
}

/// Functions by the names that expressions call them by, namespaces included.
public struct FunctionTable: Sendable {
  public let byName: [String: Function]

  public init(_ functions: [Function]) {
    byName = Dictionary(functions.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  public init(_ byName: [String: Function]) { self.byName = byName }

  public static let empty = FunctionTable([:])

  /// `core::name` is `name`.
  public subscript(name: String) -> Function? {
    if let function = byName[name] { return function }
    return name.hasPrefix("core::") ? byName[String(name.dropFirst(6))] : nil
  }

  /// This table with more functions, which hide those of the same name.
  public func adding(_ functions: [Function]) -> FunctionTable {
    FunctionTable(Array(byName.values) + functions)
  }
}
