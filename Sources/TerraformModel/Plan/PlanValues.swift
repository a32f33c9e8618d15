import Documents
import HCLValues
import Schemas
import SourceText

/// Values of a plan in the form that evaluated configuration has: attributes of their schema's types, blocks as lists of objects, and
/// only what the configuration sets, as far as the plan says.
struct PlanValues {
  /// The parts of a plan that say something of the same value.
  struct Part {
    var value: PositionedDocument?
    /// `true` for what is not known before the plan is carried out.
    var unknown: PositionedDocument?
    /// `true` for what is secret.
    var sensitive: PositionedDocument?
    /// How it is written: what it refers to, or that it is constant.
    var expression: PositionedDocument?

    func member(_ name: String) -> Part {
      Part(
        value: value?[name], unknown: unknown?[name] ?? wholly(unknown), sensitive: sensitive?[name] ?? wholly(sensitive),
        expression: expression?[name])
    }

    func element(_ index: Int, expression: PositionedDocument?) -> Part {
      Part(
        value: value?[index], unknown: unknown?[index] ?? wholly(unknown), sensitive: sensitive?[index] ?? wholly(sensitive),
        expression: expression)
    }

    /// What holds for the whole holds for each part.
    private func wholly(_ document: PositionedDocument?) -> PositionedDocument? { document?.boolValue == true ? document : nil }

    var isUnknown: Bool { unknown?.boolValue == true }
    var isSensitive: Bool { sensitive?.boolValue == true }
    var isNull: Bool { value?.isNull ?? true }
  }

  let references: PlanReferences
  let module: ModuleAddress
  let binding: Binding
  /// Where attributes and blocks stand in the plan.
  private(set) var ranges: [AttributePath: SourceRange] = [:]

  init(references: PlanReferences, module: ModuleAddress, binding: Binding) {
    self.references = references
    self.module = module
    self.binding = binding
  }

  // MARK: Blocks

  /// The content of a resource or of a block in it.
  mutating func block(_ part: Part, _ schema: BlockSchema?, _ path: AttributePath = AttributePath()) -> Attributes {
    var names = Set((part.value?.members ?? []).map(\.key))
    for member in part.unknown?.members ?? [] { names.insert(member.key) }
    var result: [(String, Value)] = []
    for name in names.sorted() {
      let inner = part.member(name)
      let innerPath = path.appending(.attribute(name))
      let value: Value?
      if let nested = schema?.nestedBlock(name) {
        // Wholly unknown and not written: the provider fills it in.
        let isComputed = inner.isUnknown && part.expression != nil && inner.expression == nil
        value = isComputed ? nil : blocks(inner, nested.block, innerPath)
      } else if schema == nil, Self.isBlock(inner.expression) {
        value = blocks(inner, nil, innerPath)
      } else {
        value = isSet(name, inner, of: part, schema) ? attribute(name, inner, schema?.attribute(name)) : nil
      }
      guard let value else { continue }
      result.append((name, value))
      if let member = part.value?.member(name) {
        ranges[innerPath] = SourceRange(file: member.keyRange.file, bytes: member.keyRange.bytes.union(member.value.range.bytes))
      }
    }
    return Attributes(result)
  }

  /// Expressions of a block are objects without what expressions of attributes have.
  private static func isBlock(_ expression: PositionedDocument?) -> Bool {
    guard let first = expression?.elements?.first ?? expression, let members = first.members, !members.isEmpty else { return false }
    return !members.contains { $0.key == "references" || $0.key == "constant_value" }
  }

  private mutating func blocks(_ part: Part, _ schema: BlockSchema?, _ path: AttributePath) -> Value? {
    if part.isUnknown { return Value(.tuple([]), marks: part.isSensitive ? [.open, .sensitive] : .open) }
    var elements: [Value] = []
    if part.value?.members != nil || part.value == nil && part.unknown?.members != nil {
      elements.append(element(part, schema, path.appending(.index(0)), part.expression?.elements?.first ?? part.expression))
    } else {
      let count = max(part.value?.elements?.count ?? 0, part.unknown?.elements?.count ?? 0)
      let written = part.expression?.elements ?? part.expression.map { [$0] } ?? []
      for index in 0..<count {
        // Blocks that a dynamic block makes are not written one by one.
        let expression = written.count == count ? written[index] : nil
        elements.append(element(part.element(index, expression: expression), schema, path.appending(.index(index)), expression))
      }
    }
    if elements.isEmpty { return nil }
    return Value(.tuple(elements), marks: part.isSensitive ? .sensitive : [])
  }

