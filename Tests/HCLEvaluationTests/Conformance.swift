import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TestSupport
import Testing

/// Compares rows of a reference table; a row gives nil when it holds, else what is different. Exceptions are named with their reason.
func conform(
  _ title: String, _ rows: [(name: String, row: JSON)], except exceptions: [String: String] = [:],
  _ check: (JSON) throws -> String?
) {
  var passed = 0
  for (name, row) in rows {
    let failure: String?
    do {
      failure = try check(row)
    } catch {
      failure = "\(error)"
    }
    switch (failure, exceptions[name]) {
    case (.none, .none): passed += 1
    case (.none, .some): Issue.record("\(title) \(name) holds: take it off the list of exceptions")
    case (.some, .some): break
    case (.some(let text), .none): Issue.record("\(title) \(name): \(text)")
    }
  }
  print("\(title): \(passed) of \(rows.count)")
}

func debugText(_ value: Value) -> String {
  let marks = value.marks.isEmpty ? "" : " marked \(value.marks.rawValue)"
  switch value.content {
  case .null(let type): return "null \(type)\(marks)"
  case .unknown(let type, let refinements): return "unknown \(type)\(refinements == .none ? "" : " \(refinements)")\(marks)"
  case .bool(let value): return "\(value)\(marks)"
  case .number(let number): return "\(number)\(marks)"
  case .string(let text): return "\(quotedHCL(text))\(marks)"
  case .list(let type, let elements): return "list(\(type))[\(elements.map(debugText).joined(separator: ", "))]\(marks)"
  case .set(let type, let elements): return "set(\(type))[\(elements.map(debugText).joined(separator: ", "))]\(marks)"
  case .tuple(let elements): return "[\(elements.map(debugText).joined(separator: ", "))]\(marks)"
  case .map(let type, let attributes):
    return "map(\(type)){\(attributes.pairs.map { "\($0) = \(debugText($1))" }.joined(separator: ", "))}\(marks)"
  case .object(let attributes): return "{\(attributes.pairs.map { "\($0) = \(debugText($1))" }.joined(separator: ", "))}\(marks)"
  }
}

/// The value of an expression or template over variables, and all errors, those of parsing among them.
func evaluated(
  _ source: String, _ variables: Attributes = Attributes(), functions: FunctionTable = TerraformFunctions.table, isTemplate: Bool = false,
  evaluatesDespiteErrors: Bool = true
) -> (value: Value, errors: [Diagnostic]) {
  let file = SourceFile(path: "test.hcl", text: source)
  let (expression, problems) = isTemplate ? parseTemplate(file) : parseExpression(file)
  let context = FunctionContext(files: .none, workingDirectory: "", functions: functions)
  var evaluator = Evaluator(scope: VariableScope(variables), functions: functions, context: context)
  let value = evaluator.evaluate(expression)
  return (value, (problems + evaluator.diagnostics).filter { $0.severity == .error })
}
