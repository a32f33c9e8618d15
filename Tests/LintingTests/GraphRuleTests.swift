import Diagnostics
import SourceText
import TerraformModel
import Testing

@testable import Linting

/// Rules about other resources, modules and documents.
@Suite struct GraphRuleTests {
  private static let select = RuleSelection(select: ["CKV2_AWS_6"])

  private static let module = """
    variable "name" {}
    variable "blocked" { default = true }
    resource "aws_s3_bucket" "this" {
      bucket = var.name
    }
    output "id" { value = aws_s3_bucket.this.id }
    """

  private static let block = """
    resource "aws_s3_bucket_public_access_block" "this" {
      bucket                  = var.bucket
      block_public_acls       = true
      block_public_policy     = true
      ignore_public_acls      = true
      restrict_public_buckets = true
    }
    """

  @Test func `a related resource is found through module outputs, inputs and locals`() {
    let report = lint(
      [
        "main.tf": """
        locals { id = module.bucket["a"].id }
        module "bucket" {
          source   = "./bucket"
          for_each = toset(["a", "b"])
          name     = each.key
        }
        module "block" {
          source = "./block"
          bucket = local.id
        }
        """,
        "bucket/main.tf": Self.module, "block/main.tf": "variable \"bucket\" {}\n" + Self.block,
      ], Self.select)
    // The bucket of the other key has none.
    #expect(report.findings.map(\.instances) == [["module.bucket[\"b\"].aws_s3_bucket.this"]])
    #expect(report.undecided.isEmpty)
  }

  @Test func `one finding stands for all calls of a module`() {
    let report = lint(
      [
        "main.tf": """
        module "a" {
          source = "./bucket"
          name   = "a"
        }
        module "b" {
          source = "./bucket"
          name   = "b"
        }
        """, "bucket/main.tf": Self.module,
      ], Self.select)
    #expect(report.findings.count == 1)
    #expect(report.findings.first?.instances == ["module.a.aws_s3_bucket.this", "module.b.aws_s3_bucket.this"])
    #expect(report.findings.first?.related.map(\.range.text) == ["module \"a\"", "module \"b\""])
  }

  @Test func `absence is undecided when a candidate may be the one`() {
    let source = "variable \"bucket\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  bucket = \"x\"\n}\n" + Self.block
    let report = lint(source, Self.select)
    #expect(report.findings.isEmpty)
    #expect(report.undecided.count == 1)
  }

  @Test func `a value that a module is given is blamed on the argument too`() {
    let report = lint(
      [
        "main.tf": "module \"db\" {\n  source = \"./db\"\n  safe   = false\n}\n",
        "db/main.tf": """
        variable "safe" {}
        locals { safe = var.safe }
        resource "aws_db_instance" "d" {
          instance_class    = "db.t3.micro"
          storage_encrypted = local.safe
        }
        """,
      ], RuleSelection(select: ["CKV_AWS_16"]))
    #expect(places(report) == ["storage_encrypted = local.safe"])
    #expect(report.findings.first?.related.map(\.range.text) == ["safe   = false", "module \"db\""])
  }

  @Test func `a foreign id runs only the part that it stands on`() {
    let source = """
      resource "aws_s3_bucket" "b" {
        bucket = "x"
      }
      resource "aws_s3_bucket_public_access_block" "b" {
        bucket = aws_s3_bucket.b.id
      }
      """
    #expect(lint(source, RuleSelection(select: ["CKV_AWS_53"])).findings.count == 1)
    // All four parts report at the same place: that is one finding.
    #expect(lint(source, RuleSelection(select: ["aws-s3-bucket-public-access-block"])).findings.count == 1)
    let others = lint(source, RuleSelection(select: ["all"], ignore: ["AVD-AWS-0094", "aws-s3-bucket-encryption"])).findings
    #expect(!others.contains { ["aws-s3-bucket-without-public-access-block", "aws-s3-bucket-encryption"].contains($0.rule) })
  }

