/// Comma-separated values. (RFC 4180, with the leniency of Go's reader: lines of their own are skipped when empty.)

/// Why a text is no table.
struct TableFailure: Error {
  var message: String
}

/// The records of a text, each with the number of its first line.
func parseCommaSeparatedValues(_ text: String) throws(TableFailure) -> [(line: Int, fields: [String])] {
  let bytes = Array(text.utf8)
  var records: [(line: Int, fields: [String])] = []
  var position = 0
  var line = 1
  while position < bytes.count {
    let startLine = line
    if let next = skipLineEnd(bytes, position) {
      position = next
      line += 1
      continue
    }
    var fields: [String] = []
    while true {
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      let field =
        isQuoted ? try readQuotedField(bytes, &position, &line) : try readField(bytes, &position, line)
      fields.append(field)
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
        position += 1
        continue
      }
      break
    }
    if let next = skipLineEnd(bytes, position) {
      position = next
      line += 1
    }
    records.append((startLine, fields))
  }
  return records
}

/// The position behind a line end at a position, if there is one.
private func skipLineEnd(_ bytes: [UInt8], _ position: Int) -> Int? {
  guard position < bytes.count else { return nil }
  if bytes[position] == UInt8(ascii: "\n") { return position + 1 }
  let isCarriageReturn = bytes[position] == UInt8(ascii: "\r")
  return isCarriageReturn && position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n") ? position + 2 : nil
}

private func readField(_ bytes: [UInt8], _ position: inout Int, _ line: Int) throws(TableFailure) -> String {
  let start = position
  while position < bytes.count, bytes[position] != UInt8(ascii: ","), skipLineEnd(bytes, position) == nil {
    guard bytes[position] != UInt8(ascii: "\"") else {
      throw TableFailure(message: "CSV parse error on line \(line): a quote stands inside of a field that is not quoted")
    }
    position += 1
  }
  return String(decoding: bytes[start..<position], as: UTF8.self)
}

private func readQuotedField(_ bytes: [UInt8], _ position: inout Int, _ line: inout Int) throws(TableFailure) -> String {
  let quote = UInt8(ascii: "\"")
  let startLine = line
  var field: [UInt8] = []
  position += 1
  while position < bytes.count {
    if bytes[position] == quote {
      guard position + 1 < bytes.count, bytes[position + 1] == quote else {
        position += 1
        let isAtEnd = position == bytes.count || bytes[position] == UInt8(ascii: ",") || skipLineEnd(bytes, position) != nil
        guard isAtEnd else {
          throw TableFailure(message: "CSV parse error on line \(line): text follows the closing quote of a field")
        }
        return String(decoding: field, as: UTF8.self)
      }
      field.append(quote)
      position += 2
      continue
    }
    if let next = skipLineEnd(bytes, position) {
      field.append(UInt8(ascii: "\n"))
      position = next
      line += 1
      continue
    }
    field.append(bytes[position])
    position += 1
  }
  throw TableFailure(message: "CSV parse error on line \(startLine): a quoted field is never closed")
}
