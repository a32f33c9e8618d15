import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// What a condition comes to.
enum Verdict: Equatable {
  case yes, no
  /// Which value is not known, and why.
  case undecided(reason: String)

  var isDecided: Bool { self == .yes || self == .no }
  var negated: Verdict {
    switch self {
    case .yes: .no
    case .no: .yes
    case .undecided: self
    }
  }
}

/// A verdict with the parts of `self` that brought it about, the most telling first.
struct Decision {
  var verdict: Verdict
  var reads: [RuleScope.Read]

  init(_ verdict: Verdict, _ reads: [RuleScope.Read] = []) {
    self.verdict = verdict
    self.reads = reads
  }
}

/// Judges conditions with three values. (docs/rules-language.md, "True, false, unknown".)
///
/// Takes apart `!`, `&&`, `||`, conditionals, ordered comparisons and the quantifiers `any` and `all`, so that one known operand decides
/// where it can; everything else is evaluated as Terraform would. Errors on a user's values leave the condition undecided.
struct ConditionEvaluator {
  var evaluator: Evaluator<RuleScope>

  init(scope: RuleScope, functions: FunctionTable, context: FunctionContext) {
    evaluator = Evaluator(scope: scope, functions: functions, context: context)
  }

  /// A value, or the reason why there is none.
  enum Evaluation {
    case value(Value)
    case failed(String)
  }

  mutating func decide(_ expression: ExpressionSyntax) -> Decision {
    switch expression.expression {
    case .parentheses(let inner): return decide(expression.at(inner))
    case .unary(.not, let operand):
      var decision = decide(expression.at(operand))
      decision.verdict = decision.verdict.negated
      return decision
    case .binary(.and, let left, let right): return decideBoth(expression.at(left), expression.at(right), decisive: .no)
    case .binary(.or, let left, let right): return decideBoth(expression.at(left), expression.at(right), decisive: .yes)
    case .binary(.less, let left, let right), .binary(.lessOrEqual, let left, let right), .binary(.greater, let left, let right),
      .binary(.greaterOrEqual, let left, let right):
      return decideOrdered(expression, expression.at(left), expression.at(right))
    case .conditional(let test, let then, let otherwise):
      return decideConditional(expression.at(test), expression.at(then), expression.at(otherwise))
    case .functionCall(let name, let arguments, _) where arguments.count == 1:
      switch expression.tree.name(name) {
      case "any": return decideQuantifier(expression.at(expression.tree.node(arguments, 0)), decisive: .yes)
      case "all": return decideQuantifier(expression.at(expression.tree.node(arguments, 0)), decisive: .no)
      default: return decidePlain(expression)
      }
    case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal,
      .functionCall, .index, .tuple, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .invalid:
      return decidePlain(expression)
    }
  }

  /// The value of an expression, with what it read of `self`.
  mutating func evaluate(_ expression: ExpressionSyntax) -> (result: Evaluation, reads: [RuleScope.Read]) {
    evaluator.scope.reads.removeAll(keepingCapacity: true)
    evaluator.scope.lastPath = nil
    let value = evaluator.evaluate(expression)
    let reads = evaluator.scope.reads
    if let error = evaluator.diagnostics.first(where: { $0.severity == .error }) {
      evaluator.diagnostics.removeAll()
      return (.failed(error.detail.isEmpty ? error.summary : "\(error.summary): \(error.detail)"), reads)
    }
    evaluator.diagnostics.removeAll()
    return (.value(value), reads)
  }

  // MARK: Connectives

  private mutating func decideBoth(_ left: ExpressionSyntax, _ right: ExpressionSyntax, decisive: Verdict) -> Decision {
    let first = decide(left)
    if first.verdict == decisive { return first }
    let second = decide(right)
    if second.verdict == decisive { return second }
    if case .undecided = first.verdict { return first }
    if case .undecided = second.verdict { return second }
    return Decision(second.verdict, first.reads + second.reads)
  }

  private mutating func decideConditional(_ test: ExpressionSyntax, _ then: ExpressionSyntax, _ otherwise: ExpressionSyntax) -> Decision {
    let condition = decide(test)
    switch condition.verdict {
    case .yes: return decide(then)
    case .no: return decide(otherwise)
    case .undecided:
      let first = decide(then)
      let second = decide(otherwise)
      return first.verdict == second.verdict && first.verdict.isDecided ? Decision(first.verdict, first.reads + second.reads) : condition
    }
  }

  /// An ordered comparison with null is false.
  private mutating func decideOrdered(_ whole: ExpressionSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax) -> Decision {
    for operand in [left, right] {
      let (result, reads) = evaluate(operand)
      if case .value(let value) = result, value.isNullContent { return Decision(.no, reads) }
    }
    return decidePlain(whole)
  }

  private mutating func decidePlain(_ expression: ExpressionSyntax) -> Decision {
    let (result, reads) = evaluate(expression)
    return Decision(verdict(of: result, reads), reads)
  }

