import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TestSupport
import Testing

/// Expressions and templates over variables, with value, type, refinements, marks, and the number of errors.
@Suite struct ExpressionTests {
  /// Cases whose answer differs, each with its reason.
  static let differences: [String: String] = [
    "TestTemplateExprParseAndValue:25": "one wrong directive is one error: the end that then has no beginning is no second one",
    "TestExpressionParseAndValue:47": "one wrong name is one error",
    "TestExpressionParseAndValue:48": "one wrong name is one error",
  ]

  /// Our diagnostics by the summaries of the reference.
  static let ids: [String: Set<String>] = [
    "Inconsistent conditional result types": ["inconsistent-conditional"],
    "Unsupported attribute": ["unsupported-attribute"],
    "Invalid index": ["invalid-index"],
    "Unknown variable": ["undeclared-variable"],
    "Invalid operand": ["invalid-operand"],
    "Function calls not allowed": ["unknown-function"],
    "Attempt to index null value": ["null-access"],
  ]

  @Test func `values are those of the reference`() throws {
    guard let table = try JSON.shared("conformance/language/hcl_expressions.json"), let cases = table["cases"]?.array else { return }
    let rows = cases.map { (name: ($0["id"]?.string ?? "").split(separator: ".go:").last.map(String.init) ?? "", row: $0) }
    conform("expressions", rows, except: Self.differences) { row in
      var variables = Attributes()
      for (name, value) in row["ctx"]?["variables"]?.object ?? [:] { variables[name] = try TypedJSON.value(value) }
      let functions = try Self.functions(row["ctx"]?["functions"])
      let (value, errors) = evaluated(
        row["src"]?.string ?? "", variables, functions: functions, isTemplate: row["mode"]?.string == "template")
      if let summary = row["summary"]?.string {
        guard let wanted = Self.ids[summary] else { return "no id for \(summary)" }
        guard let error = errors.first(where: { wanted.contains($0.id) }) else {
          return "should report \(summary), reports \(errors.map(\.summary))"
        }
        let text = "\(error.summary) \(error.detail)"
        let missing = facts(row["detail"]?.string ?? "").filter { !text.contains($0) }
        return missing.isEmpty ? nil : "does not name \(missing): \(text)"
      }
      let place = errors.first?.subject.map { "\($0.start.column)-\($0.end.column)" } ?? ""
      if let error = row["error"]?.string, let range = error.firstMatch(of: /hcl:1,(\d+)-(\d+)/) {
        return place == "\(range.1)-\(range.2)" ? nil : "should report at \(range.1)-\(range.2), reports at \(place)"
      }
      let reports = errors.map { "\($0.summary): \($0.detail)" }
      if let count = row["diag_count"]?.int, count != errors.count { return "should report \(count), reports \(reports)" }
      if row["diag_count"] == nil, !errors.isEmpty { return "reports \(reports)" }
      guard let want = row["want"] else { return nil }
      let expected = try TypedJSON.value(want)
      return value.isIdentical(to: expected) ? nil : "\(row["src"]?.string ?? "") is \(debugText(value)), should be \(debugText(expected))"
    }
  }

  /// The functions that a case declares, under its own names for them.
  private static func functions(_ declared: JSON?) throws -> FunctionTable {
    guard let declared = declared?.object else { return .empty }
    var table: [String: Function] = [:]
    for (name, source) in declared {
      let text = source.string ?? ""
      if text.hasPrefix("stdlib.") {
        let own = text.dropFirst(7).dropLast(4).lowercased()
        table[name] = own == "negate" ? negate : TerraformFunctions.table[own]
        continue
      }
      let message = text.contains("out of range") ? "out of range" : "blah blah"
      table[name] = Function(
        name, "Fails.", [], variadic: text.contains("VarParam") ? FunctionParameter("foo", .string) : nil,
        type: { _ throws(FunctionError) in throw FunctionError(message, argument: 1) }
      ) { _, _ throws(FunctionError) in throw FunctionError(message, argument: 1) }
    }
    return FunctionTable(table)
  }

  private static let negate = Function(
    "negate", "Changes the sign.", [.init("number", .number)], returns: .number
  ) { arguments, _ throws(FunctionError) in
    guard let result = try? arguments[0].negated() else { throw FunctionError("no number") }
    return result
  }
}
