import Foundation
import TestSupport
import Testing

private let untidy = "a=1\nbc =  \"${var.x}\"\n"
private let tidy = "a  = 1\nbc = var.x\n"

@Test func filesAreFormattedAndNamed() throws {
  let folder = try Folder(["main.tf": untidy, "b.tfvars": "x=1\n", "c.tofu": tidy, "notes.hcl": "a=1\n", "sub/d.tf": untidy])
  let outcome = try folder.run("fmt")
  #expect(outcome.exitCode == 0)
  #expect(outcome.output == "b.tfvars\nmain.tf\n")
  #expect(try folder.text("main.tf") == tidy)
  #expect(try folder.text("b.tfvars") == "x = 1\n")
  #expect(try folder.text("notes.hcl") == "a=1\n")
  #expect(try folder.text("sub/d.tf") == untidy)
  #expect(try folder.run("fmt").output == "")
}

@Test func directoriesBelowAreFormattedOnRequestHiddenOnesAreNot() throws {
  let folder = try Folder(["sub/deep/d.tftest.hcl": untidy, ".terraform/e.tf": untidy, "sub/f.tfmock.hcl": untidy, "sub/g.tf~": untidy])
  let outcome = try folder.run("fmt", "-recursive")
  #expect(outcome.exitCode == 0)
  #expect(outcome.output == "sub/deep/d.tftest.hcl\nsub/f.tfmock.hcl\n")
  #expect(try folder.text(".terraform/e.tf") == untidy)
}

@Test func checkingWritesNothingAndCountsAsAFinding() throws {
  let folder = try Folder(["main.tf": untidy])
  for option in ["--check", "-check"] {
    let outcome = try folder.run("fmt", option)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output == "main.tf\n")
  }
  #expect(try folder.text("main.tf") == untidy)
  #expect(try folder.run("fmt").exitCode == 0)
  #expect(try folder.run("fmt", "--check").exitCode == 0)
}

@Test func theDiffShowsWhatChanges() throws {
  let folder = try Folder(["main.tf": "a=1\nb {\n}\n"])
  let outcome = try folder.run("fmt", "--diff", "--write=false", "--list=false")
  #expect(outcome.exitCode == 0)
  #expect(outcome.output == "--- old/main.tf\n+++ new/main.tf\n@@ -1,3 +1,3 @@\n-a=1\n+a = 1\n b {\n }\n")
  #expect(try folder.text("main.tf") == "a=1\nb {\n}\n")
}

@Test func standardInputIsFormattedToStandardOutput() throws {
  let folder = try Folder([:])
  #expect(try folder.run("fmt", "-", input: untidy).output == tidy)
  let check = try folder.run("fmt", "--check", "-", input: untidy)
  #expect(check.exitCode == 1)
  #expect(check.output == "")
  let broken = try folder.run("fmt", "-", input: "a = \n")
  #expect(broken.exitCode == 2)
  #expect(broken.output == "")
  #expect(broken.messages.contains("<stdin>:1"))
  #expect(try folder.run("fmt", "-", "main.tf").exitCode == 2)
}

@Test func aFileWithAnErrorStaysAsItIsAndTheOthersAreFormatted() throws {
  let folder = try Folder(["a.tf": "a=(\n", "b.tf": untidy])
  let outcome = try folder.run("fmt")
  #expect(outcome.exitCode == 2)
  #expect(outcome.output == "b.tf\n")
  #expect(outcome.messages.contains("a.tf:"))
  #expect(try folder.text("a.tf") == "a=(\n")
  #expect(try folder.text("b.tf") == tidy)
}

@Test func whatCannotBeFormattedIsAFailure() throws {
  let folder = try Folder(["main.tf.json": "{}", "main.tf": untidy, "rules.hcl": "b x {\na=1\n}\n"])
  #expect(try folder.run("fmt", "main.tf.json").exitCode == 2)
  let missing = try folder.run("fmt", "missing.tf", "main.tf")
  #expect(missing.exitCode == 2)
  #expect(missing.output == "main.tf\n")
  #expect(try folder.run("fmt", "rules.hcl").output == "rules.hcl\n")
  #expect(try folder.text("rules.hcl") == "b x {\n  a = 1\n}\n")
}

@Test func modeLinksAndLineEndingsAreKept() throws {
  let folder = try Folder(["real/main.tf": "a=1\r\nb =2 # x\r\n"])
  let real = folder.url.appendingPathComponent("real/main.tf")
  let link = folder.url.appendingPathComponent("main.tf")
  try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
  try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
  #expect(try folder.run("fmt").output == "main.tf\n")
  #expect(try folder.text("real/main.tf") == "a = 1\r\nb = 2 # x\r\n")
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
  let mode = try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? NSNumber
  #expect(mode?.intValue == 0o640)
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["main.tf", "real"])
}
