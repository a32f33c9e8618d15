import Diagnostics
import Foundation
import HCLEvaluation
import Schemas
import SourceText
import TerraformFunctions
import TerraformModel
import TestSupport
import Testing

/// The reference's own expectations for whole configurations. What it says in words is compared by kind: `kinds` names ours for each of
/// its summaries. Places and counts must be equal.
struct ValidationConformanceTests {
  /// Cases that are not met, with the reason. The list only shrinks.
  private static let expectedFailures: [String: String] = [:]

  private static let folder = ProjectRoot.shared?.appendingPathComponent("conformance/language/tofu-configs")

  private struct Case {
    var path: String
    var load: String
    var expect: String
    var json: [String: Any]
  }

  @Test func expectationsOfTheReferenceHold() throws {
    guard let folder = Self.folder else { return }
    let data = try Data(contentsOf: folder.deletingLastPathComponent().appendingPathComponent("expectations.json"))
    let entries = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    var failures: [String] = []
    var unexpected: [String] = []
    for entry in entries {
      let item = Case(
        path: entry["path"] as? String ?? "", load: entry["load"] as? String ?? "", expect: entry["expect"] as? String ?? "", json: entry)
      guard let reason = try Self.failure(item, folder) else {
        if Self.expectedFailures[item.path] != nil { unexpected.append("\(item.path) passes: take it off the list") }
        continue
      }
      failures.append(item.path)
      if Self.expectedFailures[item.path] == nil { unexpected.append("\(item.path): \(reason)") }
    }
    print("expectations: \(entries.count - failures.count) of \(entries.count)")
    for line in unexpected { print("  \(line)") }
    #expect(unexpected.isEmpty)
  }

  // MARK: Cases

  private static func failure(_ item: Case, _ folder: URL) throws -> String? {
    let url = folder.appendingPathComponent(item.path).standardizedFileURL
    switch item.load {
    case "file":
      let name = url.lastPathComponent
      // Whether names are unique is a question to a module, and the reference loads the file alone.
      let isModuleToo = item.expect == "errors"
      return judge(item, load([name: try Data(contentsOf: url)]).filter { isModuleToo || $0.id != "duplicate-declaration" })
    case "module": return judge(item, load(try files(in: url)) + testProblems(url))
    case "module-tree": return judgeTree(item, tree(url))
    case "validate-json": return try judgeReport(url)
    default: return "an unknown way to load: \(item.load)"
    }
  }

