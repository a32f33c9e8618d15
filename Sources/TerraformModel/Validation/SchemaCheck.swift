import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Checks the body of a resource, data source or provider configuration against its schema, and evaluates all that is in it.
struct SchemaCheck {
  private var evaluator: Evaluator<ValidationScope>
  private let judge: ProviderAdmission.Judge?
  /// Whether values are kept in the state, where ephemeral ones must not go.
  private let keepsValues: Bool
  private var diagnostics: [Diagnostic] = []
  /// Inside of a `dynamic` block with an unknown `for_each` nothing has a value, because there may be no such block.
  private var isInUnknownBlock = false

  /// - Parameters:
  ///   - judge: nil when no schema holds; then expressions are only evaluated.
  ///   - keepsValues: whether they go into the state.
  static func check(
    attributes: [AttributeSyntax], blocks: [BlockSyntax], header: BlockSyntax, _ schema: BlockSchema?, judge: ProviderAdmission.Judge?,
    keepsValues: Bool = false, _ evaluator: Evaluator<ValidationScope>
  ) -> [Diagnostic] {
    var check = SchemaCheck(evaluator: evaluator, judge: judge, keepsValues: keepsValues)
    check.check(attributes, blocks, in: header, schema, what: header.labels.first?.value ?? header.type)
    return check.diagnostics + check.evaluator.diagnostics
  }

  private init(evaluator: Evaluator<ValidationScope>, judge: ProviderAdmission.Judge?, keepsValues: Bool) {
    self.evaluator = evaluator
    self.judge = judge
    self.keepsValues = keepsValues
  }

  private mutating func add(_ id: String, _ summary: String, _ detail: String, at range: SourceRange, severity: DiagnosticSeverity = .error) {
    diagnostics.append(Diagnostic(severity, id, summary, detail: detail, at: range))
  }

  /// What the schema does not have may exist in a version that it does not know.
  private mutating func addUnknown(_ id: String, _ summary: String, _ detail: String, at range: SourceRange) {
    guard let judge else { return }
    add(id, summary, "\(judge.name) does not have it.\(detail)\(judge.laterVersionsNote)", at: range, severity: judge.severityOfUnknown)
  }

  /// What differs from the schema is wrong, unless only a later major version can be in use.
  private mutating func addDifference(_ id: String, _ summary: String, _ detail: String, at range: SourceRange) {
    add(id, summary, detail + (judge?.differenceNote ?? ""), at: range, severity: judge?.severityOfDifference ?? .error)
  }

  // MARK: Bodies

  private mutating func check(
    _ attributes: [AttributeSyntax], _ blocks: [BlockSyntax], in owner: BlockSyntax, _ schema: BlockSchema?, what: String
  ) {
    for attribute in attributes {
      check(attribute, schema, what)
      if schema != nil, blocks.contains(where: { $0.type == attribute.name }) {
        add(
          "argument-and-block", "“\(attribute.name)” is written as an argument and as a block", "Write it in one of the two ways.",
          at: SourceRange(file: attribute.tree.file, bytes: attribute.nameRange))
      }
    }
    for block in blocks { check(block, schema, what) }
    guard let schema, !schema.isOpaque else { return }
    checkPresence(attributes, blocks, in: owner, schema, what)
  }

