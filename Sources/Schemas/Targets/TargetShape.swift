/// The members of a target type or of an object inside one.
///
/// A class because shapes are shared by many members and may contain themselves.
public final class TargetShape: Sendable {
  /// Sorted by the bytes of the name.
  public let members: [TargetMember]
  /// The type of members that are not declared, where they may be present.
  public let undeclared: TargetMember?
  /// The resource has the members of exactly one of these as well, the one whose `name` allows the resource's name. (ARM.)
  public let variants: [TargetShape]
  /// What holds for the members together, and for the type.
  public let directives: TargetDirectives

  init(_ members: [TargetMember], undeclared: TargetMember?, variants: [TargetShape], directives: TargetDirectives) {
    self.members = members
    self.undeclared = undeclared
    self.variants = variants
    self.directives = directives
  }

  /// The member of this name, in logarithmic time.
  public func member(_ name: String) -> TargetMember? {
    let index = members.lowerBound { $0.name < name }
    return index < members.count && members[index].name == name ? members[index] : nil
  }

  /// The member of this name whatever the case of its letters, as ARM compares names.
  public func memberIgnoringCase(_ name: String) -> TargetMember? {
    if let exact = member(name) { return exact }
    let lowercased = name.lowercased()
    return members.first { $0.name.lowercased() == lowercased }
  }

  /// The member at a path of names, `Prop.Sub`: through lists, sets and maps without an index, and through any of the alternatives.
  public func member(path: String) -> TargetMember? { member(path: path.split(separator: ".").map(String.init)[...]) }

  public func member(path: ArraySlice<String>) -> TargetMember? {
    guard let first = path.first, let member = member(first) ?? undeclared else { return nil }
    if path.count == 1 { return member }
    for shape in member.type.shapes {
      if let found = shape.member(path: path.dropFirst()) { return found }
    }
    return nil
  }

  /// The variant for a resource of this name, of which the last segment decides; letters compare without regard to case.
  public func variant(named name: String) -> TargetShape? {
    let wanted = Self.lastSegment(of: name[...])
    return variants.first { variant in
      guard let facts = variant.member("name")?.flags.facts else { return false }
      // A variant's name is given as a list of values, or as a pattern that ends in `/name$`.
      if let pattern = facts.pattern, pattern.hasSuffix("$") { return Self.lastSegment(of: pattern.dropLast()) == wanted }
      return facts.allowedValues?.contains { Self.lastSegment(of: $0.text[...]) == wanted } ?? false
    }
  }

  private static func lastSegment(of name: Substring) -> String { (name.split(separator: "/").last ?? "").lowercased() }
}

/// One member of an object: a CloudFormation property, a Kubernetes field, an ARM property.
public struct TargetMember: Sendable {
  /// Who sets the value.
  public enum Mode: UInt8, Hashable, Sendable {
    case required
    case optional
    /// The target alone.
    case readOnly
  }

  public let name: String
  public let mode: Mode
  public let type: TargetValueType
  /// The number of elements of a list, set or map of objects.
  let bounds: CountBounds?
  let catalog: TargetCatalog
  let flagsRange: Range<Int>

  /// What else is known. Read from the text at each call.
  public var flags: MemberFlags { catalog.flags(flagsRange, bounds: bounds) }
}
