/// The format language of `format` and `formatlist`: text with verbs such as `%-5.2f` or `%[2]s`.

/// Why a format string cannot be used, or an argument with a verb of it.
struct FormatFailure: Error {
  var message: String
}

/// One verb.
struct FormatVerb {
  var raw: String
  /// In bytes, from the start of the format string.
  var offset: Int
  /// Counted from 1.
  var argument: Int
  var mode: Unicode.Scalar = "v"
  var isZeroPadded = false
  var isSharp = false
  var isPlus = false
  var isMinus = false
  var isSpace = false
  var width: Int?
  var precision: Int?

  /// Pads to the verb's width, counted in grapheme clusters.
  func padded(_ text: String) -> String {
    guard let width else { return text }
    let count = text.count
    guard count < width else { return text }
    let padding = String(repeating: isZeroPadded ? "0" : " ", count: width - count)
    return isMinus ? text + padding : padding + text
  }

  /// A whole number in the base of the verb.
  func formatted(integer: FormattedNumber) -> String {
    let base: UInt32 =
      switch mode {
      case "b": 2
      case "o": 8
      case "x", "X": 16
      default: 10
      }
    var digits = integer.digits(base: base)
    if mode == "X" { digits = digits.uppercased() }
    if precision == 0, integer.isZero { return "" }
    let prefix =
      switch mode {
      case _ where !isSharp: ""
      case "b": "0b"
      case "o": "0"
      case "x": "0x"
      case "X": "0X"
      default: ""
      }
    var zeros = max(0, (precision ?? 0) - digits.utf8.count)
    let sign = self.sign(isNegative: integer.isNegative && !integer.isZero)
    let missing = max(0, (width ?? 0) - sign.utf8.count - prefix.utf8.count - zeros - digits.utf8.count)
    if !isMinus, isZeroPadded, precision == nil {
      zeros += missing
      return sign + prefix + String(repeating: "0", count: zeros) + digits
    }
    let body = sign + prefix + String(repeating: "0", count: zeros) + digits
    let padding = String(repeating: " ", count: missing)
    return isMinus ? body + padding : padding + body
  }

  /// A number in the notation of the verb.
  func formatted(float: FormattedNumber) -> String {
    let body =
      switch mode {
      case _ where float.isInfinite: "Inf"
      case "e": float.scientific(precision: precision ?? 6)
      case "E": float.scientific(precision: precision ?? 6).uppercased()
      case "g": float.general(precision: precision)
      case "G": float.general(precision: precision).uppercased()
      default: float.fixed(precision: precision ?? 6)
      }
    let sign = float.isInfinite && !float.isNegative && !isSpace ? "+" : self.sign(isNegative: float.isNegative)
    let padding = max(0, (width ?? 0) - sign.utf8.count - body.utf8.count)
    if isZeroPadded, !isMinus, !float.isInfinite { return sign + String(repeating: "0", count: padding) + body }
    let spaces = String(repeating: " ", count: padding)
    return isMinus ? sign + body + spaces : spaces + sign + body
  }

  private func sign(isNegative: Bool) -> String { isNegative ? "-" : isPlus ? "+" : isSpace ? " " : "" }
}

/// A format string, read.
struct FormatString {
  enum Piece {
    case literal(String)
    case verb(FormatVerb)
  }

  private(set) var pieces: [Piece] = []
  /// The greatest argument number that a verb uses.
  private(set) var usedArguments = 0

  init(_ text: String) throws(FormatFailure) {
    let bytes = Array(text.utf8)
    let percent = UInt8(ascii: "%")
    var literal: [UInt8] = []
    var position = 0
    var nextArgument = 1
    while position < bytes.count {
      guard bytes[position] == percent else {
        literal.append(bytes[position])
        position += 1
        continue
      }
      if position + 1 < bytes.count, bytes[position + 1] == percent {
        literal.append(percent)
        position += 2
        continue
      }
      if !literal.isEmpty {
        pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
        literal = []
      }
      var reader = FormatVerbReader(bytes, position: position, argument: nextArgument)
      let verb = try reader.read()
      pieces.append(.verb(verb))
      position = reader.position
      nextArgument = verb.argument + 1
      usedArguments = max(usedArguments, verb.argument)
    }
    if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
  }
}

/// Reads one verb: `%`, flags, width, `.precision`, `[argument]`, letter.
private struct FormatVerbReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private let start: Int
  private var verb: FormatVerb

  init(_ bytes: [UInt8], position: Int, argument: Int) {
    self.bytes = bytes
    self.position = position + 1
    start = position
    verb = FormatVerb(raw: "", offset: position, argument: argument)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func read() throws(FormatFailure) -> FormatVerb {
    readFlags()
    if let width = try readNumber() { verb.width = width }
    if current == UInt8(ascii: ".") {
      position += 1
      verb.precision = try readNumber() ?? 0
    }
    if current == UInt8(ascii: "[") {
      position += 1
      guard current != UInt8(ascii: "0"), let argument = try readNumber(), current == UInt8(ascii: "]") else {
        throw unexpected()
      }
      position += 1
      verb.argument = argument
    }
    guard let mode = current, (97...122).contains(mode) || (65...90).contains(mode) else { throw unexpected() }
    position += 1
    verb.mode = UnicodeScalar(mode)
    verb.raw = String(decoding: bytes[start..<position], as: UTF8.self)
    return verb
  }

  private mutating func readFlags() {
    while let byte = current {
      switch UnicodeScalar(byte) {
      case "0": verb.isZeroPadded = true
      case "#": verb.isSharp = true
      case "+": verb.isPlus = true
      case "-": verb.isMinus = true
      case " ": verb.isSpace = true
      default: return
      }
      position += 1
    }
  }

  private mutating func readNumber() throws(FormatFailure) -> Int? {
    let digits = bytes[position...].prefix { $0 >= 48 && $0 <= 57 }
    guard !digits.isEmpty else { return nil }
    position += digits.count
    guard let value = Int(String(decoding: digits, as: UTF8.self)), value <= FunctionLimit.formatWidth else {
      throw FormatFailure(
        message:
          "the number \(String(decoding: digits.prefix(20), as: UTF8.self)) at offset \(position - digits.count) is greater than the limit of \(FunctionLimit.formatWidth)")
    }
    return value
  }

  private func unexpected() -> FormatFailure {
    guard position < bytes.count else {
      return FormatFailure(message: "the format string ends inside of a verb that starts at offset \(start)")
    }
    let character = String(decoding: bytes[position...], as: UTF8.self).unicodeScalars.first.map(String.init) ?? ""
    return FormatFailure(message: "unrecognized format character '\(character)' at offset \(position)")
  }
}
