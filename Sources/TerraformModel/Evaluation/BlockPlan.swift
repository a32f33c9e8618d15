import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

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

/// How the content of a block is evaluated: its items under their names, each with what its schema says of it.
///
/// Made once for each declaration and then used for all of its instances: names are looked up and sorted once, and the instances share
/// their keys.
struct BlockPlan {
  enum Item {
    case attribute(AttributeSyntax, type: ValueType, isSensitive: Bool)
    /// All blocks of one type, in source order; with the type of the argument that is written as blocks.
    case blocks([NestedPlan], argument: ValueType?)
  }

  /// In order; `items` has one for each.
  private(set) var keys: [String] = []
  private(set) var items: [Item] = []
  /// The label of a nested block, kept under `label`: the reference's values have no name for it.
  var label: String?
  /// Whether a `dynamic` block stands anywhere inside, whose elements have places that syntax alone does not give.
  private(set) var hasDynamic = false

  static let metaArguments: Set = ["count", "for_each", "provider", "depends_on"]
  static let metaBlocks: Set = ["lifecycle", "connection", "provisioner"]

  /// The plan of a resource, its meta-arguments left out.
  init(resource declaration: ResourceDeclaration, _ schema: BlockSchema?) {
    let body = declaration.body
    var meta = Self.metaArguments
    if schema?.attribute("provider") != nil { meta.remove("provider") }
    self.init(body.attributes(without: meta), body.blocks(without: Self.metaBlocks), BlockShape(schema))
  }

  init(_ body: BodySyntax, _ shape: BlockShape) {
    let content = EffectiveBody(body)
    self.init(content.attributes, content.blocks, shape)
  }

  private init(_ attributes: [AttributeSyntax], _ blocks: [BlockSyntax], _ shape: BlockShape) {
    var byName: [String: Item] = [:]
    for attribute in attributes {
      let schema = shape.attribute(attribute.name)
      byName[attribute.name] = .attribute(attribute, type: schema?.type ?? .dynamic, isSensitive: schema?.isSensitive ?? false)
    }
    var nested: [String: [NestedPlan]] = [:]
    for block in blocks {
      let isDynamic = block.type == "dynamic"
      let type = isDynamic ? block.labels.first?.value ?? "" : block.type
      let plan = isDynamic ? NestedPlan(dynamic: block, shape.nested(type)) : NestedPlan(static: block, shape.nested(type))
      if plan.isDynamic || plan.content?.hasDynamic == true { hasDynamic = true }
      nested[type, default: []].append(plan)
    }
    for (type, plans) in nested { byName[type] = .blocks(plans, argument: shape.attribute(type)?.type) }
    keys = byName.keys.sorted()
    items = keys.compactMap { byName[$0] }
  }

  /// Whether the values of a name come from blocks rather than from an argument.
  func isWrittenAsBlocks(_ name: String) -> Bool {
    guard let index = keys.firstIndex(of: name), case .blocks = items[index] else { return false }
    return true
  }
}

/// How one nested block, or one `dynamic` block, is evaluated.
struct NestedPlan {
  let block: BlockSyntax
  let isDynamic: Bool
  /// Nil for a `dynamic` block that has none.
  let content: BlockPlan?
  let forEach: ExpressionSyntax?
  /// The labels of the blocks of a `dynamic` block.
  let labels: ExpressionSyntax?
  let iterator: String

  init(static block: BlockSyntax, _ shape: BlockShape) {
    self.block = block
    isDynamic = false
    var plan = BlockPlan(block.body, shape)
    plan.label = block.labels.first?.value
    content = plan
    forEach = nil
    labels = nil
    iterator = ""
  }

  init(dynamic block: BlockSyntax, _ shape: BlockShape) {
    self.block = block
    isDynamic = true
    let body = block.body
    content = body.blocks(ofType: "content").first.map { BlockPlan($0.body, shape) }
    forEach = body.attribute("for_each")?.expression
    labels = body.attribute("labels")?.expression
    iterator = body.attribute("iterator").flatMap { staticTraversal($0.expression)?.first } ?? block.labels.first?.value ?? "each"
  }
}
