import HCLEvaluation
import HCLValues
import Testing

@testable import TerraformFunctions

/// Calls a function with a list that may have further elements.
private func gives(_ name: String, _ elements: [Value], _ more: Value...) throws -> Value {
  let function = try #require(TerraformFunctions.standard[name])
  return try call(function, [Value.list(of: elements.first?.type ?? .bool, elements).withMarks(.open)] + more, .reading(nil))
}

@Test func anOpenListDecidesOnlyWhatItsKnownElementsDecide() throws {
  #expect(try gives("contains", [.string("a")], .string("a")).boolValue == true)
  #expect(try !gives("contains", [.string("a")], .string("b")).isKnown)
  #expect(try gives("anytrue", [.bool(true)]).boolValue == true)
  #expect(try !gives("anytrue", [.bool(false)]).isKnown)
  #expect(try gives("alltrue", [.bool(false)]).boolValue == false)
  #expect(try !gives("alltrue", [.bool(true)]).isKnown)
  let length = try gives("length", [.string("a"), .string("b")])
  #expect(!length.isKnown && length.marks == [])
  #expect(length.refinements?.lowerBound?.value == Number(2))
}
