import HCLSyntax

/// The content of a block after override files are merged into it. (Terraform language, "Override Files".)
///
/// An attribute of a later body replaces the earlier one; nested blocks of a type replace all earlier ones of that type.
public struct EffectiveBody: Sendable {
  /// Attributes and blocks of its own.
  private var own: Items
  /// What stands in an escaping block `_`: never meta-arguments, whatever its names. (Terraform language, "Escaping Meta-arguments".)
  private var escaped: Items

  private struct Items {
    var attributes: [AttributeSyntax] = []
    var blocks: [BlockSyntax] = []
  }

  /// All attributes, escaped ones last.
  public var attributes: [AttributeSyntax] { own.attributes + escaped.attributes }

  /// All blocks, escaped ones last.
  public var blocks: [BlockSyntax] { own.blocks + escaped.blocks }

  /// A body with those that override it, in order.
  public init(_ body: BodySyntax, overrides: [BodySyntax] = []) {
    (own, escaped) = Self.items(of: body)
    for override in overrides { merge(override) }
  }

  /// The attributes without meta-arguments of these names.
  public func attributes(without meta: Set<String>) -> [AttributeSyntax] {
    own.attributes.filter { !meta.contains($0.name) } + escaped.attributes
  }

  /// The blocks without those of these types that have a meaning of their own.
  public func blocks(without meta: Set<String>) -> [BlockSyntax] { own.blocks.filter { !meta.contains($0.type) } + escaped.blocks }

  private static func items(of body: BodySyntax) -> (own: Items, escaped: Items) {
    var own = Items()
    var escaped = Items()
    for item in body.items {
      switch item {
      case .attribute(let attribute): own.attributes.append(attribute)
      case .block(let block):
        if block.type == "_", block.labels.isEmpty {
          escaped.attributes += block.body.attributes
          escaped.blocks += block.body.blocks
        } else {
          own.blocks.append(block)
        }
      }
    }
    return (own, escaped)
  }

  private mutating func merge(_ override: BodySyntax) {
    let (newOwn, newEscaped) = Self.items(of: override)
    Self.merge(newOwn, into: &own)
    Self.merge(newEscaped, into: &escaped)
  }

  private static func merge(_ override: Items, into items: inout Items) {
    for attribute in override.attributes {
      items.attributes.removeAll { $0.name == attribute.name }
      items.attributes.append(attribute)
    }
    // A dynamic block counts as the block that it makes.
    let replaced = Set(override.blocks.map { producedType($0) })
    items.blocks.removeAll { replaced.contains(producedType($0)) }
    items.blocks.append(contentsOf: override.blocks)
  }

  private static func producedType(_ block: BlockSyntax) -> String {
    block.type == "dynamic" ? block.labels.first?.value ?? "dynamic" : block.type
  }

  /// An attribute of its own, by name.
  public func attribute(_ name: String) -> AttributeSyntax? { own.attributes.first { $0.name == name } }

  /// The first block of its own of a type.
  public func block(_ type: String) -> BlockSyntax? { own.blocks.first { $0.type == type } }
}
