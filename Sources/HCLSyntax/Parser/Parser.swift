import Diagnostics
import SourceText

/// A recursive-descent parser over the tokens of one file; it fills the flat arrays of a tree.
///
/// Every `parse` function returns a node, `.invalid` where nothing could be read, and leaves the height of that node in `height`.
/// After an error the parser is *recovering* until it stands at a place that it can trust; meanwhile it reports nothing that may
/// be a consequence. (HCL native syntax specification, sections "Structural Elements" and "Expressions".)
struct Parser: ~Copyable {
  /// How deep brackets, blocks and directives may nest. It bounds the recursion here.
  static let nestingLimit = 200
  /// How high a tree may grow by chains of operators and indexes. It bounds the recursion of those who walk a tree.
  static let heightLimit = 400

  let file: SourceFile
  /// The text being parsed: the file's, or that of an embedded template.
  var bytes: UnsafeBufferPointer<UInt8>
  var base: UnsafeRawPointer
  var tokens: UnsafePointer<Token>
  /// Within an embedded template, where each byte of its text stands in the file.
  var origins: [UInt32]?
  /// Index of the next token, newlines not yet skipped.
  var next = 0
  /// Index of the token read last.
  var last = -1
  /// Whether newlines are tokens here. They are not within parentheses, brackets and template sequences.
  var seesNewlines = true
  var isRecovering = false
  /// The depth of what is being parsed.
  var depth = 0
  /// The height of the node parsed last.
  var height = 0
  /// Where the first quoted string stands that runs over its line.
  var brokenStringOffset = UInt32.max

  var nodes: FlatBuffer<SyntaxNode>
  /// Lists of children and steps; the first word is unused, so that 0 can mean "none".
  var extra: FlatBuffer<UInt32>
  var literals: [UInt8] = []
  var names = NameTable()
  var diagnostics: [Diagnostic] = []
  var invalidTokens: InvalidTokenReport

  /// Children and steps of the lists that are being parsed, innermost last.
  var pending = FlatBuffer<UInt32>(capacity: 64)
  /// Parts of the templates that are being parsed, innermost last.
  var parts = FlatBuffer<TemplatePart>(capacity: 16)
  /// Texts of the parts that whitespace was stripped from.
  var storedTexts: [[UInt8]] = []
  /// For each name the serial number of the body that set it last, and where it did.
  var nameStamps = FlatBuffer<NameStamp>(capacity: 64)
  var bodySerial: UInt32 = 0

