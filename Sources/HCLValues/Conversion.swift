/// Conversion between types. (HCL specification, "Type Conversions and Unification".)

/// Why a value does not convert.
public struct ConversionError: Error, Sendable, Hashable {
  /// Where inside the value; empty for the value itself.
  public var path: AttributePath
  /// What was required and what was found, in lower case and without a full stop, to follow a colon.
  public var reason: String

  public init(path: AttributePath = AttributePath(), reason: String) {
    self.path = path
    self.reason = reason
  }
}

extension ValueType {
  /// Whether values of this type convert to another one.
  ///
  /// - Parameter isUnsafe: whether conversions count that fail for some values: those that read text, drop what does not fit, or depend on
  ///   a type that is not yet known.
  public func canConvert(to other: ValueType, isUnsafe: Bool = true) -> Bool {
    switch (self, other) {
    case (_, .dynamic): return true
    case (.dynamic, _): return isUnsafe
    case (.string, .string), (.number, .number), (.bool, .bool), (.number, .string), (.bool, .string): return true
    case (.string, .number), (.string, .bool): return isUnsafe
    case (.object(let own), .object(let wanted)):
      return wanted.attributes.allSatisfy { attribute in
        guard let found = own.attribute(attribute.name) else { return attribute.isOptional }
        return found.type.canConvert(to: attribute.type, isUnsafe: isUnsafe)
      }
    case (.tuple(let own), .tuple(let wanted)):
      return own.count == wanted.count && zip(own, wanted).allSatisfy { $0.canConvert(to: $1, isUnsafe: isUnsafe) }
    case (.list(let own), .list(let wanted)), (.set(let own), .list(let wanted)), (.set(let own), .set(let wanted)),
      (.map(let own), .map(let wanted)):
      return own.canConvert(to: wanted, isUnsafe: isUnsafe)
    case (.list(let own), .set(let wanted)): return isUnsafe && own.canConvert(to: wanted, isUnsafe: isUnsafe)
    case (.tuple(let own), .list(let wanted)), (.tuple(let own), .set(let wanted)):
      return ValueType.canConvert(own, toElementsOf: wanted, isUnsafe: isUnsafe)
    case (.object(let own), .map(let wanted)):
      // A null of no type among the attributes leaves the type open here, other than in a tuple; converting it finds the type.
      let types = own.attributes.map(\.type)
      let isOpen = wanted == .dynamic && ValueType.unify(types, isUnsafe: isUnsafe) == .dynamic
      return isOpen || ValueType.canConvert(types, toElementsOf: wanted, isUnsafe: isUnsafe)
    case (.map(let own), .object(let wanted)):
      return isUnsafe
        && wanted.attributes.allSatisfy { $0.isOptional || own.canConvert(to: $0.type, isUnsafe: isUnsafe) }
    case (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): return false
    }
  }

  private static func canConvert(_ types: [ValueType], toElementsOf wanted: ValueType, isUnsafe: Bool) -> Bool {
    guard wanted == .dynamic, !types.isEmpty else { return types.allSatisfy { $0.canConvert(to: wanted, isUnsafe: isUnsafe) } }
    guard let common = unify(types, isUnsafe: isUnsafe) else { return false }
    return common != .dynamic || types.allSatisfy { $0 == .dynamic }
  }

  /// Whether an attribute anywhere inside is optional: the type is a constraint then, and no value has it.
  public var hasOptionalAttributes: Bool {
    switch self {
    case .dynamic, .string, .number, .bool: false
    case .list(let element), .set(let element), .map(let element): element.hasOptionalAttributes
    case .tuple(let elements): elements.contains(where: \.hasOptionalAttributes)
    case .object(let object): object.attributes.contains { $0.isOptional || $0.type.hasOptionalAttributes }
    }
  }

