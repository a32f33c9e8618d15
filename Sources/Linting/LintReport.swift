import Diagnostics
import HCLEvaluation
import HCLValues
import SourceText
import TerraformModel

/// What to lint, and how.
public struct LintRequest: Sendable {
  public var configuration: Configuration
  /// The configuration evaluated under the lint binding.
  public var graph: ResourceGraph
  public var selection: RuleSelection
  /// The rules that there are.
  public var catalog: RuleCatalog
  /// Values for rules' parameters, by rule and name.
  public var parameters: [String: Attributes]
  /// What is different for the findings in some files; later ones win.
  public var overrides: [PathOverride]
  /// Whether comments silence findings.
  public var honoursSuppressions: Bool
  /// What a suppression must have to count.
  public var suppressionPolicy = SuppressionPolicy()
  /// Year-month-day, for suppressions that expire; nil leaves them in force.
  public var today: String?
  /// Shared by runs over the same parsed modules, so that what depends on their text alone is computed once.
  public var memory: LintMemory
  /// What functions in conditions may see; files are not needed by any rule of ours.
  public var context: FunctionContext

  public init(
    configuration: Configuration, graph: ResourceGraph, selection: RuleSelection = RuleSelection(),
    catalog: RuleCatalog = .standard, parameters: [String: Attributes] = [:], overrides: [PathOverride] = [],
    honoursSuppressions: Bool = true,
    today: String? = nil, memory: LintMemory = LintMemory(), context: FunctionContext = .none
  ) {
    self.memory = memory
    self.configuration = configuration
    self.graph = graph
    self.selection = selection
    self.catalog = catalog
    self.parameters = parameters
    self.overrides = overrides
    self.honoursSuppressions = honoursSuppressions
    self.today = today
    self.context = context
  }
}

/// What a run of the linter found.
public struct LintReport: Sendable {
  /// By path, offset and rule.
  public var findings: [Finding] = []
  public var suppressed: [SuppressedFinding] = []
  public var undecided: [UndecidedResult] = []
  /// How many findings were left out because they are known.
  public var knownCount = 0
  /// How many known findings do not occur any more.
  public var goneCount = 0
  /// Suppression comments that silenced something.
  var usedSuppressions: Set<SourceRange> = []

  public init() {}

  /// Joins reports over several root modules: a finding at the same place stands once, with the instances of all.
  public mutating func merge(_ other: LintReport) {
    usedSuppressions.formUnion(other.usedSuppressions)
    // A comment that is idle under one root module may be of use under another.
    findings = LintReport.merged(findings + other.findings).filter {
      $0.rule != IdleSuppression.metadata.name || !usedSuppressions.contains($0.primary.range)
    }
    let places = Set(suppressed.map { FindingPlace($0.finding) })
    suppressed += other.suppressed.filter { !places.contains(FindingPlace($0.finding)) }
    undecided += other.undecided
    sort()
  }

  mutating func sort() {
    findings.sort(by: Finding.precedes)
    suppressed.sort { Finding.precedes($0.finding, $1.finding) }
    var seen: Set<String> = []
    undecided = undecided.filter { seen.insert("\($0.rule) \($0.address) \($0.reason)").inserted }
    undecided.sort { left, right in
      if left.location != right.location { return SourceRange.precedes(left.location, right.location) }
      return (left.rule, left.address) < (right.rule, right.address)
    }
  }

  static func merged(_ findings: [Finding]) -> [Finding] {
    var positions: [FindingPlace: Int] = [:]
    var result: [Finding] = []
    for finding in findings {
      let place = FindingPlace(finding)
      guard let position = positions[place] else {
        positions[place] = result.count
        result.append(finding)
        continue
      }
      for instance in finding.instances where !result[position].instances.contains(instance) {
        result[position].instances.append(instance)
      }
      for label in finding.related where !result[position].related.contains(label) { result[position].related.append(label) }
    }
    return result
  }
}
