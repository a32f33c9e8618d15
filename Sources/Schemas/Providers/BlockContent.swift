import HCLValues
import Synchronization

/// What the text says of one block, wherever that block occurs: one level of members, decoded.
final class BlockContent: Sendable {
  /// An attribute, without what is known of one path alone.
  struct Attribute: Sendable {
    var name: String
    var mode: AttributeSchema.Mode
    var isSensitive: Bool
    var isDeprecated: Bool
    var isWriteOnly: Bool
    var type: ValueType
    /// The members of a nested attribute.
    var nested: (nesting: BlockNesting, source: Source)?
  }

  struct Block: Sendable {
    var name: String
    var nesting: BlockNesting
    var bounds: CountBounds
    var isDeprecated: Bool
    var source: Source
  }

  /// Where the members of a block stand.
  enum Source: Sendable {
    case lines(Section, depth: Int)
    /// A shape used in several places, or recursive.
    case shape(String)
    /// Any content is allowed.
    case anything
  }

  /// Where the section starts: equal for equal content.
  let start: SectionPlace
  let attributes: [Attribute]
  let blocks: [Block]
  let isOpaque: Bool
  /// Remembered by `ProviderSchema.impliedType`.
  let impliedType = Mutex<ImpliedType?>(nil)

  var isEmpty: Bool { attributes.isEmpty && blocks.isEmpty }

  init(opaqueAt start: SectionPlace) {
    self.start = start
    attributes = []
    blocks = []
    isOpaque = true
  }

  /// Decodes one level. (Provider text form, member lines.) A line of another form is passed over.
  init(_ section: Section, depth: Int) {
    start = section.place
    isOpaque = false
    var (attributes, blocks) = section.text.withBytes { Self.members($0, section, depth: depth) }
    Self.sort(&attributes, by: \.name)
    Self.sort(&blocks, by: \.name)
    self.attributes = attributes
    self.blocks = blocks
  }

  private static func members(
    _ bytes: UnsafeBufferPointer<UInt8>, _ section: Section, depth: Int
  ) -> (attributes: [Attribute], blocks: [Block]) {
    var attributes: [Attribute] = []
    var blocks: [Block] = []
    attributes.reserveCapacity(min(section.range.count / 32, 32))
    var lines = MemberLines(bytes, section.range, depth: depth)
    while let line = lines.next() {
      var cursor = TextCursor(bytes, line.content)
      let name = cursor.takeName()
      guard cursor.skip(.space) else { continue }
      func members() -> Source { .lines(Section(text: section.text, range: line.children), depth: depth + 1) }
      if cursor.current == UInt8(ascii: "{") {
        if let block = block(name, &cursor, members()) { blocks.append(block) }
      } else if let attribute = attribute(name, &cursor, members: members) {
        attributes.append(attribute)
      }
    }
    return (attributes, blocks)
  }

  /// `!type flags…`, behind the name.
  private static func attribute(_ name: String, _ cursor: inout TextCursor, members: () -> Source) -> Attribute? {
    let mode: AttributeSchema.Mode
    switch cursor.current {
    case UInt8(ascii: "!"): mode = .required
    case UInt8(ascii: "?"): mode = .optional
    case UInt8(ascii: "~"): mode = .optionalComputed
    case UInt8(ascii: "="): mode = .computed
    default: return nil
    }
    cursor.advance()
    let typeWord = cursor.position..<cursor.end
    // Not every source of the text says it, and all providers name such arguments alike.
    let isWriteOnly = mode != .computed && name.utf8.suffix(3).elementsEqual("_wo".utf8)
    var attribute = Attribute(
      name: name, mode: mode, isSensitive: false, isDeprecated: false, isWriteOnly: isWriteOnly, type: cursor.takeValueType())
    while cursor.skip(.space) {
      let word = cursor.take { $0 == .space }
      switch true {
      case cursor.isEqual(word, "sensitive"): attribute.isSensitive = true
      case cursor.isEqual(word, "deprecated"): attribute.isDeprecated = true
      case cursor.isEqual(word, "wo"): attribute.isWriteOnly = true
      case cursor.isEqual(word, "nested"):
        var type = TextCursor(cursor.bytes, typeWord)
        attribute.nested = (nesting(type.takeWord(), cursor) ?? .single, members())
      default: break
      }
    }
    return attribute
  }

  /// `{nesting min..max} @shape`, behind the name.
  private static func block(_ name: String, _ cursor: inout TextCursor, _ members: Source) -> Block? {
    cursor.advance()
    guard let nesting = nesting(cursor.take { $0 == .space || $0 == UInt8(ascii: "}") }, cursor) else { return nil }
    cursor.skipSpaces()
    var block = Block(name: name, nesting: nesting, bounds: cursor.takeBounds(), isDeprecated: false, source: members)
    guard cursor.skip(UInt8(ascii: "}")) else { return nil }
    while cursor.skip(.space) {
      if cursor.skip(UInt8(ascii: "@")) {
        block.source = .shape(cursor.text(cursor.take { $0 == .space }))
        continue
      }
      let word = cursor.take { $0 == .space }
      switch true {
      case cursor.isEqual(word, "any"): block.source = .anything
      case cursor.isEqual(word, "deprecated"): block.isDeprecated = true
      default: break
      }
    }
    return block
  }

  private static func nesting(_ word: Range<Int>, _ cursor: TextCursor) -> BlockNesting? {
    switch true {
    case cursor.isEqual(word, "single"): .single
    case cursor.isEqual(word, "list"): .list
    case cursor.isEqual(word, "set"): .set
    case cursor.isEqual(word, "map"): .map
    case cursor.isEqual(word, "group"): .group
    default: nil
    }
  }

  /// The text has them in this order, unless it was damaged.
  private static func sort<Member>(_ members: inout [Member], by name: (Member) -> String) {
    for index in members.indices.dropFirst() where name(members[index]) <= name(members[index - 1]) {
      return members.sort { name($0) < name($1) }
    }
  }
}
