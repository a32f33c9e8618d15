import PackedData
import Synchronization

/// What a configuration has that rules may look at.
struct Occurrences {
  /// Types of resources by their mode; for declarations, which have no types, whether there are any.
  private(set) var namesByKind: [RuleSubject: Set<String>]

  init(_ namesByKind: [RuleSubject: Set<String>]) { self.namesByKind = namesByKind }

  /// Whether something matches a pattern of a rule's part; patterns of declarations' names are not looked at.
  func contains(_ kind: RuleSubject, matching pattern: String) -> Bool {
    guard let names = namesByKind[kind] else { return false }
    guard kind.isResource else { return true }
    return RulePart.isWildcard(pattern) ? names.contains { wildcard(pattern, matches: $0) } : names.contains(pattern)
  }
}

extension RuleSubject {
  /// Whether it stands for resources, which have types.
  var isResource: Bool {
    switch self {
    case .resource, .data, .ephemeral: true
    case .provider, .variable, .output, .local, .module, .check, .terraform, .graph: false
    }
  }
}

/// What packed rules look at and what they answer to, as the build noted it: nothing is parsed. (`mentions.index`)
///
/// A class, because what selections ask for is looked up once. Everything that it finds is also what the parsed rules say, which
/// `RuleCatalog.check` verifies.
final class RuleIndex: Sendable {
  private let files: PackedFiles
  private let chosen = Mutex<[String: Set<Int>]>([:])
  private let packed = Mutex<Set<Int>?>(nil)
  private let foreign = Mutex<[String: Set<Int>]?>(nil)

  init(_ files: PackedFiles) { self.files = files }

  static let ruleEnding = ".rule.hcl"
  static let subjectEnding = ".subject.hcl"

  /// A file is named like the rule in it.
  static func name(of file: PackedFile) -> String {
    let path = file.path.utf8
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
    return String(decoding: path[start...].dropLast(ruleEnding.utf8.count), as: UTF8.self)
  }

  /// The file of a rule.
  func file(_ name: String) -> PackedFile? { files.files(mentioning: "rule \(name)").first }

  /// The files of all rules, in the order of their paths.
  var ruleFiles: [PackedFile] { files.filter { $0.path.hasSuffix(Self.ruleEnding) } }

  /// The files that define subjects.
  var subjectFiles: [PackedFile] { files.mentions(withPrefix: "subject ").compactMap(\.file).filter { $0.path.hasSuffix(Self.subjectEnding) } }

  /// The names of all rules, sorted.
  var names: [String] { files.mentions(withPrefix: "rule ").map { String($0.text.dropFirst("rule ".count)) } }

  // MARK: What they look at

  /// The files of the rules that look at something that occurs, in the order of their paths.
  func files(for occurrences: Occurrences) -> [PackedFile] {
    var found: [Int: PackedFile] = [:]
    for (kind, names) in occurrences.namesByKind {
      for file in files(for: kind, names) { found[file.id] = file }
    }
    for file in found.values where file.path.hasSuffix(Self.subjectEnding) {
      found[file.id] = nil
      for user in users(of: file) { found[user.id] = user }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private func files(for kind: RuleSubject, _ names: Set<String>) -> [PackedFile] {
    guard kind.hasLabels else { return files.files(mentioning: kind.rawValue) }
    let patterns = files.mentions(withPrefix: "\(kind.rawValue)* ")
    guard kind.isResource else { return (files.mentions(withPrefix: "\(kind.rawValue) ") + patterns).compactMap(\.file) }
    let matching = patterns.filter { mention in
      let pattern = String(mention.text.dropFirst(kind.rawValue.count + 2))
      return names.contains { wildcard(pattern, matches: $0) }
    }
    return names.flatMap { files.files(mentioning: "\(kind.rawValue) \($0)") } + matching.compactMap(\.file)
  }

  /// The files of the rules that look at what a file defines.
  private func users(of definitions: PackedFile) -> [PackedFile] {
    files.mentions(withPrefix: "subject ").filter { $0.fileId == definitions.id }
      .flatMap { files.files(mentioning: $0.text) }.filter { $0.path.hasSuffix(Self.ruleEnding) }
  }

  // MARK: What they answer to

  /// Whether a selection may include the rule of a file, or a part of it; false is certain.
  func mayInclude(_ file: PackedFile, _ selection: RuleSelection) -> Bool {
    if selection.enabled.contains(Self.name(of: file)) { return true }
    let names = selection.select.isEmpty ? [Self.defaultPack] : selection.select
    return names.contains { isAnswering(file.id, to: $0) }
  }

  /// The files of the rules that a name stands for, in the order of their paths.
  func files(answeringTo name: String) -> [PackedFile] {
    guard name == Self.defaultPack || !answering(to: name).isEmpty else { return [] }
    return ruleFiles.filter { isAnswering($0.id, to: name) }
  }

  /// Whether a name stands for a rule, category, pack, tag, or id in another tool.
  func isKnown(_ name: String) -> Bool { name == Self.defaultPack || !answering(to: name).isEmpty }

  /// The pack of the rules that name none.
  private static let defaultPack = "recommended"

  private func isAnswering(_ id: Int, to name: String) -> Bool {
    if name == "all" || answering(to: name).contains(id) { return true }
    return name == Self.defaultPack && !idsInPacks.contains(id)
  }

  /// The ids of the files whose rules have this name, category, pack, tag, or id in another tool.
  private func answering(to name: String) -> Set<Int> {
    if let known = chosen.withLock({ $0[name] }) { return known }
    var ids: Set<Int> = []
    for kind in ["rule", "category", "packs", "tags"] { ids.formUnion(files.files(mentioning: "\(kind) \(name)").map(\.id)) }
    // No other tool's id is a word of ours.
    if ids.isEmpty {
      let wanted = RuleEquivalents.normalized(name)
      for id in ForeignNames.standard.ids(of: wanted) + [wanted] { ids.formUnion(foreignIds[id] ?? []) }
    }
    chosen.withLock { $0[name] = ids }
    return ids
  }

  /// The ids of the files whose rules name a pack.
  private var idsInPacks: Set<Int> {
    if let known = packed.withLock({ $0 }) { return known }
    let ids = Set(files.mentions(withPrefix: "packs ").map(\.fileId))
    packed.withLock { $0 = ids }
    return ids
  }

  private var foreignIds: [String: Set<Int>] {
    if let known = foreign.withLock({ $0 }) { return known }
    let prefix = "equivalents "
    var ids: [String: Set<Int>] = [:]
    for mention in files.mentions(withPrefix: prefix) {
      ids[RuleEquivalents.normalized(String(mention.text.dropFirst(prefix.count))), default: []].insert(mention.fileId)
    }
    foreign.withLock { $0 = ids }
    return ids
  }

  // MARK: Check

  /// Everything that the build noted, by the files' ids.
  var mentionsByFile: [Int: Set<String>] {
    var result: [Int: Set<String>] = [:]
    for mention in files.mentions(withPrefix: "") { result[mention.fileId, default: []].insert(mention.text) }
    return result
  }
}
