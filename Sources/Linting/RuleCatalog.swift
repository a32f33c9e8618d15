import Diagnostics
import HCLEvaluation
import PackedData
import SourceText
import Synchronization

/// The rules of a run: those that come with the program, and those of the user's packs.
///
/// A class, because a packed rule is parsed when it is first asked for and then shared. What each packed rule looks at is found by a scan
/// of its first lines, without parsing: parts stand before prose and examples in a file. Rules of a user's pack are parsed when they are
/// loaded.
public final class RuleCatalog: Sendable {
  /// The rules that come with the program.
  public static let standard = RuleCatalog(EmbeddedData.files)

  /// What is known of a packed rule before it is parsed.
  struct Entry: Sendable {
    var name: String
    var subjects: [Subject]
    var file: PackedFile
  }

  struct Subject: Hashable, Sendable {
    var kind: RuleSubject
    var pattern: String
  }

  private let entries: [Entry]
  private let parsed = Mutex<[String: RuleDefinition]>([:])
  /// Rules of packs, already checked, by name.
  private let loaded: [String: RuleDefinition]
  private let moduleRules: [any ModuleRule.Type]
  private let subjectFiles: [PackedFile]
  /// Subjects of packs, by name.
  private let loadedSubjects: [String: SubjectDefinition]
  private let packedSubjects = Mutex<[String: SubjectDefinition]?>(nil)
  private let metadata = Mutex<[RuleMetadata]?>(nil)

  /// - Parameters:
  ///   - rules: rules of packs, already checked.
  ///   - base: the rules that they are added to; nil leaves them alone.
  public convenience init(_ rules: [RuleDefinition], addedTo base: RuleCatalog? = .standard) {
    self.init(rules, subjects: [], addedTo: base)
  }

  private init(_ rules: [RuleDefinition], subjects: [SubjectDefinition], addedTo base: RuleCatalog?) {
    entries = base?.entries ?? []
    subjectFiles = base?.subjectFiles ?? []
    loadedSubjects = (base?.loadedSubjects ?? [:]).merging(subjects.map { ($0.name, $0) }) { _, added in added }
    moduleRules = base?.moduleRules ?? []
    loaded = (base?.loaded ?? [:]).merging(rules.map { ($0.metadata.name, $0) }) { _, added in added }
  }

  init(_ files: PackedFiles) {
    loaded = [:]
    loadedSubjects = [:]
    moduleRules = ModuleRules.all
    subjectFiles = files.filter { $0.path.hasSuffix(".subject.hcl") }
    var defined: [String: [Subject]] = [:]
    for file in subjectFiles { defined.merge(Self.definedSubjects(in: file.bytes)) { first, _ in first } }
    let definedSubjects = defined
    entries = files.compactMap { file in
      let path = file.path.utf8
      guard path.suffix(9).elementsEqual(".rule.hcl".utf8) else { return nil }
      let start = path.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
      let name = String(decoding: path[start...].dropLast(".rule.hcl".utf8.count), as: UTF8.self)
      return Entry(name: name, subjects: Self.subjects(in: file.bytes, defined: definedSubjects), file: file)
    }
  }

  /// Names of all rules, those written in Swift included, sorted.
  public var names: [String] { (entries.map(\.name) + loaded.keys + moduleRules.map { $0.metadata.name }).sorted() }

  /// A rule written in HCL, parsed; nil when there is none of that name or it does not parse.
  public func rule(_ name: String) -> RuleDefinition? {
    if let rule = loaded[name] { return rule }
    if let known = parsed.withLock({ $0[name] }) { return known }
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard let rule = parse(entry).rules.first else { return nil }
    return parsed.withLock { known in
      if let other = known[name] { return other }
      known[name] = rule
      return rule
    }
  }

  /// Metadata of every rule, sorted by name, with the other tools' ids of all of its parts; parses them all, once.
  public var allMetadata: [RuleMetadata] {
    if let known = metadata.withLock({ $0 }) { return known }
    let written = allRules.map { definition in
      var metadata = definition.metadata
      metadata.equivalents = definition.allEquivalents
      return metadata
    }
    let all = (written + moduleRules.map { $0.metadata }).sorted { $0.name < $1.name }
    metadata.withLock { $0 = all }
    return all
  }

  /// What is said about one rule, wherever its condition is written.
  public func metadata(of name: String) -> RuleMetadata? {
    rule(name)?.metadata ?? moduleRules.first { $0.metadata.name == name }?.metadata
  }

  /// What users' configuration may set of a rule, by name.
  public func parameters(of name: String) -> [String: RuleParameter] {
    rule(name)?.parameters ?? moduleRules.first { $0.metadata.name == name }?.parameters ?? [:]
  }

  /// All rules written in HCL, parsed, sorted by name.
  public var allRules: [RuleDefinition] { (entries.map(\.name) + loaded.keys).sorted().compactMap { rule($0) } }

  /// The rules written in Swift.
  var rulesOverModules: [any ModuleRule.Type] { moduleRules }

