/// An integer of any size that is not negative: the mantissas of numbers and the steps between binary and decimal.
///
/// Limbs of 32 bits, least significant first, without leading zeros. Sizes are bounded by `Number.exponentLimit`, so that the schoolbook
/// algorithms are the fast ones.
struct Natural: Hashable, Sendable {
  private(set) var limbs: [UInt32]

  static let zero = Natural(limbs: [])

  private init(limbs: [UInt32]) { self.limbs = limbs }

  init(trimming limbs: [UInt32]) {
    var copy = limbs
    while copy.last == 0 { copy.removeLast() }
    self.limbs = copy
  }

  init(_ value: UInt64) {
    if value == 0 {
      limbs = []
    } else if value >> 32 == 0 {
      limbs = [UInt32(truncatingIfNeeded: value)]
    } else {
      limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    }
  }

  /// Decimal digits as ASCII bytes.
  init(decimalDigits digits: some Sequence<UInt8>) {
    self.init(limbs: [])
    var chunk: UInt32 = 0
    var scale: UInt32 = 1
    for digit in digits {
      chunk = chunk * 10 + UInt32(digit - 48)
      scale *= 10
      guard scale == 1_000_000_000 else { continue }
      multiplyAdd(scale, chunk)
      chunk = 0
      scale = 1
    }
    if scale > 1 { multiplyAdd(scale, chunk) }
  }

  var isZero: Bool { limbs.isEmpty }

