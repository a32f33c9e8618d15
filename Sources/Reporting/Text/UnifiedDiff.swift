/// The changes from one text to another as a unified diff, as `diff -u` and `patch` know it.
public struct UnifiedDiff: Sendable {
  /// Unchanged lines around each change.
  static let contextLines = 3
  /// More edits than this are not compared line by line: all lines between the first change and the last are replaced. It bounds the
  /// time, which grows with the square of the edits.
  static let editLimit = 2_000

  private enum Edit { case keep, remove, insert }

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  public init(from old: [UInt8], to new: [UInt8]) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
  }

  /// The diff; empty when the texts are equal.
  ///
  /// - Parameters:
  ///   - oldName: what stands behind `---`.
  ///   - newName: what stands behind `+++`.
  public func text(oldName: String, newName: String) -> [UInt8] {
    let edits = edits()
    guard edits.contains(where: { $0 != .keep }) else { return [] }
    var text = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
    for hunk in hunks(edits) { append(hunk, edits, to: &text) }
    return text
  }

  /// Lines with their line endings.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  // MARK: Edits

  /// What happens to each line, equal lines at both ends set aside.
  private func edits() -> [Edit] {
    var prefix = 0
    while prefix < min(old.count, new.count), old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(old.count, new.count) - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    let middle = shortest(prefix..<old.count - suffix, prefix..<new.count - suffix)
    return Array(repeating: .keep, count: prefix) + middle + Array(repeating: .keep, count: suffix)
  }

  /// The shortest series of edits, found by the furthest reach on each diagonal for a growing number of edits. (Myers, "An O(ND)
  /// Difference Algorithm and Its Variations".)
  private func shortest(_ left: Range<Int>, _ right: Range<Int>) -> [Edit] {
    var reach = [1: 0]
    var history: [[Int: Int]] = []
    for count in 0...max(0, min(left.count + right.count, Self.editLimit)) {
      history.append(reach)
      for diagonal in stride(from: -count, through: count, by: 2) {
        let below = reach[diagonal - 1] ?? -1
        let above = reach[diagonal + 1] ?? -1
        var x = diagonal == -count || diagonal != count && below < above ? above : below + 1
        var y = x - diagonal
        while x < left.count, y >= 0, y < right.count, old[left.lowerBound + x] == new[right.lowerBound + y] {
          x += 1
          y += 1
        }
        reach[diagonal] = x
        if x >= left.count, y >= right.count { return path(history, left.count, right.count) }
      }
    }
    return Array(repeating: .remove, count: left.count) + Array(repeating: .insert, count: right.count)
  }

  /// Walks back from the end through what was reached with each number of edits.
  private func path(_ history: [[Int: Int]], _ width: Int, _ height: Int) -> [Edit] {
    var edits: [Edit] = []
    var x = width
    var y = height
    for (count, reach) in history.enumerated().reversed() {
      let diagonal = x - y
      let below = reach[diagonal - 1] ?? -1
      let above = reach[diagonal + 1] ?? -1
      let isInsertion = diagonal == -count || diagonal != count && below < above
      let previousX = isInsertion ? above : below
      let previousY = previousX - (isInsertion ? diagonal + 1 : diagonal - 1)
      while x > max(previousX, 0), y > max(previousY, 0), count == 0 || x > (isInsertion ? previousX : previousX + 1) {
        edits.append(.keep)
        x -= 1
        y -= 1
      }
      if count == 0 { break }
      edits.append(isInsertion ? .insert : .remove)
      x = previousX
      y = previousY
    }
    return edits.reversed()
  }

  // MARK: Hunks

  /// Runs of edits with the lines around them; runs that touch are one.
  private func hunks(_ edits: [Edit]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() where edit != .keep {
      let start = max(0, index - Self.contextLines)
      let end = min(edits.count, index + Self.contextLines + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func append(_ hunk: Range<Int>, _ edits: [Edit], to text: inout [UInt8]) {
    var oldLine = edits[..<hunk.lowerBound].count { $0 != .insert }
    var newLine = edits[..<hunk.lowerBound].count { $0 != .remove }
    let oldCount = edits[hunk].count { $0 != .insert }
    let newCount = edits[hunk].count { $0 != .remove }
    func place(_ line: Int, _ count: Int) -> String {
      let first = count == 0 ? line : line + 1
      return count == 1 ? "\(first)" : "\(first),\(count)"
    }
    text += Array("@@ -\(place(oldLine, oldCount)) +\(place(newLine, newCount)) @@\n".utf8)
    for edit in edits[hunk] {
      let line = edit == .insert ? new[newLine] : old[oldLine]
      switch edit {
      case .keep: text.append(0x20)
      case .remove: text.append(0x2D)
      case .insert: text.append(0x2B)
      }
      text += line
      if line.last != 0x0A { text += Array("\n\\ No newline at end of file\n".utf8) }
      if edit != .insert { oldLine += 1 }
      if edit != .remove { newLine += 1 }
    }
  }
}
