import HCLValues
import Synchronization

/// The members of a resource type, data source or provider configuration, or of a block inside one.
///
/// A class because schemas are shared and may contain themselves: a nested block is decoded when it is asked for, never the whole tree.
public final class BlockSchema: Sendable {
  /// Where it stands: the type, then the names of blocks, joined by dots; `data.` in front for a data source.
  public let path: String
  /// Sorted by the bytes of the name.
  public let attributes: [AttributeSchema]
  /// Sorted by the bytes of the name.
  public let nestedBlocks: [NestedBlock]
  /// Any attributes and blocks are allowed.
  public let isOpaque: Bool
  /// The type as a whole is deprecated.
  public let isDeprecated: Bool
  /// What to use in place of a deprecated type, when that is known.
  public let replacement: String?

  private let provider: ProviderSchema
  let content: BlockContent

  init(_ content: BlockContent, path: String, marks: PathMarks, provider: ProviderSchema) {
    self.path = path
    self.content = content
    self.provider = provider
    isOpaque = content.isOpaque
    isDeprecated = marks.own?.isDeprecated ?? false
    replacement = marks.own?.replacement
    attributes = content.attributes.map { attribute in
      let inner = marks[attribute.name]
      let known = inner.own
      let shape: AttributeSchema.Shape =
        if let nested = attribute.nested {
          .nested(
            NestedAttribute(
              nesting: nested.nesting,
              source: LazyBlock(nested.source, path: (path, attribute.name), marks: inner, provider: provider)))
        } else {
          .value(attribute.type)
        }
      return AttributeSchema(
        name: attribute.name, mode: attribute.mode, isSensitive: attribute.isSensitive || known?.isSensitive ?? false,
        isDeprecated: attribute.isDeprecated || known?.isDeprecated ?? false, isWriteOnly: attribute.isWriteOnly, shape: shape)
    }
    nestedBlocks = content.blocks.map { block in
      let inner = marks[block.name]
      let known = inner.own
      return NestedBlock(
        name: block.name, nesting: block.nesting, minItems: block.bounds.minimum, maxItems: block.bounds.maximum,
        isSensitive: known?.isSensitive ?? false, isDeprecated: block.isDeprecated || known?.isDeprecated ?? false,
        source: LazyBlock(block.source, path: (path, block.name), marks: inner, provider: provider))
    }
  }

  /// The attribute of this name, in logarithmic time.
  public func attribute(_ name: String) -> AttributeSchema? {
    let index = attributes.lowerBound { $0.name < name }
    return index < attributes.count && attributes[index].name == name ? attributes[index] : nil
  }

  /// The nested block of this name, in logarithmic time.
  public func nestedBlock(_ name: String) -> NestedBlock? {
    let index = nestedBlocks.lowerBound { $0.name < name }
    return index < nestedBlocks.count && nestedBlocks[index].name == name ? nestedBlocks[index] : nil
  }

  /// The object type of a decoded block: its attributes, and its nested blocks arranged as their nesting says.
  ///
  /// Types of recursive blocks end in `dynamic` where they would repeat; the type of an opaque block is `dynamic`. Equal parts share
  /// their storage, but a walk through the type of a deeply nested resource visits each part as often as it occurs.
  public var impliedType: ValueType { provider.impliedType(of: content) }

  /// What is known of the values of this attribute or block, or nil.
  public func facts(of name: String) -> ValueFacts? { provider.facts("\(path).\(name)") }
}

/// The blocks of one name inside a block.
public struct NestedBlock: Sendable {
  public let name: String
  public let nesting: BlockNesting
  public let minItems: Int
  /// nil: any number.
  public let maxItems: Int?
  /// Everything inside is a secret.
  public let isSensitive: Bool
  public let isDeprecated: Bool
  let source: LazyBlock

  /// Whether one must be written.
  public var isRequired: Bool { minItems > 0 }

  /// Any content is allowed.
  public var isOpaque: Bool { source.isOpaque }

  /// The members, decoded when they are first asked for.
  public var block: BlockSchema { source.block }

  /// Whether at most one may be written.
  public var isAtMostOne: Bool { maxItems == 1 || nesting == .single || nesting == .group }
}

/// A block that is decoded when it is first asked for. A class because all copies share what was decoded.
final class LazyBlock: Sendable {
  private let source: BlockContent.Source
  /// The block around it, and its name.
  private let path: (outer: String, name: String)
  private let marks: PathMarks
  private let provider: ProviderSchema
  private let decoded = Mutex<BlockSchema?>(nil)

  init(_ source: BlockContent.Source, path: (outer: String, name: String), marks: PathMarks, provider: ProviderSchema) {
    self.source = source
    self.path = path
    self.marks = marks
    self.provider = provider
  }

  var isOpaque: Bool {
    switch source {
    case .lines, .shape: false
    case .anything: true
    }
  }

  var block: BlockSchema {
    decoded.withLock { decoded in
      if let decoded { return decoded }
      let block = BlockSchema(provider.content(source), path: "\(path.outer).\(path.name)", marks: marks, provider: provider)
      decoded = block
      return block
    }
  }
}

extension Array {
  /// The first index whose element is not below what is sought; the array is sorted by that.
  func lowerBound(_ isBelow: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isBelow(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
