import SourceText

/// Formats a Terraform file as `terraform fmt` does.
///
/// Layout is normalized: indentation, spaces between tokens, equals signs and comments of neighbouring lines aligned. Beyond layout, an
/// argument that is one interpolation alone loses its quotes (`"${x}"` becomes `x`), old forms of type constraints of variables become
/// the current ones (`"string"` becomes `string`, `list` becomes `list(any)`), and the labels of blocks are quoted.
///
/// - Parameter file: any bytes; a file with syntax errors comes back as it is.
/// - Returns: the formatted bytes. Formatting them again changes nothing.
public func format(_ file: SourceFile) -> [UInt8] {
  file.bytes.withUnsafeBufferPointer { format(file, $0) } ?? file.bytes
}

/// Formats the layout of a file in native syntax and nothing else.
///
/// - Parameter file: any bytes. Syntax errors do not matter, though the layout around them may be odd.
/// - Returns: the formatted bytes; they differ from the given ones in spaces alone.
public func formatLayout(_ file: SourceFile) -> [UInt8] {
  file.bytes.withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes, keepsComments: true)
    lexer.lex()
    return layOut(bytes, lexer.layoutTokens())
  } ?? file.bytes
}

/// Nil when nothing changes. The file is lexed once: what is laid out is all of its tokens, what is parsed are those without comments.
private func format(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  var lexer = Lexer(bytes, keepsComments: true)
  lexer.lex()
  let tokens = lexer.takeLayoutTokens()
  guard let edits = terraformEdits(file, bytes, lexer, tokens) else { return nil }
  guard !edits.isEmpty else { return layOut(bytes, tokens) }
  return layOut(bytes, tokens.applying(edits))
}

/// What is to be rewritten in a file; nil where it has errors.
private func terraformEdits(
  _ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ lexer: borrowing Lexer, _ tokens: borrowing FlatBuffer<LayoutToken>
) -> [LayoutEdit]? {
  var parser = Parser(file: file, bytes: bytes, lexer: lexer)
  let root = parser.parseRoot(.configuration)
  return parser.hasDiagnostics ? nil : terraformEdits(parser, root, bytes, tokens)
}

private func terraformEdits(
  _ parser: borrowing Parser, _ root: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: borrowing FlatBuffer<LayoutToken>
) -> [LayoutEdit] {
  var style = TerraformStyle(parser: parser, bytes: bytes, tokens: tokens)
  style.visit(body: root, depth: 0, isInVariable: false)
  return style.edits
}

private func layOut(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: consuming FlatBuffer<LayoutToken>) -> [UInt8]? {
  var layout = Layout(bytes: bytes, tokens: tokens)
  layout.apply()
  return layout.text
}
