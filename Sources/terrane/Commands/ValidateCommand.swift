import ArgumentParser
import TerraneDriver

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check whether a configuration is valid, as terraform validate does, without init.")

  @Argument(help: ArgumentHelp("The root module's directory.", valueName: "DIR"), completion: .directory)
  var directory = "."

  @Flag(
    name: [.customLong("json"), .customLong("json", withSingleDash: true)],
    help: "Print the JSON of terraform validate -json (format version 1.0).")
  var json = false

  @OptionGroup var evaluation: EvaluationOptions

  func run() throws {
    let run = ValidateRun(directory: directory, printsJSON: json, options: evaluation.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }
}
