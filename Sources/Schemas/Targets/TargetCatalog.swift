import PackedData
import Synchronization

/// A catalog of target types in text form, and what was decoded of it.
///
/// A class because what was decoded is remembered and shared.
final class TargetCatalog: Sendable {
  private let file: PackedFile?
  private let shapes = Mutex(PartedTable<Int, TargetShape>())

  init(_ path: String, in files: PackedFiles) { file = files.file(path) }

  /// The headings of all types without the word in front, sorted; those that start with a prefix.
  func keys(withPrefix prefix: String = "", limit: Int = .max) -> [(key: String, range: Range<Int>)] {
    let sections = file?.sections(withPrefix: Self.keyword + prefix, limit: limit) ?? []
    return sections.map { (String($0.heading.dropFirst(Self.keyword.count)), $0.range) }
  }

  /// Where the members of a type stand.
  func section(_ key: String) -> Range<Int>? { file?.section(Self.keyword + key) }

  /// The members of a root. A root that is the same as a shape has those of the shape.
  func root(_ range: Range<Int>) -> TargetShape {
    let shape = shape(.lines(range, depth: 1))
    guard let same = shape.member("*same"), case .object(let reference) = same.type else { return shape }
    return reference.shape
  }

  func shape(_ source: TargetShapeReference.Source) -> TargetShape {
    switch source {
    case .lines(let range, let depth): return shape(range, depth: depth)
    case .named(let name):
      guard let range = file?.section("shape \(name)") else { return decoded(0..<0, depth: 1) }
      return shape(range, depth: 1)
    }
  }

  func flags(_ range: Range<Int>, bounds: CountBounds?) -> MemberFlags {
    guard let bytes = file?.bytes else { return MemberFlags() }
    var cursor = TextCursor(bytes, range)
    var flags = cursor.takeFlags()
    if let bounds { flags.items = bounds }
    return flags
  }

  private func shape(_ range: Range<Int>, depth: Int) -> TargetShape {
    // No members: several such sections may stand at one place.
    if range.isEmpty { return decoded(range, depth: depth) }
    if let known = shapes.withLock({ $0[range.lowerBound] }) { return known }
    // Decoded outside the lock, because variants decode shapes of their own.
    let shape = decoded(range, depth: depth)
    return shapes.withLock { shapes in
      if let known = shapes[range.lowerBound] { return known }
      shapes[range.lowerBound] = shape
      return shape
    }
  }

  /// Decodes one level. (Catalog text form, member and directive lines.) A line of another form is passed over.
  private func decoded(_ range: Range<Int>, depth: Int) -> TargetShape {
    var members: [TargetMember] = []
    var undeclared: TargetMember?
    var variants: [TargetShape] = []
    var directives = TargetDirectives()
    let bytes = file?.bytes ?? UnsafeBufferPointer(start: nil, count: 0)
    var lines = MemberLines(bytes, range, depth: depth)
    while let line = lines.next() {
      var cursor = TextCursor(bytes, line.content)
      if cursor.skip(UInt8(ascii: "%")) {
        cursor.takeDirective(into: &directives)
        continue
      }
      let isQuoted = cursor.current == .quote
      let name = cursor.takeName()
      guard cursor.skip(.space), let member = member(name, &cursor, .lines(line.children, depth: depth + 1)) else { continue }
      switch isQuoted ? "" : name {
      case "*": undeclared = member
      case "*variant": variants = member.type.shapes
      default: members.append(member)
      }
    }
    members.sort { $0.name < $1.name }
    return TargetShape(members, undeclared: undeclared, variants: variants, directives: directives)
  }

  /// `!type flags…` or `!{nesting a..b} @SHAPE flags…`, behind the name.
  private func member(_ name: String, _ cursor: inout TextCursor, _ children: TargetShapeReference.Source) -> TargetMember? {
    let mode: TargetMember.Mode
    switch cursor.current {
    case UInt8(ascii: "!"): mode = .required
    case UInt8(ascii: "?"): mode = .optional
    case UInt8(ascii: "="): mode = .readOnly
    default: return nil
    }
    cursor.advance()
    guard cursor.skip(UInt8(ascii: "{")) else {
      let type = cursor.takeTargetType(self)
      return TargetMember(
        name: name, mode: mode, type: type, bounds: nil, catalog: self,
        flagsRange: cursor.position..<max(cursor.position, cursor.end))
    }
    let nesting = cursor.take { $0 == .space || $0 == UInt8(ascii: "}") }
    var bounds: CountBounds?
    if cursor.skip(.space) { bounds = cursor.takeBounds() }
    guard cursor.skip(UInt8(ascii: "}")) else { return nil }
    _ = cursor.skip(.space)
    var source = children
    if cursor.skip(UInt8(ascii: "@")) { source = .named(cursor.text(cursor.take { $0 == .space })) }
    let object = TargetValueType.object(TargetShapeReference(catalog: self, source: source))
    let type: TargetValueType
    switch true {
    case cursor.isEqual(nesting, "list"): type = .list(object)
    case cursor.isEqual(nesting, "set"): type = .set(object)
    case cursor.isEqual(nesting, "map"): type = .map(object)
    default: type = object
    }
    return TargetMember(
      name: name, mode: mode, type: type, bounds: bounds, catalog: self,
      flagsRange: cursor.position..<max(cursor.position, cursor.end))
  }

  private static let keyword = "resource "
}

/// One type of a target: a CloudFormation resource type, a Kubernetes kind of one API version, an ARM type of one API version.
public struct TargetType: Sendable {
  /// `AWS::S3::Bucket`; the kind; `Microsoft.Storage/storageAccounts`.
  public let name: String
  /// `apps/v1`, `2023-01-01`; nil for CloudFormation.
  public let apiVersion: String?
  /// The minor versions that have the kind; empty for other targets. (Kubernetes 1.N.)
  public let versions: [ClosedRange<Int>]
  /// Absent from the newest version in `versions`' catalog: no members are known. (Kubernetes.)
  public let isGone: Bool
  let catalog: TargetCatalog
  let range: Range<Int>

  /// The members, decoded when they are first asked for.
  public var shape: TargetShape { catalog.root(range) }
}
