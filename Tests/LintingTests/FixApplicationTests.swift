import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import TerraformModel
import Testing

@testable import Linting

/// The source after the fixes of a rule's findings.
private func mended(_ source: String, _ fix: String, each: String = "", require: String = "self.encrypted == true", type: String = "aws_ebs_volume")
  -> String?
{
  let part = "  resource \"\(type)\" {\n    \(each)\n    require = \(require)\n    fix {\n\(fix)\n    }\n  }"
  guard let rule = makeRule(part) else { return nil }
  let report = lint(source, RuleSelection(select: ["test-rule"]), rules: [rule])
  let application = FixApplication(report.findings.compactMap(\.fix))
  guard let after = application.files["main.tf"]?.after else { return application.applied.isEmpty ? "unchanged" : source }
  let again = lint(String(decoding: after, as: UTF8.self), RuleSelection(select: ["test-rule"]), rules: [rule])
  return String(decoding: after, as: UTF8.self) + (again.findings.isEmpty ? "" : "# still found\n")
}

@Suite struct FixApplicationTests {
  @Test(arguments: [
    ("resource \"aws_ebs_volume\" \"v\" {\n  size = 1 # small\n\n  tags = {}\n}\n", "resource \"aws_ebs_volume\" \"v\" {\n  size = 1 # small\n\n  tags      = {}\n  encrypted = true\n}\n"),
    ("resource \"aws_ebs_volume\" \"v\" {\n  size = 1 # small\n}\n", "resource \"aws_ebs_volume\" \"v\" {\n  size      = 1 # small\n  encrypted = true\n}\n"),
    ("resource \"aws_ebs_volume\" \"v\" {\n  size=1\n  encrypted =   false # why\n}\n", "resource \"aws_ebs_volume\" \"v\" {\n  size=1\n  encrypted =   true # why\n}\n"),
    ("resource \"aws_ebs_volume\" \"v\" {}\n", "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = true\n}\n"),
    ("resource \"aws_ebs_volume\" \"v\" { size = 1 }\n", "resource \"aws_ebs_volume\" \"v\" {\n  size      = 1\n  encrypted = true\n}\n"),
    ("resource \"aws_ebs_volume\" \"v\" {\n}\n", "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = true\n}\n"),
    ("resource \"aws_ebs_volume\" \"v\" {\r\n  size = 1\r\n}\r\n", "resource \"aws_ebs_volume\" \"v\" {\r\n  size      = 1\r\n  encrypted = true\r\n}\r\n"),
    ("resource \"aws_ebs_volume\" \"v\" {\n  type = <<-E\n    x\n  E\n}\n", "resource \"aws_ebs_volume\" \"v\" {\n  type      = <<-E\n    x\n  E\n  encrypted = true\n}\n"),
  ])
  func `an argument is written where it belongs`(before: String, after: String) {
    #expect(mended(before, "      set = { encrypted = true }") == after)
  }

  @Test func `what is decided by a variable is left to it`() {
    let source = "variable \"v\" {\n  default = false\n}\n\nresource \"aws_ebs_volume\" \"v\" {\n  encrypted = var.v\n}\n"
    #expect(mended(source, "      set = { encrypted = true }") == "unchanged")
  }

