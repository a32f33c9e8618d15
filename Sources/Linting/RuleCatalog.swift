import Diagnostics
import HCLEvaluation
import PackedData
import SourceText
import Synchronization

/// The rules of a run: those that come with the program, and those of the user's packs.
///
/// A class, because a packed rule is parsed when it is first asked for and then shared. Which of them may say something about a configuration
/// is looked up in what the build noted. Rules of a user's pack are parsed when they are loaded.
public final class RuleCatalog: Sendable {
  /// The rules that come with the program.
  public static let standard = RuleCatalog(EmbeddedData.files)

  let index: RuleIndex
  private let parsed = Mutex<[String: RuleDefinition]>([:])
  /// Rules of packs, already checked, by name.
  private let loaded: [String: RuleDefinition]
  private let moduleRules: [any ModuleRule.Type]
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
    index = base?.index ?? RuleIndex(PackedFiles(text: "", index: ""))
    loadedSubjects = (base?.loadedSubjects ?? [:]).merging(subjects.map { ($0.name, $0) }) { _, added in added }
    moduleRules = base?.moduleRules ?? []
    loaded = (base?.loaded ?? [:]).merging(rules.map { ($0.metadata.name, $0) }) { _, added in added }
  }

  init(_ files: PackedFiles) {
    index = RuleIndex(files)
    loaded = [:]
    loadedSubjects = [:]
    moduleRules = ModuleRules.all
  }

  /// Names of all rules, those written in Swift included, sorted.
  public var names: [String] { (index.names + loaded.keys + moduleRules.map { $0.metadata.name }).sorted() }

  /// A rule written in HCL, parsed; nil when there is none of that name or it does not parse.
  public func rule(_ name: String) -> RuleDefinition? {
    if let rule = loaded[name] { return rule }
    if let known = parsed.withLock({ $0[name] }) { return known }
    return index.file(name).flatMap { rule(in: $0, name) }
  }

  private func rule(in file: PackedFile) -> RuleDefinition? {
    let name = RuleIndex.name(of: file)
    return parsed.withLock({ $0[name] }) ?? rule(in: file, name)
  }

  private func rule(in file: PackedFile, _ name: String) -> RuleDefinition? {
    guard let rule = parse(file).rules.first else { return nil }
    return parsed.withLock { known in
      if let other = known[name] { return other }
      known[name] = rule
      return rule
    }
  }

  /// Metadata of every rule, sorted by name, with the other tools' ids of all of its parts; parses them all, once.
  public var allMetadata: [RuleMetadata] {
    if let known = metadata.withLock({ $0 }) { return known }
    let all = (allRules.map(\.described) + moduleRules.map { $0.metadata }).sorted { $0.name < $1.name }
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
  public var allRules: [RuleDefinition] { (index.names + loaded.keys).sorted().compactMap { rule($0) } }

  /// The rules written in Swift.
  var rulesOverModules: [any ModuleRule.Type] { moduleRules }

  /// The rules that look at something that occurs and that a selection may include.
  func rules(for occurrences: Occurrences, _ selection: RuleSelection) -> [RuleDefinition] {
    let packed = index.files(for: occurrences).filter { index.mayInclude($0, selection) }.compactMap { rule(in: $0) }
    let added = loaded.keys.sorted().compactMap { loaded[$0] }.filter { rule in
      rule.parts.contains { part in part.patterns.contains { occurrences.contains(part.subject, matching: $0) } }
    }
    return packed + added
  }

  /// Metadata of the rules that a name stands for, as a rule, category, pack, tag, or another tool's id, with the ids of all of their parts.
  public func metadata(answeringTo name: String) -> [RuleMetadata] {
    if name == "all" { return allMetadata }
    let packed = index.files(answeringTo: name).compactMap { rule(in: $0)?.described }
    let others = loaded.keys.sorted().compactMap { loaded[$0]?.described } + moduleRules.map { $0.metadata }
    return packed + others.filter { $0.answers(to: name) }
  }

  /// Whether a name stands for a rule, category, pack, tag, or another tool's id of a check that some rule makes.
  public func isKnown(_ name: String) -> Bool {
    if RuleCategory(rawValue: name) != nil || name == "all" || index.isKnown(name) { return true }
    return loaded.values.contains { $0.described.answers(to: name) } || moduleRules.contains { $0.metadata.answers(to: name) }
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

  func parse(_ file: PackedFile) -> (rules: [RuleDefinition], diagnostics: [Diagnostic]) {
    RuleParser.parse(SourceFile(path: "rules/\(file.path)", bytes: file.array), subjects: subjects)
  }

  /// What rules may look at by a name, beside types.
  var subjects: [String: SubjectDefinition] {
    if let known = packedSubjects.withLock({ $0 }) { return known }
    var all = loadedSubjects
    for file in index.subjectFiles {
      let (found, _) = RuleParser.parseSubjects(SourceFile(path: "rules/\(file.path)", bytes: file.array))
      for subject in found { all[subject.name] = subject }
    }
    packedSubjects.withLock { $0 = all }
    return all
  }
}
