import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import Testing

@Test func configurationsParseAsInTheReference() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestParseConfig")
  for (_, row) in ReferenceData.rows("TestParseConfig") {
    guard let row = row as? [String: Any], let input = row["input"] as? String else { continue }
    let result = parseConfiguration(source(input))
    let expectsErrors = row["diagCount"] as? Int ?? 0 > 0
    guard !expectsErrors else {
      table.check(input, !result.diagnostics.isEmpty)
      continue
    }
    let expected = outline(row["want"])
    let actual = outline(BodySyntax(tree: result.tree, id: result.tree.root))
    table.check(input, result.diagnostics.isEmpty && actual == expected, "expected\n\(expected)\nactual\n\(actual)")
  }
  table.finish()
}

/// Attributes and blocks with their ranges, one a line, of a body in the reference's data.
private func outline(_ body: Any?, _ depth: Int = 0) -> String {
  guard let body = body as? [String: Any] else { return "" }
  let indentation = String(repeating: "  ", count: depth)
  var lines: [(Int, String)] = []
  for (key, value) in body["Attributes"] as? [String: Any] ?? [:] where !key.hasPrefix("$") {
    guard let attribute = value as? [String: Any] else { continue }
    let range = attribute["SrcRange"] as? [String: Any]
    let name = range?["Start"]
    let end = byte(range?["End"])
    lines.append((byte(name), "\(indentation)\(attribute["Name"] as? String ?? key) \(byte(name)):\(end)\n"))
  }
  for value in body["Blocks"] as? [Any] ?? [] {
    guard let block = value as? [String: Any] else { continue }
    let start = byte((block["TypeRange"] as? [String: Any])?["Start"])
    let end = byte((block["CloseBraceRange"] as? [String: Any])?["End"])
    let labels = (block["Labels"] as? [String] ?? []).map { " \($0)" }.joined()
    lines.append(
      (start, "\(indentation)\(block["Type"] as? String ?? "")\(labels) \(start):\(end)\n" + outline(block["Body"], depth + 1)))
  }
  return lines.sorted { $0.0 < $1.0 }.map(\.1).joined()
}

private func outline(_ body: BodySyntax, _ depth: Int = 0) -> String {
  let indentation = String(repeating: "  ", count: depth)
  return body.items.map { item in
    switch item {
    case .attribute(let attribute):
      let range = attribute.range.bytes
      return "\(indentation)\(attribute.name) \(range.start):\(range.end)\n"
    case .block(let block):
      let range = block.range.bytes
      let labels = block.labels.map { " \($0.value)" }.joined()
      return "\(indentation)\(block.type)\(labels) \(range.start):\(range.end)\n" + outline(block.body, depth + 1)
    }
  }.joined()
}

@Test func errorsStandWhereTheReferenceReportsThem() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestParseConfigDiagnostics")
  for (name, row) in ReferenceData.rows("TestParseConfigDiagnostics") {
    guard let row = row as? [String: Any], let input = row["input"] as? String,
      let wanted = (row["want"] as? [String: Any])?["$pos"] as? [[String: Any]]
    else { continue }
    let expected = wanted.map { byte(($0["Subject"] as? [String: Any])?["Start"]) }
    let actual = offsets(parseConfiguration(source(input)).diagnostics)
    table.check(name, expected == actual, "\(input)\nexpected \(expected), actual \(actual)")
  }
  table.finish()
}

@Test func callsKeepTheirRangeAroundAnError() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestParseExpression_incompleteFunctionCall")
  for (_, row) in ReferenceData.rows("TestParseExpression_incompleteFunctionCall") {
    guard let row = row as? [String: Any], let input = row["cfg"] as? String else { continue }
    let range = row["expectedRange"] as? [String: Any]
    let (expression, diagnostics) = parseExpression(source(input))
    let actual = expression.range.bytes
    let start = UInt32(byte(range?["Start"]))
    // Without a closing parenthesis the reference leaves the end unset, which is line 0. Ours is where reading stopped.
    let hasEnd = (range?["End"] as? [String: Any])?["Line"] as? Int != 0
    let end = hasEnd ? UInt32(byte(range?["End"])) : actual.end
    table.check(
      input, actual == ByteRange(start: start, end: end) && end > start && end <= input.utf8.count && !diagnostics.isEmpty,
      "expected \(start):\(end), actual \(actual)")
  }
  table.finish()
}

@Test func textsAreIdentifiersAsInTheReference() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestValidIdentifier")
  for (_, row) in ReferenceData.rows("TestValidIdentifier") {
    guard let row = row as? [String: Any], let input = row["Input"] as? String else { continue }
    table.check(input, isIdentifier(input) == (row["Want"] as? Bool ?? false))
  }
  table.finish()
}

@Test func plainStringsAreKnownAsSuch() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestTemplateExprIsStringLiteral")
  for (input, wanted) in ReferenceData.rows("TestTemplateExprIsStringLiteral") {
    let (expression, diagnostics) = parseTemplate(source(input))
    var isLiteral = false
    if case .template(let parts) = expression.expression, parts.count <= 1 {
      isLiteral = true
      if parts.count == 1, case .templateLiteral = expression.tree.expression(expression.tree.node(parts, 0)) {} else {
        isLiteral = parts.count == 0
      }
    }
    table.check(input, diagnostics.isEmpty && isLiteral == (wanted as? Bool ?? false))
  }
  table.finish()
}

@Test func charactersOutsideOfTheLanguageAreReported() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestCheckInvalidTokensTest")
  for (_, row) in ReferenceData.rows("TestCheckInvalidTokensTest") {
    guard let row = row as? [String: Any], let input = row["Input"] as? String else { continue }
    let id = parseConfiguration(source(input)).diagnostics.first?.id
    let summary = row["WantSummary"] as? String
    let expected = ["Invalid character": "invalid-character", "Unsupported operator": "unsupported-operator"][summary ?? ""]
    table.check(input, id != nil && id == expected, "\(summary ?? "") became \(id ?? "nothing")")
  }
  table.finish()
}

@Test func traversalsParseAsInTheReference() {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable("TestParseTraversalAbs")
  for (_, row) in ReferenceData.rows("TestParseTraversalAbs") {
    guard let row = row as? [String: Any], let input = row["src"] as? String else { continue }
    let (expression, diagnostics) = parseExpression(source(input))
    var isTraversal = false
    switch expression.expression {
    case .scopeTraversal: isTraversal = diagnostics.isEmpty
    case .splat(let source, let each):
      // The reference has a splat at the end as a step, and nothing behind it.
      if case .scopeTraversal = expression.tree.expression(source), case .anonymousSymbol = expression.tree.expression(each) {
        isTraversal = diagnostics.isEmpty && input.hasSuffix("[*]")
      }
    default: break
    }
    table.check(input, isTraversal == (row["diagCount"] as? Int == 0), "diagnostics \(offsets(diagnostics))")
  }
  table.finish()
}
