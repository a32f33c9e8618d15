/// What a catalog says of a type or an object as a whole.
public struct TargetDirectives: Sendable {
  /// The properties that identify a resource, `A.B` for a nested one; what `Ref` gives, several joined by `|`. (CloudFormation.)
  public var primaryIdentifier: [String] = []
  public var alternativeIdentifiers: [[String]] = []
  /// The attributes that `Fn::GetAtt` may read; `.*` stands for any. (CloudFormation.)
  public var readableAttributes: [String] = []
  /// The property that holds tags. (CloudFormation.)
  public var tagsProperty: String?
  /// Tags cannot change after creation.
  public var areTagsFixed = false
  /// `sunset`, `maintenance`: the service's lifecycle, with its date where there is one. (CloudFormation.)
  public var status: String?
  /// `create_then_delete` or `delete_then_create`. (CloudFormation.)
  public var replacementStrategy: String?
  /// Which members must or must not stand together.
  public var rules: [MemberRule] = []
  /// How many members the object has.
  public var memberCount: CountBounds?
  /// Members that must be there though they are not declared.
  public var undeclaredRequired: [String] = []
  /// Members that are not declared are allowed.
  public var isOpen = false
  /// The minor version that brought the definition. (Kubernetes 1.N.)
  public var since: Int?
  /// Members that only other versions have: the name and those minor versions. (Kubernetes.)
  public var gone: [(name: String, versions: [ClosedRange<Int>])] = []
  /// The member that says which of the others is set. (Kubernetes unions.)
  public var unionDiscriminator: String?
  public var unionMembers: [String] = []
  /// The number of segments of the resource's full name. (ARM.)
  public var nameSegments: Int?
  /// `resourceGroup` or `subscription`. (ARM.)
  public var scope: String?
  /// The standard members that the resource has: `location`, `tags`, `identity`, `sku`, `zones` …. (ARM.)
  public var standardMembers: [String] = []
  /// Child types that may stand in `resources`. (ARM.)
  public var childTypes: [String] = []

  init() {}
}

/// Which members of an object must or must not stand together.
public enum MemberRule: Sendable {
  /// Exactly one of these groups is present.
  case exactlyOne([MemberGroup])
  /// At least one of these groups is present.
  case atLeastOne([MemberGroup])
  /// Where the member is, so must these be.
  case needs(String, [String])
  /// Where the member is, none of these may be.
  case excludes(String, [String])
}

/// Members that count as present together.
public indirect enum MemberGroup: Sendable {
  /// All of these; none for the alternative without any.
  case members([String])
  case exactlyOne([MemberGroup])
  case atLeastOne([MemberGroup])

  /// Whether it is satisfied when exactly these members are present.
  public func isPresent(_ present: (String) -> Bool) -> Bool {
    switch self {
    case .members(let names): names.allSatisfy(present)
    case .exactlyOne(let groups): groups.filter { $0.isPresent(present) }.count == 1
    case .atLeastOne(let groups): groups.contains { $0.isPresent(present) }
    }
  }
}

extension TextCursor {
  /// Reads a directive line behind its `%`; one that is not known is passed over.
  mutating func takeDirective(into directives: inout TargetDirectives) {
    let word = takeWord()
    switch true {
    case isEqual(word, "id"): directives.primaryIdentifier = takeNames()
    case isEqual(word, "altid"): directives.alternativeIdentifiers.append(takeNames())
    case isEqual(word, "getatt"): directives.readableAttributes = takeNames()
    case isEqual(word, "tags"):
      directives.tagsProperty = text(takeWord())
      directives.areTagsFixed = isEqual(takeWord(), "fixed")
    case isEqual(word, "status"): directives.status = text(position..<end)
    case isEqual(word, "replace"): directives.replacementStrategy = text(takeWord())
    case isEqual(word, "one-of"): directives.rules.append(.exactlyOne(takeGroups()))
    case isEqual(word, "any-of"): directives.rules.append(.atLeastOne(takeGroups()))
    case isEqual(word, "needs"):
      let name = text(takeWord())
      directives.rules.append(.needs(name, takeScalars().map(\.text)))
    case isEqual(word, "excludes"):
      let name = text(takeWord())
      directives.rules.append(.excludes(name, takeScalars().map(\.text)))
    case isEqual(word, "members"): directives.memberCount = takeBounds()
    case isEqual(word, "required"): directives.undeclaredRequired += takeNames()
    case isEqual(word, "open"): directives.isOpen = true
    case isEqual(word, "since"): directives.since = takeMinorVersion()
    case isEqual(word, "gone"):
      let name = text(takeWord())
      directives.gone.append((name, takeVersions()))
    case isEqual(word, "union"):
      directives.unionDiscriminator = text(takeWord())
      directives.unionMembers = takeScalars().map(\.text)
    case isEqual(word, "segments"): directives.nameSegments = takeNumber()
    case isEqual(word, "scope"): directives.scope = text(takeWord())
    case isEqual(word, "has"): directives.standardMembers = takeNames()
    case isEqual(word, "children"): directives.childTypes = takeNames()
    default: break
    }
  }

  /// Names to the end of the line.
  private mutating func takeNames() -> [String] {
    var names: [String] = []
    while !isAtEnd {
      names.append(takeName())
      _ = skip(.space)
    }
    return names
  }

  /// `[A B] [C] (any-of [D] [E])`, to the end or to a closing parenthesis.
  private mutating func takeGroups(depth: Int = 0) -> [MemberGroup] {
    var groups: [MemberGroup] = []
    while !isAtEnd {
      skipSpaces()
      if current == UInt8(ascii: "[") {
        groups.append(.members(takeScalars().map(\.text)))
      } else if depth < 16, skip(UInt8(ascii: "(")) {
        let word = takeWord()
        let inner = takeGroups(depth: depth + 1)
        groups.append(isEqual(word, "one-of") ? .exactlyOne(inner) : .atLeastOne(inner))
      } else {
        advance()
        if depth > 0 { return groups }
      }
    }
    return groups
  }

  /// `1.25..1.27,1.30..1.37`: ranges of minor versions.
  mutating func takeVersions() -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    repeat {
      guard let first = takeMinorVersion() else { break }
      while skip(UInt8(ascii: ".")) {}
      guard let last = takeMinorVersion(), first <= last else { break }
      ranges.append(first...last)
    } while skip(UInt8(ascii: ","))
    return ranges
  }
}
