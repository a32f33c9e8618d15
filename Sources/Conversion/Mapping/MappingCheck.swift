import Diagnostics
import HCLValues
import Schemas
import SourceText

/// Checks a mapping against the schemas of both sides: names, paths, operators, and what the target requires.
///
/// Every problem is a diagnostic at its place in the mapping file.
public struct MappingCheck<Target: ConversionTarget> {
  public private(set) var diagnostics: [Diagnostic] = []
  private let target: Target
  private let operators: OperatorTable
  /// Attributes that no rule has to name.
  private static var implicit: Set<String> { ["id", "region", "tags_all", "timeouts"] }

  public init(_ target: Target) {
    self.target = target
    operators = OperatorTable(adding: target.operators)
  }

  /// Checks all blocks of a mapping that are for this target.
  public mutating func check(_ definition: MappingDefinition) {
    guard let block = SchemaCatalog.standard.resource(definition.terraformType) else {
      report("Unknown Terraform type \"\(definition.terraformType)\"", "No embedded provider has it.", definition.range)
      return
    }
    let mappings = definition.targets.filter { $0.target == target.name }
    for mapping in mappings {
      check(mapping, block, splitAttributes: Set(mapping.splits.flatMap { $0.rules.map(\.attribute) + [$0.each].compactMap { $0 } }))
      for split in mapping.splits {
        if let each = split.each {
          guard block.attribute(each) != nil || block.nestedBlock(each) != nil else {
            report("Unknown attribute \"\(each)\"", "\(definition.terraformType) has no such attribute or block.", split.range)
            continue
          }
          check(split, block.nestedBlock(each)?.block, splitAttributes: [])
        } else {
          check(split, block, splitAttributes: [], isPart: true)
        }
      }
    }
    if mappings.count > 1, mappings.dropLast().contains(where: { $0.when == nil && $0.mergeInto == nil }) {
      report("Alternatives that are never reached", "Only the last block for a target may stand without `when`.", mappings[1].range)
    }
  }

  /// The attributes and blocks of a type that neither a rule nor convention carries; what writing a mapping has to look at.
  public func uncarried(_ definition: MappingDefinition) -> [String] {
    guard let block = SchemaCatalog.standard.resource(definition.terraformType) else { return [] }
    var names: Set<String> = []
    for (index, mapping) in definition.targets.filter({ $0.target == target.name }).enumerated() {
      guard let object = target.object(ofType: mapping.type) else { continue }
      let under = OutputShape.object(object).shape(at: (mapping.under ?? TargetPath()).steps)?.object ?? object
      let other = Set(mapping.splits.flatMap { $0.rules.map(\.attribute) + [$0.each].compactMap { $0 } } + [mapping.mergeInto].compactMap { $0 })
      let open = uncarried(block, mapping.rules, under, object, prefix: "").filter { !other.contains($0) && !Self.implicit.contains($0) }
      names = index == 0 ? Set(open) : names.intersection(open)
    }
    return names.sorted()
  }

  private func uncarried(_ block: BlockSchema, _ rules: [AttributeRule], _ object: OutputObject, _ root: OutputObject, prefix: String) -> [String] {
    var names: [String] = []
    for attribute in block.attributes where attribute.mode.isSettable && !rules.contains(where: { $0.attribute == attribute.name }) {
      if object.derivedMember(for: attribute.name) == nil, root.derivedMember(for: attribute.name) == nil { names.append(prefix + attribute.name) }
    }
    for nested in block.nestedBlocks {
      let rule = rules.first { $0.attribute == nested.name }?.rule
      switch rule {
      case .nested(let path, let inner)?:
        let shape = path.flatMap { OutputShape.object($0.isRooted ? root : object).shape(at: $0.steps) } ?? object.derivedMember(for: nested.name)?.shape
        if let inside = shape?.deepObject, prefix.count < 120 { names += uncarried(nested.block, inner, inside, inside, prefix: prefix + nested.name + ".") }
      case .inline(let inner)?: names += uncarried(nested.block, inner, object, object, prefix: prefix + nested.name + ".")
      case .some: break
      case nil:
        guard let member = object.derivedMember(for: nested.name) ?? root.derivedMember(for: nested.name) else {
          names.append(prefix + nested.name)
          continue
        }
        if let inside = member.shape.deepObject, prefix.count < 120 { names += uncarried(nested.block, [], inside, inside, prefix: prefix + nested.name + ".") }
      }
    }
    return names
  }

  // MARK: One block

  private mutating func check(_ mapping: TargetMapping, _ block: BlockSchema?, splitAttributes: Set<String>, isPart: Bool = false) {
    guard let object = target.object(ofType: mapping.type) else {
      report("Unknown type \"\(mapping.type)\"", "\(target.name) has no such resource type.", mapping.range)
      return
    }
    let root = OutputShape.object(object)
    var base = root
    if let under = mapping.under {
      guard let shape = root.shape(at: under.steps) else {
        report("Unknown path \(under)", "\(mapping.type) has no such member.", mapping.range)
        return
      }
      base = shape
    }
    check(mapping.rules, block, base, root)
    for member in mapping.constants + mapping.defaults where (member.path.isRooted ? root : base).shape(at: member.path.steps) == nil {
      report("Unknown path \(member.path)", "\(mapping.type) has no such member.", member.range)
    }
    for name in [mapping.mergeInto].compactMap({ $0 }) + mapping.fanOut where block?.attribute(name) == nil && block?.nestedBlock(name) == nil {
      report("Unknown attribute \"\(name)\"", "The Terraform type has no such attribute or block.", mapping.range)
    }
    for reference in mapping.references {
      let name = String(reference.attribute.prefix { $0 != "." })
      if let block, block.attribute(name) == nil, block.nestedBlock(name) == nil {
        report("Unknown attribute \"\(name)\"", "The Terraform type has no such attribute or block.", reference.range)
      }
    }
    if mapping.mergeInto == nil { checkRequired(mapping, block, object, base, splitAttributes) }
  }

