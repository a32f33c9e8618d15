import Diagnostics
import Documents
import SourceText

/// Diagnostics in the forms that tools read.
public enum DiagnosticLines {
  /// `path:line:column: error[id] summary. detail`, one line; the place is left out when there is none.
  public static func concise(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.subject.map { placeText($0) + ": " } ?? ""
    let text = diagnostic.detail.isEmpty ? diagnostic.summary : "\(diagnostic.summary). \(diagnostic.detail)"
    return "\(place)\(diagnostic.severity.rawValue)[\(diagnostic.id)] \(DisplayWidth.visible(line: text))\n"
  }

  /// A diagnostic as an object: severity, id, summary, detail, location, related.
  public static func document(_ diagnostic: Diagnostic) -> Document { .members(members(of: diagnostic)) }

  static func members(of diagnostic: Diagnostic) -> [(String, Document)] {
    [
      ("severity", .string(diagnostic.severity.rawValue)), ("id", .string(diagnostic.id)), ("summary", .string(diagnostic.summary)),
      ("detail", .string(diagnostic.detail)), ("location", diagnostic.subject.map(locationDocument) ?? .null),
      ("related", .array(diagnostic.related.map(label))),
    ]
  }

  /// A label as an object: message and location.
  static func label(_ label: DiagnosticLabel) -> Document {
    .members([("message", .string(label.message)), ("location", locationDocument(label.range))])
  }

  /// The line of `terrane parse --format json` for one file: whether it parsed, and its diagnostics. (docs/cli.md, `terrane parse`.)
  public static func parseResult(path: String, diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    var members: [(String, Document)] = [
      ("file", .string(path)), ("ok", .bool(errors == 0)), ("errors", .integer(errors)),
    ]
    members.append(("diags", .array(diagnostics.map(parseDiagnostic))))
    return JSONWriter(.compact).write(.members(members)) + "\n"
  }

  /// A diagnostic in the form of the reference: severity, summary, detail, subject and context with `line`, `col` and `byte`.
  public static func parseDiagnostic(_ diagnostic: Diagnostic) -> Document {
    var members: [(String, Document)] = [
      ("severity", .string(diagnostic.severity.rawValue)), ("summary", .string(diagnostic.summary)), ("detail", .string(diagnostic.detail)),
    ]
    if let subject = diagnostic.subject { members.append(("subject", range(subject))) }
    if let context = diagnostic.context { members.append(("context", range(context))) }
    return .members(members)
  }

  private static func range(_ range: SourceRange) -> Document {
    func position(_ position: SourcePosition) -> Document {
      .members([("line", .integer(position.line)), ("col", .integer(position.column)), ("byte", .integer(position.byte))])
    }
    return .members([("start", position(range.start)), ("end", position(range.end))])
  }
}
