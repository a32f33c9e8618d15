import Diagnostics
import Foundation
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TestSupport
import Testing

@Test func theSpecificationsOwnSuiteHolds() throws {
  guard let root = ProjectRoot.shared?.appendingPathComponent("conformance/language/hcl-specsuite") else { return }
  var table = ReferenceTable("hcl-specsuite")
  let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
  for test in files.filter({ $0.pathExtension == "t" }).sorted(by: { $0.path < $1.path }) {
    let base = test.deletingPathExtension()
    for ending in ["hcl", "hcl.json"] {
      let input = base.appendingPathExtension(ending)
      guard FileManager.default.fileExists(atPath: input.path) else { continue }
      let name = String(input.path.dropFirst(root.path.count + 1))
      do {
        let difference = try difference(test: test, specification: base.appendingPathExtension("hcldec"), input: input)
        table.check(name, difference == nil, difference ?? "")
      } catch {
        table.check(name, false, "\(error)")
      }
    }
  }
  table.finish()
}

/// What of a test's expectations does not hold; nil when all do.
private func difference(test: URL, specification: URL, input: URL) throws -> String? {
  let expectations = try body(test)
  let (decoder, variables) = try DecoderSpecification.read(body(specification))
  let file = SourceFile(path: input.lastPathComponent, bytes: [UInt8](try Data(contentsOf: input)))
  let result = input.pathExtension == "json" ? parseJSONConfiguration(file, schema: decoder.schema) : parseConfiguration(file)
  let content = BodySyntax(tree: result.tree, id: result.tree.root)
  var problems = result.diagnostics
  let value = problems.isEmpty ? decoder.decode(content, variables, &problems) : .dynamicUnknown
  let expected = expectations.blocks(ofType: "diagnostics").flatMap { $0.body.blocks }.map(expectedRange)
  let actual = problems.map { "\($0.severity) \($0.subject.map(place) ?? "")" }
  if expected != actual { return "expected \(expected), actual \(actual)" }
  if let traversals = expectations.blocks(ofType: "traversals").first {
    var count = 0
    for attribute in content.attributes { attribute.expression.forEachScopeTraversal { _ in count += 1 } }
    if count != traversals.body.blocks.count { return "\(count) traversals" }
  }
  return try expected.isEmpty ? difference(value, expectations) : nil
}

private func difference(_ value: Value, _ expectations: BodySyntax) throws -> String? {
  let type = expectations.attribute("result_type").map { typeConstraint($0.expression).0 } ?? .dynamic
  let actual = try value.converted(to: type)
  guard let wanted = expectations.attribute("result") else { return nil }
  let expected = try DecoderSpecification.value(of: wanted.expression).converted(to: type)
  return actual.isIdentical(to: expected) ? nil : "expected \(expected), actual \(actual)"
}

private func body(_ url: URL) throws -> BodySyntax {
  let result = parseConfiguration(SourceFile(path: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url))))
  guard result.diagnostics.isEmpty else { throw DecoderSpecification.Unreadable(reason: "\(url.lastPathComponent) does not parse") }
  return BodySyntax(tree: result.tree, id: result.tree.root)
}

private func expectedRange(_ block: BlockSyntax) -> String {
  func place(_ name: String) -> String {
    guard let body = block.body.blocks(ofType: name).first?.body else { return "" }
    return ["line", "column", "byte"].map { name in
      body.attribute(name).map { $0.tree.file.text($0.expression.range.bytes) } ?? ""
    }.joined(separator: ":")
  }
  return "\(block.type) \(place("from")) \(place("to"))"
}

private func place(_ range: SourceRange) -> String {
  let (start, end) = (range.start, range.end)
  return "\(start.line):\(start.column):\(start.byte) \(end.line):\(end.column):\(end.byte)"
}
