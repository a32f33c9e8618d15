import Diagnostics
import Linting
import SourceText
import TerraformModel

/// What the configuration of another tool means here, as far as it means anything. (docs/configuration.md, "Other tools".)
struct ForeignConfiguration: Sendable {
  /// The file, as it is shown.
  var path: String
  /// Ids of checks that are not reported.
  var ignore: [String] = []
  /// Ids of checks that run beside what is selected.
  var select: [String] = []
  /// Paths of which nothing is reported.
  var skips: (@Sendable (_ path: String) -> Bool)?
  /// Replaces the threshold when nothing else sets one.
  var failureThreshold: FailureThreshold?
  /// What was taken, in words, beside ids.
  var taken: [String] = []
  /// What has no meaning here, by its name in the file.
  var left: [String] = []

  init(path: String) { self.path = path }

  /// The readers, by the names of the files that they read.
  static let readers: [(name: String, read: @Sendable (SourceFile, _ today: String?) -> ForeignConfiguration)] = [
    (".tflint.hcl", { file, _ in TFLintConfiguration.read(file) }),
    (".checkov.yaml", { file, _ in CheckovConfiguration.read(file) }),
    (".checkov.yml", { file, _ in CheckovConfiguration.read(file) }),
    (".trivyignore", { file, today in TrivyIgnoreFile.read(file, today: today) }),
  ]

  /// What was taken and what was not, for people.
  func note(_ catalog: RuleCatalog) -> Diagnostic {
    func known(_ ids: [String]) -> [String] { ids.filter { catalog.isKnown($0) } }
    var parts: [String] = []
    if !known(ignore).isEmpty { parts.append("ignored are \(Self.list(known(ignore)))") }
    if !known(select).isEmpty { parts.append("enabled are \(Self.list(known(select)))") }
    parts += taken
    var text = parts.isEmpty ? "Nothing in it has a meaning here." : "Taken from it: \(parts.joined(separator: "; "))."
    let unknown = (ignore + select).filter { !catalog.isKnown($0) }
    if !unknown.isEmpty { text += " No rule here answers to \(Self.list(unknown))." }
    if !left.isEmpty { text += " Not taken: \(Self.list(left))." }
    return Diagnostic(.note, "foreign-configuration", "\(path) is read too", detail: text + " --isolated leaves it alone.", at: nil)
  }

  private static func list(_ names: [String]) -> String {
    let shown = 6
    return names.prefix(shown).joined(separator: ", ") + (names.count > shown ? " and \(names.count - shown) more" : "")
  }
}

extension LintPolicy {
  /// Takes over what other tools' files say; what the command line or `.terrane.hcl` say of the same thing is stronger.
  mutating func take(_ foreign: ForeignConfiguration, _ settings: LintSettings, _ configuration: LintConfiguration) {
    let permitted = RuleSelection(select: ["all"], ignore: selection.ignore)
    selection.ignore += foreign.ignore
    if settings.selection.select.isEmpty {
      for id in foreign.select {
        for rule in catalog.metadata(answeringTo: id) where rule.equivalents.contains(id) {
          if permitted.includes(rule), !selection.disabled.contains(rule.name) { selection.enabled.insert(rule.name) }
        }
      }
    }
    if let skips = foreign.skips {
      var override = PathOverride(covers: skips)
      override.ignore = ["all"]
      overrides.append(override)
    }
    if settings.failureThreshold == nil, configuration.failureThreshold == nil, let threshold = foreign.failureThreshold {
      failureThreshold = threshold
    }
  }
}
