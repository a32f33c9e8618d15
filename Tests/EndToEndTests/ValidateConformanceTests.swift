import Foundation
import TestSupport
import Testing

/// `validate --json` beside the reference's own output: everything but the wording must be equal.
struct ValidateConformanceTests {
  /// Cases that are not met, with the reason. The list only shrinks.
  private static let expectedFailures: [String: String] = [:]
  /// Cases without an output file: whether they are valid.
  private static let validity = [
    "validate-invalid/import_undefined_var": false, "validate-valid/import_defined_resource": true,
    "validate-valid/import_id_defined_var": true, "validate-valid/import_undefined_resource": true, "validate-valid/with-tfvars-file": true,
  ]

  @Test func `the JSON of validate is that of the reference`() throws {
    guard let folder = ProjectRoot.shared?.appendingPathComponent("conformance/language/tofu-command") else { return }
    var failures: [String] = []
    var unexpected: [String] = []
    let cases = try Self.cases(in: folder)
    for name in cases {
      let reason = try Self.failure(name, folder)
      if reason != nil { failures.append(name) }
      switch (reason, Self.expectedFailures[name]) {
      case (.some(let reason), nil): unexpected.append("\(name): \(reason)")
      case (nil, .some): unexpected.append("\(name) passes: take it off the list")
      default: break
      }
    }
    print("validate --json: \(cases.count - failures.count) of \(cases.count)")
    for line in unexpected { print("  \(line)") }
    #expect(unexpected.isEmpty && cases.count == 17)
  }

  private static func cases(in folder: URL) throws -> [String] {
    var cases: [String] = []
    for group in ["validate-invalid", "validate-valid"] {
      let children = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(group).path)
      cases += [group] + children.filter { !$0.contains(".") }.map { "\(group)/\($0)" }
    }
    return cases.sorted()
  }

  private static func failure(_ name: String, _ folder: URL) throws -> String? {
    let directory = folder.appendingPathComponent(name)
    let result = try Program.run(
      ["validate", "--json", "--provider-schema", ProjectRoot.fixture("provider-schemas/test.json").path, "--root", folder.path], in: directory)
    let found = try object(result.output)
    guard let data = try? Data(contentsOf: directory.appendingPathComponent("output.json")) else {
      guard let isValid = validity[name] else { return "no output and no validity" }
      return found["valid"] as? Bool == isValid ? nil : "valid is \(found["valid"] ?? "missing"): \(result.output)"
    }
    let wanted = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let exitCode: Int32 = wanted["valid"] as? Bool == true ? 0 : 1
    if result.exitCode != exitCode { return "exit code \(result.exitCode): \(result.messages)" }
    let (left, right) = (comparable(wanted), comparable(found))
    return left == right ? nil : "wanted \(left), found \(right)"
  }

  private static func start(_ diagnostic: [String: Any]) -> Int {
    ((diagnostic["range"] as? [String: Any])?["start"] as? [String: Any])?["byte"] as? Int ?? -1
  }

  /// The output without its wording, places by the name of the file alone, in the order of the places.
  private static func comparable(_ output: [String: Any]) -> NSDictionary {
    var output = output
    output["diagnostics"] = (output["diagnostics"] as? [[String: Any]] ?? []).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic["summary"] = nil
      diagnostic["detail"] = nil
      if var range = diagnostic["range"] as? [String: Any] {
        range["filename"] = (range["filename"] as? String)?.split(separator: "/").last.map(String.init)
        diagnostic["range"] = range
      }
      return diagnostic
    }.sorted { start($0) < start($1) }
    return output as NSDictionary
  }
}