  @Test func `a finding keeps its fingerprint when lines move and changes with its address`() {
    func fingerprints(_ source: String) -> [String] { lint(source, RuleSelection(select: ["CKV_AWS_3"])).findings.map(\.fingerprint) }
    let volume = "resource \"aws_ebs_volume\" \"v\" {\n  availability_zone = \"a\"\n  encrypted = false\n}\n"
    #expect(fingerprints(volume) == fingerprints("# a comment\n\n\n" + volume))
    #expect(fingerprints(volume) != fingerprints(volume.replacing("\"v\"", with: "\"w\"")))
  }
}

/// Policies in every way of writing them.
@Suite struct PolicyTests {
  private static func findings(_ policy: String, _ more: String = "") -> LintReport {
    lint("variable \"v\" {}\nresource \"aws_iam_policy\" \"p\" {\n  policy = \(policy)\n}\n\(more)", RuleSelection(select: ["aws-iam-policy-administrator"]))
  }

  @Test(arguments: [
    #"jsonencode({ Statement = { Effect = "Allow", Action = "*", Resource = "*" } })"#,
    #"jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*", "*"], Resource = [var.v, "*"] }] })"#,
    #"jsonencode({ Version = var.v, Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })"#,
    #""{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Sid\":\"${var.v}\"}]}""#,
    "<<EOT\n{ \"Statement\": [ { \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": [\"*\"] } ] }\nEOT\n",
  ])
  func `an administrator's policy is found`(policy: String) {
    #expect(Self.findings(policy).findings.count == 1)
  }

  @Test func `a document is followed through its sources`() {
    let more = """
      data "aws_iam_policy_document" "base" {
        statement {
          actions   = ["*"]
          resources = ["*"]
        }
      }
      data "aws_iam_policy_document" "all" {
        source_policy_documents = [data.aws_iam_policy_document.base.json]
      }
      """
    let report = Self.findings("data.aws_iam_policy_document.all.json", more)
    #expect(report.findings.map(\.address) == ["aws_iam_policy.p", "data.aws_iam_policy_document.base"])
  }

  @Test func `what is not known is undecided`() {
    for policy in ["var.v", #"jsonencode({ Statement = var.v })"#, #"jsonencode({ Statement = [{ Effect = "Allow", Action = var.v, Resource = "*" }] })"#] {
      let report = Self.findings(policy)
      #expect(report.findings.isEmpty)
      #expect(report.undecided.count == 1, "\(policy)")
    }
  }

  @Test func `what an attribute of a related resource refers to is found`() throws {
    let rule = try #require(
      makeRule(
        """
        resource "aws_lb" {
          let     = { acls = flatten([for a in related("aws_wafv2_web_acl_association", "resource_arn") : referred("aws_wafv2_web_acl", a.web_acl_arn)]) }
          require = !any([for w in acls : w.scope == "REGIONAL"])
        }
        """))
    let source = """
      resource "aws_lb" "web" {
        name = "web"
      }
      resource "aws_wafv2_web_acl" "web" {
        name  = "web"
        scope = "REGIONAL"
      }
      resource "aws_wafv2_web_acl_association" "web" {
        resource_arn = aws_lb.web.arn
        web_acl_arn  = aws_wafv2_web_acl.web.arn
      }
      """
    #expect(lint(source, RuleSelection(select: ["test-rule"]), rules: [rule]).findings.map(\.address) == ["aws_lb.web"])
  }

  @Test func `a rule sees whether a resource is created before it is destroyed`() throws {
    let rule = try #require(makeRule("resource \"aws_lb\" {\n  require = self.lifecycle.create_before_destroy == true\n}"))
    let source = """
      resource "aws_lb" "a" {
        name = "a"
      }
      resource "aws_lb" "b" {
        name = "b"
        lifecycle {
          create_before_destroy = true
        }
      }
      """
    #expect(lint(source, RuleSelection(select: ["test-rule"]), rules: [rule]).findings.map(\.address) == ["aws_lb.a"])
  }
}
