import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import Testing

/// Trees and first errors of the reference's answers. Cases that it rejects in evaluation have a tree and are compared by it.
@Test(arguments: ["expressions", "templates", "files"])
func cornersAreReadAsInTheReference(group: String) {
  guard let data = ReferenceData.json("oracle_corners.json") else { return }
  var table = ReferenceTable("oracle_corners \(group)")
  for entry in data[group] as? [[String: Any]] ?? [] {
    guard let text = entry["src"] as? String else { continue }
    let (tree, diagnostics) = read(text, group)
    if let expected = entry["ast"] as? String {
      table.check(text, diagnostics.isEmpty && tree == expected, "expected\n\(expected)actual\n\(tree)\(offsets(diagnostics))")
      continue
    }
    let places = (entry["diags"] as? [[String: Any]] ?? []).compactMap { diagnostic -> Int? in
      let start = (diagnostic["subject"] as? [String: Any])?["start"] as? [String: Any]
      return start?["byte"] as? Int
    }
    let actual = offsets(diagnostics)
    table.check(text, actual.min() == places.min(), "expected \(places), actual \(actual)")
  }
  table.finish(knownDifferences: known[group] ?? [:])
}

private func read(_ text: String, _ group: String) -> (String, [Diagnostic]) {
  let file = source(text)
  if group == "files" {
    let result = parseConfiguration(file)
    return (dumpTree(result.tree), result.diagnostics)
  }
  let (expression, diagnostics) = group == "templates" ? parseTemplate(file) : parseExpression(file)
  return (dumpExpression(expression), diagnostics)
}

/// Section 6 of the reference data's report.
private let olderOracle = "the oracle is 2.14.1, namespaced function calls came with 2.20"

private let known: [String: [String: String]] = [
  "expressions": ["a::b": olderOracle, "provider::x::f(1)": olderOracle, "core::upper(\"a\")": olderOracle],
  "files": [
    "a=provider::x::y(1)\n": olderOracle, "a=x::y\n": olderOracle,
  ],
]
