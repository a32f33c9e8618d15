import Diagnostics
import SourceText

/// Renders one diagnostic for people: a headline, the source with carets under what is meant, notes, and the fix as a difference.
///
/// ```
/// error[unknown-attribute]: Resource "aws_vpc" has no attribute "idd"
///  --> main.tf:7:12
///   |
/// 7 |   vpc_id = aws_vpc.main.idd
///   |            ------------ ^^^ unknown attribute
///   |            |
///   |            declared in network.tf
///   |
///   = help: use "id"
///   |
/// 7 -   vpc_id = aws_vpc.main.idd
/// 7 +   vpc_id = aws_vpc.main.id
/// ```
///
/// Columns count as a terminal shows them (wide characters, tabs, marks). Control characters are made visible, so input cannot
/// write to the terminal. The same diagnostic gives the same text.
public struct DiagnosticTextRenderer: Sendable {
  /// The columns to fill; text is wrapped and long lines are cut to them. At least 40.
  public let width: Int
  public let palette: Palette

  public init(width: Int = 100, palette: Palette) {
    self.width = max(40, width)
    self.palette = palette
  }

  public init(width: Int = 100, colors: Bool = false) {
    self.init(width: width, palette: colors ? .ansi : .none)
  }

  /// The text of a diagnostic, ending in a line break.
  ///
  /// - Parameters:
  ///   - notes: more to say below it; one that starts with `help: ` is shown as help.
  ///   - kind: the first word of the headline, when it is not the severity.
  public func render(_ diagnostic: Diagnostic, notes: [String] = [], kind: String? = nil) -> String {
    var output = headline(diagnostic, kind)
    let role = role(of: diagnostic.severity)
    let difference = diagnostic.fix.map(DiagnosticFixDiff.init)
    var excerpts = excerpts(of: diagnostic, role, available: width)
    let largest = excerpts.compactMap { $0.shownLines.last }.max() ?? 1
    let gutter = String(max(largest, difference?.largestNumber ?? 0)).count
    excerpts = self.excerpts(of: diagnostic, role, available: width - gutter - 3)
    let blank = String(repeating: " ", count: gutter)
    let bar = palette.paint(blank + " |", .gutter)

    for (index, excerpt) in excerpts.enumerated() {
      let arrow = index == 0 ? "-->" : ":::"
      output += palette.paint(blank + arrow, .gutter) + " " + location(excerpt, diagnostic) + "\n" + bar + "\n"
      for row in excerpt.rows(palette) { output += line(row, gutter) }
      if index + 1 < excerpts.count { output += bar + "\n" }
    }

    let texts = ([diagnostic.detail] + notes).filter { !$0.isEmpty }
    if !excerpts.isEmpty, !texts.isEmpty || difference != nil { output += bar + "\n" }
    for text in texts { output += note(text, gutter) }
    if let fix = diagnostic.fix, let difference { output += help(fix, difference, gutter, diagnostic.subject?.file) }
    return output
  }

  // MARK: Parts

  private func headline(_ diagnostic: Diagnostic, _ kind: String?) -> String {
    let kind = (kind ?? diagnostic.severity.rawValue) + (diagnostic.id.isEmpty ? "" : "[\(DisplayWidth.visible(line: diagnostic.id))]")
    let summary = ": " + DisplayWidth.visible(line: diagnostic.summary)
    return palette.paint(kind, role(of: diagnostic.severity)) + palette.paint(summary, .emphasis) + "\n"
  }

