import Foundation
import Testing

@testable import HCLSyntax

@Test(arguments: ["TestScanTokens_normal", "TestScanTokens_template"])
func tokensAreThoseOfTheReference(tableName: String) {
  guard ReferenceData.json("hcl_syntax_tables.json") != nil else { return }
  var table = ReferenceTable(tableName)
  for (_, row) in ReferenceData.rows(tableName) {
    guard let row = row as? [String: Any], let input = row["input"] as? String else { continue }
    let expected = (row["want"] as? [[String: Any]] ?? []).map { token -> String in
      let range = token["Range"] as? [String: Any]
      return "\(kindName(token["Type"])) \(byte(range?["Start"])):\(byte(range?["End"]))"
    }
    let bytes = originalBytes(input, row["want"])
    let actual = bytes.withUnsafeBufferPointer { buffer in
      var lexer = Lexer(buffer, context: tableName.hasSuffix("template") ? .bareTemplate : .main, keepsComments: true)
      lexer.lex()
      return lexer.tokens.makeArray().map { "\($0.kind) \($0.start):\($0.end)" }
    }
    table.check(input, expected == actual, "expected \(expected)\nactual   \(actual)")
  }
  table.finish()
}

/// The bytes of an input; JSON holds no broken UTF-8, and what stands for it is found among the expected tokens.
private func originalBytes(_ input: String, _ tokens: Any?) -> [UInt8] {
  var broken = (tokens as? [[String: Any]] ?? []).filter { kindName($0["Type"]) == "brokenUTF8" }.flatMap { token in
    (token["Bytes"] as? [Int] ?? []).map { UInt8(truncatingIfNeeded: $0) }
  }
  broken.reverse()
  return input.unicodeScalars.flatMap { scalar -> [UInt8] in
    if scalar == "\u{FFFD}", let byte = broken.popLast() { return [byte] }
    return Array(String(scalar).utf8)
  }
}

/// Our name of a token kind in the reference's data, where kinds are characters or names.
private func kindName(_ value: Any?) -> String {
  if let names = value as? [String: Any] {
    if let character = names["$rune"] as? String { return kinds[character] ?? "unknown \(character)" }
    if let name = names["$sel"] as? String { return kinds[name] ?? "unknown \(name)" }
  }
  return value as? String ?? "unknown \(value ?? "")"
}

private let kinds: [String: String] = [
  "\u{2404}": "endOfFile", "\n": "newline", "C": "comment", "I": "identifier", "N": "number", "Q": "quotedLiteral", "S": "stringLiteral",
  "{": "openBrace", "}": "closeBrace", "[": "openBracket", "]": "closeBracket", "(": "openParenthesis", ")": "closeParenthesis",
  "«": "openQuote", "»": "closeQuote", "H": "openHeredoc", "h": "closeHeredoc", "∫": "interpolation", "λ": "directive",
  "∎": "sequenceEnd", "*": "star", "/": "slash", "+": "plus", "-": "minus", "%": "percent", "=": "equals", "≔": "equalTo",
  "≠": "notEqualTo", "<": "less", "≤": "lessOrEqual", ">": "greater", "≥": "greaterOrEqual", "∧": "and", "∨": "or", "!": "bang",
  ".": "dot", ",": "comma", "…": "ellipsis", "⇒": "fatArrow", "?": "question", ":": "colon", "⸬": "doubleColon", "&": "ampersand",
  "|": "pipe", "~": "tilde", "^": "caret", "'": "apostrophe", "`": "backtick", ";": "semicolon", "\u{FFFD}": "invalidCharacter",
  "💩": "brokenUTF8", "␤": "newlineInString",
]
