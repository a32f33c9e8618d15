import ArgumentParser
import TerraneDriver

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Format files as terraform fmt does.",
    discussion: """
      Changed files are named on standard output. A file with a syntax error is reported and left as it is; the others are formatted, and \
      the exit code is 2.
      """)

  @Argument(
    help: ArgumentHelp("Files and directories (default: the working directory); - reads standard input.", valueName: "PATH"),
    completion: .file())
  var paths: [String] = []

  @Flag(name: both("check"), help: "Write nothing, and exit with 1 when a file would change.")
  var check = false

  @Flag(name: both("diff"), help: "Show the changes.")
  var diff = false

  @Flag(name: both("recursive"), help: "Look into the directories below, too.")
  var recursive = false

  @Option(name: both("write"), help: ArgumentHelp("Whether to write changed files.", valueName: "true|false"))
  var write = true

  @Option(name: both("list"), help: ArgumentHelp("Whether to name changed files.", valueName: "true|false"))
  var list = true

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if paths.contains("-"), paths.count > 1 { throw ValidationError("- stands alone: standard input is formatted to standard output.") }
  }

  func run() throws {
    var run = FormatRun(paths: paths, options: output.runOptions())
    run.isRecursive = recursive
    run.isCheck = check
    run.showsDiff = diff
    run.lists = list
    run.writes = write
    let request = run
    try Parallel.onLargeStack { request.run() }.end()
  }
}

/// An option's name with two dashes, and with one as Terraform writes it.
private func both(_ name: String) -> NameSpecification {
  [.customLong(name), .customLong(name, withSingleDash: true)]
}
