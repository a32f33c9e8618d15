/// The only input and output of the program: files, directories, environment, terminal, threads.
///
/// Top of the pipeline, under the command line. Invariants: nothing below this target touches the disk; what cannot be read becomes a
/// diagnostic and never an empty result that looks clean; reading never leaves the project root unless the user named the place.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the disk did not give what was asked for.
public struct DiskError: Error, Hashable, Sendable {
  /// The path as it was asked for.
  public var path: String
  /// The reason in the words of the operating system, in small letters.
  public var reason: String
  /// Whether there is nothing at the path.
  public var isMissing: Bool

  public init(path: String, reason: String, isMissing: Bool = false) {
    self.path = path
    self.reason = reason
    self.isMissing = isMissing
  }

  /// The error of the last system call.
  static func last(_ path: String) -> DiskError {
    let code = errno
    let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return DiskError(path: path, reason: text.lowercased(), isMissing: code == ENOENT || code == ENOTDIR)
  }
}

/// What stands at a path.
public enum DiskEntryKind: Sendable {
  case file, directory, symbolicLink, other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }
}

/// Reads, lists and writes files with system calls alone.
public enum Disk {
  /// A file larger than this is refused: offsets have 32 bits, and no configuration is that large.
  public static let maximumFileSize = 1 << 30

  /// The content of a regular file.
  ///
  /// - Parameter followsLinks: when false, a symbolic link at the end of the path is an error.
  /// - Throws: `DiskError` when it is no regular file, too large, or cannot be read.
  public static func read(_ path: String, followsLinks: Bool = true) throws(DiskError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(path) }
    switch DiskEntryKind(mode: status.st_mode) {
    case .file: break
    case .directory: throw DiskError(path: path, reason: "is a directory")
    case .symbolicLink, .other: throw DiskError(path: path, reason: "is not a regular file")
    }
    guard status.st_size <= maximumFileSize else { throw DiskError(path: path, reason: "is larger than 1 GB") }
    return try readAll(descriptor, path, expecting: Int(status.st_size))
  }

  /// All of standard input.
  public static func readStandardInput() throws(DiskError) -> [UInt8] { try readAll(0, "standard input", expecting: 1 << 16) }

  static func readAll(_ descriptor: Int32, _ path: String, expecting size: Int) throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = size + 1
    while true {
      let start = bytes.count
      var count = 0
      bytes.append(contentsOf: [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        repeat { count = Self.readOnce(descriptor, buffer) } while count < 0 && errno == EINTR
        initialized = max(count, 0)
      })
      if count < 0 { throw .last(path) }
      if count == 0 { return bytes }
      guard start + count <= maximumFileSize else { throw DiskError(path: path, reason: "is larger than 1 GB") }
      capacity = bytes.count >= size ? max(4096, bytes.count / 2) : size - bytes.count + 1
    }
  }

  private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// What stands at a path, symbolic links followed.
  public static func kind(_ path: String) throws(DiskError) -> DiskEntryKind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last(path) }
    return DiskEntryKind(mode: status.st_mode)
  }

  /// Whether anything stands at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a directory with what they are, sorted by bytes, `.` and `..` left out.
  public static func entries(_ directory: String) throws(DiskError) -> [(name: String, kind: DiskEntryKind)] {
    guard let stream = opendir(directory) else { throw .last(directory) }
    defer { closedir(stream) }
    var found: [(name: String, kind: DiskEntryKind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): found.append((name, .file))
      case Int32(DT_DIR): found.append((name, .directory))
      case Int32(DT_LNK): found.append((name, .symbolicLink))
      case Int32(DT_UNKNOWN):
        var status = stat()
        if lstat(directory + "/" + name, &status) == 0 { found.append((name, DiskEntryKind(mode: status.st_mode))) }
      default: found.append((name, .other))
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  /// The absolute path without symbolic links.
  public static func realPath(_ path: String) throws(DiskError) -> String {
    guard let resolved = realpath(path, nil) else { throw .last(path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The working directory; `.` when it is gone.
  public static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// The working directory without symbolic links; empty when it is gone.
  public static var realWorkingDirectory: String { (try? realPath(".")) ?? "" }

  /// Makes a directory the working directory.
  public static func changeDirectory(_ path: String) throws(DiskError) {
    guard chdir(path) == 0 else { throw .last(path) }
  }

  /// Replaces a file in one step: writes a temporary file beside it and renames that. The mode of a file that stands there is kept.
  public static func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    var target = path
    if let resolved = try? realPath(path) { target = resolved }
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .last(path) }
    let temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? target }
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o666 & ~currentMask()
    let isWritten = writeAll(bytes[...], to: descriptor) && fchmod(descriptor, mode) == 0
    let failure = DiskError.last(path)
    close(descriptor)
    guard isWritten, rename(temporary, target) == 0 else {
      let reason = isWritten ? DiskError.last(path) : failure
      unlink(temporary)
      throw reason
    }
  }

  /// Removes a file.
  public static func remove(_ path: String) throws(DiskError) {
    guard unlink(path) == 0 else { throw .last(path) }
  }

  /// Makes a directory and those above it.
  public static func makeDirectory(_ path: String) throws(DiskError) {
    if path.isEmpty || path == "." || path == "/" { return }
    if mkdir(path, 0o777) == 0 { return }
    if errno == EEXIST, let kind = try? kind(path), kind == .directory { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/") {
      try makeDirectory(String(path[..<slash]))
      if mkdir(path, 0o777) == 0 { return }
    }
    throw .last(path)
  }

  private static func currentMask() -> mode_t {
    let mask = umask(0o022)
    umask(mask)
    return mask
  }

  /// Writes everything to a descriptor; false when that fails (a closed pipe, a full disk).
  static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
