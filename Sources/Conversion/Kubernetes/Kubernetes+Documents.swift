import Documents
import HCLValues
import Schemas
import TerraformModel

/// The objects as documents, namespaces first. (Kubernetes API conventions, "Objects".)
extension KubernetesTarget {
  public func documents(in converter: inout Converter<Self>) -> [NamedDocument] {
    let manyClusters = Set(converter.resources.map(\.instance.provider.alias)).count > 1
    var namespaces: [NamedDocument] = []
    var others: [NamedDocument] = []
    var names: Set<String> = []
    let losses = Dictionary(grouping: converter.report.losses, by: \.address)
    for index in converter.resources.indices {
      converter.current = index
      if manyClusters, let alias = converter.resources[index].instance.provider.alias {
        converter.lose("it belongs to the provider configuration of the alias \(alias), and manifests are applied to one cluster")
      }
      if let document = manifest(index, losses, in: &converter) {
        let name = fileName(of: document, &names)
        if document["kind"] == "Namespace" {
          namespaces.append(NamedDocument(name: name, document: document))
        } else {
          others.append(NamedDocument(name: name, document: document))
        }
      }
      converter.current = nil
    }
    noteOutputs(in: &converter)
    return namespaces + others
  }

  /// The object of a resource; nil, with a loss, when it would be another one than what is meant, or none at all.
  private func manifest(_ index: Int, _ losses: [String: [ConversionReport.Entry]], in converter: inout Converter<Self>) -> Document? {
    let planned = converter.resources[index]
    var object = planned.properties.objectValue ?? DocumentObject()
    if planned.mapping.type == Self.anyKind {
      object = object["object"]?.objectValue ?? DocumentObject()
    } else {
      let parts = planned.mapping.type.split(separator: " ").map(String.init)
      object["apiVersion"] = .string(parts.first ?? "")
      object["kind"] = .string(parts.last ?? "")
    }
    if let reason = reasonToLeaveOut(object, planned, losses[planned.instance.address.description] ?? []) {
      converter.leaveOut(index, reason)
      return nil
    }
    // What is missing at the top is a loss already.
    if planned.object.members.contains(where: { $0.isRequired && !$0.isReadOnly && object[$0.name] == nil }) {
      converter.leaveOut(index, nil)
      return nil
    }
    if !planned.instance.lifecycle.ignoredChanges.isEmpty || planned.instance.lifecycle.ignoresAllChanges {
      converter.lose("a manifest has nothing for `ignore_changes`: applying it again sets what was changed meanwhile")
    }
    if object["metadata"]?["name"] == nil {
      converter.noteCurrent("its name is generated: `kubectl create` makes it, `kubectl apply` cannot")
    }
    return Document.object(object).inManifestOrder(isRoot: true)
  }

  private func reasonToLeaveOut(_ object: DocumentObject, _ planned: PlannedResource, _ losses: [ConversionReport.Entry]) -> String? {
    guard object["apiVersion"]?.stringValue?.isEmpty == false, let kind = object["kind"]?.stringValue, !kind.isEmpty else {
      return "the object is left out: without its apiVersion and kind it is none"
    }
    let metadata = object["metadata"]
    if metadata?["name"] == nil, metadata?["generateName"] == nil { return "the object is left out: nothing gives its name" }
    if let loss = losses.first(where: { decidesMeaning($0.path, kind, planned.instance.type) }) {
      return "the object is left out: without \(loss.path.drop { $0 == "." }) it would mean something else"
    }
    for member in planned.object.members {
      guard let value = object[member.name], let path = member.shape.missingMember(in: value, path: member.name) else { continue }
      return "the object is left out: \(path) is required, and nothing gives it"
    }
    return nil
  }

  /// Whether what stands at a path says which other objects are meant, or what is allowed: with less of it, more is.
  private func decidesMeaning(_ path: String, _ kind: String, _ type: String) -> Bool {
    let steps = path.split { $0 == "." || $0 == "[" || $0 == "]" }.filter { Int($0) == nil }.map(String.init)
    guard !steps.isEmpty, isDeclared(steps[...], SchemaCatalog.standard.resource(type)) else { return false }
    let names = steps.map(NameConvention.folded)
    switch kind {
    case "ClusterRole", "ClusterRoleBinding", "NetworkPolicy", "Role", "RoleBinding": return !names.contains("metadata")
    default: return names.contains { $0.hasSuffix("selector") || $0 == "matchlabels" || $0 == "matchexpressions" }
    }
  }

  /// Whether the provider has such an attribute; what it does not have means nothing.
  private func isDeclared(_ steps: ArraySlice<String>, _ block: BlockSchema?) -> Bool {
    guard let name = steps.first, let block else { return true }
    if let nested = block.nestedBlock(name) { return isDeclared(steps.dropFirst(), nested.block) }
    return block.attribute(name) != nil
  }

  /// Manifests give nothing back.
  private func noteOutputs(in converter: inout Converter<Self>) {
    for output in converter.graph.outputs {
      converter.report.notes.append(
        .init(address: "output.\(output.name)", path: "", reason: "manifests have no outputs", location: output.location))
    }
  }

  private func fileName(of document: Document, _ taken: inout Set<String>) -> String {
    let metadata = document["metadata"]
    let parts = [document["kind"], metadata?["namespace"], metadata?["name"] ?? metadata?["generateName"]].compactMap { $0?.stringValue }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "-").lowercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == ".") ? character : "-"
    }
    let stem = String(text)
    var name = stem
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name + ".yaml"
  }
}

extension Converter {
  /// Takes a resource out of the output and counts it among those that have nothing there.
  fileprivate mutating func leaveOut(_ index: Int, _ reason: String?) {
    if let reason { lose(reason) }
    mainResource[resources[index].instance.address] = nil
    report.unsupportedResources += 1
  }

  /// Something to know about the current resource that is no loss.
  fileprivate mutating func noteCurrent(_ reason: String) {
    guard let current else { return }
    let instance = resources[current].instance
    report.notes.append(.init(address: instance.address.description, path: "", reason: reason, location: instance.source.header))
  }
}

extension OutputShape {
  /// The path of the first required member that a document does not have.
  fileprivate func missingMember(in document: Document, path: String) -> String? {
    switch document {
    case .object(let members):
      if let object {
        for member in object.members {
          let place = path.isEmpty ? member.name : "\(path).\(member.name)"
          if let value = members[member.name] {
            if let missing = member.shape.missingMember(in: value, path: place) { return missing }
          } else if member.isRequired, !member.isReadOnly {
            return place
          }
        }
        return nil
      }
      guard let inner = mapValue else { return nil }
      return members.lazy.compactMap { inner.missingMember(in: $0.value, path: "\(path).\($0.key)") }.first
    case .array(let elements):
      guard let element else { return nil }
      return elements.enumerated().lazy.compactMap { element.missingMember(in: $0.element, path: "\(path)[\($0.offset)]") }.first
    case .null, .bool, .number, .string: return nil
    }
  }
}

extension Document {
  /// The order in which people write manifests: what an object is and what it is called first, the rest by name.
  fileprivate func inManifestOrder(isRoot: Bool = false) -> Document {
    switch self {
    case .null, .bool, .number, .string: return self
    case .array(let elements): return .array(elements.map { $0.inManifestOrder() })
    case .object(let object):
      let first = isRoot ? ["apiVersion", "kind", "metadata"] : ["name", "generateName", "namespace"]
      func rank(_ key: String) -> Int { first.firstIndex(of: key) ?? first.count }
      let sorted = object.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
      return .members(sorted.map { ($0.key, $0.value.inManifestOrder()) })
    }
  }
}
