import HCLValues

/// The views of values that operators and targets take.
extension Value {
  /// The origin of a value that is not known, for what must be lowered to a target's functions.
  var symbolicOrigin: Origin? {
    if case .unknown = content { return origin ?? .opaque(reason: "its value is not known", source: "(unknown)") }
    return nil
  }

  /// An unknown value that stands for an expression.
  static func symbolic(_ origin: Origin, type: ValueType = .dynamic, marks: Marks = []) -> Value {
    Value(.unknown(type, .none), marks: marks, origin: origin)
  }

  /// A known string, number or bool as text.
  var scalarText: String? {
    switch content {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let value): value ? "true" : "false"
    case .null, .unknown, .list, .set, .map, .tuple, .object: nil
    }
  }

  /// Like the language's `==` for values that are known throughout, numbers and bools also equal to their text.
  func isSame(as other: Value) -> Bool {
    if let left = scalarText, let right = other.scalarText { return left == right }
    if let left = elements, let right = other.elements {
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    }
    if let left = attributes, let right = other.attributes {
      return left.keys == right.keys && zip(left.values, right.values).allSatisfy { $0.isSame(as: $1) }
    }
    return isNull && other.isNull
  }
}

extension MappingExpression {
  /// A literal as a value; nil when it is none.
  var literal: Value? {
    switch form {
    case .null: return Value(.null(.dynamic))
    case .bool(let value): return Value(.bool(value))
    case .number(let text): return Number(decimal: text).map { Value(.number($0)) }
    case .string(let text): return .string(text)
    case .list(let elements):
      var values: [Value] = []
      for element in elements {
        guard let value = element.literal else { return nil }
        values.append(value)
      }
      return Value(.tuple(values))
    case .object(let entries):
      var pairs: [(String, Value)] = []
      for entry in entries {
        guard let value = entry.value.literal else { return nil }
        pairs.append((entry.key, value))
      }
      return Value(.object(Attributes(pairs)))
    case .template, .path, .call, .binary, .not, .unsupported: return nil
    }
  }
}
