import ArgumentParser
import Documents
import Linting
import TerraneDriver

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules.")

  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  @Option(
    help: ArgumentHelp("How to print them.", valueName: wordList(Format.self)), completion: .list(words(Format.self)), transform: choice)
  var format: Format = .text

  func run() throws {
    let rules = RuleCatalog.standard.allMetadata
    switch format {
    case .text: OutputStream.standardOutput.write(table(rules))
    case .json: OutputStream.standardOutput.write(JSONWriter(.pretty).write(.array(rules.map(document))) + "\n")
    }
  }

  private func table(_ rules: [RuleMetadata]) -> String {
    let width = rules.map(\.name.count).max() ?? 0
    return rules.map { rule in
      let name = rule.name + String(repeating: " ", count: width - rule.name.count)
      let severity = rule.severity.rawValue + String(repeating: " ", count: 8 - rule.severity.rawValue.count)
      return "\(name)  \(severity)  \(rule.summary)\(rule.packs.contains("recommended") ? "" : " (only when selected)")\n"
    }.joined()
  }

  private func document(_ rule: RuleMetadata) -> Document {
    func list(_ texts: [String]) -> Document { .array(texts.map { .string($0) }) }
    return .members([
      ("name", .string(rule.name)), ("summary", .string(rule.summary)), ("category", .string(rule.category.rawValue)),
      ("severity", .string(rule.severity.rawValue)), ("tags", list(rule.tags)), ("packs", list(rule.packs)),
      ("equivalents", .members(rule.equivalents.sorted.map { ($0.tool, list($0.ids)) })),
    ])
  }
}
