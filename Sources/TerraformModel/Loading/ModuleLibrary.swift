import Diagnostics
import HCLSyntax
import SourceText
import Synchronization

/// Lists and reads files for the loader; the driver gives one over the disk, tests one over a dictionary.
public struct DirectoryAccess: Sendable {
  /// Names of the regular files in a directory, sorted; nil when there is no such directory.
  public var fileNames: @Sendable (_ directory: String) -> [String]?
  /// The content of a file; nil when it cannot be read.
  public var read: @Sendable (_ path: String) -> [UInt8]?
  /// Whether a directory would lie where nothing may be read; whether it exists is not told.
  public var isOutside: @Sendable (_ directory: String) -> Bool
  /// Whether a file is a symbolic link.
  public var isLink: @Sendable (_ path: String) -> Bool

  public init(
    fileNames: @escaping @Sendable (String) -> [String]?, read: @escaping @Sendable (String) -> [UInt8]?,
    isOutside: @escaping @Sendable (String) -> Bool = { _ in false }, isLink: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.fileNames = fileNames
    self.read = read
    self.isOutside = isOutside
    self.isLink = isLink
  }
}

/// Parses and decodes the modules of a run, each directory once however many calls lead to it.
///
/// A class, because it is the shared memory of all evaluations of a run.
public final class ModuleLibrary: Sendable {
  /// A module, or why there is none.
  public struct Entry: Sendable {
    /// Nil when the directory does not exist or holds no configuration.
    public var module: Module?
    public var diagnostics: [Diagnostic]
    /// Whether a file could not be read as it was meant, so that declarations may be missing.
    public var hasSyntaxErrors = false
  }

  public let access: DirectoryAccess
  /// Whose files are read; nil: those of both.
  public let dialect: Dialect?
  private let entries = Mutex<[String: Entry]>([:])
  private let variables = Mutex<[String: [ModuleFile]]>([:])

  public init(access: DirectoryAccess, dialect: Dialect? = nil) {
    self.access = access
    self.dialect = dialect
  }

  /// The module in a directory.
  ///
  /// - Parameter directory: relative to the working directory, normalised (`normalisedPath`).
  public func entry(_ directory: String) -> Entry {
    if let known = entries.withLock({ $0[directory] }) { return known }
    let loaded = load(directory)
    return entries.withLock { known in
      if let other = known[directory] { return other }
      known[directory] = loaded
      return loaded
    }
  }

  /// The files of variable values in a directory, in the order of their names; those in JSON are an expression each.
  ///
  /// - Parameter directory: as for `entry`.
  public func variableFiles(in directory: String) -> [ModuleFile] {
    if let known = variables.withLock({ $0[directory] }) { return known }
    let loaded = Self.readVariableFiles(in: directory, access)
    return variables.withLock { known in
      if let other = known[directory] { return other }
      known[directory] = loaded
      return loaded
    }
  }

  /// Everything loaded so far, by directory.
  public var loaded: [String: Entry] { entries.withLock { $0 } }

  /// Forgets a directory, when nothing will ask for it again.
  public func release(_ directory: String) {
    entries.withLock { known in known[directory] = nil }
  }

  private func load(_ directory: String) -> Entry {
    guard let names = access.fileNames(directory) else { return Entry(module: nil, diagnostics: []) }
    var files: [ModuleFile] = []
    var diagnostics: [Diagnostic] = []
    var hasSyntaxErrors = false
    var hasUnreadFiles = false
    for name in configurationFileNames(names, dialect) {
      let path = joinedPath(directory, name)
      guard let bytes = access.read(path) else {
        diagnostics.append(
          Diagnostic(
            .error, "unreadable-file", "\(path) cannot be read", detail: "Its declarations are missing from what follows.", at: nil))
        hasUnreadFiles = true
        continue
      }
      let source = SourceFile(path: path, bytes: bytes)
      let result = name.hasSuffix(".json") ? parseJSONConfiguration(source, schema: .terraform) : parseConfiguration(source)
      files.append(ModuleFile(source: source, tree: result.tree, isLink: access.isLink(path)))
      diagnostics.append(contentsOf: result.diagnostics)
      if result.diagnostics.contains(where: { $0.severity == .error }) { hasSyntaxErrors = true }
    }
    if files.isEmpty { return Entry(module: nil, diagnostics: diagnostics) }
    var (module, problems) = ModuleDecoder.decode(directory: directory, files: files)
    module.hasUnreadFiles = hasUnreadFiles || hasSyntaxErrors
    return Entry(module: module, diagnostics: diagnostics + problems, hasSyntaxErrors: hasSyntaxErrors)
  }
}

/// The configuration files among the names of a directory, in the order in which Terraform reads them: `.tofu` hides a `.tf` of the
/// same stem, and is nothing to Terraform; editors' leavings are left out. (Terraform language, "Files and Directories"; OpenTofu, "Override files".)
public func configurationFileNames(_ names: [String], _ dialect: Dialect? = nil) -> [String] {
  let endings = dialect == .terraform ? [".tf", ".tf.json"] : [".tf", ".tofu", ".tf.json", ".tofu.json"]
  let candidates = names.filter { name in
    !name.hasPrefix(".") && !name.hasSuffix("~") && !(name.hasPrefix("#") && name.hasSuffix("#")) && endings.contains { name.hasSuffix($0) }
  }
  let tofuNames = Set(candidates.filter { $0.hasSuffix(".tofu") || $0.hasSuffix(".tofu.json") })
  return candidates.filter { name in
    if name.hasSuffix(".tf") { return !tofuNames.contains(name.dropLast(3) + ".tofu") }
    return !name.hasSuffix(".tf.json") || !tofuNames.contains(name.dropLast(8) + ".tofu.json")
  }.sorted()
}

/// Joins a directory and a relative path, and removes `.` and `..` where that is possible without the disk.
public func joinedPath(_ directory: String, _ path: String) -> String {
  if path.hasPrefix("/") { return normalisedPath(path) }
  return normalisedPath(directory + "/" + path)
}

/// A path without `.`, empty parts, and `..` behind a name; `.` when nothing is left.
public func normalisedPath(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/", omittingEmptySubsequences: true) {
    if part == "." { continue }
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else if part == "..", path.hasPrefix("/"), parts.isEmpty {
      continue
    } else {
      parts.append(part)
    }
  }
  let joined = parts.joined(separator: "/")
  if path.hasPrefix("/") { return "/" + joined }
  return joined.isEmpty ? "." : joined
}