  var bitLength: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }

  var trailingZeroBits: Int {
    guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * 32 + limbs[index].trailingZeroBitCount
  }

  /// The low 64 bits.
  var low64: UInt64 {
    let low = limbs.isEmpty ? 0 : UInt64(limbs[0])
    let high = limbs.count > 1 ? UInt64(limbs[1]) : 0
    return high << 32 | low
  }

  func bit(_ position: Int) -> Bool {
    let index = position >> 5
    return index < limbs.count && limbs[index] >> UInt32(position & 31) & 1 == 1
  }

  /// self = self × factor + summand.
  mutating func multiplyAdd(_ factor: UInt32, _ summand: UInt32) {
    var carry = UInt64(summand)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// Divides in place and gives the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    let wide = UInt64(divisor)
    for index in limbs.indices.reversed() {
      let part = remainder << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(truncatingIfNeeded: part / wide)
      remainder = part % wide
    }
    while limbs.last == 0 { limbs.removeLast() }
    return UInt32(remainder)
  }

  func shiftedLeft(_ count: Int) -> Natural {
    guard count > 0, !isZero else { return self }
    let words = count >> 5
    let bits = UInt32(count & 31)
    var result = [UInt32](repeating: 0, count: words)
    result.reserveCapacity(words + limbs.count + 1)
    if bits == 0 { return Natural(limbs: result + limbs) }
    var carry: UInt32 = 0
    for limb in limbs {
      result.append(limb << bits | carry)
      carry = limb >> (32 - bits)
    }
    if carry > 0 { result.append(carry) }
    return Natural(limbs: result)
  }

  func shiftedRight(_ count: Int) -> Natural {
    guard count > 0 else { return self }
    let words = count >> 5
    guard words < limbs.count else { return .zero }
    let bits = UInt32(count & 31)
    if bits == 0 { return Natural(limbs: Array(limbs[words...])) }
    var result: [UInt32] = []
    result.reserveCapacity(limbs.count - words)
    for index in words..<limbs.count {
      let high = index + 1 < limbs.count ? limbs[index + 1] << (32 - bits) : 0
      result.append(limbs[index] >> bits | high)
    }
    return Natural(trimming: result)
  }

  static func + (left: Natural, right: Natural) -> Natural {
    let (long, short) = left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var result: [UInt32] = []
    result.reserveCapacity(long.count + 1)
    var carry: UInt64 = 0
    for index in long.indices {
      let sum = UInt64(long[index]) + (index < short.count ? UInt64(short[index]) : 0) + carry
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    if carry > 0 { result.append(UInt32(carry)) }
    return Natural(limbs: result)
  }

  /// The difference; `left` must not be less than `right`.
  static func - (left: Natural, right: Natural) -> Natural {
    var result = left.limbs
    var borrow: Int64 = 0
    for index in result.indices {
      var difference = Int64(result[index]) - (index < right.limbs.count ? Int64(right.limbs[index]) : 0) - borrow
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 1 << 32 }
      result[index] = UInt32(truncatingIfNeeded: difference)
    }
    return Natural(trimming: result)
  }

  static func * (left: Natural, right: Natural) -> Natural {
    guard !left.isZero, !right.isZero else { return .zero }
    var result = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (offset, factor) in left.limbs.enumerated() where factor != 0 {
      var carry: UInt64 = 0
      for (index, limb) in right.limbs.enumerated() {
        let product = UInt64(factor) * UInt64(limb) + UInt64(result[offset + index]) + carry
        result[offset + index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      result[offset + right.limbs.count] = UInt32(carry)
    }
    return Natural(trimming: result)
  }

  /// Quotient and remainder; the divisor must not be zero. (Knuth, volume 2, algorithm D.)
  func divided(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    if self < divisor { return (.zero, self) }
    if divisor.limbs.count == 1 {
      var quotient = self
      let remainder = quotient.divide(by: divisor.limbs[0])
      return (quotient, Natural(UInt64(remainder)))
    }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let v = divisor.shiftedLeft(shift).limbs
    var u = shiftedLeft(shift).limbs
    while u.count <= limbs.count { u.append(0) }
    let n = v.count
    let m = u.count - n - 1
    var quotient = [UInt32](repeating: 0, count: m + 1)
    let top = UInt64(v[n - 1])
    let second = UInt64(v[n - 2])
    for j in stride(from: m, through: 0, by: -1) {
      let numerator = UInt64(u[j + n]) << 32 | UInt64(u[j + n - 1])
      var estimate = numerator / top
      var rest = numerator % top
      while estimate >> 32 != 0 || estimate * second > rest << 32 | UInt64(u[j + n - 2]) {
        estimate -= 1
        rest += top
        if rest >> 32 != 0 { break }
      }
      var borrow: Int64 = 0
      var carry: UInt64 = 0
      for i in 0..<n {
        let product = estimate * UInt64(v[i]) + carry
        carry = product >> 32
        let difference = Int64(u[i + j]) - borrow - Int64(product & 0xFFFF_FFFF)
        u[i + j] = UInt32(truncatingIfNeeded: difference)
        borrow = difference < 0 ? 1 : 0
      }
      let last = Int64(u[j + n]) - borrow - Int64(carry)
      u[j + n] = UInt32(truncatingIfNeeded: last)
      if last < 0 {
        estimate -= 1
        var back: UInt64 = 0
        for i in 0..<n {
          let sum = UInt64(u[i + j]) + UInt64(v[i]) + back
          u[i + j] = UInt32(truncatingIfNeeded: sum)
          back = sum >> 32
        }
        u[j + n] = u[j + n] &+ UInt32(back)
      }
      quotient[j] = UInt32(truncatingIfNeeded: estimate)
    }
    return (Natural(trimming: quotient), Natural(trimming: u).shiftedRight(shift))
  }

  func power(_ exponent: Int) -> Natural {
    var result = Natural(1)
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  /// Decimal digits as ASCII bytes, empty for zero.
  var decimalDigits: [UInt8] {
    var reversed: [UInt8] = []
    var rest = self
    while !rest.isZero {
      var chunk = rest.divide(by: 1_000_000_000)
      for _ in 0..<9 {
        reversed.append(UInt8(48 + chunk % 10))
        chunk /= 10
      }
    }
    while reversed.last == 48 { reversed.removeLast() }
    return reversed.reversed()
  }
}

extension Natural: Comparable {
  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}
