import Documents
import HCLValues
import TerraformModel

/// The attribute pass: rules and convention applied to the values of one resource.
extension Converter {
  /// Writes the properties of a planned resource, once.
  mutating func writeProperties(of index: Int) {
    guard resources[index].progress == .planned else { return }
    resources[index].progress = .converting
    let outer = (current, path, outputName, rootedWrites)
    (current, path, outputName, rootedWrites) = (index, AttributePath(), nil, [])
    let resource = resources[index]
    let mapping = resource.mapping
    var properties = Document.null
    let base = mapping.under ?? TargetPath()
    let shape = OutputShape.object(resource.object)
    var inner = Document.null
    let innerShape = shape.shape(at: base.steps)
    convert(
      resource.instance.values, rules: mapping.rules, in: innerShape?.object ?? resource.object, fallback: base.steps.isEmpty ? nil : resource.object, isTop: true,
      into: &inner)
    for member in mapping.constants { write(member, overriding: true, base: base, shape: shape, inner: &inner, innerShape: innerShape) }
    for member in mapping.defaults { write(member, overriding: false, base: base, shape: shape, inner: &inner, innerShape: innerShape) }
    if !inner.isNull { _ = properties.put(inner, at: base.steps[...], shape: shape) }
    for (rooted, value) in rootedWrites where !properties.put(value, at: rooted.steps[...], shape: shape) {
      lose("\(rooted) is already set to something else")
    }
    resources[index].properties = properties
    reportMissing(in: properties, of: resource)
    resources[index].progress = .converted
    (current, path, outputName, rootedWrites) = outer
  }

  private mutating func reportMissing(in properties: Document, of resource: PlannedResource) {
    guard resource.mergedInto == nil else { return }
    for member in resource.object.members where member.isRequired && !member.isReadOnly && properties[member.name] == nil {
      lose("\(resource.mapping.type) requires \(member.name), and nothing gives it")
    }
  }

  // MARK: Bodies

  /// Applies rules and convention to every attribute of a body.
  ///
  /// - Parameters:
  ///   - object: the members that derived names are looked for in.
  ///   - fallback: where they are looked for next, at the root of the resource.
  mutating func convert(
    _ attributes: Attributes, rules: [AttributeRule], in object: OutputObject, fallback: OutputObject? = nil, isTop: Bool = false,
    into document: inout Document
  ) {
    let outer = path
    let shared = target.shared(for: object, attributes)
    for (name, value) in attributes.pairs where !value.isNull {
      if target.readsEmptyAsUnset, value.stringValue == "" || value.elements?.isEmpty ?? false { continue }
      path = outer.appending(.attribute(name))
      let lossCount = report.losses.count
      let isCarried: Bool
      if let rule = rules.first(where: { $0.attribute == name }) ?? shared?.rules.first(where: { $0.attribute == name }) {
        isCarried = apply(rule.rule, to: value, named: name, in: object, into: &document)
      } else if isTop, isHandledElsewhere(name, value) {
        isCarried = false
      } else {
        isCarried = derive(name, value, in: object, fallback: fallback, into: &document)
      }
      if isCarried, report.losses.count == lossCount { report.carriedAttributes += 1 }
    }
    path = outer
    for member in shared?.defaults ?? [] {
      write(member, overriding: false, base: TargetPath(), shape: .object(object), inner: &document, innerShape: .object(object))
    }
  }

  /// Attributes of the resource itself that no rule of this part needs: Terraform's own, and those that other parts carry.
  private mutating func isHandledElsewhere(_ name: String, _ value: Value) -> Bool {
    guard let current else { return false }
    let resource = resources[current]
    switch name {
    case "id", "tags_all", "timeouts": return true
    case "region":
      if resource.object.derivedMember(for: name) != nil { return false }
      lose("one document is deployed to one region")
      return true
    default: break
    }
    if resource.mapping.mergeInto == name { return true }
    if resource.parent != nil, resource.mapping.each == nil { return true }
    return resource.mapping.splits.contains { split in split.each == name || split.rules.contains { $0.attribute == name } }
  }

  private mutating func derive(
    _ name: String, _ value: Value, in object: OutputObject, fallback: OutputObject?, into document: inout Document
  ) -> Bool {
    if let member = object.derivedMember(for: name) {
      return write(value, rules: [], at: TargetPath([.member(member.name)]), in: object, into: &document)
    }
    if let fallback, let member = fallback.derivedMember(for: name) {
      return write(value, rules: [], at: TargetPath([.member(member.name)], isRooted: true), in: object, into: &document)
    }
    // A list of blocks without any content says nothing.
    if let elements = value.elements, elements.isEmpty { return false }
    lose("\(object.name) has nothing that corresponds to `\(name)`")
    return false
  }

  // MARK: Rules

