/// What values can be looked up by.
extension Value {
  /// A key that two values of one type share exactly when they are equal; nil for what has anything unknown inside.
  ///
  /// Marks and origins are not part of it. (HCL specification, "Equality".)
  public var lookupKey: LookupKey? {
    var bytes: [UInt8] = []
    return write(to: &bytes) ? LookupKey(bytes: bytes) : nil
  }

  /// Writes the value so that every part of it ends where the next one begins; false when it is not known.
  private func write(to bytes: inout [UInt8]) -> Bool {
    switch content {
    case .unknown: return false
    case .null: bytes.append(UInt8(ascii: "n"))
    case .bool(let flag): bytes.append(UInt8(ascii: flag ? "t" : "f"))
    case .number(let number): number.writeKey(to: &bytes)
    case .string(let text): Self.write(text, to: &bytes)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      bytes.append(UInt8(ascii: "["))
      for element in elements where !element.write(to: &bytes) { return false }
      bytes.append(UInt8(ascii: "]"))
    case .map(_, let attributes), .object(let attributes):
      bytes.append(UInt8(ascii: "{"))
      for (name, value) in attributes.pairs {
        Self.write(name, to: &bytes)
        guard value.write(to: &bytes) else { return false }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return true
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    withUnsafeBytes(of: UInt64(text.utf8.count)) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text.utf8)
  }
}

/// What stands for a known value in sets and dictionaries of Swift.
public struct LookupKey: Hashable, Sendable {
  let bytes: [UInt8]
}

extension Number {
  /// Equal numbers have one storage, whatever precision they remember.
  fileprivate func writeKey(to bytes: inout [UInt8]) {
    switch storage {
    case .small(let value):
      bytes.append(UInt8(ascii: "i"))
      withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    case .negativeZero:
      bytes.append(UInt8(ascii: "i"))
      withUnsafeBytes(of: Int64(0)) { bytes.append(contentsOf: $0) }
    case .infinity(let isNegative): bytes.append(UInt8(ascii: isNegative ? "-" : "+"))
    case .wide(let wide):
      bytes.append(UInt8(ascii: wide.isNegative ? "W" : "w"))
      withUnsafeBytes(of: Int64(wide.exponent)) { bytes.append(contentsOf: $0) }
      let words = wide.mantissa.limbs
      withUnsafeBytes(of: UInt64(words.count)) { bytes.append(contentsOf: $0) }
      for word in words { withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) } }
    }
  }
}
