import Diagnostics
import PackedData
import SourceText

/// Whether the packed rules are correct, and are what the build noted of their files.
extension RuleCatalog {
  /// What is wrong with the packed rules; empty in a release.
  public func check() -> [Diagnostic] {
    let functions = RuleLanguage.functions
    let noted = index.mentionsByFile
    var problems = index.subjectFiles.flatMap { checkSubjects($0, noted[$0.id] ?? []) }
    for file in index.ruleFiles {
      let (rules, diagnostics) = parse(file)
      problems += diagnostics
      for rule in rules {
        problems += RuleChecker.check(rule, functions: functions)
        let expected = resolved(noted[file.id] ?? [])
        if rules.count == 1, rule.metadata.name == RuleIndex.name(of: file), rule.mentions == expected { continue }
        let difference = rule.mentions.symmetricDifference(expected).sorted().joined(separator: ", ")
        problems.append(Self.disagreement("The rule is not what the build noted of its file", difference, rule.location))
      }
    }
    return problems
  }

  private func checkSubjects(_ file: PackedFile, _ noted: Set<String>) -> [Diagnostic] {
    let (subjects, diagnostics) = RuleParser.parseSubjects(SourceFile(path: "rules/\(file.path)", bytes: file.array))
    var defined = Set(subjects.map { "subject \($0.name)" })
    for member in subjects.flatMap(\.members) { defined.formUnion(member.patterns.map { member.subject.mention($0) }) }
    guard let place = subjects.first?.location, defined != noted else { return diagnostics }
    let difference = defined.symmetricDifference(noted).sorted().joined(separator: ", ")
    return diagnostics + [Self.disagreement("The subjects are not what the build noted of their file", difference, place)]
  }

  /// What was noted of a rule, with what subjects stand for in their place and with the pack that a rule is in when it names none.
  private func resolved(_ noted: Set<String>) -> Set<String> {
    let prefix = "subject "
    var result = noted.filter { !$0.hasPrefix(prefix) }
    for name in noted where name.hasPrefix(prefix) {
      for member in subjects[String(name.dropFirst(prefix.count))]?.members ?? [] {
        result.formUnion(member.patterns.map { member.subject.mention($0) })
      }
    }
    if !noted.contains(where: { $0.hasPrefix("packs ") }) { result.insert("packs recommended") }
    return result
  }

  private static func disagreement(_ summary: String, _ difference: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "rule-definition", summary,
      detail: "A packed file holds one rule and is named like it; mentions.index lists what rules are found by. Different: \(difference).",
      at: place)
  }
}

extension RuleDefinition {
  /// What the build notes of a file with this rule.
  fileprivate var mentions: Set<String> {
    var result: Set = ["rule \(metadata.name)", "category \(metadata.category.rawValue)"]
    for part in parts { result.formUnion(part.patterns.map { part.subject.mention($0) }) }
    result.formUnion(metadata.packs.map { "packs \($0)" })
    result.formUnion(metadata.tags.map { "tags \($0)" })
    result.formUnion(allEquivalents.idsByTool.values.joined().map { "equivalents \($0)" })
    return result
  }
}

extension RuleSubject {
  fileprivate func mention(_ pattern: String) -> String {
    hasLabels ? "\(rawValue)\(RulePart.isWildcard(pattern) ? "*" : "") \(pattern)" : rawValue
  }
}
