import Diagnostics
import HCLEvaluation
import HCLValues
import SourceText
import TerraformFunctions
import TerraformModel
import Testing

/// Provider configurations that modules inherit and are given. (Terraform language, "Providers Within Modules".)
struct ProviderInheritanceTests {
  private let child = """
    terraform {
      required_providers {
        aws = {
          source                = "hashicorp/aws"
          configuration_aliases = [aws.replica]
        }
      }
    }
    resource "aws_s3_bucket" "main" {}
    resource "aws_s3_bucket" "copy" { provider = aws.replica }
    """

  private func problems(_ files: [String: String]) -> [String] {
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
    return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration).map { diagnostic in
      "\(diagnostic.subject.map { "\($0.file.path):\($0.start.line) " } ?? "")\(diagnostic.severity == .error ? "" : "warning ")\(diagnostic.id)"
    }
  }

  private func providers(_ files: [String: String]) -> [String: String] {
    let graph = VirtualModule(files).graph()
    return Dictionary(
      uniqueKeysWithValues: graph.resources.map { resource in
        (resource.address.description, resource.provider.localName + (resource.provider.alias.map { ".\($0)" } ?? ""))
      })
  }

  private let root = """
    terraform {
      required_providers { aws = { source = "hashicorp/aws" } }
    }
    provider "aws" { region = "eu-central-1" }
    provider "aws" {
      alias  = "west"
      region = "us-west-2"
    }

    """

  @Test func `a default configuration is inherited, an alias is given by a map`() {
    let files = [
      "main.tf": root + """
        module "store" {
          source    = "./store"
          providers = { aws.replica = aws.west }
        }
        """,
      "store/main.tf": child,
    ]
    #expect(problems(files) == [])
    #expect(providers(files) == ["module.store.aws_s3_bucket.main": "aws", "module.store.aws_s3_bucket.copy": "aws.west"])
  }

  @Test func `a map leads through several levels`() {
    let files = [
      "main.tf": root + """
        module "outer" {
          source    = "./outer"
          providers = { aws = aws.west }
        }
        """,
      "outer/main.tf": """
        terraform {
          required_providers { aws = { source = "hashicorp/aws" } }
        }
        module "store" {
          source    = "../store"
          providers = {
            aws         = aws
            aws.replica = aws
          }
        }
        """,
      "store/main.tf": child,
    ]
    #expect(problems(files) == [])
    #expect(
      providers(files) == [
        "module.outer.module.store.aws_s3_bucket.main": "aws.west", "module.outer.module.store.aws_s3_bucket.copy": "aws.west",
      ])
  }

  @Test func `an alias that is not given, one that nobody declares, and another provider are errors`() {
    let call = "module \"store\" {\n  source = \"./store\"\n  providers = PROVIDERS\n}\n"
    func found(_ map: String) -> [String] { problems(["main.tf": root + call.replacing("PROVIDERS", with: map), "store/main.tf": child]) }
    #expect(found("{ aws = aws }") == ["main.tf:9 missing-provider-configuration"])
    #expect(found("{ aws.replica = aws.west, aws.third = aws }") == ["main.tf:11 undeclared-provider-configuration"])
    #expect(found("{ aws.replica = google }") == ["main.tf:11 provider-type-mismatch", "main.tf:11 warning undefined-provider"])
  }

  @Test func `a module that configures providers itself cannot be repeated`() {
    let files = [
      "main.tf": "module \"own\" {\n  source = \"./own\"\n  count  = 2\n}\n",
      "own/main.tf": "provider \"aws\" { region = \"eu-central-1\" }\nresource \"aws_eip\" \"a\" {}\n",
    ]
    #expect(problems(files) == ["main.tf:3 repeated-provider-configuration"])
  }
}
