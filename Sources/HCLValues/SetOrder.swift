/// The order of elements in a set, which is also the order in which they are visited.
///
/// Strings by their bytes, numbers by value, false before true; unknown values behind all others and null last. Values of other
/// types go by the bytes of a text that writes them out, as in the reference, so that a `for` over a set of objects gives the same list.
enum SetOrder {
  static func sorted(_ elements: [Value], of type: ValueType) -> [Value] {
    guard elements.count > 1 else { return elements }
    let indexed = elements.enumerated().map { (key: Key($0.element), offset: $0.offset) }
    let sorted = indexed.sorted { left, right in
      if left.key < right.key { return true }
      if right.key < left.key { return false }
      return left.offset < right.offset
    }
    var result: [Value] = []
    result.reserveCapacity(elements.count)
    var group = 0
    for (position, entry) in sorted.enumerated() {
      if position > 0, sorted[position - 1].key != entry.key { group = result.count }
      let element = elements[entry.offset]
      // Equal keys nearly always mean equal values; unknown values are equal to none.
      let isDuplicate = result[group...].contains { $0.isEqual(to: element) == true }
      if !isDuplicate { result.append(element) }
    }
    return result
  }

  /// What elements are compared by.
  private enum Key: Comparable {
    case bool(Bool)
    case number(Number)
    case string(String)
    case compound([UInt8])
    case unknown
    case null

    init(_ value: Value) {
      switch value.content {
      case .bool(let value): self = .bool(value)
      case .number(let number): self = .number(number)
      case .string(let text): self = .string(text)
      case .null: self = .null
      case .unknown: self = .unknown
      case .list, .set, .map, .tuple, .object:
        self = .compound(SetOrder.bytes(value))
      }
    }

    private var rank: Int {
      switch self {
      case .bool: 0
      case .number: 1
      case .string: 2
      case .compound: 3
      case .unknown: 4
      case .null: 5
      }
    }

    static func < (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.bool(let a), .bool(let b)): !a && b
      case (.number(let a), .number(let b)): a < b
      case (.string(let a), .string(let b)): a < b
      case (.compound(let a), .compound(let b)): a.lexicographicallyPrecedes(b)
      case (.bool, _), (.number, _), (.string, _), (.compound, _), (.null, _), (.unknown, _): left.rank < right.rank
      }
    }
  }

  /// The text that a value is ordered by.
  static func bytes(_ value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, to: &bytes)
    return bytes
  }

  private static func write(_ value: Value, to bytes: inout [UInt8]) {
    switch value.content {
    case .unknown: bytes.append(UInt8(ascii: "?"))
    case .null: bytes.append(UInt8(ascii: "~"))
    case .bool(let value): bytes.append(UInt8(ascii: value ? "T" : "F"))
    case .number(let number): bytes.append(contentsOf: tenDigits(number).utf8)
    case .string(let text): write(text, to: &bytes)
    case .list(_, let elements), .set(_, let elements): write(elements, "[", "]", to: &bytes)
    case .tuple(let elements): write(elements, "<", ">", to: &bytes)
    case .object(let attributes): write(attributes.values, "<", ">", to: &bytes)
    case .map(_, let attributes):
      bytes.append(UInt8(ascii: "{"))
      for (key, element) in attributes.pairs {
        write(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(element, to: &bytes)
        bytes.append(UInt8(ascii: ";"))
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ elements: [Value], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: open))
    for element in elements {
      write(element, to: &bytes)
      bytes.append(UInt8(ascii: ";"))
    }
    bytes.append(UInt8(ascii: close))
  }

  /// A quoted string, with the escapes that sort differently from what they stand for.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case "\u{7}": bytes += Array("\\a".utf8)
      case "\u{8}": bytes += Array("\\b".utf8)
      case "\u{c}": bytes += Array("\\f".utf8)
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      case "\u{b}": bytes += Array("\\v".utf8)
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          bytes += Array("\\x\(hex.count < 2 ? "0" : "")\(hex)".utf8)
        } else {
          bytes += Array(UTF8.encode(scalar).map(Array.init) ?? [])
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A number in at most ten digits, with an exponent where that is shorter.
  private static func tenDigits(_ number: Number) -> String {
    if number.isInfinite { return number.isNegative ? "-Inf" : "+Inf" }
    var digits = DecimalDigits(exactly: number)
    digits.round(to: 10)
    let sign = number.hasMinusSign ? "-" : ""
    let limit = digits.digits.count < 10 && digits.digits.count >= digits.exponent ? digits.digits.count : 10
    let power = digits.exponent - 1
    if !digits.digits.isEmpty, power < -4 || power >= limit { return sign + digits.scientific(fractionDigits: nil) }
    return sign + digits.fixed(fractionDigits: nil)
  }
}
