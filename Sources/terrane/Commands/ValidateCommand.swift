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

  @Flag(
    name: [.customLong("no-tests"), .customLong("no-tests", withSingleDash: true)], help: "Leave test files out.")
  var noTests = false

  @Option(
    name: [.customLong("test-directory"), .customLong("test-directory", withSingleDash: true)],
    help: ArgumentHelp("Where test files lie beside those of the module's directory.", valueName: "DIR"), completion: .directory)
  var testDirectory = "tests"

  @OptionGroup var evaluation: EvaluationOptions

  func run() throws {
    var run = ValidateRun(directory: directory, printsJSON: json, options: evaluation.runOptions())
    run.testDirectory = noTests ? nil : testDirectory
    let configured = run
    try Parallel.onLargeStack { configured.run() }.end()
  }
}
