import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Files in JSON syntax whose root is an array.
enum JSONRootArray: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-json-root", summary: "The root of a JSON file is an array", category: .style, severity: .low, packs: ["strict"],
    equivalents: RuleEquivalents(["tflint": ["terraform_json_syntax"]]),
    why: "An array of objects at the root is read for the sake of old generators; the documented syntax, and other tools, know one object alone.",
    help: "Merge the objects of the array into one, with a property for each type of block.",
    references: ["https://developer.hashicorp.com/terraform/language/syntax/json"])

  static let examples = [
    RuleExample(
      name: "an array", path: "main.tf.json", source: "[{\"output\": {\"region\": {\"value\": \"eu-west-1\"}}}]\n", isFlagged: true),
    RuleExample(
      name: "an object", path: "main.tf.json", source: "{\"output\": {\"region\": {\"value\": \"eu-west-1\"}}}\n", isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    module.files.filter(\.tree.isJSON).compactMap { file in
      let bytes = file.source.bytes
      guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes[start] == UInt8(ascii: "["), bytes.count < Int(UInt32.max) else { return nil }
      let range = SourceRange(file: file.source, bytes: ByteRange(start: UInt32(start), end: UInt32(start) + 1))
      return Finding(rule: metadata, message: metadata.summary, address: "file", primary: DiagnosticLabel(range))
    }
  }
}
