import PackedData

/// What other tools check of the values of attributes: their ids, and the values where the schema says nothing of them.
///
/// Read from a packed file with a line for each attribute: `PATH<tab>ID`, then any of `in<tab>VALUE…`, `matches<tab>PATTERN`, `min<tab>N`,
/// `max<tab>N`.
struct ValueTable: Sendable {
  /// What is known of the values of one attribute.
  struct Entry: Sendable {
    var id: String
    var allowedValues: [String] = []
    var pattern: String?
    var minimumLength: Int?
    var maximumLength: Int?
  }

  /// By the type and the path of the attribute in it, joined with dots.
  private(set) var entries: [String: Entry] = [:]

  init(_ file: PackedFile?) {
    guard let file else { return }
    for line in file.bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 2 else { continue }
      var entry = Entry(id: fields[1])
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
      entries[fields[0]] = entry
    }
  }
}
