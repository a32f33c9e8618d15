import Foundation
import TestSupport
import Testing

/// `validate` as users run it.
struct ValidateTests {
  private func values(_ text: String) throws -> [[String: String]] {
    let diagnostics = try object(text)["diagnostics"] as? [[String: Any]] ?? []
    let snippets = diagnostics.compactMap { $0["snippet"] as? [String: Any] }
    return snippets.flatMap { $0["values"] as? [[String: String]] ?? [] }
  }

  @Test func `a snippet says what the references of the expression stand for`() throws {
    let folder = try Folder([
      "main.tf": """
      variable "names" { type = list(string) }
      variable "secret" {
        type      = set(string)
        sensitive = true
      }
      locals {
        tags = { a = "x", b = "y" }
        bad  = upper(local.tags) + length(var.names)
      }
      resource "null_resource" "a" { count = local.tags.a }
      resource "null_resource" "b" { for_each = var.secret }
      """
    ])
    let result = try folder.run("validate", "--json")
    #expect(result.exitCode == 1)
    #expect(
      try values(result.output) == [
        ["traversal": "local.tags", "statement": "is object with 2 attributes"],
        ["traversal": "local.tags.a", "statement": "is \"x\""],
        ["traversal": "var.secret", "statement": "has a sensitive value"],
      ])
  }

  @Test func `test files are part of it unless they are left out`() throws {
    let folder = try Folder(["main.tf": "", "tests/a.tftest.hcl": "run \"a\" {\n  command = destroy\n}\n", "other/b.tftest.hcl": ""])
    #expect(try folder.run("validate").exitCode == 1)
    #expect(try folder.run("validate", "-no-tests").exitCode == 0)
    #expect(try folder.run("validate", "-test-directory=other").exitCode == 0)
  }

  @Test func `a file with schemas that cannot be used is said to be so`() throws {
    let folder = try Folder(["main.tf": "", "schema.json": "{}"])
    #expect(try folder.run("validate", "--provider-schema", "schema.json").exitCode == 2)
    #expect(try folder.run("validate", "--provider-schema", "missing.json").exitCode == 2)
    #expect(try folder.run("lint", "--provider-schema", "missing.json").exitCode == 2)
  }
}
