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
        let found = lint([example.path: example.source], RuleSelection(select: [rule.metadata.name])).findings.filter { $0.rule == rule.metadata.name }
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

  @Test func `the index leads to the same rules as reading all of them`() {
    let all = RuleSelection(select: ["all"])
    let resources: [RuleSubject: Set<String>] = [
      .resource: ["aws_s3_bucket", "aws_iam_policy", "kubernetes_deployment_v1", "google_sql_database_instance", "azurerm_key_vault"],
      .data: ["aws_iam_policy_document"], .variable: [], .graph: [],
    ]
    for (kind, names) in resources {
      let occurrences = Occurrences([kind: names])
      let expected = RuleCatalog.standard.allRules.filter { rule in
        rule.parts.contains { part in part.patterns.contains { occurrences.contains(part.subject, matching: $0) } }
      }
      let found = RuleCatalog.standard.rules(for: occurrences, all).map(\.metadata.name)
      #expect(!found.isEmpty || kind == .graph)
      #expect(found.sorted() == expected.map(\.metadata.name).sorted(), "\(kind)")
    }
  }

  @Test func `the index leaves out what no selection includes`() {
    let everything = Occurrences(Dictionary(uniqueKeysWithValues: RuleSubject.allCases.map { ($0, types(of: $0)) }))
    var enabled = RuleSelection()
    enabled.enabled = ["aws-s3-bucket-versioning"]
    let selections = [RuleSelection(), enabled] + ["strict", "security", "avd-aws-0080", "CKV_AWS_16", "public"].map { RuleSelection(select: [$0]) }
    for selection in selections {
      func included(_ rules: [RuleDefinition]) -> [String] {
        rules.filter { rule in
          rule.parts.contains { selection.includes(rule.metadata, part: $0.equivalents, severity: $0.severity) }
        }.map(\.metadata.name).sorted()
      }
      let found = included(RuleCatalog.standard.rules(for: everything, selection))
      #expect(!found.isEmpty)
      #expect(found == included(RuleCatalog.standard.allRules), "\(selection.select)")
    }
  }

  private func types(of kind: RuleSubject) -> Set<String> {
    guard kind.isResource else { return [] }
    return Set(RuleCatalog.standard.allRules.flatMap(\.parts).filter { $0.subject == kind }.flatMap(\.patterns))
  }
}
