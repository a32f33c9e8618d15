import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Indexes and splats in the form of early versions of the language: `list.0`, `list.*.id`.
enum DeprecatedIndex: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-legacy-index", summary: "An index or splat is written with a dot", category: .style, severity: .info, packs: ["strict"],
    equivalents: RuleEquivalents(["tflint": ["terraform_deprecated_index"]]),
    why: """
      The form is kept for configurations from before version 0.12. Two indexes in a row cannot be written in it, since 0.1 is a number, and \
      what stands behind .* is applied in another way than behind [*].
      """,
    help: "Write list[0] for list.0, and list[*].id for list.*.id.",
    references: ["https://developer.hashicorp.com/terraform/language/expressions/splat#legacy-attribute-only-splat-expressions"])

  static let examples = [
    RuleExample(
      name: "an index and a splat with dots",
      source: """
        variable "zones" {}

        output "first" {
          value = var.zones.0
        }

        output "names" {
          value = var.zones.*.name
        }

        """, isFlagged: true),
    RuleExample(
      name: "both in brackets",
      source: """
        variable "zones" {}

        output "first" {
          value = var.zones[0]
        }

        output "names" {
          value = var.zones[*].name
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    module.forEachExpression { expression, block in
      switch expression.expression {
      case .scopeTraversal(_, let steps), .relativeTraversal(_, let steps):
        for position in 0..<steps.count {
          let (step, bytes) = expression.tree.step(steps, position)
          let range = SourceRange(file: expression.tree.file, bytes: bytes)
          guard case .index = step, range.text.hasPrefix(".") else { continue }
          let index = range.text.dropFirst()
          result.append(
            finding("The index is written with a dot", range, in: block, fix: "[\(index)]", title: "write the index in brackets"))
        }
      case .splat(let source, let each): result += splat(expression, source, each, block)
      case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .functionCall, .conditional, .index, .tuple,
        .object, .objectKey, .forExpression, .anonymousSymbol, .binary, .unary, .parentheses, .invalid:
        break
      }
    }
    return result
  }

  private static func splat(_ expression: ExpressionSyntax, _ source: NodeID, _ each: NodeID, _ block: BlockSyntax) -> [Finding] {
    let tree = expression.tree
    let rest = SourceRange(
      file: tree.file, bytes: ByteRange(start: expression.at(source).range.bytes.end, end: expression.range.bytes.end))
    let text = rest.text
    guard let star = text.firstIndex(of: "*"), text[..<star].allSatisfy({ $0 == "." || $0.isWhitespace }) else { return [] }
    // Behind .* an index selects from the result, behind [*] from each element: where one follows, the meaning would change.
    var isSame = false
    if case .anonymousSymbol = tree.expression(each) { isSame = true }
    if case .relativeTraversal(_, let steps) = tree.expression(each) {
      isSame = (0..<steps.count).allSatisfy { if case .attribute = tree.step(steps, $0).step { true } else { false } }
    }
    let bytes = ByteRange(start: rest.bytes.start, end: rest.bytes.start + UInt32(text[...star].utf8.count))
    return [
      finding(
        "The splat is written with a dot", SourceRange(file: tree.file, bytes: bytes), in: block, fix: isSame ? "[*]" : nil,
        title: "write the splat in brackets")
    ]
  }
}
