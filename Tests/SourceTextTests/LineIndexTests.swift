import SourceText
import Testing

@Suite struct LineIndexTests {
  @Test func `columns count grapheme clusters and bytes stay bytes`() {
    let file = SourceFile(path: "a.tf", text: "a = 1\ne\u{301}x = 2\n")
    let position = SourceRange(file: file, bytes: ByteRange(start: 9, end: 10)).start
    #expect(position == SourcePosition(line: 2, column: 2, byte: 9))
    #expect(file.lineIndex.utf16Column(at: 9, in: file.bytes) == 3)
  }

  @Test func `offsets past the end belong to the last line`() {
    let file = SourceFile(path: "a.tf", text: "a\nb")
    #expect(file.lineIndex.position(at: 99, in: file.bytes) == SourcePosition(line: 2, column: 2, byte: 99))
  }

  @Test func `a line range leaves out both kinds of line ending`() {
    let file = SourceFile(path: "a.tf", text: "ab\r\ncd\n")
    #expect(file.text(file.lineIndex.range(ofLine: 1, in: file.bytes)) == "ab")
    #expect(file.text(file.lineIndex.range(ofLine: 2, in: file.bytes)) == "cd")
  }
}
