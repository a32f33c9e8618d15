/// Promises about values that are not known yet. (OpenTofu, "assume…" functions.)

import HCLEvaluation
import HCLValues

enum AssumptionFunctions {
  static let all: [Function] =
    [assumeequal, assumenotnull, assumestringprefix]
    + [("list", ValueType.list(.dynamic)), ("map", .map(.dynamic)), ("set", .set(.dynamic))].flatMap { kind, type in
      let value = kind == "map" ? "{ a = 1 }" : "to\(kind)([1])"
      return [
        length("assume\(kind)length", type, "an exact number of elements, or one between two limits", ["min", "max"], (value, "1, 2")) {
          ($0, $1)
        },
        length("assume\(kind)lengthmin", type, "at least so many elements", ["min"], (value, "1")) { least, _ in (least, Int.max) },
        length("assume\(kind)lengthmax", type, "at most so many elements", ["max"], (value, "2")) { greatest, _ in (0, greatest) },
      ]
    }

  private static let violated = FunctionError("the assumption does not hold", argument: 0)

  static let assumeequal = Function(
    "assumeequal", "Promises that a value will be equal to another one, which is used until it is known.",
    [
      .init("actual", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true),
      .init("assumed", .dynamic, allowsNull: true, allowsUnknown: true, allowsMarked: true),
    ], neverReturnsNull: false, example: ("assumeequal(\"a\", \"a\")", "\"a\""),
    type: { arguments throws(FunctionError) in arguments[1].type }
  ) { (arguments, _) throws(FunctionError) in
    let assumed = arguments[1]
    let actual: Value
    do {
      actual = try arguments[0].converted(to: assumed.type)
    } catch {
      throw FunctionError("the actual value is \(arguments[0].type), which does not match the type \(assumed.type)", argument: 0)
    }
    guard actual.type == assumed.type || !actual.isKnown else {
      throw FunctionError("the actual value is \(actual.type), which does not match the type \(assumed.type)", argument: 0)
    }
    let plain = (actual.unmarkedDeep().value, assumed.unmarkedDeep().value)
    if plain.0.isWhollyKnown, plain.1.isWhollyKnown, plain.0.equals(plain.1).boolValue == false {
      throw FunctionError("the actual value does not match the assumed value", argument: 0)
    }
    // Being secret or short-lived is a property of the assumed value from here on; other marks come from both.
    let others = actual.unmarkedWithPaths().marked.map { MarkedPath($0.path, $0.marks.subtracting([.sensitive, .ephemeral])) }
    return others.isEmpty ? assumed : assumed.marked(at: others)
  }

  static let assumenotnull = Function(
    "assumenotnull", "Promises that a value will not be null.",
    [.init("value", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true)],
    example: ("assumenotnull(\"hello\")", "\"hello\""), type: { arguments throws(FunctionError) in arguments[0].type }
  ) { (arguments, _) throws(FunctionError) in
    guard arguments[0].type != .dynamic else {
      throw FunctionError("the value must have a known type; \"convert\" can give it one", argument: 0)
    }
    if arguments[0].isNull { throw violated }
    return arguments[0]
  }

  static let assumestringprefix = Function(
    "assumestringprefix", "Promises that a string will begin with a prefix.",
    [.init("value", .string, allowsNull: true, allowsUnknown: true, allowsMarked: true), .init("prefix", .string)],
    neverReturnsNull: false, example: ("assumestringprefix(\"foo-bar\", \"foo-\")", "\"foo-bar\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let prefix = try arguments.string(1)
    var value = arguments[0]
    switch value.content {
    case .unknown(let type, var refinements):
      let safe = Refinements.safePrefix(prefix)
      if safe.utf8.count > (refinements.prefix ?? "").utf8.count { refinements.prefix = safe }
      value.content = .unknown(type, refinements)
    case .string(let text):
      guard Array(text.utf8).starts(with: Array(prefix.utf8)) else { throw violated }
    case .null, .bool, .number, .list, .set, .map, .tuple, .object: break
    }
    return value
  }

  private static func length(
    _ name: String, _ type: ValueType, _ what: String, _ limits: [String], _ example: (value: String, limits: String),
    _ bounds: @escaping @Sendable (Int, Int) -> (Int, Int)
  ) -> Function {
    let collection = FunctionParameter("value", type, allowsNull: true, allowsUnknown: true, allowsMarked: true)
    return Function(
      name, "Promises that a collection will have \(what).", [collection] + limits.map { FunctionParameter($0, .number) },
      neverReturnsNull: false, example: ("\(name)(\(example.value), \(example.limits))", example.value),
      type: { arguments throws(FunctionError) in arguments[0].type }
    ) { (arguments, _) throws(FunctionError) in
      let first = try arguments.integer(1)
      let (least, greatest) = bounds(first, arguments.count > 2 ? try arguments.integer(2) : first)
      guard least >= 0, greatest >= least else {
        throw FunctionError("the limits contradict each other, or are negative", argument: 1)
      }
      var value = arguments[0]
      if case .unknown(let type, var refinements) = value.content {
        refinements.minimumLength = Swift.max(least, refinements.minimumLength ?? 0)
        refinements.maximumLength = Swift.min(greatest, refinements.maximumLength ?? Int.max)
        value.content = .unknown(type, refinements)
        return value
      }
      if let count = value.knownCount, !(least...greatest).contains(count) { throw violated }
      return value
    }
  }
}
