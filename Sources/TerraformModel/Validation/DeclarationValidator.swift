import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Checks the blocks of one module as they are written: which arguments and blocks may stand where, and what their literals mean.
///
/// Nothing is looked up and nothing but constants is evaluated. (Terraform language reference, each block's page.)
struct DeclarationValidator {
  let module: Module
  var diagnostics: [Diagnostic] = []
  /// Places where a block type is not known may come from a later version of the language.
  private(set) var isFromTheFuture = false

  init(_ module: Module) { self.module = module }

  /// Everything that is wrong with the declarations of a module.
  static func validate(_ module: Module) -> [Diagnostic] {
    var validator = DeclarationValidator(module)
    for file in module.files { validator.validateFile(file) }
    validator.validateSettings()
    for name in module.variables.keys.sorted() { module.variables[name].map { validator.validateVariable($0) } }
    for name in module.outputs.keys.sorted() { module.outputs[name].map { validator.validateOutput($0) } }
    for name in module.moduleCalls.keys.sorted() { module.moduleCalls[name].map { validator.validateModuleCall($0) } }
    for resource in module.resourcesInOrder + module.duplicateResources { validator.validateResource(resource) }
    validator.validateProviders()
    validator.validateSharedRepetition()
    validator.validateRefactoring()
    validator.validateUniqueBlocks()
    return validator.diagnostics
  }

  mutating func add(
    _ id: String, _ summary: String, _ detail: String, at range: SourceRange, severity: DiagnosticSeverity = .error, related: [DiagnosticLabel] = []
  ) {
    diagnostics.append(Diagnostic(severity, id, summary, detail: detail, at: range, related: related))
  }

  // MARK: Structure

  private mutating func validateFile(_ file: ModuleFile) {
    let isOverride = ModuleDecoder.isOverride(file.source.path)
    for attribute in file.tree.rootBody.attributes {
      add(
        "unsupported-argument", "An argument named “\(attribute.name)” is not expected here",
        "Arguments stand inside of blocks; at the top level of a file there are only blocks.", at: attribute.nameSourceRange)
    }
    for block in file.tree.rootBody.blocks {
      guard let rules = LanguageBlock.topLevel[block.type] else { continue }
      validate(block, rules, isOverride: isOverride)
      for label in block.labels where !HCLSyntax.isIdentifier(label.value) {
        add(
          "invalid-name", "“\(label.value)” is not a valid name",
          "A name starts with a letter or underscore and has only letters, digits, underscores and dashes.",
          at: SourceRange(file: block.tree.file, bytes: label.range))
      }
    }
  }

  private mutating func validate(_ block: BlockSyntax, _ rules: LanguageBlock, isOverride: Bool) {
    validateBody(of: block, block.body, rules)
    guard !isOverride else { return }
    for (name, argument) in rules.arguments.sorted(by: { $0.key < $1.key }) where argument.isRequired {
      if block.body.attribute(name) == nil, !overrides(of: block).contains(where: { $0.body.attribute(name) != nil }) {
        add(
          "missing-argument", "The argument “\(name)” is missing", "A “\(block.type)” block needs it.", at: block.openingBrace)
      }
    }
  }

  private func overrides(of block: BlockSyntax) -> [BlockSyntax] {
    guard let name = block.labels.first?.value else { return [] }
    switch block.type {
    case "variable": return module.variables[name]?.overrides ?? []
    case "output": return module.outputs[name]?.overrides ?? []
    case "module": return module.moduleCalls[name]?.overrides ?? []
    default: return []
    }
  }

