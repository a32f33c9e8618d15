import Documents
import SourceText
import TerraformModel

/// Where the code of a root module's remote calls lies: where the configuration says, or where `terraform init` has put it.
public struct InstalledModules: Sendable {
  /// By the path of calls, joined with dots.
  private var directories: [String: String] = [:]
  private let sources: [ModuleSource]

  /// Reads the list that `init` keeps of a root module; nothing is installed when there is none or it cannot be read.
  ///
  /// - Parameters:
  ///   - dataDirectory: where `init` keeps what it fetches, `.terraform` unless `TF_DATA_DIR` says otherwise; relative to the root module.
  ///   - sources: what the configuration says; the first pattern that matches wins, and stands above what is installed.
  public init(rootDirectory: String, dataDirectory: String? = nil, sources: [ModuleSource] = []) {
    self.sources = sources
    let folder = dataDirectory.flatMap { $0.isEmpty ? nil : $0 } ?? ".terraform"
    let path = joinedPath(rootDirectory, "\(folder)/modules/modules.json")
    guard let bytes = try? Disk.read(path) else { return }
    let content = JSONReader.read(SourceFile(path: path, bytes: bytes)).validDocument?.document
    for entry in content?["Modules"]?.arrayValue ?? [] {
      guard let key = entry["Key"]?.stringValue, !key.isEmpty, let directory = entry["Dir"]?.stringValue else { continue }
      directories[key] = joinedPath(rootDirectory, directory)
    }
  }

  /// The directory with the code of a call.
  ///
  /// - Parameters:
  ///   - path: the names of the calls that lead to it, the outermost first.
  ///   - source: what the call says.
  /// - Returns: nil when nobody says where it is.
  public func directory(ofCall path: [String], source: String) -> String? {
    for entry in sources {
      if let directory = entry.directory(for: source) { return directory }
    }
    return directories[path.joined(separator: ".")]
  }
}

extension ModuleSource {
  /// The folder for a source that the pattern matches. `*` in the folder is what the pattern's first `*` stands for, as a path: without
  /// a query, `//` before a subfolder, and the ending `.git`.
  func directory(for source: String) -> String? {
    guard let matched = Self.match(Array(source.utf8), Array(pattern.value.utf8)) else { return nil }
    guard let star = path.value.firstIndex(of: "*") else { return path.value }
    var text = String(decoding: matched, as: UTF8.self).prefix { $0 != "?" }
    if text.hasSuffix(".git") { text = text.dropLast(4) }
    let inner = text.replacing(".git//", with: "/").replacing("//", with: "/")
    return normalisedPath("\(path.value[..<star])\(inner)\(path.value[path.value.index(after: star)...])")
  }

  /// What the first `*` of a pattern stands for; empty without one, nil when the text does not match. Every later `*` takes as little as
  /// it can, so that the work is at most the product of both lengths.
  private static func match(_ text: [UInt8], _ pattern: [UInt8]) -> ArraySlice<UInt8>? {
    let parts = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = parts.first, text.starts(with: first) else { return nil }
    guard let last = parts.last, parts.count > 1 else { return text.count == first.count ? [] : nil }
    guard text.count >= first.count + last.count, text.suffix(last.count).elementsEqual(last) else { return nil }
    let end = text.count - last.count
    var position = first.count
    var matched: ArraySlice<UInt8>?
    for part in parts.dropFirst().dropLast() {
      var start = position
      while start + part.count <= end, !text[start..<start + part.count].elementsEqual(part) { start += 1 }
      guard start + part.count <= end else { return nil }
      if matched == nil { matched = text[position..<start] }
      position = start + part.count
    }
    return matched ?? text[position..<end]
  }
}
