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
  let result = parseConfiguration(file)
  guard result.diagnostics.isEmpty else { return file.bytes }
  return layOut(file, normalizing: result.tree)
}

/// Formats the layout of a file in native syntax and nothing else.
///
/// - Parameter file: any bytes. Syntax errors do not matter, though the layout around them may be odd.
/// - Returns: the formatted bytes; they differ from the given ones in spaces alone.
public func formatLayout(_ file: SourceFile) -> [UInt8] { layOut(file, normalizing: nil) }

private func layOut(_ file: SourceFile, normalizing tree: SyntaxTree?) -> [UInt8] {
  file.bytes.withUnsafeBufferPointer { layOut($0, normalizing: tree) }
}

private func layOut(_ bytes: UnsafeBufferPointer<UInt8>, normalizing tree: SyntaxTree?) -> [UInt8] {
  var tokens = layoutTokens(bytes)
  if let tree { tokens = TerraformStyle(tree: tree, tokens: tokens).normalized() }
  return tokens.withUnsafeMutableBufferPointer { tokens in
    var layout = Layout(bytes: bytes, tokens: tokens)
    layout.apply()
    return layout.text
  }
}

/// The tokens of a file, comments included, each with the spaces before it.
private func layoutTokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [LayoutToken] {
  var lexer = Lexer(bytes, keepsComments: true)
  lexer.lex()
  let count = lexer.tokens.count
  return [LayoutToken](unsafeUninitializedCapacity: count) { tokens, initialized in
    var end: UInt32 = 0
    for index in 0..<count {
      let token = lexer.tokens[index]
      tokens.initializeElement(
        at: index,
        to: LayoutToken(kind: token.kind, start: token.start, end: token.end, spaces: token.start > end ? token.start - end : 0))
      end = token.end
    }
    initialized = count
  }
}

/// A token to be laid out.
struct LayoutToken: BitwiseCopyable {
  /// What may be written instead of the bytes of the file.
  enum Replacement: UInt8, BitwiseCopyable {
    case quote, openParenthesis, closeParenthesis, any, string, list, map

    var text: StaticString {
      switch self {
      case .quote: "\""
      case .openParenthesis: "("
      case .closeParenthesis: ")"
      case .any: "any"
      case .string: "string"
      case .list: "list"
      case .map: "map"
      }
    }
  }

  var kind: TokenKind
  var replacement: Replacement?
  var start: UInt32
  var end: UInt32
  /// Spaces before it.
  var spaces: UInt32

  init(kind: TokenKind, start: UInt32, end: UInt32, spaces: UInt32, replacement: Replacement? = nil) {
    self.kind = kind
    self.start = start
    self.end = end
    self.spaces = spaces
    self.replacement = replacement
  }

  /// How many brackets it opens (1) or closes (-1).
  @inline(__always)
  var bracketChange: Int {
    switch kind {
    case .openBrace, .openBracket, .openParenthesis, .directive, .interpolation: 1
    case .closeBrace, .closeBracket, .closeParenthesis, .sequenceEnd: -1
    default: 0
    }
  }
}
