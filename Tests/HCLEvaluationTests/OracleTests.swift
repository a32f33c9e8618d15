import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TestSupport
import Testing

/// Expressions and templates that the reference implementation answered: value, type, number of errors, place of the first one.
@Suite struct OracleTests {
  /// Cases whose answer differs, each with its reason. The list only shrinks: a case that agrees must leave it.
  static let differences: [String: String] = [
    "tonumber(\"\")": "an empty string has nothing between its quotes to point at: it is reported with them"
  ]

  /// Cases that the language answers otherwise by now, or that call a function which it does not have, each with where that is said.
  static let outdated: [String: String] = {
    let namespaces = "namespaced calls are part of the language since HCL 2.20 (its changelog)"
    let length = "the library's function takes no strings, Terraform's own does (Terraform language, \"length Function\")"
    let absent = "a function of the library that the language does not have (Terraform language, \"Functions\")"
    return [
      "a::b": namespaces, "provider::x::f(1)": namespaces, "core::upper(\"a\")": namespaces,
      "length(\"abc\")": length, "length(\"e\\u0301\")": length, "strlen(\"👨‍👩‍👧\")": absent, "strlen(\"🇬🇧\")": absent,
      "coalesce(\"\",\"a\")": "Terraform's own function skips empty strings (Terraform language, \"coalesce Function\")",
      "element([\"a\",\"b\"],-1)": "negative positions count from the end since Terraform 1.10 (its changelog)",
      "lookup({a=1},\"b\")": "Terraform's own function takes two arguments, too (Terraform language, \"lookup Function\")",
    ]
  }()

  @Test(arguments: ["expressions", "templates"]) func `answers are those of the reference`(table: String) throws {
    guard let cases = try JSON.shared("conformance/language/oracle_corners.json")?[table]?.array else { return }
    let rows = cases.map { (name: $0["src"]?.string ?? "", row: $0) }
    func here(_ list: [String: String]) -> [String: String] { list.filter { item in rows.contains { $0.name == item.key } } }
    conform("oracle \(table)", rows, except: here(Self.differences), excluding: here(Self.outdated)) { row in
      try Self.difference(row, isTemplate: table == "templates")
    }
  }

  private static func difference(_ row: JSON, isTemplate: Bool) throws -> String? {
    let file = SourceFile(path: "<expr>", text: row["src"]?.string ?? "")
    let (expression, problems) = isTemplate ? parseTemplate(file) : parseExpression(file)
    var diagnostics = problems
    var value: Value?
    if !problems.contains(where: { $0.severity == .error }) {
      var evaluator = Evaluator(scope: VariableScope(), functions: TerraformFunctions.table, context: .none)
      value = evaluator.evaluate(expression)
      diagnostics += evaluator.diagnostics
    }
    let errors = diagnostics.filter { $0.severity == .error }
    // What follows from an error at the same place is not said again.
    var places: Set<String> = []
    let wanted = (row["diags"]?.array ?? []).filter { $0["severity"]?.string == "error" && places.insert(place($0)).inserted }
    if let problem = difference(errors, wanted) { return problem }
    guard let type = row["type"] else { return nil }
    guard let value else { return "has no value" }
    let wantedType = try TypedJSON.type(type)
    if value.type != wantedType { return "type \(value.type), should be \(wantedType)" }
    let (own, expected) = (encode(value).text, (row["value"] ?? .null).text)
    return own == expected ? nil : "is \(own), should be \(expected)"
  }

  private static func difference(_ errors: [Diagnostic], _ wanted: [JSON]) -> String? {
    let reports = errors.map { "\($0.id) at \($0.subject.map { "\($0.bytes.start)-\($0.bytes.end)" } ?? "?")" }
    let expectations = wanted.map { "\($0["summary"]?.string ?? "") at \(place($0))" }
    if errors.count != wanted.count { return "reports \(reports), should be \(expectations)" }
    for (error, diagnostic) in zip(errors, wanted) {
      let own = error.subject.map { "\($0.bytes.start)-\($0.bytes.end)" } ?? "?"
      if own != place(diagnostic) || !(ids[diagnostic["summary"]?.string ?? ""]?.contains(error.id) ?? false) {
        return "reports \(reports), should be \(expectations)"
      }
    }
    return nil
  }

