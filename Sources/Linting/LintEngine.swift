import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText
import TerraformModel

/// Runs rules over an evaluated configuration.
///
/// A run costs what its resources cost: only rules that look at a type that occurs are parsed, and each only sees the resources of its
/// types.
public struct LintEngine {
  private let request: LintRequest
  private let index: GraphIndex
  private let focus = Focus()
  private let functions: FunctionTable
  private var findings: [(finding: Finding, calls: [[SourceRange]])] = []
  private var positions: [FindingPlace: Int] = [:]
  private var undecided: [UndecidedResult] = []
  /// For rules that give way to others: the names of those.
  private var coveredBy: [String: [String]] = [:]

  /// Judges a configuration by every selected rule.
  public static func run(_ request: LintRequest) -> LintReport {
    var engine = LintEngine(request)
    return engine.report()
  }

  private init(_ request: LintRequest) {
    self.request = request
    index = GraphIndex(request.graph)
    let standard = RuleLanguage.functions
    functions = standard.adding(RuleFunctions.all(index, standard, focus))
  }

  private mutating func report() -> LintReport {
    let declarations = DeclarationSubjects(request.configuration, request.memory)
    let rules = request.catalog.rules(for: occurrences(declarations), request.selection)
    for rule in rules {
      if !rule.metadata.coveredBy.isEmpty { coveredBy[rule.metadata.name] = rule.metadata.coveredBy }
      for part in rule.parts where request.selection.includes(rule.metadata, part: part.equivalents, severity: part.severity) {
        run(part, of: rule, declarations)
      }
    }
    let modules = request.configuration.modules.keys.sorted().compactMap { request.configuration.modules[$0] }
    for rule in request.catalog.rulesOverModules {
      if let rule = rule as? any InstanceRule.Type {
        // What is said about such a rule comes from a table, which is read only where its types occur.
        let occurs = index.positionsByType.keys.contains { $0.hasPrefix(rule.typePrefix) }
        if occurs, request.selection.includes(rule.metadata) { run(rule) }
        continue
      }
      guard request.selection.includes(rule.metadata) else { continue }
      for module in modules {
        let result = request.memory.result(of: rule.metadata.name, in: module) {
          rule.check(module, in: ModuleSurroundings(of: module, request.configuration, request.memory))
        }
        for finding in result.findings { add(finding, of: rule.metadata, calls: []) }
        undecided += result.undecided
      }
    }
    return silenced()
  }

  // MARK: Subjects

  private func occurrences(_ declarations: DeclarationSubjects) -> Occurrences {
    var names: [RuleSubject: Set<String>] = [.graph: []]
    for resource in request.graph.resources { names[Self.subject(resource.address.mode), default: []].insert(resource.type) }
    for kind in RuleSubject.allCases where !declarations.subjects(kind).isEmpty { names[kind] = [] }
    return Occurrences(names)
  }

  private static func subject(_ mode: ResourceAddress.Mode) -> RuleSubject {
    switch mode {
    case .managed: .resource
    case .data: .data
    case .ephemeral: .ephemeral
    }
  }

  private mutating func run(_ part: RulePart, of rule: RuleDefinition, _ declarations: DeclarationSubjects) {
    let mode: ResourceAddress.Mode
    switch part.subject {
    case .resource: mode = .managed
    case .data: mode = .data
    case .ephemeral: mode = .ephemeral
    case .graph:
      focus.resource = nil
      if let subject = GraphSubject.value(request.configuration, request.graph) { judge(subject, part, rule) }
      return
    case .provider, .variable, .output, .local, .module, .check, .terraform:
      for subject in declarations.subjects(part.subject) where part.matches(subject.name) {
        focus.resource = nil
        judge(subject.value, part, rule)
      }
      return
    }
    let types =
      part.patterns.contains { RulePart.isWildcard($0) } ? index.positionsByType.keys.filter { part.matches($0) }.sorted() : part.patterns
    for type in types {
      let schema = Self.schema(mode, type)
      for position in index.positionsByType[type] ?? [] {
        let resource = request.graph.resources[position]
        guard resource.address.mode == mode else { continue }
        focus.resource = resource
        judge(RuleSubjectValue(resource, schema: schema), part, rule)
      }
    }
  }

