import PackedData
import Testing

private let files = PackedFiles(
  text: """
    firstsecond
    third

    """,
  index: """
    a/one.txt\t0\t5
    a/two.txt\t5\t12
    b.txt\t12\t18
    c.txt\t18\t18

    """)

@Test func `a file is found by its path`() {
  #expect(files.file("a/one.txt").map { String(decoding: $0.bytes, as: UTF8.self) } == "first")
  #expect(files.file("a/two.txt").map { String(decoding: $0.array, as: UTF8.self) } == "second\n")
  #expect(files.file("b.txt").map { String(decoding: $0.bytes, as: UTF8.self) } == "third\n")
  #expect(files.file("c.txt")?.bytes.isEmpty == true)
}

@Test func `a path that is not there gives nothing`() {
  for path in ["", "a", "a/one.tx", "a/one.txt\t", "a/one.txtx", "zzz", "b.txt/"] { #expect(files.file(path) == nil) }
}

@Test func `files come in the order of their paths`() {
  #expect(files.map(\.path) == ["a/one.txt", "a/two.txt", "b.txt", "c.txt"])
}

@Test func `no files are an empty sequence`() {
  let none = PackedFiles(text: "", index: "")
  #expect(Array(none).isEmpty)
  #expect(none.file("a") == nil)
}

@Test func `a damaged index gives nothing rather than a crash`() {
  let damaged = PackedFiles(text: "abc", index: "a\t2\t9\nb\tx\t\nc")
  #expect(damaged.file("a") == nil)
  #expect(damaged.file("b") == nil)
  #expect(damaged.file("c") == nil)
  #expect(Array(damaged).isEmpty)
}
