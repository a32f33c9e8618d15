import ArgumentParser
import TerraneDriver

/// The command line: arguments in, exit code out. Everything else is the driver's.
@main
struct Terrane: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrane",
    abstract: "Checks Terraform configuration, and converts it to other formats.",
    discussion: """
      Exit codes: 0 clean, 1 findings (or an invalid configuration, or losses under --strict), 2 the job could not be done.
      Results go to standard output, messages to standard error.
      """,
    version: terraneVersion,
    subcommands: [
      LintCommand.self, ValidateCommand.self, FormatCommand.self, ConvertCommand.self, InspectCommand.self, GraphCommand.self, EvalCommand.self,
      ParseCommand.self, RulesCommand.self,
      ExplainCommand.self, SchemaCommand.self, VersionCommand.self, CompletionsCommand.self,
    ])

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    // Before anything is set up: this answer is also how start-up time is measured.
    if arguments == ["version"] || arguments == ["--version"] {
      OutputStream.standardOutput.write("terrane \(terraneVersion)\n")
      finish(.clean)
    }
    ignoreBrokenPipes()
    if let problem = WorkingDirectory.change(&arguments) {
      OutputStream.standardError.write("error: \(problem)\n")
      finish(.failure)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let status as ExitStatus {
      finish(status)
    } catch {
      finish(report(error))
    }
  }

  /// Says what is wrong with the arguments, or gives the help that was asked for.
  private static func report(_ error: any Error) -> ExitStatus {
    let message = fullMessage(for: error) + "\n"
    if exitCode(for: error).isSuccess {
      OutputStream.standardOutput.write(message)
      return .clean
    }
    OutputStream.standardError.write(message)
    return .failure
  }
}
