import Diagnostics
import HCLEvaluation
import HCLSyntax
import SourceText
import Testing

@Suite struct RangeTests {
  @Test func `the place of a name that is not UTF-8 ends within the file`() {
    let bytes = Array("ssumelistlengthmax".utf8) + [0xC1, 0x8B, 0x5F, 0xC1, 0x8B, 0x2D]
    let (expression, problems) = parseTemplate(SourceFile(path: "input", bytes: Array("${".utf8) + bytes + Array("}".utf8)))
    let (alone, alonesProblems) = parseExpression(SourceFile(path: "input", bytes: bytes))
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    _ = evaluator.evaluate(expression)
    _ = evaluator.evaluate(alone)
    let diagnostics = evaluator.diagnostics + problems + alonesProblems
    #expect(!evaluator.diagnostics.isEmpty)
    for diagnostic in diagnostics {
      guard let subject = diagnostic.subject else { continue }
      #expect(subject.bytes.start <= subject.bytes.end && Int(subject.bytes.end) <= subject.file.bytes.count)
    }
  }
}
