import ArgumentParser
import Diagnostics
import Linting
import SourceText
import TerraformModel
import TerraneDriver

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Check rules as they lie on the disk: against the schemas, by their examples, by other tools' fixtures.",
    discussion: "Nothing needs to be built for a rule to be tried: the files are read again by every run.")

  @Argument(help: "Folders of rules, or single files.")
  var paths = ["Sources/Linting/Data"]

  @Option(help: "A folder with other tools' fixtures (checkov.jsonl, trivy.jsonl).")
  var fixtures: String?

  @Option(help: "A folder with the differences that are meant.")
  var differences = "Fixtures/lint/differences"

  @Option(help: "Facts about other tools' checks (rules.json): says which of them no rule covers.")
  var facts: String?

  @Option(help: "Only fixtures and facts of checks whose id begins so. May be repeated.")
  var check: [String] = []

  @Flag(help: "Name every check that no rule covers.")
  var uncovered = false

  func run() throws {
    let command = self
    let result = Parallel.onLargeStack { Result { try command.judge() } }
    if try !result.get() { throw ExitStatus.findings }
  }

  private func judge() throws -> Bool {
    let (catalog, diagnostics) = RulePacks.load(paths, into: RuleCatalog([], addedTo: nil))
    RunOptions().show(diagnostics)
    var holds = !diagnostics.contains { $0.severity == .error }
    var examples = Tally("examples of \(catalog.names.count) rules")
    for (holds, name) in judgeExamples(catalog) { examples.check(holds, name) }
    holds = examples.finish() && holds
    if let fixtures { holds = try compare(LintFixtures(folder: fixtures), catalog) && holds }
    if let facts {
      let known = try KnownDifferences(folder: differences)
      let isCovered = try RuleParity(path: facts).report(catalog, differences: known, isSelected: isSelected, namesUncovered: uncovered)
      holds = isCovered && holds
    }
    return holds
  }

  private func judgeExamples(_ catalog: RuleCatalog) -> [(holds: Bool, name: String)] {
    Parallel.map(catalog.allRules, jobs: Parallel.processorCount) { rule in
      let name = rule.metadata.name
      var results = rule.examples.map { example in
        let access = DirectoryAccess(
          fileNames: { $0 == "." ? ["main.tf"] : nil }, read: { $0 == "main.tf" ? Array(example.source.utf8) : nil })
        let report = lintConfiguration(".", access, RuleSelection(select: [name]), catalog)
        let isReported = report.findings.contains { $0.rule == name }
        let undecided = isReported ? "" : report.undecided.map { " (undecided: \($0.reason))" }.first ?? ""
        return (isReported == example.isFlagged, "\(name), “\(example.name)” is \(isReported ? "reported" : "accepted")\(undecided)")
      }
      for isFlagged in [true, false] where !rule.examples.contains(where: { $0.isFlagged == isFlagged }) {
        results.append((false, "\(name) has no example that is \(isFlagged ? "flagged" : "accepted")"))
      }
      return results
    }.flatMap { $0 }
  }

  private func isSelected(_ id: String) -> Bool { check.isEmpty || check.contains { id.hasPrefix($0) } }

  // MARK: Fixtures

  private func compare(_ fixtures: LintFixtures, _ catalog: RuleCatalog) throws -> Bool {
    let known = try KnownDifferences(folder: differences)
    let checkov = run(fixtures.checkov, fixtures, catalog, "checkov")
    let trivy = run(fixtures.trivy, fixtures, catalog, "trivy")
    let found = checkov.differences + trivy.differences
    let unexpected = found.filter { known.reasons[$0] == nil }
    let isWhole = check.isEmpty
    let idle = isWhole ? Set(known.reasons.keys).subtracting(found).sorted() : []
    for difference in unexpected { OutputStream.standardOutput.write("\(difference)\n") }
    for difference in idle { OutputStream.standardOutput.write("no longer a difference, remove it: \(difference)\n") }
    for line in known.problems { OutputStream.standardOutput.write("not a difference with its reason, or there twice: \(line)\n") }
    OutputStream.standardOutput.write("\(found.count) differences, \(found.count - unexpected.count) of them meant\n")
    return unexpected.isEmpty && idle.isEmpty && known.problems.isEmpty
  }

  /// Judges the cases of one tool and prints the shares, twice: those of checks that some rule names, and those of all checks, where a
  /// check without a rule finds nothing.
  private func run(_ cases: [LintFixtures.Case], _ fixtures: LintFixtures, _ catalog: RuleCatalog, _ tool: String) -> LintFixtures.Verdict {
    let selected = cases.filter { isSelected($0.check) }
    let named = selected.filter { catalog.isKnown($0.check) }
    let verdicts = Parallel.map(named, jobs: Parallel.processorCount) { fixtures.judge($0, by: catalog) }
    let verdict = verdicts.reduce(into: LintFixtures.Verdict()) { $0.add($1) }
    var whole = verdict
    for fixture in selected where !catalog.isKnown(fixture.check) { whole.add(fixture.unjudged) }
    OutputStream.standardOutput.write("\(tool), checks that a rule names: \(verdict.shares)\n\(tool), all checks: \(whole.shares)\n")
    return verdict
  }
}
