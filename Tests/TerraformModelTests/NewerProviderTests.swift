import Diagnostics
import HCLEvaluation
import TerraformFunctions
import TerraformModel
import Testing

/// Providers that are newer than the embedded schemas: what is not known may exist there, and what is known may differ in another major.
struct NewerProviderTests {
  private func problems(_ constraint: String?, locked: String? = nil, _ body: String, source: String = "hashicorp/aws") -> [Diagnostic] {
    var files = ["main.tf": body]
    if let constraint {
      files["versions.tf"] = """
        terraform {
          required_providers {
            aws = {
              source  = "\(source)"
              version = "\(constraint)"
            }
          }
        }
        """
    }
    if let locked {
      files[".terraform.lock.hcl"] = "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"\(locked)\"\n}\n"
    }
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
    return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration)
  }

  private func summary(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map { "\($0.severity) \($0.id)" }.sorted() }

  private let unknownArgument = "resource \"aws_eip\" \"a\" {\n  colour = \"red\"\n}\n"

  @Test func `the same version makes an unknown argument an error`() {
    #expect(summary(problems("~> 6.0", locked: "6.1.0", unknownArgument)) == ["error unknown-argument"])
  }

  @Test func `a lock file with a newer version makes an unknown argument a warning that names it`() throws {
    for (constraint, locked) in [("~> 6.0", "6.99.1"), ("~> 7.0", "7.0.0"), (">= 6.0", "12.3.4"), (nil, "7.1.0")] {
      let found = problems(constraint, locked: locked, unknownArgument)
      #expect(summary(found) == ["warning unknown-argument"], "\(locked)")
      #expect(found.first?.detail.hasSuffix("The lock file chooses \(locked), which is newer and may have it.") == true, "\(locked)")
    }
  }

  @Test func `a constraint that only later majors meet makes it a warning, too`() {
    let found = problems(">= 7.0", unknownArgument)
    #expect(summary(found) == ["warning unknown-argument"])
    #expect(found.first?.detail.hasSuffix("The requirements of the module ask for a later version, which may have it.") == true)
  }

  @Test func `types, blocks, attributes and ignored changes may be newer as well`() {
    let body = """
      resource "aws_rocket" "a" {
      }
      data "aws_rocket" "a" {
      }
      resource "aws_eip" "b" {
        engine {
        }
        lifecycle {
          ignore_changes = [thrust]
        }
      }
      output "o" {
        value = aws_eip.b.height
      }
      """
    #expect(
      summary(problems("~> 7.0", locked: "7.0.0", body)) == [
        "warning unknown-argument", "warning unknown-attribute", "warning unknown-attribute", "warning unknown-type", "warning unknown-type",
      ])
  }

  @Test func `what differs from the schema is only certain in its own major`() throws {
    let body = """
      resource "aws_s3_bucket_versioning" "a" {
        bucket = { name = "x" }
      }
      resource "aws_eip" "b" {
        allocation_id = "x"
        timeouts      = {}
      }
      resource "aws_iam_role" "c" {
      }
      """
    let ids = ["block-as-argument", "computed-argument", "missing-argument", "missing-block", "wrong-argument-type"]
    #expect(summary(problems("~> 6.0", locked: "6.99.0", body)) == ids.map { "error \($0)" })
    let found = problems("~> 7.0", locked: "7.0.0", body)
    #expect(summary(found) == ids.map { "warning \($0)" })
    for diagnostic in found { #expect(diagnostic.detail.hasSuffix("the lock file chooses 7.0.0, where it may be different.")) }
  }

  @Test func `what the language says holds in every version`() {
    let body = """
      resource "aws_eip" "a" {
        domain = var.nothing
        dynamic "timeouts" {
        }
      }
      """
    #expect(summary(problems("~> 7.0", locked: "7.0.0", body)) == ["error incomplete-dynamic-block", "error undeclared-reference"])
  }

  @Test func `a version before all that are embedded is not judged`() {
    #expect(problems("~> 3.0", locked: "3.76.0", unknownArgument).isEmpty)
    #expect(problems("< 4.0", unknownArgument).isEmpty)
    #expect(problems("~> 7.0", unknownArgument, source: "example/aws").isEmpty)
  }
}
