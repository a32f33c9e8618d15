import HCLSyntax
import HCLValues
import SourceText

/// A rule written in HCL: one `.rule.hcl` file. (docs/rules-language.md)
public struct RuleDefinition: Sendable {
  public var metadata: RuleMetadata
  public var parts: [RulePart]
  /// `parameter` blocks, by name.
  public var parameters: [String: RuleParameter]
  public var examples: [RuleExample]
  /// The name in the `rule` block's label.
  public var location: SourceRange

  public init(
    metadata: RuleMetadata, parts: [RulePart], parameters: [String: RuleParameter], examples: [RuleExample], location: SourceRange
  ) {
    self.metadata = metadata
    self.parts = parts
    self.parameters = parameters
    self.examples = examples
    self.location = location
  }

  /// Ids of other tools on the rule and on all of its parts.
  public var allEquivalents: RuleEquivalents {
    parts.reduce(metadata.equivalents) { $0.merging($1.equivalents) }
  }

  /// What is said about the rule, with the ids of all of its parts.
  var described: RuleMetadata {
    var described = metadata
    described.equivalents = allEquivalents
    return described
  }
}

/// What one part of a rule looks at.
public enum RuleSubject: String, Sendable, CaseIterable {
  case resource, data, ephemeral, provider, variable, output, local, module, check, terraform, graph

  /// Whether the label is a type with a schema, rather than a pattern of names.
  public var isTyped: Bool {
    switch self {
    case .resource, .data, .ephemeral, .provider: true
    case .variable, .output, .local, .module, .check, .terraform, .graph: false
    }
  }

  /// Whether a part has labels: types or patterns of names.
  public var hasLabels: Bool {
    switch self {
    case .resource, .data, .ephemeral, .provider, .variable, .output, .local, .module, .check: true
    case .terraform, .graph: false
    }
  }
}

/// One way of making the mistake: types (or patterns of types) and the condition that must hold for them.
public struct RulePart: Sendable {
  public var subject: RuleSubject
  /// Types, or patterns with `*` (`aws_*`).
  public var patterns: [String]
  /// Named intermediate values, in the order of the source: each may use those before it.
  public var bindings: [(name: String, expression: ExpressionSyntax)]
  /// Those that depend on the element.
  public var elementBindings: [(name: String, expression: ExpressionSyntax)]
  /// One evaluation for each block or element.
  public var each: ExpressionSyntax?
  /// Where one of them is false, the part does not apply.
  public var conditions: [ExpressionSyntax]
  /// What must be true.
  public var requirement: ExpressionSyntax
  public var message: ExpressionSyntax?
  /// The value whose place is reported, when blame is not the best.
  public var place: ExpressionSyntax?
  public var equivalents: RuleEquivalents
  /// Overrides the rule's severity.
  public var severity: RuleSeverity?
  public var fix: RuleFix?
  /// The part's block.
  public var location: SourceRange

  public init(subject: RuleSubject, patterns: [String], requirement: ExpressionSyntax, location: SourceRange) {
    self.subject = subject
    self.patterns = patterns
    bindings = []
    elementBindings = []
    conditions = []
    self.requirement = requirement
    equivalents = RuleEquivalents()
    self.location = location
  }

  /// Whether the part looks at things of this type (or, for subjects without types, of this name).
  public func matches(_ name: String) -> Bool {
    patterns.contains { RulePart.isWildcard($0) ? wildcard($0, matches: name) : $0 == name }
  }

  static func isWildcard(_ pattern: String) -> Bool { pattern.utf8.contains(UInt8(ascii: "*")) }
}

/// What to change when a finding is mended.
public struct RuleFix: Sendable {
  /// Changes of one block.
  public struct Change: Sendable {
    /// Attribute names with the values to write, as source in the rule.
    public var assignments: [(name: String, expression: ExpressionSyntax)] = []
    /// Names of attributes and blocks to take out.
    public var removals: [String] = []
    /// Changes of nested blocks; one that does not stand there is added.
    public var blocks: [(name: String, change: Change)] = []
  }

  public var title: String?
  public var isSafe: Bool
  public var change: Change

  public init(title: String?, isSafe: Bool, change: Change) {
    self.title = title
    self.isSafe = isSafe
    self.change = change
  }
}

/// A number, text or list that a user's configuration may set.
public struct RuleParameter: Sendable {
  public var name: String
  public var defaultValue: Value
  public var summary: String

  public init(name: String, defaultValue: Value, summary: String) {
    self.name = name
    self.defaultValue = defaultValue
    self.summary = summary
  }
}

/// Whether text is matched by a pattern in which `*` stands for any bytes; time is linear for one `*` and bounded by the product of
/// the lengths otherwise.
func wildcard(_ pattern: String, matches text: String) -> Bool {
  let pattern = Array(pattern.utf8)
  let text = Array(text.utf8)
  var p = 0
  var t = 0
  var star: (pattern: Int, text: Int)?
  while t < text.count {
    if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
      star = (p, t)
      p += 1
    } else if p < pattern.count, pattern[p] == text[t] {
      p += 1
      t += 1
    } else if let last = star {
      star = (last.pattern, last.text + 1)
      p = last.pattern + 1
      t = last.text + 1
    } else {
      return false
    }
  }
  while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
  return p == pattern.count
}
