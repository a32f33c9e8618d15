/// Reading parts of values: `.name` and `[key]`. (HCL specification, "Index Operator", "Attribute Access Operator".)

/// Why a part of a value cannot be read.
public enum AccessError: Error, Sendable, Hashable {
  /// The value is null.
  case nullValue
  /// The key is null.
  case nullKey
  /// An object without this attribute.
  case noAttribute(String)
  /// A map without this key.
  case noKey(String)
  /// A position before the first or behind the last element.
  case outOfRange(index: String, count: Int)
  case negativeIndex(String)
  case fractionalIndex(String)
  /// The key cannot become what the collection is indexed by.
  case wrongKeyType(ValueType, required: ValueType)
  /// An attribute of a list or set; `hasObjects` when its elements would have the attribute.
  case attributeOfSequence(ValueType, hasAttribute: Bool)
  case attributeOfPrimitive(ValueType)
  /// An attribute of a tuple.
  case noAttributes(ValueType)
  case indexOfSet
  /// A primitive value.
  case noElements(ValueType)

  /// What was wrong, as a sentence.
  public var message: String {
    switch self {
    case .nullValue: "The value is null here, so nothing can be read from it."
    case .nullKey: "A null value cannot be a key."
    case .noAttribute(let name): "The object has no attribute \(quotedHCL(name))."
    case .noKey(let key): "The map has no element with the key \(quotedHCL(key))."
    case .outOfRange(_, 0): "The collection is empty, so no index is valid."
    case .outOfRange(let index, let count):
      "The index \(index) is out of range: the collection has \(count) \(count == 1 ? "element" : "elements"), counted from 0."
    case .negativeIndex(let index): "The index \(index) is negative; elements are counted from 0."
    case .fractionalIndex(let index): "The index \(index) is not a whole number."
    case .wrongKeyType(let type, let required): "The key must be a \(required), not \(type)."
    case .attributeOfSequence(let type, true):
      "A \(type) has no attributes of its own. To read the attribute from every element use a splat, [*]; from one of them, its index."
    case .attributeOfSequence(let type, false): "A \(type) has no attributes."
    case .attributeOfPrimitive(let type): "A \(type) has no attributes."
    case .noAttributes(let type): "A value of the type \(type) has no attributes."
    case .indexOfSet:
      "The elements of a set have no index: they are known by their value alone. Convert it to a list to choose by position."
    case .noElements(let type): "A \(type) has no elements to index."
    }
  }
}

extension Value {
  /// The attribute of an object, or the element of a map.
  ///
  /// - Returns: an unknown value of the attribute's type when the value is unknown. Marks of the value stay on the attribute; the origin
  ///   is extended by its name.
  public func attribute(_ name: String) throws(AccessError) -> Value {
    let found: Value
    switch content {
    case .object(let attributes):
      if let value = attributes[name] {
        found = value
      } else if marks.contains(.open) {
        found = .dynamicUnknown
      } else {
        throw .noAttribute(name)
      }
    case .map(let element, let attributes):
      if let value = attributes[name] {
        found = value
      } else if marks.contains(.open) {
        found = .unknown(element)
      } else {
        throw .noKey(name)
      }
    case .unknown(.dynamic, _): found = .dynamicUnknown
    case .unknown(.object(let object), _):
      guard let attribute = object.attribute(name) else { throw .noAttribute(name) }
      found = .unknown(attribute.type)
    case .unknown(.map(let element), _): found = .unknown(element)
    case .null: throw .nullValue
    case .bool, .number, .string, .list, .set, .tuple, .unknown: throw noAttribute(name)
    }
    return part(found, step: .attribute(name), marks: marks) { .attribute(self, name: name) }
  }

  private func noAttribute(_ name: String) -> AccessError {
    let type = self.type
    switch type {
    case .list(let element), .set(let element):
      if case .object(let object) = element { return .attributeOfSequence(type, hasAttribute: object.attribute(name) != nil) }
      return .attributeOfSequence(type, hasAttribute: false)
    case .string, .number, .bool: return .attributeOfPrimitive(type)
    case .dynamic, .map, .tuple, .object: return .noAttributes(type)
    }
  }

