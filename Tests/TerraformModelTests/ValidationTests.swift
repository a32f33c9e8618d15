import Diagnostics
import HCLEvaluation
import SourceText
import TerraformFunctions
import TerraformModel
import Testing

/// Validation of small modules: what is wrong is found, at its place, and nothing else.
struct ValidationTests {
  private func problems(_ files: [String: String]) -> [String] {
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
    return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration).map { diagnostic in
      let place = diagnostic.subject.map { "\($0.start.line):\($0.start.column) " } ?? ""
      return "\(place)\(diagnostic.severity == .error ? "" : "warning ")\(diagnostic.id)"
    }
  }

  private func problems(_ main: String) -> [String] { problems(["main.tf": main]) }

  @Test func aValidModuleHasNoProblems() {
    #expect(
      problems(
        """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 6.0"
            }
          }
        }
        variable "names" { type = set(string) }
        locals { upper = [for name in var.names : upper(name)] }
        resource "aws_s3_bucket" "each" {
          for_each = var.names
          bucket   = each.key
          lifecycle {
            ignore_changes = [tags]
            postcondition {
              condition     = self.arn != ""
              error_message = "No ARN for ${each.key}."
            }
          }
        }
        output "ids" { value = [for bucket in aws_s3_bucket.each : bucket.id] }
        """) == [])
  }

  @Test func namesThatNothingDeclaresAreFound() {
    #expect(
      problems(
        """
        locals {
          a = var.missing
          b = local.missing
          c = module.missing.x
          d = aws_vpc.missing.id
          e = data.aws_vpc.missing.id
          f = each.key
          g = count.index
          h = self.id
          i = path.nowhere
          j = try(var.gone, 1)
          k = word
        }
        """) == [
          "2:7 undeclared-reference", "3:7 undeclared-reference", "4:7 undeclared-reference", "5:7 undeclared-reference",
          "6:7 undeclared-reference", "7:7 undeclared-each", "8:7 undeclared-count", "9:7 undeclared-self", "10:7 invalid-reference",
          "11:11 undeclared-reference", "12:7 invalid-reference",
        ])
  }

  @Test func aCycleIsShownOnceWithItsWay() {
    let files = ["main.tf": "locals {\n  a = local.b\n  b = local.c\n  c = local.a\n}\n"]
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
    let found = ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration)
    #expect(found.map(\.id) == ["reference-cycle"])
    #expect(found.first?.detail.contains("local.a → local.b → local.c → local.a") == true)
  }

  @Test func argumentsAreCheckedAgainstTheSchema() {
    let module = """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "<= 6.25.0"
          }
        }
      }
      resource "aws_s3_bucket_versioning" "a" {
        bucke = "x"
        versioning_configuration = { status = "Enabled" }
      }
      resource "aws_instance" "b" {
        ami           = "ami-1"
        instance_type = "t3.micro"
        arn           = "arn:aws:ec2:x"
        tags          = "none"
        tags_all { }
      }
      """
    #expect(
      problems(module) == [
        "9:41 missing-argument", "10:3 unknown-argument", "11:3 block-as-argument", "16:3 computed-argument",
        "17:19 wrong-argument-type", "18:3 argument-as-block",
      ])
    // Where later versions are possible, what is not known may exist there.
    #expect(
      problems(module.replacing("<= 6.25.0", with: ">= 6.0")).filter { $0.hasPrefix("10:") } == ["10:3 warning unknown-argument"])
    // Schemas of another major version do not judge.
    #expect(problems(module.replacing("<= 6.25.0", with: "~> 4.0")) == [])
  }

  @Test func blocksOfTheLanguageAreChecked() {
    #expect(
      problems(
        """
        variable "a" {
          typ     = string
          default = var.b
        }
        output "o" {}
        resource "null_resource" "r" {
          count    = 1
          for_each = {}
          lifecycle {
            create_before_destroy = "often"
            ignore_changes        = "*"
          }
        }
        terraform { required_version = "one" }
        """) == [
          "2:3 unsupported-argument", "3:13 reference-not-allowed", "5:12 missing-argument", "8:3 conflicting-repetition",
          "10:29 wrong-value-type", "11:29 invalid-ignore-changes", "14:32 invalid-version-constraint",
        ])
  }

  @Test func inputsOfModulesAreChecked() {
    #expect(
      problems([
        "main.tf": """
        module "child" {
          source = "./child"
          nam    = "x"
          size   = []
        }
        output "o" { value = module.child.nothing }
        """,
        "child/main.tf": """
        variable "name" { type = string }
        variable "size" { type = number }
        output "id" { value = var.name }
        """,
      ]) == ["1:1 missing-input", "3:3 unknown-input", "4:12 wrong-input-type", "6:22 undeclared-output"])
  }

  @Test func instancesAreChosenWhereThereAreSeveral() {
    #expect(
      problems(
        """
        resource "null_resource" "many" { count = 2 }
        resource "null_resource" "one" {}
        output "a" { value = null_resource.many.id }
        output "b" { value = null_resource.one[0].id }
        output "c" { value = null_resource.many[*].id }
        output "d" { value = null_resource.many[0].id }
        """) == ["3:22 missing-instance-key", "4:22 unexpected-instance-key"])
  }

  @Test func repetitionNeedsTheRightKindOfValue() {
    #expect(
      problems(
        """
        variable "list" { type = list(string) }
        variable "secret" {
          type      = map(string)
          sensitive = true
        }
        resource "null_resource" "a" { for_each = var.list }
        resource "null_resource" "b" { for_each = var.secret }
        resource "null_resource" "c" { count = "x" }
        resource "null_resource" "d" { count = -1 }
        resource "null_resource" "e" { for_each = toset(var.list) }
        """) == ["6:43 invalid-for-each", "7:43 invalid-for-each", "8:40 invalid-count", "9:40 invalid-count"])
  }

  @Test func `null and ephemeral values give no keys, and all attributes are ignored by a keyword`() {
    #expect(
      problems(
        """
        variable "e" {
          default   = {}
          ephemeral = true
        }
        resource "null_resource" "a" { for_each = toset(["a", null]) }
        resource "null_resource" "b" { for_each = toset([null]) }
        resource "null_resource" "c" { for_each = var.e }
        resource "null_resource" "d" {
          lifecycle {
            ignore_changes = all
          }
        }
        resource "null_resource" "e" {
          lifecycle {
            ignore_changes = [all]
          }
        }
        """) == ["5:43 invalid-for-each", "6:43 invalid-for-each", "7:43 invalid-for-each", "15:23 warning unknown-attribute"])
  }

  @Test func unknownDynamicBlocksAreOnlyCheckedForTheirShape() {
    #expect(
      problems(
        """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "<= 6.25.0"
            }
          }
        }
        variable "rules" { type = list(object({ port = number })) }
        resource "aws_security_group" "a" {
          dynamic "ingress" {
            for_each = var.rules
            content {
              from_port = ingress.value.port
              to_port   = ingress.value.missing
              protocol  = "tcp"
            }
          }
          dynamic "timeouts" {
            for_each = []
            iterator = t
            content { creat = t.value }
          }
        }
        """) == ["22:15 unknown-argument"])
  }

  @Test func jsonFilesDeclareTheSameThings() {
    #expect(
      problems([
        "main.tf.json": """
        {"variable": {"name": {"type": "list(string)", "default": ["a"]}},
         "locals": {"first": "${var.name[0]}", "wrong": "${var.gone}"},
         "resource": {"null_resource": {"a": {"count": 2, "depends_on": ["null_resource.b"]}, "b": {}}}}
        """
      ]) == ["2:52 undeclared-reference"])
  }

  @Test func aStaleLockSaysNothing() {
    let files = [
      "main.tf": """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = ">= 6.1"
          }
        }
      }
      resource "aws_eip" "a" { vpc = true }
      """
    ]
    func severities(_ locked: String) -> [DiagnosticSeverity] {
      var files = files
      files[".terraform.lock.hcl"] = "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"\(locked)\"\n}\n"
      let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
      return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration).map(\.severity)
    }
    #expect(severities("6.2.0") == [.error])
    #expect(severities("6.99.0") == [.warning])
    #expect(severities("5.9.0") == [.warning])
  }

  @Test func `an output that a module does not have is an error that try catches`() {
    let files = [
      "child/main.tf": "output \"name\" { value = \"x\" }",
      "main.tf": """
      module "one" { source = "./child" }
      module "many" {
        source = "./child"
        count  = 2
      }
      locals {
        a = module.one.nam
        b = try(module.one.names["x"], null)
        c = can(module.one.gone)
        d = module.many[0].nothing
        e = try(module.missing.name, null)
      }
      """,
    ]
    #expect(problems(files) == ["7:7 undeclared-output", "10:7 undeclared-output", "11:11 undeclared-reference"])
  }

  @Test func `a value that a call passes must hold against the variable's validation`() {
    let files = [
      "child/main.tf": """
      variable "size" {
        type     = string
        nullable = false
        default  = "small"
        validation {
          condition     = contains(["small", "large"], var.size)
          error_message = "The size is small or large, not ${var.size}."
        }
      }
      """,
      "main.tf": """
      variable "any" {}
      module "wrong" {
        source = "./child"
        size   = "huge"
      }
      module "right" {
        source = "./child"
        size   = "large"
      }
      module "default" {
        source = "./child"
        size   = null
      }
      module "unknown" {
        source = "./child"
        size   = var.any
      }
      """,
    ]
    #expect(problems(files) == ["4:12 invalid-variable-value"])
  }

  @Test func `what is removed cannot be declared`() {
    let files = [
      "child/main.tf": "resource \"terraform_data\" \"a\" {}",
      "main.tf": """
      module "child" { source = "./child" }
      resource "terraform_data" "own" {}
      removed { from = terraform_data.own }
      removed { from = module.child }
      removed { from = module.child.terraform_data.a }
      removed { from = module.child.terraform_data.b }
      removed { from = terraform_data.gone }
      """,
    ]
    #expect(problems(files) == ["3:18 removed-and-declared", "4:18 removed-and-declared", "5:18 removed-and-declared"])
  }

  @Test func `no resource has an attribute count and prevent_destroy is never ephemeral`() {
    #expect(
      problems(
        """
        variable "keep" {
          type      = bool
          ephemeral = true
        }
        resource "terraform_data" "a" {
          lifecycle { prevent_destroy = var.keep }
        }
        output "n" { value = terraform_data.a.count }
        """) == ["6:33 ephemeral-lifecycle", "8:22 invalid-reference"])
  }
}