  /// Runs a rule in Swift over the resources of its types.
  private mutating func run(_ rule: any InstanceRule.Type) {
    let metadata = rule.metadata
    let strict = request.parameters[metadata.name]?["strict"]?.knownTruth ?? false
    for (type, positions) in index.positionsByType.sorted(by: { $0.key < $1.key }) where type.hasPrefix(rule.typePrefix) {
      guard let schema = Self.schema(.managed, type) else { continue }
      for position in positions where request.graph.resources[position].address.mode == .managed {
        let subject = RuleSubjectValue(request.graph.resources[position], schema: schema)
        for problem in rule.problems(of: InstanceSubject(value: subject, memory: request.memory), strict: strict) {
          add(finding(problem, metadata, subject), of: metadata, calls: [subject.source.callChain])
        }
      }
    }
  }

  private func finding(_ problem: InstanceProblem, _ metadata: RuleMetadata, _ subject: RuleSubjectValue) -> Finding {
    let blame = Blame(
      [RuleScope.Read(path: problem.path, value: problem.value)], around: nil, in: subject, configuration: request.configuration)
    var fix: Fix?
    if let suggestion = problem.suggestion, let attribute = subject.source.place(of: problem.path).attribute,
      attribute.expression.text == problem.value.knownText.map({ quotedHCL($0) })
    {
      let edit = TextEdit(range: attribute.expression.range, replacement: quotedHCL(suggestion))
      fix = Fix(title: "write \(quotedHCL(suggestion))", safety: .unsafe, edits: [edit])
    }
    return Finding(
      rule: metadata, message: problem.message, address: subject.address, instances: [subject.instance],
      primary: DiagnosticLabel(blame.primary), related: blame.related.map { DiagnosticLabel($0.range, $0.message) },
      equivalents: problem.equivalents, path: blame.path, fix: fix)
  }

  private static func schema(_ mode: ResourceAddress.Mode, _ type: String) -> BlockSchema? {
    switch mode {
    case .managed: SchemaCatalog.standard.resource(type)
    case .data: SchemaCatalog.standard.dataSource(type)
    case .ephemeral: SchemaCatalog.standard.ephemeralResource(type)
    }
  }

  // MARK: Judgement

  private mutating func judge(_ subject: RuleSubjectValue, _ part: RulePart, _ rule: RuleDefinition) {
    var scope = RuleScope(subject: subject, parameters: parameters(of: rule))
    scope.bindings.reserveCapacity(part.bindings.count + 2)
    var evaluator = ConditionEvaluator(scope: scope, functions: functions, context: request.context)
    for (name, expression) in part.bindings {
      let (result, _) = evaluator.evaluate(expression)
      let path = evaluator.evaluator.scope.lastPath
      switch result {
      case .value(let value): evaluator.evaluator.scope.bindings.append(.init(name: name, value: value, path: path))
      case .failed(let reason): return addUndecided(reason, subject, rule)
      }
    }
    guard let each = part.each else { return judgeOnce(&evaluator, subject, part, rule, around: nil) }
    let (result, reads) = evaluator.evaluate(each)
    let path = evaluator.evaluator.scope.lastPath
    guard case .value(let collection) = result else {
      if case .failed(let reason) = result { addUndecided(reason, subject, rule) }
      return
    }
    if collection.isNullContent { return }
    guard let elements = Elements(of: collection) else {
      return addUndecided(ConditionEvaluator.reason(collection, reads), subject, rule)
    }
    let outer = evaluator.evaluator.scope.bindings
    for position in elements.values.indices {
      evaluator.evaluator.scope.bindings = outer
      let place = path?.appending(elements.steps[position])
      evaluator.evaluator.scope.each = (elements.keys[position], elements.values[position], place)
      judgeOnce(&evaluator, subject, part, rule, around: place)
    }
    if collection.isOpen { addUndecided(ConditionEvaluator.reason(collection, reads), subject, rule) }
  }

