import HCLSyntax
import SourceText

/// How much a finding matters.
public enum RuleSeverity: String, Sendable, Comparable, CaseIterable {
  case info, low, medium, high, critical

  public static func < (left: RuleSeverity, right: RuleSeverity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }
}

/// What kind of harm a rule is about.
public enum RuleCategory: String, Sendable, CaseIterable {
  case correctness, security, secrets, reliability, cost, kubernetes, style
}

/// Ids of the same check in other tools, by the tool's name (`checkov`, `trivy`, `tflint`, `kics`).
public struct RuleEquivalents: Hashable, Sendable {
  public var idsByTool: [String: [String]]

  public init(_ idsByTool: [String: [String]] = [:]) { self.idsByTool = idsByTool }

  public var isEmpty: Bool { idsByTool.isEmpty }

  /// Tools in order of their names, each with its ids as written.
  public var sorted: [(tool: String, ids: [String])] { idsByTool.sorted { $0.key < $1.key }.map { (tool: $0.key, ids: $0.value) } }

  /// Whether an id of any tool is among these; letter case does not matter. The older `AVD-` form of Trivy's ids is read too, and so are
  /// the long names that tfsec had for them.
  public func contains(_ id: String) -> Bool {
    if idsByTool.isEmpty { return false }
    let wanted = Self.normalized(id)
    // Names of ours without either, such as those of packs, are asked for at every start.
    let mayBeForeign = wanted.utf8.contains { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 }
    let meant = (mayBeForeign ? ForeignNames.standard.ids(of: wanted) : []) + [wanted]
    return idsByTool.values.contains { $0.contains { meant.contains(Self.normalized($0)) } }
  }

  public func merging(_ other: RuleEquivalents) -> RuleEquivalents {
    RuleEquivalents(
      idsByTool.merging(other.idsByTool) { mine, theirs in mine + theirs.filter { !mine.contains($0) } })
  }

  static func normalized(_ id: String) -> String {
    let lowered = id.lowercased()
    return lowered.hasPrefix("avd-") ? String(lowered.dropFirst(4)) : lowered
  }
}

/// What is said about a rule, wherever its condition is written.
public struct RuleMetadata: Sendable {
  /// Kebab-case: provider, service, subject.
  public var name: String
  /// One line without a full stop: what is wrong when it reports.
  public var summary: String
  public var category: RuleCategory
  public var severity: RuleSeverity
  public var tags: [String]
  /// The packs that hold it. `recommended` is what runs when nothing is selected.
  public var packs: [String]
  public var equivalents: RuleEquivalents
  /// Rules that say more: where one of them reports, this one is silent.
  public var coveredBy: [String] = []
  /// Why it matters, in sentences.
  public var why: String
  /// What to do, in sentences.
  public var help: String
  /// Addresses of further reading.
  public var references: [String]

  public init(
    name: String, summary: String, category: RuleCategory, severity: RuleSeverity, tags: [String] = [],
    packs: [String] = ["recommended"], equivalents: RuleEquivalents = RuleEquivalents(), why: String = "", help: String = "",
    references: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.category = category
    self.severity = severity
    self.tags = tags
    self.packs = packs
    self.equivalents = equivalents
    self.why = why
    self.help = help
    self.references = references
  }
}

/// A piece of configuration with what a rule must make of it: its test and its illustration.
public struct RuleExample: Sendable {
  public var name: String
  /// The file that it stands in.
  public var path = "main.tf"
  private let text: Text
  /// Whether the rule must report something in it.
  public var isFlagged: Bool
  public var location: SourceRange?

  public init(name: String, path: String = "main.tf", source: String, isFlagged: Bool, location: SourceRange? = nil) {
    self.name = name
    self.path = path
    text = .plain(source)
    self.isFlagged = isFlagged
    self.location = location
  }

  /// The source is the text of a literal, which few ask for.
  init(name: String, literal: ExpressionSyntax, isFlagged: Bool, location: SourceRange) {
    self.name = name
    text = .literal(literal)
    self.isFlagged = isFlagged
    self.location = location
  }

  private enum Text: Sendable {
    case plain(String)
    case literal(ExpressionSyntax)
  }

  /// Terraform source, as written.
  public var source: String {
    switch text {
    case .plain(let source): source
    case .literal(let expression): RawText.of(expression)
    }
  }
}
