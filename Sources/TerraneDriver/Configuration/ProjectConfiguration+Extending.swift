import Diagnostics
import Linting
import SourceText

extension ProjectConfiguration {
  /// This configuration on top of the one that it extends.
  ///
  /// What it says itself wins, lists are joined, and what the other one asks of suppressions stays. A rule that the other one marks as
  /// not ignorable keeps its settings there; each attempt to change it is an error at its place.
  ///
  /// - Returns: both together, and the errors.
  func extending(_ base: ProjectConfiguration) -> (configuration: ProjectConfiguration, diagnostics: [Diagnostic]) {
    var result = self
    let locked = base.lint.rules.filter { !$0.value.isIgnorable }
    var diagnostics = locked.isEmpty ? [] : attempts(at: locked)
    result.lint = lint.extending(base.lint)
    result.lint.rules.merge(locked) { $1 }
    let names = Set(environments.map(\.name.value))
    result.environments = base.environments.filter { !names.contains($0.name.value) } + environments
    result.moduleSources += base.moduleSources
    diagnostics.sort { ($0.subject?.bytes.start ?? 0) < ($1.subject?.bytes.start ?? 0) }
    return (result, diagnostics)
  }

  /// Where this configuration takes from rules that may not be switched off.
  private func attempts(at locked: [String: RuleSetting]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    func refuse(_ name: String, _ range: SourceRange) {
      guard let setting = locked[name] else { return }
      result.append(
        Diagnostic(
          .error, "configuration", "The rule “\(name)” cannot be switched off or changed here",
          detail: "The configuration that this one extends says ignorable = false. Remove this.", at: range,
          related: [DiagnosticLabel(setting.name.range, "required here")]))
    }
    for name in lint.ignore + lint.paths.flatMap(\.ignore) { refuse(name.value, name.range) }
    for rule in Array(lint.rules.values) + lint.paths.flatMap(\.rules) {
      let others = rule.isEnabled.map { $0.value ? [] : [$0.range] } ?? []
      let changes = others + (rule.severity.map { [$0.range] } ?? []) + rule.parameters.map(\.value.range)
      for range in changes { refuse(rule.name.value, range) }
    }
    return result
  }
}

extension LintConfiguration {
  fileprivate func extending(_ base: LintConfiguration) -> LintConfiguration {
    var result = self
    result.select = select ?? base.select
    result.ignore = base.ignore + ignore
    result.packs = base.packs + packs
    result.minimumSeverity = minimumSeverity ?? base.minimumSeverity
    result.failureThreshold = failureThreshold ?? base.failureThreshold
    result.requiresReason = requiresReason || base.requiresReason
    result.longestExpiry = [longestExpiry, base.longestExpiry].compactMap { $0 }.min()
    result.honoursSuppressions = honoursSuppressions ?? base.honoursSuppressions
    result.rules = base.rules.merging(rules) { $1.extending($0) }
    result.paths = base.paths + paths
    return result
  }
}

extension RuleSetting {
  fileprivate func extending(_ base: RuleSetting) -> RuleSetting {
    var result = self
    result.severity = severity ?? base.severity
    result.isEnabled = isEnabled ?? base.isEnabled
    result.isIgnorable = isIgnorable && base.isIgnorable
    let own = Set(parameters.map(\.name))
    result.parameters = base.parameters.filter { !own.contains($0.name) } + parameters
    return result
  }
}
