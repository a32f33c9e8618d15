import Foundation
import TestSupport
import Testing

/// The only run of a SARIF report.
private func run(_ text: String) throws -> [String: Any] { (try object(text)["runs"] as? [[String: Any]])?.first ?? [:] }

private func results(_ text: String) throws -> [[String: Any]] { try run(text)["results"] as? [[String: Any]] ?? [] }

private func uri(_ location: [String: Any]?) -> String? {
  let place = location?["physicalLocation"] as? [String: Any]
  return (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
}

@Test func `SARIF leaves out what comments silence unless it is asked for`() throws {
  let folder = try Folder(["main.tf": "resource \"aws_default_vpc\" \"x\" {} # terrane:ignore aws-default-vpc -- known\n"])
  let arguments = ["lint", "--format", "sarif", "--select", "aws-default-vpc"]
  #expect(try results(Program.run(arguments, in: folder.url).output).isEmpty)
  let kept = try results(Program.run(arguments + ["--sarif-suppressed"], in: folder.url).output)
  #expect(kept.count == 1)
  let suppressions = kept.first?["suppressions"] as? [[String: Any]]
  #expect(suppressions?.first?["kind"] as? String == "inSource")
  #expect(suppressions?.first?["justification"] as? String == "known")
}

@Test func `a finding in fetched code stands at its call, and the calls that lead there are a code flow`() throws {
  let disk = "resource \"aws_ebs_volume\" \"this\" {\n  availability_zone = \"eu-central-1a\"\n  size = 10\n}\n"
  let modules = """
    {"Modules":[{"Key":"","Source":"","Dir":"."},
    {"Key":"store","Source":"./store","Dir":"store"},
    {"Key":"store.disk","Source":"registry.terraform.io/x/disk/aws","Version":"1.0.0","Dir":".terraform/modules/store.disk"}]}
    """
  let folder = try Folder([
    "main.tf": "module \"store\" {\n  source = \"./store\"\n}\n",
    "store/main.tf": "module \"disk\" {\n  source  = \"x/disk/aws\"\n  version = \"1.0.0\"\n}\n",
    ".terraform/modules/modules.json": modules, ".terraform/modules/store.disk/main.tf": disk,
  ])
  let found = try results(folder.run("lint", "--format", "sarif", "--select", "aws-ebs-volume-encryption").output)
  #expect(found.count == 1)
  #expect(uri((found.first?["locations"] as? [[String: Any]])?.first) == "store/main.tf")
  let flows = found.first?["codeFlows"] as? [[String: Any]]
  let thread = (flows?.first?["threadFlows"] as? [[String: Any]])?.first
  let steps = (thread?["locations"] as? [[String: Any]])?.map { uri($0["location"] as? [String: Any]) }
  #expect(steps == ["main.tf", "store/main.tf", ".terraform/modules/store.disk/main.tf"])
}

@Test func `a syntax error in one of 50 files leaves the findings of the other 49`() throws {
  var files = ["m25.tf": "resource \"aws_default_vpc\" \"broken\" {\n"]
  for number in 0..<50 where number != 25 { files["m\(number).tf"] = "resource \"aws_default_vpc\" \"v\(number)\" {}\n" }
  let folder = try Folder(files)
  let result = try folder.run("lint", "--format", "sarif", "--select", "aws-default-vpc")
  #expect(result.exitCode == 2)
  let paths = try results(result.output).map { uri(($0["locations"] as? [[String: Any]])?.first) }
  #expect(Set(paths.compactMap(\.self)).subtracting(["m25.tf"]).count == 49)
  let invocation = (try run(result.output)["invocations"] as? [[String: Any]])?.first
  #expect(invocation?["executionSuccessful"] as? Bool == false)
  let automation = try run(result.output)["automationDetails"] as? [String: Any]
  #expect(automation?["id"] as? String == "terrane/lint/")
}
