import Diagnostics
import Documents
import SourceText
import Testing

@Suite struct YAMLReaderTests {
  private func parse(_ text: String, _ options: YAMLReader.Options = .kubernetes) -> Document? {
    YAMLReader.read(text: text, options: options).validDocument?.document
  }

  private func firstProblem(_ text: String, _ options: YAMLReader.Options = .kubernetes) -> String {
    guard let problem = YAMLReader.read(text: text, options: options).diagnostics.all.first, let subject = problem.subject else {
      return "none"
    }
    return "\(problem.id) \(subject.bytes.start)-\(subject.bytes.end)"
  }

  @Test(
    arguments: [
      ("yes", true, true, "yes"), ("off", false, false, "off"), ("y", true, "y", "y"), ("N", false, "N", "N"),
      ("True", true, true, true),
      ("~", .null, .null, .null), ("", .null, .null, .null), ("NULL", .null, .null, .null), ("nul", "nul", "nul", "nul"),
      ("12", 12, 12, 12), ("+12", 12, 12, 12), ("-0x1F", -31, -31, -31), ("0o17", 15, "0o17", 15), ("017", 15, 15, 17),
      ("08", 8, 8, 8), ("0b11", 3, 3, "0b11"), ("0ba", "0ba", "0ba", "0ba"), ("1_000", 1000, 1000, "1_000"),
      (".5", .number("0.5"), .number("0.5"), .number("0.5")), ("1.", 1, 1, 1),
      ("1e3", .number("1e3"), .number("1e3"), .number("1e3")),
      ("1.50", .number("1.50"), .number("1.50"), .number("1.50")), (".inf", .number(".inf"), .number(".inf"), .number(".inf")),
      ("1.2.3", "1.2.3", "1.2.3", "1.2.3"), ("2001-12-14", "2001-12-14", "2001-12-14", "2001-12-14"),
      ("1:30", "1:30", "1:30", "1:30"),
      ("-", [.null], [.null], [.null]), ("'12'", "12", "12", "12"), ("!!str 12", "12", "12", "12"), ("!!int '12'", 12, 12, 12),
      ("!!binary aGk\n  =", "aGk=", "aGk=", "aGk="), ("!!set {a, b}", ["a", "b"], ["a", "b"], ["a", "b"]),
      ("18446744073709551616", .number("18446744073709551616"), .number("18446744073709551616"), .number("18446744073709551616")),
    ] as [(String, Document, Document, Document)])
  func `scalars mean what their schema says`(text: String, go: Document, yaml11: Document, core: Document) {
    #expect(parse(text.isEmpty ? "---\n" : text, .init(schema: .go)) == go)
    #expect(parse(text.isEmpty ? "---\n" : text, .init(schema: .yaml11)) == yaml11)
    #expect(parse(text.isEmpty ? "---\n" : text, .init(schema: .core)) == core)
  }

  @Test func `keys have the spelling of their value only as Go reads them`() {
    #expect(parse("on: 1\n0x10: 2\n") == .object([("true", 1), ("16", 2)]))
    #expect(parse("on: 1\n0x10: 2\n", .cloudFormation) == .object([("on", 1), ("0x10", 2)]))
    #expect(firstProblem("~: 1") == "yaml-key-not-text 0-1")
    #expect(firstProblem("[a]: 1") == "yaml-key-not-text 0-3")
  }

  @Test func `a file may hold several documents`() {
    let reading = YAMLReader.read(text: "a: 1\n---\n- b\n---\n---\nc\n...\n")
    #expect(reading.documents.map(\.document) == [["a": 1], ["b"], .null, "c"])
    #expect(reading.diagnostics.isEmpty)
    #expect(YAMLReader.read(text: "# nothing\n").documents.isEmpty)
  }

  @Test func `places are bytes also behind wide characters and odd line ends`() {
    let text = "\u{FEFF}é: 'ü'\r\nlist:\r\n- ä: |\r\n    ö\r\n    x\r\n- [é, {k: ß}]\r\nend: wörd\r\n"
    let root = YAMLReader.read(text: text).documents[0]
    #expect(root.member("é")?.keyRange.text == "é")
    #expect(root["é"]?.range.text == "'ü'")
    #expect(root["list"]?[0]?["ä"]?.range.text == "|\r\n    ö\r\n    x")
    #expect(root["list"]?[1]?[1]?["k"]?.range.text == "ß")
    #expect(root["list"]?[1]?.range.text == "[é, {k: ß}]")
    #expect(root["list"]?.range.text == "- ä: |\r\n    ö\r\n    x\r\n- [é, {k: ß}]")
    #expect(root["end"]?.range.text == "wörd")
  }

