/// What plain scalars mean: the tag resolution of YAML 1.2's core schema, of YAML 1.1, and of Go's readers.
public enum YAMLSchema: Sendable {
  /// As Kubernetes and Terraform read: Go's yaml.v2. YAML 1.1 booleans with `y` and `n`, numbers of both versions, and keys in the
  /// spelling of their value (`on:` is the key `true`).
  case go
  /// As CloudFormation reads: YAML 1.1 booleans without the single letters; keys keep their spelling.
  case yaml11
  /// The core schema of YAML 1.2 (section 10.3): only true and false are booleans, octal is `0o17`; keys keep their spelling.
  case core
}

/// The value of one scalar.
enum YAMLScalar: Equatable {
  case null
  case bool(Bool)
  /// Decimal text, or `.inf`, `-.inf`, `.nan`.
  case number(String)
  case string

  /// Resolves a plain scalar without a tag.
  init(plain text: String, schema: YAMLSchema) {
    if let word = YAMLScalar.word(text, schema) {
      self = word
      return
    }
    if let number = YAMLScalar.number(text, schema) {
      self = .number(number)
      return
    }
    self = .string
  }

  /// The words for null, booleans, infinities and not-a-number.
  private static func word(_ text: String, _ schema: YAMLSchema) -> YAMLScalar? {
    guard text.utf8.count <= 5 else { return nil }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .number(".nan")
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(".inf")
    case "-.inf", "-.Inf", "-.INF": return .number("-.inf")
    case "yes", "Yes", "YES", "on", "On", "ON": return schema == .core ? nil : .bool(true)
    case "no", "No", "NO", "off", "Off", "OFF": return schema == .core ? nil : .bool(false)
    case "y", "Y": return schema == .go ? .bool(true) : nil
    case "n", "N": return schema == .go ? .bool(false) : nil
    default: return nil
    }
  }

  /// The decimal text of an integer or a float, nil when the text is neither.
  static func number(_ text: String, _ schema: YAMLSchema) -> String? {
    var bytes = Array(text.utf8)
    guard let first = bytes.first else { return nil }
    guard isDigit(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".") else {
      return nil
    }
    if schema != .core {
      // An underscore may stand between digits; it may not be all there is.
      bytes.removeAll { $0 == UInt8(ascii: "_") }
    }
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    let sign = isNegative ? "-" : ""
    if let radix = radixPrefix(bytes, schema) {
      guard let value = UInt64(String(decoding: bytes[radix.length...], as: UTF8.self), radix: radix.base) else {
        return radix.base == 8 && radix.length == 1 ? decimal(bytes, sign) : nil
      }
      return value == 0 ? "0" : sign + String(value)
    }
    return decimal(bytes, sign)
  }

  private static func radixPrefix(_ bytes: [UInt8], _ schema: YAMLSchema) -> (base: Int, length: Int)? {
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "0") else { return nil }
    let behind = bytes.count > 2 ? bytes[2] : 0
    switch bytes[1] {
    case UInt8(ascii: "x") where isHexDigit(behind): return (16, 2)
    case UInt8(ascii: "o") where schema != .yaml11 && isDigit(behind): return (8, 2)
    case UInt8(ascii: "b") where schema != .core && isDigit(behind): return (2, 2)
    case UInt8(ascii: "0")...UInt8(ascii: "7") where schema != .core && bytes.allSatisfy(isDigit): return (8, 1)
    default: return nil
    }
  }

  /// JSON's spelling of `[0-9]*(\.[0-9]*)?([eE][-+]?[0-9]+)?` with at least one digit in front of the exponent.
  private static func decimal(_ bytes: [UInt8], _ sign: String) -> String? {
    let whole = bytes.prefix(while: isDigit)
    var rest = bytes[whole.endIndex...]
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: isDigit)
      rest = rest[fraction.endIndex...]
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var exponent = ""
    if let letter = rest.first {
      guard letter | 0x20 == UInt8(ascii: "e") else { return nil }
      rest = rest.dropFirst()
      exponent = "e"
      if let mark = rest.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") {
        exponent.unicodeScalars.append(Unicode.Scalar(mark))
        rest = rest.dropFirst()
      }
      guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
      exponent += String(decoding: rest, as: UTF8.self)
    }
    let digits = whole.drop { $0 == UInt8(ascii: "0") }
    var text = sign + (digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self))
    if !fraction.isEmpty { text += "." + String(decoding: fraction, as: UTF8.self) }
    return text + exponent
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
}