  private mutating func judgeOnce(
    _ evaluator: inout ConditionEvaluator, _ subject: RuleSubjectValue, _ part: RulePart, _ rule: RuleDefinition,
    around element: AttributePath?
  ) {
    for (name, expression) in part.elementBindings {
      let (result, _) = evaluator.evaluate(expression)
      let path = evaluator.evaluator.scope.lastPath
      switch result {
      case .value(let value): evaluator.evaluator.scope.bindings.append(.init(name: name, value: value, path: path))
      case .failed(let reason): return addUndecided(reason, subject, rule)
      }
    }
    for condition in part.conditions {
      let decision = evaluator.decide(condition)
      switch decision.verdict {
      case .yes: break
      case .no: return
      case .undecided(let reason):
        // What would pass anyway needs no answer.
        if evaluator.decide(part.requirement).verdict != .yes { addUndecided(reason, subject, rule) }
        return
      }
    }
    let decision = evaluator.decide(part.requirement)
    switch decision.verdict {
    case .yes: return
    case .undecided(let reason): addUndecided(reason, subject, rule)
    case .no:
      let finding = finding(&evaluator, decision.reads, subject, part, rule, around: element)
      add(finding, of: rule.metadata, calls: [subject.source.callChain])
    }
  }

  private func finding(
    _ evaluator: inout ConditionEvaluator, _ reads: [RuleScope.Read], _ subject: RuleSubjectValue, _ part: RulePart,
    _ rule: RuleDefinition, around element: AttributePath?
  ) -> Finding {
    var reads = reads
    if let place = part.place {
      let (result, _) = evaluator.evaluate(place)
      let path = evaluator.evaluator.scope.lastPath ?? AttributePath()
      if case .value(let value) = result { reads = [RuleScope.Read(path: path, value: value)] }
    }
    let blame = Blame(reads, around: element, in: subject, configuration: request.configuration)
    var metadata = rule.metadata
    metadata.equivalents = part.equivalents.isEmpty ? rule.metadata.equivalents : rule.metadata.equivalents.merging(part.equivalents)
    let fix = part.fix.flatMap { fix in
      FixBuilder.fix(fix, in: subject, at: element) { expression in
        if case .value(let value) = evaluator.evaluate(expression).result { value } else { nil }
      }
    }
    return Finding(
      rule: metadata, severity: part.severity, message: message(&evaluator, part, rule, subject), address: subject.address,
      instances: [subject.instance], primary: DiagnosticLabel(blame.primary),
      related: blame.related.map { DiagnosticLabel($0.range, $0.message) }, values: Self.values(reads), path: blame.path,
      fix: fix)
  }

  /// The message of a finding; what is not set in it is named by the address.
  private func message(
    _ evaluator: inout ConditionEvaluator, _ part: RulePart, _ rule: RuleDefinition, _ subject: RuleSubjectValue
  ) -> String {
    guard let message = part.message else { return rule.metadata.summary }
    guard case .template(let parts) = message.expression else {
      if case .value(let value) = evaluator.evaluate(message).result { return OriginText.display(value) }
      return rule.metadata.summary
    }
    var text = ""
    for position in 0..<parts.count {
      let node = parts.count == 0 ? message : message.at(message.tree.node(parts, position))
      if case .templateLiteral = node.expression {
        text += node.tree.string(node.id)
      } else if case .value(let value) = evaluator.evaluate(node).result {
        text += value.isNullContent ? subject.address : OriginText.display(value)
      }
    }
    return text
  }

  /// What was read, in words; long and structured values say nothing at a glance.
  private static func values(_ reads: [RuleScope.Read]) -> [String] {
    var result: [String] = []
    for read in reads.prefix(6) where !read.path.isEmpty {
      let name = String(read.path.description.dropFirst())
      let text: String
      switch read.value.content {
      case .null: text = "\(name) is not set"
      case .bool, .number, .unknown: text = "\(name) is \(OriginText.display(read.value))"
      case .string(let string):
        guard string.utf8.count <= 60, !string.utf8.contains(0x0A) else { continue }
        text = read.value.marks.contains(.sensitive) ? "\(name) is (sensitive)" : "\(name) is \(quotedHCL(string))"
      case .list(_, let elements), .tuple(let elements), .set(_, let elements):
        guard elements.isEmpty else { continue }
        text = "\(name) is empty"
      case .map, .object: continue
      }
      if !result.contains(text) { result.append(text) }
    }
    return result
  }

