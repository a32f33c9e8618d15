/// Says why one type does not convert to another, as precisely as the types allow.
enum ConversionMismatch {
  static func error(_ own: ValueType, _ wanted: ValueType, at path: AttributePath = AttributePath()) -> ConversionError {
    switch (own, wanted) {
    case (.object(let object), .object(let target)): return error(object, target, at: path)
    case (.tuple(let elements), .list(.dynamic)), (.tuple(let elements), .set(.dynamic)):
      return ConversionError(path: path, reason: "the \(elements.count) elements have no type in common")
    case (.object, .map(.dynamic)): return ConversionError(path: path, reason: "the elements have no type in common")
    case (.tuple(let elements), .list(let element)), (.tuple(let elements), .set(let element)):
      guard let index = elements.firstIndex(where: { !$0.canConvert(to: element) }) else { break }
      return error(elements[index], element, at: path.appending(.index(index)))
    case (.object(let object), .map(let element)):
      guard let attribute = object.attributes.first(where: { !$0.type.canConvert(to: element) }) else { break }
      return error(attribute.type, element, at: path.appending(.attribute(attribute.name)))
    case (.list(let a), .list(let b)), (.list(let a), .set(let b)), (.set(let a), .list(let b)), (.set(let a), .set(let b)),
      (.map(let a), .map(let b)):
      return error(a, b, at: path.appending(.splat))
    case (.tuple(let elements), .tuple(let types)):
      guard elements.count == types.count else {
        return ConversionError(path: path, reason: "\(count(types.count, "element")) required, but there are \(elements.count)")
      }
      guard let index = elements.indices.first(where: { !elements[$0].canConvert(to: types[$0]) }) else { break }
      return error(elements[index], types[index], at: path.appending(.index(index)))
    case (.map(let element), .object(let target)):
      guard let attribute = target.attributes.first(where: { !$0.isOptional && !element.canConvert(to: $0.type) }) else { break }
      return error(element, attribute.type, at: path.appending(.attribute(attribute.name)))
    case (.dynamic, _), (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): break
    }
    return ConversionError(path: path, reason: "\(wanted.kindName) is required, but this is \(own.kindName)")
  }

  private static func error(_ own: ObjectType, _ wanted: ObjectType, at path: AttributePath) -> ConversionError {
    let missing = wanted.attributes.filter { !$0.isOptional && own.attribute($0.name) == nil }.map { quotedHCL($0.name) }
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      return ConversionError(
        path: path, reason: missing.count == 1 ? "the attribute \(names) is missing" : "the attributes \(names) are missing")
    }
    for attribute in wanted.attributes {
      guard let found = own.attribute(attribute.name), !found.type.canConvert(to: attribute.type) else { continue }
      return error(found.type, attribute.type, at: path.appending(.attribute(attribute.name)))
    }
    return ConversionError(path: path, reason: "the attributes do not match")
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension ValueType {
  /// The kind of a type with its article: `a list of string`.
  public var kindName: String {
    switch self {
    case .dynamic: "any value"
    case .string: "a string"
    case .number: "a number"
    case .bool: "a bool"
    case .list(let element): "a list of \(element.pluralName)"
    case .set(let element): "a set of \(element.pluralName)"
    case .map(let element): "a map of \(element.pluralName)"
    case .tuple: "a tuple"
    case .object: "an object"
    }
  }

  private var pluralName: String {
    switch self {
    case .dynamic: "any type"
    case .string: "strings"
    case .number: "numbers"
    case .bool: "bools"
    case .list: "lists"
    case .set: "sets"
    case .map: "maps"
    case .tuple: "tuples"
    case .object: "objects"
    }
  }
}
