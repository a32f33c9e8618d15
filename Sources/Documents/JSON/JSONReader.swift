import Diagnostics
import SourceText

/// Reads JSON (RFC 8259) with exact byte positions.
///
/// Strict: no comments, no trailing commas, UTF-8 only. A byte order mark in front is passed over (section 8.1 allows that). Numbers
/// keep their text. A lone surrogate escape becomes U+FFFD with a warning. Linear in the input; nesting is kept on the heap.
public struct JSONReader {
  /// What the reader accepts.
  public struct Options: Sendable {
    public var duplicateKeys: DuplicateKeyPolicy
    public var maximumDepth: Int

    public init(duplicateKeys: DuplicateKeyPolicy = .error, maximumDepth: Int = defaultMaximumDepth) {
      self.duplicateKeys = duplicateKeys
      self.maximumDepth = maximumDepth
    }
  }

  /// Reads a file that holds one JSON value.
  ///
  /// - Returns: the value, and errors with their places. Reading stops at the first error of syntax.
  public static func read(_ file: SourceFile, options: Options = Options()) -> DocumentReading {
    guard file.bytes.count < Int(UInt32.max) else {
      let problem = Diagnostic(.error, "file-too-large", "\(file.path) has more than 4 GB", at: nil)
      return DocumentReading(diagnostics: DiagnosticBag([problem]))
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(file: file, bytes: bytes, options: options)
      var reading = DocumentReading()
      do throws(DocumentSyntaxError) {
        reading.documents = [try scanner.scanDocument()]
      } catch {
        scanner.diagnostics.add(error.diagnostic)
      }
      reading.diagnostics = scanner.diagnostics
      return reading
    }
  }

  /// Reads JSON text that comes from no file; places are given in a file named `path`.
  public static func read(text: String, path: String = "(json)", options: Options = Options()) -> DocumentReading {
    read(SourceFile(path: path, text: text), options: options)
  }
}

/// The first syntax error, on its way to the end of reading.
struct DocumentSyntaxError: Error {
  let diagnostic: Diagnostic
}

