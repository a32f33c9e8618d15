import Diagnostics
import Foundation
import Linting
import SourceText
import TestSupport
import Testing

@testable import TerraneDriver

private func read(_ text: String) -> (configuration: ProjectConfiguration, extends: [Configured<String>], diagnostics: [Diagnostic]) {
  ConfigurationReader.read(SourceFile(path: "infra/.terrane.hcl", text: text), in: "/project/infra")
}

/// `place: summary. detail` of each error.
private func errors(_ text: String) -> [String] {
  read(text).diagnostics.map { "\($0.subject?.text ?? ""): \($0.summary). \($0.detail)" }
}

@Test func `every block and argument of a configuration is read`() throws {
  let (configuration, extends, diagnostics) = read(
    """
    extends = ["../shared.hcl"]
    lint {
      select = ["cost"]
      ignore = "style"
      min_severity = "low"
      fail_on = "never"
      packs = ["rules"]
      require_reason = true
      longest_expiry = 90
      inline_ignores = false
    }
    rule "a-rule" {
      severity = "high"
      enabled = true
      ignorable = false
      days = 3
    }
    path "legacy/**" {
      ignore = ["cost"]
      min_severity = "high"
      rule "b-rule" { severity = "info" }
    }
    environment "prod" {
      var_files = ["prod.tfvars"]
      workspace = "p"
    }
    modules = { "git::*" = "vendor" }
    """)
  #expect(diagnostics.map(\.summary) == [])
  #expect(extends.map(\.value) == ["shared.hcl"])
  let lint = configuration.lint
  #expect(lint.select?.map(\.value) == ["cost"])
  #expect(lint.ignore.map(\.value) == ["style"])
  #expect(lint.minimumSeverity == .low)
  #expect(lint.failureThreshold == .never)
  #expect(lint.packs.map(\.value) == ["infra/rules"])
  #expect(lint.requiresReason)
  #expect(lint.longestExpiry == 90)
  #expect(lint.honoursSuppressions == false)
  let rule = try #require(lint.rules["a-rule"])
  #expect(rule.severity?.value == .high)
  #expect(rule.isEnabled?.value == true)
  #expect(!rule.isIgnorable)
  #expect(rule.parameters.map(\.name) == ["days"])
  #expect(lint.paths.map(\.patterns) == [["legacy/**"]])
  #expect(lint.paths[0].rules.map(\.name.value) == ["b-rule"])
  #expect(configuration.environments.map(\.name.value) == ["prod"])
  #expect(configuration.environments[0].variableFiles.map(\.value) == ["infra/prod.tfvars"])
  #expect(configuration.environments[0].workspace == "p")
  #expect(configuration.moduleSources.map { "\($0.pattern.value) \($0.path.value)" } == ["git::* infra/vendor"])
}

@Test(arguments: [
  ("lint { selct = [] }", "selct: “selct” is not known in lint.", "Did you mean “select”?"),
  ("lints {}", "lints: “lints” is not known in a configuration.", "Did you mean “lint”?"),
  ("lint { min_severity = \"hgh\" }", "\"hgh\": \"hgh\" is not a value of min_severity.", "Did you mean \"high\"?"),
  ("lint { require_reason = \"x\" }", "\"x\": require_reason must be true or false.", ""),
  ("lint { longest_expiry = 0 }", "0: longest_expiry must be a number of days.", ""),
  ("lint { select = [1] }", "1: select must be a list of texts.", ""),
  ("rule {}", "rule: The block “rule” has 0 labels.", "It has one label"),
  ("rule \"a\" {}\nrule \"a\" {}", "\"a\": There are two blocks for the rule “a”.", ""),
  ("modules \"x\" { }", "modules \"x\": “modules” is not known in a configuration.", ""),
  ("modules {\n  \"a\" = 1\n}", "1: A folder is expected.", ""),
  ("path \"x\" {\n  rule \"a\" { days = 1 }\n}", "days = 1: A parameter cannot differ from path to path.", ""),
  ("lint { ignore = [var.x] }", "var: There is no variable named “var”.", "Variables may not be used here."),
])
func `a mistake in a configuration is an error at its place`(text: String, start: String, hint: String) {
  let found = errors(text)
  #expect(found.count == 1, "\(found)")
  #expect(found.first?.hasPrefix(start) == true, "\(found)")
  #expect(hint.isEmpty || found.first?.contains(hint) == true, "\(found)")
}

@Test(arguments: [
  "modules {\n  \"git::*\" = \"vendor\"\n  \"b/c\" = \"d\"\n}\nlint { select = [\"cost\"] }",
  "lint { select = [\"cost\"] }\nmodules { \"git::*\" = \"vendor\" }\nmodules{\n\"b/c\" = \"d\" }",
  "modules = { \"git::*\" = \"vendor\" }\nlint { select = [\"cost\"] }\nmodules {\n  \"b/c\" = \"d\" # a } in a comment\n}\n",
])
func `places of modules may stand in a block`(text: String) {
  let (configuration, _, diagnostics) = read(text)
  #expect(diagnostics.map { "\($0.subject?.text ?? ""): \($0.summary)" } == [])
  #expect(configuration.moduleSources.map { "\($0.pattern.value) \($0.path.value)" } == ["git::* infra/vendor", "b/c infra/d"])
  #expect(configuration.lint.select?.map(\.value) == ["cost"])
  for source in configuration.moduleSources {
    let range = source.pattern.range.bytes
    #expect(String(decoding: Array(text.utf8)[Int(range.start)..<Int(range.end)], as: UTF8.self) == "\"\(source.pattern.value)\"")
  }
}

@Test func `what a shared configuration does not let go cannot be taken`() {
  let shared = read("rule \"a\" { ignorable = false }\nlint { longest_expiry = 30 }").configuration
  let own = read(
    "lint {\n ignore = [\"a\", \"security\"]\n longest_expiry = 60\n}\nrule \"a\" { enabled = false }\npath \"x\" { ignore = [\"a\"] }"
  ).configuration
  let (joined, problems) = own.extending(shared)
  #expect(problems.map { $0.subject?.text ?? "" } == ["\"a\"", "enabled = false", "\"a\""])
  #expect(joined.lint.longestExpiry == 30)
  #expect(joined.lint.rules["a"]?.isIgnorable == false)
  #expect(joined.lint.rules["a"]?.isEnabled == nil)
}

@Test func `the example of the documentation is a valid configuration`() throws {
  let page = try String(contentsOf: ProjectRoot.url.appendingPathComponent("docs/configuration.md"), encoding: .utf8)
  let examples = page.components(separatedBy: "```hcl\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  #expect(examples.count == 2)
  for example in examples {
    let (configuration, _, diagnostics) = read(example)
    #expect(diagnostics.map(\.summary) == [])
    #expect(configuration.lint.unknownNames(in: .standard).map { "\($0.summary) \($0.detail)" } == [])
  }
}

@Test func `every name that a configuration knows stands in its documentation`() throws {
  let page = try String(contentsOf: ProjectRoot.url.appendingPathComponent("docs/configuration.md"), encoding: .utf8)
  func check(_ schema: ConfigurationSchema) {
    for name in schema.arguments.map(\.name) + [schema.name] where !name.isEmpty { #expect(page.contains("`\(name)"), "\(name)") }
    for block in schema.blocks { check(block) }
  }
  check(.file)
}
