import TerraneDriver

/// Measures what whole configurations cost: one large module, and every root module of a corpus.
struct ConfigurationBench {
  /// A folder of repositories.
  var corpus: String
  /// The terrane program to start.
  var program: String

  /// The largest module that is measured by itself, below the corpus: its repository, and the root module.
  private static let large = (repository: "aztfmod+terraform-azurerm-caf", root: "examples")
  private static let rounds = 5

  /// The lines to print, each with its name. What the corpus does not have is left out.
  func run() -> [(name: String, text: String)] {
    [largeModule(), allModules()].compactMap { $0 }
  }

  private func largeModule() -> (name: String, text: String)? {
    let project = "\(corpus)/\(Self.large.repository)"
    let root = "\(project)/\(Self.large.root)"
    guard let kind = try? Disk.kind(root), kind == .directory else { return nil }
    var elapsed = 0.0
    var processor = 0.0
    for command in [["validate"], ["inspect", "--format", "json"]] {
      let outcomes = (0..<Self.rounds).compactMap { _ in ChildProcess.run(program, command + ["--root", project, root]) }
      guard outcomes.count == Self.rounds, !outcomes.contains(where: { $0.exitCode > 1 }) else { return nil }
      elapsed += outcomes.map(\.elapsed).sorted()[Self.rounds / 2]
      processor += outcomes.map(\.processor).sorted()[Self.rounds / 2]
    }
    let memory = peakMemory(["validate", "--root", project, root]).map { ", \($0 / 1024) MB" } ?? ""
    return ("large", "validate and inspect \(Self.large.repository): \(decimal(elapsed)) s (at most 1.5), \(decimal(processor)) s of processor time\(memory)")
  }

  private func allModules() -> (name: String, text: String)? {
    guard let entries = try? Disk.entries(corpus) else { return nil }
    let projects = entries.filter { $0.kind == .directory }.map { "\(corpus)/\($0.name)" }
    let start = wallTime()
    let startOfWork = processorTime()
    let survey = ValidationSurvey(projects: projects)
    guard !survey.roots.isEmpty else { return nil }
    let seconds = "\(decimal(wallTime() - start)) s (at most 12), \(decimal(processorTime() - startOfWork)) s of processor time"
    return ("validate", "\(survey.roots.count) root modules of \(projects.count) repositories: \(seconds)")
  }

  /// The most memory that the program takes at once, in kB. A small program starts it, because what a process has counts for those that
  /// it starts, too.
  private func peakMemory(_ arguments: [String]) -> Int? {
    let script = "command time -f %M \"$@\" 2>&1 > /dev/null | tail -1"
    guard let outcome = ChildProcess.run("sh", ["-c", script, "sh", program] + arguments, capturesOutput: true) else { return nil }
    return Int(String(decoding: outcome.output.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
