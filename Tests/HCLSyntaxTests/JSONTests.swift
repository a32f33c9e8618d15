import Diagnostics
import HCLSyntax
import SourceText
import Testing

private let schema = JSONBlockSchema([
  "resource": JSONBlockSchema.Block(
    labelCount: 2, content: JSONBlockSchema(["lifecycle": JSONBlockSchema.Block(content: JSONBlockSchema())])),
  "locals": JSONBlockSchema.Block(),
])

private func parse(_ text: String) -> ParseResult {
  parseJSONConfiguration(SourceFile(path: "main.tf.json", text: text), schema: schema)
}

/// The dump of one value, and the errors in it.
private func expression(_ text: String) -> String {
  let (expression, diagnostics) = parseJSONExpression(SourceFile(path: "main.tf.json", text: text))
  return dumpExpression(expression) + diagnostics.map { "\($0.id) \($0.subject?.bytes.start ?? 0)\n" }.joined()
}

private func problems(_ text: String) -> [String] { parse(text).diagnostics.map { "\($0.id) \($0.subject?.bytes.start ?? 0)" } }

@Test func propertiesBecomeArgumentsAndBlocks() {
  let text = #"{"resource": {"a": {"b": {"count": 1, "lifecycle": {"x": true}}}}, "locals": [{"y": null}, {"z": -2}], "//": 1}"#
  #expect(problems(text) == [])
  let body = BodySyntax(tree: parse(text).tree, id: parse(text).tree.root)
  #expect(body.blocks.map(\.type) == ["resource", "locals", "locals"])
  #expect(body.blocks.first?.labels.map(\.value) == ["a", "b"])
  #expect(body.blocks.first?.body.attribute("count")?.nameRange == ByteRange(start: 26, end: 33))
  #expect(body.blocks.first?.body.blocks.first?.type == "lifecycle")
}

@Test func stringsAreTemplates() {
  #expect(expression("\"plain\"") == "template 0:7\n  lit \"plain\" 1:6\n")
  #expect(expression("\"${a.b}\"") == "wrap 0:8\n  traversal a.b 3:6\n")
  #expect(expression("\"x ${a}\"") == "template 0:8\n  lit \"x \" 1:3\n  traversal a 5:6\n")
  #expect(expression("\"$${a}\"") == "template 0:7\n  lit \"${a}\" 1:6\n")
  #expect(expression("\"\"") == "template 0:2\n  lit \"\" 2:2\n")
}

@Test func escapesOfJSONAreResolvedBeforeTheTemplateIsRead() {
  #expect(expression(#""a\u0041\n""#) == "template 0:11\n  lit \"aA\\n\" 1:10\n")
  #expect(expression(#""\ud83d\ude00""#) == "template 0:14\n  lit \"\u{1F600}\" 1:13\n")
  #expect(
    expression(#""${f(a.b, \"c\")}""#) == """
      wrap 0:18
        call f expand=false 3:16
          traversal a.b 5:8
          template 10:15
            lit "c" 12:13

      """)
}

@Test func valuesBecomeExpressions() {
  #expect(expression("[1, -2.5, true, null]") == "tuple 0:21\n  lit 1 1:2\n  unary neg 4:8\n    lit 2.5 5:8\n  lit true 10:14\n  lit null 16:20\n")
  #expect(expression("{\"a\": {}}") == "object 0:9\n  keyexpr force=false 1:4\n    template 1:4\n      lit \"a\" 2:3\n    object 6:8\n")
}

@Test func malformedJSONIsOneError() {
  #expect(problems("{\"a\": 1,}") == ["invalid-json 7"])
  #expect(problems("{\"a\" = 1}") == ["invalid-json 5"])
  #expect(problems("{\"a\": 01}") == ["invalid-json 6"])
  #expect(problems("{\"a\": True}") == ["invalid-json 6"])
  #expect(problems("{\"a\": \"x}") == ["invalid-json 6"])
  #expect(problems("{\"a\": 1") == ["invalid-json 0"])
  #expect(problems("") == ["invalid-json 0"])
  #expect(problems("{} {}") == ["invalid-json 3"])
  #expect(problems(String(repeating: "[", count: 100_000)) == ["nesting-too-deep 200"])
}

@Test func whatIsNoObjectIsNoBody() {
  #expect(problems("[1]") == ["invalid-json-body 1"])
  #expect(problems("{\"locals\": 1}") == ["invalid-json-body 11"])
  #expect(problems("{\"resource\": {\"a\": 1}}") == ["invalid-json-body 19"])
  #expect(problems("{\"a\": 1, \"a\": 2}") == ["duplicate-argument 9"])
}
