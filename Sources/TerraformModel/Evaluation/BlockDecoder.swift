import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// What a block sets, with the places that cannot be found again by walking its syntax.
struct DecodedBlock {
  var values = Attributes()
  /// Elements of `dynamic` blocks.
  var ranges: [AttributePath: SourceRange] = [:]
}

/// What is known of the content of a block: its schema, or the object type of an attribute that may be written as blocks.
enum BlockShape {
  case schema(BlockSchema)
  case object(ObjectType)
  case unknown

  init(_ schema: BlockSchema?) { self = schema.map { .schema($0) } ?? .unknown }

  func attribute(_ name: String) -> (type: ValueType, isSensitive: Bool)? {
    switch self {
    case .schema(let schema): schema.attribute(name).map { ($0.nested?.constraint ?? $0.type, $0.isSensitive) }
    case .object(let object): object.attribute(name).map { ($0.type, false) }
    case .unknown: nil
    }
  }

  /// The shape of nested blocks of a name.
  func nested(_ name: String) -> BlockShape {
    switch self {
    case .schema(let schema):
      if let block = schema.nestedBlock(name) { return .schema(block.block) }
      return schema.attribute(name).map { BlockShape(elementsOf: $0.type) } ?? .unknown
    case .object(let object): return object.attribute(name).map { BlockShape(elementsOf: $0.type) } ?? .unknown
    case .unknown: return .unknown
    }
  }

  private init(elementsOf type: ValueType) {
    switch type {
    case .list(.object(let object)), .set(.object(let object)), .object(let object): self = .object(object)
    case .dynamic, .string, .number, .bool, .list, .set, .map, .tuple: self = .unknown
    }
  }
}

/// Evaluates the content of a block by its schema: attributes converted to their types, nested and `dynamic` blocks as tuples of
/// objects. (Terraform language, "Resource Blocks", "dynamic Blocks"; attributes as blocks.)
struct BlockDecoder {
  var evaluator: Evaluator<ModuleScope>
  private var ranges: [AttributePath: SourceRange] = [:]

  init(evaluator: Evaluator<ModuleScope>) { self.evaluator = evaluator }

  private static let metaArguments: Set = ["count", "for_each", "provider", "depends_on"]
  private static let metaBlocks: Set = ["lifecycle", "connection", "provisioner"]

  /// Decodes a resource, its meta-arguments left out.
  mutating func decodeResource(_ declaration: ResourceDeclaration, _ schema: BlockSchema?) -> DecodedBlock {
    let body = declaration.body
    let attributes = body.attributes.filter { !Self.metaArguments.contains($0.name) || schema?.attribute($0.name) != nil && $0.name == "provider" }
    let blocks = body.blocks.filter { !Self.metaBlocks.contains($0.type) }
    let values = decode(attributes, blocks, BlockShape(schema), AttributePath())
    return DecodedBlock(values: values, ranges: ranges)
  }

  /// Decodes any block by its schema.
  mutating func decode(_ body: BodySyntax, _ shape: BlockShape, _ path: AttributePath = AttributePath()) -> Attributes {
    let content = EffectiveBody(body)
    return decode(content.attributes, content.blocks, shape, path)
  }

  private mutating func decode(
    _ attributes: [AttributeSyntax], _ blocks: [BlockSyntax], _ shape: BlockShape, _ path: AttributePath
  ) -> Attributes {
    var pairs: [(String, Value)] = []
    pairs.reserveCapacity(attributes.count + blocks.count)
    for attribute in attributes {
      pairs.append((attribute.name, decode(attribute, shape.attribute(attribute.name))))
    }
    var order: [String] = []
    var byType: [String: [BlockSyntax]] = [:]
    for block in blocks {
      let type = block.type == "dynamic" ? block.labels.first?.value ?? "" : block.type
      if byType[type] == nil { order.append(type) }
      byType[type, default: []].append(block)
    }
    for type in order {
      pairs.append((type, nestedBlocks(type, byType[type] ?? [], shape.nested(type), path.appending(.attribute(type)))))
    }
    return Attributes(pairs)
  }