  private mutating func check(_ attribute: AttributeSyntax, _ schema: BlockSchema?, _ what: String) {
    let value = isInUnknownBlock ? .dynamicUnknown : evaluator.evaluate(attribute.expression)
    guard let schema, !schema.isOpaque else { return }
    let range = SourceRange(file: attribute.tree.file, bytes: attribute.nameRange)
    guard let rule = schema.attribute(attribute.name) else {
      if schema.nestedBlock(attribute.name) != nil {
        // In JSON blocks look like arguments; an empty list was once the way to say that there is none.
        if attribute.tree.isJSON { return }
        addDifference(
          "block-as-argument", "“\(attribute.name)” is a block", "Write “\(attribute.name) { … }” without an equals sign; repeat it for several.",
          at: range)
        return
      }
      let names = schema.attributes.filter(\.mode.isSettable).map(\.name) + schema.nestedBlocks.map(\.name)
      let hint = suggestedName(for: attribute.name, among: names).map { " Did you mean “\($0)”?" } ?? ""
      addUnknown("unknown-argument", "“\(what)” has no argument “\(attribute.name)”", hint, at: range)
      return
    }
    guard rule.mode.isSettable else {
      if value.isKnown, !value.isNull {
        addDifference(
          "computed-argument", "“\(attribute.name)” cannot be set", "Its value is decided when the configuration is applied.", at: range)
      }
      return
    }
    if rule.isDeprecated {
      let replacement = schema.facts(of: attribute.name)?.replacement.map { " Use “\($0)” in its place." } ?? ""
      add(
        "deprecated-argument", "“\(attribute.name)” is deprecated", "A later version of the provider may not have it.\(replacement)", at: range,
        severity: .warning)
    }
    if rule.mode == .required, value.isNull {
      addDifference("missing-argument", "The argument “\(attribute.name)” is null", "“\(what)” needs it, and null is as if it were not there.", at: attribute.expression.range)
    }
    if keepsValues, !rule.isWriteOnly, value.deepMarks.contains(.ephemeral) {
      add(
        "ephemeral-value", "The value of “\(attribute.name)” is ephemeral",
        "Arguments are kept in the state, and such values are not kept. Only write-only arguments take them.", at: attribute.expression.range)
      diagnostics[diagnostics.count - 1].values = evaluator.values(in: attribute.expression)
    }
    checkType(value, attribute, rule, schema)
  }

  private mutating func checkType(_ value: Value, _ attribute: AttributeSyntax, _ rule: AttributeSchema, _ schema: BlockSchema) {
    let type = rule.nested?.constraint ?? rule.type
    guard type != .dynamic else { return }
    do throws(ConversionError) {
      let converted = try value.converted(to: type)
      checkAllowed(converted, attribute, schema)
    } catch {
      addDifference(
        "wrong-argument-type", "The value of “\(attribute.name)” has the wrong type",
        "A value of the type \(type) is needed. \(error.message)", at: attribute.expression.range)
      diagnostics[diagnostics.count - 1].values = evaluator.values(in: attribute.expression)
    }
  }

  /// Lists of allowed values may be older than the provider in use: never more than a warning.
  private mutating func checkAllowed(_ value: Value, _ attribute: AttributeSyntax, _ schema: BlockSchema) {
    guard case .string(let text) = value.content, let facts = schema.facts(of: attribute.name), !facts.isGuess,
      let allowed = facts.allowedValues, !facts.allows(text)
    else { return }
    let names = allowed.map(\.text)
    let hint = suggestedName(for: text, among: names).map { " Did you mean “\($0)”?" } ?? ""
    let list = names.count <= 12 ? " Known values: \(names.joined(separator: ", "))." : ""
    add(
      "unknown-value", "\(quotedHCL(text)) is not a known value of “\(attribute.name)”", "The provider refuses values that it does not know.\(hint)\(list)",
      at: attribute.expression.range, severity: .warning)
  }

  // MARK: Blocks

  private mutating func check(_ block: BlockSyntax, _ schema: BlockSchema?, _ what: String) {
    let isDynamic = block.type == "dynamic"
    let type = isDynamic ? block.labels.first?.value ?? "" : block.type
    let (inner, isKnown) = shape(of: type, block, schema, what)
    if isDynamic {
      checkDynamic(block, type, inner)
    } else if isKnown {
      let body = EffectiveBody(block.body)
      check(body.attributes, body.blocks, in: block, inner, what: type)
    }
  }

  /// The schema of nested blocks of a type; `isKnown` is false when there can be none.
  private mutating func shape(of type: String, _ block: BlockSyntax, _ schema: BlockSchema?, _ what: String) -> (BlockSchema?, isKnown: Bool) {
    guard let schema, !schema.isOpaque else { return (nil, true) }
    let range = block.type == "dynamic" ? block.header : SourceRange(file: block.tree.file, bytes: block.typeRange)
    if let nested = schema.nestedBlock(type) {
      if nested.isDeprecated {
        add(
          "deprecated-argument", "Blocks of type “\(type)” are deprecated", "A later version of the provider may not have them.", at: range,
          severity: .warning)
      }
      return (nested.isOpaque ? nil : nested.block, true)
    }
    if let attribute = schema.attribute(type) {
      if attribute.nested == nil, attribute.type.isMadeOfObjects, schema.admitsArgumentsAsBlocks() { return (nil, true) }
      addDifference("argument-as-block", "“\(type)” is an argument", "Write “\(type) = …” with an equals sign.", at: range)
      return (nil, false)
    }
    let names = schema.nestedBlocks.map(\.name) + schema.attributes.filter(\.mode.isSettable).map(\.name)
    let hint = suggestedName(for: type, among: names).map { " Did you mean “\($0)”?" } ?? ""
    addUnknown("unknown-argument", "“\(what)” has no blocks of type “\(type)”", hint, at: range)
    return (nil, false)
  }

