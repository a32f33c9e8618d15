import Documents
import HCLValues
import TerraformModel

/// Symbolic values in template functions. (ARM template documentation, "ARM template functions".)
extension AzureResourceManagerTarget {
  public func lower(
    _ value: Value, _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    let document = try lowered(value, origin, to: shape, in: &converter)
    return fitted(document, value, to: shape)
  }

  private func lowered(
    _ value: Value, _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    switch origin {
    case .reference(let address, let path): return try reference(address, path, to: shape, in: &converter)
    case .data(let address, let path): return try data(address, path, in: &converter)
    case .variable(let name): return try variable(name, to: shape, in: &converter)
    case .template(let parts):
      var documents: [Document] = []
      for part in parts { documents.append(try converter.expression(part, to: .text)) }
      return concatenation(of: documents)
    case .call(let name, let arguments): return try call(name, arguments, origin, to: shape, in: &converter)
    case .conditional(let test, let then, let otherwise):
      return TemplateExpression.function(
        "if", [try condition(test, in: &converter), try branch(then, shape, &converter), try branch(otherwise, shape, &converter)])
    case .index(let collection, let key): return try index(collection, key, to: shape, in: &converter)
    case .attribute(let object, let name):
      if let member = object.attributes?[name] { return try converter.expression(member, to: shape) }
      return member(name, of: try converter.expression(object, to: .any))
    case .splat(let collection, let path): return try splat(collection, path, in: &converter)
    case .operation(let name, let operands): return try operation(name, operands, in: &converter)
    case .workspace: throw ConversionLoss("a template knows no workspace")
    case .moduleOutput(let module, let name): throw ConversionLoss("the code of \(module) is not in view, so its output \(name) is not known")
    case .opaque(let reason, let source): throw ConversionLoss("`\(source)` cannot be carried: \(reason)")
    case .forExpression, .instanceKey: throw ConversionLoss("templates have no function for \(describe(value))")
    }
  }

  /// What the value is in Terraform becomes what the member is in the target.
  private func fitted(_ document: Document, _ value: Value, to shape: OutputShape) -> Document {
    guard TemplateExpression.isExpression(document), case .unknown(let type, _) = value.content else { return document }
    switch (shape, type) {
    case (.text, .number): return TemplateExpression.function("string", [document])
    case (.text, .bool): return TemplateExpression.function("toLower", [TemplateExpression.function("string", [document])])
    case (.integer, .string), (.number, .string): return TemplateExpression.function("int", [document])
    case (.boolean, .string): return TemplateExpression.function("bool", [document])
    case (.list(let element), .map):
      // A map that the target lists.
      guard let object = element.object, let name = ["name", "key"].first(where: { object.member($0) != nil }), object.member("value") != nil else {
        return TemplateExpression.list(document)
      }
      let pair = "createObject('\(name)', lambdaVariables('item').key, 'value', lambdaVariables('item').value)"
      let list = "map(items(\(TemplateExpression.text(of: document))), lambda('item', \(pair)))"
      return TemplateExpression.list(TemplateExpression.expression(list))
    case (.list, _): return TemplateExpression.list(document)
    default: return document
    }
  }

  private func branch(_ value: Value, _ shape: OutputShape, _ converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    value.isNull ? .null : try converter.expression(value, to: shape)
  }

  // MARK: References

  private func reference(
    _ address: ResourceAddress, _ path: AttributePath, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    if address.type == Self.groupType, address == converter.state.group, let document = groupAttribute(path) { return document }
    if address.type.hasPrefix("random_"), converter.graph.resource(at: address) != nil { return randomParameter(address, path, in: &converter) }
    if let resource = converter.resource(for: address), address.type != Self.groupType {
      use(converter.holder(of: resource), in: &converter)
      let names = path.steps.compactMap { step -> String? in if case .attribute(let name) = step { name } else { nil } }
      switch names {
      case ["identity", "principal_id"]: return try attribute("root.identity.principalId", of: resource, in: &converter)
      case ["identity", "tenant_id"]: return try attribute("root.identity.tenantId", of: resource, in: &converter)
      default: break
      }
    }
    return try converter.reference(address, path, to: shape)
  }

