import Documents
import HCLEvaluation
import HCLValues
import SourceText
import TerraformModel

/// `.checkov.yaml`: checks and paths that are skipped. (Checkov, "CLI command reference", configuration file.)
enum CheckovConfiguration {
  static func read(_ file: SourceFile) -> ForeignConfiguration {
    var result = ForeignConfiguration(path: file.path)
    guard case .object(let members)? = YAMLReader.read(file).documents.first?.content else {
      result.left.append("what is not a mapping")
      return result
    }
    for member in members {
      switch member.key {
      case "skip-check": result.ignore += texts(member.value)
      case "skip-path": skip(texts(member.value), &result)
      case "soft-fail":
        guard member.value.boolValue == true else { break }
        result.failureThreshold = .never
        result.taken.append("soft-fail, as fail_on = \"never\"")
      case let name where outputOptions.contains(name): break
      default: result.left.append(member.key)
      }
    }
    return result
  }

  /// What is about Checkov's own work: where to look, how to report.
  private static let outputOptions: Set<String> = [
    "compact", "quiet", "output", "output-file-path", "directory", "file", "framework", "skip-framework", "branch", "summary-position",
    "evaluate-variables", "download-external-modules", "external-modules-download-path", "skip-download", "no-guide", "ckv",
  ]

  private static func texts(_ value: PositionedDocument) -> [String] {
    switch value.content {
    case .string(let text): text.split(separator: ",").map { String($0).trimmed }
    case .array(let elements): elements.compactMap(\.stringValue)
    case .null, .bool, .number, .object: []
    }
  }

  /// Paths are regular expressions that are searched for in a path.
  private static func skip(_ patterns: [String], _ result: inout ForeignConfiguration) {
    guard let search = Project.functions["regexall"], !patterns.isEmpty else { return }
    @Sendable func matches(_ pattern: String, _ path: String) -> Bool? {
      guard let found = try? search.body([.string(pattern), .string(path)], .none), case .list(_, let hits) = found.content else { return nil }
      return !hits.isEmpty
    }
    let usable = patterns.filter { matches($0, "") != nil }
    result.left += patterns.filter { !usable.contains($0) }.map { "skip-path \($0)" }
    guard !usable.isEmpty else { return }
    result.skips = { path in usable.contains { matches($0, path) == true } }
    result.taken.append("skipped are the paths \(usable.joined(separator: ", "))")
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String { Substring(self).trimmed }
}
