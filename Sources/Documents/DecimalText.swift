/// The value of a number written in decimal, for comparison without rounding: `1.50e3` and `1500` are equal.
struct DecimalText: Equatable {
  private let isNegative: Bool
  /// Without leading and trailing zeros; empty for zero and for text that is no decimal number.
  private let digits: [UInt8]
  /// The power of ten of the last digit, beside `largeExponent`.
  private let exponent: Int
  /// The written exponent in one spelling when it is too large to be added up; else empty.
  private let largeExponent: String
  /// The text itself when it is no decimal number (`.inf`), so that it equals only itself.
  private let other: String?

  init(_ text: String) {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0
    var largeExponent = ""
    var seenPoint = false
    var valid = false
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    scan: while let byte = bytes.first {
      bytes = bytes.dropFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        valid = true
        digits.append(byte)
        if seenPoint { exponent -= 1 }
      case UInt8(ascii: ".") where !seenPoint:
        seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let written = DecimalText.exponent(bytes) else {
          valid = false
          break scan
        }
        if let small = Int(written), abs(small) < 1 << 40 { exponent += small } else { largeExponent = written }
        break scan
      default:
        valid = false
        break scan
      }
    }
    guard valid else {
      self.isNegative = false
      self.digits = []
      self.exponent = 0
      self.largeExponent = ""
      other = text
      return
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    let significant = Array(digits.drop { $0 == UInt8(ascii: "0") })
    self.isNegative = isNegative && !significant.isEmpty
    self.digits = significant
    self.exponent = significant.isEmpty ? 0 : exponent
    self.largeExponent = significant.isEmpty ? "" : largeExponent
    other = nil
  }

  /// An exponent without a plus sign and leading zeros; nil when it is no whole number.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> String? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    return significant.isEmpty ? "0" : (isNegative ? "-" : "") + String(decoding: significant, as: UTF8.self)
  }
}
