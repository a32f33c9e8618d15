import ArgumentParser
import TerraneDriver

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fmt", abstract: "Format files as terraform fmt does.")

  @Argument(help: ArgumentHelp("Files and directories (default: the working directory); - formats standard input.", valueName: "PATH"))
  var paths: [String] = []

  @Flag(name: [.long, .customLong("check", withSingleDash: true)], help: "Write nothing; exit with 1 when a file would change.")
  var check = false

  @Flag(name: [.long, .customLong("diff", withSingleDash: true)], help: "Print what changes as a patch.")
  var diff = false

  @Flag(name: [.long, .customLong("recursive", withSingleDash: true)], help: "Look into the directories below, too.")
  var recursive = false

  @Option(
    name: [.long, .customLong("write", withSingleDash: true)],
    help: ArgumentHelp("Whether to write files.", valueName: "true|false"), completion: .list(["true", "false"]))
  var write = true

  @OptionGroup var output: OutputOptions

  func run() throws {
    let run = FormatRun(
      paths: paths, isRecursive: recursive, isCheck: check, showsDifference: diff, writes: write, options: output.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }
}