  private mutating func validateBody(of block: BlockSyntax, _ body: BodySyntax, _ rules: LanguageBlock) {
    var counts: [String: BlockSyntax] = [:]
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        if let argument = rules.arguments[attribute.name] {
          validate(attribute, argument.kind)
        } else if rules.reserved.contains(attribute.name) {
          reserved(attribute.name, block, at: attribute.nameSourceRange)
        } else if !rules.allowsOtherArguments {
          unsupported(attribute, block, rules)
        }
      case .block(let nested):
        if let rule = rules.blocks[nested.type] {
          if let first = counts[nested.type], rule.isAtMostOne {
            add(
              "duplicate-block", "A second “\(nested.type)” block", "A “\(block.type)” block may have one “\(nested.type)” block.",
              at: nested.header, related: [DiagnosticLabel(first.header, "the first one")])
          }
          counts[nested.type] = counts[nested.type] ?? nested
          validateNested(nested, rule.block)
        } else if nested.type == "_", rules.allowsOtherArguments {
          if let first = counts["_"] {
            add(
              "duplicate-block", "A second escaping block", "A “\(block.type)” block may have one block “_”.", at: nested.header,
              related: [DiagnosticLabel(first.header, "the first one")])
          }
          counts["_"] = nested
        } else if rules.reserved.contains(nested.type) {
          reserved(nested.type, block, at: nested.typeSourceRange)
        } else if !rules.allowsOtherBlocks {
          unsupported(nested, block, rules)
        }
      }
    }
  }

  mutating func validateNested(_ block: BlockSyntax, _ rules: LanguageBlock) {
    if block.labels.count < rules.labels.count {
      add(
        "missing-label", "A label is missing in the “\(block.type)” block",
        "It needs \(rules.labels.count == 1 ? "a label" : "labels"): \(rules.labels.joined(separator: " and ")).", at: block.header)
    } else if block.labels.count > rules.labels.count {
      add(
        "extraneous-label", "A “\(block.type)” block has too many labels",
        rules.labels.isEmpty ? "It has no labels here." : "Its labels here are: \(rules.labels.joined(separator: " and ")).",
        at: SourceRange(file: block.tree.file, bytes: block.labels[rules.labels.count].range))
    }
    validate(block, rules, isOverride: false)
  }

  private mutating func unsupported(_ attribute: AttributeSyntax, _ block: BlockSyntax, _ rules: LanguageBlock) {
    // A lifecycle of something that is only read has less to say than one of a resource.
    if block.type == "lifecycle", LanguageBlock.managedLifecycle.arguments[attribute.name] != nil, rules.blocks["postcondition"] != nil {
      add(
        "invalid-data-lifecycle", "“\(attribute.name)” is only for managed resources",
        "The lifecycle of a data source or an ephemeral resource has only preconditions and postconditions.", at: attribute.nameSourceRange)
      return
    }
    var hint = suggestedName(for: attribute.name, among: rules.arguments.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    if rules.blocks[attribute.name] != nil { hint = " It is a block: write “\(attribute.name) { … }” without an equals sign." }
    add(
      "unsupported-argument", "An argument named “\(attribute.name)” is not expected here",
      "A “\(block.type)” block has no such argument.\(hint)", at: attribute.nameSourceRange)
  }

  private mutating func unsupported(_ nested: BlockSyntax, _ block: BlockSyntax, _ rules: LanguageBlock) {
    var hint = suggestedName(for: nested.type, among: rules.blocks.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    if rules.arguments[nested.type] != nil { hint = " It is an argument: write “\(nested.type) = …”." }
    add(
      "unsupported-block", "Blocks of type “\(nested.type)” are not expected here", "A “\(block.type)” block has no such block.\(hint)",
      at: nested.typeSourceRange)
  }

  private mutating func reserved(_ name: String, _ block: BlockSyntax, at range: SourceRange) {
    add(
      "reserved-name", "“\(name)” is reserved in “\(block.type)” blocks", "The language keeps this name for itself; it has no meaning here.",
      at: range)
  }

  // MARK: Literals

  private mutating func validate(_ attribute: AttributeSyntax, _ kind: LanguageBlock.Kind) {
    switch kind {
    case .expression, .special: break
    case .constant: _ = constant(attribute.expression)
    case .string: _ = constant(attribute.expression, .string)
    case .bool: _ = constant(attribute.expression, .bool)
    }
  }

  /// The value of an expression that may not refer to anything; nil after an error.
  mutating func constant(_ expression: ExpressionSyntax, _ type: ValueType = .dynamic) -> Value? {
    let before = diagnostics.count
    expression.forEachScopeTraversal { traversal in
      add(
        "reference-not-allowed", "References are not possible here", "The value must be written out.", at: traversal.range(throughStep: 0))
    }
    expression.forEachNode { inner in
      guard case .functionCall = inner.expression else { return }
      add("call-not-allowed", "Functions are not possible here", "The value must be written out.", at: inner.range)
    }
    guard diagnostics.count == before else { return nil }
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(expression)
    if evaluator.diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(contentsOf: evaluator.diagnostics)
      return nil
    }
    do throws(ConversionError) {
      return try value.converted(to: type)
    } catch {
      add("wrong-value-type", "The value has the wrong type", "A value of the type \(type) is needed. \(error.message)", at: expression.range)
      return nil
    }
  }
}

extension AttributeSyntax {
  var nameSourceRange: SourceRange { SourceRange(file: tree.file, bytes: nameRange) }
}

extension BlockSyntax {
  var typeSourceRange: SourceRange { SourceRange(file: tree.file, bytes: typeRange) }

  /// The brace that opens the body: where something is missing.
  var openingBrace: SourceRange {
    let bytes = tree.file.bytes
    var offset = Int(headerRange.end)
    let end = min(Int(range.bytes.end), bytes.count)
    while offset < end, bytes[offset] != UInt8(ascii: "{") { offset += 1 }
    guard offset < end else { return header }
    return SourceRange(file: tree.file, bytes: ByteRange(start: UInt32(offset), end: UInt32(offset + 1)))
  }
}
