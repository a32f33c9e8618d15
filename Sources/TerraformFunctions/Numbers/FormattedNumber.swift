/// A number in the notations of format verbs. (Go, `math/big`, `Float.Text`.)

import HCLValues

/// The text of a number without its sign, in several notations.
struct FormattedNumber {
  let isNegative: Bool
  let isInfinite: Bool
  let isInteger: Bool
  /// As many digits as tell the number from its neighbours, and no exponent.
  private let shortest: String
  /// All digits: what is rounded to a precision.
  private let exact: DecimalDigits

  init(_ number: Number) {
    let text = number.text
    isNegative = text.utf8.first == UInt8(ascii: "-")
    shortest = isNegative ? String(text.dropFirst()) : text
    isInfinite = number.isInfinite
    isInteger = number.isInteger
    exact = DecimalDigits(exactly: number)
  }

  var isZero: Bool { exact.digits.isEmpty && !isInfinite }

  /// `%f`: so many digits behind the point.
  func fixed(precision: Int) -> String {
    // Below half of the last place nothing is left.
    let rounded = exact.exponent + precision < 0 ? DecimalDigits(exactly: .zero) : exact.rounded(to: exact.exponent + precision)
    return rounded.fixed(fractionDigits: precision)
  }

  /// `%e`: one digit before the point, so many behind it.
  func scientific(precision: Int) -> String {
    exact.rounded(to: precision + 1).scientific(fractionDigits: precision)
  }

  /// `%g`: so many digits, or as few as tell the number, with an exponent when it is very small or has more places than digits.
  func general(precision: Int?) -> String {
    guard let precision else {
      // Without a precision the decision falls at six digits, however many are printed.
      let power = isZero ? 0 : exact.exponent - 1
      return power < -4 || power >= 6 ? shortestScientific : shortest
    }
    let wanted = max(1, precision)
    let rounded = exact.rounded(to: wanted)
    let power = rounded.exponent - 1
    let isShort = wanted > rounded.digits.count && rounded.digits.count >= rounded.exponent
    if power < -4 || power >= (isShort ? rounded.digits.count : wanted) { return rounded.scientific(fractionDigits: nil) }
    return rounded.fixed(fractionDigits: nil)
  }

  private var shortestScientific: String {
    let significant = shortest.utf8.filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }
    let count = significant.lastIndex { $0 != UInt8(ascii: "0") }.map { $0 - significant.startIndex + 1 } ?? 1
    return exact.rounded(to: count).scientific(fractionDigits: nil)
  }

  /// The digits of a whole number in a base from 2 to 16, lower case.
  func digits(base: UInt32) -> String {
    if base == 10 { return shortest }
    var words: [UInt32] = []
    for digit in shortest.utf8 {
      var carry = UInt64(digit &- 48)
      for i in words.indices {
        let product = UInt64(words[i]) * 10 + carry
        words[i] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { words.append(UInt32(carry)) }
    }
    var output: [UInt8] = []
    while !words.isEmpty {
      var remainder: UInt64 = 0
      for i in words.indices.reversed() {
        let value = remainder << 32 | UInt64(words[i])
        words[i] = UInt32(value / UInt64(base))
        remainder = value % UInt64(base)
      }
      output.append(UInt8(remainder < 10 ? 48 + remainder : 87 + remainder))
      while words.last == 0 { words.removeLast() }
    }
    return output.isEmpty ? "0" : String(decoding: output.reversed(), as: UTF8.self)
  }
}

extension DecimalDigits {
  fileprivate func rounded(to count: Int) -> DecimalDigits {
    var copy = self
    copy.round(to: count)
    return copy
  }
}
