import Documents
import HCLValues
import TerraformModel

/// References to resources of the graph, and the values that mapping files write.
extension Converter {
  /// The document for a reference to a managed resource's attribute, by the rules of its mapping.
  ///
  /// A resource that is not declared, or has nothing in the target, gives a loss: a reference never dangles.
  public mutating func reference(_ address: ResourceAddress, _ path: AttributePath, to shape: OutputShape) throws(ConversionLoss) -> Document {
    guard let instance = graph.resource(at: address) else {
      throw ConversionLoss(
        graph.instances(of: address).isEmpty
          ? "\(address) is not declared" : "\(address)\(path) is only known once it is built")
    }
    guard let index = mainResource[address] else { throw ConversionLoss("\(address) has no counterpart in the output that `\(address)\(path)` could refer to") }
    var names: [String] = []
    var indices: [AttributePath.Step] = []
    for step in path.steps {
      switch step {
      case .attribute(let name):
        names.append(name)
        indices = []
      case .index, .splat: indices.append(step)
      }
    }
    guard let attribute = names.first else { throw ConversionLoss("\(address) as a whole") }
    let holder = holder(of: index)
    let rules = resources[index].mapping.references
    if let current, outputName == nil, self.holder(of: current) == holder {
      let isWhole = attribute == "id" || (holder != index && attribute == resources[index].mapping.mergeInto)
      let owner = isWhole ? resources[holder] : resources[index]
      return try ownValue(of: isWhole ? "id" : attribute, in: owner.instance, owner.mapping.references, to: shape)
    }
    if let rule = rules.first(where: { $0.attribute == names.joined(separator: ".") }) {
      return try written(rule.value, of: holder, to: shape)
    }
    if attribute == "id" || (holder != index && attribute == resources[index].mapping.mergeInto) { return try referenceDocument(to: "id", of: holder) }
    // What is configured there is the same here.
    if var value = instance.values[attribute], !value.isNull {
      for step in path.steps.dropFirst() {
        switch step {
        case .attribute(let name): value = value.attributes?[name] ?? Value(.null(.dynamic))
        case .index(let number):
          let elements = value.elements ?? []
          value = elements.indices.contains(number) ? elements[number] : Value(.null(.dynamic))
        case .splat: throw ConversionLoss("`\(address)\(path)` is a list that is only known once it is built")
        }
      }
      if !value.isNull { return try expression(value, to: shape) }
    }
    throw ConversionLoss("\(target.name) has nothing that gives `\(address)\(path)`")
  }

  /// What a resource says of itself, as one does that was merged into it: only what is configured can be written.
  private mutating func ownValue(
    of attribute: String, in instance: ResourceInstance, _ rules: [ReferenceRule], to shape: OutputShape
  ) throws(ConversionLoss) -> Document {
    func isName(_ name: String) -> Bool {
      guard let rule = rules.first(where: { $0.attribute == name }), case .path(["ref"]) = rule.value.form else { return false }
      return true
    }
    var names = [attribute]
    if attribute == "id" || isName(attribute) { names += instance.values.keys.filter(isName) }
    for name in names {
      if let value = instance.values[name], !value.isNull { return try expression(value, to: shape) }
    }
    throw ConversionLoss("\(instance.address) would refer to itself by `\(attribute)`")
  }

  /// The document for a resource's `id`: by its mapping, else the target's plain reference.
  mutating func referenceDocument(to attribute: String, of index: Int) throws(ConversionLoss) -> Document {
    if let rule = resources[index].mapping.references.first(where: { $0.attribute == attribute }) {
      return try written(rule.value, of: index, to: .any)
    }
    return try target.reference(to: index, in: &self)
  }

  /// A value of a mapping where one has to be.
  private mutating func written(_ value: MappingExpression, of index: Int, to shape: OutputShape) throws(ConversionLoss) -> Document {
    guard let document = try document(for: value, of: index, to: shape) else { throw ConversionLoss("the value is not set") }
    return document
  }

