import ArgumentParser
import TerraneDriver

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a script that completes commands and options in a shell.")

  enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  @Argument(
    help: ArgumentHelp("The shell.", valueName: wordList(Shell.self)), completion: .list(words(Shell.self)), transform: choice)
  var shell: Shell

  func run() throws {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    OutputStream.standardOutput.write(Terrane.completionScript(for: kind) + "\n")
  }
}