  /// The type of values that this constraint describes: no attribute is optional in it.
  public var withoutOptionalAttributes: ValueType {
    switch self {
    case .dynamic, .string, .number, .bool: self
    case .list(let element): .list(element.withoutOptionalAttributes)
    case .set(let element): .set(element.withoutOptionalAttributes)
    case .map(let element): .map(element.withoutOptionalAttributes)
    case .tuple(let elements): .tuple(elements.map(\.withoutOptionalAttributes))
    case .object(let object):
      .object(ObjectType(sorted: object.attributes.map { .init(name: $0.name, type: $0.type.withoutOptionalAttributes) }))
    }
  }

  /// This constraint with what it leaves open taken from the type of a value that converts to it.
  func resolved(from type: ValueType) -> ValueType {
    switch (self, type) {
    case (_, .dynamic): return self
    case (.dynamic, _): return type
    case (.list(let wanted), .list(let own)), (.list(let wanted), .set(let own)): return .list(wanted.resolved(from: own))
    case (.set(let wanted), .list(let own)), (.set(let wanted), .set(let own)): return .set(wanted.resolved(from: own))
    case (.map(let wanted), .map(let own)): return .map(wanted.resolved(from: own))
    case (.list(let wanted), .tuple(let own)): return .list(wanted.resolved(from: ValueType.unify(own) ?? .dynamic))
    case (.set(let wanted), .tuple(let own)): return .set(wanted.resolved(from: ValueType.unify(own) ?? .dynamic))
    case (.map(let wanted), .object(let own)):
      return .map(wanted.resolved(from: ValueType.unify(own.attributes.map(\.type)) ?? .dynamic))
    case (.tuple(let wanted), .tuple(let own)) where wanted.count == own.count:
      return .tuple(zip(wanted, own).map { $0.resolved(from: $1) })
    case (.object(let wanted), .object(let own)):
      return .object(
        ObjectType(
          sorted: wanted.attributes.map { attribute in
            guard let found = own.attribute(attribute.name) else { return attribute }
            return .init(name: attribute.name, type: attribute.type.resolved(from: found.type), isOptional: attribute.isOptional)
          }))
    case (.object(let wanted), .map(let own)):
      return .object(
        ObjectType(
          sorted: wanted.attributes.map {
            .init(name: $0.name, type: $0.type.resolved(from: own), isOptional: $0.isOptional)
          }))
    case (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): return self
    }
  }
}

extension Value {
  /// The value as another type. Marks and origin stay.
  ///
  /// - Parameter type: a type or a constraint: `dynamic` in it stands for any one type, and attributes may be optional.
  /// - Returns: a value of the type, its open parts and optional attributes resolved. Null stays null and unknown stays unknown; what the
  ///   type then says about lengths becomes a refinement.
  public func converted(to type: ValueType) throws(ConversionError) -> Value {
    let isPlain = !type.hasOptionalAttributes
    if isPlain, has(type: type) { return self }
    let own = self.type
    if !isPlain, own == type.withoutOptionalAttributes { return self }
    guard own.canConvert(to: type) else { throw ConversionMismatch.error(own, type) }
    var path = AttributePath()
    return try converted(to: type, &path)
  }

  private func converted(to type: ValueType, _ path: inout AttributePath) throws(ConversionError) -> Value {
    if type == .dynamic { return self }
    switch content {
    case .unknown(let own, let refinements):
      if case .dynamic = own { return Value(.unknown(type.withoutOptionalAttributes, refinements), marks: marks, origin: origin) }
      let target = type.withoutOptionalAttributes.resolved(from: own)
      if own == target { return self }
      let unknown = Value(.unknown(target, .none), marks: marks, origin: origin)
      return unknown.refined(by: refinements.carried(from: own, to: target)) ?? unknown
    case .null(let own): return Value(.null(type.withoutOptionalAttributes.resolved(from: own)), marks: marks, origin: origin)
    case .bool, .number, .string, .list, .set, .map, .tuple, .object: break
    }
    var result = try convertedContent(to: type, &path)
    result.marks.formUnion(marks)
    result.origin = origin
    return result
  }

