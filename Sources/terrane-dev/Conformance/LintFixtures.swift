import Documents
import Linting
import SourceText
import TerraformModel
import TerraneDriver

/// Other tools' fixtures for single checks: what a check must report and what it must leave alone.
///
/// `checkov.jsonl` states addresses, `trivy.jsonl` whole examples. A case is judged by our rules when one of them names its check as
/// equivalent; then only the parts of rules that name it run.
struct LintFixtures {
  /// One folder of Terraform, and what one check must say about it.
  struct Case: Sendable {
    var check: String
    /// Below the folder of all fixtures.
    var directory: String
    var mustReport: [String]
    var mustPass: [String]
    /// Nil where addresses are stated; whether something must be reported at all otherwise.
    var isBad: Bool?

    /// What is said where nothing is reported.
    var unjudged: Verdict {
      let reports = isBad.map { $0 ? 1 : 0 } ?? mustReport.count
      let passes = isBad.map { $0 ? 0 : 1 } ?? mustPass.count
      return Verdict(mustReport: reports, clean: passes, mustPass: passes)
    }
  }

  /// What our rules say about one case.
  struct Verdict: Sendable {
    var found = 0
    var mustReport = 0
    var clean = 0
    var mustPass = 0
    /// `missed CHECK DIRECTORY ADDRESS` or `false CHECK DIRECTORY ADDRESS`.
    var differences: [String] = []

    /// In words: how much of what must be reported is found, and how much of what must not is left alone.
    var shares: String {
      "found \(found) of \(mustReport) (\(Self.percentage(found, mustReport)) %), clean \(clean) of \(mustPass) (\(Self.percentage(clean, mustPass)) %)"
    }

    private static func percentage(_ part: Int, _ whole: Int) -> String {
      let tenths = whole == 0 ? 1000 : part * 1000 / whole
      return "\(tenths / 10).\(tenths % 10)"
    }

    mutating func add(_ other: Verdict) {
      found += other.found
      mustReport += other.mustReport
      clean += other.clean
      mustPass += other.mustPass
      differences += other.differences
    }
  }

  var folder: String
  var checkov: [Case]
  var trivy: [Case]

  /// - Parameter folder: holds `checkov.jsonl`, `trivy.jsonl` and the folders that they name.
  init(folder: String) throws {
    self.folder = folder
    checkov = try Self.lines("\(folder)/checkov.jsonl").map { row in
      Case(
        check: row["check_id"]?.stringValue ?? "", directory: row["dir"]?.stringValue ?? "", mustReport: Self.texts(row["expected_fail"]),
        mustPass: Self.texts(row["expected_pass"]), isBad: nil)
    }
    trivy = try Self.lines("\(folder)/trivy.jsonl").filter { $0["framework"]?.stringValue == "terraform" }.map { row in
      Case(
        check: row["check_id"]?.stringValue ?? "", directory: row["dir"]?.stringValue ?? "", mustReport: [], mustPass: [],
        isBad: row["kind"]?.stringValue == "bad")
    }
  }

  /// Judges one case by the rules that name its check.
  func judge(_ fixture: Case, by catalog: RuleCatalog) -> Verdict {
    let report = lint("\(folder)/\(fixture.directory)", fixture.check, catalog)
    let findings = report.findings + (fixture.isBad == nil ? report.suppressed.map(\.finding) : [])
    var verdict = Verdict()
    if let isBad = fixture.isBad {
      verdict.mustReport = isBad ? 1 : 0
      verdict.mustPass = isBad ? 0 : 1
      verdict.found = isBad && !findings.isEmpty ? 1 : 0
      verdict.clean = !isBad && findings.isEmpty ? 1 : 0
      if findings.isEmpty == isBad { verdict.differences = ["\(isBad ? "missed" : "false") \(fixture.check) \(fixture.directory)"] }
      return verdict
    }
    for address in fixture.mustReport {
      verdict.mustReport += 1
      if findings.contains(where: { Self.reports($0, address) }) {
        verdict.found += 1
      } else {
        verdict.differences.append("missed \(fixture.check) \(fixture.directory) \(address)")
      }
    }
    for address in fixture.mustPass {
      verdict.mustPass += 1
      if findings.contains(where: { Self.reports($0, address) }) {
        verdict.differences.append("false \(fixture.check) \(fixture.directory) \(address)")
      } else {
        verdict.clean += 1
      }
    }
    return verdict
  }

  /// Addresses in the fixtures are those of instances or of declarations; module calls stand there by their names alone.
  private static func reports(_ finding: Finding, _ address: String) -> Bool {
    finding.instances.contains(address) || (finding.address == address && !address.contains("[")) || finding.address == "module.\(address)"
  }

  private func lint(_ directory: String, _ check: String, _ catalog: RuleCatalog) -> LintReport {
    let access = DirectoryAccess(
      fileNames: { path in
        (try? Disk.entries(joinedPath(directory, path)))?.filter { $0.kind == .file }.map(\.name)
      },
      read: { path in try? Disk.read(joinedPath(directory, path)) })
    let selection = RuleSelection(select: [check])
    let report = lintConfiguration(".", access, selection, catalog)
    // Some fixtures stand in a folder of their own, or in several.
    let hasFiles = (access.fileNames(".") ?? []).contains { $0.hasSuffix(".tf") || $0.hasSuffix(".tf.json") }
    if hasFiles { return report }
    let folders = ((try? Disk.entries(directory)) ?? []).filter { $0.kind == .directory }.map(\.name)
    return folders.reduce(into: report) { $0.merge(lintConfiguration($1, access, selection, catalog)) }
  }

  private static func lines(_ path: String) throws -> [Document] {
    let text = String(decoding: try Disk.read(path), as: UTF8.self)
    return text.split(separator: "\n").compactMap { JSONReader.read(text: String($0)).validDocument?.document }
  }

  private static func texts(_ document: Document?) -> [String] { (document?.arrayValue ?? []).compactMap(\.stringValue) }
}

/// Lints one root module of a tree of files, with nothing but the files.
func lintConfiguration(_ directory: String, _ access: DirectoryAccess, _ selection: RuleSelection, _ catalog: RuleCatalog) -> LintReport {
  let configuration = Configuration.load(directory, from: ModuleLibrary(access: access))
  let graph = ResourceGraph.build(configuration, binding: .lint, functions: Project.functions)
  return LintEngine.run(LintRequest(configuration: configuration, graph: graph, selection: selection, catalog: catalog))
}