  /// The rules that look at something that occurs.
  func rules(where occurs: (Subject) -> Bool) -> [RuleDefinition] {
    let packed = entries.filter { $0.subjects.contains(where: occurs) }.compactMap { rule($0.name) }
    let added = loaded.keys.sorted().compactMap { loaded[$0] }.filter { rule in
      rule.parts.contains { part in part.patterns.contains { occurs(Subject(kind: part.subject, pattern: $0)) } }
    }
    return packed + added
  }

  /// Whether a name stands for a rule, category, pack, tag, or another tool's id of a check that some rule makes.
  public func isKnown(_ name: String) -> Bool {
    if names.contains(name) || RuleCategory(rawValue: name) != nil || name == "all" { return true }
    return allMetadata.contains { $0.packs.contains(name) || $0.tags.contains(name) || $0.equivalents.contains(name) }
  }

  /// What is wrong with the packed rules; empty in a release.
  public func check() -> [Diagnostic] {
    let functions = RuleLanguage.functions
    let subjectProblems = subjectFiles.flatMap { file in
      RuleParser.parseSubjects(SourceFile(path: "rules/\(file.path)", bytes: file.array)).diagnostics
    }
    return subjectProblems + entries.flatMap { entry -> [Diagnostic] in
      let (rules, diagnostics) = parse(entry)
      var result = diagnostics
      for rule in rules {
        result += RuleChecker.check(rule, functions: functions)
        let found = Set(rule.parts.flatMap { part in part.patterns.map { Subject(kind: part.subject, pattern: $0) } })
        if rule.metadata.name != entry.name || rules.count != 1 || found != Set(entry.subjects) {
          result.append(
            Diagnostic(
              .error, "rule-definition", "The file and the rule in it do not agree",
              detail: "A packed rule is named like its file, and its parts stand in front of why, help and examples.", at: rule.location))
        }
      }
      return result
    }
  }

  /// Adds the rules of a user's files; what is wrong with one leaves out that rule, or that file when it does not parse.
  ///
  /// - Returns: the catalog with them, and the problems: mistakes in a rule, and names that another rule has already.
  public func adding(_ files: [SourceFile]) -> (catalog: RuleCatalog, diagnostics: [Diagnostic]) {
    var added: [RuleDefinition] = []
    var diagnostics: [Diagnostic] = []
    var taken = Set(names)
    var subjects = self.subjects
    var addedSubjects: [SubjectDefinition] = []
    for file in files where file.path.hasSuffix(".subject.hcl") {
      let (found, problems) = RuleParser.parseSubjects(file)
      diagnostics += problems
      for subject in found where subjects.updateValue(subject, forKey: subject.name) != nil {
        diagnostics.append(
          Diagnostic(
            .error, "rule-definition", "There is a subject “\(subject.name)” already", detail: "Every subject needs a name of its own.",
            at: subject.location))
      }
      addedSubjects += found
    }
    for file in files where !file.path.hasSuffix(".subject.hcl") {
      let (rules, problems) = Self.load(file, subjects: subjects)
      diagnostics += problems
      for rule in rules {
        guard taken.insert(rule.metadata.name).inserted else {
          diagnostics.append(
            Diagnostic(
              .error, "rule-definition", "There is a rule “\(rule.metadata.name)” already",
              detail: "Every rule of a run needs a name of its own.", at: rule.location))
          continue
        }
        added.append(rule)
      }
    }
    return (RuleCatalog(added, subjects: addedSubjects, addedTo: self), diagnostics)
  }

  /// Reads the rules of a user's file and checks them; they may look at the subjects of the standard catalog.
  public static func load(_ file: SourceFile) -> (rules: [RuleDefinition], diagnostics: [Diagnostic]) {
    load(file, subjects: standard.subjects)
  }

  private static func load(
    _ file: SourceFile, subjects: [String: SubjectDefinition]
  ) -> (rules: [RuleDefinition], diagnostics: [Diagnostic]) {
    let (rules, diagnostics) = RuleParser.parse(file, subjects: subjects)
    let functions = RuleLanguage.functions
    var correct: [RuleDefinition] = []
    var all = diagnostics
    for rule in rules {
      let problems = RuleChecker.check(rule, functions: functions)
      if !problems.contains(where: { $0.severity == .error }) { correct.append(rule) }
      all += problems
    }
    return (correct, all)
  }

  private func parse(_ entry: Entry) -> (rules: [RuleDefinition], diagnostics: [Diagnostic]) {
    RuleParser.parse(SourceFile(path: "rules/\(entry.file.path)", bytes: entry.file.array), subjects: subjects)
  }

  /// What rules may look at by a name, beside types.
  var subjects: [String: SubjectDefinition] {
    if let known = packedSubjects.withLock({ $0 }) { return known }
    var all = loadedSubjects
    for file in subjectFiles {
      let (found, _) = RuleParser.parseSubjects(SourceFile(path: "rules/\(file.path)", bytes: file.array))
      for subject in found { all[subject.name] = subject }
    }
    packedSubjects.withLock { $0 = all }
    return all
  }
}
