import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Linting
import SourceText
import TerraformModel

/// Reads a `.terrane.hcl`. (docs/configuration.md)
///
/// Total: what is wrong becomes a diagnostic at its place. Names of rules and parameters are checked later, when all rules are known.
struct ConfigurationReader {
  private(set) var diagnostics: [Diagnostic] = []
  private var result = ProjectConfiguration()
  private var extends: [Configured<String>] = []
  /// The folder of the file as seen from the working directory, which paths in it are relative to.
  private let folder: String

  /// - Parameters:
  ///   - file: its path as it is shown.
  ///   - directory: the folder that it stands in, absolute.
  /// - Returns: what it says itself, and the files that it extends, as paths that can be opened.
  static func read(_ file: SourceFile, in directory: String) -> (
    configuration: ProjectConfiguration, extends: [Configured<String>], diagnostics: [Diagnostic]
  ) {
    var reader = ConfigurationReader(folder: parentPath(file.path))
    reader.result.directory = directory
    let (rest, modules) = reader.takeModuleBlocks(from: file)
    let parsed = parseConfiguration(rest)
    reader.diagnostics += parsed.diagnostics
    reader.read(BodySyntax(tree: parsed.tree, id: parsed.tree.root))
    for object in modules { reader.result.moduleSources += reader.moduleSources(object, object.range) }
    return (reader.result, reader.extends, reader.diagnostics)
  }

  private init(folder: String) { self.folder = folder }

  // MARK: Blocks

  private mutating func read(_ body: BodySyntax) {
    check(body, .file)
    for attribute in body.attributes {
      switch attribute.name {
      case "extends": extends = paths(attribute)
      case "modules": result.moduleSources = moduleSources(attribute.expression, attribute.range)
      default: break
      }
    }
    for block in body.blocks {
      switch block.type {
      case "lint": readLint(block)
      case "rule":
        guard let rule = rule(block) else { break }
        if let other = result.lint.rules[rule.name.value] {
          report("There are two blocks for the rule “\(rule.name.value)”", "Join them.", rule.name.range, related: other.name.range)
        }
        result.lint.rules[rule.name.value] = rule
      case "path": if let path = path(block) { result.lint.paths.append(path) }
      case "environment": readEnvironment(block)
      default: break
      }
    }
  }

  private mutating func readLint(_ block: BlockSyntax) {
    for attribute in block.body.attributes {
      switch attribute.name {
      case "select": result.lint.select = (result.lint.select ?? []) + texts(attribute)
      case "ignore": result.lint.ignore += texts(attribute)
      case "min_severity": result.lint.minimumSeverity = choice(attribute)
      case "fail_on": result.lint.failureThreshold = choice(attribute)
      case "packs": result.lint.packs += paths(attribute)
      case "require_reason": result.lint.requiresReason = truth(attribute) ?? false
      case "longest_expiry": result.lint.longestExpiry = days(attribute)
      case "inline_ignores": result.lint.honoursSuppressions = truth(attribute)
      default: break
      }
    }
  }

  private mutating func rule(_ block: BlockSyntax) -> RuleSetting? {
    guard let label = label(of: block) else { return nil }
    var rule = RuleSetting(name: label)
    for attribute in block.body.attributes {
      switch attribute.name {
      case "severity": rule.severity = choice(attribute).map { Configured($0, attribute.range) }
      case "enabled": rule.isEnabled = truth(attribute).map { Configured($0, attribute.range) }
      case "ignorable": rule.isIgnorable = truth(attribute) ?? true
      default:
        guard let value = constant(attribute.expression) else { continue }
        rule.parameters.append((attribute.name, Configured(value, attribute.range)))
      }
    }
    return rule
  }

