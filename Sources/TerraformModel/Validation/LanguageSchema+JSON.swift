import HCLSyntax

extension JSONBlockSchema {
  /// Which properties of a module's JSON files are blocks. Blocks of providers cannot be told from arguments with objects for values:
  /// they are read as arguments.
  static let terraform = JSONBlockSchema(LanguageBlock.topLevel.mapValues { block(of: $0, depth: 0) })

  static func block(of rules: LanguageBlock, depth: Int) -> Block {
    guard depth < 8 else { return Block() }
    var blocks = rules.blocks.mapValues { block(of: $0.block, depth: depth + 1) }
    if rules.allowsOtherBlocks, !rules.labels.isEmpty {
      blocks["dynamic"] = Block(labelCount: 1, content: JSONBlockSchema(["content": Block()]))
    }
    return Block(labelCount: rules.labels.count, content: JSONBlockSchema(blocks))
  }
}
