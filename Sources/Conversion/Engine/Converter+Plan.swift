import HCLSyntax
import HCLValues
import TerraformModel

/// The passes over the graph before properties are written: which resource becomes what, or part of what.
extension Converter {
  mutating func plan() {
    for instance in graph.resources where instance.address.mode == .managed {
      guard let index = planMain(instance) else {
        report.unsupportedResources += 1
        continue
      }
      mainResource[instance.address] = index
    }
    // Parents may stand behind their children in the source.
    for index in resources.indices {
      guard let attribute = resources[index].mapping.mergeInto, let parent = owner(of: resources[index].instance, through: attribute) else { continue }
      resources[index].mergedInto = mainResource[parent]
    }
  }

  /// Plans an instance and its parts; nil, with a loss, when the target has nothing for it.
  private mutating func planMain(_ instance: ResourceInstance) -> Int? {
    guard !instance.isSymbolic else {
      lose(instance, at: AttributePath(), "the number of instances is only known at deployment")
      return nil
    }
    let alternatives = mappings.mappings(of: instance.type, for: target.name)
    guard !alternatives.isEmpty else {
      let reason = target.reasonForUnsupported(type: instance.type) ?? "no mapping of \(instance.type) to \(target.name) exists"
      lose(instance, at: AttributePath(), reason)
      return nil
    }
    guard let mapping = alternatives.first(where: { applies($0, to: instance) }) else {
      if let attribute = alternatives.compactMap(\.mergeInto).first {
        lose(instance, at: AttributePath(attribute), "it becomes part of the resource that `\(attribute)` refers to, which is not in view")
      } else {
        lose(instance, at: AttributePath(), "in this form \(target.name) has nothing for it")
      }
      return nil
    }
    guard let object = object(ofType: mapping.type) else {
      lose(instance, at: AttributePath(), "\(target.name) has no type \(mapping.type)")
      return nil
    }
    let main = resources.count
    let elements = fanOutElements(of: instance, mapping.fanOut)
    if elements.isEmpty {
      resources.append(PlannedResource(instance: instance, mapping: mapping, object: object, suffix: ""))
    }
    for (position, values) in elements.enumerated() {
      var part = instance
      part.values = values
      resources.append(PlannedResource(instance: part, mapping: mapping, object: object, suffix: position == 0 ? "" : String(position)))
    }
    for split in mapping.splits { planSplit(split, of: instance, main: main) }
    return main
  }

  private func applies(_ mapping: TargetMapping, to instance: ResourceInstance) -> Bool {
    if let attribute = mapping.mergeInto, owner(of: instance, through: attribute) == nil { return false }
    return mapping.when.map { MappingCondition.holds($0, of: instance.values) } ?? true
  }

  /// The values of the instance once for each element of the attributes that fan out; empty when there is at most one element in all and none is a list.
  private func fanOutElements(of instance: ResourceInstance, _ names: [String]) -> [Attributes] {
    var rest = instance.values
    var single: [(String, Value)] = []
    for name in names {
      guard let value = instance.values[name] else { continue }
      rest[name] = nil
      if let elements = value.elements {
        single += elements.map { (name, $0) }
      } else if value.symbolicOrigin != nil || value.scalarText == "true" || value.stringValue != nil {
        single.append((name, value))
      }
    }
    return single.map { name, element in
      var values = rest
      values[name] = element
      return values
    }
  }

  private mutating func planSplit(_ split: TargetMapping, of instance: ResourceInstance, main: Int) {
    guard let object = object(ofType: split.type) else {
      lose(instance, at: AttributePath(), "\(target.name) has no type \(split.type)")
      return
    }
    func plan(_ values: Attributes, _ suffix: String, _ source: AttributePath) {
      var part = instance
      part.values = values
      var resource = PlannedResource(instance: part, mapping: split, object: object, suffix: suffix)
      resource.parent = main
      resource.source = source
      resources.append(resource)
    }
    if let name = split.each {
      let elements = instance.values[name]?.elements ?? []
      for (index, element) in elements.enumerated() {
        let values = element.attributes ?? Attributes([("value", element)])
        if let condition = split.when, !MappingCondition.holds(condition, of: values) { continue }
        plan(values, (split.suffix ?? "") + (elements.count > 1 ? String(index) : ""), AttributePath([.attribute(name), .index(index)]))
      }
      return
    }
    if let condition = split.when {
      guard MappingCondition.holds(condition, of: instance.values) else { return }
    } else {
      guard split.rules.contains(where: { instance.values[$0.attribute].map { !$0.isNull } ?? false }) else { return }
    }
    plan(instance.values, split.suffix ?? "", AttributePath())
  }

  /// The Terraform resource of the graph that an attribute refers to.
  func owner(of instance: ResourceInstance, through attribute: String) -> ResourceAddress? {
    guard let value = instance.values[attribute], case .reference(let address, _)? = value.origin else { return nil }
    return graph.resource(at: address) == nil ? nil : address
  }
}

/// The conditions of `when`.
enum MappingCondition {
  /// Whether it surely holds of these values.
  static func holds(_ condition: MappingExpression, of values: Attributes) -> Bool { decide(condition, values) == true }

  /// nil: a symbolic value decides.
  private static func decide(_ condition: MappingExpression, _ values: Attributes) -> Bool? {
    switch condition.form {
    case .bool(let value): return value
    case .not(let operand): return decide(operand, values).map { !$0 }
    case .binary(.and, let left, let right):
      let (left, right) = (decide(left, values), decide(right, values))
      if left == false || right == false { return false }
      return left == true && right == true ? true : nil
    case .binary(.or, let left, let right):
      let (left, right) = (decide(left, values), decide(right, values))
      if left == true || right == true { return true }
      return left == false && right == false ? false : nil
    case .binary(.equal, let left, let right): return equal(left, right, values)
    case .binary(.notEqual, let left, let right): return equal(left, right, values).map { !$0 }
    case .call("has", let arguments): return arguments.first.map { !(value($0, values)?.isNull ?? true) }
    case .path:
      switch value(condition, values)?.content {
      case .bool(let value)?: return value
      case .null?, nil: return false
      case .unknown?, .number?, .string?, .list?, .set?, .map?, .tuple?, .object?: return nil
      }
    case .null, .number, .string, .template, .call, .list, .object, .binary, .unsupported: return nil
    }
  }

  private static func equal(_ left: MappingExpression, _ right: MappingExpression, _ values: Attributes) -> Bool? {
    let null = Value(.null(.dynamic))
    let (left, right) = (value(left, values) ?? null, value(right, values) ?? null)
    if left.symbolicOrigin != nil || right.symbolicOrigin != nil { return nil }
    return left.isSame(as: right)
  }

  private static func value(_ expression: MappingExpression, _ values: Attributes) -> Value? {
    guard case .path(let names) = expression.form, names.first == "self" else { return expression.literal }
    return values.value(at: names.dropFirst())
  }
}

extension Attributes {
  /// What stands at a path of names; of blocks and lists the first one counts.
  func value(at names: some Collection<String>) -> Value? {
    guard let first = names.first, let value = self[first] else { return nil }
    let rest = names.dropFirst()
    guard !rest.isEmpty else { return value }
    let element = value.elements?.first ?? value
    return element.attributes?.value(at: rest)
  }
}