  private static func files(in directory: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      var isDirectory: ObjCBool = false
      let url = directory.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory), !isDirectory.boolValue {
        files[name] = try Data(contentsOf: url)
      }
    }
    return files
  }

  /// One module, looked at alone.
  private static func load(_ files: [String: Data]) -> [Diagnostic] {
    let access = DirectoryAccess(fileNames: { $0 == "." ? files.keys.sorted() : nil }, read: { files[$0].map { Array($0) } })
    let entry = ModuleLibrary(access: access).entry(".")
    return entry.diagnostics + (entry.module.map { ConfigurationValidator.validateDeclarations(of: $0) } ?? [])
  }

  /// The fixtures write the sources of nested calls relative to the root: what does not exist is looked for further up.
  private static func existing(_ path: String, _ root: URL) -> String {
    var parts = path.split(separator: "/")[...]
    while parts.count > 1, !FileManager.default.fileExists(atPath: root.appendingPathComponent(parts.joined(separator: "/")).path) {
      parts = parts.dropFirst()
    }
    return parts.joined(separator: "/")
  }

  private static func disk(_ root: URL) -> DirectoryAccess {
    DirectoryAccess(
      fileNames: { directory in
        let directory = existing(directory, root)
        return (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(directory).path))?.filter { name in
          var isDirectory: ObjCBool = false
          return FileManager.default.fileExists(atPath: root.appendingPathComponent("\(directory)/\(name)").path, isDirectory: &isDirectory)
            && !isDirectory.boolValue
        }.sorted()
      },
      read: { path in (try? Data(contentsOf: root.appendingPathComponent(existing(path, root)))).map { Array($0) } })
  }

  private static func tree(_ root: URL) -> [Diagnostic] {
    let configuration = Configuration.load(".", from: ModuleLibrary(access: disk(root)))
    return configuration.diagnostics + configuration.modules.values.flatMap { ConfigurationValidator.validateDeclarations(of: $0) }
      + ConfigurationValidator.validateModuleTree(configuration) + testProblems(root)
  }

  private static func testProblems(_ root: URL) -> [Diagnostic] {
    let library = ModuleLibrary(access: disk(root))
    let configuration = Configuration.load(".", from: library)
    let tests = ModuleTests.load(for: configuration, from: library)
    return tests.diagnostics + ConfigurationValidator.validateTestFiles(tests, of: configuration)
  }

  // MARK: Judgement

  private static func judge(_ item: Case, _ found: [Diagnostic]) -> String? {
    let errors = found.filter { $0.severity == .error }
    let expected = item.json["diags"] as? [[String: Any]] ?? []
    switch item.expect {
    case "no-diagnostics": return found.isEmpty ? nil : text(found)
    case "no-errors": return errors.isEmpty ? nil : text(errors)
    case "errors":
      if errors.isEmpty { return "no error" }
      for diagnostic in expected {
        let kind = diagnostic["summary"] as? String ?? ""
        if !errors.contains(where: { kinds[kind]?.contains($0.id) == true }) { return "not found: \(kind); found: \(text(errors))" }
      }
      if item.json["exact_count"] as? Int == 1, errors.count != 1 { return "more than one: \(text(errors))" }
      return nil
    case "exactly-these-errors", "exactly-these-warnings":
      let severity: DiagnosticSeverity = item.expect == "exactly-these-errors" ? .error : .warning
      let relevant = found.filter { $0.severity == severity }
      let wanted = expected.map { ($0["line"] as? Int ?? 0, $0["summary"] as? String ?? "") }
      for (line, kind) in wanted
      where !relevant.contains(where: { $0.subject?.start.line == line && kinds[kind]?.contains($0.id) == true }) {
        return "not found: line \(line), \(kind); found: \(text(relevant))"
      }
      let lines = Set(wanted.map(\.0))
      let surplus = relevant.filter { !lines.contains($0.subject?.start.line ?? 0) }
      return surplus.isEmpty ? nil : "too many: \(text(surplus))"
    default: return "an unknown expectation: \(item.expect)"
    }
  }

  private static func judgeTree(_ item: Case, _ found: [Diagnostic]) -> String? {
    if item.expect == "errors" { return found.contains { $0.severity == .error } ? nil : "no error" }
    for (key, severity) in [("errors", DiagnosticSeverity.error), ("warnings", .warning)] {
      var relevant = found.filter { $0.severity == severity }
      for wanted in item.json[key] as? [String] ?? [] {
        // FILE:LINE,COL-COL: SUMMARY; DETAIL. Lines without a place go on with the one before.
        guard let match = wanted.firstMatch(of: /^(?:.*\/)?([^\/:]+):(\d+),(\d+)-(\d+): ([^;]+);/) else { continue }
        let line = Int(match.2), start = Int(match.3), end = Int(match.4), kind = String(match.5)
        let index = relevant.firstIndex { diagnostic in
          guard let range = diagnostic.subject, kinds[kind]?.contains(diagnostic.id) == true else { return false }
          return range.file.path.hasSuffix(match.1) && range.start.line == line && range.start.column == start && range.end.column == end
        }
        guard let index else { return "not found: \(wanted.prefix(120)); found: \(text(relevant))" }
        relevant.remove(at: index)
      }
      if !relevant.isEmpty { return "too many: \(text(relevant))" }
    }
    return nil
  }

  private static func judgeReport(_ root: URL) throws -> String? {
    let data = try Data(contentsOf: root.appendingPathComponent("output.json"))
    guard let output = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { return "no output" }
    let configuration = Configuration.load(".", from: ModuleLibrary(access: disk(root)))
    let validator = ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard))
    let found = validator.validate(configuration).filter { $0.id != "missing-module" }
    var errors = found.filter { $0.severity == .error }
    for wanted in output["diagnostics"] as? [[String: Any]] ?? [] {
      let kind = wanted["summary"] as? String ?? ""
      let range = wanted["range"] as? [String: Any]
      func byte(_ name: String) -> Int? { (range?[name] as? [String: Any])?["byte"] as? Int }
      let index = errors.firstIndex { diagnostic in
        kinds[kind]?.contains(diagnostic.id) == true && diagnostic.subject.map { Int($0.bytes.start) } == byte("start")
          && diagnostic.subject.map { Int($0.bytes.end) } == byte("end")
      }
      guard let index else { return "not found: \(kind) \(byte("start") ?? -1)-\(byte("end") ?? -1); found: \(text(errors))" }
      errors.remove(at: index)
    }
    return errors.isEmpty ? nil : "too many: \(text(errors))"
  }

  private static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let start = diagnostic.subject.map { "\($0.file.path):\($0.start.line),\($0.start.column)-\($0.end.column) " } ?? ""
      return "\(start)[\(diagnostic.id)] \(diagnostic.summary) (\(diagnostic.detail))"
    }.joined(separator: " | ")
  }

  /// The reference's summaries and our kinds.
  private static let kinds: [String: Set<String>] = [
    "Invalid combination of \"count\", \"enabled\", and \"for_each\"": ["conflicting-repetition"],
    "Invalid combination of \"count\" and \"for_each\"": ["conflicting-repetition"],
    "Invalid data resource lifecycle argument": ["invalid-data-lifecycle"],
    "Invalid `deprecated` attribute": ["empty-deprecation"],
    "Unsuitable value type": ["wrong-value-type"],
    "Unsupported argument": ["unsupported-argument", "unknown-argument"],
    "Unsupported block type": ["unsupported-block", "unknown-argument"],
    "Invalid default value for variable": ["invalid-default"],
    "Invalid type specification": ["invalid-type-constraint"],
    "Invalid reference from destroy provisioner": ["destroy-reference"],
    "Duplicate connection block": ["duplicate-block"],
    "Duplicate escaping block": ["duplicate-block"],
    "Invalid ignore_changes wildcard": ["invalid-ignore-changes"],
    "Invalid \"when\" keyword": ["invalid-keyword"],
    "Invalid \"on_failure\" keyword": ["invalid-keyword"],
    "Reserved block type name in provisioner block": ["reserved-name"],
    "Invalid language edition": ["invalid-language-edition"],
    "Unsupported language edition": ["unsupported-language-edition"],
    "Invalid registry module source address": ["invalid-module-source"],
    "Sensitive value not allowed": ["sensitive-source"],
    "Invalid version constraint": ["invalid-version-constraint"],
    "Invalid precondition expression": ["constant-condition"],
    "Invalid postcondition expression": ["constant-condition"],
    "Invalid reference in precondition": ["self-reference"],
    "Invalid reference in postcondition": ["self-reference"],
    "Invalid provider type": ["invalid-provider-type"],
    "Invalid required_providers block": ["unsupported-block"],
    "Unknown experiment keyword": ["unknown-experiment"],
    "Incompatible module": ["incompatible-language-version"],
    "Invalid quoted type constraints": ["quoted-type"],
    "The \"habitat\" provisioner has been removed": ["removed-provisioner"],
    "Quoted references are deprecated": ["quoted-reference"],
    "Quoted keywords are deprecated": ["quoted-keyword"],
    "Ineffective version constraint": ["ineffective-version-constraint"],
    "Object attribute is ignored": ["ignored-attribute"],
    "Redundant empty provider block": ["empty-provider-block"],
    "Invalid import configuration": ["import-in-child-module"],
    "Provider type mismatch": ["provider-type-mismatch"],
    "Reference to undefined provider": ["undefined-provider"],
    "Invalid provider local name": ["invalid-provider-name"],
    "Module is incompatible with count, for_each, enabled and depends_on": ["repeated-provider-configuration"],
    "Cannot override provider configuration": ["overridden-provider-configuration"],
    "Missing required provider configuration": ["missing-provider-configuration"],
    "Provider configuration for_each matches resource": ["shared-provider-for-each"],
    "Missing required argument": ["missing-argument"],
    "Invalid module instance name": ["invalid-name"],
    "Undefined variable": ["undeclared-reference"],
    "Variables not allowed": ["reference-not-allowed"],
    "Invalid expression": ["invalid-static-reference"],
    "Invalid reference": ["invalid-reference"],
    "Reference to undeclared input variable": ["undeclared-reference"],
    "Duplicate module call": ["duplicate-declaration"],
    "Duplicate provider configuration": ["duplicate-provider-configuration"],
    "Duplicate resource \"aws_instance\" configuration": ["duplicate-declaration"],
    "Duplicate import configuration for \"aws_instance.web\"": ["duplicate-import"],
  ]
}
