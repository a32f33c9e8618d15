import ArgumentParser
import TerraneDriver

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  func run() throws { OutputStream.standardOutput.write("terrane \(terraneVersion)\n") }
}