  private mutating func path(_ block: BlockSyntax) -> PathSetting? {
    guard let label = label(of: block) else { return nil }
    var setting = PathSetting(patterns: [label.value], directory: result.directory)
    for attribute in block.body.attributes {
      switch attribute.name {
      case "ignore": setting.ignore = texts(attribute)
      case "min_severity": setting.minimumSeverity = choice(attribute)
      default: break
      }
    }
    for inner in block.body.blocks(ofType: "rule") {
      guard let rule = rule(inner) else { continue }
      for parameter in rule.parameters {
        report(
          "A parameter cannot differ from path to path", "Set “\(parameter.name)” in a rule block of its own, outside of path.",
          parameter.value.range)
      }
      setting.rules.append(rule)
    }
    return setting
  }

  private mutating func readEnvironment(_ block: BlockSyntax) {
    guard let label = label(of: block) else { return }
    var environment = ProjectEnvironment(name: label)
    for attribute in block.body.attributes {
      switch attribute.name {
      case "var_files": environment.variableFiles = paths(attribute)
      case "workspace": environment.workspace = text(attribute)
      default: break
      }
    }
    if let other = result.environments.first(where: { $0.name.value == label.value }) {
      report("There are two environments “\(label.value)”", "Give one of them another name.", label.range, related: other.name.range)
      return
    }
    result.environments.append(environment)
  }

  /// Takes blocks `modules { "SOURCE PATTERN" = "DIR" }` out of a file, whose quoted names only an object may have.
  ///
  /// - Returns: the file with blanks in their place, and each as the object between its braces. All ranges are those of the file.
  private mutating func takeModuleBlocks(from file: SourceFile) -> (rest: SourceFile, objects: [ExpressionSyntax]) {
    var rest = file
    var objects: [ExpressionSyntax] = []
    while let block = Self.moduleBlock(in: rest) {
      let start = Int(block.range.bytes.start)
      guard let brace = rest.bytes[start...].firstIndex(of: UInt8(ascii: "{")) else { break }
      let (object, problems) = parseExpression(Self.blank(rest, outside: brace..<rest.bytes.count))
      let end = max(Int(object.range.bytes.end), brace + 1)
      diagnostics += problems.filter { ($0.subject?.bytes.start).map { Int($0) < end } ?? false }
      objects.append(object)
      rest = SourceFile(
        path: file.path, bytes: Array(rest.bytes[..<start]) + Self.blank(rest.bytes[start..<end]) + Array(rest.bytes[end...]))
    }
    return (rest, objects)
  }

  private static func moduleBlock(in file: SourceFile) -> BlockSyntax? {
    let tree = parseConfiguration(file).tree
    return BodySyntax(tree: tree, id: tree.root).blocks.first { $0.type == "modules" && $0.labels.isEmpty }
  }

  private static func blank(_ file: SourceFile, outside range: Range<Int>) -> SourceFile {
    let bytes = file.bytes
    return SourceFile(
      path: file.path,
      bytes: blank(bytes[..<range.lowerBound]) + Array(bytes[range]) + blank(bytes[range.upperBound...]))
  }

  /// Blanks in place of everything but the ends of lines.
  private static func blank(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { $0 == 0x0A ? 0x0A : 0x20 } }

  private mutating func moduleSources(_ expression: ExpressionSyntax, _ range: SourceRange) -> [ModuleSource] {
    guard case .object(let items) = expression.expression else {
      report("modules must be an object", "Write modules = { \"SOURCE PATTERN\" = \"DIR\" }.", range)
      return []
    }
    return stride(from: 0, to: items.count - 1, by: 2).compactMap { position in
      let key = expression.at(expression.tree.node(items, position))
      let value = expression.at(expression.tree.node(items, position + 1))
      guard case .objectKey(let inner, _) = key.expression, let pattern = constant(key.at(inner))?.text else { return nil }
      guard let path = constant(value)?.text else {
        report("A folder is expected", "Write the path of the folder that holds the module's code.", value.range)
        return nil
      }
      return ModuleSource(pattern: Configured(pattern, key.range), path: Configured(joinedPath(folder, path), value.range))
    }
  }

  // MARK: Names

