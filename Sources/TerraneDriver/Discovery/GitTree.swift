import TerraformModel

/// Why git did not give what was asked for.
struct GitError: Error {
  var summary: String
  var detail: String
}

/// The files of a repository at a commit, as git keeps them: no filter is run, nothing is checked out.
struct GitTree: Sendable {
  /// A file larger than this is left out: no configuration, and hardly anything that one reads, is.
  private static let largestFile = 1 << 20

  /// The top of the repository, absolute.
  let top: String
  private var objects: [String: String] = [:]
  private var contents: [String: [UInt8]] = [:]
  /// Names of files by directory, both absolute.
  private var names: [String: [String]] = [:]

  /// - Parameters:
  ///   - reference: a commit, branch, tag, or anything that git resolves to a commit.
  ///   - folder: lies in the repository.
  init(_ reference: String, around folder: String) throws(GitError) {
    guard let top = Self.git(["-C", folder, "rev-parse", "--show-toplevel"])?.line else {
      throw GitError(summary: "\(folder) lies in no git repository", detail: "--since compares with a commit, and needs git and a repository.")
    }
    self.top = top
    let commit = Self.git(["-C", top, "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"])?.line
    guard let commit, !commit.isEmpty else {
      throw GitError(
        summary: "There is no commit “\(reference)”",
        detail: "git does not know it in \(top). In a shallow clone older commits are missing: git fetch --unshallow brings them.")
    }
    guard let list = Self.git(["-C", top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit]) else { throw Self.failure(commit) }
    for entry in list.split(separator: 0) { addEntry(entry) }
    for key in names.keys { names[key]?.sort() }
    try readContents(commit)
  }

  /// `mode type object size<tab>path`
  private mutating func addEntry(_ entry: ArraySlice<UInt8>) {
    guard let tab = entry.firstIndex(of: 0x09) else { return }
    let fields = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    // Regular files; links lead where this tree does not.
    guard fields.count == 4, fields[0].hasPrefix("100"), let size = Int(fields[3]), size <= Self.largestFile else { return }
    let path = joinedPath(top, String(decoding: entry[(tab + 1)...], as: UTF8.self))
    objects[path] = fields[2]
    names[parentPath(path), default: []].append(lastPart(path))
  }

  private mutating func readContents(_ commit: String) throws(GitError) {
    let wanted = Array(Set(objects.values)).sorted()
    let input = Array((wanted.joined(separator: "\n") + "\n").utf8)
    guard let output = Self.git(["-C", top, "cat-file", "--batch"], input: input) else { throw Self.failure(commit) }
    var position = 0
    for object in wanted {
      guard let end = output[position...].firstIndex(of: 0x0A) else { throw Self.failure(commit) }
      let fields = output[position..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let size = Int(fields[2]), size >= 0, end + 1 + size <= output.count else { throw Self.failure(commit) }
      contents[object] = Array(output[(end + 1)..<(end + 1 + size)])
      position = min(end + 2 + size, output.count)
    }
  }

  private static func failure(_ commit: String) -> GitError {
    GitError(summary: "The files at \(commit) cannot be read", detail: "git does not give them.")
  }

  private static func git(_ arguments: [String], input: [UInt8]? = nil) -> [UInt8]? {
    let outcome = ChildProcess.run("git", ["--no-optional-locks", "--no-replace-objects"] + arguments, input: input, capturesOutput: true)
    guard let outcome, outcome.exitCode == 0 else { return nil }
    return outcome.output
  }

  // MARK: Files

  /// The content of a file by its absolute path.
  func content(_ path: String) -> [UInt8]? { objects[path].flatMap { contents[$0] } }

  /// The names of the files in a directory, sorted; nil when it has none.
  func fileNames(_ directory: String) -> [String]? { names[directory] }

  /// All directories that hold files, sorted.
  var directories: [String] { names.keys.sorted() }
}

extension [UInt8] {
  /// The text without the line break at its end.
  fileprivate var line: String { String(decoding: last == 0x0A ? self[..<(count - 1)] : self[...], as: UTF8.self) }
}
