/// Texts of literals in a dump.

/// A number's digits without exponent, leading or trailing zeros: `1e3` is `1000`, `1.50` is `1.5`.
///
/// Every digit is kept; numbers of more than 153 digits have more here than the language's 512 bits hold. An exponent beyond 100,000
/// is left as it is written.
func plainDecimal(_ literal: String) -> String {
  let parts = literal.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
  guard parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 100_000 else { return literal }
  let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
  guard let whole = mantissa.first else { return literal }
  let fraction = mantissa.count > 1 ? mantissa[1] : ""
  var digits = Array(whole.utf8) + Array(fraction.utf8)
  var point = whole.utf8.count + exponent
  let zeros = digits.prefix { $0 == 0x30 }.count
  digits.removeFirst(zeros)
  point -= zeros
  while digits.last == 0x30 { digits.removeLast() }
  if digits.isEmpty { return "0" }
  if point <= 0 { return "0." + String(repeating: "0", count: -point) + String(decoding: digits, as: UTF8.self) }
  if point >= digits.count {
    return String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: point - digits.count)
  }
  return String(decoding: digits[..<point], as: UTF8.self) + "." + String(decoding: digits[point...], as: UTF8.self)
}

/// A string in quotes, its control characters and what cannot be printed escaped.
func quoted(_ string: String) -> String {
  var text = "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\u{07}": text += "\\a"
    case "\u{08}": text += "\\b"
    case "\u{0C}": text += "\\f"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0B}": text += "\\v"
    default:
      if isPrintable(scalar) {
        text.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        text += "\\x" + hexadecimal(scalar.value, 2)
      } else if scalar.value < 0x10000 {
        text += "\\u" + hexadecimal(scalar.value, 4)
      } else {
        text += "\\U" + hexadecimal(scalar.value, 8)
      }
    }
  }
  return text + "\""
}

private func hexadecimal(_ value: UInt32, _ width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Letters, marks, numbers, punctuation, symbols, and the space of ASCII.
private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
  default: return true
  }
}
