import Foundation
import TestSupport
import Testing

@testable import Linting

/// Other tools' fixtures for single checks. A check that no rule makes finds nothing: its cases count as missed.
@Suite struct FixtureConformanceTests {
  private struct Counts {
    var found = 0
    var mustReport = 0
    var clean = 0
    var mustPass = 0
    var differences: [String] = []

    mutating func expect(_ isReported: Bool, _ isExpected: Bool, _ name: String) {
      if isExpected { mustReport += 1 } else { mustPass += 1 }
      if isExpected, isReported { found += 1 }
      if !isExpected, !isReported { clean += 1 }
      if isReported != isExpected { differences.append("\(isExpected ? "missed" : "false") \(name)") }
    }

    func reach(_ title: String, found least: Int, clean leastClean: Int) {
      print("\(title): found \(found) of \(mustReport), clean \(clean) of \(mustPass)")
      #expect(found * 100 >= mustReport * least)
      #expect(clean * 100 >= mustPass * leastClean)
    }
  }

  private static let folder = "conformance/lint"

  @Test func `checkov's fixtures for AWS, Azure, Google and Kubernetes are judged as checkov does`() throws {
    guard let root = ProjectRoot.shared?.appendingPathComponent(Self.folder) else { return }
    var counts = Counts()
    for row in try Self.rows("checkov.jsonl", root) {
      let (check, directory) = try Self.place(row)
      guard ["CKV_AWS_", "CKV2_AWS_", "CKV_AZURE_", "CKV2_AZURE_", "CKV_GCP_", "CKV2_GCP_", "CKV_K8S_"].contains(where: check.hasPrefix)
      else { continue }
      let report = Self.report(root, directory, check)
      let findings = report.findings + report.suppressed.map(\.finding)
      for (key, isExpected) in [("expected_fail", true), ("expected_pass", false)] {
        for address in try row.required(key).array?.compactMap(\.string) ?? [] {
          let isReported = findings.contains { Self.reports($0, address) }
          counts.expect(isReported, isExpected, "\(check) \(directory) \(address)")
        }
      }
    }
    counts.reach("checkov fixtures", found: 95, clean: 98)
    try Self.compare(counts.differences) { $0.contains(" checkov/") }
  }

  @Test func `trivy's Terraform examples are judged as trivy does`() throws {
    guard let root = ProjectRoot.shared?.appendingPathComponent(Self.folder) else { return }
    var counts = Counts()
    for row in try Self.rows("trivy.jsonl", root) where row["framework"]?.string == "terraform" {
      let (check, directory) = try Self.place(row)
      let isReported = !Self.report(root, directory, check).findings.isEmpty
      counts.expect(isReported, row["kind"]?.string == "bad", "\(check) \(directory)")
    }
    counts.reach("trivy examples", found: 90, clean: 97)
    try Self.compare(counts.differences) { $0.contains(" trivy/") }
  }

  /// Every difference stands with its reason in `Fixtures/lint/differences`, and every one there is a difference.
  private static func compare(_ differences: [String], with isOfTool: (String) -> Bool) throws {
    var meant: Set<String> = []
    var uncovered: Set<Substring> = []
    let folder = ProjectRoot.fixture("lint/differences")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let name = try #require(line.range(of: " -- ").map { line[..<$0.lowerBound] }, "\(line)")
        if name.hasPrefix("uncovered ") { uncovered.insert(name.dropFirst("uncovered ".count)) } else { meant.insert(String(name)) }
      }
    }
    let open = differences.filter { line in
      let check = line.split(separator: " ").dropFirst().first ?? ""
      return !meant.contains(line) && !uncovered.contains(check)
    }
    for line in open.sorted() { Issue.record("no reason stands for: \(line)") }
    for line in meant.subtracting(differences).filter(isOfTool).sorted() { Issue.record("no longer a difference, remove it: \(line)") }
  }

  private static func rows(_ file: String, _ root: URL) throws -> [JSON] {
    let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
  }

  private static func place(_ row: JSON) throws -> (check: String, directory: String) {
    (try #require(row["check_id"]?.string), try #require(row["dir"]?.string))
  }

  /// Only the parts of rules that name the check run; a check that none names selects nothing.
  private static func report(_ root: URL, _ directory: String, _ check: String) -> LintReport {
    let selection = RuleSelection(select: [check])
    let tree = root.appendingPathComponent(directory)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tree.path)) ?? []
    let report = lintRoot(tree, ".", selection)
    if names.contains(where: { $0.hasSuffix(".tf") || $0.hasSuffix(".tf.json") }) { return report }
    // Some fixtures stand in a folder of their own, or in several.
    return names.sorted().reduce(into: report) { $0.merge(lintRoot(tree, $1, selection)) }
  }

  /// Addresses in the fixtures are those of instances or of declarations; module calls stand there by their names alone.
  private static func reports(_ finding: Finding, _ address: String) -> Bool {
    finding.instances.contains(address) || (finding.address == address && !address.contains("[")) || finding.address == "module.\(address)"
  }
}
