/// Lays tokens out: every line is divided into what leads it, an assignment and a comment; lines are indented by the brackets that stand
/// open; assignments and comments of neighbouring lines are aligned. Only the spaces before tokens change.
struct Layout {
  /// One line, as ranges of tokens. A token with newlines in it, such as a heredoc's text, does not end a line.
  private struct Line {
    var lead: Range<Int>
    var assignment: Range<Int>
    var comment: Int?
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [LayoutToken]
  private var lines: [Line] = []

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [LayoutToken]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  mutating func apply() {
    divideIntoLines()
    indent()
    for line in lines {
      space(line.lead)
      if let first = line.assignment.first { tokens[first].spaces = 1 }
      space(line.assignment)
    }
    align(assignments: true)
    align(assignments: false)
  }

  /// The tokens with their spaces.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8 + 64)
    for token in tokens {
      for _ in 0..<token.spaces { text.append(0x20) }
      if let replacement = token.replacement {
        replacement.withUTF8Buffer { text.append(contentsOf: $0) }
      } else {
        text.append(contentsOf: bytes[token.start..<token.end])
      }
    }
    return text
  }

  // MARK: Lines

  private mutating func divideIntoLines() {
    var start = 0
    for (index, token) in tokens.enumerated() {
      let endsLine = token.kind == .newline || token.kind == .comment && bytes[token.end - 1] == 0x0A
      if endsLine {
        lines.append(line(start..<index + 1))
        start = index + 1
      } else if token.kind == .endOfFile {
        lines.append(line(start..<index))
      }
    }
  }

  private func line(_ range: Range<Int>) -> Line {
    var lead = range
    var comment: Int?
    if lead.count > 1, tokens[lead.upperBound - 1].kind == .comment {
      comment = lead.upperBound - 1
      lead = lead.lowerBound..<lead.upperBound - 1
    }
    // An assignment whose brackets are not closed on the line goes on over several, and is not aligned.
    if let equals = lead.dropFirst().first(where: { tokens[$0].kind == .equals }),
      (equals..<lead.upperBound).reduce(0, { $0 + tokens[$1].bracketChange }) == 0
    {
      return Line(lead: lead.lowerBound..<equals, assignment: equals..<lead.upperBound, comment: comment)
    }
    return Line(lead: lead, assignment: lead.upperBound..<lead.upperBound, comment: comment)
  }

  // MARK: Indentation

  /// A line that opens more brackets than it closes indents those behind it by one level, however many they are; the level ends where as
  /// many are closed.
  private mutating func indent() {
    var levels: [Int] = []
    for line in lines {
      guard let first = line.lead.first else { continue }
      if tokens[first].kind == .newline {
        tokens[first].spaces = 0
        continue
      }
      let change = bracketChange(of: line)
      if change > 0 {
        tokens[first].spaces = 2 * levels.count
        levels.append(change)
        continue
      }
      var closed = -change
      while closed > 0, let top = levels.last {
        if closed < top {
          levels[levels.count - 1] -= closed
          break
        }
        closed -= top
        levels.removeLast()
      }
      tokens[first].spaces = 2 * levels.count
    }
  }

  private func bracketChange(of line: Line) -> Int {
    var change = 0
    for index in line.lead {
      change += tokens[index].bracketChange
      if tokens[index].kind == .openHeredoc { break }
    }
    for index in line.assignment { change += tokens[index].bracketChange }
    return change
  }

  // MARK: Spaces

  private mutating func space(_ cell: Range<Int>) {
    guard cell.count > 1 else { return }
    for index in cell.dropLast() {
      let before = index > cell.lowerBound ? tokens[index - 1].kind : nil
      let isIn = tokens[index].kind == .identifier && isWordIn(tokens[index])
      let isSpaced = needsSpace(after: tokens[index].kind, isIn: isIn, before: before, next: tokens[index + 1].kind)
      tokens[index + 1].spaces = isSpaced || wouldJoinNumbers(index, cell) ? 1 : 0
    }
  }

  /// Whether a number has a point behind it that begins another step: in `a.0 .1` the space keeps the two from being read as one number.
  /// The reference removes it, and with that the meaning.
  private func wouldJoinNumbers(_ index: Int, _ cell: Range<Int>) -> Bool {
    guard tokens[index].kind == .number, tokens[index + 1].kind == .dot, tokens[index + 1].start > tokens[index].end else { return false }
    return index + 2 < cell.upperBound && tokens[index + 2].kind == .number
  }

  private func isWordIn(_ token: LayoutToken) -> Bool {
    token.replacement == nil && token.end - token.start == 2 && bytes[token.start] == 0x69 && bytes[token.start + 1] == 0x6E
  }

  // MARK: Alignment

  /// Aligns the assignments, or the comments, of lines that follow each other.
  private mutating func align(assignments: Bool) {
    var start = 0
    while start < lines.count {
      guard hasCell(lines[start], assignments) else {
        start += 1
        continue
      }
      var end = start
      var widths: [Int] = []
      while end < lines.count, hasCell(lines[end], assignments) {
        let line = lines[end]
        widths.append(width(line.lead) + (assignments ? 0 : width(line.assignment)))
        end += 1
      }
      let widest = widths.max() ?? 0
      for (offset, width) in widths.enumerated() {
        let line = lines[start + offset]
        guard let cell = assignments ? line.assignment.first : line.comment else { continue }
        tokens[cell].spaces = widest - width + 1
      }
      start = end
    }
  }

  private func hasCell(_ line: Line, _ assignments: Bool) -> Bool {
    assignments ? !line.assignment.isEmpty : line.comment != nil
  }

  /// Columns that tokens take, with the spaces before them; a column is a grapheme cluster.
  private func width(_ cell: Range<Int>) -> Int {
    cell.reduce(0) { $0 + tokens[$1].spaces + width(of: tokens[$1]) }
  }

  private func width(of token: LayoutToken) -> Int {
    if let replacement = token.replacement { return replacement.utf8CodeUnitCount }
    let text = bytes[token.start..<token.end]
    if text.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text.count }
    return String(decoding: text, as: UTF8.self).count
  }
}
