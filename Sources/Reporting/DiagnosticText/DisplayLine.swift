import SourceText

/// One source line as it is printed, with the column of every byte.
///
/// Of a very long line only the part around the marks is looked at.
struct DisplayLine {
  /// What is printed for one character of the source.
  private struct Cell {
    var text: String
    var byte: Int
    var column: Int
    var width: Int
  }

  private var cells: [Cell] = []
  private let end: Int
  private(set) var width = 0
  /// The first column that is not blank.
  private(set) var indentation = 0
  private let isCutLeft: Bool
  private let isCutRight: Bool

  private static let longestPart = 4_000

  /// - Parameter focus: a byte offset that must be looked at.
  init(_ file: SourceFile, line: Int, focus: Int?) {
    let range = file.lineIndex.range(ofLine: line, in: file.bytes)
    var start = Int(range.start)
    var end = Int(range.end)
    if end - start > Self.longestPart {
      start = min(max(start, (focus ?? start) - Self.longestPart / 4), end)
      while start > Int(range.start), file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
      end = min(end, start + Self.longestPart)
      while end < Int(range.end), file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    self.end = end
    isCutLeft = start > Int(range.start)
    isCutRight = end < Int(range.end)
    let bytes = file.bytes[start..<end]
    if let text = String(validating: bytes, as: UTF8.self) {
      var offset = start
      for character in text {
        append(DisplayWidth.visible(character), offset)
        offset += character.utf8.count
      }
    } else {
      appendRepaired(bytes)
    }
    indentation = cells.first { !$0.text.allSatisfy { $0 == " " } }?.column ?? width
  }

  private mutating func append(_ text: String, _ byte: Int) {
    let textWidth = DisplayWidth.columns(text)
    cells.append(Cell(text: text, byte: byte, column: width, width: textWidth))
    width += textWidth
  }

  /// Goes through text that is not UTF-8: each byte that belongs to no character becomes U+FFFD.
  private mutating func appendRepaired(_ bytes: ArraySlice<UInt8>) {
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let length =
        switch bytes[offset] {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      let limit = min(offset + length, bytes.endIndex)
      if let text = String(validating: bytes[offset..<limit], as: UTF8.self) {
        append(text.reduce(into: "") { $0 += DisplayWidth.visible($1) }, offset)
        offset = limit
      } else {
        append("\u{FFFD}", offset)
        offset += 1
      }
    }
  }

  /// The column in which the character at a byte offset begins.
  func column(at byte: Int) -> Int {
    if byte >= end { return width }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].byte < byte { low = middle + 1 } else { high = middle }
    }
    // Inside a character, its own column counts.
    if low < cells.count, cells[low].byte == byte { return cells[low].column }
    return low > 0 ? cells[low - 1].column : 0
  }

  /// The column behind the character that holds the byte before an offset.
  func column(behind byte: Int) -> Int {
    if byte >= end { return width }
    guard let cell = cells.first(where: { $0.byte >= byte }) else { return width }
    return cell.column
  }

  /// The columns to print when there is room for `available`: all, or a window around the marks.
  func window(available: Int, marks: Range<Int>?) -> Range<Int> {
    guard width > available, available > 0 else { return 0..<width }
    guard let marks, marks.upperBound > available - 4 else { return 0..<available }
    let margin = max(4, (available - marks.count) / 2)
    let start = max(0, min(marks.lowerBound - margin, width - available))
    return start..<min(width, start + available)
  }

  /// The text of a window of columns, with three full stops where something is left out.
  func text(_ window: Range<Int>) -> String {
    var output = ""
    let cutsLeft = window.lowerBound > 0 || isCutLeft
    let cutsRight = window.upperBound < width || isCutRight
    let first = window.lowerBound + (cutsLeft ? 3 : 0)
    let last = window.upperBound - (cutsRight ? 3 : 0)
    if cutsLeft { output += "..." }
    var column = first
    for cell in cells where cell.column >= first && cell.column + cell.width <= last {
      // A wide character that the edge of the window cuts leaves blanks.
      if cell.column > column { output += String(repeating: " ", count: cell.column - column) }
      output += cell.text
      column = cell.column + cell.width
    }
    if cutsRight { output += "..." }
    return output
  }
}
