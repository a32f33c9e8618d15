import Foundation
import TerraformModel
import TestSupport
import Testing

@testable import Linting

/// Cases of other tools' fixtures for the checks that our rules name as equivalent.
@Suite struct LintConformanceTests {
  private struct CheckovCase: Decodable {
    var check_id: String
    var dir: String
    var expected_pass: [String]
    var expected_fail: [String]
  }

  private struct TrivyCase: Decodable {
    var check_id: String
    var framework: String
    var kind: String
    var dir: String
  }

  private static func cases<Case: Decodable>(_ name: String) throws -> [Case]? {
    guard let shared = ProjectRoot.shared else { return nil }
    let text = try String(contentsOf: shared.appendingPathComponent("conformance/lint/\(name)"), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
  }

  /// Addresses in the fixtures are those of instances or of declarations.
  private static func reports(_ finding: Finding, _ address: String) -> Bool {
    finding.instances.contains(address) || (finding.address == address && !address.contains("["))
  }

  @Test func `checkov's fixtures: what must fail is found and what must pass is clean`() throws {
    guard let cases: [CheckovCase] = try Self.cases("checkov.jsonl"), let shared = ProjectRoot.shared else { return }
    var found = 0
    var mustFail = 0
    var clean = 0
    var mustPass = 0
    var problems: [String] = []
    for fixture in cases where RuleCatalog.standard.isKnown(fixture.check_id) {
      let directory = shared.appendingPathComponent("conformance/lint").appendingPathComponent(fixture.dir)
      var selection = RuleSelection(select: [fixture.check_id])
      selection.minimumSeverity = .info
      let report = lint(directory: directory, selection)
      let all = report.findings + report.suppressed.map(\.finding)
      for address in fixture.expected_fail {
        mustFail += 1
        if all.contains(where: { Self.reports($0, address) }) { found += 1 } else { problems.append("missed \(fixture.check_id) \(fixture.dir) \(address)") }
      }
      for address in fixture.expected_pass {
        mustPass += 1
        if all.contains(where: { Self.reports($0, address) }) { problems.append("false \(fixture.check_id) \(fixture.dir) \(address)") } else { clean += 1 }
      }
    }
    print("checkov: found \(found) of \(mustFail), clean \(clean) of \(mustPass)")
    check(problems, KnownMisses.checkov)
  }

  @Test func `trivy's Terraform examples: bad ones are found and good ones are clean`() throws {
    guard let cases: [TrivyCase] = try Self.cases("trivy.jsonl"), let shared = ProjectRoot.shared else { return }
    var found = 0
    var bad = 0
    var clean = 0
    var good = 0
    var problems: [String] = []
    for fixture in cases where fixture.framework == "terraform" && RuleCatalog.standard.isKnown(fixture.check_id) {
      let directory = shared.appendingPathComponent("conformance/lint").appendingPathComponent(fixture.dir)
      let isReported = !lint(directory: directory, RuleSelection(select: [fixture.check_id])).findings.isEmpty
      if fixture.kind == "bad" {
        bad += 1
        if isReported { found += 1 } else { problems.append("missed \(fixture.check_id) \(fixture.dir)") }
      } else {
        good += 1
        if isReported { problems.append("false \(fixture.check_id) \(fixture.dir)") } else { clean += 1 }
      }
    }
    print("trivy: found \(found) of \(bad), clean \(clean) of \(good)")
    check(problems, KnownMisses.trivy)
  }

  private func check(_ problems: [String], _ known: [String: String]) {
    for problem in problems where known[problem] == nil { Issue.record("\(problem)") }
    for name in known.keys.sorted() where !problems.contains(name) { Issue.record("no longer missed, remove from the list: \(name)") }
  }
}
