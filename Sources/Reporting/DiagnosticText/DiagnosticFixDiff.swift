import Diagnostics
import SourceText

/// What a fix changes, line by line.
struct DiagnosticFixDiff {
  /// One line of the difference: removed lines carry their number in the file, added ones their number after the fix.
  struct Line {
    let number: Int
    let isAdded: Bool
    let text: String
  }

  /// Neighbouring changed lines of one file.
  struct Hunk {
    let file: SourceFile
    let position: SourcePosition
    var lines: [Line]
    /// How many lines were left out at the end.
    var leftOut = 0
  }

  private(set) var hunks: [Hunk] = []

  private static let longestSide = 12

  /// The changes of a fix, in the order of the files in it; edits that overlap an earlier one are passed over.
  init(_ fix: Fix) {
    var files: [SourceFile] = []
    for edit in fix.edits where !files.contains(where: { $0 === edit.range.file }) { files.append(edit.range.file) }
    for file in files {
      let edits = fix.edits.filter { $0.range.file === file }.sorted { $0.range.bytes.start < $1.range.bytes.start }
      appendHunks(of: file, edits)
    }
  }

  /// The widest line number, for the gutter.
  var largestNumber: Int { hunks.flatMap(\.lines).map(\.number).max() ?? 0 }

  private mutating func appendHunks(of file: SourceFile, _ edits: [TextEdit]) {
    let index = file.lineIndex
    var shift = 0
    var next = 0
    while next < edits.count {
      // A group: edits whose lines touch.
      let firstLine = index.line(at: edits[next].range.bytes.start)
      var lastLine = firstLine
      var replaced: [UInt8] = []
      var offset = Int(index.lineStarts[firstLine - 1])
      while next < edits.count, index.line(at: edits[next].range.bytes.start) <= lastLine {
        let range = edits[next].range.bytes
        let start = min(Int(range.start), file.bytes.count)
        let end = min(max(Int(range.end), start), file.bytes.count)
        if start >= offset {
          replaced += file.bytes[offset..<start]
          replaced += Array(edits[next].replacement.utf8)
          offset = end
          lastLine = max(lastLine, index.line(at: UInt32(end)))
        }
        next += 1
      }
      let groupEnd = lastLine < index.lineStarts.count ? Int(index.lineStarts[lastLine]) : file.bytes.count
      let start = Int(index.lineStarts[firstLine - 1])
      let old = lines(file.bytes[start..<groupEnd])
      if offset < groupEnd { replaced += file.bytes[offset..<groupEnd] }
      let new = lines(replaced[...])
      if let hunk = hunk(file, firstLine, old, new, shift) { hunks.append(hunk) }
      shift += new.count - old.count
    }
  }

  private func hunk(_ file: SourceFile, _ firstLine: Int, _ old: [String], _ new: [String], _ shift: Int) -> Hunk? {
    let common = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(common).reversed(), new.dropFirst(common).reversed()).prefix { $0 == $1 }.count
    let removed = old[common..<old.count - tail].enumerated().map {
      Line(number: firstLine + common + $0.offset, isAdded: false, text: $0.element)
    }
    let added = new[common..<new.count - tail].enumerated().map {
      Line(number: firstLine + common + shift + $0.offset, isAdded: true, text: $0.element)
    }
    guard !removed.isEmpty || !added.isEmpty else { return nil }
    let position = SourcePosition(line: firstLine + common, column: 1, byte: 0)
    var hunk = Hunk(
      file: file, position: position, lines: Array(removed.prefix(Self.longestSide) + added.prefix(Self.longestSide)))
    hunk.leftOut = removed.count + added.count - hunk.lines.count
    return hunk
  }

  private func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      return text.reduce(into: "") { $0 += DisplayWidth.visible($1) }
    }
  }
}
