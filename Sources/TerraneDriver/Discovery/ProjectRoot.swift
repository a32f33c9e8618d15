import TerraformModel

/// The folder that reading must not leave: the repository of what is looked at.
public struct ProjectRoot: Hashable, Sendable {
  /// Absolute, without symbolic links.
  public let realPath: String
  /// Whether it is the top of a git repository.
  public let isRepository: Bool

  /// A folder that the user named.
  public init(named path: String) throws(DiskError) {
    guard try Disk.kind(path) == .directory else { throw DiskError(path: path, reason: "is not a directory") }
    realPath = try Disk.realPath(path)
    isRepository = Disk.exists(realPath + "/.git")
  }

  /// The root of what stands at a path: the nearest folder with `.git`; without one the working directory when the path lies in it, and
  /// otherwise the path itself.
  public init(of path: String) throws(DiskError) {
    var start = try Disk.realPath(path)
    if try Disk.kind(start) != .directory { start = parentPath(start) }
    if let top = Self.repository(around: start) {
      realPath = top
      isRepository = true
      return
    }
    isRepository = false
    let working = (try? Disk.realPath(".")) ?? start
    realPath = isPath(start, below: working) ? working : start
  }

  private static func repository(around path: String) -> String? {
    var folder = path
    while true {
      if Disk.exists(folder == "/" ? "/.git" : folder + "/.git") { return folder }
      if folder == "/" || folder.isEmpty { return nil }
      folder = parentPath(folder)
    }
  }

  /// Whether an absolute path without symbolic links lies in this folder.
  public func contains(_ realPath: String) -> Bool { isPath(realPath, below: self.realPath) }

  /// An absolute path as seen from this folder: empty for the folder itself, nil outside of it.
  public func relativePath(of realPath: String) -> String? {
    if realPath == self.realPath { return "" }
    guard contains(realPath) else { return nil }
    return String(realPath.dropFirst(self.realPath == "/" ? 1 : self.realPath.count + 1))
  }
}

/// Whether a path is a folder or lies in it; both absolute and normalised.
func isPath(_ path: String, below folder: String) -> Bool {
  path == folder || folder == "/" || path.hasPrefix(folder + "/")
}

/// The folder that holds a path; `.` for a bare name, `/` for the top.
public func parentPath(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
public func lastPart(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return path }
  return String(path[path.index(after: slash)...])
}
