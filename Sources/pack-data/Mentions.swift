/// What a file in HCL mentions: blocks with their labels, and the texts of arguments, of the names that were asked for.
///
/// A block gives `TYPE LABEL` for each of its labels, `TYPE* LABEL` where a `*` makes a pattern of it, and `TYPE` when it has none; an argument gives `NAME TEXT` for each text in quotes of
/// its value. Reads tokens only: brackets, texts, heredocs and comments. A file that is no HCL gives something, never a crash.
struct Mentions {
  private let bytes: [UInt8]
  private let names: Set<String>
  private var position = 0
  private(set) var found: Set<String> = []

  static func all(in bytes: [UInt8], of names: Set<String>) -> Set<String> {
    var mentions = Mentions(bytes: bytes, names: names)
    while mentions.position < bytes.count { mentions.readItem() }
    return mentions.found
  }

  private init(bytes: [UInt8], names: Set<String>) {
    self.bytes = bytes
    self.names = names
  }

  /// An argument, or the head of a block: what stands in a block is read as if it stood behind it.
  private mutating func readItem() {
    guard let byte = current else { return }
    guard Self.isName(byte) else {
      skipToken()
      return
    }
    let name = readName()
    skipSpaces()
    if current == UInt8(ascii: "=") {
      readValue(names.contains(name) ? name : nil)
    } else {
      readHead(name)
    }
  }

  private mutating func readHead(_ type: String) {
    var labels: [String] = []
    while let byte = current, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\"") {
        labels.append(readText())
      } else if Self.isName(byte) {
        labels.append(readName())
      } else {
        skipToken()
      }
    }
    guard names.contains(type), current == UInt8(ascii: "{") else { return }
    if labels.isEmpty { add(type) }
    for label in labels { add(label.utf8.contains(UInt8(ascii: "*")) ? "\(type)* \(label)" : "\(type) \(label)") }
  }

  /// Everything up to the end of the line on which all brackets are closed.
  private mutating func readValue(_ name: String?) {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let text = readText()
        if let name { add("\(name) \(text)") }
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        // The bracket of the block around it ends an argument on one line.
        if depth == 0 { return }
        depth -= 1
        position += 1
      case UInt8(ascii: "\n") where depth == 0: return
      default: skipToken()
      }
    }
  }

  // MARK: Tokens

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func starts(with text: StaticString) -> Bool {
    bytes[position...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func readName() -> String {
    let start = position
    while let byte = current, Self.isName(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while current == UInt8(ascii: " ") { position += 1 }
  }

  /// One token without a meaning here: a text, a heredoc, a comment, a name, or one byte.
  private mutating func skipToken() {
    guard let byte = current else { return }
    if byte == UInt8(ascii: "\"") {
      _ = readText()
    } else if byte == UInt8(ascii: "#") || starts(with: "//") {
      skipLine()
    } else if starts(with: "/*") {
      position += 2
      while position < bytes.count, !starts(with: "*/") { position += 1 }
      position = min(position + 2, bytes.count)
    } else if starts(with: "<<") {
      skipHeredoc()
    } else if Self.isName(byte) {
      _ = readName()
    } else {
      position += 1
    }
  }

  private mutating func skipLine() {
    while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipHeredoc() {
    position += 2
    if current == UInt8(ascii: "-") { position += 1 }
    let marker = readName()
    if marker.isEmpty { return }
    while position < bytes.count {
      skipLine()
      position += 1
      while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { position += 1 }
      let start = position
      if readName() == marker, current == nil || current == UInt8(ascii: "\n") { return }
      position = start
    }
  }

  /// The text in quotes that starts here, as written; templates in it may hold texts in their turn.
  private mutating func readText() -> String {
    position += 1
    let start = position
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\\") {
        position = min(position + 2, bytes.count)
      } else if starts(with: "$${") || starts(with: "%%{") {
        position += 3
      } else if starts(with: "${") || starts(with: "%{") {
        skipTemplate()
      } else {
        position += 1
      }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if current == UInt8(ascii: "\"") { position += 1 }
    return text
  }

  private mutating func skipTemplate() {
    position += 2
    var depth = 1
    while depth > 0, let byte = current {
      if byte == UInt8(ascii: "{") {
        depth += 1
        position += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        position += 1
      } else {
        skipToken()
      }
    }
  }

  /// A text that a line of the index cannot hold is left out.
  private mutating func add(_ mention: String) {
    if mention.utf8.contains(where: { $0 < 0x20 }) { return }
    found.insert(mention)
  }
}
