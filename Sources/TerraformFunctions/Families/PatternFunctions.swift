/// Functions with regular expressions, and `replace`, which may have one. (Terraform language, "String functions".)

import HCLEvaluation
import HCLValues

enum PatternFunctions {
  static let all = [regex, regexall, replace]

  static let regex = Function(
    "regex", "Gives the first match of a regular expression: a string, or the groups as a tuple or an object.",
    [.init("pattern", .string), .init("string", .string)],
    example: ("regex(\"[a-z]+\", \"53453453.345345aaabbbccc23454\")", "\"aaabbbccc\""),
    type: { arguments throws(FunctionError) in try resultType(arguments) ?? .dynamic }
  ) { (arguments, _) throws(FunctionError) in
    let expression = try compiled(arguments)
    let text = Array(try arguments.string(1).utf8)
    guard let match = expression.firstMatch(in: text) else {
      throw FunctionError("pattern did not match any part of the given string")
    }
    try checkSize(match.reduce(0) { $0 + ($1?.count ?? 0) }, times: 1, plus: 0)
    return value(match, expression, text)
  }

  static let regexall = Function(
    "regexall", "Gives all matches of a regular expression that do not overlap, as a list.",
    [.init("pattern", .string), .init("string", .string)], example: ("length(regexall(\"[a-z]+\", \"1234abcd5678efgh9\"))", "2"),
    type: { arguments throws(FunctionError) in .list(try resultType(arguments) ?? .dynamic) }
  ) { (arguments, _) throws(FunctionError) in
    let expression = try compiled(arguments)
    let text = Array(try arguments.string(1).utf8)
    guard let matches = expression.matches(in: text, limit: FunctionLimit.matches(in: text.count)) else {
      throw FunctionError("there are more matches than the limit of \(FunctionLimit.matches(in: text.count)) for a text of this length")
    }
    // Groups may stand inside of one another, so that together they are longer than the text.
    let size = matches.reduce(0) { $0 + $1.reduce(0) { $0 + ($1?.count ?? 0) } }
    try checkSize(size, times: 1, plus: 0)
    return .list(of: try resultType(arguments) ?? .dynamic, matches.map { value($0, expression, text) })
  }

  static let replace = Function(
    "replace", "Replaces every occurrence of a substring, or every match of a regular expression between slashes.",
    [.init("str", .string), .init("substr", .string), .init("replace", .string)],
    example: ("replace(\"1 + 2 + 3\", \"+\", \"-\")", "\"1 - 2 - 3\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let text = Array(try arguments.string(0).utf8)
    let search = try arguments.string(1)
    let replacement = try arguments.string(2)
    if search.utf8.count > 1, search.utf8.first == UInt8(ascii: "/"), search.utf8.last == UInt8(ascii: "/") {
      let expression = try compile(String(search.dropFirst().dropLast()), argument: 1)
      guard let output = expression.replacing(in: text, with: replacement, limit: FunctionLimit.stringBytes) else {
        throw FunctionError(
          "the result would be longer than the limit of \(FunctionLimit.stringBytes) bytes, or there are more matches than the limit of \(FunctionLimit.matches(in: text.count)) for a text of this length"
        )
      }
      return .string(String(decoding: output, as: UTF8.self))
    }
    let needle = Array(search.utf8)
    guard !needle.isEmpty else {
      // An empty substring stands before every code point, and at the end.
      try checkSize(replacement.utf8.count, times: text.count + 1, plus: text.count)
      let scalars = try arguments.string(0).unicodeScalars.map { replacement + String($0) }
      return .string(scalars.joined() + replacement)
    }
    let new = Array(replacement.utf8)
    let finder = ByteSearch(needle)
    var output: [UInt8] = []
    var position = 0
    while let range = finder.firstRange(in: text, from: position) {
      output += text[position..<range.lowerBound]
      output += new
      try checkSize(output.count, times: 1, plus: 0)
      position = range.upperBound
    }
    return .string(String(decoding: output + text[position...], as: UTF8.self))
  }

  private static func compiled(_ arguments: [Value]) throws(FunctionError) -> RegularExpression {
    try compile(try arguments.string(0), argument: 0)
  }

  private static func compile(_ pattern: String, argument: Int) throws(FunctionError) -> RegularExpression {
    do {
      return try RegularExpression.cached(pattern)
    } catch {
      throw FunctionError("invalid regular expression: \(error.message)", argument: argument)
    }
  }

  /// What one match gives, or nil while the pattern is unknown.
  private static func resultType(_ arguments: [Value]) throws(FunctionError) -> ValueType? {
    guard case .string = arguments[0].content else { return nil }
    let names = try compiled(arguments).groupNames
    let named = names.compactMap { $0 }
    if names.isEmpty { return .string }
    if named.isEmpty { return .tuple(names.map { _ in .string }) }
    guard named.count == names.count else {
      throw FunctionError("the pattern has named and unnamed groups; only one kind can be used", argument: 0)
    }
    return .object(ObjectType(named.map { .init(name: $0, type: .string) }))
  }

  private static func value(_ match: RegularExpression.Match, _ expression: RegularExpression, _ text: [UInt8]) -> Value {
    func group(_ range: Range<Int>?) -> Value {
      range.map { .string(String(decoding: text[$0], as: UTF8.self)) } ?? .null(.string)
    }
    let names = expression.groupNames
    guard let first = names.first else { return group(match[0]) }
    if first == nil { return .tuple(match.dropFirst().map(group)) }
    return .object(Attributes(zip(names.map { $0 ?? "" }, match.dropFirst().map(group))))
  }
}
