import Diagnostics
import SourceText
import TerraformModel
import Testing

@testable import Linting

@Suite struct SubjectTests {
  private static func found(_ part: String, _ source: String) throws -> [String] {
    let rule = try #require(makeRule(part))
    return places(lint(source, RuleSelection(select: ["test-rule"]), rules: [rule]))
  }

  @Test func `ephemeral resources are looked at by type`() throws {
    let part = "  ephemeral \"aws_secretsmanager_random_password\" {\n    require = self.password_length >= 20\n  }"
    #expect(try Self.found(part, "ephemeral \"aws_secretsmanager_random_password\" \"p\" {\n  password_length = 8\n}\n") == ["password_length = 8"])
  }

  @Test func `checks are looked at by name`() throws {
    let part = "  check \"*\" {\n    require = length(self.assert) > 0\n  }"
    let source = "check \"empty\" {}\ncheck \"full\" {\n  assert {\n    condition = true\n    error_message = \"x\"\n  }\n}\n"
    #expect(try Self.found(part, source) == ["check \"empty\""])
  }

  @Test func `the settings of a module are looked at, also where none are written`() throws {
    let part = "  terraform {\n    require = self.required_version != null\n  }"
    #expect(try Self.found(part, "terraform {\n  required_version = \">= 1.5\"\n}\n") == [])
    #expect(try Self.found(part, "terraform {\n}\n") == ["terraform"])
    #expect(try Self.found(part, "locals {}\n") == [""])
    let providers = "  terraform {\n    each = self.required_providers\n    require = each.value.version != null\n  }"
    let source = "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws\" }\n    tls = { source = \"hashicorp/tls\", version = \"~> 4\" }\n  }\n}\n"
    #expect(try Self.found(providers, source).first?.contains("aws") == true)
    #expect(try Self.found(providers, source).count == 1)
    let backend = "  terraform {\n    require = self.backend != \"local\"\n  }"
    #expect(try Self.found(backend, "terraform {\n  backend \"local\" {}\n}\n") == ["backend \"local\""])
  }

  @Test func `a rule over the graph sees every resource`() throws {
    let part = "  graph {\n    each = self.resources\n    require = length([for r in self.resources : r if r.type == each.value.type]) < 2\n    at = each.value\n  }"
    let source = "resource \"aws_vpc\" \"a\" {}\nresource \"aws_vpc\" \"b\" {}\nresource \"aws_eip\" \"c\" {}\n"
    #expect(try Self.found(part, source) == ["resource \"aws_vpc\" \"a\"", "resource \"aws_vpc\" \"b\""])
  }

  @Test func `subjects without labels refuse them`() {
    let source = "rule \"test-rule\" {\n summary = \"x\"\n category = \"style\"\n severity = \"low\"\n graph \"x\" {\n  require = true\n }\n}\n"
    #expect(RuleCatalog.load(SourceFile(path: "t.rule.hcl", text: source)).diagnostics.map(\.summary).contains("A graph part has no label"))
  }
}
