import Diagnostics
import HCLSyntax
import SourceText
import Testing

/// A fixed sequence of numbers, so that every run tries the same inputs.
private struct Sequence32 {
  var state: UInt64 = 0x853C_49E6_748F_EA9B

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

private let fragments: [String] = [
  "\"", "{", "}", "(", ")", "[", "]", "=", ",", ".", "?", ":", "${", "%{", "~}", "<<EOT\n", "<<-EOT\n", "EOT\n", "\n", "\r\n", "\r", "*",
  "[*]", ".*", "for", "if", "in", "...", "=>", "\\", "$", "%", "$${", "\0", "'", "`", ";", "#", "/*", "*/", "//", "1.2.3", "1e", "a.0.1",
  "-", "!", "::", "%{if x}", "%{else}", "%{endif}", "%{for a in b}", "%{endfor}", "\t", "&", "|", "null", "a", "b {", "x = ", "\u{2028}",
  "\u{201C}", "é", "\\u12", "\\uD800", "\"a\": ", "{\"", "\"}",
]

@Test func anyBytesGiveATreeAndDiagnostics() {
  var random = Sequence32()
  for _ in 0..<3_000 {
    var bytes: [UInt8] = []
    for _ in 0..<1 + random.next(24) { bytes += Array(fragments[random.next(fragments.count)].utf8) }
    if random.next(4) == 0 { bytes.insert(UInt8(128 + random.next(128)), at: random.next(bytes.count + 1)) }
    let file = SourceFile(path: "main.tf", bytes: bytes)
    let result = parseConfiguration(file)
    check(result.diagnostics, file)
    walk(BodySyntax(tree: result.tree, id: result.tree.root))
    let (template, templateDiagnostics) = parseTemplate(file)
    check(templateDiagnostics, file)
    _ = dumpExpression(template)
    let (expression, expressionDiagnostics) = parseExpression(file)
    check(expressionDiagnostics, file)
    _ = dumpExpression(expression)
    _ = formatLayout(file)
    let json = parseJSONConfiguration(file, schema: JSONBlockSchema(["a": JSONBlockSchema.Block(labelCount: 1)]))
    check(json.diagnostics, file)
    walk(BodySyntax(tree: json.tree, id: json.tree.root))
  }
}

/// Every error stands within its file.
private func check(_ diagnostics: [Diagnostic], _ file: SourceFile) {
  for diagnostic in diagnostics {
    guard let range = diagnostic.subject?.bytes else { continue }
    #expect(range.start <= range.end && Int(range.end) <= file.bytes.count, "\(diagnostic.id) in \(file.text(file.wholeRange.bytes))")
  }
}

private func walk(_ body: BodySyntax) {
  _ = dumpTree(body.tree)
  for block in body.blocks { _ = block.labels.map(\.value) }
}

@Test func aTreeGrowsWithItsSource() {
  let unit = "resource \"aws_instance\" \"web\" {\n  ami  = var.images[local.name]\n  tags = { Name = \"web-${count.index}\" }\n}\n"
  func footprint(_ count: Int) -> Int {
    let result = parseConfiguration(SourceFile(path: "main.tf", text: String(repeating: unit, count: count)))
    #expect(result.diagnostics.isEmpty)
    return result.tree.footprint
  }
  let small = footprint(200)
  #expect(footprint(2_000) <= small * 11)
  #expect(small <= unit.utf8.count * 200 * 6)
}

@Test func aHundredThousandErrorsStayLinear() {
  for line in ["a = \n", "b \"\n", "'\n", "a = 1\n", "x ::y()\n", "/* ", "\"${", "<<A\n"] {
    let result = parseConfiguration(SourceFile(path: "main.tf", text: String(repeating: line, count: 20_000)))
    #expect(!result.diagnostics.isEmpty)
  }
}
