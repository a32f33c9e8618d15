// modules: SourceText Diagnostics HCLSyntax HCLValues HCLEvaluation CLibYAML Documents CRE2 TerraformFunctions
// support: TreeCheck SampleValues
// seeds: Fixtures/syntax/valid
// libraries: -l:libyaml.a -l:libre2.a -lstdc++

import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions

private let functions = TerraformFunctions.standard.values.sorted { $0.name < $1.name }

/// Reads choices from the bytes of an input.
private struct Choices {
  var bytes: ArraySlice<UInt8>

  mutating func next(below limit: Int) -> Int { Int(bytes.popFirst() ?? 0) % max(1, limit) }

  /// A sample, a number, a text from the input, or a collection of such.
  mutating func value(depth: Int = 0) -> Value {
    switch next(below: 8) {
    case 0, 1, 2: return sampleValues[next(below: sampleValues.count)]
    case 3: return .int(next(below: 256) - 128)
    case 4 where depth < 3: return .tuple((0..<next(below: 5)).map { _ in value(depth: depth + 1) })
    case 5 where depth < 3: return .object((0..<next(below: 4)).map { _ in (["a", "b", "c d"][next(below: 3)], value(depth: depth + 1)) })
    default:
      let length = min(next(below: 64), bytes.count)
      defer { bytes = bytes.dropFirst(length) }
      return .string(String(decoding: bytes.prefix(length), as: UTF8.self))
    }
  }
}

/// Every function, with any arguments, gives a value of the type that it predicts, or an error; a conversion to the type that a value has
/// changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var choices = Choices(bytes: Array(UnsafeBufferPointer(start: data, count: count))[...])
  let function = functions[choices.next(below: functions.count)]
  let extra = function.variadic == nil ? 0 : choices.next(below: 4)
  let arguments = (0..<function.parameters.count + extra).map { _ in choices.value() }
  timed {
    let context = FunctionContext(files: .none, workingDirectory: "", functions: TerraformFunctions.table)
    guard let result = try? call(function, arguments, context) else { return }
    let type = result.type
    if let again = try? result.converted(to: type) { precondition(again.isIdentical(to: result), "a conversion changes a value of the type") }
    checkPrinted(result) { text in
      !parseExpression(SourceFile(path: "printed", text: text)).1.contains { $0.severity == .error }
    }
  }
  return 0
}
