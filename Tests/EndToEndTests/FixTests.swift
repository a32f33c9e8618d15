import Foundation
import Testing

private let volume = "resource \"aws_ebs_volume\" \"x\" {\n  availability_zone = \"a\"\n  encrypted         = true\n  size              = 1\n  type              = \"gp2\"\n}\n"

@Test func `what is mended is gone, and modes and other files stay`() throws {
  let folder = try Folder(["main.tf": volume, "other.tf": "locals {\n  a = 1\n}\n", "broken/main.tf": "resource \"aws_ebs_volume\" \"x\" {\n  type = \"gp2\"\n"])
  let path = folder.url.appendingPathComponent("main.tf").path
  try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
  let diff = try folder.run("lint", "main.tf", "--select", "aws-ebs-gp2", "--diff", "--unsafe-fixes")
  #expect(diff.exitCode == 1)
  #expect(diff.output.contains("-  type              = \"gp2\"\n+  type              = \"gp3\"\n"))
  #expect(try folder.text("main.tf") == volume)
  let result = try folder.run("lint", ".", "--select", "aws-ebs-gp2", "--fix", "--unsafe-fixes", "--fail-on", "info")
  #expect(result.exitCode == 2)
  #expect(try folder.text("main.tf") == volume.replacingOccurrences(of: "gp2", with: "gp3"))
  #expect(try folder.text("other.tf") == "locals {\n  a = 1\n}\n")
  #expect(try folder.text("broken/main.tf").contains("gp2"))
  let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  #expect(mode == 0o640)
  #expect(result.messages.contains("1 finding mended in 1 file."))
  #expect(try folder.run("lint", "main.tf", "--select", "aws-ebs-gp2", "--diff", "--unsafe-fixes").exitCode == 0)
  #expect(try folder.run("lint", "--unsafe-fixes").exitCode == 2)
}

@Test func `unused declarations that lean on each other go one after the other`() throws {
  let folder = try Folder(["main.tf": "variable \"a\" {}\n\nlocals {\n  b = var.a\n  c = local.b\n}\n\noutput \"d\" {\n  value = 1\n}\n"])
  let safe = try folder.run("lint", "--select", "terraform-unused-declaration", "--fix")
  #expect(safe.messages.contains("--unsafe-fixes"))
  let result = try folder.run("lint", "--select", "terraform-unused-declaration", "--fix", "--unsafe-fixes")
  #expect(result.exitCode == 0)
  #expect(try folder.text("main.tf") == "locals {\n}\n\noutput \"d\" {\n  value = 1\n}\n")
}
