/// Whole numbers written in other bases.

/// The decimal text of a whole number written in a base from 2 to 62, or nil when it is not written in it.
///
/// Up to base 36 the case of letters does not matter; above, small letters come before capital ones. Limit: 10,000 digits.
func decimalText(_ text: String, base: Int) -> String? {
  var bytes = Array(text.utf8)[...]
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
  guard !bytes.isEmpty, bytes.count <= 10_000 else { return nil }
  var words: [UInt32] = []
  for byte in bytes {
    guard let digit = digitValue(byte, base: base) else { return nil }
    var carry = UInt64(digit)
    for i in words.indices {
      // Words hold nine decimal digits each.
      let product = UInt64(words[i]) * UInt64(base) + carry
      words[i] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { words.append(UInt32(carry)) }
  }
  guard let last = words.last else { return "0" }
  let rest = words.dropLast().reversed().map { padded(Int($0), 9) }.joined()
  return (isNegative ? "-" : "") + String(last) + rest
}

private func digitValue(_ byte: UInt8, base: Int) -> Int? {
  let value: Int
  switch UnicodeScalar(byte) {
  case "0"..."9": value = Int(byte) - 48
  case "a"..."z": value = Int(byte) - 87
  case "A"..."Z": value = Int(byte) - (base <= 36 ? 55 : 29)
  default: return nil
  }
  return value < base ? value : nil
}
