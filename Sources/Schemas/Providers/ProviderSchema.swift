import HCLValues
import PackedData
import Synchronization

/// The schemas of one provider: its configuration, resource types, ephemeral resource types and data sources.
///
/// A class because what was decoded is remembered and shared.
public final class ProviderSchema: Sendable {
  /// What a type name belongs to.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case resource
    case dataSource
    case ephemeralResource

    /// The word in front of the type in the text form.
    var keyword: String {
      switch self {
      case .resource: "resource"
      case .dataSource: "data"
      case .ephemeralResource: "ephemeral"
      }
    }

    /// What stands in front of the type in paths.
    var pathPrefix: String {
      switch self {
      case .resource: ""
      case .dataSource: "data."
      case .ephemeralResource: "ephemeral."
      }
    }
  }

  /// `hashicorp/aws`; the built-in provider is `terraform.io/builtin/terraform`.
  public let source: String
  public let version: String
  /// 5 or 6.
  public let protocolVersion: Int
  /// The name that modules use for it unless they choose another: `aws`.
  public let localName: String

  private let file: PackedFile
  private let factsText: FactsText?
  private let contents = Mutex<[Int: BlockContent]>([:])
  private let roots = Mutex<[String: BlockSchema]>([:])

  init(localName: String, _ file: PackedFile, facts: PackedFile?) {
    self.localName = localName
    self.file = file
    factsText = facts.map { FactsText($0) }
    let bytes = file.bytes
    var cursor = TextCursor(bytes, 0..<(bytes.firstIndex(of: .newline) ?? bytes.count))
    _ = cursor.takeWord()
    source = cursor.text(cursor.takeWord())
    version = cursor.text(cursor.takeWord())
    _ = cursor.takeWord()
    protocolVersion = cursor.takeNumber() ?? 5
  }

  /// The arguments of a `provider` block.
  public var configuration: BlockSchema? { root(heading: "config", path: "provider.\(localName)") }

  public func resource(_ type: String) -> BlockSchema? { schema(.resource, type) }

  public func dataSource(_ type: String) -> BlockSchema? { schema(.dataSource, type) }

  public func ephemeralResource(_ type: String) -> BlockSchema? { schema(.ephemeralResource, type) }

  /// The schema of a type, decoded when it is first asked for; nil when the provider has no such type.
  public func schema(_ kind: Kind, _ type: String) -> BlockSchema? {
    root(heading: "\(kind.keyword) \(type)", path: kind.pathPrefix + type)
  }

  /// Whether there is such a type, without decoding it.
  public func has(_ kind: Kind, _ type: String) -> Bool { file.section("\(kind.keyword) \(type)") != nil }

  /// All type names, sorted.
  public func typeNames(_ kind: Kind) -> [String] {
    let prefix = kind.keyword + " "
    return file.sections(withPrefix: prefix).map { String($0.heading.dropFirst(prefix.count)) }
  }

  /// What is known of the values at a path: the type (`data.` in front for a data source), then blocks and attribute, joined by dots,
  /// without indexes.
  public func facts(_ path: String) -> ValueFacts? { factsText?.facts(path) }

  private func root(heading: String, path: String) -> BlockSchema? {
    if let known = roots.withLock({ $0[path] }) { return known }
    guard let range = file.section(heading) else { return nil }
    let marks = factsText?.marks(of: path) ?? PathMarks()
    let schema = BlockSchema(content(range, depth: 1), path: path, marks: marks, provider: self)
    return roots.withLock { roots in
      // Two threads may have decoded it; all must get the same one.
      if let known = roots[path] { return known }
      roots[path] = schema
      return schema
    }
  }

  func content(_ source: BlockContent.Source) -> BlockContent {
    switch source {
    case .lines(let range, let depth): content(range, depth: depth)
    case .shape(let name): file.section("shape \(name)").map { content($0, depth: 1) } ?? BlockContent(opaqueAt: -1)
    case .anything: BlockContent(opaqueAt: -1)
    }
  }

  private func content(_ range: Range<Int>, depth: Int) -> BlockContent {
    // No members: several such sections may stand at one place.
    if range.isEmpty { return BlockContent(file.bytes, range, depth: depth) }
    return contents.withLock { contents in
      if let known = contents[range.lowerBound] { return known }
      let content = BlockContent(file.bytes, range, depth: depth)
      contents[range.lowerBound] = content
      return content
    }
  }

  func impliedType(of content: BlockContent) -> ValueType {
    var open: [Int] = []
    return impliedType(of: content, &open).type.type
  }

  /// - Parameter open: the starts of the blocks around this one; where one of them comes again the type is cut.
  /// - Returns: the type, and the outermost of `open` at which something inside was cut. A type with a cut belongs to this place alone
  ///   and is not remembered.
  private func impliedType(of content: BlockContent, _ open: inout [Int]) -> (type: ImpliedType, outermostCut: Int) {
    if content.isOpaque { return (ImpliedType(.dynamic), .max) }
    if let known = content.impliedType.withLock({ $0 }) { return (known, .max) }
    let level = open.count
    var outermostCut = Int.max
    func type(of source: BlockContent.Source) -> ImpliedType {
      let inner = self.content(source)
      if !inner.isEmpty, let cut = open.firstIndex(of: inner.start) {
        outermostCut = min(outermostCut, cut)
        return ImpliedType(.dynamic)
      }
      let (type, cut) = impliedType(of: inner, &open)
      outermostCut = min(outermostCut, cut)
      return type
    }
    open.append(content.start)
    var members: [ObjectType.Attribute] = []
    var hasDynamic = false
    func add(_ name: String, _ type: ImpliedType) {
      hasDynamic = hasDynamic || type.hasDynamic
      members.append(.init(name: name, type: type.type))
    }
    for attribute in content.attributes {
      add(attribute.name, attribute.nested.map { $0.nesting.wrap(type(of: $0.source)) } ?? ImpliedType(attribute.type))
    }
    for block in content.blocks { add(block.name, block.nesting.wrap(type(of: block.source))) }
    open.removeLast()
    let result = ImpliedType(type: .object(ObjectType(members)), hasDynamic: hasDynamic)
    guard outermostCut >= level else { return (result, outermostCut) }
    content.impliedType.withLock { $0 = result }
    return (result, .max)
  }
}
