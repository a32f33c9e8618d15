/// A number of the language: binary floating point with up to 512 bits of mantissa, rounded to nearest, ties to even.
///
/// (HCL specification, "Numeric Literals"; the arithmetic is that of the reference implementation.) A number remembers its precision, as
/// it does there: 512 bits when it was written in decimal, 64 for an `Int`, 53 for a `Double`; a result has the greater one of its
/// operands. Equality and order go by value alone. Numbers beyond 2^±`exponentLimit` are infinite or zero, so that no input can make
/// their text or their arithmetic expensive.
public struct Number: Sendable {
  enum Storage: Sendable {
    /// All integers of this range, and only here.
    case small(Int64)
    case negativeZero
    case infinity(isNegative: Bool)
    indirect case wide(Wide)
  }

  /// ± mantissa × 2^exponent, the mantissa odd.
  struct Wide: Sendable, Hashable {
    var isNegative: Bool
    var mantissa: Natural
    var exponent: Int
  }

  var storage: Storage
  /// Bits of mantissa that results round to.
  var precision: UInt16

  /// Greatest distance of a binary exponent from zero.
  static let exponentLimit = 1 << 15

  init(_ storage: Storage, precision: UInt16) {
    self.storage = storage
    self.precision = precision
  }

  /// An integer with 64 bits of precision.
  public init(_ value: Int) { self.init(.small(Int64(value)), precision: 64) }

  /// A binary double, exactly, with 53 bits of precision; nil when it is not a number.
  public init?(_ value: Double) {
    if value.isNaN { return nil }
    if value.isInfinite {
      self.init(.infinity(isNegative: value < 0), precision: 53)
    } else if value.isZero {
      self.init(value.sign == .minus ? .negativeZero : .small(0), precision: 53)
    } else {
      let mantissa = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
      let exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
      self.init(isNegative: value < 0, mantissa: Natural(mantissa), exponent: exponent, precision: 53)
    }
  }

  /// Rounds ± mantissa × 2^exponent to a precision and brings it into the one form that it has.
  ///
  /// - Parameter sticky: whether the true value lies a little above the mantissa; the mantissa must then be longer than the precision.
  init(isNegative: Bool, mantissa: Natural, exponent: Int, precision: UInt16, sticky: Bool = false) {
    self.precision = precision
    guard !mantissa.isZero else {
      storage = isNegative ? .negativeZero : .small(0)
      return
    }
    var mantissa = mantissa
    var exponent = exponent
    let excess = mantissa.bitLength - Int(precision)
    if excess > 0 {
      let isHalf = mantissa.bit(excess - 1)
      let hasRest = sticky || mantissa.trailingZeroBits < excess - 1
      mantissa = mantissa.shiftedRight(excess)
      exponent += excess
      if isHalf, hasRest || mantissa.bit(0) { mantissa = mantissa + Natural(1) }
    }
    let zeros = mantissa.trailingZeroBits
    if zeros > 0 {
      mantissa = mantissa.shiftedRight(zeros)
      exponent += zeros
    }
    let magnitude = mantissa.bitLength + exponent
    if magnitude > Number.exponentLimit {
      storage = .infinity(isNegative: isNegative)
    } else if magnitude < -Number.exponentLimit {
      storage = isNegative ? .negativeZero : .small(0)
    } else if exponent >= 0, magnitude <= 63 {
      let value = Int64(mantissa.low64 << UInt64(exponent))
      storage = .small(isNegative ? -value : value)
    } else if isNegative, exponent == 63, magnitude == 64 {
      storage = .small(.min)
    } else {
      storage = .wide(Wide(isNegative: isNegative, mantissa: mantissa, exponent: exponent))
    }
  }

  public static let zero = Number(.small(0), precision: 512)
  public static let infinity = Number(.infinity(isNegative: false), precision: 512)
  public static let negativeInfinity = Number(.infinity(isNegative: true), precision: 512)

  public var isInfinite: Bool {
    if case .infinity = storage { true } else { false }
  }

  public var isZero: Bool {
    switch storage {
    case .small(let value): value == 0
    case .negativeZero: true
    case .infinity, .wide: false
    }
  }

