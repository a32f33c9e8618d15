/// The type of a member of a target type. (CloudFormation resource schemas, Kubernetes OpenAPI, ARM resource schemas.)
public indirect enum TargetValueType: Sendable {
  case string
  case integer
  case number
  case boolean
  /// An object whose members are not declared.
  case freeObject
  /// An object whose members are not declared, or its JSON text. (CloudFormation.)
  case json
  case any
  /// An integer, or a string such as a percentage. (Kubernetes.)
  case intOrString
  /// A string or number with a unit: `500m`, `1Gi`. (Kubernetes.)
  case quantity
  /// RFC 3339 date and time. (Kubernetes.)
  case time
  /// RFC 3339 date and time with microseconds. (Kubernetes.)
  case microTime
  case list(TargetValueType)
  case set(TargetValueType)
  case map(TargetValueType)
  case object(TargetShapeReference)
  /// Any of these.
  case union([TargetValueType])

  /// The objects at the end of all lists, sets, maps and alternatives.
  public var shapes: [TargetShape] {
    switch self {
    case .string, .integer, .number, .boolean, .freeObject, .json, .any, .intOrString, .quantity, .time, .microTime: []
    case .list(let element), .set(let element), .map(let element): element.shapes
    case .object(let reference): [reference.shape]
    case .union(let alternatives): alternatives.flatMap(\.shapes)
    }
  }

  /// The type as the catalogs write it: `list(string)`, `@Name`, `integer|string`; an object without a name is `{}`.
  public var text: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .freeObject: "object"
    case .json: "json"
    case .any: "any"
    case .intOrString: "int-or-string"
    case .quantity: "quantity"
    case .time: "time"
    case .microTime: "micro-time"
    case .list(let element): "list(\(element.text))"
    case .set(let element): "set(\(element.text))"
    case .map(let element): "map(\(element.text))"
    case .object(let reference): reference.name.map { "@\($0)" } ?? "{}"
    case .union(let alternatives): alternatives.map(\.text).joined(separator: "|")
    }
  }
}

/// The members of an object, which are decoded when they are asked for: shapes may contain themselves.
public struct TargetShapeReference: Sendable {
  enum Source: Sendable {
    case named(String)
    case lines(Range<Int>, depth: Int)
  }

  let catalog: TargetCatalog
  let source: Source

  /// The name of a shape that is used in several places; nil for one that stands in its only place.
  public var name: String? {
    switch source {
    case .named(let name): name
    case .lines: nil
    }
  }

  public var shape: TargetShape { catalog.shape(source) }
}

extension TextCursor {
  /// A type of the target catalogs; moves past it. What is no type reads as `any`.
  mutating func takeTargetType(_ catalog: TargetCatalog, depth: Int = 0) -> TargetValueType {
    var alternatives = [takeOneTargetType(catalog, depth: depth)]
    while skip(UInt8(ascii: "|")) { alternatives.append(takeOneTargetType(catalog, depth: depth)) }
    return alternatives.count == 1 ? alternatives[0] : .union(alternatives)
  }

  private mutating func takeOneTargetType(_ catalog: TargetCatalog, depth: Int) -> TargetValueType {
    func isEnd(_ byte: UInt8) -> Bool {
      byte == .space || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }
    if skip(UInt8(ascii: "@")) {
      return .object(TargetShapeReference(catalog: catalog, source: .named(text(take(until: isEnd)))))
    }
    let word = take(until: isEnd)
    if depth < 64, skip(UInt8(ascii: "(")) {
      let element = takeTargetType(catalog, depth: depth + 1)
      _ = skip(UInt8(ascii: ")"))
      switch true {
      case isEqual(word, "list"): return .list(element)
      case isEqual(word, "set"): return .set(element)
      case isEqual(word, "map"): return .map(element)
      default: return .any
      }
    }
    switch true {
    case isEqual(word, "string"): return .string
    case isEqual(word, "integer"): return .integer
    case isEqual(word, "number"): return .number
    case isEqual(word, "boolean"): return .boolean
    case isEqual(word, "object"): return .freeObject
    case isEqual(word, "json"): return .json
    case isEqual(word, "int-or-string"): return .intOrString
    case isEqual(word, "quantity"): return .quantity
    case isEqual(word, "time"): return .time
    case isEqual(word, "micro-time"): return .microTime
    default: return .any
    }
  }
}
