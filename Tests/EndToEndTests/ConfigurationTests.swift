import Foundation
import Testing

private let volume = "resource \"aws_ebs_volume\" \"x\" {\n  availability_zone = \"a\"\n  size = 1\n  type = \"gp2\"\n  encrypted = false\n}\n"

/// The rules that a run reports, by path.
private func found(_ folder: Folder, _ arguments: String...) throws -> [String] {
  let result = try Program.run(["lint", "--format", "concise"] + arguments, in: folder.url)
  return result.output.split(separator: "\n").compactMap { line in
    guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]") else { return nil }
    return "\(line.prefix { $0 != ":" }) \(line[line.index(after: open)..<close])"
  }.sorted()
}

@Test func `the nearest configuration decides, file by file`() throws {
  let folder = try Folder([
    ".git/HEAD": "", "a/main.tf": volume, "b/main.tf": volume, "b/legacy/main.tf": volume,
    ".terrane.hcl": "lint {\n  select = [\"aws-ebs-gp2\", \"aws-ebs-volume-encryption\"]\n}\npath \"b/legacy\" {\n  ignore = [\"cost\"]\n}\n",
    "a/.terrane.hcl": "lint {\n  select = [\"aws-ebs-gp2\"]\n  fail_on = \"never\"\n}\n",
  ])
  #expect(
    try found(folder) == [
      "a/main.tf aws-ebs-gp2", "b/legacy/main.tf aws-ebs-volume-encryption", "b/main.tf aws-ebs-gp2", "b/main.tf aws-ebs-volume-encryption",
    ])
  #expect(try found(folder, "--select", "aws-ebs-gp2").count == 2)
  #expect(try found(folder, "--config", "a/.terrane.hcl").allSatisfy { $0.hasSuffix("aws-ebs-gp2") })
  #expect(try folder.run("lint", "a").exitCode == 0)
  #expect(try folder.run("lint", "b").exitCode == 1)
  #expect(try folder.run("lint", "a", "--fail-on", "info").exitCode == 1)
  let below = try Program.run(["lint", "--format", "concise", "."], in: folder.url.appendingPathComponent("b/legacy"))
  #expect(!below.output.contains("gp2"))
  #expect(try found(folder, "--isolated", "a").contains("a/main.tf aws-ebs-volume-encryption"))
}

@Test func `a mistake in a configuration is reported, and what it is for is not judged`() throws {
  let folder = try Folder([
    ".git/HEAD": "", "a/main.tf": volume, "b/main.tf": volume,
    "a/.terrane.hcl": "lint {\n  ignore = [\"aws-ebs-gp3\"]\n}\nrule \"aws-rds-backup-retention\" {\n  minimum_day = 3\n}\n",
  ])
  let result = try folder.run("lint", "--select", "aws-ebs-volume-encryption")
  #expect(result.exitCode == 2)
  #expect(result.output.contains("There is no rule “aws-ebs-gp3”"))
  #expect(result.output.contains("Did you mean “aws-ebs-gp2”?"))
  #expect(result.output.contains("Did you mean “minimum_days”?"))
  #expect(result.output.contains("a/.terrane.hcl:2"))
  #expect(result.output.contains("b/main.tf"))
  #expect(!result.output.contains("a/main.tf"))
}

@Test func `a rule that the shared configuration holds on to is not silenced`() throws {
  let folder = try Folder([
    ".git/HEAD": "", "main.tf": "# terrane:ignore-file aws-ebs-volume-encryption, aws-ebs-gp2\n" + volume,
    "shared/base.hcl": "rule \"aws-ebs-volume-encryption\" {\n  ignorable = false\n  severity = \"critical\"\n}\n",
    ".terrane.hcl": "extends = \"shared/base.hcl\"\nlint {\n  select = [\"aws-ebs-gp2\"]\n  ignore = [\"security\"]\n}\n",
    "outside.hcl": "extends = \"../elsewhere.hcl\"\n",
  ])
  #expect(try found(folder) == ["main.tf aws-ebs-volume-encryption"])
  let result = try folder.run("lint", "--format", "concise")
  #expect(result.output.contains("critical[aws-ebs-volume-encryption]"))
  let outside = try folder.run("lint", "--config", "outside.hcl")
  #expect(outside.exitCode == 2)
  #expect(outside.output.contains("elsewhere.hcl"))
}

@Test func `parameters of rules are set by the configuration`() throws {
  let folder = try Folder([
    "main.tf": "resource \"aws_db_instance\" \"x\" {\n  instance_class = \"db.t4g.micro\"\n  backup_retention_period = 8\n}\n",
    ".terrane.hcl": "rule \"aws-rds-backup-retention\" {\n  minimum_days = 14\n}\n",
  ])
  #expect(try found(folder, "--select", "aws-rds-backup-retention") == ["main.tf aws-rds-backup-retention"])
  #expect(try found(folder, "--select", "aws-rds-backup-retention", "--isolated") == [])
}
