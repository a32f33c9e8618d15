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
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide, .modulo: break
    }
    let (a, aFailed) = checked(tree, left)
    let (b, bFailed) = checked(tree, right)
    let resultType: ValueType = isArithmetic(op) ? .number : .bool
    if aFailed || bFailed { return .unknown(resultType) }
    do throws(OperationError) {
      return traced(try a.applying(op, to: b), op.text, [a, b])
    } catch {
      let subject: NodeID =
        switch error {
        case .unsuitableOperand(let position, _, _), .nullOperand(let position): position == 0 ? left : right
        case .undefined, .wrongCollection: node
        }
      report("invalid-operand", "Invalid operand of “\(op.text)”", error.message, tree, subject, context: node)
      return .unknown(resultType)
    }
  }

  mutating func unary(_ tree: SyntaxTree, _ node: NodeID, _ op: UnaryOperator, _ operand: NodeID) -> Value {
    let (a, failed) = checked(tree, operand)
    let resultType: ValueType = op == .negate ? .number : .bool
    if failed { return .unknown(resultType) }
    do throws(OperationError) {
      return traced(try a.applying(op), op.text, [a])
    } catch {
      report("invalid-operand", "Invalid operand of “\(op.text)”", error.message, tree, operand, context: node)
      return .unknown(resultType)
    }
  }

  /// `&&` and `||`: the left side may decide alone; an unknown left side leaves the decision to the right one.
  private mutating func logical(
    _ tree: SyntaxTree, _ node: NodeID, _ op: BinaryOperator, _ left: NodeID, _ right: NodeID, decidedBy decisive: Bool
  ) -> Value {
    let (a, aFailed) = checked(tree, left)
    guard !aFailed, let first = operand(a, tree, left, op, node) else { return .unknown(.bool) }
    if case .bool(let flag) = first.content, flag == decisive { return first }
    let before = diagnostics.count
    let (b, bFailed) = checked(tree, right)
    if bFailed {
      // The left side, once known, may keep the right one from being evaluated at all.
      if case .unknown = first.content { diagnostics.removeLast(diagnostics.count - before) }
      return .unknown(.bool)
    }
    guard let second = operand(b, tree, right, op, node) else { return .unknown(.bool) }
    let marks = first.marks.union(second.marks)
    switch (first.content, second.content) {
    case (.bool, .bool(let flag)):
      return traced(Value(.bool(flag), marks: marks), op.text, [first, second])
    case (.unknown, .bool(let flag)) where flag == decisive:
      return Value(.bool(decisive), marks: marks, origin: second.origin)
    case (.bool, .unknown):
      // The known side does not decide: the other one is the result.
      return Value(second.content, marks: marks, origin: second.origin)
    case (.unknown, .bool):
      return Value(first.content, marks: marks, origin: first.origin)
    default:
      return traced(Value(.unknown(.bool, .notNull), marks: marks), op.text, [first, second])
    }
  }

  private mutating func operand(_ value: Value, _ tree: SyntaxTree, _ node: NodeID, _ op: BinaryOperator, _ whole: NodeID) -> Value? {
    if value.isNull {
      report("invalid-operand", "Invalid operand of “\(op.text)”", "The operand is null; a bool is needed.", tree, node, context: whole)
      return nil
    }
    do throws(ConversionError) {
      return try value.converted(to: .bool)
    } catch {
      report("invalid-operand", "Invalid operand of “\(op.text)”", "A bool is needed. \(error.message)", tree, node, context: whole)
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
  private func traced(_ result: Value, _ text: String, _ operands: [Value]) -> Value {
    let isTraced = operands.contains { $0.origin != nil } || (!result.isKnown && operands.contains { $0.hasSymbolicPart })
    guard isTraced else { return result }
    return result.withOrigin(.operation(text, operands))
  }

  // MARK: Conditionals

  mutating func conditional(_ tree: SyntaxTree, _ node: NodeID, _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID) -> Value {
    let (rawTest, testFailed) = checked(tree, condition)
    let test: Value
    if testFailed {
      test = .unknown(.bool)
    } else if rawTest.isNull {
      report(
        "null-condition", "The condition is null", "A condition must be true or false.", tree, condition, context: node)
      test = .unknown(.bool)
    } else {
      do throws(ConversionError) {
        test = try rawTest.converted(to: .bool)
      } catch {
        report(
          "wrong-condition-type", "The condition is not a bool", "A condition must be true or false. \(error.message)", tree, condition,
          context: node)
        test = .unknown(.bool)
      }
    }
    // Both arms are evaluated for their types; only the chosen one's errors count.
    let start = diagnostics.count
    let a = value(tree, then)
    let thenDiagnostics = Array(diagnostics[start...])
    diagnostics.removeLast(diagnostics.count - start)
    let b = value(tree, otherwise)
    let otherwiseDiagnostics = Array(diagnostics[start...])
    diagnostics.removeLast(diagnostics.count - start)

    guard let type = unifiedArmType(a, b) else {
      diagnostics.append(
        Diagnostic(
          .error, "inconsistent-conditional", "The results of the conditional have different types",
          detail: "Both must have one type or convert to one. \(mismatch(a.type, b.type))",
          at: SourceRange(file: tree.file, bytes: tree.range(then).union(tree.range(otherwise))),
          context: SourceRange(file: tree.file, bytes: tree.range(node))
        ).dependingOnValues())
      return .dynamicUnknown
    }
    guard case .bool(let flag) = test.content else {
      return undecided(test, a, b, type)
    }
    diagnostics.append(contentsOf: flag ? thenDiagnostics : otherwiseDiagnostics)
    let chosen = flag ? a : b
    do throws(ConversionError) {
      let result = try chosen.converted(to: type)
      return Value(result.content, marks: result.marks.union(test.marks), origin: result.origin)
    } catch {
      report(
        "inconsistent-conditional", "The results of the conditional have different types",
        "The chosen result does not convert to the common type. \(error.message)", tree, flag ? then : otherwise, context: node)
      return .unknown(type)
    }
  }

  private func unifiedArmType(_ a: Value, _ b: Value) -> ValueType? {
    if a.isNull && a.type == .dynamic { return b.type }
    if b.isNull && b.type == .dynamic { return a.type }
    let (left, right) = (a.type, b.type)
    if left == right { return left }
    if left == .dynamic || right == .dynamic { return .dynamic }
    return ValueType.unify([left, right])
  }

  private func undecided(_ test: Value, _ a: Value, _ b: Value, _ type: ValueType) -> Value {
    let then = (try? a.converted(to: type)) ?? a
    let otherwise = (try? b.converted(to: type)) ?? b
    let origin: Origin? =
      test.origin != nil || test.hasSymbolicPart ? .conditional(test: test, then: then, otherwise: otherwise) : nil
    let isNotNull = !then.mayBeNull && !otherwise.mayBeNull
    return Value(
      .unknown(type, isNotNull ? .notNull : .none), marks: test.marks.union(a.marks).union(b.marks).subtracting(.open), origin: origin)
  }

  private func mismatch(_ a: ValueType, _ b: ValueType) -> String {
    "The one for true is \(a), the one for false is \(b)."
  }
}
