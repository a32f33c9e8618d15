import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Reads a rule from its file. (docs/rules-language.md)
///
/// Total: what is wrong becomes a diagnostic at its place, and a rule is given only when it can run.
struct RuleParser {
  private(set) var diagnostics: [Diagnostic] = []
  /// What rules may look at by a name, beside types.
  private let subjects: [String: SubjectDefinition]

  private init(subjects: [String: SubjectDefinition]) { self.subjects = subjects }

  /// Every rule of a file; several may stand in one file of a user's pack.
  static func parse(_ file: SourceFile, subjects: [String: SubjectDefinition]) -> (rules: [RuleDefinition], diagnostics: [Diagnostic]) {
    let result = parseConfiguration(file)
    var parser = RuleParser(subjects: subjects)
    parser.diagnostics = result.diagnostics
    if result.diagnostics.contains(where: { $0.severity == .error }) { return ([], parser.diagnostics) }
    let body = BodySyntax(tree: result.tree, id: result.tree.root)
    for attribute in body.attributes { parser.report("An attribute stands outside of the rule", "", attribute.range) }
    var rules: [RuleDefinition] = []
    for block in body.blocks {
      guard block.type == "rule" else {
        parser.report("“\(block.type)” is not a block of a rule file", "A rule file holds rule blocks.", block.header)
        continue
      }
      if let rule = parser.rule(block) { rules.append(rule) }
    }
    return (rules, parser.diagnostics)
  }

  // MARK: The rule

  private static let ruleAttributes: Set<String> = [
    "summary", "category", "severity", "tags", "packs", "equivalents", "covered_by", "why", "help", "references",
  ]

  private mutating func rule(_ block: BlockSyntax) -> RuleDefinition? {
    guard let name = block.labels.first, block.labels.count == 1 else {
      report("A rule needs one label, its name", "", block.header)
      return nil
    }
    if !Self.isKebabCase(name.value) {
      report("The name \(quotedHCL(name.value)) is not in kebab case", "Write small letters and digits with hyphens.", block.header)
    }
    var metadata = RuleMetadata(name: name.value, summary: "", category: .security, severity: .medium)
    var errors = diagnostics.count
    for attribute in block.body.attributes {
      guard Self.ruleAttributes.contains(attribute.name) else {
        reportUnknown(attribute.name, Self.ruleAttributes, "a rule", attribute.range)
        continue
      }
      read(attribute, into: &metadata)
    }
    for required in ["summary", "category", "severity"] where block.body.attribute(required) == nil {
      report("The rule has no \(required)", "", block.header)
    }
    var rule = RuleDefinition(
      metadata: metadata, parts: [], parameters: [:], examples: [],
      location: SourceRange(file: block.tree.file, bytes: block.headerRange))
    for inner in block.body.blocks { read(inner, into: &rule) }
    if rule.parts.isEmpty { report("The rule looks at nothing", "Write a resource block with a require argument.", block.header) }
    errors = diagnostics[errors...].count { $0.severity == .error }
    return errors == 0 ? rule : nil
  }

  private mutating func read(_ attribute: AttributeSyntax, into metadata: inout RuleMetadata) {
    switch attribute.name {
    case "summary": metadata.summary = text(attribute) ?? ""
    case "category": metadata.category = choice(attribute) ?? metadata.category
    case "severity": metadata.severity = choice(attribute) ?? metadata.severity
    case "tags": metadata.tags = texts(attribute)
    case "packs": metadata.packs = texts(attribute)
    case "equivalents": metadata.equivalents = equivalents(attribute)
    case "why": metadata.why = Self.unwrapped(text(attribute) ?? "")
    case "help": metadata.help = Self.unwrapped(text(attribute) ?? "")
    case "covered_by": metadata.coveredBy = texts(attribute)
    case "references": metadata.references = texts(attribute)
    default: break
    }
  }

