import Diagnostics
import Foundation
import Reporting
import SourceText
import TestSupport
import Testing

@Suite struct DiagnosticTextTests {
  private let main = SourceFile(
    path: "network/main.tf",
    text: """
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "private" {
      \tvpc_id     = aws_vpc.main.idd
        cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, var.größe) # 日本語 \u{1B}[31m
        tags = merge(local.tags, {
          Name = "👩‍👩‍👧 team"
        })
        policy = <<-EOT
          {
            "a": 1,
            "b": 2,
            "c": 3,
            "d": 4
          }
        EOT
      }

      """)
  private let variables = SourceFile(path: "network/variables.tf", text: "variable \"größe\" {\n  type = string\n}\n")

  private func range(_ file: SourceFile, _ text: String, after: String = "") -> SourceRange {
    let bytes = file.bytes
    func find(_ needle: [UInt8], from start: Int) -> Int {
      (start...(bytes.count - needle.count)).first { bytes[$0..<$0 + needle.count].elementsEqual(needle) } ?? 0
    }
    let from = after.isEmpty ? 0 : find(Array(after.utf8), from: 0)
    let start = find(Array(text.utf8), from: from)
    return SourceRange(file: file, bytes: ByteRange(start: UInt32(start), end: UInt32(start + text.utf8.count)))
  }

