import Diagnostics
import SourceText
import Testing

@testable import HCLSyntax

private func parse(_ bytes: [UInt8]) -> ParseResult { parseConfiguration(SourceFile(path: "main.tf", bytes: bytes)) }

private func problems(_ bytes: [UInt8]) -> [String] {
  parse(bytes).diagnostics.map { "\($0.id) \($0.subject?.bytes.start ?? 0)" }
}

private func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

@Test func aByteOrderMarkMayStandAtTheStartOnly() {
  #expect(dumpTree(parse([0xEF, 0xBB, 0xBF] + Array("a=1".utf8)).tree) == "attr a 3:6\n  lit 1 5:6\n")
  #expect(problems([0xEF, 0xBB, 0xBF]) == [])
  #expect(problems(Array("a=1\n".utf8) + [0xEF, 0xBB, 0xBF]).first == "invalid-character 4")
}

@Test func brokenUTF8IsReportedOnce() {
  #expect(problems(Array("a = \"".utf8) + [0xFF, 0xC3] + Array("\"\nb = \"".utf8) + [0x80] + Array("\"\n".utf8)) == ["invalid-encoding 5"])
  #expect(problems([0xFF]) == ["invalid-encoding 0"])
  #expect(problems(Array("# ".utf8) + [0xFF] + Array("\n".utf8)) == [])
}

@Test func charactersWithoutMeaningAreReportedByKind() {
  #expect(problems("a = 'x'\n") == ["invalid-character 4"])
  #expect(problems("a = `x`\n") == ["invalid-character 4"])
  #expect(problems("a = 1;\n") == ["invalid-character 5"])
  #expect(problems("a = 1 & 2\n") == ["unsupported-operator 6"])
  #expect(problems("a = \u{201C}x\u{201D}\n").first == "invalid-character 4")
  #expect(problems("a = \0\n") == ["invalid-character 4"])
  #expect(problems("a\u{200D} = 1\n").first == "invalid-character 1")
}

@Test func lineEndingsOfBothKindsEndAnArgument() {
  #expect(dumpTree(parse(Array("a=1\r\nb=2\r\n".utf8)).tree) == "attr a 0:3\n  lit 1 2:3\nattr b 5:8\n  lit 2 7:8\n")
  #expect(problems("a = 1\rb = 2\n").first == "invalid-character 5")
}

@Test func commentsAreKept() {
  let result = parse(Array("# a\nb = 1 // c\n/* d\n */ e = 2".utf8))
  #expect(result.diagnostics.isEmpty)
  #expect(result.tree.comments.map { result.tree.file.text($0) } == ["# a\n", "// c\n", "/* d\n */"])
}

@Test func aCommentBehindAnArgumentEndsIt() {
  #expect(problems("a = 1 # x\nb = 2\n") == [])
  #expect(problems("a = 1 /* x\n */ b = 2\n") == ["missing-newline 15"])
  #expect(problems("/* x") == ["missing-argument-or-block 0"])
}

@Test func namesMayHoldDashesAndLettersOfAllScripts() {
  #expect(isIdentifier("a-b"))
  #expect(isIdentifier("größe"))
  #expect(isIdentifier("_"))
  #expect(!isIdentifier("-a"))
  #expect(!isIdentifier("1a"))
  #expect(!isIdentifier(""))
}

@Test(arguments: [
  "", "#", "# a", "# a\n# b\n\n\na = 1 # c\n", "a /* b */ = /* c\n */ 1\n\n// d\r\n\r\nb = 2", "a = <<E\n# x\n${ /* y */ b # z\n}\nE\n# w",
  "a = \"${ # x\n b }\"\n/* unclosed", "\u{FEFF}# a\n", "a = 1 // b",
])
func tokensWithoutCommentsAreTheSameHoweverTheyAreMade(text: String) {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    var withComments = Lexer(bytes, keepsComments: true)
    withComments.lex()
    let all = withComments.tokens.makeArray()
    let laidOut = withComments.takeLayoutTokens().makeArray()
    var without = Lexer(bytes)
    without.lex()
    let describe = { (token: Token) in "\(token.kind) \(token.flags.rawValue) \(token.start):\(token.end)" }
    #expect(withComments.tokens.makeArray().map(describe) == without.tokens.makeArray().map(describe))
    #expect(laidOut.map { "\($0.kind) \($0.start):\($0.end)" } == all.map { "\($0.kind) \($0.start):\($0.end)" })
  }
}