  private mutating func read(_ block: BlockSyntax, into rule: inout RuleDefinition) {
    switch block.type {
    case "parameter":
      guard let name = block.labels.first?.value, let value = block.body.attribute("default").flatMap({ constant($0.expression) }) else {
        report("A parameter needs a name and a default", "", block.header)
        return
      }
      let summary = block.body.attribute("summary").flatMap { text($0) } ?? ""
      rule.parameters[name] = RuleParameter(name: name, defaultValue: value, summary: summary)
    case "example": readExamples(block, into: &rule)
    default:
      if block.type == "subject" {
        rule.parts += parts(block)
        return
      }
      guard let subject = RuleSubject(rawValue: block.type) else {
        reportUnknown(block.type, Set(RuleSubject.allCases.map(\.rawValue) + ["subject", "parameter", "example"]), "a rule", block.header)
        return
      }
      if let part = part(block, subject) { rule.parts.append(part) }
    }
  }

  // MARK: Subjects

  /// Every subject of a `.subject.hcl` file.
  static func parseSubjects(_ file: SourceFile) -> (subjects: [SubjectDefinition], diagnostics: [Diagnostic]) {
    let result = parseConfiguration(file)
    var parser = RuleParser(subjects: [:])
    parser.diagnostics = result.diagnostics
    if result.diagnostics.contains(where: { $0.severity == .error }) { return ([], parser.diagnostics) }
    var found: [SubjectDefinition] = []
    for block in BodySyntax(tree: result.tree, id: result.tree.root).blocks {
      guard block.type == "subject", block.labels.count == 1, let name = block.labels.first?.value else {
        parser.report("“\(block.type)” is not a block of a file of subjects", "Such a file holds blocks of the form subject \"name\".", block.header)
        continue
      }
      let members = block.body.blocks.compactMap { parser.member($0) }
      found.append(
        SubjectDefinition(name: name, members: members, location: SourceRange(file: block.tree.file, bytes: block.headerRange)))
    }
    return (found, parser.diagnostics)
  }

  private mutating func member(_ block: BlockSyntax) -> SubjectDefinition.Member? {
    guard let subject = RuleSubject(rawValue: block.type), !block.labels.isEmpty else {
      reportUnknown(block.type, Set(RuleSubject.allCases.map(\.rawValue)), "a subject", block.header)
      return nil
    }
    var member = SubjectDefinition.Member(subject: subject, patterns: block.labels.map(\.value), bindings: [], each: nil, condition: nil)
    for attribute in block.body.attributes {
      switch attribute.name {
      case "let": member.bindings = bindings(attribute)
      case "where": member.condition = attribute.expression
      case "each": member.each = attribute.expression
      default: reportUnknown(attribute.name, ["let", "where", "each"], "a subject", attribute.range)
      }
    }
    return member
  }

  /// The parts that one part over a subject stands for.
  private mutating func parts(_ block: BlockSyntax) -> [RulePart] {
    guard let written = part(block, .resource) else { return [] }
    if let each = written.each {
      report("A part over a subject has no each of its own", "The subject says what the elements are.", each.range)
    }
    var result: [RulePart] = []
    for label in block.labels {
      guard let definition = subjects[label.value] else {
        reportUnknown(label.value, Set(subjects.keys), "the pack", block.header)
        continue
      }
      result += definition.members.map { written.applied(to: $0) }
    }
    return result
  }

  // MARK: Parts

  private static let partAttributes: Set<String> = ["let", "where", "each", "require", "message", "at", "equivalents", "severity"]