  /// A value written in a mapping file, for a planned resource. (docs/mapping-language.md, "Values".)
  public mutating func document(
    for value: MappingExpression, of index: Int, to shape: OutputShape = .any
  ) throws(ConversionLoss) -> Document? {
    switch value.form {
    case .null: return nil
    case .bool, .number, .string: return value.literal.flatMap { document(for: $0, shape) }
    case .template(let parts):
      var documents: [Document] = []
      for part in parts {
        guard let document = try document(for: part, of: index, to: .text) else { throw ConversionLoss("a part of the text has no value") }
        documents.append(document)
      }
      return target.concatenation(of: documents)
    case .list(let elements):
      var documents: [Document] = []
      for element in elements {
        if let document = try document(for: element, of: index, to: shape.element ?? .any) { documents.append(document) }
      }
      return .array(documents)
    case .object(let entries):
      var object = DocumentObject()
      for entry in entries {
        let inner = shape.object?.member(entry.key)?.shape ?? shape.mapValue ?? .any
        object[entry.key] = try document(for: entry.value, of: index, to: inner)
      }
      return .object(object)
    case .path(let names): return try named(names, of: index, to: shape)
    case .call(let name, let arguments): return try call(name, arguments, of: index)
    case .binary, .not, .unsupported: throw ConversionLoss("the mapping's value has a form that targets do not have")
    }
  }

  private mutating func named(_ names: [String], of index: Int, to shape: OutputShape) throws(ConversionLoss) -> Document? {
    switch names.first {
    case "self":
      guard let value = resources[index].instance.values.value(at: names.dropFirst()), !value.isNull else { return nil }
      return try expression(value, to: shape)
    case "identifier" where names.count == 1: return .string(resources[index].identifier)
    case "ref" where names.count == 1: return try target.reference(to: index, in: &self)
    case "parent" where names.count == 1:
      return try referenceDocument(to: "id", of: holder(of: resources[index].parent ?? index))
    default:
      guard names.count == 1, let name = names.first, let constant = target.constant(name) else {
        throw ConversionLoss("the mapping's name \(names.joined(separator: ".")) means nothing to \(target.name)")
      }
      return constant
    }
  }

  private mutating func call(_ name: String, _ arguments: [MappingExpression], of index: Int) throws(ConversionLoss) -> Document? {
    switch name {
    case "attribute", "parent_attribute":
      guard let attribute = arguments.first?.text else { throw ConversionLoss("the mapping names no attribute") }
      let owner = name == "attribute" ? index : holder(of: resources[index].parent ?? index)
      return try target.attribute(attribute, of: owner, in: &self)
    case "referred":
      guard arguments.count == 2, case .path(let names) = arguments[0].form, names.first == "self", let attribute = arguments[1].text else {
        throw ConversionLoss("the mapping's `referred` needs an attribute and a name")
      }
      guard let value = resources[index].instance.values.value(at: names.dropFirst()), !value.isNull else { return nil }
      guard case .reference(let address, _)? = value.origin else { throw ConversionLoss("what `\(names.dropFirst().joined(separator: "."))` refers to is not in view") }
      return try reference(address, AttributePath(attribute), to: .any)
    case "property":
      guard let text = arguments.first?.text, let path = TargetPath(text) else { throw ConversionLoss("the mapping names no property") }
      guard resources[index].progress != .converting else { throw ConversionLoss("`\(text)` depends on itself") }
      writeProperties(of: index)
      guard let value = resources[index].properties.value(at: path.steps[...]) else {
        throw ConversionLoss("\(text) of \(resources[index].instance.address) is not set")
      }
      return value
    default:
      var documents: [Document] = []
      for argument in arguments {
        if let document = try document(for: argument, of: index) { documents.append(document) }
      }
      guard let result = target.call(name, documents) else { throw ConversionLoss("the mapping's function \(name) means nothing to \(target.name)") }
      return result
    }
  }
}
