import Documents
import TerraneDriver

/// The Go reference as a program: what it says of files.
struct ReferenceProgram {
  /// Digests of a file's canonical tree and of its layout; nil for a file with errors.
  struct Digests {
    var tree: String
    var layout: String
  }

  var path: String

  /// Digests of all files below a directory whose names have certain endings, by path relative to it, in the order of the paths.
  func digests(below directory: String, endings: [String]) throws -> [(path: String, digests: Digests?)] {
    try lines(["astdigest", directory] + endings).map { line in
      guard let file = line["file"]?.stringValue else { throw failure("\(path) gave a line without a file") }
      guard let tree = line["ast"]?.stringValue, let layout = line["fmt"]?.stringValue else { return (file, nil) }
      return (file, Digests(tree: tree, layout: layout))
    }
  }

  /// Offsets at which errors are reported, for each of some files.
  func errors(of files: [String]) throws -> [[Int]] {
    let lines = try lines(["parse"] + files)
    guard lines.count == files.count else { throw failure("\(path) answered for \(lines.count) of \(files.count) files") }
    return lines.map { line in
      (line["diags"]?.arrayValue ?? []).compactMap { diagnostic in
        diagnostic["severity"]?.stringValue == "error" ? diagnostic["subject"]?["start"]?["byte"]?.intValue : nil
      }
    }
  }

  /// The files below a directory with certain endings that it accepts or refuses.
  func acceptance(below directory: String, endings: [String]) throws -> [(path: String, isAccepted: Bool)] {
    try lines(["parse", "-dir", directory] + endings).compactMap { line in
      guard let file = line["file"]?.stringValue, let isAccepted = line["ok"]?.boolValue else { return nil }
      return (file, isAccepted)
    }
  }

  private func lines(_ arguments: [String]) throws -> [Document] {
    guard let outcome = ChildProcess.run(path, arguments, capturesOutput: true), outcome.exitCode == 0 else {
      throw failure("\(path) \(arguments[0]) gave no answer")
    }
    return try outcome.output.split(separator: 0x0A).map { line in
      guard let document = JSONReader.read(text: String(decoding: line, as: UTF8.self)).validDocument?.document else {
        throw failure("\(path) gave a line that is no JSON")
      }
      return document
    }
  }
}
