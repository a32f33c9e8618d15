import Diagnostics
import Documents
import HCLSyntax
import SourceText

/// What validation says, for people and in the JSON of `terraform validate -json`. (Terraform CLI, "validate", "JSON Output Format".)
public struct ValidateReport: Sendable {
  private let diagnostics: [Diagnostic]
  /// Sources of module calls whose code is not in view: what they give was not checked. The JSON has no place for them.
  public var sourcesNotFollowed: [String] = []

  /// - Parameter diagnostics: in the order in which they are to be shown. Notes are left out: the format has none.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.filter { $0.severity != .note } }

  public var errorCount: Int { diagnostics.filter { $0.severity == .error }.count }
  public var warningCount: Int { diagnostics.count - errorCount }

  // MARK: JSON

  /// The document of format version 1.0.
  public func json() -> String { JSONWriter(.pretty).write(document) + "\n" }

  var document: Document {
    var outlines: [ObjectIdentifier: [BlockOutline]] = [:]
    return .members([
      ("format_version", "1.0"), ("valid", .bool(errorCount == 0)), ("error_count", .integer(errorCount)),
      ("warning_count", .integer(warningCount)), ("diagnostics", .array(diagnostics.map { entry($0, &outlines) })),
    ])
  }

  private func entry(_ diagnostic: Diagnostic, _ outlines: inout [ObjectIdentifier: [BlockOutline]]) -> Document {
    var members: [(String, Document)] = [
      ("severity", .string(diagnostic.severity.rawValue)), ("summary", .string(diagnostic.summary)), ("detail", .string(diagnostic.detail)),
    ]
    if let subject = diagnostic.subject {
      members.append(("range", range(subject)))
      members.append(("snippet", snippet(diagnostic, subject, &outlines)))
    }
    return .members(members)
  }

  private func range(_ range: SourceRange) -> Document {
    func position(_ position: SourcePosition) -> Document {
      .members([("line", .integer(position.line)), ("column", .integer(position.column)), ("byte", .integer(position.byte))])
    }
    return .members([("filename", .string(range.file.path)), ("start", position(range.start)), ("end", position(range.end))])
  }

  private func snippet(_ diagnostic: Diagnostic, _ subject: SourceRange, _ outlines: inout [ObjectIdentifier: [BlockOutline]]) -> Document {
    let file = subject.file
    let index = file.lineIndex
    let first = index.line(at: subject.bytes.start)
    let last = index.line(at: max(subject.bytes.start, subject.bytes.end > subject.bytes.start ? subject.bytes.end - 1 : subject.bytes.end))
    let start = index.range(ofLine: first, in: file.bytes).start
    let end = index.range(ofLine: last, in: file.bytes).end
    let code = file.text(ByteRange(start: start, end: end))
    let highlight = Int(subject.bytes.start) - Int(start)
    let highlightEnd = min(max(highlight + subject.bytes.count, highlight + 1), code.utf8.count)
    return .members([
      ("context", context(of: subject, &outlines).map { .string($0) } ?? .null), ("code", .string(code)), ("start_line", .integer(first)),
      ("highlight_start_offset", .integer(min(highlight, highlightEnd))), ("highlight_end_offset", .integer(highlightEnd)), ("values", .array((diagnostic.values ?? []).map(value))),
    ])
  }

  private func value(_ value: DiagnosticValue) -> Document {
    .members([("traversal", .string(value.reference)), ("statement", .string(value.statement))])
  }

  /// The header of the outermost block around a place, as it is usually written; nil at the start of the block and outside of all.
  private func context(of subject: SourceRange, _ outlines: inout [ObjectIdentifier: [BlockOutline]]) -> String? {
    guard subject.bytes.start > 0 else { return nil }
    let key = ObjectIdentifier(subject.file)
    if outlines[key] == nil { outlines[key] = BlockOutline.all(of: subject.file) }
    return outlines[key]?.first { $0.range.contains(subject.bytes.start - 1) }?.header
  }

  private struct BlockOutline {
    var range: ByteRange
    var header: String

    static func all(of file: SourceFile) -> [BlockOutline] {
      if file.path.hasSuffix(".json") { return [] }
      let tree = parseConfiguration(file).tree
      return BodySyntax(tree: tree, id: tree.root).blocks.map { block in
        let labels = block.labels.map { " \"\($0.value)\"" }.joined()
        return BlockOutline(range: block.range.bytes, header: block.type + labels)
      }
    }
  }

  // MARK: Text

  /// Every problem with its place, and a closing line.
  public func text(width: Int, usesColor: Bool) -> String {
    let renderer = DiagnosticTextRenderer(width: width, colors: usesColor)
    let shown = diagnostics.map { renderer.render($0) }.joined(separator: "\n")
    let counts = "\(counted(errorCount, "error")), \(counted(warningCount, "warning"))\n"
    if diagnostics.isEmpty { return "The configuration is valid.\n" + coverage }
    return shown + "\n" + (errorCount == 0 ? "The configuration is valid, with \(counted(warningCount, "warning")).\n" : counts) + coverage
  }

  /// What was not looked at.
  private var coverage: String {
    guard !sourcesNotFollowed.isEmpty else { return "" }
    let names = Set(sourcesNotFollowed).sorted().prefix(5).map { DisplayWidth.visible(line: $0) }
    let more = Set(sourcesNotFollowed).count - names.count
    let list = names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return "\(counted(sourcesNotFollowed.count, "module call")) not followed, their code is not in view: \(list)\n"
  }
}
