import ArgumentParser
import Linting
import Reporting
import TerraneDriver

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check modules.",
    discussion: """
      Every directory with configuration below the paths is checked; what .gitignore names, .terraform and .git are left out. A module \
      that another module in view calls is judged through its callers, unless it is named.
      """)

  @Argument(help: ArgumentHelp("Directories and files (default: the working directory); - reads standard input.", valueName: "PATH"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The form of the report.", valueName: wordList(LintReportFormat.self)),
    completion: .list(words(LintReportFormat.self)), transform: choice)
  var format: LintReportFormat = .text

  @Option(help: ArgumentHelp("Write the report to a file.", valueName: "FILE"), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Write a further report. May be repeated.", valueName: "FORMAT=FILE"))
  var report: [String] = []

  @Option(help: ArgumentHelp("Rules to run: names, categories, packs, tags, or other tools' ids. May be repeated.", valueName: "RULE,…"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Rules to leave out. May be repeated.", valueName: "RULE,…"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("A folder with more rules (.rule.hcl files). May be repeated.", valueName: "DIR"), completion: .directory)
  var pack: [String] = []

  @Option(
    help: ArgumentHelp("Report nothing below this severity.", valueName: wordList(RuleSeverity.self)),
    completion: .list(words(RuleSeverity.self)), transform: choice)
  var minSeverity: RuleSeverity?

  @Option(
    help: ArgumentHelp("Exit with 1 from this severity on (default: low).", valueName: wordList(FailureThreshold.self)),
    completion: .list(words(FailureThreshold.self)), transform: choice)
  var failOn: FailureThreshold?

  @Flag(help: "Exit with 2 when the code of a module call is not in view.")
  var requireModules = false

  @Flag(help: "Say what could not be decided, and why.")
  var showUnknown = false

  @Flag(help: "Count the findings of each rule.")
  var statistics = false

  @Flag(help: "Report what comments silence, too.")
  var noInlineIgnores = false

  @Flag(help: "Keep in SARIF what comments silence, marked as suppressed.")
  var sarifSuppressed = false

  @Flag(help: "Mend what can be mended without changing what is built.")
  var fix = false

  @Flag(help: "With --fix or --diff: mend also what may change what is built.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, and write nothing; exit with 1 when there is something.")
  var diff = false

  @Option(help: ArgumentHelp("Report only what is not in this file of known findings.", valueName: "FILE"), completion: .file())
  var baseline: String?

  @Option(help: ArgumentHelp("Keep everything that is found as known, in this file.", valueName: "FILE"), completion: .file())
  var writeBaseline: String?

  @Option(help: ArgumentHelp("Report only what is not there at this commit already, wherever it is.", valueName: "GITREF"))
  var since: String?

  @Option(help: ArgumentHelp("The path that standard input stands for.", valueName: "FILE"))
  var stdinFilename: String?

  @Option(help: ArgumentHelp("The date that expiry dates are compared with (default: today).", valueName: "YYYY-MM-DD"))
  var today: String?

  @OptionGroup var evaluation: EvaluationOptions

  func validate() throws {
    if paths.contains("-"), stdinFilename == nil { throw ValidationError("- needs --stdin-filename: the path decides what is read with it.") }
    if let today, !isDate(today) { throw ValidationError("--today needs a date of the form YYYY-MM-DD.") }
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes needs --fix or --diff.") }
    if fix, paths.contains("-") { throw ValidationError("--fix cannot write standard input; --diff shows what it would change.") }
    _ = try report.map(readReport)
  }

  func run() throws {
    var settings = LintSettings()
    settings.paths = paths
    settings.standardInputName = stdinFilename
    settings.selection = RuleSelection(select: names(select), ignore: names(ignore))
    settings.minimumSeverity = minSeverity
    settings.packs = pack
    settings.fixes.isOn = fix || diff
    settings.fixes.allowsUnsafe = unsafeFixes
    settings.fixes.showsDiff = diff
    settings.baselinePath = baseline
    settings.newBaselinePath = writeBaseline
    settings.since = since
    settings.failureThreshold = failOn
    settings.configurationPath = evaluation.configuration.config
    settings.isIsolated = evaluation.configuration.isolated
    settings.honoursSuppressions = !noInlineIgnores
    settings.requiresModules = requireModules
    settings.keepsSuppressed = sarifSuppressed
    settings.showsUndecided = showUnknown
    settings.showsStatistics = statistics
    settings.today = today ?? currentDate()
    settings.format = format
    settings.outputPath = output
    settings.reports = try report.map(readReport)
    let run = LintRun(settings: settings, options: evaluation.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }

  private func names(_ lists: [String]) -> [String] { lists.flatMap { $0.split(separator: ",").map(String.init) } }

  private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private func readReport(_ text: String) throws -> (format: LintReportFormat, path: String) {
    guard let equals = text.firstIndex(of: "="), text.index(after: equals) != text.endIndex else {
      throw ValidationError("--report needs the form FORMAT=FILE, and '\(text)' is not of that form.")
    }
    return (try choice(String(text[..<equals])), String(text[text.index(after: equals)...]))
  }
}
