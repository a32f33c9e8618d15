import HCLValues

extension SchemaDescription {
  init(kind: String, _ name: String, _ provider: ProviderSchema, _ schema: BlockSchema) {
    self.kind = kind
    self.name = name
    source = "\(provider.source) \(provider.version)"
    var notes: [(label: String, texts: [String])] = []
    if schema.isDeprecated { notes.append(("deprecated", [schema.replacement.map { "use \($0)" } ?? "yes"])) }
    self.notes = notes
    var listed: [SectionPlace: String] = [:]
    members = Self.members(of: schema, path: [], &listed)
  }

  /// - Parameter listed: where the members of a block are already listed, by what is equal for equal blocks.
  private static func members(of schema: BlockSchema, path: [String], _ listed: inout [SectionPlace: String]) -> [DescribedMember] {
    var members: [DescribedMember] = []
    for attribute in schema.attributes {
      var marks: [String] = []
      if attribute.isSensitive { marks.append("sensitive") }
      if attribute.isDeprecated { marks.append("deprecated") }
      if attribute.isWriteOnly { marks.append("write-only") }
      let type = attribute.nested.map { nested in text(nested.nesting, minimum: 0, maximum: nil) } ?? text(attribute.type)
      var member = DescribedMember(
        name: attribute.name, isBlock: false, type: type, mode: text(attribute.mode), marks: marks,
        facts: schema.facts(of: attribute.name) ?? ValueFacts())
      if let nested = attribute.nested { list(nested.block, in: &member, path: path + [attribute.name], &listed) }
      members.append(member)
    }
    for block in schema.nestedBlocks {
      var marks: [String] = []
      if block.isSensitive { marks.append("sensitive") }
      if block.isDeprecated { marks.append("deprecated") }
      if block.isOpaque { marks.append("any content") }
      var member = DescribedMember(
        name: block.name, isBlock: true, type: text(block.nesting, minimum: block.minItems, maximum: block.maxItems),
        mode: block.isRequired ? "required" : "optional", marks: marks, facts: schema.facts(of: block.name) ?? ValueFacts())
      list(block.block, in: &member, path: path + [block.name], &listed)
      members.append(member)
    }
    return members
  }

  private static func list(_ block: BlockSchema, in member: inout DescribedMember, path: [String], _ listed: inout [SectionPlace: String])
  {
    let content = block.content
    if content.isEmpty { return }
    if let known = listed[content.start] {
      member.sameAs = known
      return
    }
    listed[content.start] = path.joined(separator: ".")
    member.members = members(of: block, path: path, &listed)
  }

  private static func text(_ mode: AttributeSchema.Mode) -> String {
    switch mode {
    case .required: "required"
    case .optional: "optional"
    case .optionalComputed: "optional, computed"
    case .computed: "read-only"
    }
  }

  private static func text(_ nesting: BlockNesting, minimum: Int, maximum: Int?) -> String {
    switch nesting {
    case .single, .group: return "object"
    case .list, .set, .map: break
    }
    let word = nesting == .list ? "list" : nesting == .set ? "set" : "map"
    return switch (minimum, maximum) {
    case (0, nil): "\(word) of objects"
    case (0, .some(let maximum)): "\(word) of at most \(maximum)"
    case (let minimum, nil): "\(word) of at least \(minimum)"
    case (let minimum, .some(let maximum)): minimum == maximum ? "\(word) of \(minimum)" : "\(word) of \(minimum) to \(maximum)"
    }
  }

  /// A type as a type constraint writes it. (Terraform language, "Type Constraints".)
  private static func text(_ type: ValueType) -> String {
    switch type {
    case .dynamic: "any"
    case .string: "string"
    case .number: "number"
    case .bool: "bool"
    case .list(let element): "list(\(text(element)))"
    case .set(let element): "set(\(text(element)))"
    case .map(let element): "map(\(text(element)))"
    case .tuple(let elements): "tuple([\(elements.map { text($0) }.joined(separator: ", "))])"
    case .object(let object):
      "object({ \(object.attributes.map { "\($0.name) = \(text($0.type))" }.joined(separator: ", ")) })"
    }
  }
}
