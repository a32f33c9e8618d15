import TerraneDriver

/// Where our rules differ from other tools on purpose, each with the reason: the lines of the files of a folder. The list only shrinks.
///
/// A line is `missed CHECK DIRECTORY ADDRESS -- REASON` or `false …` for a fixture, or `uncovered CHECK -- REASON` for a check that no rule makes.
struct KnownDifferences {
  /// Those of fixtures.
  private(set) var reasons: [String: String] = [:]
  /// By the ids of checks.
  private(set) var reasonsByUncoveredCheck: [String: String] = [:]
  /// Lines without a reason, or that stand twice.
  private(set) var problems: [String] = []

  init(folder: String) throws {
    for entry in try Disk.entries(folder) where entry.name.hasSuffix(".txt") {
      let text = String(decoding: try Disk.read("\(folder)/\(entry.name)"), as: UTF8.self)
      for line in text.split(separator: "\n") where !add(line) { problems.append("\(entry.name): \(line)") }
    }
  }

  private mutating func add(_ line: Substring) -> Bool {
    guard let separator = line.firstRange(of: " -- ") else { return false }
    let name = line[..<separator.lowerBound]
    let reason = String(line[separator.upperBound...])
    if reason.isEmpty { return false }
    let word = "uncovered "
    if name.hasPrefix(word) { return reasonsByUncoveredCheck.updateValue(reason, forKey: String(name.dropFirst(word.count))) == nil }
    return reasons.updateValue(reason, forKey: String(name)) == nil
  }
}
