import Diagnostics
import SourceText

/// Parses a configuration file in JSON syntax into the tree that the native syntax has. (HCL JSON syntax specification.)
///
/// Strings are templates, numbers, booleans, null, arrays and objects the expressions of the same name. A property is a block where the
/// schema says so, else an argument; the property `//` is a comment.
///
/// - Parameters:
///   - file: any bytes, up to 2 GB.
///   - schema: what is a block.
/// - Returns: a tree whose root is the body of the file, and the errors. JSON that is malformed gives one error and no content.
public func parseJSONConfiguration(_ file: SourceFile, schema: JSONBlockSchema) -> ParseResult {
  file.bytes.withUnsafeBufferPointer { parseJSON(file, $0, schema: schema) }
}

/// Parses a file that is one JSON value, as an expression.
///
/// - Returns: the expression, `.invalid` when the JSON is malformed, and the errors.
public func parseJSONExpression(_ file: SourceFile) -> (ExpressionSyntax, [Diagnostic]) {
  let result = file.bytes.withUnsafeBufferPointer { parseJSON(file, $0, schema: nil) }
  return (ExpressionSyntax(tree: result.tree, id: result.tree.root), result.diagnostics)
}

private func parseJSON(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, schema: JSONBlockSchema?) -> ParseResult {
  var lexer = Lexer(UnsafeBufferPointer(start: nil, count: 0))
  lexer.lex()
  var parser = Parser(file: file, bytes: bytes, lexer: lexer)
  let root = parser.parseJSONRoot(schema)
  return ParseResult(tree: parser.makeTree(root: root, comments: [], isJSON: true), diagnostics: parser.allDiagnostics)
}

extension Parser {
  fileprivate mutating func parseJSONRoot(_ schema: JSONBlockSchema?) -> UInt32 {
    var cursor = JSONCursor(bytes: bytes)
    let value = parseJSONDocument(&cursor)
    guard let schema else { return value ?? addInvalid(ByteRange(start: 0, end: 0)) }
    guard let value else { return add(.body, 0, UInt32(truncatingIfNeeded: bytes.count)) }
    return makeJSONBody(of: value, schema)
  }
}
