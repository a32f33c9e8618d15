/// Marks with the places inside of a value where they stand.

/// The marks of one part of a value.
public struct MarkedPath: Hashable, Sendable {
  /// Empty for the value itself.
  public var path: AttributePath
  public var marks: Marks

  public init(_ path: AttributePath, _ marks: Marks) {
    self.path = path
    self.marks = marks
  }
}

extension Value {
  /// The value without marks on any level, and where they were: outer parts before inner ones, in the order of iteration.
  public func unmarkedWithPaths() -> (value: Value, marked: [MarkedPath]) {
    var marked: [MarkedPath] = []
    collectMarks(AttributePath(), &marked)
    return (unmarkedDeep().value, marked)
  }

  private func collectMarks(_ path: AttributePath, _ marked: inout [MarkedPath]) {
    if !marks.isEmpty { marked.append(MarkedPath(path, marks)) }
    switch content {
    // The marks of a set's elements are the set's.
    case .null, .unknown, .bool, .number, .string, .set: break
    case .list(_, let elements), .tuple(let elements):
      for (index, element) in elements.enumerated() { element.collectMarks(path.appending(.index(index)), &marked) }
    case .map(_, let attributes), .object(let attributes):
      for (name, element) in attributes.pairs { element.collectMarks(path.appending(.attribute(name)), &marked) }
    }
  }

  /// The value with more marks on its parts. Paths that lead nowhere mark nothing.
  public func marked(at places: [MarkedPath]) -> Value {
    places.reduce(self) { $0.marked($1.path.steps[...], $1.marks) }
  }

  private func marked(_ steps: ArraySlice<AttributePath.Step>, _ more: Marks) -> Value {
    guard let step = steps.first else { return withMarks(more) }
    let rest = steps.dropFirst()
    let changed: Content
    switch (content, step) {
    case (.list(let element, var elements), .index(let index)) where elements.indices.contains(index):
      elements[index] = elements[index].marked(rest, more)
      changed = .list(element: element, elements)
    case (.tuple(var elements), .index(let index)) where elements.indices.contains(index):
      elements[index] = elements[index].marked(rest, more)
      changed = .tuple(elements)
    case (.map(let element, var attributes), .attribute(let name)):
      attributes[name] = attributes[name]?.marked(rest, more)
      changed = .map(element: element, attributes)
    case (.object(var attributes), .attribute(let name)):
      attributes[name] = attributes[name]?.marked(rest, more)
      changed = .object(attributes)
    case (.list, _), (.tuple, _), (.set, _), (.null, _), (.unknown, _), (.bool, _), (.number, _), (.string, _): return self
    case (.map, _), (.object, _): return self
    }
    return Value(changed, marks: marks, origin: origin)
  }
}

extension AttributePath {
  /// Whether this path leads through the place that another one names, or to it.
  public func starts(with other: AttributePath) -> Bool { steps.starts(with: other.steps) }
}