  private func convertedContent(to type: ValueType, _ path: inout AttributePath) throws(ConversionError) -> Value {
    switch (content, type) {
    case (.string, .string), (.number, .number), (.bool, .bool): return self
    case (.bool(let value), .string): return Value(.string(value ? "true" : "false"))
    case (.number(let number), .string): return Value(.string(number.stringForm))
    case (.string(let text), .number):
      guard let number = Number(decimal: text) else { throw ConversionError(path: path, reason: "a number is required") }
      return .number(number)
    case (.string(let text), .bool): return try Value.bool(reading: text, path)
    case (.list(let own, let elements), .list(let element)):
      if own == element, !element.hasOptionalAttributes { return self }
      return try Value.list(elements, own, to: element, &path)
    case (.set(let own, let elements), .list(let element)):
      if elements.count > 1, !isWhollyKnown {
        let target = ValueType.list(element.withoutOptionalAttributes.resolved(from: own))
        return Value(.unknown(target, .none))
      }
      return try Value.list(elements, own, to: element, &path)
    case (.tuple(let elements), .list(let element)): return try Value.list(elements, nil, to: element, &path)
    case (.list(let own, let elements), .set(let element)), (.set(let own, let elements), .set(let element)):
      return try Value.set(elements, own, to: element, &path)
    case (.tuple(let elements), .set(let element)): return try Value.set(elements, nil, to: element, &path)
    case (.map(let own, let attributes), .map(let element)):
      if own == element, !element.hasOptionalAttributes { return self }
      return try Value.map(attributes, own, to: element, &path)
    case (.object(let attributes), .map(let element)): return try Value.map(attributes, nil, to: element, &path)
    case (.tuple(let elements), .tuple(let types)) where elements.count == types.count:
      var converted: [Value] = []
      for (index, element) in elements.enumerated() {
        converted.append(try element.converted(to: types[index], &path, .index(index)))
      }
      return .tuple(converted)
    case (.object(let attributes), .object(let object)), (.map(_, let attributes), .object(let object)):
      return try Value.object(attributes, to: object, &path)
    case (.null, _), (.unknown, _), (.bool, _), (.number, _), (.string, _), (.list, _), (.set, _), (.map, _), (.tuple, _),
      (.object, _):
      throw ConversionMismatch.error(self.type, type, at: path)
    }
  }

  /// Converts a part.
  private func converted(
    to type: ValueType, _ path: inout AttributePath, _ step: AttributePath.Step
  ) throws(ConversionError) -> Value {
    // Most parts have the right type already.
    switch (content, type) {
    case (.string, .string), (.number, .number), (.bool, .bool): return self
    case (.null, _), (.unknown, _), (.bool, _), (.number, _), (.string, _), (.list, _), (.set, _), (.map, _), (.tuple, _),
      (.object, _):
      break
    }
    path.steps.append(step)
    let result = try converted(to: type, &path)
    path.steps.removeLast()
    return result
  }

  private static func bool(reading text: String, _ path: AttributePath) throws(ConversionError) -> Value {
    switch text {
    case "true", "1": return .bool(true)
    case "false", "0": return .bool(false)
    default:
      let lower = text.lowercased()
      guard lower == "true" || lower == "false" else { throw ConversionError(path: path, reason: "a bool is required") }
      throw ConversionError(path: path, reason: "a bool is required; as a string it must be in lower case: \"\(lower)\"")
    }
  }

  private static func list(
    _ elements: [Value], _ own: ValueType?, to element: ValueType, _ path: inout AttributePath
  ) throws(ConversionError) -> Value {
    let (type, converted) = try Value.elements(elements, own, to: element, keys: nil, &path)
    return .list(of: type, converted)
  }

  private static func set(
    _ elements: [Value], _ own: ValueType?, to element: ValueType, _ path: inout AttributePath
  ) throws(ConversionError) -> Value {
    let (type, converted) = try Value.elements(elements, own, to: element, keys: nil, &path)
    return .set(of: type, converted)
  }

