import Diagnostics
import Foundation
import HCLValues
import Schemas
import SourceText
import TerraformModel
import Testing

@testable import Linting

@Suite struct InvalidValueTests {
  private static let types = ["t3.micro", "t3.small", "m5.large", "m5.metal", "c5n.18xlarge", "u-6tb1.metal"]

  @Test(arguments: [
    ("t3.mircro", "t3.micro"), ("m5.larg", "m5.large"), ("t3-micro", "t3.micro"), ("m6.large", nil), ("t3.nano", nil), ("x2.mega", nil),
  ])
  func `a slip is told from a value that may be new`(text: String, expected: String?) {
    #expect(NearMiss.candidate(for: text, among: Self.types) == expected)
  }

  @Test func `a shape that no value has is impossible`() {
    #expect(NearMiss.hasImpossibleShape("large", among: Self.types))
    #expect(NearMiss.hasImpossibleShape("t3 .micro", among: Self.types))
    #expect(!NearMiss.hasImpossibleShape("z9.huge", among: Self.types))
    #expect(!NearMiss.hasImpossibleShape("x", among: ["a.b", "c.d"]))
  }

  private static func found(_ source: String, _ select: String = "aws-invalid-value", strict: Bool = false) -> [Finding] {
    lint(source, RuleSelection(select: [select])) { request in
      if strict { request.parameters = ["aws-invalid-value": Attributes([("strict", .bool(true))])] }
    }.findings
  }

  @Test func `the place is the attribute, the fix the value that is meant, the id that of the attribute`() throws {
    let source = "resource \"aws_instance\" \"x\" {\n  ami = \"ami-1\"\n  instance_type = \"t3.mircro\"\n}\n"
    let finding = try #require(Self.found(source).first)
    #expect(finding.primary.range.text == "instance_type = \"t3.mircro\"")
    #expect(finding.equivalents.idsByTool == ["tflint": ["aws_instance_invalid_type"]])
    #expect(finding.fix?.edits.map(\.replacement) == ["\"t3.micro\""])
    #expect(Self.found(source, "aws_instance_invalid_type").count == 1)
    #expect(Self.found(source, "aws_lb_invalid_ip_address_type").isEmpty)
  }

  @Test func `blocks, lists and values of variables are looked into`() {
    let source = """
      variable "mode" { default = "pay_per_reqest" }
      resource "aws_dynamodb_table" "t" {
        name         = "orders"
        billing_mode = upper(var.mode)
      }
      """
    #expect(Self.found(source).map { $0.primary.range.text } == ["billing_mode = upper(var.mode)"])
  }

  @Test func `what is put together from variables is not held against a pattern`() {
    let source = """
      variable "name" { default = "" }
      resource "aws_iam_role" "r" {
        name               = coalesce(var.name, "*")
        assume_role_policy = "{}"
      }
      """
    #expect(Self.found(source).isEmpty)
    #expect(Self.found(source.replacingOccurrences(of: "coalesce(var.name, \"*\")", with: "\"*\"")).count == 1)
  }

  @Test func `what may be newer than the list is reported in strict judgement only`() {
    let source = "resource \"aws_instance\" \"x\" {\n  ami = \"ami-1\"\n  instance_type = \"m97x.large\"\n}\n"
    #expect(Self.found(source).isEmpty)
    #expect(Self.found(source, strict: true).count == 1)
  }

  @Test func `every line of the tables is found by its path`() {
    for table in [AWSInvalidValue.table, AzureInvalidValue.table, GoogleInvalidValue.table] {
      for line in table.lines { #expect(table.entry(line.path)?.ids.contains(line.id) == true, "\(line.path)") }
      #expect(Set(table.lines.map(\.path)).reduce(0) { $0 + (table.entry($1)?.ids.count ?? 0) } == table.lines.count)
      for none in ["", "a", "aws_instance", "zzz.zzz", "#", "aws_instance.instance_type\t"] { #expect(table.entry(none) == nil) }
    }
    #expect(GoogleInvalidValue.table.lines.contains { GoogleInvalidValue.table.entry($0.path)?.allowedValues.isEmpty == false })
  }

  @Test func `every id of the tables stands for a rule`() {
    for (table, least) in [(AWSInvalidValue.table, 1300), (AzureInvalidValue.table, 200), (GoogleInvalidValue.table, 350)] {
      #expect(table.lines.count >= least)
      for line in table.lines.prefix(20) { #expect(RuleCatalog.standard.isKnown(line.id), "\(line.id)") }
    }
    let types = GoogleInvalidValue.table.lines.map { $0.path.prefix { $0 != "." } }
    #expect(types.filter { SchemaCatalog.standard.resource(String($0)) == nil }.count < types.count / 10)
  }
}
