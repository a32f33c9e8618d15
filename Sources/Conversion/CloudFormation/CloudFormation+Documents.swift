import Documents
import HCLValues
import TerraformModel

/// The template as a whole. (CloudFormation user guide, "Template sections".)
extension CloudFormationTarget {
  public func identifiers(for resources: [PlannedResource]) -> [String] { LogicalIDs.make(for: resources) }

  public func documents(in converter: inout Converter<Self>) -> [NamedDocument] {
    var resources = DocumentObject()
    for index in converter.resources.indices where converter.resources[index].mergedInto == nil {
      resources[converter.resources[index].identifier] = resource(index, in: &converter)
    }
    let outputs = outputs(in: &converter)
    for name in converter.state.regionVariables.sorted() { converter.note(variable: name, Self.regionNote) }
    let state = converter.state
    var template: DocumentObject = ["AWSTemplateFormatVersion": "2010-09-09"]
    if !state.parameters.isEmpty {
      template["Parameters"] = .members(state.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    if !state.mappings.isEmpty { template["Mappings"] = .object(state.mappings) }
    if !state.conditions.isEmpty { template["Conditions"] = .members(state.conditions.map { ($0.name, $0.test) }) }
    template["Resources"] = .object(resources)
    if !outputs.isEmpty { template["Outputs"] = .object(outputs) }
    return [NamedDocument(name: "template.json", document: .object(template))]
  }

  private func resource(_ index: Int, in converter: inout Converter<Self>) -> Document {
    let planned = converter.resources[index]
    let instance = planned.instance
    var resource: DocumentObject = ["Type": .string(planned.mapping.type)]
    converter.current = index
    if let condition = existence(of: index, in: &converter) { resource["Condition"] = .string(condition) }
    let dependencies = dependencies(of: index, in: converter)
    if !dependencies.isEmpty { resource["DependsOn"] = .array(dependencies.map { .string($0) }) }
    for (name, value) in planned.besides.map({ ($0.key, $0.value) }) { resource[name] = value }
    if instance.lifecycle.preventDestroy == true { resource["DeletionPolicy"] = "Retain" }
    if let policy = resource["DeletionPolicy"] { resource["UpdateReplacePolicy"] = policy }
    if let alias = instance.provider.alias, converter.state.foreignAliases.contains(alias) {
      converter.lose("it belongs to the provider configuration \(instance.provider.localName).\(alias), and a template is deployed to one region and account")
    }
    if !instance.lifecycle.ignoredChanges.isEmpty || instance.lifecycle.ignoresAllChanges, planned.parent == nil {
      converter.lose("a template has nothing for `ignore_changes`")
    }
    converter.current = nil
    var address = instance.address.description
    if planned.parent != nil || !planned.suffix.isEmpty { address += " \(planned.suffix)" }
    resource["Metadata"] = ["terrane": .string(address)]
    if let properties = planned.properties.objectValue, !properties.isEmpty { resource["Properties"] = planned.properties.sortedByKey() }
    return .object(resource)
  }

  /// `depends_on`, of the resource and of what was merged into it, and the parts that it has to wait for.
  private func dependencies(of index: Int, in converter: Converter<Self>) -> [String] {
    var wanted = converter.state.awaited[index] ?? []
    for (position, planned) in converter.resources.enumerated() where position == index || converter.holder(of: position) == index {
      for declared in planned.instance.explicitDependencies {
        for dependency in converter.graph.instances(of: declared) {
          for (other, candidate) in converter.resources.enumerated() where candidate.instance.address == dependency.address {
            let holder = converter.holder(of: other)
            // What waits for a resource that was merged may be waited for by the one that it became part of.
            if position != index, reaches(index, from: holder, in: converter) { continue }
            wanted.insert(holder)
          }
        }
      }
    }
    wanted.remove(index)
    return wanted.map { converter.resources[$0].identifier }.sorted()
  }

  private func reaches(_ resource: Int, from start: Int, in converter: Converter<Self>) -> Bool {
    var seen: Set<Int> = [start]
    var open = [start]
    while let next = open.popLast() {
      if next == resource { return true }
      for reference in converter.state.references[next] ?? [] where seen.insert(reference).inserted { open.append(reference) }
    }
    return false
  }

  // MARK: Outputs

  private func outputs(in converter: inout Converter<Self>) -> DocumentObject {
    var outputs = DocumentObject()
    for output in converter.graph.outputs {
      converter.beginOutput(output.name)
      if let document = self.output(output, in: &converter) { outputs[NameConvention.pascalCase(output.name)] = document }
      converter.endOutput()
    }
    return outputs
  }

  private func output(_ output: GraphOutput, in converter: inout Converter<Self>) -> Document? {
    guard !output.value.isNull else { return nil }
    guard !output.isSensitive else {
      converter.lose("the output is sensitive, and everyone who sees a stack sees its outputs")
      return nil
    }
    do throws(ConversionLoss) {
      var value = try text(output.value, in: &converter)
      var document = DocumentObject()
      if let summary = output.summary, !summary.isEmpty { document["Description"] = .string(String(summary.prefix(1024))) }
      // What may not exist is given under the same condition.
      if let parts = value["Fn::If"]?.arrayValue, parts.count == 3, parts[2] == Self.noValue, let condition = parts[0].stringValue {
        document["Condition"] = .string(condition)
        value = parts[1]
      }
      document["Value"] = value
      return .object(document)
    } catch {
      converter.lose(error.reason)
      return nil
    }
  }

  /// Outputs are texts: lists are joined with commas, objects are JSON.
  private func text(_ value: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    if let elements = value.elements {
      var documents: [Document] = []
      for element in elements { documents.append(try text(element, in: &converter)) }
      return Self.function("Fn::Join", [",", .array(documents)])
    }
    if value.attributes != nil { return try converter.expression(.symbolic(.call("jsonencode", [value]), type: .string), to: .text) }
    if case .unknown(let type, _) = value.content, type.isCollection {
      return Self.function("Fn::Join", [",", try converter.expression(value, to: .list(.text))])
    }
    return try converter.expression(value, to: .text)
  }
}
