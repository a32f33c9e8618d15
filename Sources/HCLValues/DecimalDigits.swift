/// The decimal form of a finite number without its sign: 0.d₁d₂d₃… × 10^exponent.
///
/// For text in any notation: `text` of a number and the verbs of `format`.
public struct DecimalDigits: Sendable {
  /// ASCII digits, without trailing zeros; empty for zero.
  public private(set) var digits: [UInt8]
  /// The position of the decimal point from the first digit.
  public private(set) var exponent: Int

  /// All digits of a number; none for an infinity.
  public init(exactly number: Number) {
    let parts = number.parts
    self.init(parts?.mantissa ?? .zero, exponent: parts?.exponent ?? 0)
  }

  /// mantissa × 2^exponent.
  init(_ mantissa: Natural, exponent: Int) {
    // A negative power of two is a power of five with the point moved.
    let whole = exponent >= 0 ? mantissa.shiftedLeft(exponent) : mantissa * Natural(5).power(-exponent)
    digits = whole.decimalDigits
    self.exponent = digits.isEmpty ? 0 : digits.count + min(0, exponent)
    trim()
  }

  /// Rounds to the least number of digits that still tells the number from its neighbours at its precision.
  mutating func roundToShortest(of number: Number) {
    guard let parts = number.parts, !digits.isEmpty else { return }
    // The mantissa in units of half of the last place.
    let shift = Int(number.precision) + 1 - parts.mantissa.bitLength
    let mantissa = shift >= 0 ? parts.mantissa.shiftedLeft(shift) : parts.mantissa.shiftedRight(-shift)
    let unit = parts.exponent - shift
    let lower = DecimalDigits(mantissa - Natural(1), exponent: unit)
    let upper = DecimalDigits(mantissa + Natural(1), exponent: unit)
    let isInclusive = !mantissa.bit(1)
    for (index, digit) in digits.enumerated() {
      let low = lower.digit(index)
      let high = upper.digit(index)
      let mayRoundDown = low != digit || isInclusive && index + 1 == lower.digits.count
      let mayRoundUp = digit != high && (isInclusive || digit + 1 < high || index + 1 < upper.digits.count)
      switch (mayRoundDown, mayRoundUp) {
      case (true, true): return round(to: index + 1)
      case (true, false): return roundDown(to: index + 1)
      case (false, true): return roundUp(to: index + 1)
      case (false, false): continue
      }
    }
  }

  /// Rounds to a count of significant digits, ties to even.
  public mutating func round(to count: Int) {
    guard count >= 0, count < digits.count else { return }
    let isTie = digits[count] == 53 && count + 1 == digits.count
    let goesUp = isTie ? count > 0 && digits[count - 1] & 1 == 1 : digits[count] >= 53
    if goesUp { roundUp(to: count) } else { roundDown(to: count) }
  }

  /// Without an exponent; the digits behind the point padded or, when the count is nil, as many as there are.
  public func fixed(fractionDigits: Int?) -> String {
    var result: [UInt8] = []
    if exponent > 0 {
      for index in 0..<exponent { result.append(digit(index)) }
    } else {
      result.append(48)
    }
    let count = fractionDigits ?? max(0, digits.count - exponent)
    if count > 0 {
      result.append(UInt8(ascii: "."))
      for index in 0..<count { result.append(exponent + index < 0 ? 48 : digit(exponent + index)) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// With an exponent of at least two digits: `1.25e+07`; the digits behind the point padded or, when the count is nil, as many as there
  /// are.
  public func scientific(fractionDigits: Int?) -> String {
    var result: [UInt8] = [digit(0)]
    let count = fractionDigits ?? max(0, digits.count - 1)
    if count > 0 {
      result.append(UInt8(ascii: "."))
      for index in 0..<count { result.append(digit(index + 1)) }
    }
    let power = digits.isEmpty ? 0 : exponent - 1
    let sign = power < 0 ? "-" : "+"
    let magnitude = abs(power)
    return String(decoding: result, as: UTF8.self) + "e" + sign + (magnitude < 10 ? "0" : "") + String(magnitude)
  }

  private func digit(_ index: Int) -> UInt8 { index < digits.count ? digits[index] : 48 }

  private mutating func trim() {
    while digits.last == 48 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  private mutating func roundDown(to count: Int) {
    guard count < digits.count else { return }
    digits.removeSubrange(count...)
    trim()
  }

  private mutating func roundUp(to count: Int) {
    guard count < digits.count else { return }
    var count = count
    while count > 0, digits[count - 1] == 57 { count -= 1 }
    if count == 0 {
      digits = [49]
      exponent += 1
      return
    }
    digits.removeSubrange(count...)
    digits[count - 1] += 1
  }
}
