import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import TestSupport
import Testing

/// The files of a folder of the fixtures, sorted by name.
func fixtures(_ folder: String, _ ending: String = ".tf") -> [URL] {
  let url = ProjectRoot.fixture("syntax/\(folder)")
  let files = (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)) ?? []
  return files.filter { $0.path.hasSuffix(ending) }.sorted { $0.lastPathComponent < $1.lastPathComponent }
}

/// A fixture as a file of source.
func sourceFile(_ url: URL) -> SourceFile? {
  (try? Data(contentsOf: url)).map { SourceFile(path: url.lastPathComponent, bytes: [UInt8]($0)) }
}

private func parse(_ url: URL) -> ParseResult? {
  guard let data = try? Data(contentsOf: url) else { return nil }
  return parseConfiguration(SourceFile(path: url.lastPathComponent, bytes: [UInt8](data)))
}

@Test func validFixturesGiveTheirTrees() {
  let files = fixtures("valid")
  #expect(!files.isEmpty)
  for file in files {
    guard let result = parse(file) else { continue }
    #expect(result.diagnostics.isEmpty, "\(file.lastPathComponent)")
    let difference = differenceFromGolden(dumpTree(result.tree), file.deletingPathExtension().appendingPathExtension("tree"))
    #expect(difference == nil, "\(difference ?? "")")
  }
}

@Test func templatesGiveTheirTrees() {
  let files = fixtures("templates", ".tftpl")
  #expect(!files.isEmpty)
  for file in files {
    guard let source = sourceFile(file) else { continue }
    let (template, diagnostics) = parseTemplate(source)
    #expect(diagnostics.isEmpty, "\(file.lastPathComponent)")
    let difference = differenceFromGolden(dumpExpression(template), file.appendingPathExtension("tree"))
    #expect(difference == nil, "\(difference ?? "")")
  }
}

@Test func filesInJSONGiveTheirTrees() {
  let schema = JSONBlockSchema([
    "resource": JSONBlockSchema.Block(labelCount: 2, content: JSONBlockSchema(["lifecycle": JSONBlockSchema.Block()])),
    "locals": JSONBlockSchema.Block(), "a": JSONBlockSchema.Block(labelCount: 1),
  ])
  let files = fixtures("json", ".tf.json")
  #expect(!files.isEmpty)
  for file in files {
    guard let source = sourceFile(file) else { continue }
    let result = parseJSONConfiguration(source, schema: schema)
    #expect(result.diagnostics.isEmpty, "\(file.lastPathComponent)")
    let difference = differenceFromGolden(dumpTree(result.tree), file.appendingPathExtension("tree"))
    #expect(difference == nil, "\(difference ?? "")")
  }
}

@Test func fixturesOfErrorsGiveTheirDiagnostics() {
  let files = fixtures("errors")
  #expect(!files.isEmpty)
  for file in files {
    guard let result = parse(file) else { continue }
    let difference = differenceFromGolden(
      result.diagnostics.map(describe).joined(), file.deletingPathExtension().appendingPathExtension("errors"))
    #expect(difference == nil, "\(difference ?? "")")
  }
}

/// `line:column id: summary`, the detail indented below.
private func describe(_ diagnostic: Diagnostic) -> String {
  guard let subject = diagnostic.subject else { return "\(diagnostic.id): \(diagnostic.summary)\n" }
  let start = subject.start
  return "\(start.line):\(start.column) \(diagnostic.id): \(diagnostic.summary)\n  \(diagnostic.detail)\n"
}

@Test func everyKindOfSyntaxErrorHasAFixture() throws {
  var reported = Set<String>()
  for file in fixtures("errors") {
    guard let result = parse(file) else { continue }
    reported.formUnion(result.diagnostics.map(\.id))
  }
  let sources = ProjectRoot.url.appendingPathComponent("Sources/HCLSyntax")
  let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
  var known = Set<String>()
  while let file = files?.nextObject() as? URL {
    guard file.pathExtension == "swift", !file.path.contains("/JSON/"), let text = try? String(contentsOf: file, encoding: .utf8) else {
      continue
    }
    for match in text.matches(of: /(?:report\(\s*(?:token, )?|\.error, )"([a-z][a-z-]+-[a-z-]+)"/) { known.insert(String(match.1)) }
  }
  // Reported only where an expression is all of its file; see ParseConfigurationTests.
  known.remove("extra-after-expression")
  #expect(known.count > 30)
  #expect(known.subtracting(reported) == [], "errors without a fixture")
}
