import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Operators and conditionals. (HCL specification, "Operations", "Conditional Operator".)
extension Evaluator {
  mutating func binary(_ tree: SyntaxTree, _ node: NodeID, _ op: BinaryOperator, _ left: NodeID, _ right: NodeID) -> Value {
    switch op {
    case .and: return logical(tree, node, op, left, right, decidedBy: false)
    case .or: return logical(tree, node, op, left, right, decidedBy: true)
    case .equal, .notEqual: return equality(tree, op, left, right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide, .modulo: break
    }
    let (a, aFailed) = checked(tree, left)
    let (b, bFailed) = checked(tree, right)
    let resultType: ValueType = isArithmetic(op) ? .number : .bool
    // Both operands are looked at, so that both can be put right at once.
    let first = operand(a, .number, tree, left, op.text, node)
    let second = operand(b, .number, tree, right, op.text, node)
    guard !aFailed, !bFailed, let first, let second else { return .unknown(resultType) }
    do throws(OperationError) {
      return traced(try first.applying(op, to: second), op.text, a, b)
    } catch {
      report("invalid-operand", "Invalid operand of “\(op.text)”", error.message, tree, node)
      return .unknown(resultType)
    }
  }

  mutating func unary(_ tree: SyntaxTree, _ node: NodeID, _ op: UnaryOperator, _ operand: NodeID) -> Value {
    let (a, failed) = checked(tree, operand)
    let type: ValueType = op == .negate ? .number : .bool
    guard let value = self.operand(a, type, tree, operand, op.text, node), !failed else { return .unknown(type) }
    do throws(OperationError) {
      let result = try value.applying(op)
      guard a.origin != nil || !result.isKnown && a.hasSymbolicPart else { return result }
      return result.withOrigin(.operation(op.text, [a]))
    } catch {
      report("invalid-operand", "Invalid operand of “\(op.text)”", error.message, tree, node)
      return .unknown(type)
    }
  }

  private mutating func equality(_ tree: SyntaxTree, _ op: BinaryOperator, _ left: NodeID, _ right: NodeID) -> Value {
    let (a, aFailed) = checked(tree, left)
    let (b, bFailed) = checked(tree, right)
    if aFailed || bFailed { return .unknown(.bool) }
    var result = a.equals(b)
    // Elements that are not known could make a difference.
    if a.deepMarks.union(b.deepMarks).contains(.open), !a.isNull, !b.isNull {
      result = Value(.unknown(.bool, .notNull), marks: result.marks.subtracting(.open))
    }
    if op == .notEqual {
      switch result.content {
      case .bool(let flag): result.content = .bool(!flag)
      case .null, .unknown, .number, .string, .list, .set, .map, .tuple, .object: break
      }
    }
    return traced(result, op.text, a, b)
  }

  /// `&&` and `||`: one side may decide alone, and then what is wrong with the other one does not count; an unknown left side leaves
  /// the decision to the right one. Operands that are no bools are errors in any case.
  private mutating func logical(
    _ tree: SyntaxTree, _ node: NodeID, _ op: BinaryOperator, _ left: NodeID, _ right: NodeID, decidedBy decisive: Bool
  ) -> Value {
    let start = diagnostics.count
    let (a, aFailed) = checked(tree, left)
    let middle = diagnostics.count
    let (b, bFailed) = checked(tree, right)
    let end = diagnostics.count
    let first = operand(a, .bool, tree, left, op.text, node)
    let second = operand(b, .bool, tree, right, op.text, node)
    guard let first, let second else { return .unknown(.bool) }
    var marks = first.marks
    marks.formUnion(second.marks)
    switch (first.content, second.content) {
    case (.bool(let flag), _) where flag == decisive:
      diagnostics.removeSubrange(middle..<end)
      return Value(first.content, marks: marks, origin: first.origin)
    case (_, .bool(let flag)) where flag == decisive:
      diagnostics.removeSubrange(start..<middle)
      return Value(second.content, marks: marks, origin: second.origin)
    case (.bool, .bool(let flag)):
      return traced(Value(.bool(flag), marks: marks), op.text, first, second)
    case (.unknown, .unknown):
      if aFailed { return Value(.unknown(.bool, .none), marks: marks) }
      // The left side, once known, may keep the right one from counting at all.
      diagnostics.removeSubrange(middle..<end)
      return traced(Value(.unknown(.bool, .notNull), marks: marks), op.text, first, bFailed ? .unknown(.bool) : second)
    case (.unknown, _):
      // The known side does not decide: the other one is the result.
      return Value(.unknown(.bool, .notNull), marks: marks, origin: first.origin)
    default:
      return Value(.unknown(.bool, .notNull), marks: marks, origin: second.origin)
    }
  }

  /// An operand as what the operator works on; nil after an error.
  private mutating func operand(
    _ value: Value, _ type: ValueType, _ tree: SyntaxTree, _ node: NodeID, _ op: String, _ whole: NodeID
  ) -> Value? {
    switch (value.content, type) {
    case (.number, .number), (.bool, .bool): return value
    case (.null, _):
      let name = type == .number ? "number" : "bool"
      report("invalid-operand", "Invalid operand of “\(op)”", "“\(tree.file.text(tree.range(node)))” is null here; a \(name) is needed.", tree, whole)
      return nil
    default: break
    }
    do throws(ConversionError) {
      return try value.converted(to: type)
    } catch {
      let name = type == .number ? "number" : "bool"
      report("invalid-operand", "Invalid operand of “\(op)”", "A \(name) is needed. \(error.message)", tree, node, context: whole)
      return nil
    }
  }

  private func isArithmetic(_ op: BinaryOperator) -> Bool {
    switch op {
    case .add, .subtract, .multiply, .divide, .modulo: true
    case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: false
    }
  }

  /// Puts the operation's origin on a result that depends on anything with an origin.
  private func traced(_ result: Value, _ text: String, _ a: Value, _ b: Value) -> Value {
    let isTraced = a.origin != nil || b.origin != nil || (!result.isKnown && (a.hasSymbolicPart || b.hasSymbolicPart))
    guard isTraced else { return result }
    return result.withOrigin(.operation(text, [a, b]))
  }

  // MARK: Conditionals

  mutating func conditional(_ tree: SyntaxTree, _ node: NodeID, _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID) -> Value {
    let (rawTest, testFailed) = checked(tree, condition)
    let test = testFailed ? .unknown(.bool) : self.condition(rawTest, tree, condition, node)
    // Both arms are evaluated for their types; only the chosen one's errors count.
    let start = diagnostics.count
    let a = value(tree, then)
    let middle = diagnostics.count
    let b = value(tree, otherwise)

    let (common, mismatch) = unifiedArmType(a, b)
    guard let type = common else {
      diagnostics.removeSubrange(start...)
      if Scope.decidesUnknownsLater, a.type.hasDynamic || b.type.hasDynamic { return .dynamicUnknown }
      diagnostics.append(
        Diagnostic(
          .error, "inconsistent-conditional", "The results of the conditional have different types",
          detail: "Both must have one type or convert to one. \(mismatch)",
          at: SourceRange(file: tree.file, bytes: tree.range(then).union(tree.range(otherwise))),
          context: SourceRange(file: tree.file, bytes: tree.range(node))
        ).dependingOnValues())
      return .dynamicUnknown
    }
    guard case .bool(let flag) = test.content else {
      diagnostics.removeSubrange(start...)
      return undecided(test, a, b, type)
    }
    diagnostics.removeSubrange(flag ? middle..<diagnostics.count : start..<middle)
    let chosen = flag ? a : b
    // Which arm was chosen tells of the condition; that the other one was not tells nothing of `open`.
    let marks = test.marks.union((flag ? b : a).marks.subtracting(.open))
    if type == .dynamic || chosen.has(type: type) { return marks.isEmpty ? chosen : chosen.withMarks(marks) }
    do throws(ConversionError) {
      return try chosen.converted(to: type).withMarks(marks)
    } catch {
      report(
        "inconsistent-conditional", "The results of the conditional have different types",
        "The chosen result does not convert to the common type. \(error.message)", tree, flag ? then : otherwise, context: node)
      return .unknown(type)
    }
  }

  /// The condition as a bool, unknown after an error.
  private mutating func condition(_ value: Value, _ tree: SyntaxTree, _ node: NodeID, _ whole: NodeID) -> Value {
    switch value.content {
    case .bool: return value
    case .null:
      report("null-condition", "The condition is null", "A condition must be true or false.", tree, node, context: whole)
      return .unknown(.bool)
    case .unknown, .number, .string, .list, .set, .map, .tuple, .object: break
    }
    do throws(ConversionError) {
      return try value.converted(to: .bool)
    } catch {
      report(
        "wrong-condition-type", "The condition is not a bool", "A condition must be true or false. \(error.message)", tree, node,
        context: whole)
      return .unknown(.bool)
    }
  }

  /// The type that both arms convert to, or why there is none.
  private func unifiedArmType(_ a: Value, _ b: Value) -> (ValueType?, mismatch: String) {
    switch (a.content, b.content) {
    case (.null(.dynamic), _): return (b.type, "")
    case (_, .null(.dynamic)): return (a.type, "")
    case (.string, .string): return (.string, "")
    case (.number, .number): return (.number, "")
    case (.bool, .bool): return (.bool, "")
    default: break
    }
    let (left, right) = (a.type, b.type)
    if left == right { return (left, "") }
    if left == .dynamic || right == .dynamic { return (.dynamic, "") }
    if let type = ValueType.unify([left, right]) { return (type, "") }
    return (nil, armMismatch(left, right))
  }

  /// Unknown, and as much as both arms agree on.
  private func undecided(_ test: Value, _ a: Value, _ b: Value, _ type: ValueType) -> Value {
    let then = (try? a.converted(to: type)) ?? a
    let otherwise = (try? b.converted(to: type)) ?? b
    let marks = test.marks.union(a.marks).union(b.marks).subtracting(.open)
    let origin: Origin? =
      test.origin != nil || test.hasSymbolicPart ? .conditional(test: test, then: then, otherwise: otherwise) : nil
    if then.isNull, otherwise.isNull { return Value(.null(type), marks: marks, origin: origin) }
    var refinements = Refinements.none
    refinements.isNotNull = !then.mayBeNull && !otherwise.mayBeNull
    let isOpen = a.marks.contains(.open) || b.marks.contains(.open)
    if a.has(type: .number), b.has(type: .number) {
      refinements.lowerBound = looser(numberBounds(a).low, numberBounds(b).low) { $0 < $1 }
      refinements.upperBound = looser(numberBounds(a).high, numberBounds(b).high) { $0 > $1 }
    } else if type.isCollection, a.isCollection, b.isCollection, !isOpen {
      let (first, second) = (lengths(a), lengths(b))
      let low = min(first.lowerBound, second.lowerBound)
      let high = max(first.upperBound, second.upperBound)
      refinements.minimumLength = low == 0 ? nil : low
      refinements.maximumLength = high == .max ? nil : high
    }
    // With an origin it stays unknown, also when only one value is left: the origin says which.
    if origin != nil { return Value(.unknown(type, refinements), marks: marks, origin: origin) }
    let unknown = Value(.unknown(type, .none), marks: marks)
    return unknown.refined(by: refinements) ?? unknown
  }

  private func numberBounds(_ value: Value) -> (low: NumberBound?, high: NumberBound?) {
    if let number = value.numberValue {
      let bound = NumberBound(number, isInclusive: true)
      return (bound, bound)
    }
    return (value.refinements?.lowerBound, value.refinements?.upperBound)
  }

  private func looser(_ a: NumberBound?, _ b: NumberBound?, _ isLooser: (Number, Number) -> Bool) -> NumberBound? {
    guard let a, let b else { return nil }
    if a.value == b.value { return NumberBound(a.value, isInclusive: a.isInclusive || b.isInclusive) }
    return isLooser(a.value, b.value) ? a : b
  }

  /// How many elements a collection has at least and at most; unknown elements of a set may be equal.
  private func lengths(_ value: Value) -> ClosedRange<Int> {
    switch value.content {
    case .list(_, let elements): return elements.count...elements.count
    case .set(_, let elements):
      return elements.count < 2 || value.isWhollyKnown ? elements.count...elements.count : 1...elements.count
    case .map(_, let attributes): return attributes.count...attributes.count
    case .unknown(_, let refinements):
      let low = refinements.minimumLength ?? 0
      return low...max(low, refinements.maximumLength ?? .max)
    case .null, .bool, .number, .string, .tuple, .object: return 0...Int.max
    }
  }
}

extension Value {
  /// Whether the value is a list, set or map, known or not, and not a tuple or object.
  fileprivate var isCollection: Bool {
    switch content {
    case .list, .set, .map: true
    case .null(let type), .unknown(let type, _): type.isCollection
    case .bool, .number, .string, .tuple, .object: false
    }
  }
}

/// Where the types of the two arms of a conditional part, as precisely as it can be said in a sentence.
private func armMismatch(_ a: ValueType, _ b: ValueType) -> String {
  switch (a, b) {
  case (.tuple(let left), .tuple(let right)):
    if left.count != right.count { return "The tuple for true has the length \(left.count), the one for false \(right.count)." }
    for (position, pair) in zip(left, right).enumerated() where ValueType.unify([pair.0, pair.1]) == nil {
      return "In element \(position) of the tuples: \(armMismatch(pair.0, pair.1))"
    }
  case (.object(let left), .object(let right)):
    if let missing = left.attributes.first(where: { right.attribute($0.name) == nil }) {
      return "The object for true has an attribute “\(missing.name)”, the one for false has none."
    }
    if let missing = right.attributes.first(where: { left.attribute($0.name) == nil }) {
      return "The object for false has an attribute “\(missing.name)”, the one for true has none."
    }
    for attribute in left.attributes {
      guard let other = right.attribute(attribute.name), ValueType.unify([attribute.type, other.type]) == nil else { continue }
      return "In the attribute “\(attribute.name)”: \(armMismatch(attribute.type, other.type))"
    }
  case (.list(let left), .list(let right)): return "In the elements of the lists: \(armMismatch(left, right))"
  case (.set(let left), .set(let right)): return "In the elements of the sets: \(armMismatch(left, right))"
  case (.map(let left), .map(let right)): return "In the elements of the maps: \(armMismatch(left, right))"
  case (.dynamic, _), (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): break
  }
  return "The one for true is \(a), the one for false is \(b)."
}
