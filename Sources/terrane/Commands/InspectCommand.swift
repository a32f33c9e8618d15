import ArgumentParser
import TerraneDriver

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print the evaluated resource graph of a module.")

  @Argument(help: ArgumentHelp("The root module's directory, or a plan as terraform show -json prints it.", valueName: "DIR"), completion: .file())
  var directory = "."

  @Option(
    help: ArgumentHelp("How to print it.", valueName: wordList(InspectRun.Format.self)), completion: .list(words(InspectRun.Format.self)),
    transform: choice)
  var format: InspectRun.Format = .text

  @Flag(help: "Print sensitive values instead of (sensitive).")
  var showSensitive = false

  @OptionGroup var evaluation: EvaluationOptions

  func run() throws {
    let run = InspectRun(
      directory: directory, format: format, showsSensitive: showSensitive, options: evaluation.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }
}
