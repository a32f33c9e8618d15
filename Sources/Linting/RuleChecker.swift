import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Checks a rule against the schemas before it runs: types, attributes, names, functions.
struct RuleChecker {
  let rule: RuleDefinition
  /// Terraform's functions, by name.
  let functions: FunctionTable
  private(set) var diagnostics: [Diagnostic] = []

  /// Everything that is wrong with a rule, in the order of the source.
  static func check(_ rule: RuleDefinition, functions: FunctionTable) -> [Diagnostic] {
    var checker = RuleChecker(rule: rule, functions: functions)
    for part in rule.parts { checker.check(part) }
    if rule.examples.isEmpty {
      checker.report("The rule has no example", "Examples are its tests: write at least one that is flagged.", rule.location, .warning)
    }
    return checker.diagnostics
  }

  private init(rule: RuleDefinition, functions: FunctionTable) {
    self.rule = rule
    self.functions = functions
  }

  private mutating func check(_ part: RulePart) {
    for pattern in part.patterns {
      let before = diagnostics.count
      check(part, pattern)
      // What is wrong for the first type need not be said for the others.
      if diagnostics.count > before { return }
    }
    checkIsCondition(part.requirement)
    for condition in part.conditions { checkIsCondition(condition) }
  }

  private mutating func check(_ part: RulePart, _ pattern: String) {
    let schemas = Self.schemas(part.subject, pattern)
    let schema = schemas.first
    if part.subject.isTyped, part.subject != .provider, !RulePart.isWildcard(pattern), schema == nil {
      let kind = part.subject == .resource ? ProviderSchema.Kind.resource : part.subject == .data ? .dataSource : .ephemeralResource
      let known = SchemaCatalog.standard.typeNames(kind)
      let suggestion = suggestedName(for: pattern, among: known).map { "Did you mean “\($0)”?" }
      // Of a kind, or a provider, that no schema describes every type may exist.
      if suggestion != nil || known.contains(where: { Self.haveOneProvider($0, pattern) }) {
        report("There is no \(part.subject.rawValue) type “\(pattern)”", suggestion ?? "", part.location)
      }
    }
    var names: Set<String> = []
    for (name, expression) in part.bindings + part.elementBindings {
      check(expression, part, schemas, names)
      names.insert(name)
    }
    for expression in [part.each, part.requirement, part.message, part.place].compactMap({ $0 }) + part.conditions {
      check(expression, part, schemas, names)
    }
    if let fix = part.fix {
      var target = schema
      if let each = part.each { target = schema.flatMap { block(of: each, $0) } }
      check(fix.change, part, schemas, target: target, names)
    }
  }

  /// Whether two types begin with the same provider's name.
  private static func haveOneProvider(_ first: String, _ second: String) -> Bool {
    first.prefix { $0 != "_" } == second.prefix { $0 != "_" }
  }

  /// - Parameter target: the schema of the block that is changed, when it is known.
  private mutating func check(
    _ change: RuleFix.Change, _ part: RulePart, _ schemas: [BlockSchema], target: BlockSchema?, _ names: Set<String>
  ) {
    for (name, expression) in change.assignments {
      if let target, target.attribute(name) == nil, target.nestedBlock(name) == nil {
        let suggestion = suggestedName(for: name, among: target.attributes.map(\.name)).map { "Did you mean “\($0)”?" } ?? ""
        report("“\(name)” is not an attribute of \(target.path)", suggestion, expression.range)
      }
      check(expression, part, schemas, names)
    }
    for name in change.removals {
      if let target, target.attribute(name) == nil, target.nestedBlock(name) == nil {
        report("\(target.path) has no attribute or block “\(name)”", "A fix cannot remove it.", part.location)
      }
    }
    for (name, inner) in change.blocks {
      let nested = target?.nestedBlock(name)
      if let target, nested == nil { report("\(target.path) has no block “\(name)”", "A fix cannot add it.", part.location) }
      check(inner, part, schemas, target: nested.flatMap { $0.isOpaque ? nil : $0.block }, names)
    }
  }

