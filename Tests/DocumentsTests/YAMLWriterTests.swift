import Diagnostics
import Documents
import Testing

@Suite struct YAMLWriterTests {
  private let schemas: [YAMLSchema] = [.go, .yaml11, .core]

  private func expectRoundTrip(_ documents: [Document], sourceLocation: SourceLocation = #_sourceLocation) {
    let text = YAMLWriter().write(documents: documents)
    for schema in schemas {
      let reading = YAMLReader.read(text: text, options: .init(schema: schema))
      let read = reading.documents.map(\.document)
      #expect(reading.diagnostics.isEmpty, "\(text.debugDescription)", sourceLocation: sourceLocation)
      let agree = read.count == documents.count && zip(read, documents).allSatisfy { exactly($0, $1) }
      #expect(agree, "\(text.debugDescription) read as \(read)", sourceLocation: sourceLocation)
    }
  }

  /// Equal down to the code points of strings and the order of keys.
  private func exactly(_ left: Document, _ right: Document) -> Bool {
    JSONWriter().write(left).utf8.elementsEqual(JSONWriter().write(right).utf8)
      || left.isEquivalent(to: right)
        && left.objectValue?.keys == right.objectValue?.keys
  }

  @Test func `a manifest is written in block style`() {
    let document: Document = .object([
      ("apiVersion", "apps/v1"), ("kind", "Deployment"),
      ("metadata", .object([("name", "web"), ("labels", ["on": "yes", "version": "1.0"]), ("annotations", .object([:]))])),
      (
        "spec",
        .object([
          ("replicas", 3),
          (
            "containers",
            [
              .object([
                ("name", "web"), ("args", ["--port=80", "-v", "a: b", "x #y", ""]),
                (
                  "env",
                  [.object([("name", "A"), ("value", "line 1\nline 2\n")]), .object([("name", "B"), ("value", "  x\ny")])]
                ),
              ]),
              [["a", "b"], []], .null,
            ]
          ),
        ])
      ),
    ])
    #expect(
      YAMLWriter().write(document) == """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels:
            "on": "yes"
            version: "1.0"
          annotations: {}
        spec:
          replicas: 3
          containers:
          - name: web
            args:
            - --port=80
            - -v
            - "a: b"
            - "x #y"
            - ""
            env:
            - name: A
              value: |
                line 1
                line 2
            - name: B
              value: |2-
                  x
                y
          - - - a
              - b
            - []
          - null

        """)
    expectRoundTrip([document])
  }

  @Test func `documents stand apart with dashes and comments above`() {
    let text = YAMLWriter().write(documents: [["a": 1], "x", [1]], comments: [0: "first\n\nsecond", 2: "third"])
    #expect(text == "# first\n#\n# second\na: 1\n---\nx\n---\n# third\n- 1\n")
    #expect(YAMLReader.read(text: text).documents.count == 3)
  }

  @Test(arguments: [
    "a", "a b", "a:b", "http://x/y?z=1#f", "--flag=x", "1.2.3", "10.0.0.0/8", "v1", "1a", "a#b", "é", "😀", "it's", "a\"b", "0x1G",
    "12:ab",
    "a,b", "x[0]", "${var}", "-x", "2001-12", "nginx:1.2", "/bin/sh", "a  b", "$(A)",
  ])
  func `text that every reader understands stays plain`(text: String) {
    #expect(YAMLWriter().write(.string(text)) == text + "\n")
    expectRoundTrip([.string(text), ["k": .string(text)], [.string(text)]])
  }

  @Test(arguments: [
    "", " ", " a", "a ", "yes", "No", "ON", "off", "y", "N", "true", "null", "~", "12", "-1", "+1", "0777", "0o17", "0x1F",
    "0xFFFFFFFFFFFFFFFFFF",
    "1_000", "1.5", ".5", "1e3", "1E+3", ".inf", ".NaN", "1:30", "190:20:30.15", "2001-12-14", "2001-12-14t21:59:43.10-05:00",
    "=", "<<",
    "a: b", "a:", "a #b", "# a", "- a", "-", "---", "--- a", "...", "? a", ": a", "[a", "{a", "&a", "*a", "!a", "|", ">", "'a",
    "\"a", "%a",
    "@a", "`a", "a\tb", "\u{1}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}a", "a\r", "\u{E000}\u{FFFE}", "]", "}", ",", "0b12",
  ])
  func `text that some reader would take for something else is quoted`(text: String) {
    let written = YAMLWriter().write(.string(text))
    #expect(written.hasPrefix("\"") || written.hasPrefix("'"))
    expectRoundTrip([.string(text), ["k": .string(text)], [.string(text)], .members([(text, .string(text))])])
  }

  @Test(arguments: [
    "\n", "\n\n", "a\n", "a\nb", "a\n\n", "\na", "\n\n  a\n", " a\nb", "a\n  \nb", "a\n ", "a\n\t", "\ta\nb", "a\n\tb\n", "a \nb",
    "a\n \n", "  \n",
    "  \na", "a\u{85}\nb", "---\na\n", "a: b\n# c\n- d\n", "\n \na", "#x\ny", "a\n\n\n\nb\n\n\n",
  ])
  func `text of several lines reads back equal`(text: String) {
    expectRoundTrip([
      .string(text), ["k": .string(text), "l": 1], [.string(text), "x"], ["k": [.string(text)]], ["k": ["n": .string(text)]],
      [[.string(text)]], [["k": .string(text), "z": ["y": .string(text)]]], .members([(text, .string(text))]),
    ])
  }

  @Test func `long keys and numbers with exponents read back`() {
    let long = String(repeating: "key ", count: 400) + "."
    let members: [(String, Document)] = [
      (long, "v"), (long + "b", ["a": [1]]), (long + "c", [1, 2]), (long + "d", "a\nb"), ("e", .number("1e100")),
    ]
    expectRoundTrip([.members(members)])
    #expect(YAMLWriter().write([.number("1e100"), .number("1.5E-3")]) == "- 1.0e+100\n- 1.5e-3\n")
  }

  @Test func `generated documents read back equal`() {
    var generator = SplitMix(state: 20_261_122)
    for _ in 0..<400 {
      expectRoundTrip((0...Int.random(in: 0...2, using: &generator)).map { _ in document(&generator, depth: 0) })
    }
  }

  private func document(_ generator: inout SplitMix, depth: Int) -> Document {
    switch Int.random(in: 0..<(depth > 3 ? 6 : 10), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int.random(in: -1000...1000, using: &generator))
    case 3, 4, 5: return .string(text(&generator))
    case 6, 7: return .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in document(&generator, depth: depth + 1) })
    default:
      let members = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (text(&generator), document(&generator, depth: depth + 1))
      }
      return .members(members)
    }
  }

  private func text(_ generator: inout SplitMix) -> String {
    let pieces = [
      "a", "b c", " ", "  ", "\n", "\n", "\t", ":", ": ", "#", " #", "-", "- ", "?", "'", "\"", "\\", "0", "1", "9", "x", "e",
      ".", "_", "+", "yes", "on",
      "null", "~", "<<", "=", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "é", "😀", "\u{0}", "\u{1B}",
      "\u{7F}", "\u{85}", "\u{A0}",
      "\u{2028}", "\u{FEFF}", "\u{FFFF}", "\r", "---", "...", "2001-12-14", "T", "\u{301}",
    ]
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
      .joined()
  }
}

/// A small generator with a fixed seed, so that failures come again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
