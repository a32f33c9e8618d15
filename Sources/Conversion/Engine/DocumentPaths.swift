import Documents

/// Writing into a document by path.
extension Document {
  /// Puts a value at a path below this one and says whether something else stood there. Objects and lists grow together; a list that is passed through without
  /// selector stands for its first element.
  mutating func put(_ value: Document, at steps: ArraySlice<TargetPath.Step>, shape: OutputShape?) -> Bool {
    guard let step = steps.first else { return merge(value) }
    let rest = steps.dropFirst()
    switch step {
    case .member(let name):
      if let element = shape?.element, shape?.object == nil { return putElement(at: 0, value, steps, element) }
      var object = objectValue ?? DocumentObject()
      var child = object[name] ?? .null
      let isClean = child.put(value, at: rest, shape: shape?.object?.member(name)?.shape ?? shape?.mapValue)
      object[name] = child
      self = .object(object)
      return isClean
    case .index(let index): return putElement(at: index, value, rest, shape?.element)
    case .append: return putElement(at: .max, value, rest, shape?.element)
    case .keyed(let member, let key):
      let elements = arrayValue ?? []
      if let index = elements.firstIndex(where: { $0[member] == .string(key) }) { return putElement(at: index, value, rest, shape?.element) }
      self = .array(elements + [.members([(member, .string(key))])])
      return putElement(at: elements.count, value, rest, shape?.element)
    }
  }

  private mutating func putElement(
    at index: Int, _ value: Document, _ steps: ArraySlice<TargetPath.Step>, _ shape: OutputShape?
  ) -> Bool {
    var elements = arrayValue ?? []
    guard index < elements.count else {
      var element = Document.null
      let isClean = element.put(value, at: steps, shape: shape)
      self = .array(elements + [element])
      return isClean
    }
    let isClean = elements[index].put(value, at: steps, shape: shape)
    self = .array(elements)
    return isClean
  }

  /// Takes over another value: members of objects, elements of lists. Of two different single values the present one stays.
  mutating func merge(_ other: Document) -> Bool {
    switch (self, other) {
    case (.null, _): self = other
    case (.object(var left), .object(let right)):
      var isClean = true
      for member in right {
        var child = left[member.key] ?? .null
        isClean = child.merge(member.value) && isClean
        left[member.key] = child
      }
      self = .object(left)
      return isClean
    case (.array(let left), .array(let right)): self = .array(left + right)
    case (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): return self == other
    }
    return true
  }

  /// What stands at a path, through lists without selector at their first element.
  func value(at steps: ArraySlice<TargetPath.Step>) -> Document? {
    guard let step = steps.first else { return self }
    switch step {
    case .member(let name):
      if let elements = arrayValue { return elements.first?.value(at: steps) }
      return self[name]?.value(at: steps.dropFirst())
    case .index(let index): return self[index]?.value(at: steps.dropFirst())
    case .append: return arrayValue?.first?.value(at: steps.dropFirst())
    case .keyed(let member, let key):
      return arrayValue?.first { $0[member] == .string(key) }?.value(at: steps.dropFirst())
    }
  }
}
