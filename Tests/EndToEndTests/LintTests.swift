import Foundation
import TestSupport
import Testing

@Test func `the sample module has the report that the golden file shows`() throws {
  let module = ProjectRoot.fixture("projects/shop")
  let extensions = [
    "text": "text.txt", "concise": "concise.txt", "github": "github.txt", "jsonl": "jsonl", "junit": "junit.xml", "checkstyle": "checkstyle.xml",
    "html": "html",
  ]
  for format in ["text", "concise", "json", "jsonl", "sarif", "junit", "checkstyle", "github", "gitlab", "html"] {
    let result = try Program.run(["lint", "--format", format, "--root", ".", "--today", "2026-01-02"], in: module)
    #expect(result.exitCode == 1)
    let golden = ProjectRoot.fixture("reports/shop.\(extensions[format] ?? format + ".json")")
    let difference = differenceFromGolden(result.output, golden)
    #expect(difference == nil, "\(difference ?? "")")
  }
}

@Test func `a module with a caller in view is judged through it unless it is named`() throws {
  let folder = try Folder([
    "app/main.tf": "module \"disk\" {\n  source    = \"../disk\"\n  encrypted = true\n}\n",
    "disk/main.tf": """
      variable "encrypted" {
        type    = bool
        default = false
      }
      resource "aws_ebs_volume" "this" {
        availability_zone = "eu-central-1a"
        size              = 10
        encrypted         = var.encrypted
      }
      """,
  ])
  let all = try folder.run("lint", "--format", "concise")
  #expect(!all.output.contains("aws-ebs-volume-encryption"))
  let named = try folder.run("lint", "disk", "--format", "concise")
  #expect(named.output.contains("disk/main.tf:8:3: high[aws-ebs-volume-encryption]"))
  #expect(named.exitCode == 1)
}

@Test func `what .gitignore names and what init has fetched is left out`() throws {
  let bad = "resource \"aws_default_vpc\" \"x\" {}\n"
  let folder = try Folder([
    ".git/HEAD": "ref: refs/heads/main\n", ".gitignore": "build/\n*.gen.tf\n", "main.tf": "locals {}\n", "one.gen.tf": bad, "build/main.tf": bad,
    "deep/.gitignore": "*\n!kept/\n!kept/**\n", "deep/lost/main.tf": bad, "deep/kept/main.tf": bad, ".terraform/modules/x/main.tf": bad,
  ])
  let result = try folder.run("lint", "--format", "concise", "--select", "aws-default-vpc")
  let places = result.output.split(separator: "\n").filter { $0.contains("aws-default-vpc") }.map { $0.prefix { $0 != ":" } }
  #expect(places == ["deep/kept/main.tf"])
}

@Test func `a named file limits what is reported, not what is read`() throws {
  let folder = try Folder([
    "a.tf": "resource \"aws_default_vpc\" \"a\" {}\n", "b.tf": "resource \"aws_default_vpc\" \"b\" {}\n",
  ])
  let result = try folder.run("lint", "a.tf", "--format", "concise", "--select", "aws-default-vpc")
  #expect(result.output.contains("a.tf:1:1"))
  #expect(!result.output.contains("b.tf:1:1"))
  #expect(result.output.contains("2 files"))
}

@Test func `standard input stands for a file`() throws {
  let folder = try Folder(["main.tf": "locals {}\n"])
  let result = try folder.run(
    "lint", "-", "--stdin-filename", "main.tf", "--format", "concise", "--select", "aws-default-vpc",
    input: "\n\nresource \"aws_default_vpc\" \"x\" {}\n")
  #expect(result.exitCode == 1)
  #expect(result.output.contains("main.tf:3:1: "))
}

@Test func `values come in the order of precedence of Terraform`() throws {
  let folder = try Folder([
    "main.tf": "variable \"v\" { default = \"default\" }\noutput \"v\" { value = var.v }\n", "terraform.tfvars": "v = \"tfvars\"\n",
    "b.auto.tfvars": "v = \"auto\"\n", "last.tfvars": "v = \"file\"\n", "json/main.tf": "variable \"v\" {}\n",
    "json/terraform.tfvars.json": "{\"v\": \"json\"}",
  ])
  func value(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
    try Program.run(["eval", "var.v", "--dir", "."] + arguments, in: folder.url, environment: environment).output
  }
  #expect(try value([], ["TF_VAR_v": "environment"]) == "\"auto\"\n")
  #expect(try value(["-var", "v=argument"]) == "\"argument\"\n")
  #expect(try value(["-var", "v=argument", "-var-file", "last.tfvars"]) == "\"file\"\n")
  #expect(try value(["-var-file=last.tfvars", "--var", "v=argument"]) == "\"argument\"\n")
  try FileManager.default.removeItem(at: folder.url.appendingPathComponent("b.auto.tfvars"))
  #expect(try value([], ["TF_VAR_v": "environment"]) == "\"tfvars\"\n")
  try FileManager.default.removeItem(at: folder.url.appendingPathComponent("terraform.tfvars"))
  #expect(try value([], ["TF_VAR_v": "environment"]) == "\"environment\"\n")
  #expect(try folder.run("eval", "var.v", "--dir", "json").output == "\"json\"\n")
}

@Test func `files outside of the project are not read`() throws {
  let folder = try Folder(["secret.txt": "classified", "project/main.tf": "output \"x\" {\n  value = file(\"../secret.txt\")\n}\n", "project/.git/HEAD": ""])
  try FileManager.default.createSymbolicLink(
    atPath: folder.url.appendingPathComponent("project/link.txt").path, withDestinationPath: "../secret.txt")
  try folder.write(Data("output \"y\" {\n  value = file(\"link.txt\")\n}\n".utf8), to: "project/link.tf")
  let result = try folder.run("inspect", "project", "--format", "json")
  #expect(!result.output.contains("classified"))
  #expect(!result.messages.contains("classified"))
}

@Test func `several reports come from one run, and a report goes to a file in one step`() throws {
  let folder = try Folder(["main.tf": "resource \"aws_default_vpc\" \"x\" {}\n"])
  let result = try folder.run("lint", "--report", "sarif=out.sarif", "--report", "json=out.json", "--output", "out.txt")
  #expect(result.exitCode == 1)
  #expect(result.output == "")
  #expect(try folder.text("out.txt").contains("aws-default-vpc"))
  #expect(try object(try folder.text("out.sarif"))["version"] as? String == "2.1.0")
  #expect(try object(try folder.text("out.json"))["version"] as? String == "1")
}

@Test func `the threshold decides the exit code`() throws {
  let folder = try Folder(["main.tf": "resource \"aws_ebs_volume\" \"x\" {\n  availability_zone = \"a\"\n  size = 1\n  type = \"gp2\"\n  encrypted = true\n}\n"])
  #expect(try folder.run("lint", "--select", "aws-ebs-gp2").exitCode == 0)
  #expect(try folder.run("lint", "--select", "aws-ebs-gp2", "--fail-on", "info").exitCode == 1)
  #expect(try folder.run("lint", "--fail-on", "never").exitCode == 0)
}
