@testable import Schemas
import Testing

@Test func `the end of a line is found eight bytes at a time as it is byte by byte`() {
  let bytes = Array("\n\u{0B}\n\n short\na line that is longer than eight bytes\n\t\n\u{8A}ends without a line feed".utf8)
  bytes.withUnsafeBufferPointer { bytes in
    for start in 0...bytes.count {
      for end in start...bytes.count {
        let expected = bytes[start..<end].firstIndex(of: .newline) ?? end
        #expect(bytes.endOfLine(from: start, to: end) == expected)
      }
    }
  }
}

@Test func `a table in parts holds what was put into it`() {
  var table = PartedTable<Int, String>()
  for key in 0..<1_000 { table[key] = String(key) }
  for key in 0..<500 { table[key] = nil }
  table[999] = "other"
  #expect(table.count == 500)
  #expect(table[499] == nil && table[500] == "500" && table[999] == "other")
}

@Test func `secrets are known by their place, not by their name`() {
  let text = """
    aws_a.key sensitive
    aws_a.outer.key deprecated
    aws_ab sensitive

    """
  let facts = FactsText(SectionText(id: 0, Array(text.utf8)))
  let marks = facts.marks(of: "aws_a")
  #expect(marks.own == nil)
  #expect(marks["key"].own?.isSensitive == true)
  #expect(marks["outer"].own == nil)
  #expect(marks["outer"]["key"].own?.isDeprecated == true)
  #expect(marks["outer"]["outer"].own == nil)
  #expect(facts.marks(of: "aws_ab").own?.isSensitive == true)
}
