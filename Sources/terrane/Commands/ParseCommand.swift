import ArgumentParser
import TerraneDriver

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Parse files, and print their diagnostics or their trees.")

  @Argument(help: ArgumentHelp("Files to parse; - reads standard input.", valueName: "FILE"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("json: one object a line with the diagnostics of a file; ast: the tree.", valueName: wordList(ParseRun.Format.self)),
    completion: .list(words(ParseRun.Format.self)), transform: choice)
  var format: ParseRun.Format = .json

  @OptionGroup var output: OutputOptions

  func run() throws {
    let run = ParseRun(files: files, format: format, options: output.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }
}