  /// Applies one rule and says whether something was carried (not ignored).
  private mutating func apply(
    _ rule: MappingRule, to value: Value, named name: String, in object: OutputObject, into document: inout Document
  ) -> Bool {
    switch rule {
    case .ignore: return false
    case .drop(let reason):
      lose(reason)
      return false
    case .assume(let expected, let reason):
      if let literal = expected.literal, literal.isSame(as: value) { return false }
      if let elements = value.elements, elements.isEmpty { return false }
      lose(reason)
      return false
    case .several(let rules):
      var isCarried = false
      for rule in rules { isCarried = apply(rule, to: value, named: name, in: object, into: &document) || isCarried }
      return isCarried
    case .choice(let condition, let first, let second):
      let values = current.map { resources[$0].instance.values } ?? Attributes()
      return apply(MappingCondition.holds(condition, of: values) ? first : second, to: value, named: name, in: object, into: &document)
    case .constant(let target, let expression):
      guard let current, let constant = targetValue(expression, of: current, to: shape(at: target, in: object) ?? .any) else { return false }
      return store(constant, at: target, in: object, into: &document)
    case .path(let target): return write(value, rules: [], at: target, in: object, into: &document)
    case .nested(let target, let rules):
      guard let target = target ?? object.derivedMember(for: name).map({ TargetPath([.member($0.name)]) }) else {
        lose("\(object.name) has nothing that corresponds to `\(name)`")
        return false
      }
      return write(value, rules: rules, at: target, in: object, into: &document)
    case .inline(let rules):
      guard let bodies = bodies(of: value) else { return false }
      for (index, body) in bodies {
        let outer = path
        if let index { path = path.appending(.index(index)) }
        convert(body, rules: rules, in: object, into: &document)
        path = outer
      }
      return false
    case .fanOut(let target, let single, let rest):
      return writeFannedOut(value, single, rest, at: target ?? TargetPath(), in: object, into: &document)
    case .operation(let call, let inner):
      if ["policy", "when_true", "when_set"].contains(call.name), case .path(let target) = inner {
        return applyBeside(call, value, target, in: object, into: &document)
      }
      guard let operation = operators[call.name] else {
        lose("the mapping's operator \(call.name) does not exist")
        return false
      }
      do throws(ConversionLoss) {
        guard let result = try operation.apply(.forward, value, call.arguments) else { return true }
        return apply(inner, to: result, named: name, in: object, into: &document)
      } catch {
        lose(error.reason)
        return false
      }
    }
  }

  /// The operators that need the resource, not the value alone: `policy`, `when_true` and `when_set`.
  private mutating func applyBeside(
    _ call: OperatorCall, _ value: Value, _ target: TargetPath, in object: OutputObject, into document: inout Document
  ) -> Bool {
    guard let current else { return false }
    do throws(ConversionLoss) {
      switch call.name {
      case "policy":
        guard let result = try Operator.enumeration("policy").apply(.forward, value, call.arguments), let text = result.scalarText else { return true }
        resources[current].besides[target.description] = .string(text)
      case "when_set":
        guard let expression = call.arguments.first, let shape = shape(at: target, in: object),
          let result = try self.document(for: expression, of: current, to: shape)
        else { return true }
        return store(result, at: target, in: object, into: &document)
      case "when_true":
        guard value.scalarText == "true" else {
          if value.symbolicOrigin == nil { return true }
          throw ConversionLoss("whether it holds is only known at deployment")
        }
        guard let expression = call.arguments.first, let result = try self.document(for: expression, of: current) else { return true }
        return store(result, at: target, in: object, into: &document)
      default: lose("the mapping's operator \(call.name) does not exist")
      }
      return true
    } catch {
      lose(error.reason)
      return false
    }
  }

  /// Blocks with several values under attributes of which the target takes one: an element for each.
  private func fanOut(_ value: Value, _ single: [AttributeRule]) -> Value {
    guard let elements = value.elements else { return value }
    let names = single.map(\.attribute)
    var results: [Value] = []
    for element in elements {
      guard let members = element.attributes else { continue }
      var rest = members
      for name in names { rest[name] = nil }
      for name in names {
        guard let value = members[name], !value.isNull else { continue }
        // `self = false` makes nothing.
        if value.scalarText == "false" { continue }
        for one in value.elements ?? [value] {
          var result = rest
          result[name] = one
          results.append(Value(.object(result)))
        }
      }
    }
    return Value(.tuple(results))
  }

