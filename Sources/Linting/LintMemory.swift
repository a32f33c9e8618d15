import SourceText
import Synchronization
import TerraformModel

/// What depends on a module's text alone and is computed once, however many root modules lead to it.
///
/// A class, because it is the shared memory of all runs over one library of modules.
public final class LintMemory: Sendable {
  /// Names one parsed module: its directory and the tree of its first file, which other runs share.
  struct ModuleKey: Hashable, Sendable {
    var directory: String
    var file: ObjectIdentifier?

    init(_ module: Module) {
      directory = module.directory
      file = module.files.first.map { ObjectIdentifier($0.source) }
    }
  }

  private struct FindingKey: Hashable {
    var rule: String
    var module: ModuleKey
  }

  private struct Content {
    var results: [FindingKey: ModuleResult] = [:]
    var shared = SharedFiles()
    var declarations: [ModuleKey: DeclarationSubjects] = [:]
    var requirements: [String: ValueRequirement?] = [:]
    var suppressions: [ObjectIdentifier: [Suppressions.Entry]] = [:]
    /// Keeps the files alive, so that their identities stay theirs.
    var files: [ObjectIdentifier: SourceFile] = [:]
  }

  private let content = Mutex(Content())

  public init() {}

  /// Files of the run that seem to be put beside modules.
  var shared: SharedFiles { content.withLock { $0.shared } }

  /// Looks at all modules of a run for files that belong to several of them.
  ///
  /// - Parameter called: the directories that calls lead to.
  public func findSharedFiles(among modules: [Module], called: Set<String>) {
    let found = SharedFiles(among: modules, called: called)
    content.withLock { $0.shared = found }
  }

  func result(of rule: String, in module: Module, _ compute: () -> ModuleResult) -> ModuleResult {
    let key = FindingKey(rule: rule, module: ModuleKey(module))
    if let known = content.withLock({ $0.results[key] }) { return known }
    let made = compute()
    keep(module) { $0.results[key] = made }
    return made
  }

  func declarations(of module: Module, _ compute: () -> DeclarationSubjects) -> DeclarationSubjects {
    let key = ModuleKey(module)
    if let known = content.withLock({ $0.declarations[key] }) { return known }
    let made = compute()
    keep(module) { $0.declarations[key] = made }
    return made
  }

  /// What is required of the values of an attribute; nil when nothing is.
  func requirement(_ path: String, _ compute: () -> ValueRequirement) -> ValueRequirement? {
    if let known = content.withLock({ $0.requirements[path] }) { return known }
    let made = compute()
    let kept = made.isEmpty ? nil : made
    content.withLock { $0.requirements[path] = .some(kept) }
    return kept
  }

  func suppressions(in file: ModuleFile, _ compute: () -> [Suppressions.Entry]) -> [Suppressions.Entry] {
    let key = ObjectIdentifier(file.source)
    if let known = content.withLock({ $0.suppressions[key] }) { return known }
    let made = compute()
    content.withLock { content in
      content.suppressions[key] = made
      content.files[key] = file.source
    }
    return made
  }

  private func keep(_ module: Module, _ change: (inout Content) -> Void) {
    content.withLock { content in
      change(&content)
      if let file = module.files.first { content.files[ObjectIdentifier(file.source)] = file.source }
    }
  }
}
