/// Which rules run.
public struct RuleSelection: Sendable {
  /// Rule names, categories, packs, tags or ids of other tools; empty for the recommended pack.
  public var select: [String]
  /// What to leave out, by the same kinds of names.
  public var ignore: [String]
  public var minimumSeverity: RuleSeverity

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
    guard (severity ?? rule.severity) >= minimumSeverity else { return false }
    if ignore.contains(where: { names($0, rule, part) }) { return false }
    if select.isEmpty { return rule.packs.contains("recommended") }
    return select.contains { names($0, rule, part) }
  }

  private func names(_ name: String, _ rule: RuleMetadata, _ part: RuleEquivalents) -> Bool {
    name == rule.name || name == rule.category.rawValue || name == "all" || rule.packs.contains(name) || rule.tags.contains(name)
      || rule.equivalents.contains(name) || part.contains(name)
  }
}