  /// Writes the elements of `fanOut`; one whose own value is lost says nothing and is left out.
  private mutating func writeFannedOut(
    _ value: Value, _ single: [AttributeRule], _ rest: [AttributeRule], at target: TargetPath, in object: OutputObject, into document: inout Document
  ) -> Bool {
    guard let shape = shape(at: target, in: object) else {
      lose("\(object.name) has no \(target)")
      return false
    }
    guard let members = (shape.element ?? shape).object, let elements = fanOut(value, single).elements else {
      return write(fanOut(value, single), rules: single + rest, at: target, in: object, into: &document)
    }
    let outer = path
    var results: [Document] = []
    for (index, element) in elements.enumerated() {
      path = outer.appending(.index(index))
      let lossCount = report.losses.count
      guard let result = self.document(for: element, rules: single + rest, .object(members)) else { continue }
      let places = single.filter { element.attributes?[$0.attribute] != nil }.flatMap { $0.rule.paths(from: members, name: $0.attribute) }
      if report.losses.count > lossCount, !places.contains(where: { result.value(at: $0.steps[...]) != nil }) { continue }
      results.append(result)
    }
    path = outer
    return results.isEmpty ? false : store(.array(results), at: target, in: object, into: &document)
  }

  /// The bodies of a block, or of a single object.
  private func bodies(of value: Value) -> [(index: Int?, body: Attributes)]? {
    if let members = value.attributes { return [(nil, members)] }
    return value.elements?.enumerated().compactMap { index, element in element.attributes.map { (index, $0) } }
  }

  // MARK: Writing

  /// Writes a value at a path below an object and says whether that succeeded.
  private mutating func write(
    _ value: Value, rules: [AttributeRule], at target: TargetPath, in object: OutputObject, into document: inout Document
  ) -> Bool {
    guard let shape = shape(at: target, in: object) else {
      lose("\(object.name) has no \(target)")
      return false
    }
    // One element for each block where the path says that others may append as well.
    if target.steps.last == .append, let elements = value.elements {
      let outer = path
      for (index, element) in elements.enumerated() {
        path = outer.appending(.index(index))
        if let one = self.document(for: element, rules: rules, shape) { _ = store(one, at: target, in: object, into: &document) }
      }
      path = outer
      return true
    }
    guard let result = self.document(for: value, rules: rules, shape) else { return false }
    return store(result, at: target, in: object, into: &document)
  }

  private func shape(at target: TargetPath, in object: OutputObject) -> OutputShape? {
    guard target.isRooted, let current else { return OutputShape.object(object).shape(at: target.steps) }
    return OutputShape.object(resources[current].object).shape(at: target.steps)
  }

  private mutating func store(_ value: Document, at target: TargetPath, in object: OutputObject, into document: inout Document) -> Bool {
    if target.isRooted {
      rootedWrites.append((target, value))
      return true
    }
    if document.put(value, at: target.steps[...], shape: .object(object)) { return true }
    lose("\(target) is already set to something else")
    return false
  }

  /// Writes what the mapping itself states.
  private mutating func write(
    _ member: MemberValue, overriding: Bool, base: TargetPath, shape: OutputShape, inner: inout Document, innerShape: OutputShape?
  ) {
    guard let current else { return }
    if !overriding, let append = member.path.steps.firstIndex(of: .append) {
      // A default of each element of a list.
      let list = member.path.steps[..<append]
      let rest = member.path.steps[(append + 1)...]
      guard let elements = inner.value(at: list)?.arrayValue else { return }
      for index in elements.indices where elements[index].value(at: rest) == nil {
        put(member, at: TargetPath(list + [.index(index)] + rest), of: current, into: &inner, innerShape)
      }
      return
    }
    if member.path.isRooted {
      if !overriding, rootedWrites.contains(where: { $0.path == member.path }) { return }
      guard let value = targetValue(member.value, of: current, to: shape.shape(at: member.path.steps) ?? .any) else { return }
      rootedWrites.append((member.path, value))
      return
    }
    if !overriding, inner.value(at: member.path.steps[...]) != nil { return }
    if case .call("with", let arguments) = member.value.form, arguments.count == 2 {
      // Only beside another member.
      guard let other = arguments[0].text.flatMap({ TargetPath($0) }), inner.value(at: other.steps[...]) != nil else { return }
      put(MemberValue(path: member.path, value: arguments[1], range: member.range), at: member.path, of: current, into: &inner, innerShape)
      return
    }
    put(member, at: member.path, of: current, into: &inner, innerShape)
  }

  private mutating func put(_ member: MemberValue, at path: TargetPath, of index: Int, into inner: inout Document, _ shape: OutputShape?) {
    guard let value = targetValue(member.value, of: index, to: shape?.shape(at: path.steps) ?? .any) else { return }
    _ = inner.put(value, at: path.steps[...], shape: shape)
  }

  /// A value of the mapping; nil, with a loss, when the target cannot say it.
  private mutating func targetValue(_ expression: MappingExpression, of index: Int, to shape: OutputShape) -> Document? {
    do throws(ConversionLoss) {
      return try document(for: expression, of: index, to: shape)
    } catch {
      lose(error.reason)
      return nil
    }
  }
}