  private mutating func checkDynamic(_ block: BlockSyntax, _ type: String, _ schema: BlockSchema?) {
    guard let forEach = block.body.attribute("for_each"), let content = block.body.blocks(ofType: "content").first else {
      add(
        "incomplete-dynamic-block", "A “dynamic” block needs “for_each” and a “content” block",
        "It makes one block of what stands in “content” for each element of “for_each”.", at: block.openingBrace)
      return
    }
    let collection = isInUnknownBlock ? .dynamicUnknown : evaluator.evaluate(forEach.expression)
    let isIterable =
      switch collection.type {
      case .dynamic, .list, .set, .map, .tuple, .object: !collection.isNull
      case .string, .number, .bool: false
      }
    if !isIterable {
      add(
        "invalid-dynamic-for-each", "“for_each” of a “dynamic” block has no elements",
        "It must be a list, set, map, tuple or object; this is \(collection.isNull ? "null" : "\(collection.type)").", at: forEach.expression.range)
      return
    }
    let iterator = evaluator.scope.module.dynamicIterator(block)
    let outer = isInUnknownBlock
    isInUnknownBlock = outer || !collection.isKnown || collection.keyedElements?.isEmpty != false
    evaluator.pushLocal(iterator, .object([("key", .dynamicUnknown), ("value", .dynamicUnknown)]))
    let body = EffectiveBody(content.body)
    check(body.attributes, body.blocks, in: content, schema, what: type)
    evaluator.popLocal()
    isInUnknownBlock = outer
  }

  // MARK: What is missing

  private mutating func checkPresence(
    _ attributes: [AttributeSyntax], _ blocks: [BlockSyntax], in owner: BlockSyntax, _ schema: BlockSchema, _ what: String
  ) {
    func written(_ name: String) -> Bool {
      attributes.contains { $0.name == name } || blocks.contains { $0.type == name || $0.type == "dynamic" && $0.labels.first?.value == name }
    }
    for attribute in schema.attributes where attribute.mode == .required && !written(attribute.name) {
      addDifference("missing-argument", "The argument “\(attribute.name)” is missing", "“\(what)” needs it.", at: owner.openingBrace)
    }
    for nested in schema.nestedBlocks {
      let found = blocks.filter { $0.type == nested.name }
      let limit = nested.isAtMostOne ? 1 : nested.maxItems
      if let limit, found.count > limit {
        addDifference(
          "too-many-blocks", "Too many “\(nested.name)” blocks", "There may be \(limit == 1 ? "one" : "\(limit)").", at: found[limit].header)
      }
      if found.count < nested.minItems, !written(nested.name) || found.count > 0,
        !blocks.contains(where: { $0.type == "dynamic" && $0.labels.first?.value == nested.name })
      {
        addDifference(
          "missing-block", "A “\(nested.name)” block is missing",
          "“\(what)” needs \(nested.minItems == 1 ? "one" : "at least \(nested.minItems)").", at: owner.openingBrace)
      }
    }
  }
}

extension ValueType {
  /// Such arguments may be written as blocks. (Terraform language, "Attributes as Blocks".)
  fileprivate var isMadeOfObjects: Bool {
    switch self {
    case .list(.object), .set(.object): true
    case .dynamic, .string, .number, .bool, .list, .set, .map, .tuple, .object: false
    }
  }
}

extension BlockSchema {
  /// Whether arguments made of objects may be written as blocks: only where no argument has a type that the first framework for providers
  /// could not describe. (Terraform language, "Attributes as Blocks".)
  fileprivate func admitsArgumentsAsBlocks(depth: Int = 0) -> Bool {
    let isPlain = attributes.allSatisfy { attribute in
      if attribute.nested != nil { return false }
      switch attribute.type {
      case .tuple, .object, .map(.object): return false
      case .list(let element), .set(let element), .map(let element): return element.elementType?.isPrimitive ?? true
      case .dynamic, .string, .number, .bool: return true
      }
    }
    // Schemas may contain themselves.
    return isPlain && (depth > 2 || nestedBlocks.allSatisfy { $0.isOpaque || $0.block.admitsArgumentsAsBlocks(depth: depth + 1) })
  }
}