  private mutating func part(_ block: BlockSyntax, _ subject: RuleSubject) -> RulePart? {
    var patterns = block.labels.map(\.value)
    if !subject.hasLabels {
      if let label = block.labels.first {
        let range = SourceRange(file: block.tree.file, bytes: label.range)
        report("A \(subject.rawValue) part has no label", "There is one of them to look at in each module.", range)
      }
      patterns = ["*"]
    }
    if patterns.isEmpty {
      report("A \(subject.rawValue) part needs a label", "Each label is a type, or a pattern such as \"aws_*\".", block.header)
      return nil
    }
    guard let requirement = block.body.attribute("require") else {
      report("The part has no require argument", "It says what must be true.", block.header)
      return nil
    }
    var part = RulePart(subject: subject, patterns: patterns, requirement: requirement.expression, location: block.header)
    for attribute in block.body.attributes {
      switch attribute.name {
      case "require": break
      case "let": part.bind(bindings(attribute))
      case "where": part.conditions = [attribute.expression]
      case "each": part.each = attribute.expression
      case "message": part.message = attribute.expression
      case "at": part.place = attribute.expression
      case "equivalents": part.equivalents = equivalents(attribute)
      case "severity": part.severity = choice(attribute)
      default: reportUnknown(attribute.name, Self.partAttributes, "a part of a rule", attribute.range)
      }
    }
    for inner in block.body.blocks {
      guard inner.type == "fix" else {
        report("“\(inner.type)” is not a block of a part", "A part may have a fix block.", inner.header)
        continue
      }
      part.fix = fix(inner)
    }
    return part
  }

  /// The names of a `let`, in the order of the source.
  private mutating func bindings(_ attribute: AttributeSyntax) -> [(name: String, expression: ExpressionSyntax)] {
    guard let items = objectItems(attribute.expression) else {
      report("let must be an object", "Write let = { name = value }.", attribute.range)
      return []
    }
    return items
  }

