import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TestSupport
import Testing

/// What holds of every expression: what remains of it says the same as it did.
@Suite struct PropertyTests {
  private func evaluate(_ source: String, _ scope: VariablesUnderTest) -> (value: Value, errors: [String], parses: Bool) {
    let (expression, problems) = parseExpression(SourceFile(path: "test.hcl", text: source))
    if let problem = problems.first(where: { $0.severity == .error }) { return (.dynamicUnknown, [problem.summary], false) }
    let context = FunctionContext(files: .none, workingDirectory: "", functions: TerraformFunctions.table)
    var evaluator = Evaluator(scope: scope, functions: TerraformFunctions.table, context: context)
    let value = evaluator.evaluate(expression)
    return (value, evaluator.diagnostics.filter { $0.severity == .error }.map { "\($0.summary) \($0.detail)" }, true)
  }

  /// Whether two values say the same: a printed list is a tuple, so one is converted to the type of the other.
  private func agree(_ a: Value, _ b: Value) -> Bool {
    if a.isIdentical(to: b) { return true }
    if let converted = try? b.converted(to: a.type), converted.isIdentical(to: a) { return true }
    return a.hclText == b.hclText
  }

  @Test func `what remains of an expression means the same once its variables are known`() {
    var compared = 0
    var failures = 0
    // More than are compared: some have errors whatever their variables are.
    for seed in 0..<2_600 {
      var generator = ExpressionGenerator(seed: UInt64(seed))
      let source = generator.expression()
      let known = VariablesUnderTest(seed)
      var partial = known
      let names = ["s1", "s2", "n1", "n2", "b1", "b2", "l1", "o1", "m1"]
      for (position, name) in names.enumerated() where seed >> position & 1 == 1 || seed % 7 == 0 { partial.unknown.insert(name) }
      let whole = evaluate(source, known)
      guard whole.parses else {
        Issue.record("\(seed): \(source) does not parse: \(whole.errors)")
        continue
      }
      let rest = evaluate(source, partial)
      guard whole.errors.isEmpty else { continue }
      var problem: String?
      if !rest.errors.isEmpty {
        problem = "has errors only when unknown: \(rest.errors)"
      } else if let contradiction = contradiction(rest.value, whole.value) {
        problem = contradiction
      } else if rest.value.isWhollyKnown || rest.value.hasSymbolicPart {
        let text = rest.value.hclText
        let again = evaluate(text, known)
        if !again.parses {
          problem = "does not parse again: \(text)"
        } else if !again.errors.isEmpty {
          problem = "has errors again: \(text): \(again.errors)"
        } else if !agree(whole.value, again.value) {
          problem = "is \(debugText(again.value)), not \(debugText(whole.value)), by \(text)"
        }
        compared += 1
      } else {
        problem = "lost its origin: \(debugText(rest.value))"
      }
      if let problem {
        failures += 1
        if failures < 20 { Issue.record("\(seed): \(source)\n  unknown \(partial.unknown.sorted()): \(problem)") }
      }
    }
    print("remainders: \(compared - failures) of \(compared)")
    #expect(failures == 0)
    #expect(compared >= 2_000)
  }

  @Test func `the origin of a known value means the value`() {
    var compared = 0
    var failures = 0
    for seed in 2_600..<4_600 {
      var generator = ExpressionGenerator(seed: UInt64(seed))
      let source = generator.expression()
      let scope = VariablesUnderTest(seed)
      let (value, errors, _) = evaluate(source, scope)
      guard errors.isEmpty, let origin = value.origin else { continue }
      compared += 1
      let text = origin.hclText
      let again = evaluate(text, scope)
      if again.parses, again.errors.isEmpty, agree(value, again.value) { continue }
      failures += 1
      if failures < 20 {
        Issue.record("\(seed): \(source)\n  is \(debugText(value)), by \(text): \(again.errors) \(debugText(again.value))")
      }
    }
    print("origins: \(compared - failures) of \(compared)")
    #expect(failures == 0)
    #expect(compared > 500)
  }

  /// What is known of an unknown value but does not hold of the known one.
  private func contradiction(_ unknown: Value, _ known: Value) -> String? {
    guard case .unknown(let type, let refinements) = unknown.content else { return nil }
    // An arm of unknown type keeps the other one from being converted to a list; so it is in the reference.
    if case .tuple = type, case .list = known.type { return nil }
    if type != .dynamic, !known.type.conforms(to: type), (try? known.converted(to: type)) == nil {
      return "has the type \(known.type), said to be \(type)"
    }
    return refinements.admits(known) ? nil : "is \(debugText(known)), said to be \(debugText(unknown))"
  }
}
