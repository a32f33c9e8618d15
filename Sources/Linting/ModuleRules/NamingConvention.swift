import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Names that are not in snake case.
enum NamingConvention: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-name-form", summary: "A name is not in snake case", category: .style, severity: .info, packs: ["strict"],
    equivalents: RuleEquivalents(["tflint": ["terraform_naming_convention"]]),
    why: "Types, arguments and functions are written in small letters with underscores; names in another form have to be looked up each time.",
    help: "Use small letters, digits and underscores. A moved block keeps a resource when its name changes.",
    references: ["https://developer.hashicorp.com/terraform/language/style#resource-naming"])

  static let examples = [
    RuleExample(
      name: "hyphens and capitals",
      source: """
        resource "aws_sqs_queue" "incoming-Orders" {
          name = "incoming-orders"
        }

        """, isFlagged: true),
    RuleExample(
      name: "snake case",
      source: """
        resource "aws_sqs_queue" "incoming_orders" {
          name = "incoming-orders"
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    module.files.flatMap { file in file.tree.rootBody.blocks.flatMap { findings($0) } }
  }

  private static func findings(_ block: BlockSyntax) -> [Finding] {
    switch block.type {
    case "locals":
      return block.body.attributes.filter { !isSnakeCase($0.name) }.map { attribute in
        finding(attribute.name, SourceRange(file: attribute.tree.file, bytes: attribute.nameRange), "local.\(attribute.name)")
      }
    case "resource", "data", "ephemeral", "action", "variable", "output", "module", "check":
      guard let label = block.labels.last, !isSnakeCase(label.value) else { return [] }
      return [finding(label.value, SourceRange(file: block.tree.file, bytes: label.range), address(of: block))]
    default: return []
    }
  }

  private static func finding(_ name: String, _ range: SourceRange, _ address: String) -> Finding {
    Finding(rule: metadata, message: "The name “\(name)” is not in snake case", address: address, primary: DiagnosticLabel(range))
  }

  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isSnakeCase(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLower(first) else { return false }
    let isWord = name.utf8.allSatisfy { isLower($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    return isWord && !name.contains("__") && !name.hasSuffix("_")
  }
}
