import Diagnostics
import SourceText
import TerraformModel
import Testing

@testable import Linting

@Suite struct SuppressionTests {
  private static let rule = "aws-ebs-volume-encryption"

  private static func report(_ source: String, today: String? = nil) -> LintReport { lint(source, RuleSelection(select: [rule])) }

  private static func volume(above: String = "", inside: String = "", behind: String = "") -> String {
    "\(above)\nresource \"aws_ebs_volume\" \"v\" {\n\(inside)\n  availability_zone = \"a\"\n  encrypted = false \(behind)\n}\n"
  }

  @Test(arguments: [
    volume(above: "# terrane:ignore aws-ebs-volume-encryption -- scratch data"),
    volume(above: "// terrane:ignore CKV_AWS_3"),
    volume(above: "/* terrane:ignore security */"),
    volume(behind: "# terrane:ignore other-rule, aws-ebs-volume-encryption"),
    volume(above: "# tflint-ignore: aws-ebs-volume-encryption # why"),
    volume(inside: "  # checkov:skip=CKV_AWS_3:scratch data"),
    volume(inside: "  #checkov:skip=CKV_AWS_1,CKV_AWS_3:scratch data"),
    volume(above: "#trivy:ignore:AVD-AWS-0026"),
    volume(above: "#trivy:ignore:aws-0131 trivy:ignore:aws-0026"),
    volume(above: "#tfsec:ignore:AWS-0026:exp:2030-01-01"),
    volume(above: "#tfsec:ignore:aws-ec2-enable-volume-encryption:exp:2030-01-01"),
    volume(above: "#trivy:ignore:enable-volume-encryption"),
    volume(behind: "# kics-scan ignore-line"),
    volume(above: "# kics-scan ignore\n\nlocals {}"),
    volume(above: "# terrane:ignore-file aws-ebs-volume-encryption\n\nlocals {}"),
  ])
  func `a comment silences the finding that it names`(source: String) {
    let report = Self.report(source)
    #expect(report.findings.isEmpty)
    #expect(report.suppressed.count == 1)
  }

  @Test(arguments: [
    volume(above: "# terrane:ignore aws-db-instance-encryption"),
    volume(above: "# terrane:ignore aws-ebs-volume-encryption\nlocals {}"),
    volume(inside: "  # checkov:skip=CKV_AWS_16:other"),
    volume(above: "# say terrane is ignored here: aws-ebs-volume-encryption"),
  ])
  func `other comments do not`(source: String) {
    #expect(Self.report(source).findings.contains { $0.rule == Self.rule })
  }

  @Test func `the reason is kept`() {
    let report = Self.report(Self.volume(above: "# terrane:ignore aws-ebs-volume-encryption -- scratch data"))
    #expect(report.suppressed.map(\.reason) == ["scratch data"])
  }

  @Test func `a comment above a module call covers what it leads to`() {
    let files = ["m/main.tf": Self.volume(), "main.tf": "# terrane:ignore CKV_AWS_3\nmodule \"m\" {\n  source = \"./m\"\n}\n"]
    let report = lint(files, RuleSelection(select: [Self.rule]))
    #expect(report.findings.isEmpty && report.suppressed.count == 1)
    var two = files
    two["main.tf", default: ""] += "module \"n\" {\n  source = \"./m\"\n}\n"
    // The other call is not covered.
    #expect(lint(two, RuleSelection(select: [Self.rule])).findings.count == 1)
  }

  @Test func `an idle or misspelt comment is a finding itself`() {
    let source = "# terrane:ignore aws-ebs-volume-encrypton\nlocals {}\n# terrane:ignore aws-db-instance-encryption\noutput \"x\" { value = 1 }\n"
    let report = lint(source, RuleSelection())
    #expect(
      report.findings.filter { $0.rule == "terraform-idle-suppression" }.map(\.primary.message) == [
        "did you mean “aws-ebs-volume-encryption”?", "nothing is reported here",
      ])
  }
}

