@testable import Schemas
import PackedData
import Testing

/// A small generator of the same numbers in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64 = 42

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

private let provider = """
   id ~string sensitive
   items ?set({a:string,b:list(number)}) deprecated wo
   policies !list nested
    effect !string
   block {list 1..5} @shape
   other {set 0..} any
   inner {single 0..1}
    name =bool

  """
private let member = #"""
   %id A B
   %one-of [A B] (any-of [C] [D]) []
   %needs A [B "C D"]
   %gone x 1.26..1.30,1.32..1.33
   "a b" !list(map(@S)|string) in [a "b\u0041\ud83d\ude00" 3 true] items 1..2 len 0..5 range -1.5..2 default "x" matches /a/b$/
   B ?{list 0..5} @S keys [a b] merge a since 1.30 fmt x|y
   C ={map}
    * ?any

  """#

@Test func `damaged text gives fewer members, never a crash`() {
  var numbers = Numbers()
  let catalog = TargetCatalog("nothing", in: EmbeddedData.files)
  for text in [provider, member] {
    let original = Array(text.utf8)
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = original.randomElement(using: &numbers) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = original }
      }
      bytes.withUnsafeBufferPointer { buffer in
        let content = BlockContent(Section(text: SectionText(id: 0, bytes), range: 0..<bytes.count), depth: 1)
        #expect(content.attributes.count + content.blocks.count <= 8)
        var lines = MemberLines(buffer, 0..<buffer.count, depth: 1)
        while let line = lines.next() {
          var cursor = TextCursor(buffer, line.content)
          var directives = TargetDirectives()
          if cursor.skip(UInt8(ascii: "%")) { cursor.takeDirective(into: &directives) }
          _ = cursor.takeName()
          cursor.advance()
          cursor.advance()
          _ = cursor.takeTargetType(catalog)
          _ = cursor.takeFlags()
          #expect(cursor.isAtEnd)
        }
      }
    }
  }
}

@Test func `quoted names and values are read as JSON writes them`() {
  func scalars(_ text: String) -> [ScalarFact] {
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      var cursor = TextCursor(buffer, 0..<buffer.count)
      return cursor.takeScalars()
    }
  }
  #expect(scalars(#"["a b" "\u0041" "\ud83d\ude00" "\"\\" ""]"#) == ["a b", "A", "😀", "\"\\", ""].map(ScalarFact.string))
  #expect(
    scalars("[a 3 -1.5e3 true null 1.2.3 \"3\"]") == [
      .string("a"), .number("3"), .number("-1.5e3"), .bool(true), .null, .string("1.2.3"), .string("3"),
    ])
  #expect(scalars("[").isEmpty)
  #expect(scalars("").isEmpty)
}
