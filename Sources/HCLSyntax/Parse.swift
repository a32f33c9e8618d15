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
public func parseConfiguration(_ file: SourceFile) -> ParseResult { parse(file, as: .configuration) }

/// Parses a file that is one expression; newlines in it have no meaning.
///
/// - Returns: the expression, `.invalid` where nothing could be read, and the errors.
public func parseExpression(_ file: SourceFile) -> (ExpressionSyntax, [Diagnostic]) {
  let result = parse(file, as: .expression)
  return (ExpressionSyntax(tree: result.tree, id: result.tree.root), result.diagnostics)
}

/// Parses a file that is one template, as `templatefile` reads it. (HCL native syntax specification, "Templates".)
///
/// - Returns: the template, and the errors.
public func parseTemplate(_ file: SourceFile) -> (ExpressionSyntax, [Diagnostic]) {
  let result = parse(file, as: .template)
  return (ExpressionSyntax(tree: result.tree, id: result.tree.root), result.diagnostics)
}

/// Turns a file into tokens and counts them, which is how the lexer is measured on its own.
///
/// - Parameter file: any bytes, read as configuration in native syntax.
public func tokenCount(_ file: SourceFile) -> Int {
  file.bytes.withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes)
    lexer.lex()
    return lexer.tokens.count
  }
}

/// Whether a text is an identifier: a letter or `_`, then letters, digits, `_` and `-`. (Specification, section "Identifiers".)
public func isIdentifier(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { isIdentifier($0) }
}

private func isIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var lexer = Lexer(bytes)
  lexer.lex()
  guard lexer.tokens.count == 2 else { return false }
  let token = lexer.tokens[0]
  return token.kind == .identifier && token.start == 0 && Int(token.end) == bytes.count
}

/// What a file is read as.
enum Goal {
  case configuration
  case expression
  case template
}

private func parse(_ file: SourceFile, as goal: Goal) -> ParseResult {
  file.bytes.withUnsafeBufferPointer { parse(file, $0, as: goal) }
}

private func parse(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, as goal: Goal) -> ParseResult {
  var lexer = Lexer(bytes, context: goal == .template ? .bareTemplate : .main)
  lexer.lex()
  var parser = Parser(file: file, bytes: bytes, lexer: lexer)
  let root = parser.parseRoot(goal)
  return ParseResult(tree: parser.makeTree(root: root, comments: lexer.comments.makeArray()), diagnostics: parser.allDiagnostics)
}
