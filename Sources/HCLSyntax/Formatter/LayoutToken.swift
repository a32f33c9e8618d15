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

  @inline(__always)
  init(kind: TokenKind, start: UInt32, end: UInt32, spaces: UInt32, replacement: Replacement? = nil) {
    self.kind = kind
    self.start = start
    self.end = end
    self.spaces = spaces
    self.replacement = replacement
  }

  /// The kinds that open a bracket, as a set of bits.
  @inline(__always)
  private static var opening: UInt64 {
    bit(.openBrace) | bit(.openBracket) | bit(.openParenthesis) | bit(.directive) | bit(.interpolation)
  }

  /// The kinds that close a bracket, as a set of bits.
  @inline(__always)
  private static var closing: UInt64 { bit(.closeBrace) | bit(.closeBracket) | bit(.closeParenthesis) | bit(.sequenceEnd) }

  @inline(__always)
  private static func bit(_ kind: TokenKind) -> UInt64 { 1 &<< UInt64(kind.rawValue) }

  /// How many brackets it opens (1) or closes (-1).
  @inline(__always)
  var bracketChange: Int {
    let place = UInt64(kind.rawValue)
    return Int(truncatingIfNeeded: Self.opening &>> place & 1) &- Int(truncatingIfNeeded: Self.closing &>> place & 1)
  }
}
