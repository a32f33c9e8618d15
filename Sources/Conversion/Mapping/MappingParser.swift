import Diagnostics
import HCLSyntax
import SourceText

/// Reads `.map.hcl` files. Every problem is a diagnostic at its place; what could be read is given all the same.
public struct MappingParser {
  public private(set) var diagnostics: [Diagnostic] = []
  private let tree: SyntaxTree

  public init(_ tree: SyntaxTree) { self.tree = tree }

  /// The mappings of a file, in its order.
  public mutating func parseDefinitions() -> [MappingDefinition] {
    let body = BodySyntax(tree: tree, id: tree.root)
    var definitions: [MappingDefinition] = []
    for item in body.items {
      switch item {
      case .attribute(let attribute): report("Argument outside of a mapping", "A mapping file holds `mapping` blocks only.", attribute.range)
      case .block(let block):
        guard block.type == "mapping", block.labels.count == 1 else {
          report("Not a mapping", "A mapping file holds blocks of the form `mapping \"TERRAFORM_TYPE\" { … }`.", block.header)
          continue
        }
        definitions.append(parseDefinition(block))
      }
    }
    return definitions
  }

  private mutating func parseDefinition(_ block: BlockSyntax) -> MappingDefinition {
    var targets: [TargetMapping] = []
    for item in block.body.items {
      switch item {
      case .attribute(let attribute):
        report("Argument outside of a target", "Rules stand inside of a target block, as `cloudformation \"AWS::…\" { … }`.", attribute.range)
      case .block(let target):
        guard target.labels.count == 1 else {
          report("Target without type", "A target block has one label: the target's resource type.", target.header)
          continue
        }
        targets.append(parseTarget(target, target: target.type))
      }
    }
    return MappingDefinition(terraformType: block.labels[0].value, targets: targets, range: block.range)
  }

  private mutating func parseTarget(_ block: BlockSyntax, target: String) -> TargetMapping {
    var mapping = TargetMapping(target: target, type: block.labels[0].value, range: block.header)
    if block.labels.count > 1 { mapping.suffix = block.labels[1].value }
    for item in block.body.items {
      switch item {
      case .attribute(let attribute): parseArgument(attribute, into: &mapping)
      case .block(let inner): parseBlock(inner, into: &mapping)
      }
    }
    return mapping
  }

  private mutating func parseArgument(_ attribute: AttributeSyntax, into mapping: inout TargetMapping) {
    let value = MappingExpression(attribute.expression)
    switch attribute.name {
    case "under": mapping.under = path(value)
    case "when": mapping.when = value
    case "merge_into": mapping.mergeInto = word(value)
    case "each": mapping.each = word(value)
    case "fan_out":
      if case .list(let names) = value.form { mapping.fanOut = names.compactMap { word($0) } } else { reportExpected("a list of attributes", value.range) }
    case "default": mapping.defaults += members(value)
    case "set": mapping.constants += members(value)
    case "options":
      if case .object(let entries) = value.form {
        for entry in entries { mapping.options[entry.key] = entry.value }
      } else {
        reportExpected("an object", value.range)
      }
    default: add(attribute.name, value, attribute.range, to: &mapping.rules)
    }
  }

  private mutating func parseBlock(_ block: BlockSyntax, into mapping: inout TargetMapping) {
    switch (block.type, block.labels.count) {
    case ("refer", 1): parseReference(block, into: &mapping)
    case ("split_into", 1), ("split_into", 2): mapping.splits.append(parseTarget(block, target: mapping.target))
    case ("attribute", 1):
      // For Terraform attributes that are called like a setting of this language.
      guard let to = block.body.attribute("to") else {
        report("Attribute without rule", "The block needs `to = RULE`.", block.header)
        return
      }
      add(block.labels[0].value, MappingExpression(to.expression), block.range, to: &mapping.rules)
    default:
      report(
        "Unknown block \"\(block.type)\"", "Inside of a target stand `refer \"ATTRIBUTE\"`, `split_into \"TYPE\" \"Suffix\"` and `attribute \"NAME\"`.",
        block.header)
    }
  }

  private mutating func parseReference(_ block: BlockSyntax, into mapping: inout TargetMapping) {
    let attributes = block.body.attributes
    guard let only = attributes.first, attributes.count == 1, block.body.blocks.isEmpty else {
      report("Reference without a single form", "It has exactly one of `ref`, `attribute`, `property`, `join`, `sub` and `value`.", block.header)
      return
    }
    let written = MappingExpression(only.expression)
    let form: MappingExpression.Form
    switch (only.name, written.form) {
    case ("ref", .bool(true)): form = .path(["ref"])
    case ("attribute", .string), ("attribute", .path): form = .call("attribute", [written])
    case ("property", .string), ("property", .path): form = .call("property", [written])
    case ("join", .list(let parts)) where !parts.isEmpty:
      form = .call("join", [parts[0], MappingExpression(.list(Array(parts.dropFirst())), range: written.range)])
    case ("sub", .string), ("sub", .template): form = written.form
    case ("value", _): form = written.form
    default:
      reportExpected("one of `ref = true`, `attribute = \"X\"`, `property = X`, `join = [SEPARATOR, PART…]`, `sub = \"…\"`, `value = …`", only.range)
      return
    }
    mapping.references.append(
      ReferenceRule(attribute: block.labels[0].value, value: MappingExpression(form, range: written.range), range: block.range))
  }

