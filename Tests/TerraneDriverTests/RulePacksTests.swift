import Diagnostics
import Foundation
import Linting
import TerraneDriver
import TestSupport
import Testing

@Suite struct RulePacksTests {
  private static func rule(_ name: String, _ type: String = "aws_s3_bucket", _ condition: String = "self.bucket != \"x\"") -> String {
    """
    rule "\(name)" {
      summary  = "Test"
      category = "style"
      severity = "low"

      resource "\(type)" {
        require = \(condition)
      }
    }
    """
  }

  private func load(_ files: [String: String]) throws -> (names: [String], errors: [String]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
    let (catalog, diagnostics) = RulePacks.load([folder.path], into: .standard)
    let added = Set(catalog.names).subtracting(RuleCatalog.standard.names).sorted()
    return (added, diagnostics.filter { $0.severity == .error }.map(\.summary))
  }

  @Test func `a pack is a folder with all below it`() throws {
    let (names, errors) = try load([
      "one.rule.hcl": Self.rule("one"), "deep/er/two.rule.hcl": Self.rule("two") + "\n" + Self.rule("three"), "notes.md": "no rule",
    ])
    #expect(names == ["one", "three", "two"])
    #expect(errors.isEmpty)
  }

  @Test func `a mistake leaves out its rule and is an error`() throws {
    let (names, errors) = try load(["one.rule.hcl": Self.rule("one") + "\n" + Self.rule("two", "aws_s3_bucket", "self.buckett == 1")])
    #expect(names == ["one"])
    #expect(errors == ["aws_s3_bucket has no attribute or block “buckett”"])
  }

  @Test func `a name is taken once`() throws {
    let (names, errors) = try load(["a.rule.hcl": Self.rule("one"), "b.rule.hcl": Self.rule("one") + "\n" + Self.rule("aws-ebs-volume-encryption")])
    #expect(names == ["one"])
    #expect(errors == ["There is a rule “one” already", "There is a rule “aws-ebs-volume-encryption” already"])
  }

  @Test func `a pack without rules is an error`() throws {
    let (_, errors) = try load(["notes.md": ""])
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("There is no rule in ") == true)
  }

  private static let bucketRules = """
    subject "bucket-rule" {
      resource "aws_s3_bucket" {
        each = self.lifecycle_rule
        let  = { days = each.value.expiration.days }
      }
    }
    """

  @Test func `a part over a subject looks at everything that the subject names`() throws {
    let rule = """
      rule "short-life" {
        summary  = "Test"
        category = "style"
        severity = "low"

        subject "bucket-rule" {
          require = days > 7
        }
      }
      """
    let (names, errors) = try load(["z.rule.hcl": rule, "bucket-rule.subject.hcl": Self.bucketRules])
    #expect(names == ["short-life"])
    #expect(errors.isEmpty)
  }

  @Test func `a subject has a name of its own, and a part over it no elements of its own`() throws {
    let rule = """
      rule "short-life" {
        summary  = "Test"
        category = "style"
        severity = "low"

        subject "bucket-rules" {
          require = true
        }

        subject "bucket-rule" {
          each    = self.tags
          require = true
        }
      }
      """
    let (names, errors) = try load(["z.rule.hcl": rule, "a.subject.hcl": Self.bucketRules, "b.subject.hcl": Self.bucketRules])
    #expect(names.isEmpty)
    #expect(
      errors == [
        "There is a subject “bucket-rule” already", "“bucket-rules” is not known in the pack", "A part over a subject has no each of its own",
      ])
  }
}
