import ArgumentParser
import Conversion
import TerraneDriver

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Convert a module to another format.",
    discussion: """
      Variables stay parameters, outputs stay outputs, references stay references. What the target cannot say is listed on standard \
      error with its place, and in the file that --report names. PATH may be a plan as terraform show -json prints it: its \
      configuration is used when it stands beside it or in --root.
      """)

  @Argument(help: ArgumentHelp("The root module's directory, or a plan.", valueName: "PATH"), completion: .file())
  var path = "."

  @Option(
    help: ArgumentHelp("What is converted; auto looks at the file.", valueName: wordList(ModuleSourceKind.self)),
    completion: .list(words(ModuleSourceKind.self)), transform: choice)
  var from: ModuleSourceKind = .auto

  @Option(
    help: ArgumentHelp("The format to convert to.", valueName: wordList(ConversionFormat.self)),
    completion: .list(words(ConversionFormat.self)), transform: choice)
  var to: ConversionFormat

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file, or into a directory.", valueName: "FILE|DIR"), completion: .file())
  var output: String?

  @Flag(help: "Exit with 1 when anything is lost.")
  var strict = false

  @Option(help: ArgumentHelp("Write the coverage report as JSON.", valueName: "FILE"), completion: .file())
  var report: String?

  @OptionGroup var evaluation: EvaluationOptions

  func run() throws {
    let run = ConvertRun(
      path: path, source: from, target: to, outputPath: output, isStrict: strict, reportPath: report, options: evaluation.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }
}