  private static func place(_ diagnostic: JSON) -> String {
    "\(diagnostic["subject"]?["start"]?["byte"]?.int ?? -1)-\(diagnostic["subject"]?["end"]?["byte"]?.int ?? -1)"
  }

  /// Our diagnostics by the summaries of the reference.
  private static let ids: [String: Set<String>] = [
    "Ambiguous attribute key": ["ambiguous-key"],
    "Call to unknown function": ["unknown-function"],
    "Condition is null": ["null-condition"],
    "Duplicate object key": ["duplicate-key"],
    "Error in function call": ["function-error"],
    "Extra characters after expression": ["extra-after-expression"],
    "Extra characters after interpolation expression": ["extra-in-interpolation"],
    "Incorrect key type": ["wrong-key-type"],
    "Invalid 'for' expression": ["invalid-for"],
    "Invalid attribute name": ["invalid-attribute-name"],
    "Invalid character": ["invalid-character"],
    "Invalid escape sequence": ["invalid-escape"],
    "Invalid expression": ["invalid-expression"],
    "Invalid function argument": ["function-error"],
    "Invalid index": ["invalid-index", "unsupported-attribute"],
    "Invalid legacy index syntax": ["chained-legacy-index"],
    "Invalid multi-line string": ["multi-line-string"],
    "Invalid operand": ["invalid-operand"],
    "Invalid template control keyword": ["invalid-directive"],
    "Invalid template interpolation value": ["not-a-string-in-template", "null-in-template"],
    "Iteration over non-iterable value": ["not-iterable"],
    "Iteration over null value": ["null-collection"],
    "Missing attribute separator": ["missing-comma"],
    "Missing closing parenthesis": ["invalid-argument-expansion"],
    "Missing expression": ["missing-expression"],
    "Missing false expression in conditional": ["incomplete-conditional"],
    "Missing map element": ["invalid-index"],
    "Nested splat expression not allowed": ["nested-splat"],
    "Not enough function arguments": ["function-error"],
    "Null condition": ["null-condition"],
    "Null value as key": ["null-key"],
    "Operation failed": ["invalid-operand"],
    "Too many function arguments": ["function-error"],
    "Unbalanced parentheses": ["unclosed-parenthesis"],
    "Unclosed template interpolation sequence": ["unclosed-interpolation"],
    "Unexpected else directive": ["unbalanced-directive"],
    "Unexpected end of template": ["unbalanced-directive"],
    "Unexpected endfor directive": ["unbalanced-directive"],
    "Unexpected endif directive": ["unbalanced-directive"],
    "Unknown variable": ["undeclared-variable"],
    "Unsupported attribute": ["unsupported-attribute"],
    "Unsupported operator": ["unsupported-operator"],
    "Unterminated object constructor expression": ["unclosed-object"],
    "Unterminated template string": ["unterminated-template"],
    "Unterminated tuple constructor expression": ["unclosed-tuple"],
  ]

  /// As the reference wrote its answers: refinements of unknown values are not part of them.
  private static func encode(_ value: Value) -> JSON {
    if !value.marks.isEmpty {
      let names = [(Marks.ephemeral, "Ephemeral"), (.sensitive, "Sensitive")].filter { value.marks.contains($0.0) }.map { JSON.string($0.1) }
      return .object(["$marked": .array(names), "v": encode(Value(value.content))])
    }
    switch value.content {
    case .null: return .null
    case .unknown: return .object(["$unknown": .bool(true)])
    case .bool(let flag): return .bool(flag)
    case .number(let number): return .object(["$num": .string(number.text)])
    case .string(let text): return .string(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return .array(elements.map(encode))
    case .map(_, let attributes), .object(let attributes):
      return .object(Dictionary(uniqueKeysWithValues: attributes.pairs.map { ($0.0, encode($0.1)) }))
    }
  }
}
