import Diagnostics
import SourceText

/// Which rules run.
public struct RuleSelection: Sendable {
  /// Rule names, categories, packs, tags or ids of other tools; empty for the recommended pack.
  public var select: [String]
  /// What to leave out, by the same kinds of names.
  public var ignore: [String]
  public var minimumSeverity: RuleSeverity
  /// Severities that replace those of rules, by the rules' names.
  public var severities: [String: RuleSeverity] = [:]
  /// Names of rules that run beside what is selected.
  public var enabled: Set<String> = []
  /// Names of rules that do not run.
  public var disabled: Set<String> = []
  /// Names of rules that nothing leaves out but a selection without them, and that no comment silences.
  public var mandatory: Set<String> = []

  public init(select: [String] = [], ignore: [String] = [], minimumSeverity: RuleSeverity = .info) {
    self.select = select
    self.ignore = ignore
    self.minimumSeverity = minimumSeverity
  }

  /// Whether a rule, or one of its parts, runs.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - part: ids on the part alone; a foreign id that stands on some part selects only the parts that have it.
  ///   - severity: the severity that the part reports with.
  public func includes(_ rule: RuleMetadata, part: RuleEquivalents = RuleEquivalents(), severity: RuleSeverity? = nil) -> Bool {
    if !mandatory.contains(rule.name) {
      guard (severities[rule.name] ?? severity ?? rule.severity) >= minimumSeverity else { return false }
      if disabled.contains(rule.name) { return false }
    }
    if enabled.contains(rule.name) { return true }
    if !mandatory.contains(rule.name), ignore.contains(where: { rule.answers(to: $0, part: part) }) { return false }
    if select.isEmpty { return rule.packs.contains("recommended") }
    return select.contains { rule.answers(to: $0, part: part) }
  }
}

extension RuleMetadata {
  /// Whether a name stands for this rule: its own, its category, one of its packs or tags, `all`, or another tool's id of the check.
  ///
  /// - Parameter part: ids on one part alone.
  func answers(to name: String, part: RuleEquivalents = RuleEquivalents()) -> Bool {
    name == self.name || name == category.rawValue || name == "all" || packs.contains(name) || tags.contains(name)
      || equivalents.contains(name) || part.contains(name)
  }
}

/// What is different for the findings in some files.
public struct PathOverride: Sendable {
  /// Whether a file, by its path as reports show it, is meant.
  public var covers: @Sendable (_ path: String) -> Bool
  /// What is not reported there: names as in a selection.
  public var ignore: [String] = []
  public var minimumSeverity: RuleSeverity?
  /// Severities that replace those of rules, by the rules' names.
  public var severities: [String: RuleSeverity] = [:]

  public init(covers: @escaping @Sendable (_ path: String) -> Bool) { self.covers = covers }
}

extension RuleSelection {
  /// The severity that a finding has in its file; nil when it is not reported there.
  func severity(of finding: Finding, _ rule: RuleMetadata, _ overrides: [PathOverride]) -> RuleSeverity? {
    var severity = severities[rule.name] ?? finding.severity
    if overrides.isEmpty || mandatory.contains(rule.name) { return severity }
    for override in overrides where override.covers(finding.primary.range.file.path) {
      if override.ignore.contains(where: { rule.answers(to: $0, part: finding.equivalents) }) { return nil }
      severity = override.severities[rule.name] ?? severity
      if let least = override.minimumSeverity, severity < least { return nil }
    }
    return severity
  }
}
