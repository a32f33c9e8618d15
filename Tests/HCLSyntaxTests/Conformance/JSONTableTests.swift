import Foundation
import HCLSyntax
import SourceText
import Testing

@Test func valuesInJSONAreReadOrRefusedAsInTheReference() {
  guard let tables = ReferenceData.json("hcl_json_tables.json")?["tables"] as? [String: Any] else { return }
  var table = ReferenceTable("hcl_json TestParse")
  let rows = ((tables["TestParse"] as? [[String: Any]])?.first?["rows"] as? [[String: Any]]) ?? []
  for row in rows {
    guard let input = row["Input"] as? String else { continue }
    let (expression, diagnostics) = parseJSONExpression(source(input))
    let isRefused = row["DiagCount"] as? Int ?? 0 > 0
    var holds = diagnostics.isEmpty != isRefused
    if !isRefused, let range = (row["Want"] as? [String: Any])?["SrcRange"] as? [String: Any] {
      holds = holds && Int(expression.range.bytes.start) == byte(range["Start"]) && Int(expression.range.bytes.end) == byte(range["End"])
    }
    table.check(input, holds, "errors \(offsets(diagnostics)), expected \(isRefused)")
  }
  table.finish()
}