  private mutating func add(_ name: String, _ value: MappingExpression, _ range: SourceRange, to rules: inout [AttributeRule]) {
    if rules.contains(where: { $0.attribute == name }) {
      report("\"\(name)\" is mapped twice", "Each attribute has one rule; a list gives it several places.", range)
    }
    guard let rule = rule(value) else { return }
    rules.append(AttributeRule(attribute: name, rule: rule, range: range))
  }

  // MARK: Rules

  private mutating func rule(_ expression: MappingExpression) -> MappingRule? {
    switch expression.form {
    case .path, .string: return path(expression).map { .path($0) }
    case .object(let entries): return .nested(nil, rules(entries))
    case .list(let elements): return .several(elements.compactMap { rule($0) })
    case .call(let name, let arguments): return call(name, arguments, expression.range)
    case .null, .bool, .number, .template, .binary, .not, .unsupported:
      reportExpected("a path, an operator over one, or an object of rules", expression.range)
      return nil
    }
  }

  private mutating func call(_ name: String, _ arguments: [MappingExpression], _ range: SourceRange) -> MappingRule? {
    switch name {
    case "ignore", "drop":
      guard arguments.count == 1, let reason = arguments[0].stringValue, !reason.isEmpty else {
        reportExpected("\(name)(\"REASON\")", range)
        return nil
      }
      return name == "ignore" ? .ignore(reason) : .drop(reason)
    case "assume":
      guard arguments.count == 2, let reason = arguments[1].stringValue, !reason.isEmpty else {
        reportExpected("assume(VALUE, \"REASON\")", range)
        return nil
      }
      return .assume(arguments[0], reason)
    case "block":
      guard arguments.count == 2, let path = path(arguments[0]), let rules = objectRules(arguments[1]) else {
        reportExpected("block(PATH, { … })", range)
        return nil
      }
      return .nested(path, rules)
    case "inline":
      guard arguments.count <= 1 else {
        reportExpected("inline({ … })", range)
        return nil
      }
      guard let argument = arguments.first else { return .inline([]) }
      return objectRules(argument).map { .inline($0) }
    case "choose":
      guard arguments.count == 3, let first = rule(arguments[1]), let second = rule(arguments[2]) else {
        reportExpected("choose(CONDITION, RULE, RULE)", range)
        return nil
      }
      return .choice(arguments[0], first, second)
    case "constant":
      guard arguments.count == 2, let path = path(arguments[0]) else {
        reportExpected("constant(PATH, VALUE)", range)
        return nil
      }
      return .constant(path, arguments[1])
    case "fan_out":
      guard arguments.count == 3, let path = path(arguments[0]), let single = objectRules(arguments[1]), let rest = objectRules(arguments[2])
      else {
        reportExpected("fan_out(PATH, { attribute = PATH of one element, … }, { the rest })", range)
        return nil
      }
      return .fanOut(path, single, rest)
    default:
      guard let first = arguments.first, let inner = rule(first) else {
        reportExpected("\(name)(PATH, …)", range)
        return nil
      }
      return .operation(OperatorCall(name: name, arguments: Array(arguments.dropFirst()), range: range), inner)
    }
  }

  private mutating func objectRules(_ expression: MappingExpression) -> [AttributeRule]? {
    guard case .object(let entries) = expression.form else {
      reportExpected("an object of rules", expression.range)
      return nil
    }
    return rules(entries)
  }

  private mutating func rules(_ entries: [MappingExpression.Entry]) -> [AttributeRule] {
    var rules: [AttributeRule] = []
    for entry in entries { add(entry.key, entry.value, entry.keyRange, to: &rules) }
    return rules
  }

  // MARK: Pieces

  private mutating func path(_ expression: MappingExpression) -> TargetPath? {
    switch expression.form {
    case .path(let names): return TargetPath(names: names)
    case .string(let text):
      guard let path = TargetPath(text) else {
        reportExpected("a path as `A.B`, `A[].B`, `A[0].B` or `A[Key=value].B`", expression.range)
        return nil
      }
      return path
    case .null, .bool, .number, .template, .call, .list, .object, .binary, .not, .unsupported:
      reportExpected("a path", expression.range)
      return nil
    }
  }

  private mutating func members(_ expression: MappingExpression) -> [MemberValue] {
    guard case .object(let entries) = expression.form else {
      reportExpected("an object of paths and values", expression.range)
      return []
    }
    return entries.compactMap { entry in
      guard let path = TargetPath(entry.key) else {
        reportExpected("a path", entry.keyRange)
        return nil
      }
      return MemberValue(path: path, value: entry.value, range: entry.keyRange)
    }
  }

  private mutating func word(_ expression: MappingExpression) -> String? {
    if let text = expression.stringValue ?? expression.word { return text }
    reportExpected("the name of an attribute", expression.range)
    return nil
  }

  private mutating func reportExpected(_ expectation: String, _ range: SourceRange) {
    report("Unexpected form", "Expected \(expectation).", range)
  }

  private mutating func report(_ summary: String, _ detail: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(.error, "invalid-mapping", summary, detail: detail, at: range))
  }
}
