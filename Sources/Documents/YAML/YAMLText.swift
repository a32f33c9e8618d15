/// How text stands in YAML: plain, quoted, or as a literal block.
enum YAMLText {
  /// Text on one line: plain when every reader takes it for that text, else quoted.
  static func inline(_ text: String) -> String {
    if isPlain(text) { return text }
    let hasEscape = text.unicodeScalars.contains { !isPrintable($0) || $0 == "\u{FEFF}" }
    if !hasEscape, text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\")) { return singleQuoted(text) }
    return doubleQuoted(text)
  }

  /// The header and the lines of a literal block (YAML 1.2, section 8.1); nil for text of one line, and for text that a block cannot
  /// hold: characters that need escapes, or nothing but line breaks.
  static func literalBlock(_ text: String) -> (header: String, lines: [Substring])? {
    guard text.utf8.contains(0x0A), text.utf8.contains(where: { $0 != 0x0A }) else { return nil }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || (isPrintable($0) && $0 != "\u{FEFF}") }) else {
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var chomping = "-"
    if lines.last?.isEmpty == true {
      lines.removeLast()
      chomping = lines.last?.isEmpty == true ? "+" : ""
    }
    // A block whose last line is blank but not empty reads differently in different readers.
    guard lines.last?.allSatisfy({ $0 == " " || $0 == "\t" }) != true || chomping == "+" else { return nil }
    let firstWithText = lines.first { !$0.isEmpty }
    let leads = firstWithText?.utf8.first
    let indicator = leads == UInt8(ascii: " ") || leads == UInt8(ascii: "\t") ? "2" : ""
    return ("|" + indicator + chomping, lines)
  }

  /// A number such that readers of both versions take it for one: a mantissa with a point and a signed exponent, when it has one.
  static func number(_ text: String) -> String {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }), isJSONNumber(text) else { return text }
    let mantissa = text[..<mark]
    let exponent = text[text.index(after: mark)...]
    let isSigned = exponent.hasPrefix("-") || exponent.hasPrefix("+")
    return (mantissa.contains(".") ? mantissa : mantissa + ".0") + "e" + (isSigned ? exponent : "+" + exponent)
  }

  /// Whether a rendered key may stand in front of a colon: readers look ahead 1,024 characters.
  static func fitsSimpleKey(_ rendered: String) -> Bool { rendered.utf8.count <= 1000 }

  /// Whether a character may stand unescaped in a line of YAML (section 5.1), line breaks left out.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  // MARK: Plain text

  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    guard first != 0x20, last != 0x20, last != UInt8(ascii: ":") else { return false }
    guard text.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\u{FEFF}" }) else { return false }
    switch first {
    case UInt8(ascii: "-"):
      guard bytes.count > 1, bytes[1] != 0x20, !text.hasPrefix("---") || (bytes.count > 3 && bytes[3] != 0x20) else {
        return false
      }
    case UInt8(ascii: "."):
      guard !text.hasPrefix("...") else { return false }
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      return false
    default: break
    }
    for index in 1..<max(bytes.count, 1) {
      if bytes[index] == 0x20, bytes[index - 1] == UInt8(ascii: ":") { return false }
      if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return false }
    }
    return !readsAsOther(text, bytes)
  }

  /// Whether some reader takes plain text for something other than a string.
  private static func readsAsOther(_ text: String, _ bytes: [UInt8]) -> Bool {
    for schema in [YAMLSchema.go, .yaml11, .core] where YAMLScalar(plain: text, schema: schema) != .string { return true }
    if text == "=" || text == "<<" { return true }
    guard let first = bytes.first,
      isDigit(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
    else { return false }
    return isSexagesimal(bytes) || startsWithDate(bytes) || isOddNumber(bytes)
  }

  /// `190:20:30`, a number to base 60 in YAML 1.1.
  private static func isSexagesimal(_ bytes: [UInt8]) -> Bool {
    bytes.contains(UInt8(ascii: ":"))
      && bytes.allSatisfy {
        isDigit($0)
          || [UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
      }
  }

  /// `2001-12-14`, with or without a time behind it.
  private static func startsWithDate(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit) else { return false }
    guard (1...2).contains(parts[1].count), parts[1].allSatisfy(isDigit) else { return false }
    let day = parts[2].prefix(while: isDigit)
    guard (1...2).contains(day.count) else { return false }
    guard let behind = parts[2].dropFirst(day.count).first else { return true }
    return behind == 0x20 || behind | 0x20 == UInt8(ascii: "t")
  }

  /// Numbers that only some reader knows: too large ones with a radix, and underscores in odd places.
  private static func isOddNumber(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.first == UInt8(ascii: "0"), let letter = rest.dropFirst().first else { return false }
    let digits = rest.dropFirst(2)
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return digits.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: "_") }
    case UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "b"), UInt8(ascii: "B"):
      return digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
    default: return false
    }
  }

  // MARK: Quotes

  private static func singleQuoted(_ text: String) -> String {
    var output = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { output.unicodeScalars.append("'") }
      output.unicodeScalars.append(scalar)
    }
    return output + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      case "\0": output += "\\0"
      case _ where isPrintable(scalar) && scalar != "\u{FEFF}": output.unicodeScalars.append(scalar)
      case _ where scalar.value <= 0xFF: output += "\\x" + hexadecimal(scalar.value, width: 2)
      case _ where scalar.value <= 0xFFFF: output += "\\u" + hexadecimal(scalar.value, width: 4)
      default: output += "\\U" + hexadecimal(scalar.value, width: 8)
      }
    }
    return output + "\""
  }
}