  /// What is known of the group that the template is deployed to.
  private func groupAttribute(_ path: AttributePath) -> Document? {
    guard path.steps.count == 1, case .attribute(let name) = path.steps[0] else { return nil }
    switch name {
    case "id": return constant("resource_group")
    case "name": return constant("resource_group_name")
    case "location": return constant("location")
    default: return nil
    }
  }

  // MARK: Indices

  private func index(
    _ collection: Value, _ key: Value, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    if let text = key.stringValue, let member = collection.attributes?[text] { return try converter.expression(member, to: shape) }
    if let elements = collection.elements, let number = key.scalarText.flatMap({ Int($0) }), elements.indices.contains(number) {
      return try converter.expression(elements[number], to: shape)
    }
    let outer = try converter.expression(collection, to: .any)
    if let text = key.stringValue { return member(text, of: outer) }
    return TemplateExpression.expression("\(TemplateExpression.text(of: outer))[\(TemplateExpression.text(of: try converter.expression(key, to: .any)))]")
  }

  private func member(_ name: String, of document: Document) -> Document {
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { CloudFormationTarget.isAlphanumeric($0) || $0 == UInt8(ascii: "_") } && !(name.first?.isNumber ?? true)
    return TemplateExpression.expression(TemplateExpression.text(of: document) + (isPlain ? ".\(name)" : "[\(TemplateExpression.quoted(name))]"))
  }

  /// An attribute of every element: `map` with a lambda.
  private func splat(_ collection: Value, _ path: AttributePath, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    var element = TemplateExpression.expression("lambdaVariables('element')")
    for step in path.steps {
      switch step {
      case .attribute(let name): element = member(name, of: element)
      case .index(let index): element = TemplateExpression.expression("\(TemplateExpression.text(of: element))[\(index)]")
      case .splat: throw ConversionLoss("templates have no function for a splat inside of a splat")
      }
    }
    let list = TemplateExpression.text(of: try converter.expression(collection, to: .any))
    return TemplateExpression.expression("map(\(list), lambda('element', \(TemplateExpression.text(of: element))))")
  }

  // MARK: Operations

  /// A test: a bool in the target's functions.
  func condition(_ value: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    try converter.expression(value, to: .boolean)
  }

  private func operation(_ name: String, _ operands: [Value], in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    let function: String
    switch (name, operands.count) {
    case ("==", 2): return try equality(operands[0], operands[1], in: &converter)
    case ("!=", 2): return TemplateExpression.function("not", [try equality(operands[0], operands[1], in: &converter)])
    case ("!", 1): return TemplateExpression.function("not", [try condition(operands[0], in: &converter)])
    case ("&&", 2), ("||", 2):
      return TemplateExpression.function(name == "&&" ? "and" : "or", [try condition(operands[0], in: &converter), try condition(operands[1], in: &converter)])
    case ("-", 1): return TemplateExpression.function("sub", [.number("0"), try converter.expression(operands[0], to: .integer)])
    case (">", 2): function = "greater"
    case (">=", 2): function = "greaterOrEquals"
    case ("<", 2): function = "less"
    case ("<=", 2): function = "lessOrEquals"
    case ("+", 2): function = "add"
    case ("-", 2): function = "sub"
    case ("*", 2): function = "mul"
    case ("/", 2): function = "div"
    case ("%", 2): function = "mod"
    default: throw ConversionLoss("templates have no function for \(describe(.symbolic(.operation(name, operands))))")
    }
    return TemplateExpression.function(function, [try converter.expression(operands[0], to: .integer), try converter.expression(operands[1], to: .integer)])
  }

  private func equality(_ left: Value, _ right: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    for (value, other) in [(left, right), (right, left)] {
      // A parameter without a value is empty.
      if value.isNull { return TemplateExpression.function("empty", [try converter.expression(other, to: .any)]) }
      if value.scalarText == "true", case .operation? = other.symbolicOrigin { return try condition(other, in: &converter) }
    }
    return TemplateExpression.function("equals", [try converter.expression(left, to: .any), try converter.expression(right, to: .any)])
  }

  /// A value as people read it.
  func describe(_ value: Value) -> String { "`\(value.sourceText)`" }
}
