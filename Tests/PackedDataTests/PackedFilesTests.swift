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

private let outlined = PackedFiles(
  text: """
    header
    fruit apple
     red
    fruit pear
     green
     long
    tree

    """,
  index: """
    a.txt\t0\t53\t0\t57

    """,
  outline: """
    fruit apple\t19\t24
    fruit pear\t35\t48
    header\t7\t7
    tree\t53\t53

    """)

@Test func `the sections of an outline are found by their headings`() throws {
  let file = try #require(outlined.file("a.txt"))
  func lines(_ heading: String) -> String? {
    file.section(heading).map { String(decoding: UnsafeBufferPointer(rebasing: file.bytes[$0]), as: UTF8.self) }
  }
  #expect(lines("fruit apple") == " red\n")
  #expect(lines("fruit pear") == " green\n long\n")
  #expect(lines("tree") == "")
  #expect(lines("fruit") == nil)
  #expect(file.sections(withPrefix: "fruit ").map(\.heading) == ["fruit apple", "fruit pear"])
  #expect(file.sections(withPrefix: "fruit ", limit: 1).map(\.heading) == ["fruit apple"])
  #expect(file.sections(withPrefix: "zoo").isEmpty)
}

@Test func `files are listed by the start of their path`() {
  #expect(files.files(withPrefix: "a/").map(\.path) == ["a/one.txt", "a/two.txt"])
  #expect(files.files(withPrefix: "").count == 4)
}

private let noted = PackedFiles(
  text: "onetwo",
  index: "a.hcl\t0\t3\nb.hcl\t3\t6\n",
  mentions: "block\t0\t10\nblock first\t0\t10\nblock first\t10\t20\nblock second\t10\t20\nblocks\t10\t20\ndamaged\t3\t20\ndamaged\t99\t120\n")

@Test func `files are found by what they mention`() {
  #expect(noted.files(mentioning: "block first").map(\.path) == ["a.hcl", "b.hcl"])
  #expect(noted.files(mentioning: "block second").map(\.path) == ["b.hcl"])
  #expect(noted.files(mentioning: "block").map(\.path) == ["a.hcl"])
  for none in ["", "bloc", "block third", "zzz"] { #expect(noted.files(mentioning: none).isEmpty) }
}

@Test func `mentions that begin with a text come in order`() {
  #expect(noted.mentions(withPrefix: "block ").map { "\($0.text) in \($0.file?.path ?? "")" } == ["block first in a.hcl", "block first in b.hcl", "block second in b.hcl"])
  #expect(noted.mentions(withPrefix: "blocks").map(\.fileId) == noted.files(mentioning: "blocks").map(\.id))
}

@Test func `a mention that leads nowhere gives nothing`() {
  #expect(noted.files(mentioning: "damaged").isEmpty)
  #expect(noted.mentions(withPrefix: "damaged").allSatisfy { $0.file == nil })
}