  /// The element of a list, tuple, map or object under a key, which is converted to a number or string as needed.
  ///
  /// - Returns: an unknown value when the value or the key is unknown. Marks of both stay on the element.
  public func index(_ key: Value) throws(AccessError) -> Value {
    if isNull { throw .nullValue }
    if key.isNull { throw .nullKey }
    let found: Value
    var step: AttributePath.Step?
    switch type(forIndexing: ()) {
    case .dynamic: found = .dynamicUnknown
    case .list(let element):
      if let position = try Value.position(key) {
        step = .index(position)
        if let elements {
          if position < elements.count {
            found = elements[position]
          } else if marks.contains(.open) {
            found = .unknown(element)
          } else {
            throw .outOfRange(index: String(position), count: elements.count)
          }
        } else {
          if let maximum = refinements?.maximumLength, position >= maximum {
            throw .outOfRange(index: String(position), count: maximum)
          }
          found = .unknown(element)
        }
      } else {
        found = .unknown(element)
      }
    case .tuple(let types):
      if let position = try Value.position(key) {
        step = .index(position)
        if let elements {
          if position < elements.count {
            found = elements[position]
          } else if marks.contains(.open) {
            found = .dynamicUnknown
          } else {
            throw .outOfRange(index: String(position), count: elements.count)
          }
        } else {
          guard position < types.count else { throw .outOfRange(index: String(position), count: types.count) }
          found = .unknown(types[position])
        }
      } else {
        found = .dynamicUnknown
      }
    case .map(let element):
      if let name = try Value.name(key) {
        step = .attribute(name)
        if let attributes {
          if let value = attributes[name] {
            found = value
          } else if marks.contains(.open) {
            found = .unknown(element)
          } else {
            throw .noKey(name)
          }
        } else {
          found = .unknown(element)
        }
      } else {
        found = .unknown(element)
      }
    case .object(let object):
      if let name = try Value.name(key) {
        step = .attribute(name)
        if let attributes {
          if let value = attributes[name] {
            found = value
          } else if marks.contains(.open) {
            found = .dynamicUnknown
          } else {
            throw .noAttribute(name)
          }
        } else {
          guard let attribute = object.attribute(name) else { throw .noAttribute(name) }
          found = .unknown(attribute.type)
        }
      } else {
        found = .dynamicUnknown
      }
    case .set: throw .indexOfSet
    case .string, .number, .bool: throw .noElements(type)
    }
    let isLiteralKey = key.isKnown && key.origin == nil
    return part(found, step: isLiteralKey ? step : nil, marks: marks.union(key.marks)) {
      origin == nil && key.origin == nil ? nil : .index(self, key: key)
    }
  }

  /// The type, without that of the elements of a known tuple or object.
  private func type(forIndexing: Void) -> ValueType {
    switch content {
    case .tuple: .tuple([])
    case .object: .object(ObjectType(sorted: []))
    case .null, .unknown, .bool, .number, .string, .list, .set, .map: type
    }
  }

  /// A part of this value with its marks and origin: what a path into a resource or data source says replaces the part's own origin.
  private func part(_ found: Value, step: AttributePath.Step?, marks: Marks, otherwise: () -> Origin?) -> Value {
    // That a collection may have more elements says nothing of those that it has.
    var result = found.withMarks(marks.subtracting(.open))
    switch (origin, step) {
    case (.reference(let address, let path), .some(let step)): result.origin = .reference(address, path.appending(step))
    case (.data(let address, let path), .some(let step)): result.origin = .data(address, path.appending(step))
    case (.none, _):
      // An unknown element of a known value chosen by a symbolic key is still that element.
      if result.origin == nil, step == nil, !found.isKnown { result.origin = otherwise() }
    case (.some, _): if result.origin == nil || step == nil && !found.isKnown { result.origin = otherwise() }
    }
    return result
  }

  /// A key as a position; nil when unknown.
  private static func position(_ key: Value) throws(AccessError) -> Int? {
    guard let number = try number(key) else { return nil }
    if number.isNegative { throw .negativeIndex(number.text) }
    guard number.isInteger else { throw .fractionalIndex(number.text) }
    return number.exactInt ?? Int.max
  }

  private static func number(_ key: Value) throws(AccessError) -> Number? {
    switch key.content {
    case .number(let number): return number
    case .string(let text):
      guard let number = Number(decimal: text) else { throw .wrongKeyType(.string, required: .number) }
      return number
    case .unknown(.number, _), .unknown(.string, _), .unknown(.dynamic, _): return nil
    case .null, .unknown, .bool, .list, .set, .map, .tuple, .object: throw .wrongKeyType(key.type, required: .number)
    }
  }

  /// A key as a name; nil when unknown.
  private static func name(_ key: Value) throws(AccessError) -> String? {
    switch key.content {
    case .string(let text): return text
    case .number(let number): return number.text
    case .bool(let value): return value ? "true" : "false"
    case .unknown(let type, _) where type.isPrimitive || type == .dynamic: return nil
    case .null, .unknown, .list, .set, .map, .tuple, .object: throw .wrongKeyType(key.type, required: .string)
    }
  }
}
