/// Numeric functions. (Terraform language, "Numeric functions".)

import HCLEvaluation
import HCLValues

enum NumericFunctions {
  static let all = [abs, ceil, floor, log, max, min, parseint, pow, signum]

  static let abs = Function(
    "abs", "Gives the absolute value of a number.", [.init("num", .number)], example: ("abs(-12.4)", "12.4"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    .number(try arguments.number(0).magnitude)
  }

  static let ceil = Function(
    "ceil", "Gives the smallest whole number that is not less than a number.", [.init("num", .number)],
    example: ("ceil(5.1)", "6"),
    returns: .number
  ) { (arguments, _) throws(FunctionError) in
    .number(try arguments.number(0).ceiling())
  }

  static let floor = Function(
    "floor", "Gives the greatest whole number that is not greater than a number.", [.init("num", .number)],
    example: ("floor(4.9)", "4"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    .number(try arguments.number(0).floor())
  }

  static let log = Function(
    "log", "Gives the logarithm of a number in a base.", [.init("num", .number), .init("base", .number)],
    example: ("log(16, 2)", "4"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    try number(
      referenceLogarithm(double(arguments, 0)) / referenceLogarithm(double(arguments, 1)),
      "the logarithm is not defined for these numbers")
  }

  static let pow = Function(
    "pow", "Raises a number to a power.", [.init("num", .number), .init("power", .number)], example: ("pow(3, 2)", "9"),
    returns: .number
  ) { (arguments, _) throws(FunctionError) in
    try number(referencePower(double(arguments, 0), double(arguments, 1)), "this power is not a real number")
  }

  static let max = Function(
    "max", "Gives the greatest of numbers.", [], variadic: .init("numbers", .number, allowsDynamicType: true),
    example: ("max(12, 54, 3)", "54"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    try extreme(arguments) { $0 > $1 }
  }

  static let min = Function(
    "min", "Gives the smallest of numbers.", [], variadic: .init("numbers", .number, allowsDynamicType: true),
    example: ("min(12, 54, 3)", "3"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    try extreme(arguments) { $0 < $1 }
  }

  static let parseint = Function(
    "parseint", "Reads a whole number written in a base from 2 to 62.", [.init("number", .dynamic), .init("base", .number)],
    example: ("parseint(\"FF\", 16)", "255"),
    type: { arguments throws(FunctionError) in
      guard arguments.first?.type == .string else {
        throw FunctionError("a string is required, not \(arguments.first.map { $0.type.description } ?? "nothing")", argument: 0)
      }
      return .number
    }
  ) { (arguments, _) throws(FunctionError) in
    let base = try arguments.integer(1)
    guard (2...62).contains(base) else {
      throw FunctionError("base must be a whole number between 2 and 62 inclusive", argument: 1)
    }
    let text = try arguments.string(0)
    guard let decimal = decimalText(text, base: base), let number = Number(decimal: decimal) else {
      throw FunctionError("cannot parse \(quotedHCL(text)) as a base \(base) integer", argument: 0)
    }
    return .number(number)
  }

  static let signum = Function(
    "signum", "Gives -1, 0 or 1 as a whole number is negative, zero or positive.", [.init("num", .number)],
    example: ("signum(-13)", "-1"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    .int(try arguments.integer(0).signum())
  }

  private static func extreme(_ arguments: [Value], _ isBetter: (Number, Number) -> Bool) throws(FunctionError) -> Value {
    guard !arguments.isEmpty else { throw FunctionError("at least one number is required") }
    var best = try arguments.number(0)
    for index in arguments.indices.dropFirst() {
      let number = try arguments.number(index)
      if isBetter(number, best) { best = number }
    }
    return .number(best)
  }

  private static func double(_ arguments: [Value], _ index: Int) throws(FunctionError) -> Double {
    try arguments.number(index).double
  }

  private static func number(_ double: Double, _ message: String) throws(FunctionError) -> Value {
    guard let number = Number(double) else { throw FunctionError(message) }
    return .number(number)
  }
}
