import Diagnostics
import Documents
import SourceText
import Testing

@Suite struct JSONTests {
  private func parse(_ text: String) -> Document? { JSONReader.read(text: text).validDocument?.document }

  private func firstProblem(_ text: String) -> String {
    guard let problem = JSONReader.read(text: text).diagnostics.all.first, let subject = problem.subject else { return "none" }
    return "\(problem.id) \(subject.bytes.start)-\(subject.bytes.end)"
  }

  @Test func `values of every kind are read in order`() {
    let document = parse(#" {"b": [1, -2.50, 1e+9, true, false, null], "a": {"": "\u00e9\ud83d\ude00\n"}, "e": [ ], "f": {}} "#)
    #expect(
      document
        == .object([
          ("b", .array([.number("1"), .number("-2.50"), .number("1e+9"), true, false, .null])),
          ("a", ["": "é😀\n"]), ("e", []), ("f", .object([:])),
        ]))
  }

  @Test func `every value and key has its place`() {
    let reading = JSONReader.read(text: #"{"a": [10, "x"]}"#)
    let root = reading.documents[0]
    #expect(root.range.bytes == ByteRange(start: 0, end: 16))
    #expect(root.member("a")?.keyRange.text == #""a""#)
    #expect(root["a"]?.range.text == #"[10, "x"]"#)
    #expect(root["a"]?[1]?.range.text == #""x""#)
    #expect(root["a"]?[2] == nil)
  }

  @Test(arguments: [
    ("", "json-empty 0-0"), ("{\"a\":1,}", "json-trailing-comma 7-8"), ("[1 2]", "json-unclosed 3-4"),
    ("[1", "json-unclosed 2-2"), ("{a:1}", "json-key-expected 1-2"), ("{\"a\" 1}", "json-colon-expected 5-6"),
    ("01", "json-leading-zero 0-2"), ("-", "json-incomplete-number 0-1"), ("1.", "json-incomplete-number 0-2"),
    ("nul", "json-unknown-word 0-3"), ("\"a\\x\"", "json-bad-escape 2-4"), ("\"\\u12\"", "json-bad-escape 1-5"),
    ("\"a\nb\"", "json-unclosed-string 0-2"), ("\"a\u{1}\"", "json-control-character 2-3"), ("1 x", "json-trailing-data 2-3"),
    ("{\"k\":1,\"k\":2}", "duplicate-key 7-10"), ("[é]", "json-value-expected 1-3"), ("\"\\ud800\"", "json-lone-surrogate 1-7"),
    ("\"", "json-unclosed-string 0-1"), ("\"\\", "json-bad-escape 1-2"), ("[]]", "json-trailing-data 2-3"),
  ])
  func `a defect is reported at its place`(text: String, expected: String) {
    #expect(firstProblem(text) == expected)
  }

  @Test func `the last of equal keys counts and the first is shown`() {
    let reading = JSONReader.read(text: #"{"k": 1, "l": 2, "k": 3}"#)
    #expect(reading.documents[0].document == ["k": 3, "l": 2])
    #expect(reading.diagnostics.all[0].related[0].range.bytes.start == 1)
    #expect(JSONReader.read(text: #"{"k":1,"k":2}"#, options: .init(duplicateKeys: .accept)).diagnostics.isEmpty)
  }

  @Test func `invalid UTF-8 is reported at its byte`() {
    let reading = JSONReader.read(SourceFile(path: "a.json", bytes: Array("[\"aé".utf8) + [0xFF] + Array("\"]".utf8)))
    #expect(reading.documents.isEmpty)
    #expect(reading.diagnostics.all[0].subject?.bytes == ByteRange(start: 5, end: 6))
  }

  @Test func `nesting beyond the limit is an error and below it is not`() {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(JSONReader.read(text: nested(512)).validDocument != nil)
    #expect(firstProblem(nested(513)) == "nesting-too-deep 512-513")
    #expect(firstProblem(String(repeating: "{\"a\":", count: 1_000_000)) == "nesting-too-deep 2560-2561")
  }

  @Test func `the compact layout has no white space and the pretty one has two blanks a level`() {
    let document: Document = ["a": [1, "x\"\\\u{1}\u{8}"], "e": [], "o": .object([:])]
    #expect(JSONWriter().write(document) == #"{"a":[1,"x\"\\\u0001\b"],"e":[],"o":{}}"#)
    #expect(
      JSONWriter(.pretty).write(document) == """
        {
          "a": [
            1,
            "x\\"\\\\\\u0001\\b"
          ],
          "e": [],
          "o": {}
        }
        """)
  }

  @Test func `text for HTML is escaped on demand`() {
    let text = "<a>&\u{2028}\u{2029}\u{2027}"
    #expect(JSONWriter(escapesForHTML: true).write(.string(text)) == "\"\\u003ca\\u003e\\u0026\\u2028\\u2029\u{2027}\"")
    #expect(JSONWriter().write(.string(text)) == "\"\(text)\"")
  }

  @Test func `a number that JSON cannot spell becomes a string`() {
    #expect(JSONWriter().write([.number(".inf"), .number("1.5"), .number("007")]) == #"[".inf",1.5,"007"]"#)
  }

  @Test func `numbers are compared by value when spelling does not matter`() {
    #expect(Document.number("1.50e3").isEquivalent(to: .number("1500")))
    #expect(Document.number("-0").isEquivalent(to: .number("0.0")))
    #expect(!Document.number("0.1").isEquivalent(to: .number("0.10000000000000000000000000001")))
    #expect(Document.number("5e3333333333333333").isEquivalent(to: .number("5.0e+03333333333333333")))
    #expect(!Document.number("5e3333333333333333").isEquivalent(to: .number("5e-3333333333333333")))
    #expect(Document.number("0e3333333333333333").isEquivalent(to: .number("0")))
    #expect(Document.number(".inf").isEquivalent(to: .number(".inf")))
    #expect(Document.object([("a", 1), ("b", 2)]).isEquivalent(to: ["b": 2, "a": 1]))
    #expect(Document.object([("a", 1), ("b", 2)]) != ["b": 2, "a": 1])
  }

  @Test func `objects keep their order when keys are set and removed`() {
    var object = DocumentObject((0..<40).map { ("k\($0)", Document.integer($0)) })
    object["k7"] = "seven"
    object["k3"] = nil
    object["new"] = true
    #expect(object.count == 40)
    #expect(object.keys.prefix(8) == ["k0", "k1", "k2", "k4", "k5", "k6", "k7", "k8"])
    #expect(object["k7"] == "seven" && object["k3"] == nil && object.keys.last == "new")
  }
}
