import SourceText

/// The annotated lines of one file, drawn as compilers draw them: line numbers, source, carets under what is meant.
struct DiagnosticExcerpt {
  /// A place with what is said of it.
  struct Annotation {
    let startLine: Int
    let endLine: Int
    let startByte: Int
    let endByte: Int
    let isPrimary: Bool
    let message: String

    init(_ range: SourceRange, isPrimary: Bool, message: String) {
      let file = range.file
      let count = file.bytes.count
      let start = min(Int(range.bytes.start), count)
      var end = min(max(Int(range.bytes.end), start), count)
      let startLine = file.lineIndex.line(at: UInt32(start))
      var endLine = file.lineIndex.line(at: UInt32(end))
      // A range that ends behind a line break ends on the line before.
      while endLine > startLine, end == Int(file.lineIndex.lineStarts[endLine - 1]) {
        endLine -= 1
        end = max(start, Int(file.lineIndex.range(ofLine: endLine, in: file.bytes).end))
      }
      self.startLine = startLine
      self.endLine = endLine
      startByte = start
      endByte = end
      self.isPrimary = isPrimary
      self.message = DisplayWidth.visible(line: message)
    }

    var isOnOneLine: Bool { startLine == endLine }
  }

  let file: SourceFile
  let annotations: [Annotation]
  /// Lines to show although nothing is said of them.
  let contextLines: [Int]
  let primaryRole: Palette.Role
  /// The columns for a source line.
  let available: Int

  /// The lines to print, in order; a long annotated range is shown by its first and last lines.
  var shownLines: [Int] {
    var lines = Set(contextLines)
    for annotation in annotations {
      if annotation.endLine - annotation.startLine < 6 {
        lines.formUnion(annotation.startLine...annotation.endLine)
      } else {
        lines.formUnion([annotation.startLine, annotation.startLine + 1, annotation.endLine - 1, annotation.endLine])
      }
    }
    var shown: [Int] = []
    for line in lines.sorted() {
      // One line left out would take the place of the line itself.
      if let last = shown.last, line == last + 2 { shown.append(line - 1) }
      shown.append(line)
    }
    return shown
  }

  /// The rows behind the gutter; `number` is nil for rows that belong to the line above, `isGap` marks left-out lines.
  struct Row {
    var number: Int?
    var isGap = false
    var text: String
  }

  func rows(_ palette: Palette) -> [Row] {
    let lanes = assignLanes()
    let laneWidth = lanes.values.max().map { $0 + 2 } ?? 0
    var active: [Int: Palette.Role] = [:]
    var rows: [Row] = []
    var previous: Int?
    for line in shownLines {
      if let previous, line > previous + 1 { rows.append(Row(isGap: true, text: laneCanvas(active).painted(palette))) }
      previous = line
      rows += rowsOfLine(line, lanes, laneWidth, &active, palette)
    }
    return rows
  }

  // MARK: One line

  private func rowsOfLine(
    _ line: Int, _ lanes: [Int: Int], _ laneWidth: Int, _ active: inout [Int: Palette.Role], _ palette: Palette
  ) -> [Row] {
    let single = annotations.filter { $0.isOnOneLine && $0.startLine == line }
    let starting = annotations.indices.filter { !annotations[$0].isOnOneLine && annotations[$0].startLine == line }
    let ending = annotations.indices.filter { !annotations[$0].isOnOneLine && annotations[$0].endLine == line }
    let focus =
      single.map(\.startByte).min() ?? starting.map { annotations[$0].startByte }.min()
      ?? ending.map { annotations[$0].endByte }.max()
    let display = DisplayLine(file, line: line, focus: focus)
    let marks = single.map { mark($0, display) }
    let columns =
      marks.flatMap { [$0.start, $0.end] } + starting.map { display.column(at: annotations[$0].startByte) }
      + ending.map { display.column(behind: annotations[$0].endByte) }
    let span = columns.min().flatMap { low in columns.max().map { low..<max($0, low + 1) } }
    let window = display.window(available: available - laneWidth, marks: span)

    var source = laneCanvas(active)
    var hooked: [Int] = []
    for index in starting {
      guard let lane = lanes[index] else { continue }
      if display.column(at: annotations[index].startByte) <= display.indentation {
        source.put("/", at: lane, role(annotations[index]))
        active[lane] = role(annotations[index])
      } else {
        hooked.append(index)
      }
    }
    source.extend(to: laneWidth)
    var rows = [Row(number: line, text: trimmed(source.painted(palette) + display.text(window)))]

    for canvas in markRows(marks, laneWidth, window.lowerBound, active) { rows.append(Row(text: canvas.painted(palette))) }
    for index in hooked {
      guard let lane = lanes[index] else { continue }
      var canvas = laneCanvas(active)
      let column = laneWidth + max(0, display.column(at: annotations[index].startByte) - window.lowerBound)
      canvas.fill("_", from: lane + 1, to: column, role(annotations[index]))
      canvas.put(marker(annotations[index]), at: column, role(annotations[index]))
      active[lane] = role(annotations[index])
      rows.append(Row(text: canvas.painted(palette)))
    }
    for index in ending.sorted(by: { (lanes[$0] ?? 0) > (lanes[$1] ?? 0) }) {
      guard let lane = lanes[index] else { continue }
      var canvas = laneCanvas(active)
      let column = laneWidth + max(0, display.column(behind: annotations[index].endByte) - 1 - window.lowerBound)
      canvas.fill("_", from: lane + 1, to: column, role(annotations[index]))
      canvas.put(marker(annotations[index]), at: column, role(annotations[index]))
      canvas.put(annotations[index].message, at: column + 2, role(annotations[index]))
      active[lane] = nil
      rows.append(Row(text: canvas.painted(palette)))
    }
    return rows
  }

