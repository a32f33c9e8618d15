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
  private let tokens: UnsafeMutableBufferPointer<LayoutToken>
  private var lines: [Line] = []

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: UnsafeMutableBufferPointer<LayoutToken>) {
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
    let size = tokens.reduce(0) { $0 + Int($1.spaces) + length(of: $1) }
    return [UInt8](unsafeUninitializedCapacity: size) { text, initialized in
      var end = 0
      for token in tokens {
        for _ in 0..<token.spaces {
          text.initializeElement(at: end, to: 0x20)
          end += 1
        }
        end = write(token, text, end)
      }
      initialized = end
    }
  }

  private func length(of token: LayoutToken) -> Int {
    token.replacement.map { $0.text.utf8CodeUnitCount } ?? Int(token.end - token.start)
  }

  @inline(__always)
  private func write(_ token: LayoutToken, _ text: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Int {
    if let replacement = token.replacement {
      return replacement.text.withUTF8Buffer { text[start...].initialize(fromContentsOf: $0) }
    }
    let first = Int(token.start)
    let count = Int(token.end) - first
    guard count > 16, let target = text.baseAddress, let source = bytes.baseAddress else {
      for index in 0..<count { text.initializeElement(at: start + index, to: bytes[first + index]) }
      return start + count
    }
    (target + start).initialize(from: source + first, count: count)
    return start + count
  }

  // MARK: Lines

  private mutating func divideIntoLines() {
    var start = 0
    for index in 0..<tokens.count {
      let token = tokens[index]
      let endsLine = token.kind == .newline || token.kind == .comment && bytes[Int(token.end) - 1] == 0x0A
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
        tokens[first].spaces = UInt32(truncatingIfNeeded: 2 * levels.count)
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
      tokens[first].spaces = UInt32(truncatingIfNeeded: 2 * levels.count)
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

  /// Whether a number has a point and a number behind it: in `a.0 .1`, or `a.0. 1`, a space keeps the three from being read as one
  /// number. The reference removes it, and with that the meaning.
  private func wouldJoinNumbers(_ index: Int, _ cell: Range<Int>) -> Bool {
    guard tokens[index].kind == .number, tokens[index + 1].kind == .dot else { return false }
    return index + 2 < cell.upperBound && tokens[index + 2].kind == .number
  }

  private func isWordIn(_ token: LayoutToken) -> Bool {
    token.replacement == nil && token.end - token.start == 2 && bytes[Int(token.start)] == 0x69
      && bytes[Int(token.start) + 1] == 0x6E
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
        tokens[cell].spaces = UInt32(truncatingIfNeeded: widest - width + 1)
      }
      start = end
    }
  }

  private func hasCell(_ line: Line, _ assignments: Bool) -> Bool {
    assignments ? !line.assignment.isEmpty : line.comment != nil
  }

  /// Columns that tokens take, with the spaces before them; a column is a grapheme cluster.
  private func width(_ cell: Range<Int>) -> Int {
    cell.reduce(0) { $0 + Int(tokens[$1].spaces) + width(of: tokens[$1]) }
  }

  private func width(of token: LayoutToken) -> Int {
    if let replacement = token.replacement { return replacement.text.utf8CodeUnitCount }
    let text = bytes[Int(token.start)..<Int(token.end)]
    if text.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text.count }
    return String(decoding: text, as: UTF8.self).count
  }
}
