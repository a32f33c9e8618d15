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

/// Evaluates the content of a block by its plan: attributes converted to their types, nested and `dynamic` blocks as tuples of
/// objects. (Terraform language, "Resource Blocks", "dynamic Blocks"; attributes as blocks.)
struct BlockDecoder {
  var evaluator: Evaluator<ModuleScope>
  private var ranges: [AttributePath: SourceRange] = [:]

  init(evaluator: Evaluator<ModuleScope>) { self.evaluator = evaluator }

  /// Decodes a whole block.
  mutating func decode(_ plan: BlockPlan) -> DecodedBlock {
    let values = decode(plan, AttributePath())
    return DecodedBlock(values: values, ranges: ranges)
  }

  private mutating func decode(_ plan: BlockPlan, _ path: AttributePath) -> Attributes {
    var values: [Value] = []
    values.reserveCapacity(plan.items.count)
    for index in plan.items.indices {
      switch plan.items[index] {
      case .attribute(let attribute, let type, let isSensitive):
        values.append(decode(attribute, type, isSensitive: isSensitive))
      case .blocks(let blocks, let argument):
        let value = nestedBlocks(blocks, plan.hasDynamic ? path.appending(.attribute(plan.keys[index])) : path)
        // An argument that is written as no block at all is not set.
        let isUnset = argument != nil && value.marks.isEmpty && value.elements?.isEmpty == true
        values.append(isUnset ? .null(argument ?? .dynamic) : value)
      }
    }
    var result = Attributes(sortedKeys: plan.keys, values: values)
    if let label = plan.label, result["label"] == nil { result["label"] = .string(label) }
    return result
  }

  private mutating func decode(_ attribute: AttributeSyntax, _ type: ValueType, isSensitive: Bool) -> Value {
    var value = evaluator.evaluate(attribute.expression)
    if isSensitive { value.marks.insert(.sensitive) }
    if type == .dynamic || value.has(type: type) { return value }
    do throws(ConversionError) {
      let converted = try value.converted(to: type)
      return converted.origin == nil && value.origin != nil ? converted.withOrigin(value.origin) : converted
    } catch {
      evaluator.diagnostics.append(
        Diagnostic(
          .error, "wrong-argument-type", "The value of “\(attribute.name)” has the wrong type",
          detail: "A value of the type \(type) is needed. \(error.message)", at: attribute.expression.range))
      return Value(.unknown(type, .none), marks: value.marks, origin: value.origin)
    }
  }

  // MARK: Nested blocks

  private mutating func nestedBlocks(_ blocks: [NestedPlan], _ path: AttributePath) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(blocks.count)
    var isOpen = false
    for block in blocks {
      if block.isDynamic {
        decodeDynamic(block, path, &elements, &isOpen)
      } else if let content = block.content {
        let elementPath = content.hasDynamic ? path.appending(.index(elements.count)) : path
        elements.append(Value(.object(decode(content, elementPath))))
      }
    }
    return Value(.tuple(elements), marks: isOpen ? .open : [])
  }

  private mutating func decodeDynamic(_ plan: NestedPlan, _ path: AttributePath, _ elements: inout [Value], _ isOpen: inout Bool) {
    guard let forEach = plan.forEach, let content = plan.content else {
      evaluator.diagnostics.append(
        Diagnostic(
          .error, "incomplete-dynamic-block", "A “dynamic” block needs “for_each” and a “content” block",
          detail: "It makes one block of what stands in “content” for each element of “for_each”.", at: plan.block.header))
      return
    }
    let collection = evaluator.evaluate(forEach)
    if collection.isNull {
      evaluator.diagnostics.append(
        Diagnostic(
          .error, "invalid-dynamic-for-each", "“for_each” of a “dynamic” block is null",
          detail: "It must be a list, set, map, tuple or object; use an empty one for no blocks.", at: forEach.range))
      return
    }
    guard let pairs = collection.keyedElements else {
      if collection.isKnown {
        evaluator.diagnostics.append(
          Diagnostic(
            .error, "invalid-dynamic-for-each", "“for_each” of a “dynamic” block has no elements",
            detail: "It must be a list, set, map, tuple or object; this is \(collection.type).", at: forEach.range))
      }
      isOpen = true
      return
    }
    if collection.marks.contains(.open) { isOpen = true }
    for (key, value) in pairs {
      let element = value.origin == nil && collection.origin != nil ? value.withOrigin(.index(collection, key: key)) : value
      evaluator.pushLocal(plan.iterator, .object([("key", key), ("value", element)]))
      let elementPath = path.appending(.index(elements.count))
      ranges[elementPath] = plan.block.header
      var block = decode(content, elementPath)
      if let labels = plan.labels, block["label"] == nil { block["label"] = evaluator.evaluate(labels).elements?.first }
      elements.append(Value(.object(block)))
      evaluator.popLocal()
    }
  }
}
