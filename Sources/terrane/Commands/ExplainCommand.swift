import ArgumentParser
import Linting
import TerraneDriver

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print one rule's page: what it reports, why, what to do, with examples.")

  @Argument(
    help: ArgumentHelp("A rule's name, or another tool's id of the same check.", valueName: "RULE"),
    completion: .custom { _, _, _ in RuleCatalog.standard.names })
  var rule: String

  func run() throws {
    guard let page = RuleCatalog.standard.explain(rule) else {
      throw unknownName(rule, "rule", among: RuleCatalog.standard.names)
    }
    OutputStream.standardOutput.write(page)
  }
}
