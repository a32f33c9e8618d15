import Documents
import SourceText

/// A range as reports in JSON write it: path, and start and end with line, column in grapheme clusters, and byte.
public func locationDocument(_ range: SourceRange) -> Document {
  .members([("path", .string(range.file.path)), ("start", positionDocument(range.start)), ("end", positionDocument(range.end))])
}

private func positionDocument(_ position: SourcePosition) -> Document {
  .members([("line", .integer(position.line)), ("column", .integer(position.column)), ("byte", .integer(position.byte))])
}

/// `path:line:column` of the start of a range.
func placeText(_ range: SourceRange) -> String {
  let start = range.start
  return "\(DisplayWidth.visible(line: range.file.path)):\(start.line):\(start.column)"
}

/// A number with its noun, which takes an `s` unless the number is 1.
public func counted(_ count: Int, _ noun: String) -> String {
  if count == 1 { return "1 \(noun)" }
  return noun.hasSuffix("y") && !noun.hasSuffix("ey") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
}
