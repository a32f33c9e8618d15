import Diagnostics
import TerraformModel

/// The directories with Terraform configuration below the paths that a user names.
public struct ModuleDiscovery: Sendable {
  /// Normalised, sorted by path, each once.
  public private(set) var directories: [String] = []
  /// Further directories that hold files of variable values and no configuration, sorted by path.
  public private(set) var variableDirectories: [String] = []
  /// Directories that the user named themselves, rather than a folder above them.
  public private(set) var named: Set<String> = []
  /// Files that the user named; when there are any, only what stands in them is to be reported of their directories.
  public private(set) var namedFiles: Set<String> = []
  /// Files beside those of a module that are left out of reports: they are read, because Terraform reads them, but nobody keeps them.
  public private(set) var ignoredFiles: Set<String> = []
  /// What could not be looked at, and paths without any configuration.
  public private(set) var problems: [DiscoveryProblem] = []

  private var seen: Set<String> = []
  /// Directories that were found below a named directory.
  private var found: Set<String> = []

  /// Looks below paths. Folders that `.gitignore` names, `.git`, `.terraform` and symbolic links to folders are left out, unless they
  /// are named themselves.
  ///
  /// - Parameters:
  ///   - paths: files or folders, as the user wrote them.
  ///   - overlay: files that need not be on the disk.
  ///   - isConfiguration: whether the names of a directory's files make it a module.
  public init(
    _ paths: [String], overlay: Set<String> = [], isConfiguration: (_ names: [String]) -> Bool = { !configurationFileNames($0).isEmpty }
  ) {
    for path in paths.map(normalisedPath) {
      if overlay.contains(path) { addFile(path) } else { visit(named: path, isConfiguration) }
    }
    directories.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    variableDirectories = Set(variableDirectories).subtracting(seen).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private mutating func visit(named path: String, _ isConfiguration: ([String]) -> Bool) {
    do throws(DiskError) {
      switch try Disk.kind(path) {
      case .file: addFile(path)
      case .directory:
        if path != "." { named.insert(path) }
        let root = try ProjectRoot(of: path)
        let real = try Disk.realPath(path)
        let relative = root.relativePath(of: real) ?? ""
        let before = directories.count + problems.count
        visit(path, relative, rules(from: root, to: relative), isConfiguration)
        if directories.count + problems.count == before, !seen.contains(path) { problems.append(.noConfiguration(path)) }
      case .symbolicLink, .other:
        problems.append(.unreadable(DiskError(path: path, reason: "is neither a file nor a directory")))
      }
    } catch {
      problems.append(.unreadable(error))
    }
  }

  /// The patterns of all folders above one, from the repository's top.
  private func rules(from root: ProjectRoot, to relative: String) -> IgnoreRules {
    var rules = IgnoreRules()
    guard root.isRepository else { return rules }
    if let content = try? Disk.read(root.realPath + "/.git/info/exclude") { rules.add(content, in: "") }
    var folder = ""
    for part in relative.split(separator: "/") {
      if let content = try? Disk.read("\(root.realPath)/\(folder)/.gitignore") { rules.add(content, in: folder) }
      folder = folder.isEmpty ? String(part) : "\(folder)/\(part)"
    }
    return rules
  }

  private mutating func visit(_ path: String, _ relative: String, _ rules: IgnoreRules, _ isConfiguration: ([String]) -> Bool) {
    let entries: [(name: String, kind: DiskEntryKind)]
    do throws(DiskError) {
      entries = try Disk.entries(path)
    } catch {
      problems.append(.unreadable(error))
      return
    }
    var rules = rules
    if entries.contains(where: { $0.name == ".gitignore" && $0.kind == .file }), let content = try? Disk.read(path + "/.gitignore") {
      rules.add(content, in: relative)
    }
    func below(_ name: String) -> String { relative.isEmpty ? name : "\(relative)/\(name)" }
    let files = entries.filter { $0.kind == .file || $0.kind == .symbolicLink }.map(\.name)
    let ignored = files.filter { rules.ignores(below($0), isDirectory: false) }
    let kept = files.filter { !ignored.contains($0) }
    if isConfiguration(kept) {
      ignoredFiles.formUnion(ignored.map { joinedPath(path, $0) })
      add(path)
      found.insert(path)
    } else if !variableFileNames(kept).isEmpty {
      ignoredFiles.formUnion(ignored.map { joinedPath(path, $0) })
      variableDirectories.append(path)
    }
    for entry in entries where entry.kind == .directory && entry.name != ".git" && entry.name != ".terraform" {
      if rules.ignores(below(entry.name), isDirectory: true) { continue }
      visit(joinedPath(path, entry.name), below(entry.name), rules, isConfiguration)
    }
  }

  private mutating func add(_ directory: String) {
    if seen.insert(directory).inserted { directories.append(directory) }
  }

  private mutating func addFile(_ path: String) {
    let directory = normalisedPath(parentPath(path))
    namedFiles.insert(path)
    named.insert(directory)
    add(directory)
  }

  /// Whether a directory is here only because files in it were named.
  public func isOnlyForFiles(_ directory: String) -> Bool { !found.contains(directory) }
}

/// Why a path that the user named gives less than expected.
public enum DiscoveryProblem: Sendable {
  case unreadable(DiskError)
  /// A folder without any configuration below it.
  case noConfiguration(String)

  /// The problem in words.
  public var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let error): error.diagnostic
    case .noConfiguration(let path):
      Diagnostic(
        .warning, "no-configuration", "There is no Terraform configuration in \(path)",
        detail: "Neither the directory nor any below it holds files whose names end in .tf, .tf.json, .tofu or .tofu.json, ignored ones left out.",
        at: nil)
    }
  }
}

extension DiskError {
  /// The error in words.
  public var diagnostic: Diagnostic {
    isMissing
      ? Diagnostic(.error, "missing-path", "There is no file or directory \(path)", detail: "Look for a mistyped name: nothing stands there.", at: nil)
      : Diagnostic(.error, "unreadable-file", "\(path) cannot be read", detail: "The system says: \(reason).", at: nil)
  }
}
