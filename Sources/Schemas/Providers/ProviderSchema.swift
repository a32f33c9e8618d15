import HCLValues
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
    /// A provisioner, or what all connections have: `connection`. Part of the built-in provider.
    case provisioner

    /// The word in front of the type in the text form.
    var keyword: String {
      switch self {
      case .resource: "resource"
      case .dataSource: "data"
      case .ephemeralResource: "ephemeral"
      case .provisioner: "provisioner"
      }
    }

    /// What stands in front of the type in paths.
    var pathPrefix: String {
      switch self {
      case .resource: ""
      case .dataSource: "data."
      case .ephemeralResource: "ephemeral."
      case .provisioner: "provisioner."
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

  /// Whether it was given from outside, for exactly the provider in use.
  public let isGiven: Bool

  /// A type, or the configuration.
  private struct Root: Hashable {
    var kind: Kind?
    var type: String
  }

  private let text: ProviderText
  private let factsText: FactsText?
  private let contents = Mutex(PartedTable<SectionPlace, BlockContent>())
  private let roots = Mutex(PartedTable<Root, BlockSchema>())

  init(localName: String, _ text: ProviderText, facts: FactsText?, isGiven: Bool = false) {
    self.localName = localName
    self.text = text
    self.isGiven = isGiven
    factsText = facts
    source = text.header.source
    version = text.header.version
    protocolVersion = text.header.protocolVersion
  }

  /// The arguments of a `provider` block.
  public var configuration: BlockSchema? { schema(Root(kind: nil, type: "")) }

  public func resource(_ type: String) -> BlockSchema? { schema(.resource, type) }

  public func dataSource(_ type: String) -> BlockSchema? { schema(.dataSource, type) }

  public func ephemeralResource(_ type: String) -> BlockSchema? { schema(.ephemeralResource, type) }

  /// The schema of a type, decoded when it is first asked for; nil when the provider has no such type.
  public func schema(_ kind: Kind, _ type: String) -> BlockSchema? { schema(Root(kind: kind, type: type)) }

  /// Whether there is such a type, without decoding it.
  public func has(_ kind: Kind, _ type: String) -> Bool { text.has("\(kind.keyword) \(type)") }

  /// All type names, sorted.
  public func typeNames(_ kind: Kind) -> [String] {
    let prefix = kind.keyword + " "
    return text.headings(withPrefix: prefix).map { String($0.dropFirst(prefix.count)) }
  }

  /// What is known of the values at a path: the type (`data.` in front for a data source), then blocks and attribute, joined by dots,
  /// without indexes.
  public func facts(_ path: String) -> ValueFacts? { factsText?.facts(path) }

  private func schema(_ root: Root) -> BlockSchema? {
    if let known = roots.withLock({ $0[root] }) { return known }
    let heading = root.kind.map { "\($0.keyword) \(root.type)" } ?? "config"
    let path = root.kind.map { $0.pathPrefix + root.type } ?? "provider.\(localName)"
    guard let section = text.section(heading) else { return nil }
    let marks = factsText?.marks(of: path) ?? PathMarks()
    let schema = BlockSchema(content(section, depth: 1), path: path, marks: marks, provider: self)
    return roots.withLock { roots in
      // Two threads may have decoded it; all must get the same one.
      if let known = roots[root] { return known }
      roots[root] = schema
      return schema
    }
  }

  func content(_ source: BlockContent.Source) -> BlockContent {
    switch source {
    case .lines(let section, let depth): content(section, depth: depth)
    case .shape(let name): text.section("shape \(name)").map { content($0, depth: 1) } ?? BlockContent(opaqueAt: .nowhere)
    case .anything: BlockContent(opaqueAt: .nowhere)
    }
  }

  private func content(_ section: Section, depth: Int) -> BlockContent {
    // No members: several such sections may stand at one place.
    if section.range.isEmpty { return BlockContent(section, depth: depth) }
    return contents.withLock { contents in
      if let known = contents[section.place] { return known }
      let content = BlockContent(section, depth: depth)
      contents[section.place] = content
      return content
    }
  }

  func impliedType(of content: BlockContent) -> ValueType {
    var open: [SectionPlace] = []
    return impliedType(of: content, &open).type.type
  }

  /// - Parameter open: the starts of the blocks around this one; where one of them comes again the type is cut.
  /// - Returns: the type, and the outermost of `open` at which something inside was cut. A type with a cut belongs to this place alone
  ///   and is not remembered.
  private func impliedType(of content: BlockContent, _ open: inout [SectionPlace]) -> (type: ImpliedType, outermostCut: Int) {
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
    // Two sorted runs, which is the cheapest that sorting can be.
    if !content.attributes.isEmpty, !content.blocks.isEmpty { members.sort { $0.name < $1.name } }
    open.removeLast()
    let result = ImpliedType(type: .object(ObjectType(members)), hasDynamic: hasDynamic)
    guard outermostCut >= level else { return (result, outermostCut) }
    content.impliedType.withLock { $0 = result }
    return (result, .max)
  }
}
