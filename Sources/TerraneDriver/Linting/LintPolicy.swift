import Diagnostics
import HCLValues
import Linting
import SourceText
import TerraformModel

/// How the modules of one directory are judged: what the command line and the configuration say together.
///
/// On the command line `--select`, `--min-severity` and `--fail-on` replace what the configuration says, `--ignore` adds to it.
struct LintPolicy: Sendable {
  var selection: RuleSelection
  /// The rules that there are, those of the configuration's packs included.
  var catalog: RuleCatalog
  var parameters: [String: Attributes] = [:]
  var overrides: [PathOverride] = []
  var failureThreshold: FailureThreshold
  var honoursSuppressions: Bool
  var suppressionPolicy: SuppressionPolicy

  init(_ settings: LintSettings, _ configuration: LintConfiguration, _ catalog: RuleCatalog, workingDirectory: String) {
    self.catalog = catalog
    let isNarrowed = !settings.selection.select.isEmpty
    selection = RuleSelection(
      select: isNarrowed ? settings.selection.select : (configuration.select ?? []).map(\.value),
      ignore: configuration.ignore.map(\.value) + settings.selection.ignore,
      minimumSeverity: settings.minimumSeverity ?? configuration.minimumSeverity ?? .info)
    failureThreshold = settings.failureThreshold ?? configuration.failureThreshold ?? .low
    honoursSuppressions = settings.honoursSuppressions && (configuration.honoursSuppressions ?? true)
    suppressionPolicy = SuppressionPolicy(requiresReason: configuration.requiresReason, longestExpiry: configuration.longestExpiry)
    for (name, rule) in configuration.rules {
      selection.severities[name] = rule.severity?.value
      if !rule.isIgnorable { selection.mandatory.insert(name) }
      switch rule.isEnabled?.value {
      case true?: if !isNarrowed { selection.enabled.insert(name) }
      case false?: selection.disabled.insert(name)
      case nil: if !rule.isIgnorable, !isNarrowed { selection.enabled.insert(name) }
      }
      if !rule.parameters.isEmpty { parameters[name] = Attributes(rule.parameters.map { ($0.name, $0.value.value) }) }
    }
    overrides = configuration.paths.map { Self.override($0, workingDirectory) }
  }

  private static func override(_ setting: PathSetting, _ workingDirectory: String) -> PathOverride {
    let rules = IgnoreRules(setting.patterns)
    let folder = setting.directory
    var override = PathOverride { path in
      let absolute = path.hasPrefix("/") ? normalisedPath(path) : normalisedPath(workingDirectory + "/" + path)
      guard isPath(absolute, below: folder), absolute != folder else { return false }
      let relative = String(absolute.dropFirst(folder == "/" ? 1 : folder.count + 1))
      // A pattern that names a folder is about everything in it.
      var end = relative.startIndex
      while let slash = relative[end...].firstIndex(of: "/") {
        if rules.ignores(String(relative[..<slash]), isDirectory: true) { return true }
        end = relative.index(after: slash)
      }
      return rules.ignores(relative, isDirectory: false)
    }
    override.ignore = setting.ignore.map(\.value) + setting.rules.filter { $0.isEnabled?.value == false }.map(\.name.value)
    override.minimumSeverity = setting.minimumSeverity
    for rule in setting.rules { override.severities[rule.name.value] = rule.severity?.value }
    return override
  }
}

extension LintConfiguration {
  /// Names that no rule of a catalogue answers to, and parameters that a rule does not have.
  func unknownNames(in catalog: RuleCatalog) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for name in (select ?? []) + ignore + paths.flatMap(\.ignore) where !catalog.isKnown(name.value) {
      result.append(LintSettings.unknownRule(name.value, at: name.range, among: catalog))
    }
    for setting in Array(rules.values) + paths.flatMap(\.rules) {
      let name = setting.name.value
      guard catalog.names.contains(name) else {
        result.append(LintSettings.unknownRule(name, at: setting.name.range, among: catalog))
        continue
      }
      let parameters = catalog.parameters(of: name)
      for (parameter, value) in setting.parameters {
        guard let known = parameters[parameter] else {
          result.append(Self.unknownParameter(parameter, of: name, at: value.range, among: parameters.keys.sorted()))
          continue
        }
        if (try? value.value.converted(to: known.defaultValue.type.generalized)) == nil {
          result.append(
            Diagnostic(
              .error, "configuration", "“\(parameter)” has the wrong type",
              detail: "The rule \(name) expects \(known.defaultValue.type.generalized). \(known.summary)", at: value.range))
        }
      }
    }
    return result.sorted { ($0.subject?.bytes.start ?? 0) < ($1.subject?.bytes.start ?? 0) }
  }

  private static func unknownParameter(_ name: String, of rule: String, at range: SourceRange, among known: [String]) -> Diagnostic {
    let settings = ["severity", "enabled", "ignorable"]
    let hint = suggestedName(for: name, among: known + settings).map { " Did you mean “\($0)”?" } ?? ""
    let list = known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."
    return Diagnostic(
      .error, "configuration", "The rule “\(rule)” has no parameter “\(name)”", detail: "\(list)\(hint)", at: range)
  }
}

extension ValueType {
  /// The type with lists and maps in place of tuples and objects, as values of parameters may be longer than their defaults.
  fileprivate var generalized: ValueType {
    switch self {
    case .tuple(let elements): .list(elements.first ?? .dynamic)
    case .object(let object): .map(object.attributes.first?.type ?? .dynamic)
    case .bool, .number, .string, .dynamic, .list, .set, .map: self
    }
  }
}
