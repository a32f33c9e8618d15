import HCLValues

/// What rules and their functions read of values, without regard to marks.
extension Value {
  /// The text of a known string.
  var knownText: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// A known bool, also when written as text.
  var knownTruth: Bool? {
    switch content {
    case .bool(let truth): truth
    case .string("true"): true
    case .string("false"): false
    case .null, .unknown, .number, .string, .list, .set, .map, .tuple, .object: nil
    }
  }

  /// A known whole number, also when written as text.
  var knownInteger: Int? {
    switch content {
    case .number(let number): number.exactInt
    case .string(let text): Int(text)
    case .null, .unknown, .bool, .list, .set, .map, .tuple, .object: nil
    }
  }

  var isNullContent: Bool {
    if case .null = content { true } else { false }
  }

  var isUnknownContent: Bool {
    if case .unknown = content { true } else { false }
  }

  /// Elements of a list, set or tuple, or the values of a map or object; nil for anything else.
  var knownElements: [Value]? {
    switch content {
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): elements
    case .map(_, let attributes), .object(let attributes): attributes.values
    case .null, .unknown, .bool, .number, .string: nil
    }
  }

  /// Attributes of an object or elements of a map.
  var knownAttributes: Attributes? {
    switch content {
    case .map(_, let attributes), .object(let attributes): attributes
    case .null, .unknown, .bool, .number, .string, .list, .set, .tuple: nil
    }
  }

  var isOpen: Bool { marks.contains(.open) }

  /// The first value inside that is unknown, itself included; the search is bounded in depth.
  func firstUnknown(depth: Int = 0) -> Value? {
    if isUnknownContent { return self }
    guard depth < 64, let elements = knownElements else { return nil }
    for element in elements {
      if let found = element.firstUnknown(depth: depth + 1) { return found }
    }
    return nil
  }

  static func strings(_ texts: [String]) -> Value { Value(.tuple(texts.map { Value(.string($0)) })) }
}
