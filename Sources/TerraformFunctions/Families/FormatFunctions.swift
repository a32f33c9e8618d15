/// `format` and `formatlist`. (Terraform language, "String functions".)

import HCLEvaluation
import HCLValues

enum FormatFunctions {
  static let all = [format, formatlist]

  static let format = Function(
    "format", "Puts values into a text, each at its verb.", [.init("format", .string)],
    variadic: .init("args", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true),
    example: ("format(\"There are %d lights\", 4)", "\"There are 4 lights\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    try formatted(try parsed(arguments), Array(arguments.dropFirst()))
  }

  static let formatlist = Function(
    "formatlist", "Formats once for each element of the lists among the arguments.", [.init("format", .string)],
    variadic: .init("args", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true),
    example: ("formatlist(\"Hello, %s!\", [\"Ann\", \"Ben\"])", "[\"Hello, Ann!\", \"Hello, Ben!\"]"), returns: .list(.string)
  ) { (arguments, _) throws(FunctionError) in
    let format = try parsed(arguments)
    let values = Array(arguments.dropFirst())
    guard let count = try iterations(values) else { return .unknown(.list(.string)) }
    var results: [Value] = []
    var size = 0
    for iteration in 0..<count {
      let row = values.map { isIterated($0) ? ($0.elements ?? [])[iteration] : $0 }
      if !row.areWhollyKnown {
        results.append(.unknownNotNull(.string))
        continue
      }
      do throws(FunctionError) {
        let result = try formatted(format, row)
        size += result.stringValue?.utf8.count ?? 0
        results.append(result)
      } catch {
        throw FunctionError("format iteration \(iteration): \(error.message)")
      }
      try checkSize(size, times: 1, plus: 0)
    }
    return .list(of: .string, results)
  }

  private static func isIterated(_ value: Value) -> Bool {
    switch value.content {
    case .list, .set, .tuple, .unknown(.list, _), .unknown(.set, _), .unknown(.tuple, _): true
    case .null, .unknown, .bool, .number, .string, .map, .object: false
    }
  }

  /// How many results there will be, or nil when that is not known.
  private static func iterations(_ values: [Value]) throws(FunctionError) -> Int? {
    var chosen: (count: Int, argument: Int)?
    var isKnown = true
    for (position, value) in values.enumerated() {
      if case .unknown(.dynamic, _) = value.content { isKnown = false }
      guard isIterated(value) else { continue }
      if !value.isKnown { isKnown = false }
      guard let count = value.knownCount else {
        isKnown = false
        continue
      }
      if let chosen, chosen.count != count {
        throw FunctionError(
          "argument \(position + 1) has length \(count), which is inconsistent with argument \(chosen.argument + 1) of length \(chosen.count)",
          argument: position + 1)
      }
      if chosen == nil { chosen = (count, position) }
    }
    return isKnown ? chosen?.count ?? 1 : nil
  }

  private static func parsed(_ arguments: [Value]) throws(FunctionError) -> FormatString {
    let text = try arguments.string(0)
    do throws(FormatFailure) {
      return try FormatString(text)
    } catch {
      throw FunctionError(error.message)
    }
  }

  /// One result: a string, or an unknown one with what stands before the first verb.
  private static func formatted(_ format: FormatString, _ values: [Value]) throws(FunctionError) -> Value {
    guard values.areWhollyKnown else {
      if case .literal(let prefix)? = format.pieces.first { return unknown(prefix: prefix) }
      return unknown(prefix: "")
    }
    var text = ""
    for piece in format.pieces {
      guard text.utf8.count <= FunctionLimit.stringBytes else {
        throw FunctionError("the result would be longer than the limit of \(FunctionLimit.stringBytes) bytes")
      }
      switch piece {
      case .literal(let literal): text += literal
      case .verb(let verb):
        guard verb.argument <= values.count else {
          throw FunctionError(
            "not enough arguments for \(quotedHCL(verb.raw)) at \(verb.offset): need index \(verb.argument) but have \(values.count) total")
        }
        text += try formatted(verb, values[verb.argument - 1])
      }
    }
    if format.usedArguments < values.count {
      let used = format.usedArguments == 0 ? "no verbs in format string" : "only \(format.usedArguments) used by format string"
      throw FunctionError("too many arguments; \(used)", argument: format.usedArguments + 1)
    }
    return .string(text)
  }

  private static func unknown(prefix: String) -> Value {
    var refinements = Refinements.notNull
    let safe = Refinements.safePrefix(prefix)
    if !safe.isEmpty { refinements.prefix = safe }
    return .unknown(.string, refinements)
  }

  private static func formatted(_ verb: FormatVerb, _ value: Value) throws(FunctionError) -> String {
    func failure(_ reason: String) -> FunctionError {
      FunctionError("unsupported value for \(quotedHCL(verb.raw)) at \(verb.offset): \(reason)")
    }
    func converted(_ type: ValueType) throws(FunctionError) -> Value {
      if value.isNull { throw failure("null value cannot be formatted") }
      do {
        return try value.converted(to: type)
      } catch {
        throw failure("a \(type) is required, but it is \(value.type)")
      }
    }
    switch verb.mode {
    case "v":
      if !verb.isSharp {
        if let text = value.stringValue { return verb.padded(text) }
        if let number = value.numberValue {
          if number.isInfinite { return verb.padded(number.isNegative ? "-Inf" : "+Inf") }
          let formatted = FormattedNumber(number)
          return verb.padded((formatted.isNegative ? "-" : "") + formatted.general(precision: nil))
        }
      }
      return verb.padded(try jsonText(value))
    case "t": return try converted(.bool).boolValue ?? false ? "true" : "false"
    case "b", "d", "o", "x", "X":
      let number = FormattedNumber(try converted(.number).numberValue ?? .zero)
      guard number.isInteger else { throw failure("a whole number is required") }
      return verb.formatted(integer: number)
    case "e", "E", "f", "g", "G":
      return verb.formatted(float: FormattedNumber(try converted(.number).numberValue ?? .zero))
    case "s", "q":
      var text = try converted(.string).stringValue ?? ""
      if let precision = verb.precision, precision > 0 { text = String(text.prefix(precision)) }
      return verb.padded(verb.mode == "q" ? try jsonText(.string(text)) : text)
    default:
      throw FunctionError("unsupported format verb '\(verb.mode)' in \(quotedHCL(verb.raw)) at offset \(verb.offset)")
    }
  }
}
