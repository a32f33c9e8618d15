import PackedData

/// What other tools check of the values of attributes: their ids, and the values where the schema says nothing of them.
///
/// Read from a packed file with lines sorted by their bytes, one for each check of an attribute: `PATH<tab>ID`, then any of `in<tab>VALUE…`,
/// `matches<tab>PATTERN`, `min<tab>N`, `max<tab>N`. Nothing is read before it is asked for.
struct ValueTable: Sendable {
  /// What is known of the values of one attribute.
  struct Entry: Sendable {
    var ids: [String] = []
    var allowedValues: [String] = []
    var pattern: String?
    var minimumLength: Int?
    var maximumLength: Int?
  }

  private let file: PackedFile?

  init(_ file: PackedFile?) { self.file = file }

  /// The ids of all lines, sorted.
  var ids: [String] { lines.map(\.id).sorted() }

  /// The path and the id of each line, in the order of the file.
  var lines: [(path: String, id: String)] {
    guard let bytes = file?.bytes else { return [] }
    var lines: [(path: String, id: String)] = []
    var start = 0
    while start < bytes.count {
      let line = Self.line(at: start, in: bytes)
      let fields = bytes[start] == UInt8(ascii: "#") ? [] : Self.fields(bytes, line, limit: 2)
      if fields.count == 2 { lines.append((fields[0], fields[1])) }
      start = line.upperBound + 1
    }
    return lines
  }

  /// What is known of the values of an attribute, in logarithmic time.
  ///
  /// - Parameter path: the type and the path of the attribute in it, joined with dots.
  func entry(_ path: String) -> Entry? {
    guard let bytes = file?.bytes else { return nil }
    let wanted = Array(path.utf8) + [0x09]
    var low = 0
    var high = bytes.count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      let line = Self.line(at: start, in: bytes)
      if bytes[line].lexicographicallyPrecedes(wanted) { low = line.upperBound + 1 } else { high = start }
    }
    var entry = Entry()
    while low < bytes.count {
      let line = Self.line(at: low, in: bytes)
      guard bytes[line].starts(with: wanted) else { break }
      Self.read(Self.fields(bytes, line), into: &entry)
      low = line.upperBound + 1
    }
    return entry.ids.isEmpty ? nil : entry
  }

  private static func line(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  private static func fields(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, limit: Int = .max) -> [String] {
    var fields: [String] = []
    var start = line.lowerBound
    while fields.count < limit, start <= line.upperBound {
      var end = start
      while end < line.upperBound, bytes[end] != 0x09 { end += 1 }
      fields.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + 1
    }
    return fields
  }

  private static func read(_ fields: [String], into entry: inout Entry) {
    guard fields.count >= 2 else { return }
    entry.ids.append(fields[1])
    var word = ""
    for field in fields.dropFirst(2) {
      switch word {
      case "in": entry.allowedValues.append(field)
      case "matches": entry.pattern = field
      case "min": entry.minimumLength = Int(field)
      case "max": entry.maximumLength = Int(field)
      default: break
      }
      if word != "in" { word = word.isEmpty ? field : "" }
    }
  }
}
