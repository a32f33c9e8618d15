import Diagnostics
import Foundation
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TestSupport
import Testing

private func rows(_ table: String) throws -> [(name: String, row: JSON)] {
  try JSON.shared("conformance/language/hcl_json_tables.json")?["tables"]?[table]?.array?.first?["rows"]?.rows ?? []
}

/// A range of the reference's data as `start:end`.
private func range(_ json: JSON?) -> String {
  "\(json?["Start"]?["Byte"]?.int ?? 0):\(json?["End"]?["Byte"]?.int ?? 0)"
}

private func range(_ bytes: ByteRange) -> String { "\(bytes.start):\(bytes.end)" }

private func schema(_ json: JSON?) -> JSONBlockSchema {
  let blocks = (json?["Blocks"]?.array ?? []).compactMap { block in
    block["Type"]?.string.map { ($0, JSONBlockSchema.Block(labelCount: block["LabelNames"]?.array?.count ?? 0)) }
  }
  return JSONBlockSchema(Dictionary(blocks) { first, _ in first })
}

/// Attributes and blocks of a body in the reference's data, one a line with their ranges.
private func outline(_ content: JSON?) -> [String] {
  var lines = (content?["Attributes"] ?? content)?.object?.values.compactMap(attributeLine) ?? []
  for block in content?["Blocks"]?["$pos"]?.array ?? [] {
    let labels = zip(block["Labels"]?["$pos"]?.array ?? block["Labels"]?.array ?? [], block["LabelRanges"]?["$pos"]?.array ?? block["LabelRanges"]?.array ?? [])
    let names = labels.map { " \($0.string ?? "") \(range($1))" }.joined()
    lines.append("block \(block["Type"]?.string ?? "") \(range(block["TypeRange"]))\(names)")
  }
  return lines.sorted()
}

private func attributeLine(_ json: JSON) -> String? {
  guard let name = json["Name"]?.string else { return nil }
  return "\(name) \(range(json["NameRange"])) \(range(json["Range"])) \(range(json["Expr"]?["src"]?["SrcRange"]))"
}

private func outline(_ body: BodySyntax, _ names: Set<String>?) -> [String] {
  var lines: [String] = []
  for attribute in body.attributes where names?.contains(attribute.name) != false {
    lines.append("\(attribute.name) \(range(attribute.nameRange)) \(range(attribute.range.bytes)) \(range(attribute.expression.range.bytes))")
  }
  for block in body.blocks {
    lines.append("block \(block.type) \(range(block.typeRange))" + block.labels.map { " \($0.value) \(range($0.range))" }.joined())
  }
  return lines.sorted()
}

/// Bodies with a schema: what the schema does not name is an error unless the content is partial; what it requires must be there.
@Test(arguments: ["TestBodyPartialContent", "TestBodyContent"])
func bodiesInJSONHaveTheContentOfTheReference(tableName: String) throws {
  guard ProjectRoot.shared != nil else { return }
  var table = ReferenceTable("hcl_json \(tableName)")
  for (number, row) in try rows(tableName) {
    guard let text = row["src"]?.string else { continue }
    let declared = row["schema"]?["Attributes"]?.array ?? []
    let names = Set(declared.compactMap { $0["Name"]?.string })
    let result = parseJSONConfiguration(source(text), schema: schema(row["schema"]))
    let body = BodySyntax(tree: result.tree, id: result.tree.root)
    let missing = declared.filter { $0["Required"]?.bool == true && body.attribute($0["Name"]?.string ?? "") == nil }.count
    let unknown = tableName == "TestBodyContent" ? body.attributes.filter { !names.contains($0.name) }.count : 0
    let count = result.diagnostics.count + missing + unknown
    var holds = count == row["diagCount"]?.int
    let actual = outline(body, names)
    let expected = row["want"].map(outline) ?? actual
    holds = holds && expected == actual
    table.check("\(number): \(text)", holds, "expected \(expected), actual \(actual), \(count) errors")
  }
  table.finish(knownDifferences: tableName == "TestBodyContent" ? [:] : knownContent)
}

private let knownContent = [
  "16: [{\"name\":\"Ermintrude\"},{\"name\":\"Ermintrude\"}]":
    "the table contradicts itself: the argument ends at 21, its value at 20; the reference's test does not compare the value's range"
]

@Test func propertiesOfJSONAreAttributesAsInTheReference() throws {
  guard ProjectRoot.shared != nil else { return }
  var table = ReferenceTable("hcl_json TestJustAttributes")
  for (_, row) in try rows("TestJustAttributes") {
    guard let text = row["src"]?.string else { continue }
    let result = parseJSONConfiguration(source(text), schema: JSONBlockSchema())
    let actual = outline(BodySyntax(tree: result.tree, id: result.tree.root), nil)
    let expected = outline(row["want"])
    table.check(text, result.diagnostics.count == row["diagCount"]?.int && actual == expected, "expected \(expected), actual \(actual)")
  }
  table.finish()
}

