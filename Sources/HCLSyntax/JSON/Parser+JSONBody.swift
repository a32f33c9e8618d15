import SourceText

/// Bodies and blocks made of JSON objects. (HCL JSON syntax specification, sections "Bodies", "Attributes", "Blocks".)
extension Parser {
  /// Makes a body of an object, or of all objects of an array.
  mutating func makeJSONBody(of value: UInt32, _ schema: JSONBlockSchema) -> UInt32 {
    let node = nodes[Int(value)]
    let mark = pending.count
    for object in objects(of: value, "A body is an object, or an array of objects.") { addItems(of: object, schema) }
    dropRedefinedAttributes(from: mark)
    let items = flushPending(from: mark)
    return add(.body, node.start, node.end, a: items.first, b: items.count)
  }

  private mutating func addItems(of object: UInt32, _ schema: JSONBlockSchema) {
    let node = nodes[Int(object)]
    for position in stride(from: Int(node.a), to: Int(node.a + node.b), by: 2) {
      let key = nodes[Int(extra[position])]
      let value = extra[position + 1]
      let name = key.b - 1
      let text = names.names[Int(name)]
      if text == "//" { continue }
      if let block = schema.blocks[text] {
        addBlocks(key, name, block, value, labels: [], headerEnd: key.end)
      } else {
        pending.append(add(.attribute, key.start, nodes[Int(value)].end, a: name, b: value))
      }
    }
  }

  /// Adds the blocks that a property stands for; each label is one more level of objects.
  private mutating func addBlocks(
    _ key: SyntaxNode, _ type: UInt32, _ block: JSONBlockSchema.Block, _ value: UInt32, labels: [UInt32], headerEnd: UInt32
  ) {
    guard labels.count >= block.labelCount else {
      let name = names.names[Int(type)]
      let groups = objects(of: value, "The labels of a block are properties of objects around its body; \"\(name)\" has \(block.labelCount).")
      for group in groups {
        let node = nodes[Int(group)]
        for position in stride(from: Int(node.a), to: Int(node.a + node.b), by: 2) {
          let labelKey = nodes[Int(extra[position])]
          let label = add(.bareLabel, labelKey.start, labelKey.end, a: labelKey.b - 1)
          addBlocks(key, type, block, extra[position + 1], labels: labels + [label], headerEnd: max(headerEnd, labelKey.end))
        }
      }
      return
    }
    for object in objects(of: value, "The body of a block is an object; several blocks are an array of objects.") {
      let mark = pending.count
      addItems(of: object, block.content)
      dropRedefinedAttributes(from: mark)
      let items = flushPending(from: mark)
      let node = nodes[Int(object)]
      let body = add(.body, node.start, node.end, a: items.first, b: items.count)
      let first = UInt32(truncatingIfNeeded: extra.count)
      extra.append(body)
      extra.append(headerEnd)
      extra.append(UInt32(truncatingIfNeeded: labels.count))
      for label in labels { extra.append(label) }
      pending.append(add(.block, key.start, max(key.end, node.end), a: type, b: first))
    }
  }

  /// The objects that a value is: itself, or the elements of an array. Null is none.
  private mutating func objects(of value: UInt32, _ detail: String) -> [UInt32] {
    let node = nodes[Int(value)]
    switch node.kind {
    case .object:
      return [value]
    case .null:
      return []
    case .tuple:
      var found: [UInt32] = []
      for position in Int(node.a)..<Int(node.a + node.b) {
        let element = extra[position]
        let kind = nodes[Int(element)].kind
        if kind == .object {
          found.append(element)
        } else if kind != .null {
          refuseKind(nodes[Int(element)], detail)
        }
      }
      return found
    default:
      refuseKind(node, detail)
      return []
    }
  }

  private mutating func refuseKind(_ node: SyntaxNode, _ detail: String) {
    report("invalid-json-body", "An object is expected here", detail, at: ByteRange(start: node.start, end: node.end))
  }
}
