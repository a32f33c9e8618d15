/// The difference of two texts as a patch with three lines of context. (GNU diffutils, "Unified format".)
///
/// - Returns: nothing when they are equal.
public func unifiedDifference(from old: String, to new: String, path: String) -> String {
  let left = lines(of: old)
  let right = lines(of: new)
  let changes = right.difference(from: left)
  if changes.isEmpty { return "" }
  var isRemoved = [Bool](repeating: false, count: left.count)
  var isInserted = [Bool](repeating: false, count: right.count)
  for change in changes {
    switch change {
    case .remove(let offset, _, _): isRemoved[offset] = true
    case .insert(let offset, _, _): isInserted[offset] = true
    }
  }
  var rows: [Row] = []
  var i = 0
  var j = 0
  while i < left.count || j < right.count {
    if i < left.count, isRemoved[i] {
      rows.append(Row(sign: "-", text: left[i], oldLine: i, newLine: j))
      i += 1
    } else if j < right.count, isInserted[j] {
      rows.append(Row(sign: "+", text: right[j], oldLine: i, newLine: j))
      j += 1
    } else {
      rows.append(Row(sign: " ", text: left[i], oldLine: i, newLine: j))
      i += 1
      j += 1
    }
  }
  return "--- old/\(path)\n+++ new/\(path)\n" + hunks(rows).map(text).joined()
}

private struct Row {
  var sign: String
  var text: Substring
  /// How many lines of each text stand before it.
  var oldLine: Int
  var newLine: Int
}

private let context = 3

/// Lines with their endings.
private func lines(of text: String) -> [Substring] {
  var result: [Substring] = []
  var rest = text[...]
  while let end = rest.utf8.firstIndex(of: 0x0A) {
    let next = rest.utf8.index(after: end)
    result.append(rest[..<next])
    rest = rest[next...]
  }
  if !rest.isEmpty { result.append(rest) }
  return result
}

/// Runs of rows around changes; those with little between them are one.
private func hunks(_ rows: [Row]) -> [ArraySlice<Row>] {
  var ranges: [Range<Int>] = []
  for (index, row) in rows.enumerated() where row.sign != " " {
    let range = max(0, index - context)..<min(rows.count, index + context + 1)
    if let last = ranges.last, range.lowerBound <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
  return ranges.map { rows[$0] }
}

private func text(_ hunk: ArraySlice<Row>) -> String {
  guard let first = hunk.first else { return "" }
  let old = hunk.count { $0.sign != "+" }
  let new = hunk.count { $0.sign != "-" }
  func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1)\(count == 1 ? "" : ",\(count)")" }
  var result = "@@ -\(range(first.oldLine, old)) +\(range(first.newLine, new)) @@\n"
  for row in hunk {
    result += row.sign + row.text
    if row.text.utf8.last != 0x0A { result += "\n\\ No newline at end of file\n" }
  }
  return result
}