/// One pass over the bytes of a JSON text.
struct JSONScanner {
  let file: SourceFile
  let bytes: UnsafeBufferPointer<UInt8>
  let options: JSONReader.Options
  var offset = 0
  var diagnostics = DiagnosticBag()

  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, options: JSONReader.Options) {
    self.file = file
    self.bytes = bytes
    self.options = options
  }

  /// An array or object that is still open.
  private struct OpenContainer {
    let start: Int
    let isObject: Bool
    var elements: [PositionedDocument] = []
    var members = MemberList()
    var key = ""
    var keyRange: SourceRange
  }

  /// Reads the one value of the text; behind it only white space may stand.
  mutating func scanDocument() throws(DocumentSyntaxError) -> PositionedDocument {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
    skipWhitespace()
    guard offset < bytes.count else {
      throw failure("json-empty", "There is no JSON value", "One value was expected; the text is empty.", at: offset)
    }
    let value = try scanValue()
    skipWhitespace()
    guard offset == bytes.count else {
      throw failure(
        "json-trailing-data", "There is text behind the JSON value",
        "A JSON text is one value. Remove what follows it, or put the values into an array.", at: offset)
    }
    return value
  }

  private mutating func scanValue() throws(DocumentSyntaxError) -> PositionedDocument {
    var open: [OpenContainer] = []
    while true {
      skipWhitespace()
      var value: PositionedDocument
      let start = offset
      switch peek {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < options.maximumDepth else {
          throw failure(
            "nesting-too-deep", "Arrays and objects are nested too deeply",
            "At most \(options.maximumDepth) levels are read.", at: offset)
        }
        let isObject = peek == UInt8(ascii: "{")
        offset += 1
        skipWhitespace()
        if peek == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          offset += 1
          value = PositionedDocument(isObject ? .object([]) : .array([]), range: range(start, offset))
        } else {
          var container = OpenContainer(start: start, isObject: isObject, keyRange: range(start, start))
          if isObject { try scanKey(into: &container) }
          open.append(container)
          continue
        }
      default:
        value = PositionedDocument(try scanScalar(), range: range(start, offset))
      }
      // The value is complete: give it to its container, and close as many containers as end here.
      while true {
        guard var container = open.popLast() else { return value }
        try add(value, to: &container)
        skipWhitespace()
        if peek == UInt8(ascii: ",") {
          offset += 1
          skipWhitespace()
          try rejectTrailingComma(in: container)
          if container.isObject { try scanKey(into: &container) }
          open.append(container)
          break
        }
        guard peek == (container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")), offset < bytes.count else {
          throw unclosed(container)
        }
        offset += 1
        let content: PositionedDocument.Content =
          container.isObject ? .object(container.members.members) : .array(container.elements)
        value = PositionedDocument(content, range: range(container.start, offset))
      }
    }
  }

  private mutating func add(_ value: PositionedDocument, to container: inout OpenContainer) throws(DocumentSyntaxError) {
    guard container.isObject else {
      container.elements.append(value)
      return
    }
    let member = PositionedDocument.Member(key: container.key, keyRange: container.keyRange, value: value)
    guard let first = container.members.add(member) else { return }
    if let problem = options.duplicateKeys.diagnostic(key: member.key, at: member.keyRange, first: first) {
      diagnostics.add(problem)
    }
  }

  private mutating func scanKey(into container: inout OpenContainer) throws(DocumentSyntaxError) {
    let start = offset
    guard peek == UInt8(ascii: "\"") else {
      throw failure(
        "json-key-expected", "A key is missing", "A key in double quotes was expected, \(found) was found.", at: offset)
    }
    container.key = try scanString()
    container.keyRange = range(start, offset)
    skipWhitespace()
    guard peek == UInt8(ascii: ":") else {
      throw failure(
        "json-colon-expected", "A colon is missing behind the key",
        "A colon and the value of \"\(container.key)\" were expected, \(found) was found.", at: offset)
    }
    offset += 1
  }

  private func rejectTrailingComma(in container: OpenContainer) throws(DocumentSyntaxError) {
    guard peek == UInt8(ascii: "}") || peek == UInt8(ascii: "]") else { return }
    throw failure(
      "json-trailing-comma", "A comma stands behind the last \(container.isObject ? "member" : "element")",
      "JSON separates values with commas and allows none at the end. Remove it.", at: offset)
  }

  private func unclosed(_ container: OpenContainer) -> DocumentSyntaxError {
    let noun = container.isObject ? "object" : "array"
    let closing = container.isObject ? "}" : "]"
    var error = failure(
      "json-unclosed", "The \(noun) is not closed", "A comma or `\(closing)` was expected, \(found) was found.", at: offset)
    error = DocumentSyntaxError(
      diagnostic: error.diagnostic.relating(to: range(container.start, container.start + 1), "the \(noun) starts here"))
    return error
  }

  @inline(__always)
  var peek: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  @inline(__always)
  mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  @inline(__always)
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file, bytes: ByteRange(start: UInt32(start), end: UInt32(end)))
  }

  /// What stands at the current place, for messages.
  var found: String {
    guard offset < bytes.count else { return "the end of the text" }
    let byte = bytes[offset]
    if byte < 0x20 || byte == 0x7F { return "a control character" }
    return "`\(file.text(characterRange(at: offset).bytes))`"
  }

  /// The range of the character at an offset; empty at the end.
  func characterRange(at offset: Int) -> SourceRange {
    guard offset < bytes.count else { return range(bytes.count, bytes.count) }
    var end = offset + 1
    while end < bytes.count, end < offset + 4, bytes[offset] >= 0xC0, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return range(offset, end)
  }

  func failure(_ id: String, _ summary: String, _ detail: String, at offset: Int) -> DocumentSyntaxError {
    DocumentSyntaxError(diagnostic: Diagnostic(.error, id, summary, detail: detail, at: characterRange(at: offset)))
  }

  func failure(_ id: String, _ summary: String, _ detail: String, from start: Int, to end: Int) -> DocumentSyntaxError {
    DocumentSyntaxError(diagnostic: Diagnostic(.error, id, summary, detail: detail, at: range(start, end)))
  }
}

extension Diagnostic {
  /// The same with one more place that matters.
  func relating(to range: SourceRange, _ message: String) -> Diagnostic {
    var copy = self
    copy.related.append(DiagnosticLabel(range, message))
    return copy
  }
}
