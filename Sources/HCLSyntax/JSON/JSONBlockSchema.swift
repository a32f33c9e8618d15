/// Which properties of a JSON body are blocks. JSON alone does not tell: `"a": {}` may be a block or an argument with an object for its
/// value. (HCL JSON syntax specification, section "Blocks".)
public struct JSONBlockSchema: Sendable {
  /// A type of block: how many labels it has, and which blocks its body holds.
  public struct Block: Sendable {
    public var labelCount: Int
    public var content: JSONBlockSchema

    public init(labelCount: Int = 0, content: JSONBlockSchema = JSONBlockSchema()) {
      self.labelCount = labelCount
      self.content = content
    }
  }

  /// The types of blocks by name. Any other property is an argument.
  public var blocks: [String: Block]

  public init(_ blocks: [String: Block] = [:]) { self.blocks = blocks }
}
