import Foundation
import TestSupport
import Testing

/// Where the code of module calls comes from, and what is said when it does not come.
struct ModuleTreeTests {
  private let remote = """
    module "network" {
      source  = "example/network/aws"
      version = "1.2.0"
      cidr    = "10.0.0.0/16"
    }
    output "id" { value = module.network.id }
    """
  private let code = """
    variable "cidr" { type = string }
    resource "aws_vpc" "main" { cidr_block = var.cidr }
    module "inner" { source = "./inner" }
    module "deep" { source = "example/deep/aws" }
    output "id" { value = aws_vpc.main.id }
    """
  private let list = """
    {"Modules":[
      {"Key":"","Source":"","Dir":"."},
      {"Key":"network","Source":"registry.terraform.io/example/network/aws","Version":"1.2.0","Dir":"DATA/modules/network"},
      {"Key":"network.inner","Source":"./inner","Dir":"DATA/modules/network/inner"},
      {"Key":"network.deep","Source":"registry.terraform.io/example/deep/aws","Version":"3.0.0","Dir":"DATA/modules/network.deep"}
    ]}
    """

  private func installed(in folder: String) -> [String: String] {
    [
      "main.tf": remote, "\(folder)/modules/modules.json": list.replacing("DATA", with: folder),
      "\(folder)/modules/network/main.tf": code, "\(folder)/modules/network/inner/main.tf": "resource \"aws_eip\" \"inner\" {}\n",
      "\(folder)/modules/network.deep/main.tf": "resource \"aws_eip\" \"deep\" {}\n",
    ]
  }

  private let addresses = ["module.network.aws_vpc.main", "module.network.module.deep.aws_eip.deep", "module.network.module.inner.aws_eip.inner"]

  private func resources(_ folder: Folder, environment: [String: String] = [:], _ arguments: String...) throws -> [String] {
    let result = try Program.run(["inspect", "--format", "json"] + arguments, in: folder.url, environment: environment)
    let graph = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return (graph?["resources"] as? [[String: Any]] ?? []).compactMap { $0["address"] as? String }.sorted()
  }

  @Test func `what init has installed is followed, on all levels`() throws {
    let folder = try Folder(installed(in: ".terraform"))
    #expect(try resources(folder) == addresses)
    let report = try folder.run("validate")
    #expect(report.exitCode == 0)
    #expect(report.output == "The configuration is valid.\n")
  }

  @Test func `TF_DATA_DIR says where init keeps modules`() throws {
    let folder = try Folder(installed(in: "cache/data"))
    #expect(try resources(folder) == [])
    #expect(try resources(folder, environment: ["TF_DATA_DIR": "cache/data"]) == addresses)
  }

  @Test func `a list of modules that is damaged or leads nowhere makes boundaries`() throws {
    for list in ["{", "[]", "{\"Modules\":[1]}", "{\"Modules\":[{\"Key\":\"network\",\"Dir\":\"gone\"}]}", "{\"Modules\":[{\"Key\":\"network\",\"Dir\":\"/etc\"}]}"] {
      let folder = try Folder(["main.tf": remote, ".terraform/modules/modules.json": list])
      let report = try folder.run("validate")
      #expect(report.exitCode == 0, "\(list)")
      #expect(report.output.contains("1 module call not followed, their code is not in view: example/network/aws"))
    }
  }

  @Test func `the configuration says where the code of a source lies`() throws {
    let folder = try Folder([
      "main.tf": """
      module "vpc" { source = "git::https://git.example.com/modules/vpc.git//core?ref=v1" }
      module "dns" { source = "example/dns/aws" }
      module "other" { source = "example/other/aws" }
      """,
      ".terrane.hcl": """
      modules = {
        "git::https://git.example.com/modules/*" = "vendor/modules/*"
        "example/dns/*"                          = "vendor/dns"
      }
      """,
      "vendor/modules/vpc/core/main.tf": "resource \"aws_vpc\" \"main\" {}\n", "vendor/dns/main.tf": "resource \"aws_eip\" \"dns\" {}\n",
    ])
    #expect(try resources(folder) == ["module.dns.aws_eip.dns", "module.vpc.aws_vpc.main"])
    #expect(try resources(folder, "--isolated") == [])
    let report = try folder.run("validate")
    #expect(report.output.contains("1 module call not followed, their code is not in view: example/other/aws"))
  }

  @Test func `a configuration that cannot be read is a failure`() throws {
    let folder = try Folder(["main.tf": remote, ".terrane.hcl": "modules = 1\n"])
    #expect(try folder.run("validate").exitCode == 2)
    #expect(try folder.run("validate", "--isolated").exitCode == 0)
  }

  @Test func `lint counts calls that it could not follow, and fails when that is asked for`() throws {
    let folder = try Folder(["main.tf": remote])
    let report = try folder.run("lint")
    #expect(report.exitCode == 0)
    #expect(report.output.contains("1 module call not followed, their code is not in view: example/network/aws"))
    let strict = try folder.run("lint", "--require-modules")
    #expect(strict.exitCode == 2)
    #expect(strict.output.contains("The code of module call “network” is not in view"))
    let sarif = try folder.run("lint", "--require-modules", "--format", "sarif")
    #expect(sarif.output.contains("\"executionSuccessful\": false") || sarif.output.contains("\"executionSuccessful\":false"))
    let complete = try Folder(installed(in: ".terraform"))
    #expect(try complete.run("lint", "--require-modules").exitCode != 2)
  }

  @Test func `a call that leads out of the project is a boundary and says so`() throws {
    let folder = try Folder([
      "live/.git/HEAD": "ref: refs/heads/main\n", "live/main.tf": "module \"shared\" { source = \"../shared\" }\noutput \"x\" { value = module.shared.x }\n",
      "shared/main.tf": "resource \"aws_eip\" \"shared\" {}\noutput \"x\" { value = 1 }\n",
    ])
    let report = try folder.run("validate", "live")
    #expect(report.exitCode == 0)
    #expect(report.output.contains("leads out of the project"))
    #expect(report.output.contains("--root"))
    let whole = try folder.run("validate", "--root", ".", "live")
    #expect(whole.output == "The configuration is valid.\n")
  }

  @Test func `a module that is missing, empty or calls itself is an error at its source`() throws {
    let folder = try Folder([
      "main.tf": """
      module "missing" { source = "./missing" }
      module "empty" { source = "./empty" }
      module "loop" { source = "./loop" }
      """,
      "empty/README.md": "nothing", "loop/main.tf": "module \"back\" { source = \"../loop/inner\" }\n",
      "loop/inner/main.tf": "module \"again\" { source = \"../\" }\n",
    ])
    let report = try folder.run("validate")
    #expect(report.exitCode == 1)
    #expect(report.output.contains("There is no module in missing"))
    #expect(report.output.contains("There is no module in empty"))
    #expect(report.output.contains("loop → loop/inner → loop"))
  }

  @Test func `a file of a module that cannot be read makes the run a failure`() throws {
    let folder = try Folder(["main.tf": "module \"a\" { source = \"./a\" }\n", "a/main.tf": "resource \"aws_eip\" \"a\" {}\n"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("a/broken.tf").path, withDestinationPath: "nowhere.tf")
    let report = try folder.run("validate")
    #expect(report.exitCode == 2)
    #expect(report.output.contains("a/broken.tf"))
  }
}
