import Diagnostics
import Foundation
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
    "tonumber(\"\")": "an empty string has nothing between its quotes to point at: it is reported with them",
    "length(\"abc\")": "Terraform's own length takes strings",
    "length(\"e\\u0301\")": "Terraform's own length takes strings",
    "strlen(\"👨‍👩‍👧\")": "Terraform has no such function",
    "strlen(\"🇬🇧\")": "Terraform has no such function",
    "format(\"%s\",null)": "the argument at fault is named",
    "format(\"%d\",1.5)": "the argument at fault is named",
    "format(\"%z\",1)": "the argument at fault is named",
    "format(\"%s\",[1])": "the argument at fault is named",
    "element([],0)": "the argument at fault is named",
    "range(0,1,0)": "the argument at fault is named",
    "csvdecode(\"a,a\\n1,2\\n\")": "the argument at fault is named",
    "coalesce(\"\",\"a\")": "Terraform's own coalesce skips empty strings",
    "element([\"a\",\"b\"],-1)": "negative positions count from the end since Terraform 1.10",
    "lookup({a=1},\"b\")": "Terraform's own lookup takes two arguments",
    "a::b": "namespaced names are part of the language since HCL 2.20",
    "provider::x::f(1)": "namespaced calls are part of the language since HCL 2.20",
    "core::upper(\"a\")": "namespaced calls are part of the language since HCL 2.20",
  ]

  @Test(arguments: ["expressions", "templates"]) func `answers are those of the reference`(table: String) throws {
    guard let shared = ProjectRoot.shared else { return }
    let data = try Data(contentsOf: shared.appendingPathComponent("conformance/language/oracle_corners.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require(root[table] as? [[String: Any]])
    var failures: [String: String] = [:]
    for item in cases {
      let source = item["src"] as? String ?? ""
      if let problem = Self.difference(item, source, isTemplate: table == "templates") { failures[source] = problem }
    }
    print("oracle \(table): \(cases.count - failures.count) of \(cases.count)")
    let unexpected = failures.filter { Self.differences[$0.key] == nil }
    for (source, problem) in unexpected.sorted(by: { $0.key < $1.key }) { print("  \(source.debugDescription): \(problem)") }
    #expect(unexpected.isEmpty)
    if table == "expressions" {
      let healed = Self.differences.keys.filter { failures[$0] == nil }.sorted()
      #expect(healed.isEmpty, "these agree and must leave the list")
    }
  }

  private static func difference(_ item: [String: Any], _ source: String, isTemplate: Bool) -> String? {
    let file = SourceFile(path: "<expr>", text: source)
    let (expression, problems) = isTemplate ? parseTemplate(file) : parseExpression(file)
    var diagnostics = problems
    var value: Value?
    if !problems.contains(where: { $0.severity == .error }) {
      var evaluator = Evaluator(scope: VariableScope(), functions: FunctionTable(TerraformFunctions.standard), context: .none)
      value = evaluator.evaluate(expression)
      diagnostics += evaluator.diagnostics
    }
    let errors = diagnostics.filter { $0.severity == .error }
    let wanted = item["errors"] as? Int ?? 0
    if errors.isEmpty != (wanted == 0) { return "\(wanted) errors wanted, got \(errors.map(\.summary))" }
    if let first = (item["diags"] as? [[String: Any]])?.first(where: { $0["severity"] as? String == "error" }),
      let subject = first["subject"] as? [String: Any], let start = subject["start"] as? [String: Int], let byte = start["byte"]
    {
      let own = errors.first?.subject.map { Int($0.bytes.start) }
      if own != byte { return "first error at \(byte) (\(first["summary"] ?? "")), got \(own ?? -1) (\(errors.first?.summary ?? ""))" }
      return nil
    }
    guard let value, item.keys.contains("value") else { return nil }
    let encoded = encode(value)
    let expected = item["value"] ?? NSNull()
    if canonical(encoded) != canonical(expected) { return "value \(expected) wanted, got \(encoded)" }
    return nil
  }

  /// Text that is equal for equal JSON.
  private static func canonical(_ value: Any) -> String {
    let data = try? JSONSerialization.data(withJSONObject: [value], options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\(value)"
  }

  private static func encode(_ value: Value) -> Any {
    if !value.marks.isEmpty {
      let names = [(Marks.ephemeral, "Ephemeral"), (.sensitive, "Sensitive")].filter { value.marks.contains($0.0) }.map(\.1)
      return ["$marked": names, "v": encode(Value(value.content))] as [String: Any]
    }
    switch value.content {
    case .null: return NSNull()
    case .unknown: return ["$unknown": true]
    case .bool(let flag): return flag
    case .number(let number): return ["$num": number.text]
    case .string(let text): return text
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return elements.map(encode)
    case .map(_, let attributes), .object(let attributes):
      return Dictionary(uniqueKeysWithValues: attributes.pairs.map { ($0.0, encode($0.1)) })
    }
  }
}
