import Diagnostics
import SourceText
import Testing

@testable import Linting

@Suite struct RuleCatalogTests {
  @Test func `every packed rule is correct`() {
    for diagnostic in RuleCatalog.standard.check() {
      let place = diagnostic.subject.map { "\($0.file.path):\($0.start.line): \($0.text)" } ?? ""
      Issue.record("\(place): \(diagnostic.summary). \(diagnostic.detail)")
    }
    #expect(RuleCatalog.standard.allRules.count >= 40)
  }

  @Test(arguments: RuleCatalog.standard.allRules.map(\.metadata.name))
  func `every example of a rule gives what it says`(name: String) throws {
    let rule = try #require(RuleCatalog.standard.rule(name))
    #expect(rule.examples.contains { $0.isFlagged })
    #expect(rule.examples.contains { !$0.isFlagged })
    for example in rule.examples {
      let report = lint(example.source, RuleSelection(select: [name]))
      let found = report.findings.filter { $0.rule == name }
      #expect(found.isEmpty != example.isFlagged, "\(name), “\(example.name)”: \(report.undecided.map(\.reason))")
    }
  }

  @Test func `every example of a rule over modules gives what it says`() {
    for rule in ModuleRules.all {
      for example in rule.examples {
        let found = lint(example.source, RuleSelection()).findings.filter { $0.rule == rule.metadata.name }
        #expect(found.isEmpty != example.isFlagged, "\(rule.metadata.name), “\(example.name)”")
      }
    }
  }

  @Test func `names, categories and ids of other tools are known`() {
    for name in ["aws-ebs-volume-encryption", "security", "strict", "CKV_AWS_16", "AWS-0080", "AVD-AWS-0080", "terraform_unused_declarations"] {
      #expect(RuleCatalog.standard.isKnown(name), "\(name)")
    }
    #expect(!RuleCatalog.standard.isKnown("aws-ebs-volume-encrypted"))
  }

  @Test func `a rule explains itself under its name and under another tool's id`() throws {
    let page = try #require(RuleCatalog.standard.explain("aws-db-instance-encryption"))
    #expect(page == RuleCatalog.standard.explain("CKV_AWS_16"))
    #expect(page.contains("## Why") && page.contains("## What to do") && page.contains("storage_encrypted = true"))
    #expect(RuleCatalog.standard.explain("aws-no-such-rule") == nil)
  }
}
