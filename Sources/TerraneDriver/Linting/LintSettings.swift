import Diagnostics
import Linting
import Reporting
import SourceText

/// From which severity on findings make a run fail.
public enum FailureThreshold: String, CaseIterable, Sendable {
  case critical, high, medium, low, info, never

  /// Whether a finding of a severity makes the run fail.
  public func includes(_ severity: RuleSeverity) -> Bool {
    guard let least = RuleSeverity(rawValue: rawValue) else { return false }
    return severity >= least
  }

  /// Whether it makes a run fail that another one lets pass.
  func isStricter(than other: FailureThreshold) -> Bool {
    guard let own = RuleSeverity(rawValue: rawValue) else { return false }
    return RuleSeverity(rawValue: other.rawValue).map { own < $0 } ?? true
  }
}

/// What to lint and how to report it.
public struct LintSettings: Sendable {
  /// Files and directories; `-` reads standard input.
  public var paths: [String] = []
  /// The path that standard input stands for.
  public var standardInputName: String?
  /// What is selected and ignored, beside what the configuration says.
  public var selection = RuleSelection()
  /// Replaces what the configuration says.
  public var minimumSeverity: RuleSeverity?
  /// Replaces what the configuration says; without both, `low`.
  public var failureThreshold: FailureThreshold?
  /// The configuration to use instead of the nearest one.
  public var configurationPath: String?
  /// Whether configuration that was not named is left alone.
  public var isIsolated = false
  /// The rules that there are.
  public var catalog = RuleCatalog.standard
  /// Folders and files with further rules.
  public var packs: [String] = []
  public var honoursSuppressions = true
  /// A file of findings that are known and not reported.
  public var baselinePath: String?
  /// Where the findings of this run are kept as a baseline.
  public var newBaselinePath: String?
  /// A commit: findings that it has already are not reported.
  public var since: String?
  public var fixes = FixSettings()
  /// Whether a module call whose code is not in view makes the run incomplete.
  public var requiresModules = false
  public var showsUndecided = false
  public var showsStatistics = false
  /// Year-month-day, for suppressions that expire.
  public var today: String?
  /// Whether SARIF holds what comments silence.
  public var keepsSuppressed = false
  public var format = LintReportFormat.text
  /// Where the report goes instead of standard output.
  public var outputPath: String?
  /// Further reports.
  public var reports: [(format: LintReportFormat, path: String)] = []

  public init() {}

  /// Whether any report shows pictures of dependencies.
  var showsPictures: Bool { ([format] + reports.map(\.format)).contains(.html) }

  /// Names in the selection that no rule answers to.
  func unknownRuleNames() -> [Diagnostic] {
    (selection.select + selection.ignore).filter { !catalog.isKnown($0) }.map { Self.unknownRule($0, at: nil, among: catalog) }
  }

  /// Says that no rule answers to a name.
  static func unknownRule(_ name: String, at range: SourceRange?, among catalog: RuleCatalog) -> Diagnostic {
    let known = catalog.names + RuleCategory.allCases.map(\.rawValue)
    let hint = suggestedName(for: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    return Diagnostic(
      .error, "unknown-rule", "There is no rule “\(name)”",
      detail: "A rule, category, pack, tag, or another tool's id of a check is expected; terrane rules lists the rules.\(hint)", at: range)
  }

  /// The paths, grouped by the project that they belong to. Paths that cannot be looked at are added to the diagnostics.
  func pathsByRoot(_ options: RunOptions, _ collection: inout LintCollection) -> [(paths: [String], root: ProjectRoot)] {
    var groups: [(paths: [String], root: ProjectRoot)] = []
    for path in paths.isEmpty ? ["."] : paths {
      do throws(DiskError) {
        let path = path == "-" ? try collection.readStandardInput(as: standardInputName ?? "stdin.tf") : path
        let around = Disk.exists(path) ? path : parentPath(path)
        guard collection.overlay[path] != nil || Disk.exists(path) else { throw try missing(path) }
        let root = if let named = options.root { try ProjectRoot(named: named) } else { try ProjectRoot(of: around) }
        if let known = groups.firstIndex(where: { $0.root == root }) {
          groups[known].paths.append(path)
        } else {
          groups.append(([path], root))
        }
      } catch {
        collection.fail(error.diagnostic)
      }
    }
    return groups
  }

  /// The error for a path that nothing can be found at: it says why.
  private func missing(_ path: String) throws(DiskError) -> DiskError {
    _ = try Disk.kind(path)
    return DiskError(path: path, reason: "cannot be reached")
  }
}