  /// Reports every name that the schema does not have, and blocks with too many or too few labels.
  private mutating func check(_ body: BodySyntax, _ schema: ConfigurationSchema) {
    let place = schema.name.isEmpty ? "a configuration" : "\(schema.name)"
    for attribute in body.attributes where !schema.isOpen && !schema.arguments.contains(where: { $0.name == attribute.name }) {
      reportUnknown(attribute.name, place, schema, SourceRange(file: attribute.tree.file, bytes: attribute.nameRange))
    }
    for block in body.blocks {
      guard let inner = schema.block(block.type) else {
        reportUnknown(block.type, place, schema, block.header)
        continue
      }
      if block.labels.count != inner.labels {
        let expected = inner.labels == 0 ? "It has no label." : "It has one label: \(inner.name) \"…\" { }."
        report("The block “\(block.type)” has \(block.labels.count) labels", expected, block.header)
      }
      check(block.body, inner)
    }
  }

  private mutating func reportUnknown(_ name: String, _ place: String, _ schema: ConfigurationSchema, _ range: SourceRange) {
    let known = (schema.arguments.map(\.name) + schema.blocks.map(\.name)).sorted()
    let suggestion = suggestedName(for: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    report("“\(name)” is not known in \(place)", "Known are \(known.joined(separator: ", ")).\(suggestion)", range)
  }

  private func label(of block: BlockSyntax) -> Configured<String>? {
    block.labels.first.map { Configured($0.value, SourceRange(file: block.tree.file, bytes: $0.range)) }
  }

  // MARK: Values

  private mutating func constant(_ expression: ExpressionSyntax) -> Value? {
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(expression)
    diagnostics += evaluator.diagnostics
    return evaluator.diagnostics.isEmpty ? value : nil
  }

  private mutating func text(_ attribute: AttributeSyntax) -> String? {
    guard let value = constant(attribute.expression) else { return nil }
    if let text = value.text { return text }
    report("\(attribute.name) must be a text", "", attribute.expression.range)
    return nil
  }

  /// A list of texts, each with its place; one text stands for a list of it.
  private mutating func texts(_ attribute: AttributeSyntax) -> [Configured<String>] {
    let expression = attribute.expression
    guard case .tuple(let elements) = expression.expression else {
      return text(attribute).map { [Configured($0, expression.range)] } ?? []
    }
    return (0..<elements.count).compactMap { position in
      let element = expression.at(expression.tree.node(elements, position))
      guard let value = constant(element) else { return nil }
      if let text = value.text { return Configured(text, element.range) }
      report("\(attribute.name) must be a list of texts", "", element.range)
      return nil
    }
  }

  private mutating func paths(_ attribute: AttributeSyntax) -> [Configured<String>] {
    texts(attribute).map { Configured(joinedPath(folder, $0.value), $0.range) }
  }

  private mutating func truth(_ attribute: AttributeSyntax) -> Bool? {
    guard let value = constant(attribute.expression) else { return nil }
    if case .bool(let truth) = value.content { return truth }
    report("\(attribute.name) must be true or false", "", attribute.expression.range)
    return nil
  }

  private mutating func days(_ attribute: AttributeSyntax) -> Int? {
    guard let value = constant(attribute.expression) else { return nil }
    if case .number(let number) = value.content, let days = number.exactInt, (1...36_500).contains(days) { return days }
    report("\(attribute.name) must be a number of days", "Write a whole number from 1 on.", attribute.expression.range)
    return nil
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ attribute: AttributeSyntax) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(attribute) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let suggestion = suggestedName(for: text, among: allowed).map { " Did you mean \(quotedHCL($0))?" } ?? ""
    report(
      "\(quotedHCL(text)) is not a value of \(attribute.name)", "It must be one of \(allowed.joined(separator: ", ")).\(suggestion)",
      attribute.expression.range)
    return nil
  }

  private mutating func report(_ summary: String, _ detail: String, _ range: SourceRange, related: SourceRange? = nil) {
    diagnostics.append(
      Diagnostic(
        .error, "configuration", summary, detail: detail, at: range, related: related.map { [DiagnosticLabel($0, "the other one")] } ?? []))
  }
}

extension Value {
  /// The text of a string.
  fileprivate var text: String? {
    if case .string(let text) = content { text } else { nil }
  }
}
