import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import TestSupport
import Testing

private func recognise(_ file: URL, as name: String, _ grammar: Grammar) -> [String]? {
  guard let source = sourceFile(file) else { return nil }
  var recognizer = GrammarRecognizer(grammar)
  let used = recognizer.alternatives(of: source.bytes, as: name)
  #expect(used != nil, "\(file.lastPathComponent) is not in the language from offset \(recognizer.furthest) on")
  return used
}

@Test func theFixturesReachEveryProduction() throws {
  let grammar = try Grammar.read()
  var used = Set<String>()
  for file in fixtures("valid") { used.formUnion(recognise(file, as: "Configuration", grammar) ?? []) }
  for file in fixtures("templates", ".tftpl") { used.formUnion(recognise(file, as: "template-file", grammar) ?? []) }
  for file in fixtures("json", ".tf.json") { used.formUnion(recognise(file, as: "json-configuration", grammar) ?? []) }
  let all = grammar.alternatives
  print("productions reached by fixtures: \(used.count) of \(all.count)")
  #expect(all.subtracting(used).sorted() == [])
}

@Test func fixturesWithErrorsAreNotInTheLanguage() throws {
  let grammar = try Grammar.read()
  // What the grammar leaves to the parser.
  let beyond = ["duplicate-argument.tf", "name-not-utf8.tf", "invalid-encoding.tf", "nesting-too-deep.tf"]
  for file in fixtures("errors") where !beyond.contains(file.lastPathComponent) {
    guard let source = sourceFile(file) else { continue }
    var recognizer = GrammarRecognizer(grammar)
    #expect(recognizer.alternatives(of: source.bytes, as: "Configuration") == nil, "\(file.lastPathComponent)")
  }
}

@Test(arguments: ["Configuration", "template-file", "json-configuration"])
func sentencesOfTheGrammarParseAndKeepTheirTree(name: String) throws {
  let grammar = try Grammar.read()
  var generator = SentenceGenerator(grammar, seed: 42)
  var recognizer = GrammarRecognizer(grammar)
  var recognised = 0
  var parsed = 0
  var joined: [UInt8] = []
  for _ in 0..<400 {
    let bytes = generator.sentence(of: name)
    guard bytes.count < 4_000, recognizer.alternatives(of: bytes, as: name) != nil else { continue }
    recognised += 1
    let found = problem(SourceFile(path: "sentence", bytes: bytes), name)
    if found == nil { parsed += 1 }
    joined += bytes + [0x0A]
    #expect(found == nil, "\(found ?? ""):\n\(String(decoding: bytes, as: UTF8.self))")
  }
  if name == "Configuration" {
    // All sentences as one file, where what stands around each matters.
    #expect(problem(SourceFile(path: "sentences", bytes: joined), name) == nil)
  }
  print("sentences of \(name): \(parsed) of \(recognised)")
  #expect(recognised > 100)
}

/// What the parser or the formatter does wrong with a sentence.
private func problem(_ file: SourceFile, _ name: String) -> String? {
  switch name {
  case "template-file":
    return parseTemplate(file).1.first.map { "\($0.summary) at \($0.subject?.bytes.start ?? 0)" }
  case "json-configuration":
    return parseJSONExpression(file).1.first.map { "\($0.summary) at \($0.subject?.bytes.start ?? 0)" }
  default:
    let result = parseConfiguration(file)
    if let first = result.diagnostics.first { return "\(first.summary) at \(first.subject?.bytes.start ?? 0)" }
    let again = parseConfiguration(SourceFile(path: "formatted", bytes: formatLayout(file)))
    if let first = again.diagnostics.first { return "formatted: \(first.summary)" }
    if withoutRanges(dumpTree(result.tree)) != withoutRanges(dumpTree(again.tree)) { return "formatted: another tree" }
    return parseConfiguration(SourceFile(path: "formatted", bytes: format(file))).diagnostics.first.map { "fmt: \($0.summary)" }
  }
}

private func withoutRanges(_ dump: String) -> [Substring] {
  dump.split(separator: "\n").map { line in line.lastIndex(of: " ").map { line[..<$0] } ?? line }
}
