import Diagnostics
import HCLSyntax
import SourceText
import Testing

private func dump(_ text: String) -> String { dumpTree(parseConfiguration(SourceFile(path: "main.tf", text: text)).tree) }

private func problems(_ text: String) -> [String] {
  parseConfiguration(SourceFile(path: "main.tf", text: text)).diagnostics.map {
    "\($0.id) \($0.subject?.bytes.start ?? 0)"
  }
}

@Test func attributesAndBlocksKeepTheirPlaces() {
  #expect(
    dump("a = 1\nb \"x\" y {\n  c = true\n}\n") == """
      attr a 0:5
        lit 1 4:5
      block b "x" "y" 6:28
        attr c 18:26
          lit true 22:26

      """)
}

@Test func aFileOfErrorsReportsTheIndependentOnes() {
  #expect(problems("a = \nb = 1\nc = ]\n") == ["invalid-expression 4", "invalid-expression 15"])
  #expect(problems("a = 1\na = 2\n") == ["duplicate-argument 6"])
  #expect(problems("b {\n  a = (1\n}\n") == ["unclosed-parenthesis 13"])
}

@Test(arguments: ["[", "(", "{a=", "!", "a(", "\"${", "a?", "[for a in ", "a[", "a[*]["])
func aHundredThousandBracketsAreAnError(bracket: String) {
  let text = "x = " + String(repeating: bracket, count: 100_000)
  #expect(problems(text).first?.hasPrefix("nesting-too-deep") == true)
}

@Test(arguments: ["1+", "a[b]", "a[*]", "a.*", "x {\n"])
func aHundredThousandLinksOfAChainAreAnError(link: String) {
  #expect(!problems("x = \(String(repeating: link, count: 100_000))").isEmpty)
}

@Test func namespacedFunctionsAreCalls() {
  #expect(problems("a = provider::aws::arn_parse(x)\nb = core::max(1, 2)\n") == [])
  #expect(dump("a = core::max(1)\n") == "attr a 0:16\n  call core::max expand=false 4:16\n    lit 1 14:15\n")
}

@Test func nothingStandsBehindAnExpressionAlone() {
  let (_, diagnostics) = parseExpression(SourceFile(path: "<value>", text: "a\n+ b c"))
  #expect(diagnostics.map(\.id) == ["extra-after-expression"])
}

@Test func theRangeOfANameEndsWithItsBytes() {
  let broken = parseConfiguration(SourceFile(path: "main.tf", bytes: [0xC1, 0x8B, 0x5F, 0x7A] + Array("=1\n".utf8)))
  #expect(BodySyntax(tree: broken.tree, id: broken.tree.root).attributes.first?.nameRange == ByteRange(start: 0, end: 4))
  let twice = parseConfiguration(SourceFile(path: "main.tf", bytes: Array("\u{e9}=1\n\u{e9}=2\n".utf8)))
  #expect(twice.diagnostics.first?.subject?.bytes == ByteRange(start: 5, end: 7))
  let file = SourceFile(path: "main.tf.json", text: #"{"a\u0062": 1, "ab": {}}"#)
  let json = parseJSONConfiguration(file, schema: JSONBlockSchema(["ab": JSONBlockSchema.Block()]))
  #expect(json.tree.names.contains("ab"))
  let arguments = parseJSONConfiguration(file, schema: JSONBlockSchema())
  #expect(BodySyntax(tree: arguments.tree, id: arguments.tree.root).attributes.first?.nameRange == ByteRange(start: 1, end: 10))
  #expect(arguments.diagnostics.first?.subject?.bytes == ByteRange(start: 15, end: 19))
}
