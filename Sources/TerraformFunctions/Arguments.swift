/// What function bodies ask of their arguments.

import HCLEvaluation
import HCLValues

extension [Value] {
  /// The text of an argument that the parameter's type makes a known string.
  func string(_ index: Int) throws(FunctionError) -> String {
    guard index < count, case .string(let text) = self[index].content else {
      throw FunctionError("a known string is required", argument: index)
    }
    return text
  }

  func number(_ index: Int) throws(FunctionError) -> Number {
    guard index < count, case .number(let number) = self[index].content else {
      throw FunctionError("a known number is required", argument: index)
    }
    return number
  }

  /// A whole number that fits a machine word.
  func integer(_ index: Int) throws(FunctionError) -> Int {
    guard let integer = try number(index).exactInt else {
      throw FunctionError("a whole number is required, not too large for 64 bits", argument: index)
    }
    return integer
  }

  /// Whether every argument is known with everything inside.
  var areWhollyKnown: Bool { allSatisfy { $0.isWhollyKnown } }
}

extension Value {
  /// The number of elements of a known value or of one whose type says it; nil when it is not known.
  ///
  /// A set with unknown elements may shrink when they become known.
  var knownCount: Int? {
    switch content {
    case .list(_, let elements), .tuple(let elements): return elements.count
    case .set(_, let elements):
      return elements.count > 1 && elements.contains { !$0.isWhollyKnown } ? nil : elements.count
    case .map(_, let attributes), .object(let attributes): return attributes.count
    case .unknown(.tuple(let types), _): return types.count
    case .unknown(.object(let object), _): return object.attributes.count
    case .null, .unknown, .bool, .number, .string: return nil
    }
  }

  /// The type of all elements of a list, set or map; cheaper than asking the whole type for it.
  var elementType: ValueType? {
    switch content {
    case .list(let element, _), .set(let element, _), .map(let element, _): element
    case .null(let type), .unknown(let type, _): type.element
    case .bool, .number, .string, .tuple, .object: nil
    }
  }

  /// The least and the greatest number of elements that a list, set or map may have once it is known.
  var countBounds: (least: Int, greatest: Int) {
    if let count = knownCount { return (count, count) }
    if let elements { return (1, elements.count) }
    return (refinements?.minimumLength ?? 0, refinements?.maximumLength ?? Int.max)
  }

  /// An unknown value that is not null.
  static func unknownNotNull(_ type: ValueType) -> Value { .unknown(type, .notNull) }
}

extension ValueType {
  /// The type of all elements of a list, set or map.
  var element: ValueType? {
    switch self {
    case .list(let element), .set(let element), .map(let element): element
    case .dynamic, .string, .number, .bool, .tuple, .object: nil
    }
  }
}

extension [ValueType] {
  /// The one type that values of all these types convert to, or nil.
  var unified: ValueType? { ValueType.unify(self) }
}

extension Value {
  /// The value as another type, for an argument.
  func converted(to type: ValueType, argument: Int) throws(FunctionError) -> Value {
    do {
      return try converted(to: type)
    } catch {
      throw FunctionError(error.shown, argument: argument)
    }
  }
}

extension ConversionError {
  /// The reason, with the place inside of the value where there is one.
  var shown: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
