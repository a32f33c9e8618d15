/// The layout language of `formatdate`: repeated letters are verbs, `'…'` is literal text.

/// Writes a timestamp in a layout.
func formatDate(_ timestamp: Timestamp, layout: String) throws(TimeFailure) -> String {
  let bytes = Array(layout.utf8)
  let quote = UInt8(ascii: "'")
  var output: [UInt8] = []
  var position = 0
  while position < bytes.count {
    let byte = bytes[position]
    if byte == quote {
      position = try appendLiteral(bytes, position, &output)
    } else if isLetter(byte) {
      let verb = bytes[position...].prefix { $0 == byte }
      output += Array(try formatVerb(byte, verb.count, timestamp).utf8)
      position += verb.count
    } else {
      output.append(byte)
      position += 1
    }
  }
  return String(decoding: output, as: UTF8.self)
}

/// Appends a quoted literal and gives the position behind it.
private func appendLiteral(_ bytes: [UInt8], _ start: Int, _ output: inout [UInt8]) throws(TimeFailure) -> Int {
  let quote = UInt8(ascii: "'")
  var position = start + 1
  if position < bytes.count, bytes[position] == quote {
    output.append(quote)
    return position + 1
  }
  while position < bytes.count {
    if bytes[position] != quote {
      output.append(bytes[position])
      position += 1
    } else if position + 1 < bytes.count, bytes[position + 1] == quote {
      output.append(quote)
      position += 2
    } else {
      return position + 1
    }
  }
  throw TimeFailure(message: "unterminated literal: a quote ' is never closed")
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}

private func formatVerb(_ letter: UInt8, _ count: Int, _ timestamp: Timestamp) throws(TimeFailure) -> String {
  let civil = timestamp.civil
  let verb = String(repeating: String(UnicodeScalar(letter)), count: min(count, 40))
  func failure(_ expected: String) -> TimeFailure {
    TimeFailure(message: "invalid date format verb \"\(verb)\": \(expected)")
  }
  func number(_ value: Int, _ what: String) throws(TimeFailure) -> String {
    let letter = String(UnicodeScalar(letter))
    guard count <= 2 else { throw failure("\(what) must be \"\(letter)\" or \"\(letter)\(letter)\"") }
    return padded(value, count)
  }
  switch UnicodeScalar(letter) {
  case "Y":
    guard count == 2 || count == 4 else { throw failure("year must be \"YY\" or \"YYYY\"") }
    return count == 2 ? padded(civil.year % 100, 2) : padded(civil.year, 4)
  case "M":
    guard count <= 4 else { throw failure("month must be \"M\", \"MM\", \"MMM\" or \"MMMM\"") }
    guard count > 2 else { return padded(civil.month, count) }
    let name = monthNames[civil.month - 1]
    return count == 3 ? String(name.prefix(3)) : name
  case "D": return try number(civil.day, "day of month")
  case "E":
    guard count == 3 || count == 4 else { throw failure("day of week must be \"EEE\" or \"EEEE\"") }
    let name = dayNames[civil.weekday]
    return count == 3 ? String(name.prefix(3)) : name
  case "h": return try number(civil.hour, "24-hour")
  case "H": return try number((civil.hour + 11) % 12 + 1, "12-hour")
  case "A", "a":
    guard count == 2 else { throw failure("must be \"AA\" or \"aa\"") }
    let isMorning = civil.hour < 12
    return letter == UInt8(ascii: "A") ? (isMorning ? "AM" : "PM") : (isMorning ? "am" : "pm")
  case "m": return try number(civil.minute, "minute")
  case "s": return try number(civil.second, "second")
  case "Z":
    switch count {
    case 1: return timestamp.offsetText(separator: ":", zulu: "Z")
    case 3: return timestamp.offsetText(separator: "", zulu: "UTC")
    case 4: return timestamp.offsetText(separator: "")
    case 5: return timestamp.offsetText(separator: ":")
    default: throw failure("time zone must be \"Z\", \"ZZZ\", \"ZZZZ\" or \"ZZZZZ\"")
    }
  default: throw failure("no verb starts with this letter; text goes between single quotes")
  }
}

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]
private let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
