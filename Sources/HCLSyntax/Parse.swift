/// The HCL native syntax: from bytes to trees.
///
/// Stands above source text and diagnostics and knows nothing of Terraform. Invariants: any bytes give a tree and diagnostics; a
/// tree refers to its file by byte ranges; nesting is bounded by `Parser.nestingLimit`, so that a tree may be walked recursively.

import Diagnostics
import SourceText

/// What parsing a file gives.
public struct ParseResult: Sendable {
  public let tree: SyntaxTree
  /// Errors: first the characters that stand nowhere in the language, then what the grammar does not accept, each in the order of
  /// their places. The tree is complete when there is none.
  public let diagnostics: [Diagnostic]

  public init(tree: SyntaxTree, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }
}

/// Parses a configuration file in native syntax. (HCL native syntax specification, "Structural Elements".)
///
/// - Parameter file: any bytes, up to 2 GB.
/// - Returns: a tree whose root is the body of the file, and the errors.
public func parseConfiguration(_ file: SourceFile) -> ParseResult {
  parse(file, context: .main) { parser in parser.parseBody(until: .endOfFile) }
}

/// Parses a file that is one expression; newlines in it have no meaning.
///
/// - Returns: the expression, `.invalid` where nothing could be read, and the errors.
public func parseExpression(_ file: SourceFile) -> (ExpressionSyntax, [Diagnostic]) {
  let result = parse(file, context: .main) { parser in
    parser.seesNewlines = false
    let expression = parser.parseExpression()
    let token = parser.current
    if token.kind != .endOfFile {
      parser.report(
        "extra-after-expression", "Something stands behind the expression", "A complete expression ends here.", at: token)
    }
    return expression
  }
  return (ExpressionSyntax(tree: result.tree, id: result.tree.root), result.diagnostics)
}

/// Parses a file that is one template, as `templatefile` reads it. (HCL native syntax specification, "Templates".)
///
/// - Returns: the template, and the errors.
public func parseTemplate(_ file: SourceFile) -> (ExpressionSyntax, [Diagnostic]) {
  let result = parse(file, context: .bareTemplate) { parser in
    let start = parser.current.start
    return parser.parseTemplate(until: .endOfFile, start: start)
  }
  return (ExpressionSyntax(tree: result.tree, id: result.tree.root), result.diagnostics)
}

private func parse(_ file: SourceFile, context: Lexer.Context, _ body: (inout Parser) -> UInt32) -> ParseResult {
  file.bytes.withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes, context: context)
    lexer.lex()
    var invalid = InvalidTokenReport(file: file)
    if lexer.hasInvalidTokens {
      for index in 0..<lexer.tokens.count where lexer.tokens[index].kind.isNeverValid { invalid.add(lexer.tokens[index]) }
    }
    var parser = Parser(file: file, bytes: bytes, tokens: UnsafePointer(lexer.tokens.storage), count: lexer.tokens.count)
    if let offset = invalid.firstBrokenString { parser.brokenStringOffset = offset }
    let root = body(&parser)
    let tree = SyntaxTree(
      file: file, names: parser.names.names, root: NodeID(root), nodes: parser.nodes.makeArray(), extra: parser.extra.makeArray(),
      literals: parser.literals, commentBounds: lexer.comments.makeArray())
    return ParseResult(tree: tree, diagnostics: invalid.diagnostics + parser.diagnostics)
  }
}

/// Whether a text is an identifier: a letter or `_`, then letters, digits, `_` and `-`. (Specification, section "Identifiers".)
public func isIdentifier(_ text: String) -> Bool {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes)
    lexer.lex()
    guard lexer.tokens.count == 2 else { return false }
    let token = lexer.tokens[0]
    return token.kind == .identifier && token.start == 0 && Int(token.end) == bytes.count
  }
}
