/// Lays tokens out: every line is divided into what leads it, an assignment and a comment; lines are indented by the brackets that stand
/// open; assignments and comments of neighbouring lines are aligned. Only the spaces before tokens change.
struct Layout: ~Copyable {
  /// One line, as three runs of tokens that follow each other. A token with newlines in it, such as a heredoc's text, does not end a line.
  struct Line: BitwiseCopyable {
    var start: UInt32
    /// Where the assignment begins; it is empty in most lines.
    var assignment: UInt32
    /// The comment behind the line's other tokens, or the end.
    var comment: UInt32
    var end: UInt32

    var lead: Range<Int> { Int(start)..<Int(assignment) }
    var value: Range<Int> { Int(assignment)..<Int(comment) }
    var hasAssignment: Bool { assignment < comment }
    var hasComment: Bool { comment < end }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var tokens: FlatBuffer<LayoutToken>
  var lines: FlatBuffer<Line>
  /// How many brackets each level of indentation waits for.
  private var levels = FlatBuffer<Int>(capacity: 16)
  private let spacing = SpacingTable.shared
  /// Whether every byte is a column.
  let isPlain: Bool

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: consuming FlatBuffer<LayoutToken>) {
    self.bytes = bytes
    lines = FlatBuffer(capacity: tokens.count / 4 + 8)
    self.tokens = tokens
    // Without a way out of the loop, so that many bytes are looked at together.
    var others: UInt8 = 0
    for byte in bytes { others |= byte & 0x80 | (byte == 0x0D ? 1 : 0) }
    isPlain = others == 0
  }

  mutating func apply() {
    divideIntoLines()
    align(assignments: true)
    align(assignments: false)
  }

  // MARK: Lines

  /// What is found of a line while its tokens go by.
  private struct LineState {
    var start: Int
    /// The first equals sign behind the first token.
    var equals: Int?
    /// How many brackets were opened, less those closed: in all, before the equals sign, and up to the first heredoc.
    var change = 0
    var changeBeforeEquals = 0
    var changeBeforeHeredoc: Int?
    var heredoc = Int.max
  }

  /// Divides the tokens into lines; indents each, and spaces its tokens.
  private mutating func divideIntoLines() {
    var state = LineState(start: 0)
    for index in 0..<tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .equals:
        if state.equals == nil, index > state.start {
          state.equals = index
          state.changeBeforeEquals = state.change
        }
      case .openHeredoc:
        if state.changeBeforeHeredoc == nil {
          state.changeBeforeHeredoc = state.change
          state.heredoc = index
        }
      case .newline:
        finish(state, end: index + 1)
        state = LineState(start: index + 1)
      case .comment:
        if bytes[Int(token.end) - 1] == 0x0A {
          finish(state, end: index + 1)
          state = LineState(start: index + 1)
        }
      case .endOfFile:
        finish(state, end: index)
      default:
        state.change += token.bracketChange
      }
    }
  }

  private mutating func finish(_ state: LineState, end: Int) {
    let hasComment = end - state.start > 1 && tokens[end - 1].kind == .comment
    let comment = hasComment ? end - 1 : end
    var assignment = comment
    var change = state.changeBeforeHeredoc ?? state.change
    // An assignment whose brackets are not closed on the line goes on over several, and is not aligned.
    if let equals = state.equals, equals < comment, state.change == state.changeBeforeEquals {
      assignment = equals
      if state.heredoc > equals { change = state.changeBeforeEquals }
    }
    let line = Line(start: word(state.start), assignment: word(assignment), comment: word(comment), end: word(end))
    lines.append(line)
    guard !line.lead.isEmpty else { return }
    indent(state.start, change: change)
    space(line.lead)
    if line.hasAssignment {
      tokens.storage[assignment].spaces = 1
      space(line.value)
    }
  }

  @inline(__always)
  private func word(_ value: Int) -> UInt32 { UInt32(truncatingIfNeeded: value) }

  /// A line that opens more brackets than it closes indents those behind it by one level, however many they are; the level ends where as
  /// many are closed.
  private mutating func indent(_ first: Int, change: Int) {
    if tokens[first].kind == .newline {
      tokens.storage[first].spaces = 0
      return
    }
    if change > 0 {
      tokens.storage[first].spaces = word(2 * levels.count)
      levels.append(change)
      return
    }
    var closed = -change
    while closed > 0, let top = levels.last {
      if closed < top {
        levels[levels.count - 1] = top - closed
        break
      }
      closed -= top
      levels.removeLast()
    }
    tokens.storage[first].spaces = word(2 * levels.count)
  }

  // MARK: Spaces

  private mutating func space(_ cell: Range<Int>) {
    let tokens = tokens.storage
    var before: TokenKind?
    for index in cell.lowerBound..<cell.upperBound - 1 {
      let kind = tokens[index].kind
      let next = tokens[index + 1].kind
      let isSpaced: Bool
      switch spacing[kind, next] {
      case .never: isSpaced = false
      case .always: isSpaced = true
      case .afterTokens: isSpaced = needsSpace(after: kind, isIn: false, before: before, next: next)
      case .afterWords: isSpaced = needsSpace(after: kind, isIn: isWordIn(tokens[index]), before: before, next: next)
      case .betweenNumbers: isSpaced = index + 2 < cell.upperBound && continuesNumber(tokens[index + 2])
      }
      tokens[index + 1].spaces = isSpaced ? 1 : 0
      before = kind
    }
  }

  /// Whether a token right behind a number and a point would be read as part of the number: digits, or a name such as `e1` or `e-1`.
  private func continuesNumber(_ token: LayoutToken) -> Bool {
    if token.kind == .number { return true }
    let start = Int(token.start)
    guard token.kind == .identifier, token.replacement == nil, token.end - token.start >= 2 else { return false }
    let isSigned = bytes[start + 1] == 0x2D && token.end - token.start >= 3
    return bytes[start] | 0x20 == 0x65 && isDigit(bytes[start + (isSigned ? 2 : 1)])
  }

  private func isWordIn(_ token: LayoutToken) -> Bool {
    token.replacement == nil && token.end - token.start == 2 && bytes[Int(token.start)] == 0x69
      && bytes[Int(token.start) + 1] == 0x6E
  }
}
