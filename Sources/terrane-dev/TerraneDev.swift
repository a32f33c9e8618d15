import ArgumentParser
import TerraneDriver

/// The maintainers' commands: measure, generate, check, and begin a rule or a mapping.
@main
struct TerraneDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrane-dev", abstract: "Commands for those who work on terrane itself.",
    subcommands: [
      BenchCommand.self, SyntaxBenchCommand.self, EvaluationBenchCommand.self, ConformanceCommand.self, SurveyCommand.self, DocsCommand.self,
      CheckCommand.self, RulesCommand.self, NewRuleCommand.self, NewMappingCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      finish(status)
    } catch {
      let isHelp = exitCode(for: error).isSuccess
      (isHelp ? OutputStream.standardOutput : .standardError).write(fullMessage(for: error) + "\n")
      finish(isHelp ? .clean : .failure)
    }
  }
}

/// Ends a command with a message.
func failure(_ message: String) -> ExitStatus {
  OutputStream.standardError.write("error: \(message)\n")
  return .failure
}
