// modules: SourceText Diagnostics HCLSyntax HCLValues HCLEvaluation CLibYAML Documents CRE2 TerraformFunctions
// support: TreeCheck SampleValues
// seeds: Fixtures/syntax/valid Fixtures/syntax/templates
// libraries: -l:libyaml.a -l:libre2.a -lstdc++

import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions

/// Names with a sample value each, which ones the seed says.
private func randomScope(_ seed: UInt8) -> VariableScope {
  var pairs: [(String, Value)] = []
  for (position, name) in ["a", "b", "c", "x", "foo", "var", "local", "each"].enumerated() {
    pairs.append((name, sampleValues[(Int(seed) &* 7 &+ position &* 11) % sampleValues.count]))
  }
  return VariableScope(Attributes(pairs))
}

/// Any expression and any template gives a value and diagnostics whose places lie in the file; what is printed of a value that is
/// wholly known or symbolic parses again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data, count > 1 else { return 0 }
  let file = SourceFile(path: "input", bytes: Array(UnsafeBufferPointer(start: data + 1, count: count - 1)))
  for isTemplate in [false, true] {
    timed {
      let (expression, problems) = isTemplate ? parseTemplate(file) : parseExpression(file)
      let context = FunctionContext(files: .none, workingDirectory: "", functions: TerraformFunctions.table)
      var evaluator = Evaluator(scope: randomScope(data[0]), functions: TerraformFunctions.table, context: context)
      evaluator.grant(steps: 100_000, text: 16 << 20)
      let value = evaluator.evaluate(expression)
      for diagnostic in evaluator.diagnostics + problems {
        guard let range = diagnostic.subject?.bytes, diagnostic.subject?.file.path == "input" else { continue }
        precondition(range.start <= range.end && Int(range.end) <= count - 1, "a range leaves the file")
      }
      // What did not parse may have bytes that are no text.
      if problems.contains(where: { $0.severity == .error }) { return }
      checkPrinted(value) { text in
        !parseExpression(SourceFile(path: "printed", text: text)).1.contains { $0.severity == .error }
      }
    }
  }
  return 0
}
