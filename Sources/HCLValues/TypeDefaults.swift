/// Default values of the optional attributes of a type constraint. (HCL, extension "typeexpr"; Terraform language, "Optional Object Type
/// Attributes".)
public struct TypeDefaults: Sendable {
  /// The constraint that the defaults belong to; it says how the children are to be found.
  public var type: ValueType
  /// By attribute name. A default of null says that the attribute may be null.
  public var values: [String: Value]
  /// Defaults further inside: under the name of an attribute, the position in a tuple, or the empty string for the elements of a collection.
  public var children: [String: TypeDefaults]

  public init(type: ValueType, values: [String: Value] = [:], children: [String: TypeDefaults] = [:]) {
    self.type = type
    self.values = values
    self.children = children
  }

  /// Fills in missing and null attributes, on all levels, before conversion to the constraint.
  ///
  /// - Returns: a value whose type may differ from the argument's. What does not fit the constraint stays as it is: conversion will say so.
  public func apply(to value: Value) -> Value {
    if values.isEmpty, children.isEmpty { return value }
    let result: Value
    switch value.content {
    case .null, .unknown, .bool, .number, .string: return value
    case .tuple(let elements): result = .tuple(apply(toElements: elements))
    case .list(let type, let elements):
      result = TypeDefaults.collection(apply(toElements: elements), of: type) { .list(of: $0, $1) }
    case .set(let type, let elements):
      result = TypeDefaults.collection(apply(toElements: elements), of: type) { .set(of: $0, $1) }
    case .object(let attributes): result = .object(apply(toAttributes: attributes))
    case .map(let type, let attributes):
      let applied = apply(toAttributes: attributes)
      result =
        if applied.isEmpty { .map(of: type, applied) } else if let (type, unified) = Value.unify(applied.values) {
          .map(of: type, Attributes(sortedKeys: applied.keys, values: unified))
        } else { .object(applied) }
    }
    return result.withMarks(value.marks).withOrigin(value.origin)
  }

  private static func collection(_ elements: [Value], of type: ValueType, make: (ValueType, [Value]) -> Value) -> Value {
    if elements.isEmpty { return make(type, []) }
    guard let (type, unified) = Value.unify(elements) else { return .tuple(elements) }
    return make(type, unified)
  }

  private func apply(toElements elements: [Value]) -> [Value] {
    elements.enumerated().map { index, element in
      let child = if case .tuple = type { children[String(index)] } else { children[""] }
      return child?.apply(to: element) ?? element
    }
  }

  private func apply(toAttributes attributes: Attributes) -> Attributes {
    var result = attributes
    for (name, value) in attributes.pairs {
      let child = if case .object = type { children[name] } else { children[""] }
      if let child { result[name] = child.apply(to: value) }
    }
    for (name, defaultValue) in values.sorted(by: { $0.key < $1.key }) {
      guard let value = result[name], !value.isNull else {
        result[name] = children[name]?.apply(to: defaultValue) ?? defaultValue
        continue
      }
      // An unknown one would be replaced if it turned out to be null.
      if !value.isKnown, value.type != .dynamic, !defaultValue.isNull { result[name] = value.refined(by: .notNull) ?? value }
    }
    return result
  }
}