  /// The schema of a type in all versions of its provider that have it, the newest first: a rule holds for each of them.
  static func schemas(_ subject: RuleSubject, _ pattern: String) -> [BlockSchema] {
    if RulePart.isWildcard(pattern) { return [] }
    let catalog = SchemaCatalog.standard
    switch subject {
    case .resource: return catalog.resources(pattern)
    case .data: return catalog.dataSources(pattern)
    case .ephemeral: return catalog.ephemeralResource(pattern).map { [$0] } ?? []
    case .provider: return catalog.provider(localName: pattern)?.configuration.map { [$0] } ?? []
    case .variable, .output, .local, .module, .check, .terraform, .graph: return []
    }
  }

  private mutating func check(_ expression: ExpressionSyntax, _ part: RulePart, _ schemas: [BlockSchema], _ names: Set<String>) {
    var found: [ExpressionName] = []
    expression.forEachName { found.append($0) }
    // What stands inside of try and can may fail: that is what they are for.
    let excused = found.compactMap { name -> ByteRange? in
      guard case .call(let function, _, let call) = name, function == "try" || function == "can" else { return nil }
      return call.range.bytes
    }
    for name in found {
      if case .traversal(let traversal) = name, excused.contains(where: { $0.contains(traversal.range.bytes) }) { continue }
      switch name {
      case .traversal(let traversal): check(traversal, part, schemas, names)
      case .call(let name, let arguments, let call): check(name, arguments, call)
      }
    }
  }

  private mutating func check(_ traversal: ScopeTraversal, _ part: RulePart, _ schemas: [BlockSchema], _ names: Set<String>) {
    switch traversal.rootName {
    case "self":
      check(traversal, from: 0, schemas)
    case "each":
      if part.each == nil { report("“each” needs an each argument in the part", "", traversal.range) }
      guard let each = part.each, traversal.attributeName(0) == "value" else { return }
      check(traversal, from: 1, schemas.compactMap { block(of: each, $0) })
    case "param":
      guard let name = traversal.attributeName(0), rule.parameters[name] != nil else {
        report("The rule has no such parameter", "Declare it in a parameter block.", traversal.range)
        return
      }
    case let root where names.contains(root): break
    case let root:
      let known = names.union(["self", "each", "param"]).sorted()
      let suggestion = suggestedName(for: root, among: known).map { " Did you mean “\($0)”?" } ?? ""
      report("“\(root)” is not known here", "Known are \(known.joined(separator: ", ")).\(suggestion)", traversal.range(throughStep: 0))
    }
  }

  /// The schema of the blocks that an `each` names, when it names blocks plainly.
  private func block(of each: ExpressionSyntax, _ schema: BlockSchema) -> BlockSchema? {
    guard let traversal = ScopeTraversal(each), traversal.rootName == "self" else { return nil }
    var current = schema
    for position in 0..<traversal.stepCount {
      guard let name = traversal.attributeName(position), let nested = current.nestedBlock(name), !nested.isOpaque else { return nil }
      current = nested.block
    }
    return current
  }

  /// Reports the first name that no version has: what is wrong with the newest one.
  private mutating func check(_ traversal: ScopeTraversal, from first: Int, _ schemas: [BlockSchema]) {
    if first == 0, traversal.attributeName(0) == "lifecycle" { return checkLifecycle(traversal) }
    let problems = schemas.map { Self.problem(traversal, from: first, $0) }
    if problems.contains(where: { $0 == nil }) { return }
    if let problem = problems.first.flatMap({ $0 }) { diagnostics.append(problem) }
  }

  private mutating func checkLifecycle(_ traversal: ScopeTraversal) {
    let known = RuleSubjectValue.lifecycleSettings
    guard let name = traversal.attributeName(1), !known.contains(name) else { return }
    report("“\(name)” is not a setting that rules may ask for", "Known are \(known.joined(separator: ", ")).", traversal.range(ofStep: 1))
  }

