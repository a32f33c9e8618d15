import ArgumentParser
import TerraformModel
import TerraneDriver

/// Options of every command.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Colours: always, never, or on a terminal.", valueName: wordList(ColorChoice.self)),
    completion: .list(words(ColorChoice.self)), transform: choice)
  var color: ColorChoice = .auto

  @Flag(name: [.short, .long], help: "Say less.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Say more.")
  var verbose = false

  @Option(
    name: [.customLong("chdir", withSingleDash: true)],
    help: ArgumentHelp("Work in another directory.", valueName: "DIR"), completion: .directory)
  var directory: String?

  /// The options as the driver takes them.
  func runOptions() -> RunOptions {
    var options = RunOptions()
    options.color = color
    options.isQuiet = quiet
    options.isVerbose = verbose
    options.environment = processEnvironment()
    return options
  }
}

/// Options of the commands that read `.terrane.hcl`.
struct ConfigurationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The configuration to use instead of the nearest .terrane.hcl.", valueName: "FILE"), completion: .file())
  var config: String?

  @Flag(help: "Leave configuration alone that is not named.")
  var isolated = false
}

/// The words of `--dialect`.
enum DialectOption: String, CaseIterable, Sendable {
  case auto, terraform, tofu

  /// The dialect that is asked for; nil when the configuration says it.
  var dialect: Dialect? { Dialect(rawValue: rawValue) }
}

/// Options of the commands that evaluate configuration.
struct EvaluationOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions
  @OptionGroup var configuration: ConfigurationOptions

  @Option(
    name: [.customLong("var"), .customLong("var", withSingleDash: true)], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Give an input variable a value. May be repeated.", valueName: "NAME=VALUE"))
  var variables: [String] = []

  @Option(
    name: [.customLong("var-file"), .customLong("var-file", withSingleDash: true)],
    help: ArgumentHelp("Read values of input variables from a file. May be repeated.", valueName: "FILE"), completion: .file())
  var variableFiles: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read as this dialect (default: what the files, the lock file or required_version say).", valueName: wordList(DialectOption.self)),
    completion: .list(words(DialectOption.self)), transform: choice)
  var dialect: DialectOption = .auto

  @Option(
    help: ArgumentHelp(
      "Use the schemas of a file, as terraform providers schema -json prints them, in place of the embedded ones. May be repeated.",
      valueName: "FILE"), completion: .file())
  var providerSchema: [String] = []

  @Option(help: ArgumentHelp("The value of terraform.workspace (default: TF_WORKSPACE).", valueName: "NAME"))
  var workspace: String?

  @Option(
    help: ArgumentHelp("Take the values of one environment of .terrane.hcl (default: lint takes each of them).", valueName: "NAME"))
  var environment: String?

  @Option(
    help: ArgumentHelp("The folder that reading must not leave (default: the repository).", valueName: "DIR"), completion: .directory)
  var root: String?

  @Option(help: ArgumentHelp("How many modules to work on at once (default: one for each processor).", valueName: "N"))
  var jobs: Int?

  func validate() throws {
    for text in variables where VariableArgument(assignment: text) == nil {
      throw ValidationError("-var needs the form NAME=VALUE, and '\(text)' is not of that form.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  /// The options as the driver takes them.
  func runOptions() -> RunOptions {
    var options = output.runOptions()
    options.variables = variableArguments(CommandLine.arguments)
    options.workspace = workspace
    options.environmentName = environment
    options.providerSchemas = providerSchema
    options.dialect = dialect.dialect
    options.root = root
    options.configurationPath = configuration.config
    options.isIsolated = configuration.isolated
    if let jobs { options.jobs = jobs }
    return options
  }

  /// Values and files in the order in which they were given, which decides which one wins. The parser keeps two lists; the arguments say
  /// how they were mixed.
  private func variableArguments(_ arguments: [String]) -> [VariableArgument] {
    var values = variables[...]
    var files = variableFiles[...]
    var result: [VariableArgument] = []
    for argument in arguments {
      let name = argument.prefix { $0 != "=" }
      if name == "-var" || name == "--var", let text = values.popFirst(), let value = VariableArgument(assignment: text) {
        result.append(value)
      } else if name == "-var-file" || name == "--var-file", let path = files.popFirst() {
        result.append(.file(path))
      }
    }
    return result
  }
}
