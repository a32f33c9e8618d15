/// Points in time as RFC 3339 writes them, and durations as Go writes them.

/// Why a text is no timestamp or duration.
struct TimeFailure: Error {
  var message: String
}

/// A point in time with the offset that it was written with.
struct Timestamp {
  /// Seconds since 1970-01-01T00:00:00Z.
  var seconds: Int
  /// 0 to 999,999,999.
  var nanoseconds: Int
  /// Seconds east of UTC.
  var offset: Int

  /// Date and time of day at the timestamp's own offset.
  struct Civil {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    /// 0 is Sunday.
    var weekday: Int
  }

  init(seconds: Int, nanoseconds: Int, offset: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.offset = offset
  }

  /// Reads `2006-01-02T15:04:05Z`, with fractions of a second and an offset if wanted. (RFC 3339, section 5.6.)
  init(_ text: String) throws(TimeFailure) {
    var scanner = TimestampScanner(Array(text.utf8))
    let year = try scanner.number(4, "year", 0...9_999)
    try scanner.expect("-", after: "year")
    let month = try scanner.number(2, "month", 1...12)
    try scanner.expect("-", after: "month")
    let day = try scanner.number(2, "day of month", 1...Self.days(year: year, month: month))
    guard scanner.accept("T") else {
      throw TimeFailure(message: "not a valid RFC3339 timestamp: missing required time introducer 'T'")
    }
    let hour = try scanner.number(2, "hour", 0...23)
    try scanner.expect(":", after: "hour")
    let minute = try scanner.number(2, "minute", 0...59)
    try scanner.expect(":", after: "minute")
    let second = try scanner.number(2, "second", 0...59)
    nanoseconds = try scanner.fraction()
    offset = try scanner.offset()
    let days = Self.dayNumber(year: year, month: month, day: day)
    seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
  }

  var civil: Civil {
    let local = seconds + offset
    let (days, rest) = floorDivide(local, 86_400)
    let (year, month, day) = Self.date(dayNumber: days)
    return Civil(
      year: year, month: month, day: day, hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60,
      weekday: floorDivide(days + 4, 7).remainder)
  }

  /// RFC 3339 without fractions of a second.
  var rfc3339: String {
    let civil = civil
    let date = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
    return
      "\(date)T\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))\(offsetText(separator: ":", zulu: "Z"))"
  }

  /// `+01:00` with the given separator; `zulu` for no offset at all, if given.
  func offsetText(separator: String, zulu: String? = nil) -> String {
    if offset == 0, let zulu { return zulu }
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(separator)\(padded(minutes % 60, 2))"
  }

  /// The timestamp so many nanoseconds later.
  func adding(nanoseconds duration: Int) -> Timestamp {
    let (extra, rest) = floorDivide(nanoseconds + duration % 1_000_000_000, 1_000_000_000)
    return Timestamp(seconds: seconds + duration / 1_000_000_000 + extra, nanoseconds: rest, offset: offset)
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = floorDivide(shifted, 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = floorDivide(dayNumber + 719_468, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func days(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Reads the parts of a timestamp one after the other.
private struct TimestampScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar, after part: String) throws(TimeFailure) {
    if accept(character) { return }
    throw failure(
      position == bytes.count
        ? "end of string where \"\(character)\" is expected" : "found \"\(rest)\" where \"\(character)\" is expected")
  }

  mutating func number(_ digits: Int, _ part: String, _ range: ClosedRange<Int>) throws(TimeFailure) -> Int {
    guard position < bytes.count else { throw failure("end of string before \(part)") }
    guard position + digits <= bytes.count, bytes[position..<position + digits].allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      throw failure("cannot use \"\(rest)\" as \(part)")
    }
    let value = bytes[position..<position + digits].reduce(0) { $0 * 10 + Int($1) - 48 }
    guard range.contains(value) else { throw failure("\(part) out of range") }
    position += digits
    return value
  }

  mutating func fraction() throws(TimeFailure) -> Int {
    guard accept(".") || accept(",") else { return 0 }
    var value = 0
    var scale = 100_000_000
    let start = position
    while position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 {
      value += (Int(bytes[position]) - 48) * scale
      scale /= 10
      position += 1
    }
    guard position > start else { throw failure("cannot use \"\(rest)\" as fraction of a second") }
    return value
  }

  mutating func offset() throws(TimeFailure) -> Int {
    if accept("Z") {
      guard position == bytes.count else { throw failure("extra text \"\(rest)\"") }
      return 0
    }
    guard position < bytes.count else { throw failure("end of string before UTC offset") }
    let isWest = bytes[position] == UInt8(ascii: "-")
    guard accept("-") || accept("+") else { throw failure("cannot use \"\(rest)\" as UTC offset") }
    let hours = try number(2, "UTC offset", 0...23)
    guard accept(":") else { throw failure("cannot use \"\(rest)\" as UTC offset") }
    let minutes = try number(2, "UTC offset", 0...59)
    guard position == bytes.count else { throw failure("extra text \"\(rest)\"") }
    return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
  }

  private func failure(_ what: String) -> TimeFailure { TimeFailure(message: "not a valid RFC3339 timestamp: \(what)") }
}

/// A duration such as `1h30m` or `-1.5s` in nanoseconds. (Go, `time.ParseDuration`.)
func parseDuration(_ text: String) throws(TimeFailure) -> Int {
  let failure = TimeFailure(
    message: "invalid duration \"\(text)\": expected numbers with units, such as 1h30m; units are h, m, s, ms, us, ns")
  var bytes = Array(text.utf8)[...]
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
  if bytes.elementsEqual([UInt8(ascii: "0")]) { return 0 }
  guard !bytes.isEmpty else { throw failure }
  var total: Int128 = 0
  while !bytes.isEmpty {
    let whole = bytes.prefix { $0 >= 48 && $0 <= 57 }
    bytes = bytes.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == UInt8(ascii: ".") {
      fraction = bytes.dropFirst().prefix { $0 >= 48 && $0 <= 57 }
      bytes = bytes.dropFirst(fraction.count + 1)
    }
    guard !whole.isEmpty || !fraction.isEmpty, whole.count <= 19 else { throw failure }
    let unit = bytes.prefix { ($0 < 48 || $0 > 57) && $0 != UInt8(ascii: ".") }
    bytes = bytes.dropFirst(unit.count)
    guard let scale = durationUnits[String(decoding: unit, as: UTF8.self)] else { throw failure }
    total += whole.reduce(0) { $0 * 10 + Int128($1) - 48 } * scale
    let digits = fraction.prefix(18)
    let power = digits.reduce(Int128(1)) { value, _ in value * 10 }
    total += digits.reduce(0) { $0 * 10 + Int128($1) - 48 } * scale / power
    guard total <= Int128(Int.max) else { throw failure }
  }
  return Int(isNegative ? -total : total)
}

private let durationUnits: [String: Int128] = [
  "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000,
  "h": 3_600_000_000_000,
]

/// Quotient rounded down, and the remainder that is never negative.
func floorDivide(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
  let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// A number with at least so many digits.
func padded(_ value: Int, _ digits: Int) -> String {
  let text = String(abs(value))
  return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
