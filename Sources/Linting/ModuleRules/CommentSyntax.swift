import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Comments that begin with two slashes.
enum CommentSyntax: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-comment-slashes", summary: "A comment begins with two slashes", category: .style, severity: .info, packs: ["strict"],
    equivalents: RuleEquivalents(["tflint": ["terraform_comment_syntax"]]),
    why: "Terraform's style guide and nearly all of the code around use the number sign; two kinds of comments for the same thing distract.",
    help: "Begin the comment with #.", references: ["https://developer.hashicorp.com/terraform/language/style#comments"])

  static let examples = [
    RuleExample(name: "two slashes", source: "// Where the state is kept.\nterraform {\n}\n", isFlagged: true),
    RuleExample(name: "a number sign", source: "# Where the state is kept.\nterraform {\n}\n", isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    module.files.filter { !$0.tree.isJSON }.flatMap { file in
      file.tree.comments.compactMap { bytes -> Finding? in
        let range = SourceRange(file: file.source, bytes: bytes)
        guard range.text.hasPrefix("//") else { return nil }
        let slashes = SourceRange(file: file.source, bytes: ByteRange(start: bytes.start, end: bytes.start + 2))
        return Finding(
          rule: metadata, message: metadata.summary, address: "comment", primary: DiagnosticLabel(range),
          fix: Fix(title: "begin with #", safety: .safe, edits: [TextEdit(range: slashes, replacement: "#")]))
      }
    }
  }
}
