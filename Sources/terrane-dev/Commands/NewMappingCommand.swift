import ArgumentParser
import Conversion
import Schemas
import TerraneDriver

struct NewMappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-mapping", abstract: "Begin a mapping: a file with what convention does not carry, to be decided one by one.")

  @Argument(help: "The Terraform type.")
  var type: String

  @Argument(help: "The type of the target, as AWS::S3::Bucket.")
  var targetType: String

  @Option(help: "The target: cloudformation, kubernetes or arm.")
  var target = ConversionFormat.cloudformation.rawValue

  func run() throws {
    guard let schema = SchemaCatalog.standard.resource(type) else { throw failure("no embedded provider has the type \(type)") }
    let path = "Sources/Conversion/Data/\(type.prefix { $0 != "_" })/\(type).map.hcl"
    if Disk.exists(path) { throw failure("\(path) is there already") }
    let names = schema.attributes.filter { $0.mode.isSettable }.map(\.name) + schema.nestedBlocks.map(\.name)
    var text = "mapping \"\(type)\" {\n  \(target) \"\(targetType)\" {\n"
    text += "    # Settable: \(names.sorted().joined(separator: ", "))\n"
    text += "    # Name here what convention does not carry; terrane-dev check says what is missing.\n  }\n}\n"
    try Disk.makeDirectory(parentPath(path))
    try Disk.write(Array(text.utf8), to: path)
    OutputStream.standardOutput.write("\(path)\n")
  }
}
