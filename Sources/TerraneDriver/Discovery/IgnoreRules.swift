/// The patterns of `.gitignore` files, from the repository's root down to a directory. (git documentation, "gitignore".)
public struct IgnoreRules: Sendable {
  private struct Pattern: Sendable {
    /// The directory of the file that holds it, relative to the repository's root, with a `/` at its end unless empty.
    var base: [UInt8]
    var text: [UInt8]
    var isNegated: Bool
    var isForDirectories: Bool
    /// Whether it matches whole paths below its base rather than names.
    var isAnchored: Bool
  }

  private var patterns: [Pattern] = []

  public init() {}

  /// Patterns that hold for the whole tree.
  public init(_ patterns: [String]) {
    for pattern in patterns { add(Array(pattern.utf8), in: "") }
  }

  /// Adds the patterns of one file; they win over those added before.
  ///
  /// - Parameter directory: of the file, relative to the repository's root; empty for the root itself.
  public mutating func add(_ content: [UInt8], in directory: String) {
    let base = directory.isEmpty ? [] : Array(directory.utf8) + [0x2F]
    for line in content.split(separator: 0x0A) {
      if let pattern = Self.parse(line, base: base) { patterns.append(pattern) }
    }
  }

  private static func parse(_ line: ArraySlice<UInt8>, base: [UInt8]) -> Pattern? {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    // Spaces at the end do not count unless a backslash stands before them.
    while line.last == 0x20, line.dropLast().last != 0x5C { line.removeLast() }
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    let isForDirectories = line.last == 0x2F
    if isForDirectories { line.removeLast() }
    let isAnchored = line.contains(0x2F)
    if line.first == 0x2F { line.removeFirst() }
    guard !line.isEmpty else { return nil }
    return Pattern(
      base: base, text: Array(line), isNegated: isNegated, isForDirectories: isForDirectories, isAnchored: isAnchored)
  }

  /// Whether a path is left out by these patterns themselves; directories above it are not looked at.
  ///
  /// - Parameter path: relative to the repository's root, without `.` parts.
  public func ignores(_ path: String, isDirectory: Bool) -> Bool {
    let bytes = Array(path.utf8)
    for pattern in patterns.reversed() {
      if pattern.isForDirectories && !isDirectory { continue }
      guard bytes.starts(with: pattern.base) else { continue }
      let below = bytes[pattern.base.count...]
      let subject = pattern.isAnchored ? below : below.suffix(from: (below.lastIndex(of: 0x2F).map { $0 + 1 }) ?? below.startIndex)
      if matches(pattern.text[...], subject) { return !pattern.isNegated }
    }
    return false
  }

  /// Wildcards of git: `*` and `?` within a part of a path, `**` across parts, `[…]` classes, `\` before a character taken as it is.
  private func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var text = text
    while let symbol = pattern.first {
      switch symbol {
      case UInt8(ascii: "*"):
        if pattern.dropFirst().first == symbol { return matchesAcrossParts(pattern, text) }
        pattern.removeFirst()
        if pattern.isEmpty { return !text.contains(0x2F) }
        while true {
          if matches(pattern, text) { return true }
          guard let next = text.first, next != 0x2F else { return false }
          text.removeFirst()
        }
      case UInt8(ascii: "?"):
        guard let next = text.first, next != 0x2F else { return false }
      case UInt8(ascii: "["):
        guard let next = text.first, next != 0x2F, let end = closingBracket(pattern) else { return false }
        guard isInClass(next, pattern[(pattern.startIndex + 1)..<end]) else { return false }
        pattern = pattern[end...]
      case 0x5C where pattern.count > 1:
        pattern.removeFirst()
        guard text.first == pattern.first else { return false }
      default:
        guard text.first == symbol else { return false }
      }
      pattern.removeFirst()
      text.removeFirst()
    }
    return text.isEmpty
  }

  private func matchesAcrossParts(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let rest = pattern.drop { $0 == UInt8(ascii: "*") }
    if rest.isEmpty { return true }
    guard rest.first == 0x2F else { return matches(rest, text) || text.indices.contains { matches(rest, text[($0 + 1)...]) } }
    let below = rest.dropFirst()
    if matches(below, text) { return true }
    return text.indices.contains { text[$0] == 0x2F && matches(below, text[($0 + 1)...]) }
  }

  private func closingBracket(_ pattern: ArraySlice<UInt8>) -> Int? {
    var start = pattern.startIndex + 1
    if start < pattern.endIndex, pattern[start] == UInt8(ascii: "!") || pattern[start] == UInt8(ascii: "^") { start += 1 }
    if start < pattern.endIndex, pattern[start] == UInt8(ascii: "]") { start += 1 }
    return pattern[start...].firstIndex(of: UInt8(ascii: "]"))
  }

  private func isInClass(_ byte: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
    var content = content
    var isNegated = false
    if let first = content.first, first == UInt8(ascii: "!") || first == UInt8(ascii: "^") {
      isNegated = true
      content.removeFirst()
    }
    var isFound = false
    while let low = content.first {
      if content.count >= 3, content[content.startIndex + 1] == UInt8(ascii: "-") {
        if low <= byte, byte <= content[content.startIndex + 2] { isFound = true }
        content = content.dropFirst(3)
      } else {
        if low == byte { isFound = true }
        content.removeFirst()
      }
    }
    return isFound != isNegated
  }
}
