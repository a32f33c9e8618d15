import Foundation
import Testing

private let open = """
  resource "aws_security_group" "open" {
    ingress {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
  """

@Test func `a missing path is named, and the others are linted`() throws {
  let folder = try Folder(["a/main.tf": open])
  let result = try folder.run("lint", "a", "nothing-here")
  #expect(result.exitCode == 2)
  #expect(result.output.contains("There is no file or directory nothing-here"))
  #expect(result.output.contains("aws-security-group-open-ssh"))
  #expect(result.output.contains("incomplete"))
}

@Test func `an unreadable file is named, and the rest is linted`() throws {
  let folder = try Folder(["main.tf": open])
  // A link that leads to itself cannot be read by anyone, root included.
  try FileManager.default.createSymbolicLink(atPath: folder.url.appendingPathComponent("loop.tf").path, withDestinationPath: "loop.tf")
  let result = try folder.run("lint")
  #expect(result.exitCode == 2)
  #expect(result.output.contains("loop.tf cannot be read"))
  #expect(result.output.contains("aws-security-group-open-ssh"))
  let report = try folder.run("lint", "--format", "sarif")
  #expect(report.exitCode == 2)
  #expect(report.output.contains("\"executionSuccessful\": false"))
  #expect(report.output.contains("loop.tf cannot be read"))
}

@Test func `a directory without configuration is named`() throws {
  let folder = try Folder(["docs/notes.md": "nothing"])
  for arguments in [["lint", "docs"], ["inspect", "docs"], ["convert", "docs", "--to", "cloudformation"]] {
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.exitCode == 2)
    #expect((result.output + result.messages).contains("There is no Terraform configuration in docs"), "\(arguments)")
  }
}

@Test func `syntax errors in one of many files leave the others checked`() throws {
  let folder = try Folder(["a.tf": open, "b.tf": "resource \"aws_vpc\" {\n  cidr_block = \n}\n", "c.tf": "locals {\n  used = 1\n"])
  let result = try folder.run("lint", "--format", "concise")
  #expect(result.exitCode == 2)
  #expect(result.output.contains("b.tf:2:"))
  #expect(result.output.contains("c.tf:"))
  #expect(result.output.contains("a.tf:6:20: high[aws-security-group-open-ssh]"))
}

@Test func `invalid UTF-8 is an error at its place`() throws {
  let folder = try Folder(["good.tf": open])
  try folder.write(Data("variable \"x\" {\n  default = \"".utf8 + [0xFF, 0xFE] + "\"\n}\n".utf8), to: "bad.tf")
  let result = try folder.run("lint", "--format", "concise")
  #expect(result.exitCode == 2)
  #expect(result.output.contains("bad.tf:2:"))
  #expect(result.output.contains("good.tf:6:20"))
}

@Test func `a module that calls itself is an error at the call`() throws {
  let folder = try Folder(["main.tf": open + "\nmodule \"again\" {\n  source = \"./inner\"\n}\n", "inner/main.tf": "module \"back\" {\n  source = \"../\"\n}\n"])
  let result = try folder.run("lint", "--format", "concise")
  #expect(result.exitCode == 1)
  #expect(result.output.contains("inner/main.tf:2:"))
  #expect(result.output.contains("leads back to its own module"))
  #expect(result.output.contains("aws-security-group-open-ssh"))
}

@Test func `an unset required variable is shown with its place, and stays unknown`() throws {
  let folder = try Folder(["main.tf": "variable \"cidr\" {\n  type = string\n}\nresource \"aws_vpc\" \"main\" {\n  cidr_block = var.cidr\n}\n"])
  let result = try folder.run("inspect", "--format", "json")
  #expect(result.exitCode == 0)
  #expect(result.messages.contains("No value for variable “cidr”"))
  #expect(result.messages.contains("main.tf:1:1"))
  #expect(result.output.contains("\"/cidr_block\": \"var.cidr\""))
}

@Test func `a value of the wrong type is shown beside the declaration`() throws {
  let folder = try Folder(["main.tf": "variable \"size\" {\n  type = number\n}\noutput \"size\" {\n  value = var.size\n}\n"])
  for command in [["lint"], ["inspect"]] {
    let result = try Program.run(command + ["-var", "size=large"], in: folder.url)
    let text = result.output + result.messages
    #expect(result.exitCode == 2, "\(command)")
    #expect(text.contains("has the wrong type"), "\(command)")
    #expect(text.contains("declared here"), "\(command)")
  }
}

@Test func `an undeclared variable in -var is an error that says which may be meant`() throws {
  let folder = try Folder(["main.tf": "variable \"size\" {}\noutput \"size\" {\n  value = var.size\n}\n"])
  let result = try folder.run("lint", "-var", "sice=1")
  #expect(result.exitCode == 2)
  #expect(result.output.contains("Did you mean “size”?"))
}

@Test(arguments: [
  (["lint", "--format", "sarf"], "Did you mean 'sarif'?"), (["lint", "--fail-on", "hig"], "Did you mean 'high'?"),
  (["convert", "--to", "cloudfromation"], "Did you mean 'cloudformation'?"), (["lint", "--select", "aws-default-vpx"], "Did you mean"),
  (["explain", "aws-default-vpx"], "Did you mean 'aws-default-vpc'?"), (["schema", "aws_instanse"], "Did you mean 'aws_instance'?"),
  (["lint", "--fromat", "json"], "--format"), (["lint", "-var", "novalue"], "NAME=VALUE"), (["lint", "--jobs", "0"], "at least 1"),
  (["parse"], "FILE"), (["nonsense"], "nonsense"), (["-chdir=nowhere", "lint"], "nowhere"),
])
func `wrong arguments exit with 2 and say what may be meant`(arguments: [String], text: String) throws {
  let folder = try Folder(["main.tf": open])
  let result = try Program.run(arguments, in: folder.url)
  #expect(result.exitCode == 2)
  #expect(result.messages.contains(text), "\(result.messages)")
  #expect(result.output == "")
}
