/// A number as decimal digits: what format verbs round, pad and print in other bases.

/// `0.DIGITS × 10^exponent`, or an infinity.
struct DecimalNumber {
  var isNegative = false
  var isInfinite = false
  /// Values 0 to 9, the first and the last one not 0; empty for zero.
  var digits: [UInt8] = []
  /// Where the decimal point stands, counted from before the first digit.
  var exponent = 0

  /// Reads decimal text: `-12.5`, `1e+100`, `Inf`.
  init(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    guard let first = bytes.first, first >= 48, first <= 57 else {
      isInfinite = true
      return
    }
    var hasPoint = false
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."): hasPoint = true
      case 48...57:
        digits.append(byte - 48)
        if !hasPoint { exponent += 1 }
      default:
        exponent += Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = []
      }
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
  }

  var isInteger: Bool { !isInfinite && digits.count <= max(0, exponent) }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// Rounded to so many digits from the first one, half to even.
  private func rounded(toDigits count: Int) -> DecimalNumber {
    guard count < digits.count else { return self }
    var copy = self
    guard count >= 0 else {
      copy.digits = []
      copy.exponent = 0
      return copy
    }
    let next = digits[count]
    let isHalf = next == 5 && digits.count == count + 1
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    copy.digits.removeSubrange(count...)
    if isHalf ? isOdd : next >= 5 {
      var index = count - 1
      while index >= 0, copy.digits[index] == 9 {
        copy.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        copy.digits[index] += 1
      } else {
        copy.digits.insert(1, at: 0)
        copy.exponent += 1
      }
    }
    copy.trim()
    return copy
  }

  /// `%f`: with so many digits behind the point, or as many as needed. Without sign.
  func fixed(precision: Int?) -> String {
    let number = precision.map { rounded(toDigits: exponent + $0) } ?? self
    let whole = (0..<max(1, number.exponent)).map { number.digit($0 - max(0, 1 - number.exponent)) }
    let places = precision ?? max(0, number.digits.count - number.exponent)
    var text = number.exponent <= 0 ? "0" : Self.text(whole)
    if places > 0 { text += "." + Self.text((0..<places).map { number.digit(number.exponent + $0) }) }
    return text
  }

  /// `%e`: one digit before the point, so many behind it. Without sign.
  func scientific(precision: Int?, letter: String) -> String {
    let number = precision.map { rounded(toDigits: $0 + 1) } ?? self
    let places = precision ?? max(0, number.digits.count - 1)
    var text = Self.text([number.digit(0)])
    if places > 0 { text += "." + Self.text((1...places).map { number.digit($0) }) }
    let power = number.digits.isEmpty ? 0 : number.exponent - 1
    return text + letter + (power < 0 ? "-" : "+") + padded(abs(power), 2)
  }

  /// `%g`: the shorter one of both. Without sign.
  func general(precision: Int?, letter: String) -> String {
    guard let precision else {
      let power = digits.isEmpty ? 0 : exponent - 1
      // Without a precision the decision falls at six digits, however many are printed.
      return power < -4 || power >= 6 ? scientific(precision: nil, letter: letter) : fixed(precision: nil)
    }
    let wanted = max(1, precision)
    let number = rounded(toDigits: wanted)
    let power = number.digits.isEmpty ? 0 : number.exponent - 1
    let threshold = wanted > number.digits.count && number.digits.count >= number.exponent ? number.digits.count : wanted
    if power < -4 || power >= threshold { return number.scientific(precision: nil, letter: letter) }
    return number.fixed(precision: nil)
  }

  private func digit(_ index: Int) -> UInt8 { digits.indices.contains(index) ? digits[index] : 0 }

  private static func text(_ digits: [UInt8]) -> String { String(decoding: digits.map { $0 + 48 }, as: UTF8.self) }

  /// The digits of a whole number in a base from 2 to 16, lower case. Without sign.
  func digits(base: UInt32) -> String {
    var words: [UInt32] = []
    for index in 0..<max(0, exponent) {
      var carry = UInt64(digit(index))
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
