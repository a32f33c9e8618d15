import Diagnostics
import HCLEvaluation
import SourceText
import TerraformFunctions
import TerraformModel
import Testing

/// Test files and mock files: what is wrong is found at its place, and nothing else.
struct TestFileTests {
  private func problems(_ files: [String: String]) -> [String] {
    let library = ModuleLibrary(access: VirtualModule(files).access)
    let configuration = Configuration.load(".", from: library)
    let tests = ModuleTests.load(for: configuration, from: library)
    return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(tests, of: configuration).map { diagnostic in
      let place = diagnostic.subject.map { "\($0.file.path):\($0.start.line):\($0.start.column) " } ?? ""
      return "\(place)\(diagnostic.severity == .error ? "" : "warning ")\(diagnostic.id)"
    }
  }

  private func problems(_ test: String) -> [String] {
    problems(["main.tf": "variable \"size\" { default = 1 }\n", "t.tftest.hcl": test]).map { String($0.dropFirst("t.tftest.hcl:".count)) }
  }

  @Test func `a test file with all that it may have is valid`() {
    #expect(
      problems(
        """
        test {
          parallel = true
        }
        variables {
          size = 2
        }
        provider "aws" {
          region = var.region
        }
        mock_provider "aws" {
          alias           = "fake"
          source          = "./mocks"
          override_during = plan
          mock_resource "aws_s3_bucket" {
            defaults = { arn = "arn:aws:s3:::name" }
          }
          mock_data "aws_caller_identity" {
            defaults = { account_id = "123" }
          }
          override_resource {
            target = aws_s3_bucket.logs
            values = {}
          }
        }
        override_module {
          target  = module.network
          outputs = { id = "a" }
        }
        override_data {
          target = module.network[*].data.aws_ami.main["a"]
        }
        run "first" {
          command   = plan
          state_key = "one"
          parallel  = true
          plan_options {
            mode    = refresh-only
            refresh = true
            target  = [module.network, aws_s3_bucket.logs[0]]
            replace = [aws_s3_bucket.logs]
          }
          variables {
            size = run.other.size
          }
          module {
            source  = "terraform-aws-modules/vpc/aws"
            version = "~> 5.0"
          }
          providers = {
            aws = aws.fake
          }
          assert {
            condition     = output.id != ""
            error_message = "No id."
          }
          expect_failures = [var.size, output.id, check.health, aws_s3_bucket.logs, data.aws_ami.main]
          override_resource {
            target          = aws_s3_bucket.logs
            override_during = apply
          }
        }
        """) == [])
  }

  @Test func `blocks and arguments that do not exist are found`() {
    #expect(
      problems(
        """
        size = 1
        resource "a" "b" {}
        run {}
        run "a b" {}
        run "c" {
          comand = plan
          assert {
            condition = var.size > 1
          }
          modul {}
        }
        mock_provider "aws" {
          mock_resource {}
        }
        override_resource {}
        """) == [
          "1:1 unsupported-argument", "2:1 unsupported-block", "3:1 missing-label", "4:5 invalid-name", "6:3 unsupported-argument",
          "7:10 missing-argument", "10:3 unsupported-block", "13:3 missing-label", "15:19 missing-argument",
        ])
  }

  @Test func `keywords, addresses and references are checked`() {
    #expect(
      problems(
        """
        run "a" {
          command = "plan"
          plan_options {
            mode    = refresh-only
            refresh = false
            replace = [module.a]
            target  = module.a
          }
          expect_failures = [local.x, module.a.b, upper("a"), var]
          assert {
            condition     = true
            error_message = "Never."
          }
          module {
            source = "git::https://example.com/x.git"
          }
        }
        override_resource {
          target = data.aws_ami.a
        }
        override_data {
          target = aws_vpc.a
        }
        override_module {
          target  = aws_vpc.a
          outputs = "x"
        }
        mock_provider "aws" {
          override_during = never
        }
        """) == [
          "2:13 invalid-keyword", "5:5 invalid-plan-options", "6:16 invalid-address", "7:15 invalid-plan-options",
          "9:22 invalid-expected-failure", "9:31 invalid-expected-failure", "9:43 invalid-static-reference", "9:55 invalid-expected-failure",
          "11:21 constant-condition", "15:14 invalid-module-source", "19:12 invalid-override-target", "22:12 invalid-override-target",
          "25:13 invalid-override-target", "26:13 invalid-override-values", "29:21 invalid-keyword",
        ])
  }

  @Test func `names are used once`() {
    #expect(
      problems(
        """
        run "a" {}
        run "a" {}
        variables {}
        variables {}
        provider "aws" {}
        mock_provider "aws" {}
        provider "aws" { alias = "b" }
        override_resource { target = aws_vpc.a }
        override_resource { target = aws_vpc.a }
        """) == ["4:1 duplicate-declaration", "6:1 duplicate-declaration", "9:1 duplicate-override"])
  }

  @Test func `mock files and modules of runs are looked into`() {
    #expect(
      problems([
        "main.tf": "",
        "tests/a.tftest.hcl": "mock_provider \"aws\" {\n  source = \"./mocks\"\n}\nrun \"a\" {\n  module {\n    source = \"./setup\"\n  }\n}\n"
          + "run \"b\" {\n  module {\n    source = \"./none\"\n  }\n}\n",
        "mocks/data.tfmock.hcl": "mock_data \"aws_ami\" {\n  defaults = 1\n}\nrun \"a\" {}\n",
        "setup/main.tf": "output \"x\" { value = var.gone }\n",
      ]) == [
        "mocks/data.tfmock.hcl:2:14 invalid-override-values", "mocks/data.tfmock.hcl:4:1 unsupported-block",
        "setup/main.tf:1:22 undeclared-reference", "tests/a.tftest.hcl:11:14 missing-module",
      ])
  }

  @Test func `JSON test files say the same`() {
    #expect(
      problems([
        "main.tf": "",
        "a.tftest.json": #"{"run": {"a": {"command": "apply", "assert": [{"condition": "${output.a == 1}", "error_message": "No."}]}}}"#,
        "b.tftest.json": #"{"run": {"a": {"command": "destroy", "asert": 1}}}"#,
      ]) == ["b.tftest.json:1:27 invalid-keyword", "b.tftest.json:1:38 unsupported-argument"])
  }

  @Test func `a file of OpenTofu hides the other of its name`() {
    #expect(testFileNames(["a.tftest.hcl", "a.tofutest.hcl", "b.tftest.json", "a.tofutest.json", ".c.tftest.hcl", "main.tf"]) == [
      "a.tofutest.hcl", "a.tofutest.json", "b.tftest.json",
    ])
  }
}