  private static func map(
    _ attributes: Attributes, _ own: ValueType?, to element: ValueType, _ path: inout AttributePath
  ) throws(ConversionError) -> Value {
    let (type, converted) = try Value.elements(attributes.values, own, to: element, keys: attributes.keys, &path)
    return .map(of: type, Attributes(sortedKeys: attributes.keys, values: converted))
  }

  /// The elements of a collection in one type, which the constraint may leave open.
  private static func elements(
    _ elements: [Value], _ own: ValueType?, to wanted: ValueType, keys: [String]?, _ path: inout AttributePath
  ) throws(ConversionError) -> (ValueType, [Value]) {
    if elements.isEmpty {
      if wanted == .dynamic, let own { return (own, []) }
      return (wanted.withoutOptionalAttributes, [])
    }
    if let own, wanted == .dynamic || own == wanted && !wanted.hasOptionalAttributes { return (own, elements) }
    var target = wanted
    if wanted == .dynamic {
      guard let common = ValueType.unify(elements.map(\.type)) else {
        throw ConversionError(path: path, reason: "the elements have no type in common")
      }
      target = common
    }
    var converted: [Value] = []
    converted.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      let step: AttributePath.Step = if let keys { .attribute(keys[index]) } else { .index(index) }
      converted.append(try element.converted(to: target, &path, step))
    }
    guard target.hasDynamic else { return (target.withoutOptionalAttributes, converted) }
    // What the constraint left open may have come out differently for each element.
    guard let (type, unified) = Value.unify(converted) else {
      throw ConversionError(path: path, reason: "the elements have no type in common")
    }
    return (type, unified)
  }

  private static func object(
    _ attributes: Attributes, to object: ObjectType, _ path: inout AttributePath
  ) throws(ConversionError) -> Value {
    var keys: [String] = []
    var values: [Value] = []
    keys.reserveCapacity(object.attributes.count)
    values.reserveCapacity(object.attributes.count)
    for attribute in object.attributes {
      keys.append(attribute.name)
      if let value = attributes[attribute.name] {
        guard value.type.canConvert(to: attribute.type) else {
          path.steps.append(.attribute(attribute.name))
          throw ConversionMismatch.error(value.type, attribute.type, at: path)
        }
        values.append(try value.converted(to: attribute.type, &path, .attribute(attribute.name)))
      } else if attribute.isOptional {
        values.append(.null(attribute.type.withoutOptionalAttributes))
      } else {
        throw ConversionError(path: path, reason: "the attribute \(quotedHCL(attribute.name)) is missing")
      }
    }
    return .object(Attributes(sortedKeys: keys, values: values))
  }
}

extension Number {
  /// The text that the number has as a string of the language; infinities as the reference writes them.
  var stringForm: String {
    guard isInfinite else { return text }
    return isNegative ? "-Inf" : "+Inf"
  }
}

extension Refinements {
  /// What stays true of an unknown value when it is converted.
  func carried(from own: ValueType, to target: ValueType) -> Refinements {
    var result = Refinements()
    result.isNotNull = isNotNull
    switch (own, target) {
    case (.object(let object), .map): result = result.with(length: object.attributes.count...object.attributes.count)
    case (.tuple(let elements), .list): result = result.with(length: elements.count...elements.count)
    case (.tuple(let elements), .set): result = result.with(length: min(1, elements.count)...elements.count)
    case (.list, .set), (.set, .set):
      result.minimumLength = minimumLength.map { min(1, $0) }
      result.maximumLength = maximumLength
    case (.list, .list), (.set, .list), (.map, .map):
      result.minimumLength = minimumLength
      result.maximumLength = maximumLength
    case (.dynamic, _), (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): break
    }
    return result
  }

  private func with(length: ClosedRange<Int>) -> Refinements {
    var copy = self
    copy.minimumLength = length.lowerBound
    copy.maximumLength = length.upperBound
    return copy
  }
}

extension ConversionError {
  /// What went wrong as a sentence, with the place inside the value when there is one.
  public var message: String {
    let place = path.isEmpty ? "" : "\(path): "
    let text = place + reason
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
