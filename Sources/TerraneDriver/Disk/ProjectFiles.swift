import Diagnostics
import HCLEvaluation
import Synchronization
import TerraformModel

/// The files of one project as the stages below see them: nothing outside of its root, and what could not be read is remembered.
///
/// A class, because all evaluations of a run share what it has learnt.
public final class ProjectFiles: Sendable {
  public let root: ProjectRoot
  private let workingDirectory: String
  /// Content that stands for what is on the disk, by normalised path.
  private let overlay: [String: [UInt8]]
  /// The files of an earlier commit, which stand for those on the disk; installed modules are still the disk's.
  private let snapshot: GitTree?
  private let known = Mutex(Memory())

  private struct Memory {
    /// The absolute path without links of each directory; nil when it is missing or outside.
    var directories: [String: String?] = [:]
    var failures: [String: DiskError] = [:]
    var outside: Set<String> = []
    /// Files of listed directories that are symbolic links.
    var links: Set<String> = []
  }

  /// - Parameters:
  ///   - root: the folder that reading must not leave.
  ///   - overlay: files whose content does not come from the disk, by normalised path.
  public convenience init(root: ProjectRoot, overlay: [String: [UInt8]] = [:]) {
    self.init(root: root, overlay: overlay, snapshot: nil)
  }

  /// - Parameter snapshot: the files of an earlier commit, instead of those on the disk.
  init(root: ProjectRoot, overlay: [String: [UInt8]], snapshot: GitTree?) {
    self.root = root
    self.overlay = overlay
    self.snapshot = snapshot
    workingDirectory = snapshot == nil ? Disk.workingDirectory : Disk.realWorkingDirectory
  }

  /// Whether the files are those of an earlier commit.
  var isSnapshot: Bool { snapshot != nil }

  /// What could not be read, by path.
  public var failures: [DiskError] { known.withLock { $0.failures.values.sorted { $0.path < $1.path } } }

  /// Paths that lead out of the root, which nothing was read from.
  public var pathsOutsideRoot: [String] { known.withLock { $0.outside.sorted() } }

  /// Paths whose content does not come from the disk.
  public var overlayPaths: [String] { overlay.keys.sorted() }

  // MARK: Modules

  /// Directories for the loader of modules.
  public var directories: DirectoryAccess {
    DirectoryAccess(
      fileNames: { self.fileNames($0) }, read: { self.read($0) }, isOutside: { self.isOutside($0) },
      isLink: { path in self.known.withLock { $0.links.contains(path) } })
  }

  private func fileNames(_ directory: String) -> [String]? {
    if let snapshot, !Self.isInstalled(directory) { return snapshot.fileNames(absolute(directory)) }
    guard realDirectory(directory) != nil else { return nil }
    do throws(DiskError) {
      let entries = try Disk.entries(directory)
      let links = entries.filter { $0.kind == .symbolicLink }.map { joinedPath(directory, $0.name) }
      if !links.isEmpty { known.withLock { $0.links.formUnion(links) } }
      let names = entries.filter { $0.kind == .file || $0.kind == .symbolicLink }.map(\.name)
      let added = overlay.keys.filter { parentPath($0) == directory }.map(lastPart).filter { !names.contains($0) }
      return added.isEmpty ? names : (names + added).sorted()
    } catch {
      if !error.isMissing { note(error) }
      return nil
    }
  }

  private func read(_ path: String) -> [UInt8]? {
    if let content = overlay[path] { return content }
    do throws(DiskError) {
      return try content(path)
    } catch {
      note(error)
      return nil
    }
  }

  // MARK: File functions

  /// Files for functions like `file` and `fileset`; paths are relative to the working directory.
  public var functionFiles: FileAccess {
    FileAccess(
      read: { path throws(FileAccess.Failure) in
        do throws(DiskError) {
          return try self.content(normalisedPath(path))
        } catch {
          throw self.failure(error)
        }
      },
      list: { directory throws(FileAccess.Failure) in
        do throws(DiskError) {
          return try self.filesBelow(normalisedPath(directory))
        } catch {
          throw self.failure(error)
        }
      })
  }

  private func failure(_ error: DiskError) -> FileAccess.Failure {
    if error.reason == Self.outsideReason { return .outsideRoot }
    return error.isMissing ? .notFound : .unreadable(error.reason)
  }

  /// Paths of all files below a directory, relative to it. Links to folders are not followed.
  private func filesBelow(_ directory: String) throws(DiskError) -> [String] {
    if let snapshot, !Self.isInstalled(directory) {
      let top = absolute(directory)
      let found = snapshot.directories.filter { isPath($0, below: top) }.flatMap { folder in
        (snapshot.fileNames(folder) ?? []).map { String(joinedPath(folder, $0).dropFirst(top == "/" ? 1 : top.count + 1)) }
      }
      guard !found.isEmpty else { throw DiskError(path: directory, reason: "no such file or directory", isMissing: true) }
      return found.sorted()
    }
    guard realDirectory(directory) != nil else {
      throw isOutside(directory) ? outside(directory) : DiskError(path: directory, reason: "no such file or directory", isMissing: true)
    }
    var found: [String] = []
    var open = [""]
    while let folder = open.popLast() {
      let path = folder.isEmpty ? directory : "\(directory)/\(folder)"
      for (name, kind) in try Disk.entries(path) {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        switch kind {
        case .file, .symbolicLink: found.append(relative)
        case .directory: open.append(relative)
        case .other: break
        }
      }
    }
    return found.sorted()
  }

  // MARK: Confinement

  private static let outsideReason = "lies outside of the project"

  /// The content of a file inside of the root; a link at its end must not lead out of it.
  private func content(_ path: String) throws(DiskError) -> [UInt8] {
    if let snapshot, !Self.isInstalled(path) {
      guard let content = snapshot.content(absolute(path)) else {
        throw DiskError(path: path, reason: "no such file or directory", isMissing: true)
      }
      return content
    }
    let parent = parentPath(path)
    guard realDirectory(parent) != nil else {
      if isOutside(parent) { throw outside(path) }
      throw DiskError(path: path, reason: "no such file or directory", isMissing: true)
    }
    if let bytes = try? Disk.read(path, followsLinks: false) { return bytes }
    let real = try Disk.realPath(path)
    guard root.contains(real) else { throw outside(path) }
    return try Disk.read(real)
  }

  private func outside(_ path: String) -> DiskError {
    known.withLock { _ = $0.outside.insert(path) }
    return DiskError(path: path, reason: Self.outsideReason)
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? normalisedPath(path) : normalisedPath(workingDirectory + "/" + path)
  }

  /// Whether a path is one of `terraform init`, which no commit holds.
  private static func isInstalled(_ path: String) -> Bool { path.split(separator: "/").contains(".terraform") }

  private func isOutside(_ directory: String) -> Bool {
    let absolute = absolute(directory)
    if let real = try? Disk.realPath(absolute) { return !root.contains(real) }
    return !root.contains(absolute)
  }

  private func realDirectory(_ directory: String) -> String? {
    if let remembered = known.withLock({ $0.directories[directory] }) { return remembered }
    let real = (try? Disk.realPath(directory)).flatMap { root.contains($0) ? $0 : nil }
    known.withLock { memory in
      memory.directories[directory] = .some(real)
      if real == nil, Disk.exists(directory) { memory.outside.insert(directory) }
    }
    return real
  }

  private func note(_ error: DiskError) { known.withLock { $0.failures[error.path] = error } }
}
