import HCLValues
import Linting
import SourceText

/// What a `.terrane.hcl` says, those that it extends included. (docs/configuration.md)
///
/// Everything keeps its place, so that what is wrong with a name or a path is reported where it is written.
public struct ProjectConfiguration: Sendable {
  /// The folder of the file, absolute and without symbolic links; patterns of paths are relative to it. Empty when there is no file.
  public var directory = ""
  public var lint = LintConfiguration()
  /// By the name of each, in the order of the source.
  public var environments: [ProjectEnvironment] = []
  /// Where the code of remote modules lies; the first pattern that matches wins.
  public var moduleSources: [ModuleSource] = []

  public init() {}
}

/// A value with its place in the file.
public struct Configured<Content: Sendable>: Sendable {
  public var value: Content
  public var range: SourceRange

  public init(_ value: Content, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// `lint`, `rule` and `path` blocks.
public struct LintConfiguration: Sendable {
  /// Nil when the file does not say.
  public var select: [Configured<String>]?
  public var ignore: [Configured<String>] = []
  /// Folders with rules, as paths that can be opened.
  public var packs: [Configured<String>] = []
  public var minimumSeverity: RuleSeverity?
  public var failureThreshold: FailureThreshold?
  /// Whether a suppression comment must give its reason.
  public var requiresReason = false
  /// How many days ahead a suppression may expire at most; one without a date is refused. Nil without a limit.
  public var longestExpiry: Int?
  /// Whether comments silence findings; nil when the file does not say.
  public var honoursSuppressions: Bool?
  /// By the names of the rules.
  public var rules: [String: RuleSetting] = [:]
  public var paths: [PathSetting] = []

  public init() {}
}

/// A `rule` block.
public struct RuleSetting: Sendable {
  public var name: Configured<String>
  public var severity: Configured<RuleSeverity>?
  public var isEnabled: Configured<Bool>?
  /// When false, files that extend this one cannot switch the rule off, and comments do not silence it.
  public var isIgnorable = true
  /// Values for the rule's parameters.
  public var parameters: [(name: String, value: Configured<Value>)] = []

  public init(name: Configured<String>) { self.name = name }
}

/// A `path` block: what is different below some folders.
public struct PathSetting: Sendable {
  /// Patterns as in `.gitignore`, relative to `directory`.
  public var patterns: [String]
  public var directory: String
  public var ignore: [Configured<String>] = []
  public var minimumSeverity: RuleSeverity?
  public var rules: [RuleSetting] = []

  public init(patterns: [String], directory: String) {
    self.patterns = patterns
    self.directory = directory
  }
}

/// An `environment` block: values that the configuration is judged with.
public struct ProjectEnvironment: Sendable {
  public var name: Configured<String>
  /// Files of variable values, as paths that can be opened.
  public var variableFiles: [Configured<String>] = []
  public var workspace: String?

  public init(name: Configured<String>) { self.name = name }
}

/// An entry of `modules`: sources that match the pattern have their code in a folder.
public struct ModuleSource: Sendable {
  /// `*` stands for any text.
  public var pattern: Configured<String>
  /// A path that can be opened.
  public var path: Configured<String>

  public init(pattern: Configured<String>, path: Configured<String>) {
    self.pattern = pattern
    self.path = path
  }
}
