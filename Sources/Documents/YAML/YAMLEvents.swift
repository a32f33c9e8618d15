import CLibYAML
import Diagnostics
import SourceText

/// One event of libyaml, copied out of its memory, with byte offsets for its marks.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  var kind: Kind
  var anchor: String?
  var tag: String?
  var start: Int
  var end: Int
}

/// libyaml's parser over bytes that outlive it: the only place that calls libyaml.
struct YAMLEventSource: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool
  private let file: SourceFile
  private let byteOrderMarkLength: Int
  private var marks: YAMLMarks

  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    byteOrderMarkLength = hasMark ? 3 : 0
    marks = YAMLMarks(bytes: bytes, firstByte: byteOrderMarkLength)
    parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let text = UnsafeBufferPointer(rebasing: bytes[byteOrderMarkLength...])
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// The next event, or the error that libyaml found.
  mutating func next() throws(DocumentSyntaxError) -> YAMLEvent {
    guard isReady else {
      throw DocumentSyntaxError(diagnostic: Diagnostic(.error, "yaml-memory", "There is not enough memory to read YAML", at: nil))
    }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let start = marks.offset(event.start_mark)
    let end = marks.offset(event.end_mark)
    var result = YAMLEvent(kind: .streamEnd, start: start, end: max(start, end))
    switch event.type {
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_ALIAS_EVENT: result.kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      result.kind = .scalar(String(decoding: value, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      result.anchor = text(scalar.anchor)
      result.tag = text(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      result.kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
      result.anchor = text(sequence.anchor)
      result.tag = text(sequence.tag)
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      result.kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
      result.anchor = text(mapping.anchor)
      result.tag = text(mapping.tag)
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    default: result.kind = .streamEnd
    }
    return result
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(decodingCString: UnsafePointer($0), as: UTF8.self) }
  }

  private mutating func failure() -> DocumentSyntaxError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    var diagnostic: Diagnostic
    switch parser.pointee.error {
    case YAML_READER_ERROR:
      let offset = byteOrderMarkLength + parser.pointee.problem_offset
      let isControl = problem.contains("control")
      diagnostic = Diagnostic(
        .error, isControl ? "yaml-control-character" : "invalid-utf8",
        isControl ? "A control character stands in the text" : "The text is not UTF-8",
        detail: isControl
          ? "YAML allows control characters only as escapes in double-quoted text, such as `\"\\x07\"`."
          : "Byte \(offset) belongs to no UTF-8 character.",
        at: marks.characterRange(offset, file))
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      let offset = marks.offset(parser.pointee.problem_mark)
      let detail = context.isEmpty ? "The reader stopped here: \(problem)." : "The reader stopped here, \(context): \(problem)."
      diagnostic = Diagnostic(
        .error, "yaml-syntax", "The text is not valid YAML", detail: detail, at: marks.characterRange(offset, file))
      let contextOffset = marks.offset(parser.pointee.context_mark)
      if !context.isEmpty, contextOffset < offset {
        diagnostic = diagnostic.relating(to: marks.characterRange(contextOffset, file), context)
      }
    default:
      diagnostic = Diagnostic(.error, "yaml-memory", "There is not enough memory to read YAML", at: nil)
    }
    return DocumentSyntaxError(diagnostic: diagnostic)
  }
}

/// Byte offsets of libyaml's marks, which count lines and characters.
///
/// A line ends as libyaml ends it: at `\n`, `\r`, `\r\n`, U+0085, U+2028, U+2029. Columns are walked from the last mark, so a file in
/// one line stays linear.
struct YAMLMarks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var lineStarts: [Int]
  private var lineIsASCII: [Bool] = []
  private var cursor = (line: -1, column: 0, offset: 0)

  init(bytes: UnsafeBufferPointer<UInt8>, firstByte: Int) {
    self.bytes = bytes
    lineStarts = [firstByte]
    var offset = firstByte
    var isASCII = true
    while offset < bytes.count {
      let byte = bytes[offset]
      var breakLength = 0
      switch byte {
      case 0x0A: breakLength = 1
      case 0x0D: breakLength = offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
      case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0x85: breakLength = 2
      case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8: breakLength = 3
      case 0x80...0xFF: isASCII = false
      default: break
      }
      if breakLength == 0 {
        offset += 1
        continue
      }
      offset += breakLength
      lineStarts.append(offset)
      lineIsASCII.append(isASCII)
      isASCII = true
    }
    lineIsASCII.append(isASCII)
  }

  mutating func offset(_ mark: yaml_mark_t) -> Int {
    let line = Int(mark.line)
    let column = Int(mark.column)
    guard line < lineStarts.count else { return bytes.count }
    if lineIsASCII[line] { return min(lineStarts[line] + column, bytes.count) }
    if cursor.line != line || cursor.column > column { cursor = (line, 0, lineStarts[line]) }
    while cursor.column < column, cursor.offset < bytes.count {
      cursor.offset += 1
      while cursor.offset < bytes.count, bytes[cursor.offset] & 0xC0 == 0x80 { cursor.offset += 1 }
      cursor.column += 1
    }
    return cursor.offset
  }

  /// The range of the character at an offset; empty at the end.
  func characterRange(_ offset: Int, _ file: SourceFile) -> SourceRange {
    let start = min(offset, bytes.count)
    var end = start
    if start < bytes.count {
      end += 1
      while end < bytes.count, bytes[start] >= 0xC0, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return SourceRange(file: file, bytes: ByteRange(start: UInt32(start), end: UInt32(end)))
  }
}
