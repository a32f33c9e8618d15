import ArgumentParser
import TerraneDriver

struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "Write the pages that are generated: the command line, the rules, the mappings.")

  @Option(help: "The folder of the documentation.")
  var folder = "docs"

  @Option(help: "The terrane program whose help is written down.")
  var program: String

  @Flag(help: "Write nothing; fail when a page is not current.")
  var check = false

  func run() throws {
    var pages = try CommandLinePage.pages(program: program)
    pages += RulePages.pages()
    pages += [MappingPage.page()]
    var stale: [String] = []
    for (path, text) in pages {
      let target = "\(folder)/\(path)"
      if let present = try? Disk.read(target), present == Array(text.utf8) { continue }
      stale.append(target)
      if check { continue }
      try Disk.makeDirectory(parentPath(target))
      try Disk.write(Array(text.utf8), to: target)
    }
    for path in try left(pages.map(\.path)) {
      stale.append(path)
      if !check { try Disk.remove(path) }
    }
    for path in stale { OutputStream.standardOutput.write("\(check ? "not current" : "written"): \(path)\n") }
    if check, !stale.isEmpty { throw ExitStatus.findings }
  }

  /// Pages of rules that are gone.
  private func left(_ pages: [String]) throws -> [String] {
    let folder = "\(folder)/rules"
    guard Disk.exists(folder) else { return [] }
    return try Disk.entries(folder).map { "rules/\($0.name)" }.filter { !pages.contains($0) }.map { "\(self.folder)/\($0)" }
  }
}