  private func parameters(of rule: RuleDefinition) -> Attributes {
    var result = Attributes(rule.parameters.map { ($0.key, $0.value.defaultValue) })
    for (name, value) in request.parameters[rule.metadata.name]?.pairs ?? Attributes().pairs where rule.parameters[name] != nil {
      result[name] = value
    }
    return result
  }

  // MARK: Results

  private mutating func add(_ finding: Finding, of rule: RuleMetadata, calls: [[SourceRange]]) {
    guard let severity = request.selection.severity(of: finding, rule, request.overrides) else { return }
    // Of a rule over a table the finding says which of its ids it answers to.
    if finding.equivalents != rule.equivalents, !rule.equivalents.isEmpty {
      var exact = rule
      exact.equivalents = finding.equivalents
      guard request.selection.includes(exact, severity: finding.severity) else { return }
    }
    var finding = finding
    finding.severity = severity
    let place = FindingPlace(finding)
    guard let position = positions[place] else {
      positions[place] = findings.count
      findings.append((finding, calls))
      return
    }
    var known = findings[position]
    for instance in finding.instances where !known.finding.instances.contains(instance) { known.finding.instances.append(instance) }
    for label in finding.related where !known.finding.related.contains(label) { known.finding.related.append(label) }
    if let fix = finding.fix { known.finding.fix = known.finding.fix.map { FixApplication.joining($0, fix) } ?? fix }
    known.calls += calls
    findings[position] = known
  }

  private mutating func addUndecided(_ reason: String, _ subject: RuleSubjectValue, _ rule: RuleDefinition) {
    undecided.append(
      UndecidedResult(rule: rule.metadata.name, address: subject.instance, reason: reason, location: subject.source.header))
  }

  /// Leaves out findings of rules where one that says more reports at the same place or about the same resource.
  private mutating func giveWay() {
    giveWayToPlaces()
    if coveredBy.isEmpty { return }
    var addresses: [String: Set<String>] = [:]
    for (finding, _) in findings { addresses[finding.rule, default: []].insert(finding.address) }
    findings.removeAll { finding, _ in
      (coveredBy[finding.rule] ?? []).contains { addresses[$0]?.contains(finding.address) ?? false }
    }
  }

  /// Leaves out secrets that a rule which knows more about the place reports there.
  private mutating func giveWayToPlaces() {
    let general = SecretInArgument.metadata
    guard findings.contains(where: { $0.finding.rule == general.name }) else { return }
    let exact = findings.filter { general.coveredBy.contains($0.finding.rule) }.map(\.finding.primary.range)
    findings.removeAll { finding, _ in
      let place = finding.primary.range
      return finding.rule == general.name
        && exact.contains { $0.file === place.file && $0.bytes.start < place.bytes.end && place.bytes.start < $0.bytes.end }
    }
  }

  private mutating func silenced() -> LintReport {
    var report = LintReport()
    report.undecided = undecided
    giveWay()
    guard request.honoursSuppressions else {
      report.findings = findings.map(\.finding)
      report.sort()
      return report
    }
    var suppressions = Suppressions(request.configuration, request.memory, policy: request.suppressionPolicy, today: request.today)
    for (finding, calls) in findings {
      if !request.selection.mandatory.contains(finding.rule),
        let comment = suppressions.comment(silencing: finding, calls: calls)
      {
        report.suppressed.append(SuppressedFinding(finding: finding, reason: comment.reason, comment: comment.range))
      } else {
        report.findings.append(finding)
      }
    }
    let about = IdleSuppression.findings(suppressions, request).map { ($0, IdleSuppression.metadata) }
    for (var finding, rule) in about + RefusedSuppression.findings(suppressions, request).map({ ($0, RefusedSuppression.metadata) }) {
      guard let severity = request.selection.severity(of: finding, rule, request.overrides) else { continue }
      finding.severity = severity
      report.findings.append(finding)
    }
    report.usedSuppressions = suppressions.used
    report.sort()
    return report
  }
}