@Suite struct FixTests {
  private static func fixed(_ source: String, _ rule: String) -> String? {
    guard let fix = lint(source, RuleSelection(select: [rule])).findings.compactMap(\.fix).first else { return nil }
    var bytes = Array(source.utf8)
    for edit in fix.edits.sorted(by: { $0.range.bytes.start > $1.range.bytes.start }) {
      bytes.replaceSubrange(Int(edit.range.bytes.start)..<Int(edit.range.bytes.end), with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `an attribute is changed where it stands and added where it is missing`() {
    #expect(
      Self.fixed("resource \"aws_ebs_volume\" \"v\" {\n  encrypted = false # why\n}\n", "CKV_AWS_3")
        == "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = true # why\n}\n")
    #expect(
      Self.fixed("resource \"aws_ebs_volume\" \"v\" {\n  size = 1\n\n  tags = {}\n}\n", "CKV_AWS_3")
        == "resource \"aws_ebs_volume\" \"v\" {\n  size = 1\n\n  tags = {}\n  encrypted = true\n}\n")
    #expect(Self.fixed("resource \"aws_kms_key\" \"v\" {\n}\n", "CKV_AWS_7") == "resource \"aws_kms_key\" \"v\" {\n  enable_key_rotation = true\n}\n")
    #expect(Self.fixed("resource \"aws_kms_key\" \"v\" {}\n", "CKV_AWS_7") == "resource \"aws_kms_key\" \"v\" {\n  enable_key_rotation = true\n}\n")
  }

  @Test func `what was mended is not reported again`() throws {
    for rule in RuleCatalog.standard.allRules where rule.parts.contains(where: { $0.fix != nil }) {
      for example in rule.examples where example.isFlagged {
        let name = rule.metadata.name
        var source = example.source
        for _ in 0..<8 {
          guard let next = Self.fixed(source, name) else { break }
          source = next
        }
        let left = lint(source, RuleSelection(select: [name])).findings.filter { $0.fix != nil }
        #expect(left.isEmpty, "\(name): \(source)")
      }
    }
  }
}

@Suite struct SecretTests {
  @Test(arguments: [
    ("AKIA3X7QZP5LWN2KD6RT", nil), ("ghp_h7Xk2mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIo", nil), ("xoxb-2910384756-hQ7xk2mQ9vLw", nil),
    ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", nil), ("https://user:s3cr3tPw9@host/path", nil), ("Tr0ub4dor&3x", "db_password"),
    ("q7Zp+3nVx9LwKd2TrBs6Yc1Mf8Gh4Jj0PaEuIoRe", "secret_key"), ("9f86d081884c7d659a2feaa0c55ad015", "API_TOKEN"),
    ("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=q7Zp3nVx9LwKd2TrBs6Yc1Mf8Gh4Jj0PaEuIoReq7Zp3nVx9LwKd2TrBs6Yc1Mf8Gh4Jj0PaEuIoReABCDEF==", nil),
  ] as [(String, String?)])
  func `a secret is recognised`(value: String, name: String?) {
    #expect(SecretDetector.kind(of: value, name: name) != nil)
  }

  @Test(arguments: [
    ("AKIAIOSFODNN7EXAMPLE", "access_key"), ("changeme123", "db_password"), ("prod/db/password", "secret_name"),
    ("arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf", "db_password"), ("my-database-password", "password"),
    ("ami-0123456789abcdef0", nil), ("9f86d081884c7d659a2feaa0c55ad015", "image_digest"), ("", "password"), ("xxxxxxxxxxxx1X", "password"),
    ("https://example.com/path", nil), ("postgres://user:password@host/db", nil), ("${var.password}", "password"),
    ("projects/p/secrets/s/versions/1", "api_token"), ("-----BEGIN PUBLIC KEY-----\nMIIB\n", nil), ("eu-central-1", "secret_region"),
  ] as [(String, String?)])
  func `what only looks like one is not`(value: String, name: String?) {
    #expect(SecretDetector.kind(of: value, name: name) == nil)
  }
}
