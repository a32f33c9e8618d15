import HCLValues
import Reporting
import TestSupport
import Testing

/// Values and types as the reference's console prints them.
@Suite struct ConsoleTextConformanceTests {
  private static func rows(_ table: String) throws -> [(name: String, row: JSON)] {
    try JSON.shared("conformance/language/scope_eval.json")?["tables"]?[table]?.array?.first?["rows"]?.rows ?? []
  }

  @Test func `values print as in the console of the reference`() throws {
    conform("console values", try Self.rows("TestFormatValue")) { row in
      let text = consoleText(try TypedJSON.value(try row.required("Val")))
      return text == row["Want"]?.string ? nil : "is \(text), should be \(row["Want"]?.string ?? "")"
    }
  }

  @Test func `types print as in the console of the reference`() throws {
    conform("console types", try Self.rows("TestTypeString")) { row in
      let text = consoleText(of: try TypedJSON.value(try row.required("Input")).type)
      return text == row["Want"]?.string ? nil : "is \(text), should be \(row["Want"]?.string ?? "")"
    }
  }
}
