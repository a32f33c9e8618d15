import Diagnostics
import SourceText
import Synchronization
import TerraformModel

/// Finds and reads the configuration of directories: that of the nearest folder with a `.terrane.hcl`, up to the top of the project.
///
/// A class, because each file is read once for all directories and threads of a run.
public final class ConfigurationLibrary: Sendable {
  /// The name of the file.
  public static let fileName = ".terrane.hcl"
  /// How many files may extend one another.
  private static let chainLimit = 16

  /// The configuration of a directory; what is wrong with it keeps the directory from being looked at.
  public struct Entry: Sendable {
    public var configuration = ProjectConfiguration()
    /// The files that it consists of, the nearest one first.
    public var files: [String] = []
    public var diagnostics: [Diagnostic] = []
    /// What other tools' files say, the nearest of each kind.
    var foreign: [ForeignConfiguration] = []

    /// Whether it can be used.
    public var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }
  }

  private let root: ProjectRoot
  private let named: String?
  private let isIsolated: Bool
  private let today: String?
  private let workingDirectory = Disk.realWorkingDirectory
  private let known = Mutex(Memory())

  private struct Memory {
    var byDirectory: [String: Entry] = [:]
    var byFile: [String: Entry] = [:]
    var foreignByFile: [String: ForeignConfiguration] = [:]
  }

  /// - Parameters:
  ///   - root: the folder that no file is looked for above.
  ///   - named: the file to use for everything instead of looking for one.
  ///   - isIsolated: whether files that were not named are left alone.
  ///   - today: year-month-day, for what expires in other tools' files.
  public init(root: ProjectRoot, named: String? = nil, isIsolated: Bool = false, today: String? = nil) {
    self.today = today
    self.root = root
    self.named = named
    self.isIsolated = isIsolated
  }

  /// The configuration for what stands in a directory.
  public func entry(for directory: String) -> Entry {
    if let known = known.withLock({ $0.byDirectory[directory] }) { return known }
    let entry = find(directory)
    return known.withLock { memory in
      if let other = memory.byDirectory[directory] { return other }
      memory.byDirectory[directory] = entry
      return entry
    }
  }

  private func find(_ directory: String) -> Entry {
    if let named {
      guard let folder = try? Disk.realPath(parentPath(named)) else { return unreadable(named, at: nil) }
      return read(folder + "/" + lastPart(named), chain: [])
    }
    if isIsolated { return Entry() }
    var entry = nearest(Self.fileName, to: directory).map { read($0, chain: []) } ?? Entry()
    for (name, reader) in ForeignConfiguration.readers {
      guard let path = nearest(name, to: directory) else { continue }
      let foreign = known.withLock { $0.foreignByFile[path] } ?? (try? Disk.read(path, followsLinks: false)).map {
        reader(SourceFile(path: shownPath(path), bytes: $0), today)
      }
      guard let foreign else { continue }
      known.withLock { $0.foreignByFile[path] = foreign }
      entry.foreign.append(foreign)
    }
    return entry
  }

  /// The file of a name in a directory, or in the nearest one above it in the project.
  private func nearest(_ name: String, to directory: String) -> String? {
    var start = directory
    // A directory of an earlier commit may be gone.
    while !Disk.exists(start), start != ".", start != "/" { start = parentPath(start) }
    guard var folder = try? Disk.realPath(start), root.contains(folder) else { return nil }
    while true {
      let path = joinedPath(folder, name)
      if Disk.exists(path) { return path }
      if folder == root.realPath || folder == "/" { return nil }
      folder = parentPath(folder)
    }
  }

  // MARK: Files

  /// - Parameters:
  ///   - path: absolute.
  ///   - chain: the files that lead here.
  private func read(_ path: String, chain: [String]) -> Entry {
    if let entry = known.withLock({ $0.byFile[path] }) { return entry }
    let shown = shownPath(path)
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try Disk.read(path)
    } catch {
      return Entry(diagnostics: [DiskError(path: shown, reason: error.reason, isMissing: error.isMissing).diagnostic])
    }
    let (own, extends, diagnostics) = ConfigurationReader.read(SourceFile(path: shown, bytes: bytes), in: parentPath(path))
    var entry = Entry(configuration: own, files: [shown], diagnostics: diagnostics)
    // Of several the last one is the strongest, and the file itself is stronger than all of them.
    for base in extends.reversed() {
      let below = extended(base, chain: chain + [path])
      entry.files += below.files
      entry.diagnostics += below.diagnostics
      let (joined, problems) = entry.configuration.extending(below.configuration)
      entry.configuration = joined
      entry.diagnostics += problems
    }
    known.withLock { $0.byFile[path] = entry }
    return entry
  }

  private func extended(_ base: Configured<String>, chain: [String]) -> Entry {
    guard let real = try? Disk.realPath(base.value) else { return unreadable(base.value, at: base.range) }
    guard !chain.contains(real), chain.count < Self.chainLimit else {
      return refusal("The configuration extends itself", "The files that are extended lead back to this one.", base.range)
    }
    guard isReadable(real) else {
      return refusal("\(base.value) lies outside of the project", "Only files of the project may be extended.", base.range)
    }
    return read(real, chain: chain)
  }

  /// What a file leads to must lie in the project, or beside a file that the user named.
  private func isReadable(_ path: String) -> Bool {
    if root.contains(path) { return true }
    guard let named, let around = try? ProjectRoot(of: parentPath(named)) else { return false }
    return around.contains(path)
  }

  private func unreadable(_ path: String, at range: SourceRange?) -> Entry {
    refusal("There is no configuration \(path)", "The file is missing or cannot be reached.", range)
  }

  private func refusal(_ summary: String, _ detail: String, _ range: SourceRange?) -> Entry {
    Entry(diagnostics: [Diagnostic(.error, "configuration", summary, detail: detail, at: range)])
  }

  /// An absolute path as seen from the working directory.
  private func shownPath(_ path: String) -> String {
    let here = workingDirectory.split(separator: "/")
    let there = path.split(separator: "/")
    let common = zip(here, there).prefix { $0 == $1 }.count
    // Far away the absolute path says more.
    if here.count - common > 3 || workingDirectory.isEmpty { return path }
    return (Array(repeating: "..", count: here.count - common) + there.dropFirst(common)).joined(separator: "/")
  }
}
