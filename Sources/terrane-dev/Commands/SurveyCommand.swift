import ArgumentParser
import Diagnostics
import TerraneDriver

struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey", abstract: "Validate every root module of a corpus, and compare its errors with those that are known to be true.",
    discussion: """
      The list is a page for people, whose lines “- `id` `path`: 12, 30” stand under headings that say why these are errors. An error that \
      is not on the list, or one on the list that is not found any more, is a failure.
      """)

  @Option(help: "A folder of repositories.")
  var corpus: String

  @Option(help: "The page with the known errors.")
  var list: String?

  @Option(help: "Fail when validation takes more seconds than this.")
  var limit: Double?

  @Flag(help: "Print every error with its summary and detail.")
  var all = false

  @Flag(help: "Print every warning, too.")
  var warnings = false

  func run() throws {
    let folder = corpus.hasSuffix("/") ? String(corpus.dropLast()) : corpus
    let repositories = try Disk.entries(corpus).filter { $0.kind == .directory }.map { "\(folder)/\($0.name)" }
    let start = wallTime()
    let survey = ValidationSurvey(projects: repositories)
    let seconds = wallTime() - start
    let found = survey.distinct
    if all || warnings { print(found) }
    let errors = found.filter { $0.diagnostic.severity == .error }.map(KnownErrors.Entry.init)
    say("\(repositories.count) repositories, \(survey.roots.count) root modules, \(survey.fileCount) files in \(decimal(seconds)) s")
    say("\(errors.count) errors, \(found.count - errors.count) warnings")
    if let list { try compare(errors.map { $0.relative(to: folder) }, with: list) }
    if let limit, seconds > limit { throw failure("validation took \(decimal(seconds)) s, not \(decimal(limit)) s") }
  }

  private func compare(_ errors: [KnownErrors.Entry], with path: String) throws {
    let known = KnownErrors(page: String(decoding: try Disk.read(path), as: UTF8.self))
    let (unlisted, stale) = known.differences(from: errors)
    for entry in unlisted { say("not on the list: \(entry)") }
    for entry in stale { say("not found any more: \(entry)") }
    say("errors on the list: \(Set(errors).count - unlisted.count) of \(Set(errors).count)")
    if !unlisted.isEmpty || !stale.isEmpty { throw ExitStatus.findings }
  }

  /// Every diagnostic on one line, for reading and sorting: kind, place, root module, summary, detail.
  private func print(_ found: [(root: String, diagnostic: Diagnostic)]) {
    for (root, diagnostic) in found where diagnostic.severity == .error || warnings {
      let entry = KnownErrors.Entry(root: root, diagnostic)
      say("\(diagnostic.severity.rawValue)\t\(entry.id)\t\(entry.place)\t\(root)\t\(diagnostic.summary)\t\(diagnostic.detail)")
    }
  }

  private func say(_ text: String) { OutputStream.standardOutput.write(text + "\n") }

  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
