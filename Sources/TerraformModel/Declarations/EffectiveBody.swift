import HCLSyntax

/// The content of a block after override files are merged into it. (Terraform language, "Override Files".)
///
/// An attribute of a later body replaces the earlier one; nested blocks of a type replace all earlier ones of that type.
public struct EffectiveBody: Sendable {
  public private(set) var attributes: [AttributeSyntax]
  public private(set) var blocks: [BlockSyntax]

  /// A body with those that override it, in order.
  public init(_ body: BodySyntax, overrides: [BodySyntax] = []) {
    (attributes, blocks) = Self.items(of: body)
    for override in overrides { merge(override) }
  }

  /// The items of a body; what stands in an escaping block `_` counts as its own. (OpenTofu and Terraform, "escaping blocks".)
  private static func items(of body: BodySyntax) -> ([AttributeSyntax], [BlockSyntax]) {
    var attributes: [AttributeSyntax] = []
    var blocks: [BlockSyntax] = []
    for item in body.items {
      switch item {
      case .attribute(let attribute): attributes.append(attribute)
      case .block(let block):
        if block.type == "_", block.labels.isEmpty {
          for inner in block.body.items {
            switch inner {
            case .attribute(let attribute): attributes.append(attribute)
            case .block(let innerBlock): blocks.append(innerBlock)
            }
          }
        } else {
          blocks.append(block)
        }
      }
    }
    return (attributes, blocks)
  }

  private mutating func merge(_ override: BodySyntax) {
    let (newAttributes, newBlocks) = Self.items(of: override)
    for attribute in newAttributes {
      attributes.removeAll { $0.name == attribute.name }
      attributes.append(attribute)
    }
    // A dynamic block counts as the block that it makes.
    let replaced = Set(newBlocks.map { Self.producedType($0) })
    blocks.removeAll { replaced.contains(Self.producedType($0)) }
    blocks.append(contentsOf: newBlocks)
  }

  private static func producedType(_ block: BlockSyntax) -> String {
    block.type == "dynamic" ? block.labels.first?.value ?? "dynamic" : block.type
  }

  public func attribute(_ name: String) -> AttributeSyntax? { attributes.first { $0.name == name } }

  public func block(_ type: String) -> BlockSyntax? { blocks.first { $0.type == type } }
}