  @Test func `aliases and merge keys bring in what their anchors hold`() {
    let text = """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      used: {<<: [*base, *more], a: 9}
      copy: *base
      name: &key k
      map: {*key : v}
      """
    let document = parse(text)
    #expect(document?["used"] == .object([("a", 9), ("b", 2), ("c", 4)]))
    #expect(document?["copy"] == .object([("a", 1), ("b", 2)]))
    #expect(document?["map"] == ["k": "v"])
  }

  @Test(arguments: [
    ("a: *b", "yaml-unknown-alias 3-5"), ("a: &x [*x]", "yaml-recursive-alias 7-9"),
    ("a: {<<: 1}", "yaml-merge-not-a-mapping 8-9"),
    ("a: 1\na: 2", "duplicate-key 5-6"), ("a: [1", "yaml-syntax 5-5"), ("a: !Ref b", "yaml-unknown-tag 3-7"),
    ("a: !!int x", "yaml-tag-mismatch 3-10"), ("a: \u{7}", "yaml-control-character 3-4"), ("a: b: c", "yaml-syntax 4-5"),
    ("\t- a", "yaml-syntax 0-1"), ("a: !!python/object x", "yaml-unknown-tag 3-18"),
  ])
  func `a defect is reported at its place`(text: String, expected: String) {
    #expect(firstProblem(text) == expected)
  }

  @Test func `invalid UTF-8 is reported at its byte`() {
    let reading = YAMLReader.read(SourceFile(path: "a.yaml", bytes: Array("\u{FEFF}é: ".utf8) + [0xFF]))
    #expect(reading.diagnostics.all.map(\.id) == ["invalid-utf8"])
    #expect(reading.diagnostics.all[0].subject?.bytes == ByteRange(start: 7, end: 8))
  }

  @Test func `an alias bomb ends at the limit`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let reading = YAMLReader.read(text: text)
    #expect(reading.diagnostics.all.map(\.id) == ["yaml-alias-expansion"])
    #expect(reading.documents.isEmpty)
    let longText =
      "a: &a \(String(repeating: "x", count: 1_000_000))\nb: [\(Array(repeating: "*a", count: 30).joined(separator: ", "))]"
    #expect(YAMLReader.read(text: longText).diagnostics.all.map(\.id) == ["yaml-alias-expansion"])
  }

  @Test func `nesting beyond the limit is an error, also through aliases`() {
    #expect(firstProblem(String(repeating: "[", count: 100_000)) == "nesting-too-deep 512-513")
    #expect(firstProblem(String(repeating: "- ", count: 100_000)) == "nesting-too-deep 1024-1024")
    var text = "- &a0 [x]\n"
    for level in 1...600 { text += "- &a\(level) [*a\(level - 1)]\n" }
    #expect(YAMLReader.read(text: text).diagnostics.all.map(\.id) == ["nesting-too-deep"])
  }

  @Test func `the short forms of CloudFormation become functions`() {
    let text = """
      A: !Ref Bucket
      B: !GetAtt Bucket.Arn
      C: !GetAtt Nested.Outputs.Name
      D: !Sub
        - "${x}"
        - x: !Ref Y
      E: !Join [",", [!Ref P, b]]
      F: !If [IsProd, !Ref "AWS::NoValue", 1]
      G: !Condition IsProd
      H: !GetAZs ""
      I: !Base64
        Fn::Sub: text
      J: !Ref 1
      """
    let reading = YAMLReader.read(text: text, options: .cloudFormation)
    #expect(reading.diagnostics.isEmpty)
    let expected: Document = .object([
      ("A", ["Ref": "Bucket"]), ("B", ["Fn::GetAtt": ["Bucket", "Arn"]]), ("C", ["Fn::GetAtt": ["Nested", "Outputs.Name"]]),
      ("D", ["Fn::Sub": ["${x}", ["x": ["Ref": "Y"]]]]), ("E", ["Fn::Join": [",", [["Ref": "P"], "b"]]]),
      ("F", ["Fn::If": ["IsProd", ["Ref": "AWS::NoValue"], 1]]), ("G", ["Condition": "IsProd"]), ("H", ["Fn::GetAZs": ""]),
      ("I", ["Fn::Base64": ["Fn::Sub": "text"]]), ("J", ["Ref": "1"]),
    ])
    #expect(reading.documents[0].document == expected)
    let reference = reading.documents[0]["A"]
    #expect(reference?.range.text == "!Ref Bucket")
    #expect(reference?.member("Ref")?.keyRange.text == "!Ref")
    #expect(reference?["Ref"]?.range.text == "Bucket")
    #expect(reading.documents[0]["E"]?["Fn::Join"]?[1]?[0]?.member("Ref")?.keyRange.text == "!Ref")
  }

  @Test func `an unknown short form is reported with the nearest one`() {
    let reading = YAMLReader.read(text: "A: !GetAttr x.y", options: .cloudFormation)
    #expect(reading.diagnostics.all[0].summary == "Tag !GetAttr is unknown")
    #expect(reading.diagnostics.all[0].detail == "Did you mean `!GetAtt`?")
  }
}
