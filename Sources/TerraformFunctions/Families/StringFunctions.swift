/// Functions on strings that need no pattern. Lengths and positions count grapheme clusters. (Terraform language, "String functions".)

import HCLEvaluation
import HCLValues

enum StringFunctions {
  static let all = [
    chomp, endswith, indent, join, lower, split, startswith, strcontains, strrev, substr, title, trim, trimprefix, trimspace,
    trimsuffix, upper,
  ]

  private static let text = FunctionParameter("str", .string)

  static let chomp = Function(
    "chomp", "Removes line ends from the end of a string.", [text], example: ("chomp(\"hello\\n\\n\")", "\"hello\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let bytes = Array(try arguments.string(0).utf8)
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
    return .string(String(decoding: bytes[..<end], as: UTF8.self))
  }

  static let endswith = Function(
    "endswith", "Tells whether a string ends with another one.", [text, .init("suffix", .string)],
    example: ("endswith(\"hello world\", \"world\")", "true"), returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    .bool(hasSuffix(Array(try arguments.string(0).utf8), Array(try arguments.string(1).utf8)))
  }

  static let startswith = Function(
    "startswith", "Tells whether a string starts with another one.",
    [.init("str", .string, allowsUnknown: true), .init("prefix", .string)],
    example: ("startswith(\"hello world\", \"hello\")", "true"), returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    let prefix = Array(try arguments.string(1).utf8)
    guard case .unknown(_, let refinements) = arguments[0].content else {
      return .bool(Array(try arguments.string(0).utf8).starts(with: prefix))
    }
    if prefix.isEmpty { return .bool(true) }
    let known = Array((refinements.prefix ?? "").utf8)
    if known.count >= prefix.count { return .bool(known.starts(with: prefix)) }
    return prefix.starts(with: known) ? .unknown(.bool) : .bool(false)
  }

  static let strcontains = Function(
    "strcontains", "Tells whether a string contains another one.", [text, .init("substr", .string)],
    example: ("strcontains(\"hello world\", \"wor\")", "true"), returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    .bool(ByteSearch(Array(try arguments.string(1).utf8)).firstRange(in: Array(try arguments.string(0).utf8)) != nil)
  }

  static let indent = Function(
    "indent", "Puts spaces before every line but the first.", [.init("spaces", .number), text],
    example: ("indent(2, \"a\\nb\")", "\"a\\n  b\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let spaces = try arguments.integer(0)
    guard spaces >= 0 else { throw FunctionError("the number of spaces must not be negative", argument: 0) }
    let bytes = Array(try arguments.string(1).utf8)
    let lines = bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    try checkSize(spaces, times: lines, plus: bytes.count)
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: lines == 0 ? 0 : spaces)
    var output: [UInt8] = []
    for byte in bytes {
      output.append(byte)
      if byte == UInt8(ascii: "\n") { output += padding }
    }
    return .string(String(decoding: output, as: UTF8.self))
  }

  static let join = Function(
    "join", "Puts the elements of lists together, with a separator between them.", [.init("separator", .string)],
    variadic: .init("lists", .list(.string), allowsUnknown: true), example: ("join(\", \", [\"foo\", \"bar\"])", "\"foo, bar\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.count > 1 else { throw FunctionError("at least one list is required") }
    guard arguments.areWhollyKnown else { return .unknown(.string) }
    var parts: [String] = []
    var size = 0
    let separator = try arguments.string(0)
    for index in arguments.indices.dropFirst() {
      for (position, element) in (arguments[index].elements ?? []).enumerated() {
        guard case .string(let part) = element.content else {
          throw FunctionError("element \(position) is null; null values cannot be joined", argument: index)
        }
        size += part.utf8.count + separator.utf8.count
        parts.append(part)
      }
    }
    try checkSize(size, times: 1, plus: 0)
    return .string(parts.joined(separator: separator))
  }

  static let split = Function(
    "split", "Divides a string at every place where a separator stands.", [.init("separator", .string), text],
    example: ("split(\",\", \"foo,bar\")", "[\"foo\", \"bar\"]"), returns: .list(.string)
  ) { (arguments, _) throws(FunctionError) in
    let separator = Array(try arguments.string(0).utf8)
    let text = try arguments.string(1)
    guard !separator.isEmpty else {
      let scalars = text.unicodeScalars
      try checkCount(scalars.count)
      return .list(of: .string, scalars.map { .string(String($0)) })
    }
    let bytes = Array(text.utf8)
    let search = ByteSearch(separator)
    var parts: [Value] = []
    var position = 0
    while let range = search.firstRange(in: bytes, from: position) {
      try checkCount(parts.count + 2)
      parts.append(.string(String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)))
      position = range.upperBound
    }
    parts.append(.string(String(decoding: bytes[position...], as: UTF8.self)))
    return .list(of: .string, parts)
  }

  static let lower = Function(
    "lower", "Puts all letters into lower case.", [text], example: ("lower(\"HELLO\")", "\"hello\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(try arguments.string(0).simpleLowercase)
  }

  static let upper = Function(
    "upper", "Puts all letters into upper case.", [text], example: ("upper(\"hello\")", "\"HELLO\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(try arguments.string(0).simpleUppercase)
  }

  static let title = Function(
    "title", "Puts the first letter of each word into title case.", [text],
    example: ("title(\"hello world\")", "\"Hello World\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(try arguments.string(0).simpleTitle)
  }

  static let strrev = Function(
    "strrev", "Reverses the characters of a string.", [text], example: ("strrev(\"hello\")", "\"olleh\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(String(try arguments.string(0).reversed()))
  }

  static let substr = Function(
    "substr",
    "Gives a part of a string: so many characters from a position, which counts from the end when negative; -1 for the rest.",
    [text, .init("offset", .number), .init("length", .number)], example: ("substr(\"hello world\", 1, 4)", "\"ello\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let characters = Array(try arguments.string(0))
    var offset = try arguments.integer(1)
    var length = try arguments.integer(2)
    if offset < 0 {
      offset += characters.count
      // A length of zero behind a negative offset means the rest, as in the reference.
      if length == 0 { length = -1 }
    }
    guard offset < characters.count, length != 0 else { return .string("") }
    let rest = characters[Swift.max(0, offset)...]
    return .string(String(length < 0 ? rest : rest.prefix(length)))
  }

  static let trim = Function(
    "trim", "Removes characters of a set from both ends of a string.", [text, .init("cutset", .string)],
    example: ("trim(\"?!hello?!\", \"!?\")", "\"hello\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let set = Set(try arguments.string(1).unicodeScalars)
    return .string(trimmed(try arguments.string(0)) { set.contains($0) })
  }

  static let trimspace = Function(
    "trimspace", "Removes space characters from both ends of a string.", [text],
    example: ("trimspace(\"  hello \\n\")", "\"hello\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(trimmed(try arguments.string(0)) { $0.properties.isWhitespace })
  }

  static let trimprefix = Function(
    "trimprefix", "Removes a prefix from a string that has it.", [text, .init("prefix", .string)],
    example: ("trimprefix(\"helloworld\", \"hello\")", "\"world\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let bytes = Array(try arguments.string(0).utf8)
    let prefix = Array(try arguments.string(1).utf8)
    return .string(String(decoding: bytes.starts(with: prefix) ? bytes[prefix.count...] : bytes[...], as: UTF8.self))
  }

  static let trimsuffix = Function(
    "trimsuffix", "Removes a suffix from a string that has it.", [text, .init("suffix", .string)],
    example: ("trimsuffix(\"helloworld\", \"world\")", "\"hello\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let bytes = Array(try arguments.string(0).utf8)
    let suffix = Array(try arguments.string(1).utf8)
    return .string(
      String(decoding: hasSuffix(bytes, suffix) ? bytes[..<(bytes.count - suffix.count)] : bytes[...], as: UTF8.self))
  }

  private static func trimmed(_ text: String, _ isCut: (Unicode.Scalar) -> Bool) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isCut($0) }), let last = scalars.lastIndex(where: { !isCut($0) }) else {
      return ""
    }
    return String(scalars[first...last])
  }

  private static func hasSuffix(_ bytes: [UInt8], _ suffix: [UInt8]) -> Bool { bytes.suffix(suffix.count).elementsEqual(suffix) }
}

/// Refuses to build strings beyond the limit.
func checkSize(_ size: Int, times count: Int, plus more: Int) throws(FunctionError) {
  let (product, overflow) = size.multipliedReportingOverflow(by: count)
  guard !overflow, product <= FunctionLimit.stringBytes, product + more <= FunctionLimit.stringBytes else {
    throw FunctionError("the result would be longer than the limit of \(FunctionLimit.stringBytes) bytes")
  }
}