  @Test func `arguments and blocks are taken out without leaving holes`() {
    let source = """
      resource "aws_instance" "v" {
        ami = "a"

        ebs_block_device {
          device_name = "x"
        }

        tags = {}
      }

      """
    let expected = "resource \"aws_instance\" \"v\" {\n  ami = \"a\"\n\n  tags = {}\n}\n"
    #expect(
      mended(source, "      remove = [\"ebs_block_device\"]", require: "length(self.ebs_block_device) == 0", type: "aws_instance") == expected)
  }

  @Test func `a nested block is changed, or added when there is none`() {
    let fix = "      block \"metadata_options\" {\n        set = { http_tokens = \"required\" }\n      }"
    func result(_ source: String) -> String? {
      mended(source, fix, require: "self.metadata_options.http_tokens == \"required\"", type: "aws_instance")
    }
    #expect(
      result("resource \"aws_instance\" \"v\" {\n  ami = \"a\"\n}\n")
        == "resource \"aws_instance\" \"v\" {\n  ami = \"a\"\n\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}\n")
    #expect(
      result("resource \"aws_instance\" \"v\" {}\n") == "resource \"aws_instance\" \"v\" {\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}\n")
    #expect(
      result("resource \"aws_instance\" \"v\" {\n  metadata_options {\n    http_tokens = \"optional\"\n  }\n}\n")
        == "resource \"aws_instance\" \"v\" {\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}\n")
    #expect(
      result("resource \"aws_instance\" \"v\" {\n  dynamic \"metadata_options\" {\n    for_each = [1]\n    content {}\n  }\n}\n") == "unchanged")
  }

  @Test func `several fixes in one block are applied in one pass`() throws {
    let first = try #require(
      makeRule("  resource \"aws_ebs_volume\" {\n    require = self.encrypted == true\n    fix { set = { encrypted = true } }\n  }", name: "a-rule"))
    let second = try #require(
      makeRule("  resource \"aws_ebs_volume\" {\n    require = self.size == 2\n    fix { set = { size = 2 } }\n  }", name: "b-rule"))
    let report = lint("resource \"aws_ebs_volume\" \"v\" {\n  type = \"gp3\"\n}\n", RuleSelection(select: ["a-rule", "b-rule"]), rules: [first, second])
    let application = FixApplication(report.findings.compactMap(\.fix))
    #expect(application.applied.count == 2)
    #expect(
      application.files["main.tf"].map { String(decoding: $0.after, as: UTF8.self) }
        == "resource \"aws_ebs_volume\" \"v\" {\n  type      = \"gp3\"\n  encrypted = true\n  size      = 2\n}\n")
  }

  @Test func `edits that clash wait, and a file that would not parse is left alone`() {
    let file = SourceFile(path: "main.tf", text: "a = 1\nb = 2\n")
    func fix(_ start: UInt32, _ end: UInt32, _ text: String) -> Fix {
      Fix(
        title: "", safety: .safe, edits: [TextEdit(range: SourceRange(file: file, bytes: ByteRange(start: start, end: end)), replacement: text)])
    }
    #expect(FixApplication([fix(4, 5, "2"), fix(4, 5, "3")]).applied == [0])
    #expect(FixApplication([fix(4, 5, "]"), fix(10, 11, "3")]).applied == [1])
    #expect(FixApplication([fix(5, 5, "\nb = 3")]).files.isEmpty)
    let broken = SourceFile(path: "main.tf", text: "a = \n")
    #expect(
      FixApplication([
        Fix(title: "", safety: .safe, edits: [TextEdit(range: SourceRange(file: broken, bytes: ByteRange(start: 5, end: 5)), replacement: "b = 1\n")])
      ]).files.isEmpty)
  }

  @Test func `mistakes in a fix are errors when the rule is loaded`() {
    func problems(_ fix: String) -> [String] {
      let source =
        "rule \"test-rule\" {\n summary = \"x\"\n category = \"cost\"\n severity = \"low\"\n resource \"aws_instance\" {\n  require = self.ami != null\n  fix {\n\(fix)\n  }\n }\n}\n"
      return RuleCatalog.load(SourceFile(path: "t.rule.hcl", text: source)).diagnostics.filter { $0.severity == .error }.map(\.summary)
    }
    #expect(problems("remove = [\"amy\"]") == ["aws_instance has no attribute or block “amy”"])
    #expect(problems("set = { amy = 1 }") == ["“amy” is not an attribute of aws_instance"])
    #expect(problems("block \"metadata\" {\n set = {}\n}") == ["aws_instance has no block “metadata”"])
    #expect(problems("block \"metadata_options\" {\n set = { tokens = 1 }\n}") == ["“tokens” is not an attribute of aws_instance.metadata_options"])
    #expect(problems("safety = \"safe\"") == ["The fix changes nothing"])
    #expect(problems("sett = {}").first == "“sett” is not known in a fix")
  }

  @Test func `the fixes of the rules mend what they are for`() {
    var mended = 0
    for rule in RuleCatalog.standard.allRules where rule.parts.contains(where: { $0.fix != nil }) {
      for example in rule.examples where example.isFlagged {
        let selection = RuleSelection(select: [rule.metadata.name])
        let findings = lint(example.source, selection).findings.filter { $0.fix != nil }
        if findings.isEmpty { continue }
        guard let text = FixApplication(findings.compactMap(\.fix)).files["main.tf"]?.after else {
          Issue.record("\(rule.metadata.name), \(example.name): nothing is changed")
          continue
        }
        let left = lint(String(decoding: text, as: UTF8.self), selection).findings.filter { $0.fix != nil }
        #expect(left.isEmpty, "\(rule.metadata.name), \(example.name):\n\(String(decoding: text, as: UTF8.self))")
        mended += 1
      }
    }
    print("\(mended) examples are mended by the fixes of their rules")
    #expect(mended > 0)
  }
}
