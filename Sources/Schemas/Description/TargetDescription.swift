extension SchemaDescription {
  init(cloudFormation type: TargetType) {
    self.init(type, kind: "CloudFormation type", source: "CloudFormation resource types, us-east-1")
  }

  init(kubernetes type: TargetType) {
    let versions = type.versions.map { $0.count == 1 ? "1.\($0.lowerBound)" : "1.\($0.lowerBound) to 1.\($0.upperBound)" }
    self.init(type, kind: "Kubernetes kind", source: "\(type.apiVersion ?? ""), Kubernetes \(versions.joined(separator: ", "))")
  }

  init(arm type: TargetType) {
    self.init(type, kind: "ARM type", source: "API version \(type.apiVersion ?? "")")
  }

  private init(_ type: TargetType, kind: String, source: String) {
    self.kind = kind
    name = type.name
    self.source = source
    let shape = type.shape
    var notes = Self.notes(of: shape.directives)
    if type.isGone { notes.append(("removed", ["absent from the newest version"])) }
    self.notes = notes
    var listed: [ObjectIdentifier: String] = [:]
    var members = Self.members(of: shape, path: [], &listed)
    for variant in shape.variants {
      let name = variant.member("name")?.flags.facts.pattern ?? "any"
      var described = DescribedMember(
        name: "(when the name matches \(name))", isBlock: false, type: "members", mode: "alternative", marks: [],
        facts: ValueFacts())
      described.members = Self.members(of: variant, path: [], &listed)
      members.append(described)
    }
    self.members = members
  }

  private static func notes(of directives: TargetDirectives) -> [(label: String, texts: [String])] {
    var notes: [(label: String, texts: [String])] = []
    func note(_ label: String, _ texts: [String]) {
      if !texts.isEmpty { notes.append((label, texts)) }
    }
    note("identifier", directives.primaryIdentifier)
    note("other identifiers", directives.alternativeIdentifiers.map { $0.joined(separator: " + ") })
    note("Fn::GetAtt", directives.readableAttributes)
    note("tags", directives.tagsProperty.map { [directives.areTagsFixed ? "\($0), fixed at creation" : $0] } ?? [])
    note("status", directives.status.map { [$0] } ?? [])
    note("since", directives.since.map { ["1.\($0)"] } ?? [])
    note("scope", directives.scope.map { [$0] } ?? [])
    note("child types", directives.childTypes)
    for rule in directives.rules { notes.append(("rule", [text(rule)])) }
    return notes
  }

  private static func members(of shape: TargetShape, path: [String], _ listed: inout [ObjectIdentifier: String])
    -> [DescribedMember]
  {
    var members: [DescribedMember] = []
    for declared in shape.members + [shape.undeclared].compactMap(\.self) {
      let flags = declared.flags
      var member = DescribedMember(
        name: declared.name, isBlock: false, type: text(declared.type, flags.items), mode: text(declared.mode),
        marks: marks(of: flags),
        facts: flags.facts, defaultValue: flags.defaultValue)
      let path = path + [declared.name]
      for inner in declared.type.shapes {
        if let known = listed[ObjectIdentifier(inner)] {
          member.sameAs = known
          continue
        }
        // A shape without members is not shared, so its identity says nothing.
        if inner.members.isEmpty { continue }
        listed[ObjectIdentifier(inner)] = path.joined(separator: ".")
        member.members += self.members(of: inner, path: path, &listed)
      }
      members.append(member)
    }
    return members
  }

  private static func marks(of flags: MemberFlags) -> [String] {
    var marks: [String] = []
    if flags.isCreateOnly { marks.append("a change replaces the resource") }
    if flags.isConditionallyCreateOnly { marks.append("some changes replace the resource") }
    if flags.isWriteOnly { marks.append("write-only") }
    if flags.facts.isDeprecated { marks.append("deprecated") }
    if flags.isAtomic { marks.append("atomic") }
    if let since = flags.since { marks.append("since 1.\(since)") }
    if !flags.keys.isEmpty { marks.append("keyed by \(flags.keys.joined(separator: ", "))") }
    return marks
  }

  private static func text(_ mode: TargetMember.Mode) -> String {
    switch mode {
    case .required: "required"
    case .optional: "optional"
    case .readOnly: "read-only"
    }
  }

  private static func text(_ type: TargetValueType, _ items: CountBounds?) -> String {
    let bounds =
      switch (items?.minimum ?? 0, items?.maximum) {
      case (0, nil): ""
      case (let minimum, nil): ", at least \(minimum)"
      case (0, .some(let maximum)): ", at most \(maximum)"
      case (let minimum, .some(let maximum)): ", \(minimum) to \(maximum)"
      }
    return text(type) + bounds
  }

  private static func text(_ type: TargetValueType) -> String {
    switch type {
    case .object: "object"
    case .list(let element): "list(\(text(element)))"
    case .set(let element): "set(\(text(element)))"
    case .map(let element): "map(\(text(element)))"
    case .union(let alternatives): alternatives.map { text($0) }.joined(separator: " or ")
    case .freeObject: "free object"
    case .json: "object or JSON text"
    case .string, .integer, .number, .boolean, .any, .intOrString, .quantity, .time, .microTime: type.text
    }
  }

  private static func text(_ rule: MemberRule) -> String {
    switch rule {
    case .exactlyOne(let groups): "exactly one of \(text(groups))"
    case .atLeastOne(let groups): "at least one of \(text(groups))"
    case .needs(let name, let others): "\(name) needs \(others.joined(separator: ", "))"
    case .excludes(let name, let others): "\(name) excludes \(others.joined(separator: ", "))"
    }
  }

  private static func text(_ groups: [MemberGroup]) -> String {
    groups.map { group in
      switch group {
      case .members(let names): names.isEmpty ? "none" : names.joined(separator: " + ")
      case .exactlyOne(let inner): "(exactly one of \(text(inner)))"
      case .atLeastOne(let inner): "(at least one of \(text(inner)))"
      }
    }.joined(separator: ", ")
  }
}
