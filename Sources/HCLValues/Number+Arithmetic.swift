/// Arithmetic as the reference has it. An operation without a result (infinity minus infinity, zero by zero) gives nil.

extension Number {
  public static prefix func - (number: Number) -> Number {
    let precision = number.precision
    switch number.storage {
    case .small(0): return Number(.negativeZero, precision: precision)
    case .small(.min): return Number(isNegative: false, mantissa: Natural(Int64.min.magnitude), exponent: 0, precision: precision)
    case .small(let value): return Number(.small(-value), precision: precision)
    case .negativeZero: return Number(.small(0), precision: precision)
    case .infinity(let isNegative): return Number(.infinity(isNegative: !isNegative), precision: precision)
    case .wide(let wide):
      return Number(isNegative: !wide.isNegative, mantissa: wide.mantissa, exponent: wide.exponent, precision: precision)
    }
  }

  /// The sum; nil for infinities of opposite sign.
  public static func + (left: Number, right: Number) -> Number? {
    sum(left, right, precision: max(left.precision, right.precision))
  }

  /// The difference; nil for equal infinities.
  public static func - (left: Number, right: Number) -> Number? { left + -right }

  /// The product; nil for zero times infinity. Keeps as many bits as it needs, up to 512.
  public static func * (left: Number, right: Number) -> Number? {
    let precision = max(left.precision, right.precision)
    if precision >= 64, case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow, product != 0 { return Number(.small(product), precision: precision) }
    }
    guard var result = product(left, right, precision: 512) else { return nil }
    result.precision = max(precision, result.neededPrecision)
    return result
  }

  /// The quotient: infinite for a divisor of zero; nil for zero by zero and infinity by infinity.
  public static func / (left: Number, right: Number) -> Number? {
    let precision = max(left.precision, right.precision)
    if case .small(let a) = left.storage, case .small(let b) = right.storage, a != 0, b > 0, precision >= 64,
      a.isMultiple(of: b)
    {
      return Number(.small(a / b), precision: precision)
    }
    return quotient(left, right, precision: precision)
  }

  /// What an integer division leaves, with the sign of the dividend; the dividend itself for a divisor of zero. Infinite with an infinite
  /// operand, nil when the other one is zero.
  public func modulo(_ divisor: Number) -> Number? {
    if isInfinite || divisor.isInfinite { return self * divisor }
    if divisor.isZero { return self }
    if precision >= 64, case .small(let a) = storage, case .small(let b) = divisor.storage {
      // The least integer by minus one has no quotient of its own size; it leaves nothing.
      return Number(.small(b == -1 ? 0 : a % b), precision: precision)
    }
    guard let whole = (self / divisor)?.truncated() else { return nil }
    guard var part = Number.product(divisor, whole, precision: precision) else { return nil }
    part = -part
    return Number.sum(self, part, precision: precision)
  }

  /// The greatest integer that is not greater.
  public func floor() -> Number { integral { isNegative, _ in isNegative } }

  /// The least integer that is not less.
  public func ceiling() -> Number { integral { isNegative, _ in !isNegative } }

  /// Without what stands behind the decimal point.
  public func truncated() -> Number { integral { _, _ in false } }

  /// Raised to a power that is not negative; bits beyond the precision round at each step.
  public func power(_ exponent: Int) -> Number? {
    var result = Number(.small(1), precision: precision)
    var base = self
    var rest = max(0, exponent)
    while rest > 0 {
      if rest & 1 == 1 {
        guard let product = result * base else { return nil }
        result = product
      }
      rest >>= 1
      guard rest > 0 else { break }
      guard let square = base * base else { return nil }
      base = square
    }
    return result
  }

  /// Bits between the first and last one that are set.
  private var neededPrecision: UInt16 {
    switch storage {
    case .small(let value):
      value == 0 ? 0 : UInt16(64 - value.magnitude.leadingZeroBitCount - value.magnitude.trailingZeroBitCount)
    case .negativeZero, .infinity: 0
    case .wide(let wide): UInt16(clamping: wide.mantissa.bitLength)
    }
  }

  private func integral(away: (_ isNegative: Bool, _ fraction: Natural) -> Bool) -> Number {
    guard case .wide(let wide) = storage, wide.exponent < 0 else { return self }
    var whole = wide.mantissa.shiftedRight(-wide.exponent)
    if away(wide.isNegative, wide.mantissa) { whole = whole + Natural(1) }
    return Number(isNegative: wide.isNegative, mantissa: whole, exponent: 0, precision: precision)
  }

  static func sum(_ left: Number, _ right: Number, precision: UInt16) -> Number? {
    if precision >= 64, case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return Number(.small(sum), precision: precision) }
    }
    guard let a = left.parts else {
      guard right.isInfinite else { return Number(left.storage, precision: precision) }
      return left == right ? Number(left.storage, precision: precision) : nil
    }
    guard let b = right.parts else { return Number(right.storage, precision: precision) }
    if a.mantissa.isZero, b.mantissa.isZero {
      return Number(a.isNegative && b.isNegative ? .negativeZero : .small(0), precision: precision)
    }
    let low = min(a.exponent, b.exponent)
    let first = a.mantissa.shiftedLeft(a.exponent - low)
    let second = b.mantissa.shiftedLeft(b.exponent - low)
    if a.isNegative == b.isNegative {
      return Number(isNegative: a.isNegative, mantissa: first + second, exponent: low, precision: precision)
    }
    if first == second { return Number(.small(0), precision: precision) }
    return first > second
      ? Number(isNegative: a.isNegative, mantissa: first - second, exponent: low, precision: precision)
      : Number(isNegative: b.isNegative, mantissa: second - first, exponent: low, precision: precision)
  }

  static func product(_ left: Number, _ right: Number, precision: UInt16) -> Number? {
    let isNegative = left.hasMinusSign != right.hasMinusSign
    guard let a = left.parts, let b = right.parts else {
      return left.isZero || right.isZero ? nil : Number(.infinity(isNegative: isNegative), precision: precision)
    }
    return Number(
      isNegative: isNegative, mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent, precision: precision)
  }

  static func quotient(_ left: Number, _ right: Number, precision: UInt16) -> Number? {
    let isNegative = left.hasMinusSign != right.hasMinusSign
    guard let a = left.parts else {
      return right.isInfinite ? nil : Number(.infinity(isNegative: isNegative), precision: precision)
    }
    guard let b = right.parts else { return Number(isNegative ? .negativeZero : .small(0), precision: precision) }
    if b.mantissa.isZero {
      return a.mantissa.isZero ? nil : Number(.infinity(isNegative: isNegative), precision: precision)
    }
    // Two bits more than the precision: one to round by, one that the quotient may lack.
    let shift = max(0, Int(precision) + 2 - a.mantissa.bitLength + b.mantissa.bitLength)
    let (quotient, remainder) = a.mantissa.shiftedLeft(shift).divided(by: b.mantissa)
    return Number(
      isNegative: isNegative, mantissa: quotient, exponent: a.exponent - shift - b.exponent, precision: precision,
      sticky: !remainder.isZero)
  }
}