  private mutating func element(_ part: Part, _ schema: BlockSchema?, _ path: AttributePath, _ expression: PositionedDocument?) -> Value {
    var inner = part
    inner.expression = expression
    if let range = part.value?.range { ranges[path] = range }
    return Value(.object(block(inner, schema, path)), marks: part.isSensitive ? .sensitive : [])
  }

  /// Whether the configuration sets an attribute; what the provider adds is not part of it.
  private func isSet(_ name: String, _ part: Part, of block: Part, _ schema: BlockSchema?) -> Bool {
    if part.isNull, !part.isUnknown, part.unknown?.members == nil, part.unknown?.elements == nil { return false }
    if block.expression?[name] != nil { return true }
    let attribute = schema?.attribute(name)
    switch attribute?.mode {
    case .computed: return false
    // What a dynamic block makes is written as a block, and not named among the expressions.
    case .optionalComputed: return !part.isUnknown && (block.expression == nil || attribute?.type.isWrittenAsBlocks == true && part.value?.elements?.isEmpty == false)
    case .optional, .required: return true
    case nil: return block.expression == nil && schema == nil && !part.isUnknown
    }
  }

  // MARK: Attributes

  /// Everything that the plan knows of a resource, whoever sets it.
  static func known(_ part: Part, _ schema: BlockSchema?) -> Attributes {
    Attributes(
      (part.value?.members ?? []).compactMap { member in
        let value = raw(part.member(member.key))
        guard !value.isNull, value.isKnown else { return nil }
        guard let type = schema?.attribute(member.key)?.type, let converted = try? value.converted(to: type) else { return (member.key, value) }
        return (member.key, converted)
      })
  }

  private func attribute(_ name: String, _ part: Part, _ schema: AttributeSchema?) -> Value {
    let type = schema?.nested?.constraint ?? schema?.type ?? .dynamic
    var value = references.valueThatStaysSymbolic(part.expression, name, type, in: module, binding, part.value) ?? Self.raw(part)
    if type != .dynamic, !value.has(type: type), let converted = try? value.converted(to: type) { value = converted }
    if !value.isKnown, value.origin == nil { value = .unknown(type == .dynamic ? value.type : type, .none) }
    if value.origin == nil { value.origin = references.origin(of: part.expression, name, in: module) }
    if part.isSensitive || schema?.isSensitive == true { value.marks.insert(.sensitive) }
    return references.withElementOrigins(value, part.expression, name, in: module)
  }

  /// A value as it stands there, with what is not known and what is secret.
  private static func raw(_ part: Part) -> Value {
    if part.isUnknown { return Value(.unknown(.dynamic, .none), marks: part.isSensitive ? .sensitive : []) }
    let marks: Marks = part.isSensitive ? .sensitive : []
    switch part.value?.content {
    case .array(let elements)?:
      let count = max(elements.count, part.unknown?.elements?.count ?? 0)
      return Value(.tuple((0..<count).map { raw(part.element($0, expression: nil)) }), marks: marks)
    case .object(let members)?:
      var names = members.map(\.key)
      for member in part.unknown?.members ?? [] where member.value.boolValue == true && !names.contains(member.key) { names.append(member.key) }
      return Value(.object(Attributes(names.map { ($0, raw(part.member($0))) })), marks: marks)
    case .null?, nil:
      // Absent, with parts that are not known: only those can be seen.
      if let inner = part.unknown?.elements, part.value == nil {
        return Value(.tuple(inner.indices.map { raw(part.element($0, expression: nil)) }), marks: marks)
      }
      if let inner = part.unknown?.members, part.value == nil {
        return Value(.object(Attributes(inner.map { ($0.key, raw(part.member($0.key))) })), marks: marks)
      }
      return Value(.null(.dynamic), marks: marks)
    case .bool?, .number?, .string?:
      var value = part.value.map(plain) ?? .null()
      value.marks = marks
      return value
    }
  }

  /// A JSON value as a value of the language: objects as objects, arrays as tuples.
  static func plain(_ document: PositionedDocument) -> Value {
    switch document.content {
    case .null: .null(.dynamic)
    case .bool(let flag): .bool(flag)
    case .number(let text): Number(decimal: text).map { .number($0) } ?? .unknown(.number)
    case .string(let text): .string(text)
    case .array(let elements): .tuple(elements.map(plain))
    case .object(let members): .object(members.map { ($0.key, plain($0.value)) })
    }
  }
}

extension ValueType {
  /// Whether an attribute of the type may be written as blocks. (Terraform, "Attributes as Blocks".)
  fileprivate var isWrittenAsBlocks: Bool {
    switch self {
    case .list(.object), .set(.object): true
    case .dynamic, .string, .number, .bool, .list, .set, .map, .tuple, .object: false
    }
  }
}
