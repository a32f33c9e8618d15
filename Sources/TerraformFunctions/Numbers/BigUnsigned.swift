/// Natural numbers of any size, as far as decryption needs them.

/// A natural number: 32-bit words, the least significant one first, no zeros at the end.
struct BigUnsigned {
  private var words: [UInt32]

  private init(words: [UInt32]) {
    self.words = words
    while self.words.last == 0 { self.words.removeLast() }
  }

  init(bigEndian bytes: ArraySlice<UInt8>) {
    var words: [UInt32] = []
    for (index, byte) in bytes.reversed().enumerated() {
      if index % 4 == 0 { words.append(0) }
      words[index / 4] |= UInt32(byte) << UInt32(index % 4 * 8)
    }
    self.init(words: words)
  }

  /// Without leading zeros.
  var bigEndianBytes: [UInt8] {
    Array(words.reversed().flatMap { bytes(of: $0) }.drop { $0 == 0 })
  }

  var isOdd: Bool { words.first.map { $0 & 1 == 1 } ?? false }

  /// The power modulo an odd number greater than 1.
  func power(_ exponent: BigUnsigned, modulo modulus: BigUnsigned) -> BigUnsigned {
    guard let lowest = modulus.words.first else { return self }
    let reducer = MontgomeryReducer(modulus: modulus.words, lowest: lowest)
    // R mod n and R² mod n by doubling: R is 2 to the number of bits in the modulus's words.
    var one: [UInt32] = [1] + [UInt32](repeating: 0, count: modulus.words.count - 1)
    for _ in 0..<(modulus.words.count * 32) { one = reducer.doubled(one) }
    var square = one
    for _ in 0..<(modulus.words.count * 32) { square = reducer.doubled(square) }
    let base = reducer.product(reducer.padded(reducer.remainder(words)), square)
    var result = one
    for word in exponent.words.reversed() {
      for bit in (0..<32).reversed() {
        result = reducer.product(result, result)
        if word >> UInt32(bit) & 1 == 1 { result = reducer.product(result, base) }
      }
    }
    let unit: [UInt32] = [1] + [UInt32](repeating: 0, count: modulus.words.count - 1)
    return BigUnsigned(words: reducer.product(result, unit))
  }
}

private func bytes(of word: UInt32) -> [UInt8] { bigEndianBytes(UInt64(word), 4) }

/// Multiplication modulo an odd number without division. (P. L. Montgomery, 1985.)
private struct MontgomeryReducer {
  let modulus: [UInt32]
  private let inverse: UInt32

  init(modulus: [UInt32], lowest: UInt32) {
    self.modulus = modulus
    // Newton's iteration doubles the number of right bits each time.
    var inverse: UInt32 = 1
    for _ in 0..<5 { inverse = inverse &* (2 &- lowest &* inverse) }
    self.inverse = 0 &- inverse
  }

  /// a · b / R mod n.
  func product(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    let count = modulus.count
    var sum = [UInt32](repeating: 0, count: count + 2)
    for i in 0..<count {
      accumulate(&sum, b, times: a[i])
      accumulate(&sum, modulus, times: sum[0] &* inverse)
      sum.removeFirst()
      sum.append(0)
    }
    return reduced(sum)
  }

  func doubled(_ a: [UInt32]) -> [UInt32] {
    var sum: [UInt32] = []
    var carry: UInt32 = 0
    for word in a {
      sum.append(word << 1 | carry)
      carry = word >> 31
    }
    return reduced(sum + [carry, 0])
  }

  /// A number with at most as many bits as fit the modulus's words, made smaller than the modulus.
  func remainder(_ words: [UInt32]) -> [UInt32] {
    var rest = [UInt32](repeating: 0, count: modulus.count)
    for word in words.reversed() {
      for bit in (0..<32).reversed() {
        rest = doubled(rest)
        if word >> UInt32(bit) & 1 == 1 {
          var sum = rest + [0, 0]
          add(&sum, 1)
          rest = reduced(sum)
        }
      }
    }
    return rest
  }

  func padded(_ words: [UInt32]) -> [UInt32] {
    words + [UInt32](repeating: 0, count: max(0, modulus.count - words.count))
  }

  private func accumulate(_ sum: inout [UInt32], _ words: [UInt32], times factor: UInt32) {
    var carry: UInt64 = 0
    for i in words.indices {
      let value = UInt64(words[i]) * UInt64(factor) + UInt64(sum[i]) + carry
      sum[i] = UInt32(truncatingIfNeeded: value)
      carry = value >> 32
    }
    var index = words.count
    while carry > 0, index < sum.count {
      let value = UInt64(sum[index]) + carry
      sum[index] = UInt32(truncatingIfNeeded: value)
      carry = value >> 32
      index += 1
    }
  }

  private func add(_ sum: inout [UInt32], _ value: UInt32) {
    var carry = value
    for i in sum.indices where carry > 0 {
      let (result, overflow) = sum[i].addingReportingOverflow(carry)
      sum[i] = result
      carry = overflow ? 1 : 0
    }
  }

  /// A number smaller than twice the modulus, made smaller than the modulus; as many words as the modulus.
  private func reduced(_ words: [UInt32]) -> [UInt32] {
    let count = modulus.count
    var difference = [UInt32](repeating: 0, count: count)
    var borrow: Int64 = 0
    for i in 0..<count {
      let value = Int64(words[i]) - Int64(modulus[i]) - borrow
      difference[i] = UInt32(truncatingIfNeeded: value)
      borrow = value < 0 ? 1 : 0
    }
    let high = words[count...].contains { $0 != 0 }
    return high || borrow == 0 ? difference : Array(words[..<count])
  }
}