  private func verdict(of result: Evaluation, _ reads: [RuleScope.Read]) -> Verdict {
    switch result {
    case .failed(let reason): return .undecided(reason: reason)
    case .value(let value):
      if let truth = value.knownTruth { return truth ? .yes : .no }
      if value.isNullContent { return .no }
      if value.isUnknownContent { return .undecided(reason: Self.reason(value, reads)) }
      return .undecided(reason: "the condition is not a bool")
    }
  }

  /// Which value is not known: the first unknown part of `self` that was read, or the result itself.
  static func reason(_ value: Value, _ reads: [RuleScope.Read]) -> String {
    for read in reads {
      if let unknown = read.value.firstUnknown() { return "self\(read.path) depends on \(OriginText.describe(unknown))" }
      if read.value.isOpen { return "self\(read.path) may have further elements" }
    }
    return "the result depends on \(OriginText.describe(value.firstUnknown() ?? value))"
  }

  // MARK: Quantifiers

  private mutating func decideQuantifier(_ argument: ExpressionSyntax, decisive: Verdict) -> Decision {
    if case .forExpression(let clauses) = argument.expression, clauses.keyResult == nil {
      return decideLoop(argument, clauses, decisive)
    }
    let (result, reads) = evaluate(argument)
    guard case .value(let list) = result else { return Decision(verdict(of: result, reads), reads) }
    if list.isNullContent { return Decision(decisive.negated, reads) }
    guard let elements = list.knownElements else { return Decision(.undecided(reason: Self.reason(list, reads)), reads) }
    var pending: Verdict?
    for element in elements {
      let verdict = verdict(of: .value(element), reads)
      if verdict == decisive { return Decision(decisive, reads) }
      if !verdict.isDecided { pending = pending ?? verdict }
    }
    if list.isOpen { pending = pending ?? .undecided(reason: Self.reason(list, reads)) }
    return Decision(pending ?? decisive.negated, reads)
  }

  /// `any([for … : condition])`: each element by itself, so that the place of the one that decides is known.
  private mutating func decideLoop(_ loop: ExpressionSyntax, _ clauses: ForClauses, _ decisive: Verdict) -> Decision {
    let (result, reads) = evaluate(loop.at(clauses.collection))
    let path = evaluator.scope.lastPath
    guard case .value(let collection) = result else { return Decision(verdict(of: result, reads), reads) }
    if collection.isNullContent { return Decision(decisive.negated, reads) }
    guard let elements = Elements(of: collection) else { return Decision(.undecided(reason: Self.reason(collection, reads)), reads) }
    var pending: Verdict?
    let depth = evaluator.scope.bindings.count
    for position in elements.values.indices {
      if let name = clauses.keyVariable {
        evaluator.scope.bindings.append(.init(name: loop.tree.name(name), value: elements.keys[position], path: nil))
      }
      evaluator.scope.bindings.append(
        .init(
          name: loop.tree.name(clauses.valueVariable), value: elements.values[position],
          path: path?.appending(elements.steps[position])))
      let decision = decideElement(loop, clauses, decisive)
      evaluator.scope.bindings.removeLast(evaluator.scope.bindings.count - depth)
      guard let decision else { continue }
      if decision.verdict == decisive {
        // The element that decides comes first; the collection stands for it when the element has no place.
        return Decision(decisive, decision.reads.isEmpty ? reads : decision.reads)
      }
      if !decision.verdict.isDecided { pending = pending ?? decision.verdict }
    }
    if collection.isOpen { pending = pending ?? .undecided(reason: Self.reason(collection, reads)) }
    return Decision(pending ?? decisive.negated, reads)
  }

  /// Nil when the `if` clause leaves the element out.
  private mutating func decideElement(_ loop: ExpressionSyntax, _ clauses: ForClauses, _ decisive: Verdict) -> Decision? {
    guard let condition = clauses.condition else { return decide(loop.at(clauses.valueResult)) }
    let filter = decide(loop.at(condition))
    switch filter.verdict {
    case .no: return nil
    case .yes: return decide(loop.at(clauses.valueResult))
    case .undecided:
      // An element that does not decide may be left out or not: nothing changes.
      let decision = decide(loop.at(clauses.valueResult))
      return decision.verdict == decisive.negated ? nil : filter
    }
  }
}

/// The elements of a collection with their keys and the steps that lead to them.
struct Elements {
  var keys: [Value]
  var values: [Value]
  var steps: [AttributePath.Step]

  /// Nil for what has no elements: an unknown collection, a primitive.
  init?(of value: Value) {
    if let attributes = value.knownAttributes {
      keys = attributes.keys.map { Value(.string($0)) }
      values = attributes.values
      steps = attributes.keys.map { .attribute($0) }
      return
    }
    guard let elements = value.knownElements else { return nil }
    if case .set = value.content {
      // Elements of a set are sorted: where they stand in the source is not known.
      keys = elements
      values = elements
      steps = elements.map { _ in .splat }
      return
    }
    keys = elements.indices.map { .number(Number($0)) }
    values = elements
    steps = elements.indices.map { .index($0) }
  }
}
