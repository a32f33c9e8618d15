import Documents
import HCLValues
import TerraformModel

/// The template as a whole. (ARM template documentation, "Template format".)
extension AzureResourceManagerTarget {
  public func documents(in converter: inout Converter<Self>) -> [NamedDocument] {
    var resources: [Document] = []
    var owners: [Document: ResourceAddress] = [:]
    for index in converter.resources.indices where converter.resources[index].mergedInto == nil {
      let instance = converter.resources[index].instance
      guard instance.type != Self.groupType else {
        reportGroup(index, in: &converter)
        continue
      }
      let resource = resource(index, in: &converter)
      // Resources that exist under conditions may share a name.
      if resource["condition"] == nil, let key = identity(of: resource) {
        if let owner = owners[key] {
          converter.lose(instance, at: AttributePath("name"), "\(owner) has the same name, and a template holds each resource once")
          continue
        }
        owners[key] = instance.address
      }
      resources.append(resource)
    }
    let outputs = outputs(in: &converter)
    let parameters = converter.state.parameters
    var template: DocumentObject = [
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
    ]
    if !parameters.isEmpty {
      template["parameters"] = .members(parameters.sorted { $0.key < $1.key }.map { ($0.key, TemplateExpression.rendered($0.value)) })
    }
    template["resources"] = .array(resources)
    if !outputs.isEmpty { template["outputs"] = .object(outputs) }
    return [NamedDocument(name: "template.json", document: .object(template))]
  }

  /// What tells a resource of a template from all others.
  private func identity(of resource: Document) -> Document? {
    guard let type = resource["type"], let name = resource["name"]?.stringValue else { return nil }
    return .array([type, .string(name.lowercased()), resource["scope"] ?? .null])
  }

  /// The group that the template is deployed to is noted; a further one is lost.
  private func reportGroup(_ index: Int, in converter: inout Converter<Self>) {
    let address = converter.resources[index].instance.address
    guard address != converter.state.group else {
      let instance = converter.resources[index].instance
      converter.report.notes.append(
        .init(address: address.description, path: "", reason: "the resource group that the template is deployed to", location: instance.source.header))
      return
    }
    converter.current = index
    converter.lose("the template is deployed to \(converter.state.group?.description ?? "one resource group"), and creates no further group")
    converter.current = nil
  }

  // MARK: Resources

  private func resource(_ index: Int, in converter: inout Converter<Self>) -> Document {
    let planned = converter.resources[index]
    converter.current = index
    defer { converter.current = nil }
    reportLosses(of: planned, in: &converter)
    let segments = nameSegments(of: index, in: &converter)
    var members = planned.properties.objectValue ?? DocumentObject()
    if planned.object.member("properties") != nil, members["properties"] == nil { members["properties"] = .object(DocumentObject()) }
    if let properties = members["properties"], let shape = planned.object.member("properties")?.shape {
      let complete = complete(properties, shape, name: "properties", of: planned, in: &converter)
      members["properties"] = withRequiredTexts(complete, shape, of: planned, in: &converter)
    }
    if members["location"] == nil, planned.object.member("location") != nil, planned.instance.values["location"] != nil {
      // What Terraform says of it is lost and reported; a resource is somewhere all the same.
      members["location"] = constant("location")
    }
    members["name"] = TemplateExpression.concatenation(of: Array(segments.map { [$0] }.joined(separator: ["/"])))
    if let scope = scope(of: index, in: &converter) { members["scope"] = scope }
    members["condition"] = existence(of: index, in: &converter)
    var address = planned.instance.address.description
    if planned.parent != nil || !planned.suffix.isEmpty { address += " \(planned.suffix)" }
    members["comments"] = .string(address)
    let dependencies = dependencies(of: index, in: &converter)
    var document: DocumentObject = ["type": .string(resourceType(of: planned)), "apiVersion": .string(apiVersion(of: planned))]
    for name in Self.leadingMembers {
      if let value = members[name] { document[name] = TemplateExpression.rendered(value.sortedByKey()) }
    }
    let trailing = Set(Self.leadingMembers + ["properties"])
    for member in members.map({ ($0.key, $0.value) }).sorted(by: { $0.0 < $1.0 }) where !trailing.contains(member.0) {
      document[member.0] = TemplateExpression.rendered(member.1.sortedByKey())
    }
    if !dependencies.isEmpty { document["dependsOn"] = .array(dependencies) }
    if let properties = members["properties"] { document["properties"] = TemplateExpression.rendered(properties.sortedByKey()) }
    return .object(document)
  }

  /// Elements of lists and optional objects without what the type requires of them are left out: with them nothing could be deployed.
  private func complete(
    _ document: Document, _ shape: OutputShape, name: String, of planned: PlannedResource, in converter: inout Converter<Self>
  ) -> Document {
    if TemplateExpression.isExpression(document) { return document }
    if let elements = document.arrayValue, let element = shape.element {
      var results: [Document] = []
      for one in elements {
        if let missing = missingMember(of: one, element) {
          converter.lose(planned.instance, at: AttributePath(), "each of \(name) requires \(missing), and nothing gives it: the element is left out")
        } else {
          results.append(complete(one, element, name: name, of: planned, in: &converter))
        }
      }
      return .array(results)
    }
    guard let object = document.objectValue else { return document }
    var result = DocumentObject()
    for member in object {
      guard let inner = shape.object?.member(member.key) else {
        result[member.key] = member.value
        continue
      }
      if !inner.isRequired, let missing = missingMember(of: member.value, inner.shape) {
        converter.lose(planned.instance, at: AttributePath(), "\(member.key) requires \(missing), and nothing gives it: it is left out")
      } else {
        result[member.key] = complete(member.value, inner.shape, name: member.key, of: planned, in: &converter)
      }
    }
    return .object(result)
  }

