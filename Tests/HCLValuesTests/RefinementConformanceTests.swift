import Foundation
import HCLValues
import TestSupport
import Testing

/// The table gives a value and calls on it as source of the reference's language: `UnknownVal(String).Refine().NotNull().NewValue()`.
@Suite struct RefinementConformanceTests {
  @Test func `unknown values are refined as in the reference`() throws {
    let tables = try JSON.shared("conformance/language/cty_values.json")?["tables"]?.array ?? []
    let rows = tables.first { $0["func"]?.string == "TestValueRefine" }?["rows"]?.rows ?? []
    conform("TestValueRefine", rows) { row in
      guard let source = row["Build"]?["$go"]?.string, let start = source.range(of: "return ") else { return "no source" }
      let (base, calls) = try parts(String(source[start.upperBound...].filter { $0 != "\n" && $0 != "\t" }))
      var result: Value? = try value(base)
      for call in calls {
        if call.name == "Null" { continue }
        result = result?.refined(by: try refinement(call.name, call.argument))
      }
      if row["WantPanic"]?.string != nil { return result == nil ? nil : "is \(debugText(result ?? .null()))" }
      guard let result else { return "is a contradiction" }
      return difference(result, try TypedJSON.value(try row.required("Want")))
    }
  }

  /// The expression in front, and the calls that refine it.
  private func parts(_ source: String) throws -> (base: String, calls: [(name: String, argument: String)]) {
    let names =
      "NotNull|Null|RefineNotNull|StringPrefixFull|StringPrefix|NumberRangeInclusive|NumberRangeLowerBound|"
      + "NumberRangeUpperBound|CollectionLengthLowerBound|CollectionLengthUpperBound|CollectionLength"
    let pattern = try Regex("\\.(\(names))\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)")
    let calls = source.matches(of: pattern).map { match in
      (name: String(match.output[1].substring ?? ""), argument: String(match.output[2].substring ?? ""))
    }
    let base = source.prefix(upTo: source.range(of: ".Refine")?.lowerBound ?? source.endIndex)
    return (String(base), calls)
  }

  private func refinement(_ name: String, _ argument: String) throws -> Refinements {
    if name == "RefineNotNull" { return .notNull }
    // The reader of refinements of a type that has all of them reads one.
    let types: [ValueType] = [.string, .number, .map(.string)]
    var result = Refinements()
    for type in types {
      let read = try TypedJSON.value(.object(["$unknown": .array([.string("\(name)(\(argument))")])]), type)
      if let found = read.refinements { result = result.merged(with: found) ?? result }
    }
    return result
  }

  private func value(_ source: String) throws -> Value {
    switch source {
    case "DynamicVal": return .dynamicUnknown
    case "StringVal(\"foo-baz\")": return .string("foo-baz")
    case "NumberIntVal(10)": return .int(10)
    case "NumberIntVal(1)": return .int(1)
    case "ListValEmpty(String)": return .list(of: .string, [])
    case "MapValEmpty(String)": return .map(of: .string, Attributes())
    case "SetValEmpty(String)": return .set(of: .string, [])
    case "NullVal(Bool)": return .null(.bool)
    case "NullVal(DynamicPseudoType)": return .null()
    case "UnknownVal(String)": return .unknown(.string)
    case "UnknownVal(Number)": return .unknown(.number)
    case "UnknownVal(Bool)": return .unknown(.bool)
    case "UnknownVal(List(String))": return .unknown(.list(.string))
    case "UnknownVal(Set(String))": return .unknown(.set(.string))
    case "UnknownVal(Map(String))": return .unknown(.map(.string))
    case "UnknownVal(EmptyObject)": return .unknown(.object(ObjectType(sorted: [])))
    case "UnknownVal(EmptyTuple)": return .unknown(.tuple([]))
    default: throw TypedJSON.Unreadable(reason: source)
    }
  }
}