  private mutating func objectItems(_ expression: ExpressionSyntax) -> [(name: String, expression: ExpressionSyntax)]? {
    guard case .object(let items) = expression.expression else { return nil }
    var result: [(name: String, expression: ExpressionSyntax)] = []
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      let key = expression.at(expression.tree.node(items, position))
      guard let name = constantKey(key) else {
        report("A key must be a plain name", "", key.range)
        continue
      }
      result.append((name, expression.at(expression.tree.node(items, position + 1))))
    }
    return result
  }

  private mutating func constantKey(_ key: ExpressionSyntax) -> String? {
    guard case .objectKey(let inner, let isForced) = key.expression else { return nil }
    if !isForced, case .scopeTraversal(let root, let steps) = key.tree.expression(inner), steps.count == 0 { return key.tree.name(root) }
    return constant(key.at(inner))?.knownText
  }

  private mutating func fix(_ block: BlockSyntax) -> RuleFix? {
    guard let change = change(block, own: ["safety", "title"]) else { return nil }
    let safety = block.body.attribute("safety").flatMap { text($0) } ?? "unsafe"
    if safety != "safe" && safety != "unsafe" { report("safety must be \"safe\" or \"unsafe\"", "", block.header) }
    return RuleFix(title: block.body.attribute("title").flatMap { text($0) }, isSafe: safety == "safe", change: change)
  }

  /// `set`, `remove` and `block` of a fix or of a block in it.
  private mutating func change(_ block: BlockSyntax, own: Set<String>) -> RuleFix.Change? {
    var change = RuleFix.Change()
    for attribute in block.body.attributes {
      switch attribute.name {
      case "set":
        guard let assignments = objectItems(attribute.expression) else {
          report("set must be an object", "Write set = { attribute = value }.", attribute.range)
          return nil
        }
        change.assignments = assignments
      case "remove": change.removals = texts(attribute)
      case let name where own.contains(name): break
      default: reportUnknown(attribute.name, own.union(["set", "remove", "block"]), "a fix", attribute.range)
      }
    }
    for inner in block.body.blocks {
      guard inner.type == "block", let name = inner.labels.first?.value, inner.labels.count == 1 else {
        report("A block of a fix is written block \"name\" { }", "It changes the nested block of that name, or adds it.", inner.header)
        continue
      }
      if let nested = self.change(inner, own: []) { change.blocks.append((name, nested)) }
    }
    if change.assignments.isEmpty, change.removals.isEmpty, change.blocks.isEmpty, !own.isEmpty {
      report("The fix changes nothing", "It needs set = { attribute = value }, remove = [\"name\"] or block \"name\" { }.", block.header)
      return nil
    }
    return change
  }

  // MARK: Examples

  /// The text of an example is raw source: nothing in it is evaluated.
  private mutating func readExamples(_ block: BlockSyntax, into rule: inout RuleDefinition) {
    let name = block.labels.first?.value ?? ""
    for attribute in block.body.attributes {
      switch attribute.name {
      case "flagged", "accepted":
        rule.examples.append(
          RuleExample(
            name: name, literal: attribute.expression, isFlagged: attribute.name == "flagged", location: block.header))
      default: reportUnknown(attribute.name, ["flagged", "accepted"], "an example", attribute.range)
      }
    }
  }

  // MARK: Constants

  private mutating func constant(_ expression: ExpressionSyntax) -> Value? {
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(expression)
    guard evaluator.diagnostics.isEmpty else {
      diagnostics.append(contentsOf: evaluator.diagnostics)
      return nil
    }
    return value
  }

  private mutating func text(_ attribute: AttributeSyntax) -> String? {
    guard let value = constant(attribute.expression) else { return nil }
    guard let text = value.knownText else {
      report("\(attribute.name) must be a text", "", attribute.range)
      return nil
    }
    return text
  }

  private mutating func texts(_ attribute: AttributeSyntax) -> [String] {
    guard let elements = constant(attribute.expression)?.knownElements else {
      report("\(attribute.name) must be a list of texts", "", attribute.range)
      return []
    }
    return elements.compactMap(\.knownText)
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ attribute: AttributeSyntax) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(attribute) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let suggestion = suggestedName(for: text, among: allowed).map { " Did you mean \(quotedHCL($0))?" } ?? ""
    report(
      "\(quotedHCL(text)) is not a \(attribute.name)", "It must be one of \(allowed.joined(separator: ", ")).\(suggestion)", attribute.range)
    return nil
  }

  private mutating func equivalents(_ attribute: AttributeSyntax) -> RuleEquivalents {
    guard let tools = constant(attribute.expression)?.knownAttributes else {
      report("equivalents must be an object", "Write equivalents = { checkov = [\"…\"] }.", attribute.range)
      return RuleEquivalents()
    }
    var result: [String: [String]] = [:]
    for (tool, ids) in tools.pairs { result[tool] = ids.knownElements?.compactMap(\.knownText) ?? ids.knownText.map { [$0] } ?? [] }
    return RuleEquivalents(result)
  }

  // MARK: Reports

  private mutating func report(_ summary: String, _ detail: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(.error, "rule-definition", summary, detail: detail, at: range))
  }

  private mutating func reportUnknown(_ name: String, _ known: Set<String>, _ place: String, _ range: SourceRange) {
    let suggestion = suggestedName(for: name, among: known.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    report("“\(name)” is not known in \(place)", "Known are \(known.sorted().joined(separator: ", ")).\(suggestion)", range)
  }

  private static func isKebabCase(_ name: String) -> Bool {
    guard let first = name.utf8.first, CharacterClass.lower.contains(first), name.utf8.last != UInt8(ascii: "-") else { return false }
    return name.utf8.allSatisfy { CharacterClass.lower.contains($0) || CharacterClass.digits.contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// Lines of a paragraph joined with spaces; empty lines part paragraphs.
  private static func unwrapped(_ text: String) -> String {
    var result: [UInt8] = []
    var isInParagraph = false
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy { $0 == 0x20 }
      if !isEmpty {
        if !result.isEmpty { result += (isInParagraph ? " " : "\n\n").utf8 }
        result += line
      }
      isInParagraph = !isEmpty
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The text of a heredoc or quoted string as written, with nothing in it resolved.
enum RawText {
  static func of(_ expression: ExpressionSyntax) -> String {
    let text = expression.text
    guard text.hasPrefix("<<") else { return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let marker = lines.removeFirst().drop { $0 == "<" || $0 == "-" }
    while let last = lines.last, last.allSatisfy({ $0 == " " || $0 == "\t" }) || last.drop(while: { $0 == " " || $0 == "\t" }) == marker {
      lines.removeLast()
      if last.drop(while: { $0 == " " || $0 == "\t" }) == marker { break }
    }
    let indentation = lines.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indentation)) }.joined(separator: "\n") + "\n"
  }
}
