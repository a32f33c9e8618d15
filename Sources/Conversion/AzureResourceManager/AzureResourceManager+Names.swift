import Documents
import HCLValues
import TerraformModel

/// Names of resources: one segment for each type on the way from the provider's namespace. (ARM template documentation, "Set name and type for child resources".)
///
/// A mapping states them as `options = { name = [self.account_name, self.name] }`; an ID among them stands for the name of the resource that it is of.
/// Without that the name is `self.name`.
extension AzureResourceManagerTarget {
  /// The segments of a resource's name; what a template cannot write is a parameter.
  func nameSegments(of resource: Int, in converter: inout Converter<Self>) -> [Document] {
    if let known = converter.state.names[resource] { return known }
    guard converter.state.naming.insert(resource).inserted else { return [] }
    let outer = converter.current
    converter.current = resource
    defer {
      converter.current = outer
      converter.state.naming.remove(resource)
    }
    let planned = converter.resources[resource]
    var segments: [Document] = []
    for expression in nameExpressions(of: planned) {
      do throws(ConversionLoss) {
        segments += try self.segments(expression, of: resource, in: &converter)
      } catch {
        let attribute = Self.attribute(expression)
        // The engine writes `name` itself as well and has said this.
        if let attribute, attribute != "name" { converter.lose(planned.instance, at: AttributePath(attribute), error.reason) }
        segments.append(nameParameter(for: planned, attribute ?? "name", in: &converter))
      }
    }
    converter.state.names[resource] = segments
    return segments
  }

  private func nameExpressions(of resource: PlannedResource) -> [MappingExpression] {
    switch resource.mapping.options["name"]?.form {
    case .list(let elements)?: elements
    case nil: [MappingExpression(.path(["self", "name"]), range: resource.mapping.range)]
    default: resource.mapping.options["name"].map { [$0] } ?? []
    }
  }

  private static func attribute(_ expression: MappingExpression) -> String? {
    guard case .path(let names) = expression.form, names.first == "self" else { return nil }
    return names.dropFirst().first
  }

  private func segments(_ expression: MappingExpression, of resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> [Document] {
    if expression.word == "generated" {
      // A GUID that is the same for each deployment to the same group.
      let address = converter.resources[resource].instance.address.description
      return [TemplateExpression.expression("guid(resourceGroup().id, \(TemplateExpression.quoted(address)))")]
    }
    guard let document = try converter.document(for: expression, of: resource, to: .text) else { throw ConversionLoss("the resource has no name") }
    if let segments = TemplateExpression.segments(of: document) { return segments }
    if TemplateExpression.readsState(document) {
      let planned = converter.resources[resource]
      let attribute = Self.attribute(expression) ?? "name"
      converter.lose(planned.instance, at: AttributePath(attribute), "a template cannot name a resource after what is only known once another one is built")
      return [nameParameter(for: planned, attribute, in: &converter)]
    }
    guard Self.attribute(expression)?.hasSuffix("_id") ?? false else { return [document] }
    if let id = document.stringValue { return [.string(id.split(separator: "/").last.map(String.init) ?? id)] }
    return [TemplateExpression.expression("last(split(\(TemplateExpression.text(of: document)), '/'))")]
  }

  private func nameParameter(for resource: PlannedResource, _ attribute: String, in converter: inout Converter<Self>) -> Document {
    let noun = resourceType(of: resource).split(separator: "/").last.map(String.init) ?? ""
    let words = attribute == "name" ? "\(resource.identifier) \(noun) name" : "\(resource.identifier) \(attribute)"
    return addParameter(words, ["type": "string", "metadata": ["description": .string("The \(attribute) of \(resource.instance.address)")]], in: &converter)
  }

  /// `[resourceId('Microsoft.Storage/storageAccounts', parameters('name'))]`
  func resourceID(of resource: Int, in converter: inout Converter<Self>) -> Document {
    let planned = converter.resources[resource]
    if planned.instance.type == Self.groupType, planned.instance.address == converter.state.group { return TemplateExpression.expression("resourceGroup().id") }
    let segments = nameSegments(of: resource, in: &converter)
    if planned.instance.type == Self.groupType {
      return TemplateExpression.function("subscriptionResourceId", [.string(resourceType(of: planned))] + segments)
    }
    let type = TemplateExpression.quoted(resourceType(of: planned))
    let names = segments.map(TemplateExpression.text).joined(separator: ", ")
    if let scope = scope(of: resource, in: &converter) {
      return TemplateExpression.resourceID("extensionResourceId(\(TemplateExpression.text(of: scope)), \(type), \(names))", segments: segments)
    }
    return TemplateExpression.resourceID("resourceId(\(type), \(names))", segments: segments)
  }

  /// The resource that an extension resource (`options = { scope = self.scope }`) belongs to; nil for the resource group itself.
  func scope(of resource: Int, in converter: inout Converter<Self>) -> Document? {
    guard let expression = converter.resources[resource].mapping.options["scope"] else { return nil }
    let outer = converter.current
    converter.current = resource
    defer { converter.current = outer }
    guard let document = try? converter.document(for: expression, of: resource, to: .text) else { return nil }
    return TemplateExpression.text(of: document) == "resourceGroup().id" ? nil : document
  }
}