  private func place(_ file: SourceFile, _ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file, bytes: ByteRange(start: UInt32(start), end: UInt32(end)))
  }

  private func expectGolden(_ name: String, _ text: String) {
    let difference = differenceFromGolden(text, ProjectRoot.fixture("reports/diagnostics/\(name).txt"))
    #expect(difference == nil, "\(difference ?? "")\n\(text)")
  }

  private var unknownAttribute: Diagnostic {
    Diagnostic(
      .error, "unknown-attribute", "Resource \"aws_vpc\" has no attribute \"idd\"",
      detail:
        "The attribute was looked up in the schema of the provider. Attributes that only a newer version of the provider has are "
        + "not known here.\n\n  an indented line is kept as it is, also when it is longer than the others are allowed to be, and so on",
      at: range(main, "idd"), context: range(main, "resource \"aws_subnet\" \"private\" {"), subjectMessage: "unknown attribute",
      related: [DiagnosticLabel(range(main, "aws_vpc.main", after: "vpc_id"), "of this resource")],
      fix: Fix(title: "Use \"id\"", safety: .safe, edits: [TextEdit(range: range(main, "idd"), replacement: "id")]))
  }

  @Test func `one place with a second label, a note and a fix`() {
    expectGolden(
      "labels",
      DiagnosticTextRenderer().render(unknownAttribute, notes: ["seen in 3 instances", "help: see the page of the rule"]))
  }

  @Test func `colours surround the same text`() {
    let colored = DiagnosticTextRenderer(colors: true).render(unknownAttribute)
    expectGolden("colors", colored)
    var stripped = ""
    var isEscape = false
    for character in colored {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { stripped.append(character) }
      if isEscape, character == "m" { isEscape = false }
    }
    #expect(stripped == DiagnosticTextRenderer().render(unknownAttribute))
  }

  @Test func `another file is shown below`() {
    let diagnostic = Diagnostic(
      .warning, "type-mismatch", "A number is needed", detail: "The third argument of cidrsubnet is a number.",
      at: range(main, "var.größe"), subjectMessage: "this is a string",
      related: [
        DiagnosticLabel(range(variables, "string"), "declared as string"),
        DiagnosticLabel(range(main, "cidrsubnet"), "for this call"),
      ])
    expectGolden("two-files", DiagnosticTextRenderer().render(diagnostic))
  }

  @Test func `ranges over several lines are drawn at the left`() {
    let block = place(main, 0, Int(range(main, "}").bytes.end))
    let call = range(main, "merge(local.tags, {\n    Name = \"👩‍👩‍👧 team\"\n  })")
    let heredoc = place(main, Int(range(main, "<<-EOT").bytes.start), Int(range(main, "  EOT\n").bytes.end))
    let whole = place(main, Int(range(main, "resource \"aws_subnet").bytes.start), main.bytes.count)
    expectGolden(
      "block", DiagnosticTextRenderer().render(Diagnostic(.error, "x", "A block", at: block, subjectMessage: "all of it")))
    expectGolden(
      "nested",
      DiagnosticTextRenderer().render(
        Diagnostic(
          .note, "x", "Ranges in ranges", at: call, subjectMessage: "the call",
          related: [DiagnosticLabel(whole, "the resource"), DiagnosticLabel(heredoc, "the text")])))
  }

  @Test func `wide characters, tabs and control characters keep the carets in place`() {
    let emoji = Diagnostic(.error, "x", "Wide", at: range(main, "team"), related: [DiagnosticLabel(range(main, "👩‍👩‍👧"), "emoji")])
    let control = Diagnostic(
      .error, "x", "Escapes \u{1B}[2J are\nvisible", at: range(main, "\u{1B}"), subjectMessage: "a\u{7}b",
      related: [DiagnosticLabel(range(main, "日本語"), "wide")])
    expectGolden("wide", DiagnosticTextRenderer().render(emoji) + DiagnosticTextRenderer().render(control))
  }

  @Test func `long lines are cut around what is meant`() {
    let list = (0..<3_000).map { "\"element-\($0)\"" }.joined(separator: ", ")
    let file = SourceFile(path: "long.tf", text: "a = [\(list)]\nb = \"\(String(repeating: "長", count: 300))\"\n")
    let renderer = DiagnosticTextRenderer(width: 80)
    let first = renderer.render(Diagnostic(.error, "x", "First", at: range(file, "\"element-0\""), subjectMessage: "here"))
    let middle = renderer.render(Diagnostic(.error, "x", "Middle", at: range(file, "\"element-1500\""), subjectMessage: "here"))
    let last = renderer.render(Diagnostic(.error, "x", "Last", at: range(file, "\"element-2999\""), subjectMessage: "here"))
    let wide = renderer.render(Diagnostic(.error, "x", "Wide", at: place(file, file.bytes.count - 302, file.bytes.count - 299)))
    let all = renderer.render(Diagnostic(.error, "x", "All", at: place(file, 0, 30_000)))
    expectGolden("long-lines", first + middle + last + wide + all)
    for line in (first + middle + last + wide + all).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 86, "\(line)")
    }
  }

  @Test func `a fix of several lines is a difference`() {
    let fix = Fix(
      title: "Write the tags apart", safety: .unsafe,
      edits: [
        TextEdit(range: range(main, "merge(local.tags, {\n    Name = \"👩‍👩‍👧 team\"\n  })"), replacement: "local.tags"),
        TextEdit(range: range(variables, "  type = string\n"), replacement: ""),
        TextEdit(range: place(main, 27, 27), replacement: "\n  # a comment"),
      ])
    expectGolden("fix", DiagnosticTextRenderer().render(Diagnostic(.warning, "tags", "Tags", at: range(main, "tags"), fix: fix)))
  }

  @Test func `places at the edges of a file and none at all`() {
    let empty = SourceFile(path: "empty.tf", text: "")
    let broken = SourceFile(path: "broken.tf", bytes: Array("a = \"".utf8) + [0xFF, 0xC3] + Array("\"\n".utf8))
    let renderer = DiagnosticTextRenderer()
    var text = renderer.render(
      Diagnostic(.error, "no-place", "The folder has no configuration", detail: "Nothing was read.", at: nil))
    text += renderer.render(Diagnostic(.error, "", "Empty", at: place(empty, 0, 0)))
    text += renderer.render(Diagnostic(.error, "end", "End", at: place(variables, variables.bytes.count, variables.bytes.count)))
    text += renderer.render(Diagnostic(.error, "past", "Past the end", at: place(variables, 900, 20)))
    text += renderer.render(Diagnostic(.error, "invalid", "Not UTF-8", at: place(broken, 5, 6), subjectMessage: "this byte"))
    text += renderer.render(
      Diagnostic(
        .error, "many", "Several labels", at: place(variables, 9, 18), subjectMessage: "the name",
        related: [
          DiagnosticLabel(place(variables, 0, 20), "the head"), DiagnosticLabel(place(variables, 0, 8), "the keyword"),
          DiagnosticLabel(place(variables, 12, 13), ""), DiagnosticLabel(place(variables, 10, 12), "inside"),
        ]))
    expectGolden("edges", text)
  }

  @Test func `any range in any bytes is rendered`() {
    var state: UInt64 = 99
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces: [[UInt8]] =
      ["a", "\n", "\n\n", "  ", "\t", "é", "長", "👩‍👩‍👧", "\r\n", "\u{0}", "\u{202E}", "e\u{301}"].map { Array($0.utf8) } + [
        [0xFF], [0xE2, 0x82],
      ]
    for _ in 0..<3_000 {
      let bytes = (0..<next(60)).flatMap { _ in pieces[next(pieces.count)] }
      let file = SourceFile(path: "a", bytes: bytes)
      func anywhere() -> SourceRange { place(file, next(bytes.count + 4), next(bytes.count + 4)) }
      let diagnostic = Diagnostic(
        .error, "a", "b", detail: "c", at: anywhere(), context: anywhere(), subjectMessage: "d",
        related: (0..<next(4)).map { DiagnosticLabel(anywhere(), "e\($0)") },
        fix: Fix(title: "f", safety: .safe, edits: (0..<next(4)).map { TextEdit(range: anywhere(), replacement: "g\n\($0)") }))
      let text = DiagnosticTextRenderer(width: 40 + next(80)).render(diagnostic)
      #expect(!text.contains("\u{1B}") && text.hasSuffix("\n"))
    }
  }
}