  /// One excerpt for each file: that of the subject first, then those of the related places in their order.
  private func excerpts(of diagnostic: Diagnostic, _ role: Palette.Role, available: Int) -> [DiagnosticExcerpt] {
    var places: [(file: SourceFile, annotations: [DiagnosticExcerpt.Annotation])] = []
    func add(_ range: SourceRange, isPrimary: Bool, _ message: String) {
      let annotation = DiagnosticExcerpt.Annotation(range, isPrimary: isPrimary, message: message)
      if let index = places.firstIndex(where: { $0.file === range.file }) {
        places[index].annotations.append(annotation)
      } else {
        places.append((range.file, [annotation]))
      }
    }
    if let subject = diagnostic.subject { add(subject, isPrimary: true, diagnostic.subjectMessage) }
    for label in diagnostic.related { add(label.range, isPrimary: false, label.message) }
    return places.map { place in
      var context: [Int] = []
      if let range = diagnostic.context, range.file === place.file, let first = place.annotations.first, first.isPrimary {
        // The line that opens the surrounding block says where we are.
        let opening = DiagnosticExcerpt.Annotation(range, isPrimary: false, message: "").startLine
        if opening < first.startLine { context = [opening] }
      }
      return DiagnosticExcerpt(
        file: place.file, annotations: place.annotations, contextLines: context, primaryRole: role, available: max(20, available))
    }
  }

  private func location(_ excerpt: DiagnosticExcerpt, _ diagnostic: Diagnostic) -> String {
    let first = excerpt.annotations.first
    let offset = UInt32(first?.startByte ?? 0)
    let position = excerpt.file.lineIndex.position(at: offset, in: excerpt.file.bytes)
    return "\(DisplayWidth.visible(line: excerpt.file.path)):\(position.line):\(position.column)"
  }

  private func line(_ row: DiagnosticExcerpt.Row, _ gutter: Int) -> String {
    if row.isGap {
      let dots = "..." + String(repeating: " ", count: gutter)
      return trimmed(palette.paint(dots, .gutter) + row.text) + "\n"
    }
    let number = row.number.map(String.init) ?? ""
    let margin = String(repeating: " ", count: gutter - number.count) + number + " |"
    return palette.paint(margin, .gutter) + (row.text.isEmpty ? "" : " " + row.text) + "\n"
  }

  /// `= note: …`, wrapped, its further lines below its first word.
  private func note(_ text: String, _ gutter: Int) -> String {
    var text = text
    var label = "note"
    if text.hasPrefix("help: ") {
      text.removeFirst(6)
      label = "help"
    }
    let indentation = gutter + 3 + label.count + 2
    let lines = wrapped(text, width: max(20, width - indentation))
    let mark = String(repeating: " ", count: gutter) + " ="
    var output = palette.paint(mark, .gutter) + " " + palette.paint(label, .emphasis) + ":"
    for (index, line) in lines.enumerated() {
      let margin = index == 0 ? " " : String(repeating: " ", count: indentation)
      output += (line.isEmpty ? "" : margin + line) + "\n"
    }
    return lines.isEmpty ? output + "\n" : output
  }

  private func help(_ fix: Fix, _ difference: DiagnosticFixDiff, _ gutter: Int, _ shownFile: SourceFile?) -> String {
    let warning =
      switch fix.safety {
      case .safe: ""
      case .unsafe: " (can change what would be built)"
      }
    var output = note("help: " + fix.title + warning, gutter)
    let blank = String(repeating: " ", count: gutter)
    for hunk in difference.hunks {
      if hunk.file !== shownFile {
        let path = DisplayWidth.visible(line: hunk.file.path)
        output += palette.paint(blank + ":::", .gutter) + " \(path):\(hunk.position.line)\n"
      }
      output += palette.paint(blank + " |", .gutter) + "\n"
      for line in hunk.lines {
        let number = String(line.number)
        let margin = String(repeating: " ", count: gutter - number.count) + number
        let change = trimmed((line.isAdded ? "+ " : "- ") + shortened(line.text, width - gutter - 3))
        output += palette.paint(margin, .gutter) + " " + palette.paint(change, line.isAdded ? .added : .removed) + "\n"
      }
      if hunk.leftOut > 0 { output += palette.paint("...", .gutter) + " \(hunk.leftOut) more lines\n" }
    }
    return output
  }

  private func shortened(_ text: String, _ limit: Int) -> String {
    guard DisplayWidth.columns(text) > limit else { return text }
    var output = ""
    var columns = 0
    for character in text {
      columns += DisplayWidth.columns(character)
      guard columns <= limit - 3 else { break }
      output.append(character)
    }
    return output + "..."
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private func role(of severity: DiagnosticSeverity) -> Palette.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
