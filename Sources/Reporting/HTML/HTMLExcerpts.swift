import Linting
import SourceText

/// Source lines in a page, numbered, those that a range covers marked.
struct HTMLExcerpts {
  /// Lines around a range.
  private static let context = 2
  /// Lines of a range that are shown; longer ones are cut.
  private static let longest = 14
  /// Characters of a line that are shown.
  private static let widest = 400

  private let mask: SecretMask

  init(_ outcome: LintOutcome) { mask = SecretMask(outcome.report.findings + outcome.report.suppressed.map(\.finding)) }

  /// A block of preformatted text; secrets are masked.
  func excerpt(_ range: SourceRange) -> String {
    let range = mask.masked(range)
    let file = range.file
    let index = file.lineIndex
    guard !file.bytes.isEmpty else { return "" }
    let first = index.line(at: range.bytes.start)
    let last = max(first, index.line(at: max(range.bytes.start, range.bytes.end) - (range.bytes.end > range.bytes.start ? 1 : 0)))
    let shownLast = min(last, first + Self.longest - 1)
    var text = "<pre class=\"source\">"
    for line in max(1, first - Self.context)...min(index.lineStarts.count, shownLast + Self.context) {
      let bytes = index.range(ofLine: line, in: file.bytes)
      if line == index.lineStarts.count, bytes.start == bytes.end, line > last { continue }
      let isMarked = line >= first && line <= last
      let content = marked(file, bytes, isMarked ? range.bytes : nil)
      text += "<span class=\"line\(isMarked ? " hit" : "")\"><span class=\"number\">\(line)</span> \(content)</span>"
    }
    if shownLast < last { text += "<span class=\"line\"><span class=\"number\">…</span> \(counted(last - shownLast, "more line"))</span>" }
    return text + "</pre>\n"
  }

  /// A line with the part of it that a range covers marked.
  private func marked(_ file: SourceFile, _ line: ByteRange, _ range: ByteRange?) -> String {
    func text(_ start: UInt32, _ end: UInt32) -> String {
      let decoded = String(decoding: file.bytes[Int(start)..<Int(max(start, end))], as: UTF8.self)
      return HTMLText.escaped(decoded.count > Self.widest ? String(decoded.prefix(Self.widest)) + "…" : decoded)
    }
    guard let range else { return text(line.start, line.end) }
    var start = min(max(range.start, line.start), line.end)
    let end = max(start, min(range.end, line.end))
    // Indentation is not what is meant.
    while start < end, file.bytes[Int(start)] == 0x20 || file.bytes[Int(start)] == 0x09 { start += 1 }
    guard start < end else { return text(line.start, line.end) }
    return "\(text(line.start, start))<mark>\(text(start, end))</mark>\(text(end, line.end))"
  }
}
