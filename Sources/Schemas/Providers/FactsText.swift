/// The facts of one provider in text form: sorted lines `PATH FLAGS`, searched where they lie.
struct FactsText: Sendable {
  private let text: SectionText
  /// The values of named lists, by their place.
  private let sets: [String: Range<Int>]
  /// Where the lines of paths begin.
  private let start: Int
  /// What is deprecated now was not in an earlier version.
  private let hasDeprecations: Bool

  init(_ text: SectionText, hasDeprecations: Bool = true) {
    self.text = text
    self.hasDeprecations = hasDeprecations
    (sets, start) = text.withBytes { Self.lists($0) }
  }

  /// Reads the named lists, and finds where they end.
  private static func lists(_ bytes: UnsafeBufferPointer<UInt8>) -> (sets: [String: Range<Int>], end: Int) {
    var cursor = TextCursor(bytes, 0..<bytes.count)
    var sets: [String: Range<Int>] = [:]
    var start = 0
    while !cursor.isAtEnd {
      start = cursor.position
      let word = cursor.takeWord()
      if cursor.isEqual(word, "set") {
        let name = cursor.text(cursor.takeWord())
        sets[name] = cursor.take { $0 == .newline }
      } else if cursor.isEqual(word, "facts") {
        _ = cursor.take { $0 == .newline }
      } else {
        break
      }
      _ = cursor.skip(.newline)
      start = cursor.position
    }
    return (sets, start)
  }

  /// The facts of exactly this path.
  func facts(_ path: String) -> ValueFacts? {
    text.withBytes { bytes in
      let position = lowerBound(of: path, bytes)
      var cursor = TextCursor(bytes, position..<bytes.count)
      let key = cursor.take { $0 == .space || $0 == .newline }
      guard cursor.text(key) == path else { return nil }
      _ = cursor.skip(.space)
      return flags(&cursor)
    }
  }

  /// The secrets and deprecations of a type and of what is inside it.
  func marks(of type: String) -> PathMarks {
    text.withBytes { bytes in
      var name = type
      return name.withUTF8 { marks(of: $0, from: lowerBound(of: type, bytes), bytes) }
    }
  }

  private func marks(of type: UnsafeBufferPointer<UInt8>, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PathMarks {
    var marks = PathMarks()
    let length = type.count
    var cursor = TextCursor(bytes, start..<bytes.count)
    while !cursor.isAtEnd {
      let key = cursor.take { $0 == .space || $0 == .newline }
      let isOfType =
        key.count >= length && bytes[key.lowerBound..<key.lowerBound + length].elementsEqual(type)
        && (key.count == length || bytes[key.lowerBound + length] == UInt8(ascii: "."))
      guard isOfType else { break }
      _ = cursor.skip(.space)
      let first = cursor.bytes.count > cursor.position + 1 ? cursor.bytes[cursor.position] : 0
      // These two stand before all others.
      if first == UInt8(ascii: "s") || first == UInt8(ascii: "d") {
        let path = bytes[min(key.lowerBound + length + 1, key.upperBound)..<key.upperBound].split(separator: UInt8(ascii: "."))
        let facts = flags(&cursor)
        if facts.isSensitive || facts.isDeprecated {
          marks.insert(
            .init(isSensitive: facts.isSensitive, isDeprecated: facts.isDeprecated, replacement: facts.replacement),
            at: path.map { String(decoding: $0, as: UTF8.self) })
        }
      } else {
        _ = cursor.takeLine()
      }
    }
    return marks
  }

  /// Reads the flags to the end of the line, and moves past it.
  private func flags(_ cursor: inout TextCursor) -> ValueFacts {
    var flags = TextCursor(cursor.bytes, cursor.takeLine())
    let bytes = cursor.bytes
    var facts = flags.takeFlags { name in
      sets[name].map { range in
        var values = TextCursor(bytes, range)
        return values.takeScalars()
      }
    }.facts
    if !hasDeprecations {
      facts.isDeprecated = false
      facts.replacement = nil
    }
    return facts
  }

  /// The first line whose path is not below this one.
  private func lowerBound(of path: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var path = path
    return path.withUTF8 { wanted in
      var low = start
      var high = bytes.count
      while low < high {
        var lineStart = low + (high - low) / 2
        while lineStart > low, bytes[lineStart - 1] != .newline { lineStart -= 1 }
        var position = lineStart
        var offset = 0
        while position < high, offset < wanted.count, bytes[position] == wanted[offset] {
          position += 1
          offset += 1
        }
        let byte = position < bytes.count ? bytes[position] : .newline
        let isAtKeyEnd = byte == .space || byte == .newline
        let isBelow = offset < wanted.count && (isAtKeyEnd || byte < wanted[offset])
        if isBelow {
          while position < high, bytes[position] != .newline { position += 1 }
          low = min(position + 1, high)
        } else {
          high = lineStart
        }
      }
      return low
    }
  }
}

/// The secrets and deprecations of a type, block or attribute, and of what is inside it: few or none for most types.
struct PathMarks: Sendable {
  struct Mark: Sendable {
    var isSensitive: Bool
    var isDeprecated: Bool
    var replacement: String?
  }

  private(set) var own: Mark?
  private var members: [String: PathMarks] = [:]

  /// What is known of a member, and of what is inside that.
  subscript(member: String) -> PathMarks { members.isEmpty ? PathMarks() : members[member] ?? PathMarks() }

  /// - Parameter path: names of members, from the outside in.
  mutating func insert(_ mark: Mark, at path: some Collection<String>) {
    guard let name = path.first else { return own = mark }
    members[name, default: PathMarks()].insert(mark, at: path.dropFirst())
  }
}
