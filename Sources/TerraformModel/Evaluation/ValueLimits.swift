import HCLValues

/// Keeps what is remembered of a configuration within bounds: a few lines of names that double one another would otherwise mean values
/// and expressions of any size.
enum ValueLimits {
  /// Values inside of one another and beside one another, counted as often as they can be reached.
  static let maximumNodes = 1_000_000
  static let maximumDepth = 256
  /// The same of an origin; one that is larger stands as the name of what has it.
  static let maximumOriginNodes = 4_000
  static let maximumOriginDepth = 64

  /// Whether a value is within bounds.
  static func admit(_ value: Value) -> Bool {
    var remaining = maximumNodes
    return admit(value, depth: 0, &remaining)
  }

  private static func admit(_ value: Value, depth: Int, _ remaining: inout Int) -> Bool {
    remaining -= 1
    if remaining < 0 || depth > maximumDepth { return false }
    switch value.content {
    case .null, .unknown, .bool, .number, .string: return true
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      for element in elements where !admit(element, depth: depth + 1, &remaining) { return false }
      return true
    case .map(_, let attributes), .object(let attributes):
      for element in attributes.values where !admit(element, depth: depth + 1, &remaining) { return false }
      return true
    }
  }

  /// The value with origins within bounds, on all levels.
  ///
  /// - Parameter source: an expression that means the value.
  static func shortened(_ value: Value, source: String) -> Value {
    if hasShortOrigins(value) { return value }
    var result = value
    if let origin = value.origin, !isShort(origin) {
      result.origin = .opaque(reason: "the expression behind it is too long", source: source)
    }
    switch value.content {
    case .null, .unknown, .bool, .number, .string: break
    case .list(let type, let elements): result.content = .list(element: type, shortened(elements, source))
    case .set(let type, let elements): result.content = .set(element: type, elements.map { shortened($0, source: "tolist(\(source))[0]") })
    case .tuple(let elements): result.content = .tuple(shortened(elements, source))
    case .map(let type, let attributes): result.content = .map(element: type, shortened(attributes, source))
    case .object(let attributes): result.content = .object(shortened(attributes, source))
    }
    return result
  }

  private static func shortened(_ elements: [Value], _ source: String) -> [Value] {
    elements.enumerated().map { shortened($0.element, source: "\(source)[\($0.offset)]") }
  }

  private static func shortened(_ attributes: Attributes, _ source: String) -> Attributes {
    Attributes(
      sortedKeys: attributes.keys,
      values: zip(attributes.keys, attributes.values).map { shortened($1, source: "\(source)[\(quotedHCL($0))]") })
  }

  private static func hasShortOrigins(_ value: Value) -> Bool {
    if let origin = value.origin, !isShort(origin) { return false }
    switch value.content {
    case .null, .unknown, .bool, .number, .string: return true
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return elements.allSatisfy { hasShortOrigins($0) }
    case .map(_, let attributes), .object(let attributes): return attributes.values.allSatisfy { hasShortOrigins($0) }
    }
  }

  private static func isShort(_ origin: Origin) -> Bool {
    var remaining = maximumOriginNodes
    return isShort(origin, depth: 0, &remaining)
  }

  private static func isShort(_ origin: Origin, depth: Int, _ remaining: inout Int) -> Bool {
    remaining -= 1
    if remaining < 0 || depth > maximumOriginDepth { return false }
    switch origin {
    case .reference, .data, .variable, .moduleOutput, .instanceKey, .workspace, .opaque: return true
    case .template(let operands), .call(_, let operands), .operation(_, let operands):
      for operand in operands where !isShort(operand, depth: depth + 1, &remaining) { return false }
      return true
    case .conditional(let test, let then, let otherwise):
      return isShort(test, depth: depth + 1, &remaining) && isShort(then, depth: depth + 1, &remaining)
        && isShort(otherwise, depth: depth + 1, &remaining)
    case .index(let value, let key):
      return isShort(value, depth: depth + 1, &remaining) && isShort(key, depth: depth + 1, &remaining)
    case .attribute(let value, _), .splat(let value, _), .forExpression(let value, _):
      return isShort(value, depth: depth + 1, &remaining)
    }
  }

  private static func isShort(_ value: Value, depth: Int, _ remaining: inout Int) -> Bool {
    if let origin = value.origin { return isShort(origin, depth: depth, &remaining) }
    remaining -= 1
    if remaining < 0 || depth > maximumOriginDepth { return false }
    for child in value.children where !isShort(child, depth: depth + 1, &remaining) { return false }
    return true
  }
}
