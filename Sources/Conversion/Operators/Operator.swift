import HCLValues

/// Why something cannot be carried into a target.
public struct ConversionLoss: Error, Hashable, Sendable {
  /// A whole thought for a person, without a full stop.
  public var reason: String

  public init(_ reason: String) { self.reason = reason }
}

/// One operator of the mapping language: a pair of pure functions over values.
///
/// Values are those of the language; what is symbolic stays an unknown value whose origin says what it is, so an operator acts on it by
/// wrapping the origin, by distributing over a conditional (which `apply` does for all), or by giving up with a loss.
public struct Operator: Sendable {
  public typealias Function = @Sendable (_ value: Value, _ arguments: [MappingExpression]) throws(ConversionLoss) -> Value?

  public var name: String
  /// How many arguments may stand behind the path.
  public var arguments: ClosedRange<Int>
  /// To the target; nil when nothing is to be written.
  public var forward: Function
  /// Back to Terraform; nil when nothing is to be written.
  public var backward: Function

  public init(_ name: String, arguments: ClosedRange<Int> = 0...0, forward: @escaping Function, backward: @escaping Function) {
    self.name = name
    self.arguments = arguments
    self.forward = forward
    self.backward = backward
  }

  /// Which way a mapping is read.
  public enum Direction: Sendable {
    case forward, backward
  }

  /// Applies one direction. Null stays null; a conditional is entered, so that the operator meets its branches.
  public func apply(_ direction: Direction, _ value: Value, _ arguments: [MappingExpression]) throws(ConversionLoss) -> Value? {
    if case .conditional(let test, let then, let otherwise)? = value.symbolicOrigin {
      let null = Value(.null(.dynamic))
      let left = try apply(direction, then, arguments) ?? null
      let right = try apply(direction, otherwise, arguments) ?? null
      return Value.symbolic(.conditional(test: test, then: left, otherwise: right), marks: value.marks)
    }
    if value.isNull { return nil }
    let function = direction == .forward ? forward : backward
    guard var result = try function(value, arguments) else { return nil }
    result.marks.formUnion(value.marks.subtracting(.open))
    return result
  }
}

/// The operators that a mapping may use, by name.
public struct OperatorTable: Sendable {
  private let operators: [String: Operator]

  /// The common ones and those of a target.
  public init(adding further: [Operator] = []) {
    var table: [String: Operator] = [:]
    for one in Operator.common + further { table[one.name] = one }
    operators = table
  }

  public subscript(name: String) -> Operator? { operators[name] }

  /// All names, sorted.
  public var names: [String] { operators.keys.sorted() }
}

extension Operator {
  /// What every target has. (docs/mapping-language.md, "Operators".)
  public static let common: [Operator] = scalarOperators + collectionOperators + structureOperators
}