  private static func problem(_ traversal: ScopeTraversal, from first: Int, _ schema: BlockSchema) -> Diagnostic? {
    var current = schema
    for position in first..<max(first, traversal.stepCount) {
      guard case .attribute(let name)? = traversal.step(position) else { continue }
      if current.isOpaque || current.attribute(name) != nil { return nil }
      guard let nested = current.nestedBlock(name) else {
        let known = current.attributes.map(\.name) + current.nestedBlocks.map(\.name)
        let suggestion = suggestedName(for: name, among: known).map { "Did you mean “\($0)”?" } ?? ""
        return Diagnostic(
          .error, "rule-definition", "\(current.path) has no attribute or block “\(name)”", detail: suggestion,
          at: traversal.range(ofStep: position))
      }
      if nested.isOpaque { return nil }
      current = nested.block
    }
    return nil
  }

  private mutating func check(_ name: String, _ arguments: [ExpressionSyntax], _ call: ExpressionSyntax) {
    guard functions[name] != nil || RuleFunctions.names.contains(name) || ["try", "can"].contains(name) else {
      let known = RuleFunctions.names.union(functions.byName.keys).sorted()
      report(
        "There is no function “\(name)”", suggestedName(for: name, among: known).map { "Did you mean “\($0)”?" } ?? "", call.range)
      return
    }
    switch name {
    case "related" where arguments.count == 2:
      guard let type = literal(arguments[0]), let attribute = literal(arguments[1]) else { return }
      guard let schema = SchemaCatalog.standard.resource(type) else {
        report("There is no resource type “\(type)”", "", arguments[0].range)
        return
      }
      checkPath(attribute, schema, arguments[1].range)
    case "refers" where arguments.count == 2:
      // What a data source has looked up is referred to as well.
      if let type = literal(arguments[1]), SchemaCatalog.standard.resource(type) == nil, SchemaCatalog.standard.dataSource(type) == nil {
        report("There is no resource type and no data source “\(type)”", "", arguments[1].range)
      }
    default: break
    }
  }

  private mutating func checkPath(_ path: String, _ schema: BlockSchema, _ range: SourceRange) {
    var current = schema
    for name in path.split(separator: ".").map(String.init) {
      if current.attribute(name) != nil { return }
      guard let nested = current.nestedBlock(name), !nested.isOpaque else {
        report("\(current.path) has no attribute or block “\(name)”", "", range)
        return
      }
      current = nested.block
    }
  }

  private func literal(_ expression: ExpressionSyntax) -> String? {
    guard case .template(let parts) = expression.expression, parts.count == 1,
      case .templateLiteral = expression.tree.expression(expression.tree.node(parts, 0))
    else { return nil }
    return expression.tree.string(expression.tree.node(parts, 0))
  }

  /// What can never be a bool is no condition.
  private mutating func checkIsCondition(_ expression: ExpressionSyntax) {
    switch expression.expression {
    case .number, .tuple, .object, .template, .forExpression, .splat, .null:
      report("This is never true or false", "A condition compares, or calls a function that answers yes or no.", expression.range)
    case .binary(let op, _, _):
      switch op {
      case .add, .subtract, .multiply, .divide, .modulo:
        report("A number is never true or false", "A condition compares, or calls a function that answers yes or no.", expression.range)
      case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: break
      }
    case .parentheses(let inner): checkIsCondition(expression.at(inner))
    case .bool, .templateLiteral, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall, .conditional, .index,
      .objectKey, .anonymousSymbol, .unary, .invalid:
      break
    }
  }

  private mutating func report(_ summary: String, _ detail: String, _ range: SourceRange, _ severity: DiagnosticSeverity = .error) {
    diagnostics.append(Diagnostic(severity, "rule-definition", summary, detail: detail, at: range))
  }
}
