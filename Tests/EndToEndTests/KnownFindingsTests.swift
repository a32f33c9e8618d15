import Foundation
import Testing

private let volume = "resource \"aws_ebs_volume\" \"x\" {\n  availability_zone = \"a\"\n  encrypted = false\n}\n"
private let second = "resource \"aws_ebs_volume\" \"y\" {\n  availability_zone = \"a\"\n  encrypted = false\n}\n"
private let select = ["--select", "aws-ebs-volume-encryption", "--format", "concise"]

private func lines(_ folder: Folder, _ arguments: String...) throws -> [String] {
  let result = try Program.run(["lint"] + select + arguments, in: folder.url)
  return result.output.split(separator: "\n").filter { $0.contains("aws-ebs-volume-encryption") }.map { String($0.prefix { $0 != " " }) }
}

private func git(_ folder: Folder, _ arguments: String...) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
  process.arguments = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"] + arguments
  process.currentDirectoryURL = folder.url
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}

@Test func `a baseline knows its findings when lines move, and counts equal ones`() throws {
  let folder = try Folder(["a/main.tf": volume])
  let written = try Program.run(["lint", "--write-baseline", "known.json"] + select, in: folder.url)
  #expect(written.exitCode == 0)
  #expect(try lines(folder).count == 1)
  #expect(try lines(folder, "--baseline", "known.json") == [])
  try folder.write(Data(("# moved\n\n\n" + volume).utf8), to: "a/main.tf")
  #expect(try lines(folder, "--baseline", "known.json") == [])
  try folder.write(Data((volume + second).utf8), to: "a/main.tf")
  #expect(try lines(folder, "--baseline", "known.json") == ["a/main.tf:7:3:"])
  // The same finding once more, in another module, is new.
  try folder.write(Data(volume.utf8), to: "a/main.tf")
  try folder.write(Data(volume.utf8), to: "b/main.tf")
  #expect(try lines(folder, "--baseline", "known.json") == ["b/main.tf:3:3:"])
  // Moved as a whole it is known.
  try FileManager.default.removeItem(at: folder.url.appendingPathComponent("a"))
  #expect(try lines(folder, "--baseline", "known.json") == [])
  let again = try folder.run("lint", "--write-baseline", "second.json", "--select", "aws-ebs-volume-encryption")
  #expect(again.exitCode == 0)
  #expect(try folder.text("second.json") == folder.text("known.json").replacingOccurrences(of: "a/main.tf", with: "b/main.tf"))
}

@Test func `a file that is no baseline is an error`() throws {
  let folder = try Folder(["main.tf": volume, "other.json": "{}", "broken.json": "{"])
  for name in ["other.json", "broken.json", "missing.json"] {
    #expect(try folder.run("lint", "--baseline", name).exitCode == 2)
  }
}

@Test func `since a commit only what was not there is reported, whatever file caused it`() throws {
  let module = "variable \"encrypted\" {}\n" + volume.replacingOccurrences(of: "false", with: "var.encrypted")
  let folder = try Folder([
    "main.tf": "module \"m\" {\n  source    = \"./m\"\n  encrypted = true\n}\n", "m/main.tf": module, "old.tf": second,
  ])
  try git(folder, "init", "-q")
  try git(folder, "add", ".")
  try git(folder, "commit", "-qm", "first")
  #expect(try lines(folder).count == 1)
  #expect(try lines(folder, "--since", "HEAD") == [])
  try folder.write(Data("module \"m\" {\n  source    = \"./m\"\n  encrypted = false\n}\n".utf8), to: "main.tf")
  try folder.write(Data(("\n\n" + second).utf8), to: "old.tf")
  #expect(try lines(folder, "--since", "HEAD") == ["m/main.tf:4:3:"])
  #expect(try lines(folder, "--since", "HEAD", ".") == ["m/main.tf:4:3:"])
  #expect(try lines(folder, "--since", "HEAD", "old.tf") == [])
  let below = try Program.run(["lint", "--since", "HEAD", "../m"] + select, in: folder.url.appendingPathComponent("m"))
  #expect(!below.output.contains("old.tf"))
  let unknown = try folder.run("lint", "--since", "nowhere")
  #expect(unknown.exitCode == 2)
  #expect(unknown.messages.contains("There is no commit “nowhere”"))
  #expect(try folder.run("lint", "--since=--help").exitCode == 2)
}

@Test func `other tools' configuration is taken over with a note`() throws {
  let folder = try Folder([
    ".git/HEAD": "", "a/main.tf": volume, "skip/main.tf": volume,
    ".checkov.yaml": "skip-path:\n  - ^skip/\nskip-check:\n  - CKV_AWS_16\n  - CKV_XX_1\ncompact: true\nsoft-fail: true\n",
  ])
  #expect(try lines(folder) == ["a/main.tf:3:3:"])
  let result = try folder.run("lint", "--select", "aws-ebs-volume-encryption")
  #expect(result.exitCode == 0)
  #expect(result.messages.contains(".checkov.yaml is read too"))
  #expect(result.messages.contains("CKV_XX_1"))
  #expect(try lines(folder, "--isolated").count == 2)
  try folder.write(Data("# note\nAVD-AWS-0026 exp:2020-01-01\n".utf8), to: ".trivyignore")
  #expect(try lines(folder).count == 1)
  try folder.write(Data("AVD-AWS-0026 exp:2999-01-01\n".utf8), to: ".trivyignore")
  #expect(try lines(folder) == [])
  try folder.write(Data("variable \"unused\" {}\n".utf8), to: "c/main.tf")
  #expect(try folder.run("lint", "c").output.contains("terraform-unused-declaration"))
  try folder.write(Data("rule \"terraform_unused_declarations\" {\n  enabled = false\n}\n".utf8), to: "c/.tflint.hcl")
  #expect(!(try folder.run("lint", "c").output.contains("terraform-unused-declaration")))
}
