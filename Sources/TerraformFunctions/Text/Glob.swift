/// Path patterns with `*`, `?`, `[a-z]`, `{a,b}` and `**` for any number of directories.

/// Why a pattern cannot be used.
struct GlobFailure: Error {
  var message: String
}

/// A path pattern, read.
struct Glob {
  /// One alternative: the pattern without braces, split at `/`.
  private var alternatives: [[[Token]]]

  private enum Token {
    case literal(Unicode.Scalar)
    case any
    case many
    /// `**` as a whole part.
    case directories
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  init(_ pattern: String) throws(GlobFailure) {
    alternatives = []
    for expanded in try Self.expandBraces(Array(pattern.unicodeScalars)) {
      var parts: [[Token]] = []
      for part in expanded.split(separator: "/", omittingEmptySubsequences: false) where !(part.isEmpty || part == ["."]) {
        parts.append(try Self.tokens(Array(part)))
      }
      alternatives.append(parts)
    }
  }

  /// Whether a path, its parts separated by `/`, matches as a whole.
  func matches(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map { Array($0.unicodeScalars) }
    return alternatives.contains { Self.matches($0[...], parts[...]) }
  }

  private static func matches(_ pattern: ArraySlice<[Token]>, _ parts: ArraySlice<[Unicode.Scalar]>) -> Bool {
    // Which prefixes of the path the pattern so far matches: linear in both, whatever the number of `**`.
    var reachable = [Bool](repeating: false, count: parts.count + 1)
    reachable[0] = true
    for (position, part) in pattern.enumerated() {
      var next = [Bool](repeating: false, count: parts.count + 1)
      if case .directories? = part.first, part.count == 1 {
        // As the last part it stands for at least one name.
        let isLast = position == pattern.count - 1
        var isOpen = false
        for index in 0...parts.count {
          next[index] = isOpen || (reachable[index] && !isLast)
          isOpen = isOpen || reachable[index]
        }
      } else {
        for (index, name) in parts.enumerated() where reachable[index] && matches(part, name) { next[index + 1] = true }
      }
      reachable = next
    }
    return reachable[parts.count]
  }

  private static func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    var reachable = [Bool](repeating: false, count: name.count + 1)
    reachable[0] = true
    for token in tokens {
      var next = [Bool](repeating: false, count: name.count + 1)
      switch token {
      case .many, .directories:
        var isOpen = false
        for index in 0...name.count {
          isOpen = isOpen || reachable[index]
          next[index] = isOpen
        }
      case .any:
        for index in name.indices where reachable[index] { next[index + 1] = true }
      case .literal(let scalar):
        for index in name.indices where reachable[index] && name[index] == scalar { next[index + 1] = true }
      case .oneOf(let ranges, let isNegated):
        for index in name.indices where reachable[index] && ranges.contains(where: { $0.contains(name[index]) }) != isNegated {
          next[index + 1] = true
        }
      }
      reachable = next
    }
    return reachable[name.count]
  }

  private static func tokens(_ part: [Unicode.Scalar]) throws(GlobFailure) -> [Token] {
    if part == ["*", "*"] { return [.directories] }
    var tokens: [Token] = []
    var position = 0
    while position < part.count {
      switch part[position] {
      case "*": tokens.append(.many)
      case "?": tokens.append(.any)
      case "\\":
        guard position + 1 < part.count else { throw GlobFailure(message: "the pattern ends with a backslash") }
        position += 1
        tokens.append(.literal(part[position]))
      case "[": tokens.append(try characterClass(part, &position))
      default: tokens.append(.literal(part[position]))
      }
      position += 1
    }
    return tokens
  }

  /// Reads a class from its `[`; leaves the position at its `]`.
  private static func characterClass(_ part: [Unicode.Scalar], _ position: inout Int) throws(GlobFailure) -> Token {
    let failure = GlobFailure(message: "a character class [ is never closed, or is empty")
    position += 1
    var isNegated = false
    if position < part.count, part[position] == "!" || part[position] == "^" {
      isNegated = true
      position += 1
    }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    func member() throws(GlobFailure) -> Unicode.Scalar {
      if position < part.count, part[position] == "\\" { position += 1 }
      guard position < part.count else { throw failure }
      defer { position += 1 }
      return part[position]
    }
    while position < part.count, part[position] != "]" {
      let low = try member()
      guard position + 1 < part.count, part[position] == "-", part[position + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      position += 1
      let high = try member()
      guard low <= high else { throw GlobFailure(message: "a range in a character class runs backwards") }
      ranges.append(low...high)
    }
    guard position < part.count, !ranges.isEmpty else { throw failure }
    return .oneOf(ranges, isNegated: isNegated)
  }

  /// All patterns that braces stand for, at most 1,000.
  private static func expandBraces(_ pattern: [Unicode.Scalar]) throws(GlobFailure) -> [[Unicode.Scalar]] {
    var finished: [[Unicode.Scalar]] = []
    var pending = [pattern]
    while let next = pending.popLast() {
      guard finished.count + pending.count < 1_000 else {
        throw GlobFailure(message: "braces stand for more than 1,000 patterns")
      }
      guard let (open, close, commas) = try firstBraces(next) else {
        finished.append(next)
        continue
      }
      let edges = [open] + commas + [close]
      for (start, end) in zip(edges, edges.dropFirst()) {
        pending.append(Array(next[..<open]) + next[(start + 1)..<end] + next[(close + 1)...])
      }
    }
    return finished
  }

  private static func firstBraces(_ pattern: [Unicode.Scalar]) throws(GlobFailure) -> (open: Int, close: Int, commas: [Int])? {
    var open: Int?
    var depth = 0
    var commas: [Int] = []
    var position = 0
    while position < pattern.count {
      switch pattern[position] {
      case "\\": position += 1
      case "{":
        if open == nil { open = position }
        depth += 1
      case "," where depth == 1: commas.append(position)
      case "}" where depth > 0:
        depth -= 1
        if depth == 0, let open { return (open, position, commas) }
      default: break
      }
      position += 1
    }
    if open != nil { throw GlobFailure(message: "a brace { is never closed") }
    return nil
  }
}