  /// A parser of the lexer's tokens; the lexer must outlive it.
  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, lexer: borrowing Lexer) {
    self.file = file
    self.bytes = bytes
    tokens = UnsafePointer(lexer.tokens.storage)
    base = bytes.baseAddress.map { UnsafeRawPointer($0) } ?? UnsafeRawPointer(lexer.tokens.storage)
    nodes = FlatBuffer(capacity: lexer.tokens.count / 2 + 8)
    extra = FlatBuffer(capacity: lexer.tokens.count / 2 + 8)
    extra.append(0)
    invalidTokens = InvalidTokenReport(file: file)
    guard lexer.hasInvalidTokens else { return }
    for index in 0..<lexer.tokens.count where tokens[index].kind.isNeverValid { invalidTokens.add(tokens[index]) }
    brokenStringOffset = invalidTokens.firstBrokenString ?? UInt32.max
  }

  /// Parses everything.
  mutating func parseRoot(_ goal: Goal) -> UInt32 {
    switch goal {
    case .configuration: parseBody(until: .endOfFile)
    case .expression: parseWholeExpression()
    case .template: parseTemplate(until: .endOfFile, start: current.start)
    }
  }

  func makeTree(root: UInt32, comments: [UInt32], isJSON: Bool = false) -> SyntaxTree {
    SyntaxTree(
      file: file, names: names.names, root: NodeID(root), nodes: nodes.makeArray(), extra: extra.makeArray(), literals: literals,
      commentBounds: comments, isJSON: isJSON)
  }

  /// What the lexer's tokens gave reason for, then what the parser found.
  var allDiagnostics: [Diagnostic] { invalidTokens.diagnostics + diagnostics }

  /// Whether there is any of these.
  var hasDiagnostics: Bool { !invalidTokens.diagnostics.isEmpty || !diagnostics.isEmpty }

  struct NameStamp: BitwiseCopyable {
    var body: UInt32
    var start: UInt32
  }

  // MARK: Tokens

  @inline(__always)
  var nextIndex: Int {
    var index = next
    if !seesNewlines {
      while tokens[index].kind == .newline { index += 1 }
    }
    return index
  }

  @inline(__always)
  var current: Token { tokens[nextIndex] }

  @inline(__always)
  var currentKind: TokenKind { tokens[nextIndex].kind }

  /// Takes the next token; the end of the file is never used up.
  @inline(__always) @discardableResult
  mutating func read() -> Token {
    let index = nextIndex
    let token = tokens[index]
    last = index
    next = token.kind == .endOfFile ? index : index + 1
    return token
  }

  /// The token read last.
  @inline(__always)
  var previous: Token { last < 0 ? current : tokens[last] }

  @inline(__always)
  func range(_ token: Token) -> ByteRange { ByteRange(start: token.start, end: token.end) }

  /// Whether an identifier token is spelled like this.
  @inline(__always)
  func matches(_ token: Token, _ keyword: StaticString) -> Bool {
    guard token.kind == .identifier, Int(token.end - token.start) == keyword.utf8CodeUnitCount else { return false }
    let start = Int(token.start)
    for index in 0..<keyword.utf8CodeUnitCount where bytes[start + index] != keyword.utf8Start[index] { return false }
    return true
  }

  @inline(__always)
  mutating func intern(_ token: Token) -> UInt32 { internText(token.start, token.end) }

  /// The id of the name that the text has in a range.
  @inline(__always)
  mutating func internText(_ start: UInt32, _ end: UInt32) -> UInt32 {
    if origins == nil { return names.intern(base, Int(start), Int(end)) }
    return names.intern(composed: text(ByteRange(start: start, end: end)))
  }

  /// The text in a range.
  func text(_ range: ByteRange) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(range.start)..<Int(range.end)]), as: UTF8.self)
  }

  // MARK: Nodes

  @inline(__always)
  mutating func add(_ kind: NodeKind, _ start: UInt32, _ end: UInt32, a: UInt32 = 0, b: UInt32 = 0, flags: NodeFlags = []) -> UInt32 {
    let id = UInt32(truncatingIfNeeded: nodes.count)
    nodes.append(SyntaxNode(kind: kind, flags: flags, start: start, end: end, a: a, b: b))
    return id
  }

  /// Moves the pending words from a mark on into the side array.
  @inline(__always)
  mutating func flushPending(from mark: Int) -> (first: UInt32, count: UInt32) {
    let first = UInt32(truncatingIfNeeded: extra.count)
    let count = pending.count - mark
    for index in mark..<pending.count { extra.append(pending[index]) }
    pending.truncate(to: mark)
    return (first, UInt32(truncatingIfNeeded: count))
  }

  mutating func addInvalid(_ range: ByteRange) -> UInt32 {
    height = 1
    return add(.invalid, range.start, range.end)
  }

  // MARK: Diagnostics

  /// Reports an error, unless the lexer has said something of that very token.
  mutating func report(_ id: String, _ summary: String, _ detail: String, at token: Token, context: ByteRange? = nil) {
    guard !token.kind.isNeverValid else {
      errorCount += 1
      return
    }
    report(id, summary, detail, at: range(token), context: context)
  }

  /// Reports an error, unless it may follow from an earlier one.
  mutating func report(_ id: String, _ summary: String, _ detail: String, at range: ByteRange, context: ByteRange? = nil) {
    errorCount += 1
    guard !isRecovering, range.start < brokenStringOffset else { return }
    let range = inFile(range)
    if let previous = diagnostics.last?.subject, previous.bytes.start == range.start { return }
    diagnostics.append(
      Diagnostic(
        .error, id, summary, detail: detail, at: SourceRange(file: file, bytes: range),
        context: context.map { SourceRange(file: file, bytes: inFile($0)) }))
  }

  /// The range of the file that a range of the text stands for.
  private func inFile(_ range: ByteRange) -> ByteRange {
    guard let origins, let last = origins.last else { return range }
    let start = Int(range.start) < origins.count ? origins[Int(range.start)] : last
    let end = Int(range.end) < origins.count ? origins[Int(range.end)] : last
    return ByteRange(start: start, end: max(start, end))
  }

  /// Errors so far, the unspoken ones included.
  var errorCount = 0

  @inline(__always)
  func hasErrors(since mark: Int) -> Bool { errorCount > mark }

  /// Reports that the limit of nesting is reached; what is deeper is left out.
  mutating func reportNesting(at token: Token) {
    report(
      "nesting-too-deep", "Nested too deep",
      "Brackets and blocks may nest \(Parser.nestingLimit) deep, operators \(Parser.heightLimit). Move inner parts to local values.", at: range(token))
    isRecovering = true
  }

  func between(_ start: Token, _ end: Token) -> ByteRange { ByteRange(start: start.start, end: max(start.start, end.end)) }
}
