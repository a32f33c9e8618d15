import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// What a body is to hold, and the value that is made of it: the language of the suite's `.hcldec` files.
indirect enum DecoderSpecification {
  case object([(key: String, value: DecoderSpecification)])
  case array([DecoderSpecification])
  case attribute(name: String, type: ValueType, isRequired: Bool)
  case literal(Value)
  case block(type: String, DecoderSpecification, isRequired: Bool)
  case blockList(type: String, DecoderSpecification)
  case blockMap(type: String, labelCount: Int, DecoderSpecification)
  case fallback(DecoderSpecification, DecoderSpecification)

  struct Unreadable: Error {
    var reason: String
  }

  /// Reads a file's one specification; `variables` beside it are for expressions in the decoded file.
  static func read(_ body: BodySyntax) throws -> (specification: DecoderSpecification, variables: Attributes) {
    var variables = Attributes()
    for block in body.blocks(ofType: "variables") {
      variables = Attributes(block.body.attributes.map { ($0.name, value(of: $0.expression)) })
    }
    let rest = body.blocks.filter { $0.type != "variables" }
    guard rest.count == 1 else { throw Unreadable(reason: "\(rest.count) specifications") }
    return (try read(rest[0]), variables)
  }

  private static func read(_ block: BlockSyntax) throws -> DecoderSpecification {
    let body = block.body
    let label = block.labels.first?.value ?? ""
    func text(_ name: String) -> String {
      guard let attribute = body.attribute(name), case .string(let text) = value(of: attribute.expression).content else { return label }
      return text
    }
    func flag(_ name: String) -> Bool {
      guard let attribute = body.attribute(name), case .bool(let flag) = value(of: attribute.expression).content else { return false }
      return flag
    }
    func nested() throws -> DecoderSpecification {
      guard let inner = body.blocks.first else { throw Unreadable(reason: "\(block.type) without content") }
      return try read(inner)
    }
    switch block.type {
    case "object": return .object(try body.blocks.map { ($0.labels.first?.value ?? "", try read($0)) })
    case "array": return .array(try body.blocks.map(read))
    case "attr":
      let type = body.attribute("type").map { typeConstraint($0.expression).0 } ?? .dynamic
      return .attribute(name: text("name"), type: type, isRequired: flag("required"))
    case "literal":
      guard let attribute = body.attribute("value") else { throw Unreadable(reason: "literal without a value") }
      return .literal(value(of: attribute.expression))
    case "block": return .block(type: text("block_type"), try nested(), isRequired: flag("required"))
    case "block_list": return .blockList(type: text("block_type"), try nested())
    case "block_map":
      var count = 1
      if let labels = body.attribute("labels"), case .tuple(let names) = value(of: labels.expression).content { count = names.count }
      return .blockMap(type: text("block_type"), labelCount: count, try nested())
    case "default":
      guard body.blocks.count == 2 else { throw Unreadable(reason: "default without two specifications") }
      return .fallback(try read(body.blocks[0]), try read(body.blocks[1]))
    default: throw Unreadable(reason: "specification \(block.type)")
    }
  }

  /// Names of attributes that a body may have.
  private var attributes: Set<String> {
    switch self {
    case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.attributes) }
    case .array(let elements): elements.reduce(into: []) { $0.formUnion($1.attributes) }
    case .attribute(let name, _, _): [name]
    case .fallback(let first, let second): first.attributes.union(second.attributes)
    case .literal, .block, .blockList, .blockMap: []
    }
  }

  /// Types of blocks that a body may have, with what is in them.
  var blocks: [String: (labelCount: Int, content: DecoderSpecification)] {
    switch self {
    case .object(let members): members.reduce(into: [:]) { $0.merge($1.value.blocks) { first, _ in first } }
    case .array(let elements): elements.reduce(into: [:]) { $0.merge($1.blocks) { first, _ in first } }
    case .fallback(let first, let second): first.blocks.merging(second.blocks) { first, _ in first }
    case .block(let type, let content, _), .blockList(let type, let content): [type: (0, content)]
    case .blockMap(let type, let count, let content): [type: (count, content)]
    case .literal, .attribute: [:]
    }
  }

  /// What the specification says of blocks, for the JSON syntax.
  var schema: JSONBlockSchema {
    JSONBlockSchema(blocks.mapValues { JSONBlockSchema.Block(labelCount: $0.labelCount, content: $0.content.schema) })
  }

  // MARK: Decoding

  /// Makes the value of a body, and reports what the body may not hold and what it lacks.
  func decode(_ body: BodySyntax, _ variables: Attributes, _ problems: inout [Diagnostic]) -> Value {
    for attribute in body.attributes where !attributes.contains(attribute.name) {
      problems.append(problem("unsupported-argument", attribute.nameRange, body))
    }
    for block in body.blocks where blocks[block.type] == nil {
      problems.append(problem("unsupported-block", block.typeRange, body))
    }
    return value(body, variables, &problems)
  }

  private func problem(_ id: String, _ range: ByteRange, _ body: BodySyntax) -> Diagnostic {
    Diagnostic(.error, id, id, at: SourceRange(file: body.tree.file, bytes: range))
  }

  private func value(_ body: BodySyntax, _ variables: Attributes, _ problems: inout [Diagnostic]) -> Value {
    switch self {
    case .object(let members):
      return .object(Attributes(members.map { ($0.key, $0.value.value(body, variables, &problems)) }))
    case .array(let elements):
      return .tuple(elements.map { $0.value(body, variables, &problems) })
    case .literal(let value):
      return value
    case .attribute(let name, let type, let isRequired):
      guard let attribute = body.attribute(name) else {
        if isRequired { problems.append(problem("missing-argument", body.range.bytes, body)) }
        return .null(type)
      }
      var evaluator = DecoderSpecification.evaluator(variables)
      let value = evaluator.evaluate(attribute.expression)
      problems += evaluator.diagnostics
      do throws(ConversionError) {
        return try value.converted(to: type)
      } catch {
        problems.append(problem("wrong-type", attribute.expression.range.bytes, body))
        return .unknown(type)
      }
    case .block(let type, let content, let isRequired):
      let found = body.blocks(ofType: type)
      for extra in found.dropFirst() { problems.append(problem("repeated-block", extra.typeRange, body)) }
      guard let block = found.first else {
        if isRequired { problems.append(problem("missing-block", body.range.bytes, body)) }
        return .null(.dynamic)
      }
      return content.decode(block.body, variables, &problems)
    case .blockList(let type, let content):
      return .tuple(body.blocks(ofType: type).map { content.decode($0.body, variables, &problems) })
    case .blockMap(let type, let count, let content):
      return map(body.blocks(ofType: type), count, 0, content, variables, &problems)
    case .fallback(let first, let second):
      let value = first.value(body, variables, &problems)
      if case .null = value.content { return second.value(body, variables, &problems) }
      return value
    }
  }

  /// Blocks by their labels, one level for each.
  private func map(
    _ blocks: [BlockSyntax], _ count: Int, _ level: Int, _ content: DecoderSpecification, _ variables: Attributes,
    _ problems: inout [Diagnostic]
  ) -> Value {
    var groups: [(label: String, blocks: [BlockSyntax])] = []
    for block in blocks where block.labels.count == count {
      let label = block.labels[level].value
      if let index = groups.firstIndex(where: { $0.label == label }) { groups[index].blocks.append(block) } else { groups.append((label, [block])) }
    }
    for block in blocks where block.labels.count != count { problems.append(problem("wrong-labels", block.headerRange, BodySyntax(tree: block.tree, id: block.bodyID))) }
    return .object(
      Attributes(
        groups.map { label, blocks in
          guard level + 1 == count else { return (label, map(blocks, count, level + 1, content, variables, &problems)) }
          return (label, content.decode(blocks[0].body, variables, &problems))
        }))
  }

  static func evaluator(_ variables: Attributes = Attributes()) -> Evaluator<VariableScope> {
    let context = FunctionContext(files: .none, workingDirectory: "") { (_, _, _, _) throws(FunctionError) in .string("") }
    return Evaluator(scope: VariableScope(variables), functions: .empty, context: context)
  }

  static func value(of expression: ExpressionSyntax) -> Value {
    var evaluator = evaluator()
    return evaluator.evaluate(expression)
  }
}
