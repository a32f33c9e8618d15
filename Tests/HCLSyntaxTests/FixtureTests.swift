import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import TestSupport
import Testing

private func fixtures(_ folder: String) -> [URL] {
  let url = ProjectRoot.fixture("syntax/\(folder)")
  let files = (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)) ?? []
  return files.filter { $0.pathExtension == "tf" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
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