// MARK: Values

private func evaluate(_ expression: ExpressionSyntax, _ variables: Attributes = Attributes()) -> (Value, [Diagnostic]) {
  var evaluator = DecoderSpecification.evaluator(variables)
  return (evaluator.evaluate(expression), evaluator.diagnostics)
}

@Test func expressionsInJSONHaveTheValuesOfTheReference() throws {
  guard ProjectRoot.shared != nil else { return }
  var table = ReferenceTable("hcl_json TestParseExpression")
  for (_, row) in try rows("TestParseExpression") {
    guard let text = row["Input"]?.string, let wanted = row["Want"]?.string else { continue }
    let (value, problems) = evaluate(parseJSONExpression(source(text)).0, Attributes([("noun", .string("world"))]))
    table.check(text, problems.isEmpty && constructorText(value) == wanted.filter { $0 != " " }, constructorText(value))
  }
  table.finish()
}

/// A value as the reference's language constructs it, without spaces.
private func constructorText(_ value: Value) -> String {
  switch value.content {
  case .string(let text): return "cty.StringVal(\"\(text.filter { $0 != " " })\")"
  case .bool(let flag): return flag ? "cty.True" : "cty.False"
  case .number(let number): return "cty.NumberIntVal(\(number.description))"
  case .tuple(let elements):
    return elements.isEmpty ? "cty.EmptyTupleVal" : "cty.TupleVal([]cty.Value{\(elements.map(constructorText).joined(separator: ","))})"
  case .object(let members):
    let pairs = members.pairs.map { "\"\($0)\":\(constructorText($1))" }
    return members.isEmpty ? "cty.EmptyObjectVal" : "cty.ObjectVal(map[string]cty.Value{\(pairs.joined(separator: ","))})"
  default: return "other"
  }
}

@Test func kindsOfJSONValuesAreThoseOfTheReference() throws {
  guard ProjectRoot.shared != nil else { return }
  let text = """
    {"string": "string_val", "number": 5, "bool_true": true, "bool_false": false, "array": ["a"], "object": {"key": "value"}, "null": null}
    """
  let result = parseJSONConfiguration(source(text), schema: JSONBlockSchema())
  let body = BodySyntax(tree: result.tree, id: result.tree.root)
  var table = ReferenceTable("hcl_json TestExpression_Value")
  for (name, row) in try rows("TestExpression_Value") {
    let value = body.attribute(name).map { evaluate($0.expression).0 }
    table.check(name, value?.isIdentical(to: try TypedJSON.value(row)) == true)
  }
  table.finish()
}

@Test func problemsInJSONTemplatesAreThoseOfTheReference() throws {
  guard ProjectRoot.shared != nil else { return }
  var table = ReferenceTable("hcl_json TestExpressionValue_Diags")
  for (_, row) in try rows("TestExpressionValue_Diags") {
    guard let text = row["src"]?.string, let name = row["name"]?.string, let wanted = row["expected"] else { continue }
    let result = parseJSONConfiguration(source(text), schema: JSONBlockSchema())
    guard let attribute = BodySyntax(tree: result.tree, id: result.tree.root).attribute("v") else { continue }
    let (value, problems) = evaluate(attribute.expression, Attributes([("VAR1", .string("case"))]))
    let expected = try TypedJSON.value(wanted)
    let holds = problems.isEmpty == (row["error"] == nil) && value.isIdentical(to: expected)
    table.check(name, holds, "expected \(expected), actual \(value), \(problems.map(\.summary))")
  }
  table.finish()
}

@Test func variablesInJSONAreThoseOfTheReference() throws {
  guard ProjectRoot.shared != nil else { return }
  var table = ReferenceTable("hcl_json TestExpressionVariables")
  for (_, row) in try rows("TestExpressionVariables") {
    guard let text = row["Src"]?.string else { continue }
    let expected = (row["Want"]?.array ?? []).flatMap { $0["$pos"]?.array ?? [] }.map { "\($0["Name"]?.string ?? "") \(range($0["SrcRange"]))" }
    let result = parseJSONConfiguration(source(text), schema: JSONBlockSchema())
    var actual: [String] = []
    for attribute in BodySyntax(tree: result.tree, id: result.tree.root).attributes {
      attribute.expression.forEachScopeTraversal { actual.append("\($0.rootName) \(range($0.range.bytes))") }
    }
    table.check(text, actual == expected, "expected \(expected), actual \(actual)")
  }
  table.finish()
}