  private mutating func decode(_ attribute: AttributeSyntax, _ schema: (type: ValueType, isSensitive: Bool)?) -> Value {
    var value = evaluator.evaluate(attribute.expression)
    guard let schema else { return value }
    if schema.isSensitive { value.marks.insert(.sensitive) }
    if schema.type == .dynamic { return value }
    do throws(ConversionError) {
      let converted = try value.converted(to: schema.type)
      return converted.origin == nil && value.origin != nil ? converted.withOrigin(value.origin) : converted
    } catch {
      evaluator.diagnostics.append(
        Diagnostic(
          .error, "wrong-argument-type", "The value of “\(attribute.name)” has the wrong type",
          detail: "A value of the type \(schema.type) is needed. \(error.message)", at: attribute.expression.range
        ).dependingOnValues())
      return Value(.unknown(schema.type, .none), marks: value.marks, origin: value.origin)
    }
  }

  // MARK: Nested blocks

  private mutating func nestedBlocks(_ type: String, _ blocks: [BlockSyntax], _ inner: BlockShape, _ path: AttributePath) -> Value {
    var elements: [Value] = []
    var isOpen = false
    for block in blocks {
      if block.type == "dynamic" {
        decodeDynamic(block, inner, path, &elements, &isOpen)
      } else {
        let elementPath = path.appending(.index(elements.count))
        let values = decode(block.body, inner, elementPath)
        elements.append(Value(.object(labelled(values, block))))
      }
    }
    return Value(.tuple(elements), marks: isOpen ? .open : [])
  }

  /// Labels of nested blocks have no name of their own in the reference's values; they are kept under `label`.
  private func labelled(_ values: Attributes, _ block: BlockSyntax) -> Attributes {
    guard let label = block.labels.first, values["label"] == nil else { return values }
    var result = values
    result["label"] = .string(label.value)
    return result
  }

  private mutating func decodeDynamic(
    _ block: BlockSyntax, _ shape: BlockShape, _ path: AttributePath, _ elements: inout [Value], _ isOpen: inout Bool
  ) {
    let body = block.body
    guard let forEach = body.attribute("for_each"), let content = body.blocks(ofType: "content").first else {
      evaluator.diagnostics.append(
        Diagnostic(
          .error, "incomplete-dynamic-block", "A “dynamic” block needs “for_each” and a “content” block",
          detail: "It makes one block of what stands in “content” for each element of “for_each”.", at: block.header))
      return
    }
    let iterator = body.attribute("iterator").flatMap { staticTraversal($0.expression)?.first } ?? block.labels.first?.value ?? "each"
    let collection = evaluator.evaluate(forEach.expression)
    if collection.isNull {
      evaluator.diagnostics.append(
        Diagnostic(
          .error, "invalid-dynamic-for-each", "“for_each” of a “dynamic” block is null",
          detail: "It must be a list, set, map, tuple or object; use an empty one for no blocks.", at: forEach.expression.range
        ).dependingOnValues())
      return
    }
    guard let pairs = evaluator.elements(of: collection) else {
      if collection.isKnown {
        evaluator.diagnostics.append(
          Diagnostic(
            .error, "invalid-dynamic-for-each", "“for_each” of a “dynamic” block has no elements",
            detail: "It must be a list, set, map, tuple or object; this is \(collection.type).", at: forEach.expression.range
          ).dependingOnValues())
      }
      isOpen = true
      return
    }
    if collection.marks.contains(.open) { isOpen = true }
    for (key, value) in pairs {
      let element = value.origin == nil && collection.origin != nil ? value.withOrigin(.index(collection, key: key)) : value
      evaluator.pushLocal(iterator, .object([("key", key), ("value", element)]))
      let elementPath = path.appending(.index(elements.count))
      ranges[elementPath] = block.header
      elements.append(Value(.object(decode(content.body, shape, elementPath))))
      evaluator.popLocal()
    }
  }
}
