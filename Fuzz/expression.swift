// modules: SourceText Diagnostics HCLSyntax HCLValues HCLEvaluation CLibYAML Documents CRE2 TerraformFunctions
// seeds: Fixtures/syntax Fixtures/hcl
// libraries: -l:libyaml.a -l:libre2.a -lstdc++

import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions

/// Variables of all types: known, null, unknown, marked, open, with and without origins.
private func randomScope(_ seed: UInt8) -> VariableScope {
  let samples: [Value] = [
    .string("a"), .string("é-10.0.0.0/8"), .int(2), .int(-1), .bool(true), .null(.dynamic), .null(.string), .dynamicUnknown,
    .unknown(.string, .notNull, origin: .variable("s")), .unknown(.list(.string), .none, origin: .variable("l")), .unknown(.number),
    .list(of: .string, [.string("x"), .string("y")]), .set(of: .number, [.int(1), .int(2)]),
    .map(of: .string, [("a", .string("1")), ("b", .string("2"))]), .object([("a", .int(1)), ("b", .tuple([.string("q"), .null(.dynamic)]))]),
    Value.string("secret").withMarks(.sensitive), Value.tuple([.int(1)]).withMarks(.open), .list(of: .string, []),
    .unknown(.object(ObjectType([.init(name: "a", type: .string)])), .notNull, origin: .variable("o")),
    Value.map(of: .bool, [("k", .bool(false))]).withMarks([.sensitive, .ephemeral]).withOrigin(.variable("m")),
  ]
  var pairs: [(String, Value)] = []
  for (position, name) in ["a", "b", "c", "x", "foo", "var", "local", "each"].enumerated() {
    pairs.append((name, samples[(Int(seed) &* 7 &+ position &* 5) % samples.count]))
  }
  return VariableScope(Attributes(pairs))
}

/// Any expression and any template gives a value and diagnostics whose places lie in the file; what is printed of a value that is
/// wholly known parses again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data, count > 1 else { return 0 }
  let file = SourceFile(path: "input", bytes: Array(UnsafeBufferPointer(start: data + 1, count: count - 1)))
  for (expression, problems) in [parseExpression(file), parseTemplate(file)] {
    let context = FunctionContext(files: .none, workingDirectory: "", functions: TerraformFunctions.table)
    var evaluator = Evaluator(scope: randomScope(data[0]), functions: TerraformFunctions.table, context: context)
    evaluator.grant(steps: 100_000)
    let value = evaluator.evaluate(expression)
    for diagnostic in evaluator.diagnostics + problems {
      guard let range = diagnostic.subject?.bytes, diagnostic.subject?.file.path == "input" else { continue }
      precondition(range.start <= range.end && Int(range.end) <= count - 1, "a range leaves the file")
    }
    let text = value.hclText
    _ = value.shortSourceForm
    // What did not parse may have bytes that are no text.
    if problems.contains(where: { $0.severity == .error }) { continue }
    if value.isWhollyKnown, value.deepMarks.isEmpty, text.utf8.count < HCLText.limit {
      let (_, again) = parseExpression(SourceFile(path: "printed", text: text))
      precondition(!again.contains { $0.severity == .error }, "what was printed does not parse")
    }
  }
  return 0
}
