import Diagnostics
import Documents
import Foundation
import SourceText
import TestSupport
import Testing

@Suite struct RobustnessTests {
  private static let seeds = ["template.json", "template.yaml", "manifest.yaml"]

  private func seed(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: ProjectRoot.fixture("documents").appendingPathComponent(name)))
  }

  /// Reads with every reader, and checks that every place lies inside the file and that what was read can be written.
  private func exercise(_ bytes: [UInt8]) {
    let file = SourceFile(path: "input", bytes: bytes)
    let readings = [
      JSONReader.read(file), YAMLReader.read(file, options: .kubernetes), YAMLReader.read(file, options: .cloudFormation),
      YAMLReader.read(file, options: .init(schema: .core, duplicateKeys: .accept)),
    ]
    for reading in readings {
      for diagnostic in reading.diagnostics.all {
        for range in [diagnostic.subject].compactMap({ $0 }) + diagnostic.related.map(\.range) {
          expectInside(range, bytes.count)
        }
      }
      for document in reading.documents {
        checkPlaces(document, bytes.count)
        _ = YAMLWriter().write(document.document)
      }
    }
  }

  private func expectInside(_ range: SourceRange, _ count: Int) {
    if range.bytes.start > range.bytes.end || Int(range.bytes.end) > count {
      Issue.record("a range leaves the file: \(range.bytes)")
    }
  }

  private func checkPlaces(_ document: PositionedDocument, _ count: Int) {
    expectInside(document.range, count)
    for element in document.elements ?? [] { checkPlaces(element, count) }
    for member in document.members ?? [] {
      expectInside(member.keyRange, count)
      checkPlaces(member.value, count)
    }
  }

  @Test(arguments: seeds)
  func `the seeds are read without an error`(name: String) throws {
    let file = SourceFile(path: name, bytes: try seed(name))
    let reading = name.hasSuffix("json") ? JSONReader.read(file) : YAMLReader.read(file, options: .cloudFormation)
    #expect(reading.diagnostics.isEmpty)
    #expect(!reading.documents.isEmpty)
  }

  @Test(arguments: seeds)
  func `mutations of the seeds give documents or diagnostics`(name: String) throws {
    let original = try seed(name)
    let telling = Array("{}[]\",:\\'&*!|>%@`#-?<~\n\r\t 0e.u\u{85}\u{2028}\u{FEFF}é".utf8) + [0, 0x7F, 0x80, 0xC2, 0xFF]
    var generator = SplitMix(state: UInt64(original.count))
    for _ in 0..<7_000 {
      var bytes = original
      for _ in 0...Int.random(in: 0...4, using: &generator) {
        let at = Int.random(in: 0..<max(bytes.count, 1), using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: if !bytes.isEmpty { bytes[at] = telling[Int.random(in: 0..<telling.count, using: &generator)] }
        case 1: bytes.insert(telling[Int.random(in: 0..<telling.count, using: &generator)], at: min(at, bytes.count))
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...8, using: &generator)))
        case 3: bytes.removeSubrange(at...)
        default:
          let piece = bytes[at..<min(bytes.count, at + Int.random(in: 0...20, using: &generator))]
          bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
        }
        if bytes.isEmpty { bytes = [UInt8.random(in: 0...255, using: &generator)] }
      }
      exercise(bytes)
    }
  }

  @Test func `random bytes give documents or diagnostics`() {
    var generator = SplitMix(state: 7)
    for _ in 0..<2_000 {
      exercise((0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  @Test(arguments: [
    "[", "{\"a\":", "- ", "? ", "a:\n ", "!a ", "&a ", "*a", "{", "[{", "\"", "|\n", "!!map {", "a: &a [", "<<: {",
  ])
  func `repeated openings end at a limit`(opening: String) {
    exercise(Array(String(repeating: opening, count: 20_000).utf8))
  }

  @Test func `huge scalars and NUL are read or refused`() {
    let huge = String(repeating: "x", count: 4_000_000)
    #expect(JSONReader.read(text: "\"\(huge)\"").validDocument?.stringValue?.utf8.count == 4_000_000)
    #expect(YAMLReader.read(text: "a: \(huge)").validDocument?["a"]?.stringValue?.utf8.count == 4_000_000)
    #expect(YAMLReader.read(text: "a: |\n  \(huge)\n").validDocument?["a"]?.stringValue?.utf8.count == 4_000_001)
    #expect(JSONReader.read(text: "1\0").diagnostics.hasErrors)
    #expect(JSONReader.read(text: "[1\0]").diagnostics.hasErrors)
    #expect(YAMLReader.read(text: "a: \0").diagnostics.hasErrors)
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(JSONReader.read(text: digits).validDocument?.numberText == digits)
    #expect(YAMLReader.read(text: digits).validDocument?.numberText == digits)
    #expect(Document.number(digits).isEquivalent(to: .number(digits + ".0")))
    #expect(!Document.number("1e\(digits)").isEquivalent(to: .number("2e\(digits)")))
  }

  @Test(arguments: ["array of objects", "one wide object", "one line of wide characters", "long text", "anchors", "line breaks"])
  func `ten times the input takes about ten times the time`(shape: String) {
    func input(_ count: Int) -> String {
      switch shape {
      case "array of objects":
        "[" + (0..<count).map { "{\"name\": \"n\($0)\", \"value\": [\($0), true]}" }.joined(separator: ",\n") + "]"
      case "one wide object": "{" + (0..<count).map { "\"key\($0)\": \($0)" }.joined(separator: ",\n") + "}"
      case "one line of wide characters": "[" + String(repeating: "\"ä\", ", count: count) + "1]"
      case "long text": "\"" + String(repeating: "a\\n\\u00e9", count: count) + "\""
      case "anchors": "[" + (0..<count).map { "&a\($0) \($0)" }.joined(separator: ", ") + "]"
      default: String(repeating: "\n", count: count) + "1"
      }
    }
    func seconds(_ text: String, _ read: (SourceFile) -> DocumentReading) -> Double {
      let file = SourceFile(path: "input", text: text)
      return (0..<3).map { _ in
        let start = ContinuousClock.now
        _ = read(file)
        return (ContinuousClock.now - start) / .seconds(1)
      }.min() ?? 0
    }
    let readers: [(SourceFile) -> DocumentReading] = [{ JSONReader.read($0) }, { YAMLReader.read($0) }]
    for read in readers {
      let small = seconds(input(1_500), read)
      let large = seconds(input(15_000), read)
      // Generous, because tests run beside each other: quadratic growth would be a factor of 100.
      #expect(large < 40 * small + 0.05, "\(small) s, then \(large) s")
    }
  }
}
