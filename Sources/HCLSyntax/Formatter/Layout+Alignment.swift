/// Alignment: what stands in columns.
extension Layout {
  /// Aligns the assignments, or the comments, of lines that follow each other.
  mutating func align(assignments: Bool) {
    var widths = FlatBuffer<Int>(capacity: 16)
    var start = 0
    while start < lines.count {
      guard hasCell(lines[start], assignments) else {
        start += 1
        continue
      }
      widths.truncate(to: 0)
      var widest = 0
      var end = start
      while end < lines.count, hasCell(lines[end], assignments) {
        let line = lines[end]
        let width = width(line.lead) + (assignments ? 0 : width(line.value))
        widths.append(width)
        widest = max(widest, width)
        end += 1
      }
      for index in start..<end {
        let cell = assignments ? lines[index].assignment : lines[index].comment
        tokens.storage[Int(cell)].spaces = UInt32(truncatingIfNeeded: widest - widths[index - start] + 1)
      }
      start = end
    }
  }

  @inline(__always)
  private func hasCell(_ line: Line, _ assignments: Bool) -> Bool { assignments ? line.hasAssignment : line.hasComment }

  /// Columns that tokens take, with the spaces before them; a column is a grapheme cluster.
  private func width(_ cell: Range<Int>) -> Int {
    var width = 0
    for index in cell { width += Int(tokens[index].spaces) + self.width(of: tokens[index]) }
    return width
  }

  @inline(__always)
  private func width(of token: LayoutToken) -> Int {
    if let replacement = token.replacement { return replacement.text.utf8CodeUnitCount }
    return isPlain ? Int(token.end - token.start) : columns(of: token)
  }

  private func columns(of token: LayoutToken) -> Int {
    let text = bytes[Int(token.start)..<Int(token.end)]
    if text.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text.count }
    return String(decoding: text, as: UTF8.self).count
  }
}