  /// What a resource has to say and nothing gives is asked for when the template is deployed.
  private func withRequiredTexts(
    _ document: Document, _ shape: OutputShape, of planned: PlannedResource, in converter: inout Converter<Self>
  ) -> Document {
    guard var object = document.objectValue, !TemplateExpression.isExpression(document) else { return document }
    for member in shape.object?.members ?? [] where member.isRequired && !member.isReadOnly && object[member.name] == nil {
      guard case .text = member.shape else { continue }
      converter.lose(planned.instance, at: AttributePath(), "\(resourceType(of: planned)) requires \(member.name), and nothing gives it: a parameter asks for it")
      object[member.name] = addParameter(
        "\(planned.identifier) \(member.name)", ["type": "string", "metadata": ["description": .string("\(member.name) of \(planned.instance.address)")]], in: &converter)
    }
    return .object(object)
  }

  private func missingMember(of document: Document, _ shape: OutputShape) -> String? {
    guard let object = document.objectValue, !TemplateExpression.isExpression(document) else { return nil }
    return shape.object?.members.first { $0.isRequired && !$0.isReadOnly && object[$0.name] == nil }?.name
  }

  private static let leadingMembers = ["name", "comments", "scope", "condition", "location", "tags", "kind", "sku", "identity"]

  private func reportLosses(of planned: PlannedResource, in converter: inout Converter<Self>) {
    guard planned.parent == nil else { return }
    let instance = planned.instance
    if case .reference(let address, _)? = instance.values["resource_group_name"]?.origin, address.type == Self.groupType, address != converter.state.group {
      converter.lose(
        instance, at: AttributePath("resource_group_name"),
        "it belongs to \(address), and the template is deployed to \(converter.state.group?.description ?? "another resource group")")
    }
    if !instance.lifecycle.ignoredChanges.isEmpty || instance.lifecycle.ignoresAllChanges { converter.lose("a template has nothing for `ignore_changes`") }
    if instance.lifecycle.preventDestroy == true { converter.lose("a template has nothing for `prevent_destroy`; a lock on the resource has a like effect") }
  }

  /// What has to be there first: what the resource refers to, `depends_on`, and the resource that it is a part of.
  private func dependencies(of index: Int, in converter: inout Converter<Self>) -> [Document] {
    var wanted: Set<Int> = []
    for position in converter.resources.indices where position == index || converter.holder(of: position) == index {
      wanted.formUnion(converter.state.uses[position] ?? [])
      if let parent = converter.resources[position].parent { wanted.insert(parent) }
      for declared in converter.resources[position].instance.explicitDependencies {
        for dependency in converter.graph.instances(of: declared) {
          if let resource = converter.resource(for: dependency.address) { wanted.insert(resource) }
        }
      }
    }
    var texts: Set<String> = []
    for resource in wanted {
      let holder = converter.holder(of: resource)
      guard holder != index, converter.resources[holder].instance.type != Self.groupType else { continue }
      texts.insert(TemplateExpression.text(of: resourceID(of: holder, in: &converter)))
    }
    return texts.sorted().map { .string("[\($0)]") }
  }

  // MARK: Outputs

  /// (ARM template documentation, "Template limits".)
  private static let outputLimit = 64

  private func outputs(in converter: inout Converter<Self>) -> DocumentObject {
    var outputs = DocumentObject()
    for output in converter.graph.outputs {
      converter.beginOutput(output.name)
      if outputs.count == Self.outputLimit {
        converter.lose("a template has at most \(Self.outputLimit) outputs")
      } else if let document = self.output(output, in: &converter) {
        outputs[Self.camelCase(output.name)] = document
      }
      converter.endOutput()
    }
    return outputs
  }

  private func output(_ output: GraphOutput, in converter: inout Converter<Self>) -> Document? {
    guard !output.value.isNull else { return nil }
    guard !output.isSensitive else {
      converter.lose("the output is sensitive, and everyone who sees a deployment sees its outputs")
      return nil
    }
    do throws(ConversionLoss) {
      let value = try converter.expression(output.value, to: Self.isText(output.value) ? .text : .any)
      guard !TemplateExpression.text(of: value).contains("listKeys(") else {
        throw ConversionLoss("the output is a secret, and everyone who sees a deployment sees its outputs")
      }
      var document: DocumentObject = ["type": .string(Self.outputType(of: output.value, value))]
      if let summary = output.summary, !summary.isEmpty { document["metadata"] = ["description": .string(summary)] }
      document["value"] = TemplateExpression.rendered(value)
      return .object(document)
    } catch {
      converter.lose(error.reason)
      return nil
    }
  }

  private static func isText(_ value: Value) -> Bool {
    if case .unknown(.string, _) = value.content { return true }
    return false
  }

  private static func outputType(of value: Value, _ document: Document) -> String {
    switch document {
    case .bool: return "bool"
    case .number(let text): return Int(text) == nil ? "string" : "int"
    case .array: return "array"
    case .string, .null: return "string"
    case .object: break
    }
    guard TemplateExpression.isExpression(document), case .unknown(let type, _) = value.content else { return "object" }
    switch type {
    case .bool: return "bool"
    case .number: return "int"
    case .list, .set, .tuple: return "array"
    case .map, .object: return "object"
    case .string, .dynamic: return "string"
    }
  }
}
