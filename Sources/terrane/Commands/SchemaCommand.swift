import ArgumentParser
import Documents
import Schemas
import TerraneDriver

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print what is known of a resource, data source or target type.")

  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  @Argument(help: ArgumentHelp("A type: aws_instance, data.aws_ami, AWS::S3::Bucket, Deployment …", valueName: "TYPE"))
  var type: String

  @Option(
    help: ArgumentHelp("How to print it.", valueName: wordList(Format.self)), completion: .list(words(Format.self)), transform: choice)
  var format: Format = .text

  func run() throws {
    let found = SchemaDescription.all(named: type)
    if found.isEmpty {
      throw unknownName(type, "type", among: SchemaDescription.knownNames)
    }
    switch format {
    case .text: OutputStream.standardOutput.write(found.map(\.text).joined(separator: "\n"))
    case .json: OutputStream.standardOutput.write(JSONWriter(.pretty).write(.array(found.map(\.document))) + "\n")
    }
  }
}