  /// Whether there is nothing behind the decimal point; infinities are no integers.
  public var isInteger: Bool {
    switch storage {
    case .small, .negativeZero: true
    case .infinity: false
    case .wide(let wide): wide.exponent >= 0
    }
  }

  /// Whether the number is less than zero.
  public var isNegative: Bool {
    switch storage {
    case .small(let value): value < 0
    case .negativeZero: false
    case .infinity(let isNegative): isNegative
    case .wide(let wide): wide.isNegative
    }
  }

  /// Whether the sign bit is set, which it also is for a negative zero.
  var hasMinusSign: Bool {
    if case .negativeZero = storage { true } else { isNegative }
  }

  /// The number as an `Int`, when it is an integer within its range.
  public var exactInt: Int? {
    switch storage {
    case .small(let value): Int(exactly: value)
    case .negativeZero: 0
    case .infinity, .wide: nil
    }
  }

  /// The nearest double, infinite when out of range.
  public var double: Double {
    switch storage {
    case .small(let value): return Double(value)
    case .negativeZero: return -0.0
    case .infinity(let isNegative): return isNegative ? -.infinity : .infinity
    case .wide(let wide):
      let top = wide.mantissa.bitLength + wide.exponent
      // Subnormal doubles have fewer bits: rounding must happen once only.
      let bits = min(53, top + 1074)
      guard bits >= 0 else { return wide.isNegative ? -0.0 : 0 }
      if bits == 0 {
        let half = wide.mantissa > Natural(1) ? Double.leastNonzeroMagnitude : 0
        return wide.isNegative ? -half : half
      }
      let rounded = Number(isNegative: false, mantissa: wide.mantissa, exponent: wide.exponent, precision: UInt16(bits))
      let magnitude: Double
      switch rounded.storage {
      case .small(let value): magnitude = Double(value)
      case .wide(let part): magnitude = Double(sign: .plus, exponent: part.exponent, significand: Double(part.mantissa.low64))
      case .negativeZero: magnitude = 0
      case .infinity: magnitude = .infinity
      }
      return wide.isNegative ? -magnitude : magnitude
    }
  }

  /// The number without its sign.
  public var magnitude: Number { hasMinusSign ? -self : self }

  /// Sign, mantissa and exponent of a number that is finite.
  var parts: Wide? {
    switch storage {
    case .small(let value): Wide(isNegative: value < 0, mantissa: Natural(value.magnitude), exponent: 0)
    case .negativeZero: Wide(isNegative: true, mantissa: .zero, exponent: 0)
    case .infinity: nil
    case .wide(let wide): wide
    }
  }
}

extension Number: Hashable {
  public static func == (left: Number, right: Number) -> Bool {
    switch (left.storage, right.storage) {
    case (.small(let a), .small(let b)): a == b
    case (.negativeZero, .negativeZero): true
    case (.negativeZero, .small(let value)), (.small(let value), .negativeZero): value == 0
    case (.infinity(let a), .infinity(let b)): a == b
    case (.wide(let a), .wide(let b)): a == b
    case (.small, _), (.negativeZero, _), (.infinity, _), (.wide, _): false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let value): hasher.combine(value)
    case .negativeZero: hasher.combine(Int64(0))
    case .infinity(let isNegative): hasher.combine(isNegative)
    case .wide(let wide): hasher.combine(wide)
    }
  }
}

extension Number: Comparable {
  public static func < (left: Number, right: Number) -> Bool {
    if case .small(let a) = left.storage, case .small(let b) = right.storage { return a < b }
    if left == right { return false }
    if left.isNegative != right.isNegative { return left.isNegative }
    let isLess = left.magnitudeIsLess(than: right)
    return left.isNegative ? !isLess : isLess
  }

  /// Compares two numbers of the same sign and of different value.
  private func magnitudeIsLess(than other: Number) -> Bool {
    guard let left = parts else { return false }
    guard let right = other.parts else { return true }
    if left.mantissa.isZero || right.mantissa.isZero { return left.mantissa.isZero }
    let top = left.mantissa.bitLength + left.exponent
    let otherTop = right.mantissa.bitLength + right.exponent
    if top != otherTop { return top < otherTop }
    let low = min(left.exponent, right.exponent)
    return left.mantissa.shiftedLeft(left.exponent - low) < right.mantissa.shiftedLeft(right.exponent - low)
  }
}
