import TerraneDriver

/// Where our rules differ from another tool's fixtures on purpose, each with the reason: lines `DIFFERENCE -- REASON` in the files of a
/// folder. The list only shrinks.
struct KnownDifferences {
  private(set) var reasons: [String: String] = [:]
  /// Lines without a reason, or that stand twice.
  private(set) var problems: [String] = []

  init(folder: String) throws {
    for entry in try Disk.entries(folder) where entry.name.hasSuffix(".txt") {
      let text = String(decoding: try Disk.read("\(folder)/\(entry.name)"), as: UTF8.self)
      for line in text.split(separator: "\n") {
        guard let (name, reason) = Self.parts(line), reasons[name] == nil else {
          problems.append("\(entry.name): \(line)")
          continue
        }
        reasons[name] = reason
      }
    }
  }

  private static func parts(_ line: Substring) -> (name: String, reason: String)? {
    guard let separator = line.firstRange(of: " -- ") else { return nil }
    let reason = line[separator.upperBound...]
    return reason.isEmpty ? nil : (String(line[..<separator.lowerBound]), String(reason))
  }
}
