import Documents
import Linting
import TerraneDriver

/// Which checks of other tools our rules name as equivalent.
struct RuleParity {
  private struct Check {
    var id: String
    var tool: String
    var provider: String
    var types: [String]
  }

  private let checks: [Check]

  /// The providers whose checks are to be covered.
  private static let providers = ["aws", "azurerm", "google", "kubernetes", "terraform"]

  /// - Parameter path: a JSON array of checks with `id`, `source`, `provider` and `resource_types`.
  init(path: String) throws {
    let text = String(decoding: try Disk.read(path), as: UTF8.self)
    checks = (JSONReader.read(text: text).validDocument?.document.arrayValue ?? []).compactMap { row in
      guard let id = row["id"]?.stringValue, let provider = row["provider"]?.stringValue, Self.providers.contains(provider) else { return nil }
      return Check(
        id: id, tool: row["source"]?.stringValue ?? "", provider: provider,
        types: (row["resource_types"]?.arrayValue ?? []).compactMap(\.stringValue))
    }
  }

  /// Prints, for each tool and provider, how many of its checks are covered.
  ///
  /// - Parameter differences: the checks that are not covered on purpose.
  /// - Returns: whether every other check is covered, and none of these.
  func report(
    _ catalog: RuleCatalog, differences: KnownDifferences, isSelected: (String) -> Bool, namesUncovered: Bool
  ) -> Bool {
    // Rules in Swift come with the program, whichever folder is judged.
    let rules = catalog.allMetadata + ModuleRules.all.map { $0.metadata }
    let covered = Set(rules.flatMap { $0.equivalents.idsByTool.values.flatMap { $0 } }.map(Self.normalized))
    let excused = Set(differences.reasonsByUncoveredCheck.keys)
    var holds = true
    for provider in Self.providers {
      for tool in Set(checks.map(\.tool)).sorted() {
        let all = checks.filter { $0.provider == provider && $0.tool == tool && isSelected($0.id) }
        if all.isEmpty { continue }
        let missing = all.filter { !covered.contains(Self.normalized($0.id)) }
        let open = missing.filter { !excused.contains($0.id) }
        let meant = missing.count > open.count ? ", \(missing.count - open.count) of the others not meant to be" : ""
        OutputStream.standardOutput.write("\(tool), \(provider): \(all.count - missing.count) of \(all.count) covered\(meant)\n")
        holds = holds && open.isEmpty
        if !namesUncovered { continue }
        for check in open { OutputStream.standardOutput.write("  \(check.id) \(check.types.joined(separator: " "))\n") }
      }
    }
    for id in excused.sorted() where covered.contains(Self.normalized(id)) {
      OutputStream.standardOutput.write("covered after all, remove it: uncovered \(id)\n")
      holds = false
    }
    return holds
  }

  private static func normalized(_ id: String) -> String {
    let lowered = id.lowercased()
    return lowered.hasPrefix("avd-") ? String(lowered.dropFirst(4)) : lowered
  }
}
