import Documents
import HCLValues
import Schemas
import TerraformModel

/// What is not known by itself: folded from what the configuration says elsewhere, else a loss that names the expression.
extension KubernetesTarget {
  public func lower(
    _ value: Value, _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    switch origin {
    case .reference(let address, let path) where converter.resource(for: address) != nil: return try converter.reference(address, path, to: shape)
    case .variable(let name): return try variable(name, to: shape, in: &converter)
    case .template(let parts):
      var documents: [Document] = []
      for part in parts { documents.append(try converter.expression(part, to: .text)) }
      return concatenation(of: documents)
    case .call("base64encode", let arguments) where arguments.count == 1:
      let document = try converter.expression(arguments[0], to: .text)
      guard let text = document.stringValue else { throw ConversionLoss("`\(value.sourceText)` is not text") }
      return .string(Base64Text.encoded(text))
    case .reference, .data, .moduleOutput, .opaque, .call, .conditional, .index, .attribute, .splat, .operation, .forExpression, .instanceKey, .workspace:
      throw loss(of: value, converter.graph)
    }
  }

  /// The first thing that is not known in a value, as the reason why the whole is not.
  private func loss(of value: Value, _ graph: ResourceGraph) -> ConversionLoss {
    let text = value.sourceText
    guard let cause = cause(of: value, graph, depth: 0) else { return ConversionLoss("`\(text)` is not known before it is applied, and a manifest needs its value") }
    return ConversionLoss(cause.text == text ? cause.reason : "`\(text)` is not known: \(cause.reason)")
  }

  private func cause(of value: Value, _ graph: ResourceGraph, depth: Int) -> (text: String, reason: String)? {
    guard depth < 30 else { return nil }
    let parts: [Value]
    guard let origin = value.symbolicOrigin else {
      return value.children.lazy.compactMap { cause(of: $0, graph, depth: depth + 1) }.first
    }
    switch origin {
    case .reference(let address, let path):
      let found = graph.instances(of: address).isEmpty ? "is not declared" : "is only known once Terraform has built it"
      return (value.sourceText, "\(address)\(path) \(found)")
    case .data(let address, let path): return (value.sourceText, "\(address)\(path) is only read when Terraform runs")
    case .variable(let name):
      let variable = graph.variables.first { $0.name == name }
      return (variable?.givenValue ?? variable?.defaultValue) == nil ? (value.sourceText, noValue(name)) : nil
    case .moduleOutput(let module, let name):
      return (value.sourceText, "the code of \(module) is not in view, so its output \(name) is not known")
    case .opaque(let reason, _): return (value.sourceText, reason)
    case .workspace: return (value.sourceText, "the workspace is not known")
    case .instanceKey: return nil
    case .template(let values), .call(_, let values), .operation(_, let values): parts = values
    case .conditional(let test, let then, let otherwise): parts = [test, then, otherwise]
    case .index(let collection, let key): parts = [collection, key]
    case .attribute(let inner, _), .splat(let inner, _), .forExpression(let inner, _): parts = [inner]
    }
    return parts.lazy.compactMap { cause(of: $0, graph, depth: depth + 1) }.first
  }

  private func noValue(_ variable: String) -> String { "var.\(variable) has no value, and a manifest has no parameters" }

  /// A root variable's value.
  private func variable(_ name: String, to shape: OutputShape, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    guard let variable = converter.graph.variables.first(where: { $0.name == name }) else { throw ConversionLoss("var.\(name) is not declared") }
    guard let value = variable.givenValue ?? variable.defaultValue, !value.isNull else {
      throw ConversionLoss(noValue(name))
    }
    converter.note(variable: name, "its value is fixed")
    return try converter.expression(value, to: shape)
  }

  // MARK: References

  /// What Terraform's `id` is: the object's name, behind its namespace when it has one.
  public func reference(to resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    let instance = converter.resources[resource].instance
    func metadata(_ name: String) -> AttributePath { AttributePath([.attribute("metadata"), .index(0), .attribute(name)]) }
    let name = try converter.reference(instance.address, metadata("name"), to: .text)
    guard isNamespaced(instance.type) else { return name }
    guard instance.values.value(at: ["metadata", "namespace"]).map({ !$0.isNull }) ?? false else { return concatenation(of: ["default/", name]) }
    return concatenation(of: [try converter.reference(instance.address, metadata("namespace"), to: .text), "/", name])
  }

  private func isNamespaced(_ type: String) -> Bool {
    SchemaCatalog.standard.resource(type)?.nestedBlock("metadata")?.block.attribute("namespace") != nil
  }

  public func attribute(_ name: String, of resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    throw ConversionLoss("\(name) is only known once the object exists, and a manifest needs its value")
  }
}
