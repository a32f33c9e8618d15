import HCLValues
import Testing

@testable import HCLEvaluation

private let context = FunctionContext(files: .none, workingDirectory: "") { (_, _, _, _) throws(FunctionError) in .string("") }

private let concatenation = Function(
  "test", "Puts two strings together.", [.init("left", .string), .init("right", .string)], returns: .string
) { (arguments, _) throws(FunctionError) in
  .string((arguments[0].stringValue ?? "") + (arguments[1].stringValue ?? ""))
}

@Test func argumentsAreConvertedToTheParametersTypes() throws {
  #expect(try call(concatenation, [.string("a"), .int(1)], context).stringValue == "a1")
}

@Test func theNumberOfArgumentsIsChecked() {
  #expect(throws: FunctionError.self) { try call(concatenation, [.string("a")], context) }
  #expect(throws: FunctionError.self) { try call(concatenation, [.string("a"), .string("b"), .string("c")], context) }
}

@Test func anErrorNamesTheArgumentAtFault() {
  do {
    _ = try call(concatenation, [.string("a"), .null(.string)], context)
    Issue.record("null was taken")
  } catch {
    #expect(error.argument == 1)
  }
}

@Test func anUnknownArgumentGivesAnUnknownResultOfThePredictedTypeThatIsNotNull() throws {
  let result = try call(concatenation, [.unknown(.string), .string("b")], context)
  #expect(result.type == .string)
  #expect(result.refinements?.isNotNull == true)
}

@Test func marksOfAllArgumentsStandOnTheResultAlsoWhenItIsUnknown() throws {
  let marked = Value.string("a").withMarks(.sensitive)
  #expect(try call(concatenation, [marked, .string("b")], context).marks == .sensitive)
  let unknown = try call(concatenation, [.unknown(.string), .string("b").withMarks(.ephemeral)], context)
  #expect(unknown.marks == .ephemeral)
}

@Test func whatMayHaveMoreElementsIsOpenOnlyForFunctionsThatAsk() throws {
  var asking = Function("test", "Asks.", [.init("list", .list(.string))], returns: .bool) {
    (arguments, _) throws(FunctionError) in
    .bool(arguments[0].marks.contains(.open))
  }
  let open = Value.list(of: .string, []).withMarks([.open, .sensitive])
  #expect(try call(asking, [open], context).boolValue == false)
  asking.handlesOpenCollections = true
  let result = try call(asking, [open], context)
  #expect(result.boolValue == true)
  #expect(result.marks == .sensitive)
}

@Test func anArgumentWithoutATypeGivesAResultWithoutAType() throws {
  let identity = Function(
    "test", "Gives its argument.", [.init("value", .dynamic)], type: { (a) throws(FunctionError) in a[0].type }
  ) {
    (arguments, _) throws(FunctionError) in arguments[0]
  }
  #expect(try call(identity, [.dynamicUnknown], context).type == .dynamic)
}
