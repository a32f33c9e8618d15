import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import Testing
import TestSupport

/// Cases of the reference's tables, and the count of those that hold.
struct ReferenceTable {
  let name: String
  private var passed = 0
  private var failed: [(name: String, detail: String)] = []

  init(_ name: String) { self.name = name }

  mutating func check(_ caseName: String, _ holds: Bool, _ detail: @autoclosure () -> String = "") {
    if holds {
      passed += 1
    } else {
      failed.append((caseName, detail()))
    }
  }

  /// Prints how many cases hold; those that do not must be exactly the known ones.
  func finish(knownDifferences: [String: String] = [:]) {
    print("\(name): \(passed) of \(passed + failed.count)")
    for failure in failed where knownDifferences[failure.name] == nil {
      print("  \(name): \(failure.name.debugDescription)\n\(failure.detail)")
    }
    #expect(Set(failed.map(\.name)) == Set(knownDifferences.keys), "\(name)")
    #expect(passed > 0, "\(name) has no cases")
  }
}

enum ReferenceData {
  /// A JSON file of the language's conformance data.
  static func json(_ file: String) -> [String: Any]? {
    guard let shared = ProjectRoot.shared else { return nil }
    let url = shared.appendingPathComponent("conformance/language/\(file)")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    // Foundation's reader drops a byte order mark at the start of a string; a private character holds its place.
    let marked = text.replacingOccurrences(of: "\u{FEFF}", with: placeOfMark).replacingOccurrences(of: "\\ufeff", with: placeOfMark)
    guard let object = try? JSONSerialization.jsonObject(with: Data(marked.utf8)) else { return nil }
    return withMarks(object) as? [String: Any]
  }

  private static let placeOfMark = "\u{E000}"

  private static func withMarks(_ value: Any) -> Any {
    if let text = value as? String { return text.contains(placeOfMark) ? text.replacingOccurrences(of: placeOfMark, with: "\u{FEFF}") : text }
    if let list = value as? [Any] { return list.map(withMarks) }
    if let members = value as? [String: Any] { return members.mapValues(withMarks) }
    return value
  }

  /// The rows of one of the syntax tables, with the names of those that have one.
  static func rows(_ table: String) -> [(name: String, row: Any)] {
    guard let tables = json("hcl_syntax_tables.json")?["tables"] as? [String: Any],
      let group = (tables[table] as? [[String: Any]])?.first
    else { return [] }
    if let list = group["rows"] as? [Any] { return list.enumerated().map { ("\($0.offset)", $0.element) } }
    let named = group["rows"] as? [String: Any] ?? [:]
    return named.keys.sorted().map { ($0, named[$0] ?? NSNull()) }
  }
}

func source(_ text: String) -> SourceFile { SourceFile(path: "test.hcl", text: text) }

/// Offsets at which errors are reported.
func offsets(_ diagnostics: [Diagnostic]) -> [Int] { diagnostics.compactMap { $0.subject.map { Int($0.bytes.start) } } }

/// The `Byte` of a position in the reference's data; positions that are left out are the start of the file.
func byte(_ position: Any?) -> Int { (position as? [String: Any])?["Byte"] as? Int ?? 0 }