  /// Every required member is written by something that Terraform requires as well, or by the mapping itself.
  private mutating func checkRequired(
    _ mapping: TargetMapping, _ block: BlockSchema?, _ object: OutputObject, _ base: OutputShape, _ splitAttributes: Set<String>
  ) {
    var written: Set<String> = []
    func add(_ path: TargetPath) {
      if case .member(let name)? = (path.isRooted ? path.steps : (mapping.under?.steps ?? []) + path.steps).first { written.insert(name) }
    }
    for member in mapping.constants + mapping.defaults { add(member.path) }
    for rule in mapping.rules { for path in rule.rule.paths(from: (base.deepObject ?? object), name: rule.attribute) { add(path) } }
    if mapping.under != nil { add(TargetPath()) }
    if let block {
      let inner = base.deepObject ?? object
      for name in block.attributes.map(\.name) + block.nestedBlocks.map(\.name) where !mapping.rules.contains(where: { $0.attribute == name }) {
        if let member = inner.derivedMember(for: name) { add(TargetPath([.member(member.name)])) }
        if let member = object.derivedMember(for: name) { written.insert(member.name) }
      }
    }
    for member in object.members where member.isRequired && !member.isReadOnly && !written.contains(member.name) {
      report("\(member.name) is never written", "\(mapping.type) requires it. Give it a rule or a `default`.", mapping.range)
    }
  }

  private mutating func check(_ rules: [AttributeRule], _ block: BlockSchema?, _ base: OutputShape, _ root: OutputShape) {
    for rule in rules {
      let attribute = block?.attribute(rule.attribute)
      let nested = block?.nestedBlock(rule.attribute)
      if let block, attribute == nil, nested == nil, !block.isOpaque {
        report("Unknown attribute \"\(rule.attribute)\"", "The Terraform type has no such attribute or block.", rule.range)
      }
      check(rule.rule, rule, nested?.block, base, root)
    }
  }

  private mutating func check(_ rule: MappingRule, _ owner: AttributeRule, _ block: BlockSchema?, _ base: OutputShape, _ root: OutputShape) {
    func shape(_ path: TargetPath) -> OutputShape? { (path.isRooted ? root : base).shape(at: path.steps) }
    switch rule {
    case .path(let path):
      if shape(path) == nil { report("Unknown path \(path)", "The target has no such member here.", owner.range) }
    case .operation(let call, let inner):
      if call.name == "policy" { return }
      if !["when_true", "when_set"].contains(call.name) {
        guard let operation = operators[call.name] else {
          report("Unknown operator \"\(call.name)\"", "Operators are \(operators.names.joined(separator: ", ")).", call.range)
          return
        }
        if !operation.arguments.contains(call.arguments.count) {
          report("Wrong number of arguments", "\(call.name) takes \(operation.arguments.lowerBound + 1) to \(operation.arguments.upperBound + 1).", call.range)
        }
      }
      check(inner, owner, block, base, root)
    case .nested(let path, let rules):
      let found = path.map { shape($0) } ?? base.deepObject?.derivedMember(for: owner.attribute)?.shape
      guard let found else {
        report("No place for \"\(owner.attribute)\"", "The target has no \(path.map(\.description) ?? "member of a like name") here.", owner.range)
        return
      }
      check(rules, block, found.innermost, root)
    case .inline(let rules): check(rules, block, base, root)
    case .fanOut(let path, let single, let rest):
      guard let found = path.flatMap({ shape($0) }) else {
        report("No place for \"\(owner.attribute)\"", "The target has no such member here.", owner.range)
        return
      }
      check(single + rest, block, found.innermost, root)
    case .several(let rules): for rule in rules { check(rule, owner, block, base, root) }
    case .choice(_, let first, let second):
      check(first, owner, block, base, root)
      check(second, owner, block, base, root)
    case .constant(let path, _):
      if shape(path) == nil { report("Unknown path \(path)", "The target has no such member here.", owner.range) }
    case .ignore, .drop, .assume: break
    }
  }

  private mutating func report(_ summary: String, _ detail: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(.error, "invalid-mapping", summary, detail: detail, at: range))
  }
}

extension OutputShape {
  /// The object at the end of lists and maps.
  var deepObject: OutputObject? { object ?? element?.deepObject ?? (mapOnly?.deepObject) }

  /// What stands at the end of lists and maps.
  var innermost: OutputShape { deepObject.map { .object($0) } ?? element?.innermost ?? mapValue ?? self }

  private var mapOnly: OutputShape? {
    if case .map(let value) = self { return value }
    return nil
  }
}

extension MappingRule {
  /// Where the rule writes, as far as it is about the first step.
  func paths(from object: OutputObject, name: String) -> [TargetPath] {
    switch self {
    case .path(let path): [path]
    case .operation(_, let inner): inner.paths(from: object, name: name)
    case .nested(let path, _), .fanOut(let path, _, _):
      [path ?? object.derivedMember(for: name).map { TargetPath([.member($0.name)]) }].compactMap { $0 }
    case .inline(let rules): rules.flatMap { $0.rule.paths(from: object, name: $0.attribute) } + (rules.isEmpty ? object.members.map { TargetPath([.member($0.name)]) } : [])
    case .several(let rules): rules.flatMap { $0.paths(from: object, name: name) }
    case .choice(_, let first, let second): first.paths(from: object, name: name) + second.paths(from: object, name: name)
    case .constant(let path, _): [path]
    case .ignore, .drop, .assume: []
    }
  }
}
