/// Numbers from and to decimal text.

extension Number {
  /// Digits that decide about a mantissa of 512 bits with room to spare; what follows them only breaks ties.
  private static let digitLimit = 10_000

  /// Reads decimal text: a sign, digits with or without a point, an exponent of ten (`e`) or two (`p`); or `Inf` with a sign.
  ///
  /// - Returns: nil when the text is no number, or one whose exponent is out of bounds.
  public init?(decimal text: String) {
    var copy = text
    let parsed: Number?? = copy.withUTF8 { Number.parse($0) }
    guard case .some(.some(let number)) = parsed else { return nil }
    self = number
  }

  /// Reads decimal text from bytes, as a lexer has them.
  public init?(decimal bytes: UnsafeBufferPointer<UInt8>) {
    guard let number = Number.parse(bytes) else { return nil }
    self = number
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Number? {
    var position = 0
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    if bytes.count - position == 3, bytes[position] | 0x20 == UInt8(ascii: "i"), bytes[position + 1] == UInt8(ascii: "n"),
      bytes[position + 2] == UInt8(ascii: "f")
    {
      return Number(.infinity(isNegative: isNegative), precision: 512)
    }
    var small: Int64 = 0
    var digits: [UInt8] = []
    var digitCount = 0
    var dropped = 0
    var droppedNonZero = false
    var fractionDigits = 0
    var hasPoint = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte &- 48 < 10 {
        digitCount += 1
        if hasPoint { fractionDigits += 1 }
        if digitCount <= 18 {
          small = small * 10 + Int64(byte - 48)
        } else {
          if digits.isEmpty { digits = Array(String(small).utf8) }
          if digits.count < digitLimit {
            digits.append(byte)
          } else {
            dropped += 1
            if byte != 48 { droppedNonZero = true }
          }
        }
      } else {
        break
      }
      position += 1
    }
    guard digitCount > 0 else { return nil }
    var exponent = 0
    var isBinaryExponent = false
    if position < bytes.count {
      let marker = bytes[position] | 0x20
      guard marker == UInt8(ascii: "e") || bytes[position] == UInt8(ascii: "p") else { return nil }
      isBinaryExponent = marker == UInt8(ascii: "p")
      position += 1
      var isNegativeExponent = false
      if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
        isNegativeExponent = bytes[position] == UInt8(ascii: "-")
        position += 1
      }
      guard position < bytes.count else { return nil }
      while position < bytes.count {
        guard bytes[position] &- 48 < 10 else { return nil }
        exponent = min(exponent * 10 + Int(bytes[position] - 48), 1_000_000_000)
        position += 1
      }
      if isNegativeExponent { exponent = -exponent }
    }
    if digits.isEmpty, fractionDigits == 0, exponent == 0 {
      return Number(isNegative && small == 0 ? .negativeZero : .small(isNegative ? -small : small), precision: 512)
    }
    if droppedNonZero {
      digits.append(49)
      dropped -= 1
    }
    let mantissa = digits.isEmpty ? Natural(UInt64(small)) : Natural(decimalDigits: digits)
    let exponent10 = (isBinaryExponent ? 0 : exponent) - fractionDigits + dropped
    let exponent2 = isBinaryExponent ? exponent : 0
    return scaled(isNegative: isNegative, mantissa, tens: exponent10, twos: exponent2)
  }

  /// ± mantissa × 10^tens × 2^twos, rounded once to 512 bits.
  private static func scaled(isNegative: Bool, _ mantissa: Natural, tens: Int, twos: Int) -> Number? {
    if mantissa.isZero { return Number(isNegative ? .negativeZero : .small(0), precision: 512) }
    // A mantissa of n bits times ten to the k: outside of these bounds whatever the bits.
    let estimate = mantissa.bitLength + twos + tens * 3
    guard abs(estimate) <= 2 * exponentLimit, abs(tens) <= exponentLimit, abs(twos) <= 2 * exponentLimit else { return nil }
    let unscaled = Number(.wide(Wide(isNegative: isNegative, mantissa: mantissa, exponent: tens + twos)), precision: 512)
    let five = powerOfFive(abs(tens))
    let result: Number? = tens < 0 ? quotient(unscaled, five, precision: 512) : product(unscaled, five, precision: 512)
    guard let result, !result.isInfinite, !result.isZero else { return nil }
    return result
  }

  /// Five to a power, with 64 bits more than a number has.
  private static func powerOfFive(_ exponent: Int) -> Number {
    if exponent <= 248 {
      return Number(isNegative: false, mantissa: Natural(5).power(exponent), exponent: 0, precision: 576)
    }
    var result = Number(isNegative: false, mantissa: Natural(5).power(27), exponent: 0, precision: 576)
    var factor = Number(.small(5), precision: 640)
    var rest = exponent - 27
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, factor, precision: 576) ?? result }
      factor = product(factor, factor, precision: 640) ?? factor
      rest >>= 1
    }
    return result
  }

  /// The shortest decimal text that gives the same number at its precision; never with an exponent. `Infinity` and `-Infinity`.
  public var text: String {
    switch storage {
    case .small(let value) where precision >= 64 || value.magnitude >> precision == 0: return String(value)
    case .negativeZero: return "-0"
    case .infinity(let isNegative): return isNegative ? "-Infinity" : "Infinity"
    case .small, .wide:
      var digits = DecimalDigits(exactly: self)
      digits.roundToShortest(of: self)
      return (isNegative ? "-" : "") + digits.fixed(fractionDigits: nil)
    }
  }
}

extension Number: CustomStringConvertible {
  public var description: String { text }
}