  /// An annotation on one line, in columns of that line.
  private struct Mark {
    let start: Int
    let end: Int
    let annotation: Annotation
  }

  private func mark(_ annotation: Annotation, _ display: DisplayLine) -> Mark {
    let start = display.column(at: annotation.startByte)
    let end = display.column(behind: annotation.endByte)
    return Mark(start: start, end: max(end, start + 1), annotation: annotation)
  }

  /// The row of carets and dashes with the message of the rightmost, then the other messages, hanging from their marks.
  private func markRows(_ marks: [Mark], _ laneWidth: Int, _ shift: Int, _ active: [Int: Palette.Role]) -> [Canvas] {
    guard !marks.isEmpty else { return [] }
    func place(_ column: Int) -> Int { laneWidth + max(0, column - shift) }
    var first = laneCanvas(active)
    for mark in marks.filter({ !$0.annotation.isPrimary }) + marks.filter(\.annotation.isPrimary) {
      let length = max(1, min(place(mark.end), laneWidth + available) - place(mark.start))
      first.put(String(repeating: marker(mark.annotation), count: length), at: place(mark.start), role(mark.annotation))
    }
    var waiting = marks.filter { !$0.annotation.message.isEmpty }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let furthest = marks.map(\.end).max() ?? 0
    if let index = waiting.lastIndex(where: { $0.end == furthest }) {
      let mark = waiting.remove(at: index)
      first.put(mark.annotation.message, at: first.count + 1, role(mark.annotation))
    }
    var rows = [first]
    guard !waiting.isEmpty else { return rows }
    var connectors = laneCanvas(active)
    for mark in waiting { connectors.put("|", at: place(mark.start), role(mark.annotation)) }
    rows.append(connectors)
    while let mark = waiting.popLast() {
      var canvas = laneCanvas(active)
      for other in waiting where other.start < mark.start { canvas.put("|", at: place(other.start), role(other.annotation)) }
      canvas.put(mark.annotation.message, at: place(mark.start), role(mark.annotation))
      rows.append(canvas)
    }
    return rows
  }

  // MARK: Lanes of ranges over several lines

  /// The column of the lane of every annotation over several lines: left of the source, two columns each, outer ranges further left.
  private func assignLanes() -> [Int: Int] {
    let several = annotations.indices.filter { !annotations[$0].isOnOneLine }.sorted {
      let (left, right) = (annotations[$0], annotations[$1])
      return (left.startLine, -left.endLine, $0) < (right.startLine, -right.endLine, $1)
    }
    var lanes: [Int: Int] = [:]
    var lastLineOfLane: [Int] = []
    for index in several {
      let annotation = annotations[index]
      if let free = lastLineOfLane.firstIndex(where: { $0 < annotation.startLine }) {
        lanes[index] = free * 2
        lastLineOfLane[free] = annotation.endLine
      } else {
        lanes[index] = lastLineOfLane.count * 2
        lastLineOfLane.append(annotation.endLine)
      }
    }
    return lanes
  }

  private func laneCanvas(_ active: [Int: Palette.Role]) -> Canvas {
    var canvas = Canvas()
    for (lane, role) in active.sorted(by: { $0.key < $1.key }) { canvas.put("|", at: lane, role) }
    return canvas
  }

  private func marker(_ annotation: Annotation) -> String { annotation.isPrimary ? "^" : "-" }

  private func role(_ annotation: Annotation) -> Palette.Role { annotation.isPrimary ? primaryRole : .secondary }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// One row of characters with their roles, drawn in any order.
private struct Canvas {
  private var cells: [(character: Character, role: Palette.Role)] = []

  var count: Int { cells.count }

  mutating func extend(to count: Int) {
    while cells.count < count { cells.append((" ", .plain)) }
  }

  mutating func put(_ text: String, at column: Int, _ role: Palette.Role) {
    guard !text.isEmpty else { return }
    extend(to: column + text.count)
    for (offset, character) in text.enumerated() { cells[column + offset] = (character, role) }
  }

  /// Draws over blanks only.
  mutating func fill(_ character: Character, from start: Int, to end: Int, _ role: Palette.Role) {
    extend(to: end)
    guard start < end else { return }
    for column in start..<end where cells[column].character == " " { cells[column] = (character, role) }
  }

  func painted(_ palette: Palette) -> String {
    var output = ""
    var run = ""
    var runRole = Palette.Role.plain
    for cell in cells {
      if cell.role != runRole {
        output += palette.paint(run, runRole)
        run = ""
        runRole = cell.role
      }
      run.append(cell.character)
    }
    return output + palette.paint(run, runRole)
  }
}
