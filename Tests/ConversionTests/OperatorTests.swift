import HCLSyntax
import HCLValues
import SourceText
import Testing

@testable import Conversion

/// Every operator's way back undoes its way forward, on known and on symbolic values.
@Suite struct OperatorTests {
  static let name = Value.symbolic(.variable("name"), type: .string)
  static let flag = Value.symbolic(.variable("flag"), type: .bool)
  static let choice = Value.symbolic(
    .conditional(test: flag, then: .string("a"), otherwise: .string("b")), type: .string)

  /// An operator's arguments as a mapping writes them, and values of Terraform that come back as they were.
  struct Case: CustomTestStringConvertible, Sendable {
    var operation: String
    var arguments: String
    var values: [Value]
    var testDescription: String { "\(operation)(\(arguments))" }
  }

  static let cases: [Case] = [
    Case(operation: "enum", arguments: #"{ a = "A", b = "B", true = "on", false = "off" }"#, values: [.string("a"), .string("b"), .string("other"), .bool(true), .bool(false)]),
    Case(operation: "not", arguments: "", values: [.bool(true), .bool(false), flag]),
    Case(operation: "text", arguments: "", values: [.string("x"), name]),
    Case(operation: "number", arguments: "", values: [.string("12"), .string("0.5")]),
    Case(operation: "boolean", arguments: "", values: [.string("true"), .string("false")]),
    Case(operation: "upper", arguments: "", values: [.string("tcp")]),
    Case(operation: "lower", arguments: "", values: [.string("TCP")]),
    Case(operation: "prefix", arguments: #""arn:""#, values: [.string("x"), .string(""), name]),
    Case(operation: "suffix", arguments: #"":*""#, values: [.string("x"), name]),
    Case(operation: "strip_prefix", arguments: #""p/""#, values: [.string("p/x"), .symbolic(.template([.string("p/"), name]), type: .string)]),
    Case(operation: "strip_suffix", arguments: #"":*""#, values: [.string("x:*"), .symbolic(.template([name, .string(":*")]), type: .string)]),
    Case(operation: "scale", arguments: "1024", values: [.int(0), .int(3), .int(-7)]),
    Case(operation: "scale", arguments: #""1/60""#, values: [.int(120), .int(0)]),
    Case(operation: "base64", arguments: "", values: [.string("#!/bin/sh"), name]),
    Case(operation: "json", arguments: "", values: [.string(#"{"A":[1,"x",true,null]}"#), .symbolic(.call("jsonencode", [.object([("k", name)])]), type: .string)]),
    Case(operation: "json", arguments: #""pascal""#, values: [.string(#"{"a":{"bC":1}}"#)]),
    Case(operation: "json_text", arguments: "", values: [.object([("a", .tuple([.int(1)]))]), .object([("a", name)])]),
    Case(operation: "tags", arguments: "", values: [.object([("Name", .string("x")), ("Stage", name)]), .object([])]),
    Case(operation: "pairs", arguments: #""Name", "Value""#, values: [.object([("a", .int(1)), ("b", .string(""))])]),
    Case(operation: "wrap", arguments: #""Arn""#, values: [.tuple([.string("a"), name]), .tuple([]), .string("one"), name]),
    Case(operation: "first", arguments: "", values: [.tuple([.string("a")]), .tuple([name])]),
    Case(operation: "list", arguments: "", values: [.string("a"), .object([("a", name)])]),
    Case(operation: "split", arguments: #"",""#, values: [.string("a,b"), .string("a"), .string(","), name]),
    Case(operation: "join", arguments: #"",""#, values: [.tuple([.string("a"), .string("b")]), .symbolic(.variable("list"), type: .list(.string))]),
    Case(operation: "keyed", arguments: #""name""#, values: [.tuple([.object([("name", .string("a")), ("size", .int(1))]), .object([("name", .string("b"))])])]),
    Case(operation: "keyed", arguments: #""name", "value""#, values: [.tuple([.object([("name", .string("a")), ("value", name)])])]),
    Case(operation: "artifact", arguments: "", values: [.string("build/x.zip"), name]),
  ]

  @Test(arguments: cases) func `the way back undoes the way forward`(one: Case) throws {
    let operation = try #require(OperatorTable(adding: CloudFormationTarget().operators)[one.operation])
    let arguments = try Self.arguments(one.arguments)
    #expect(operation.arguments.contains(arguments.count))
    for value in one.values {
      let forward = try #require(try operation.apply(.forward, value, arguments), "\(value.sourceText)")
      let back = try #require(try operation.apply(.backward, forward, arguments), "\(value.sourceText)")
      #expect(back.sourceText == value.sourceText, "through \(forward.sourceText)")
    }
  }

  @Test func `every operator has a case`() {
    let covered = Set(Self.cases.map(\.operation))
    for name in OperatorTable(adding: CloudFormationTarget().operators).names { #expect(covered.contains(name), "\(name)") }
  }

  @Test func `an operator acts on both branches of a conditional`() throws {
    let prefix = try #require(OperatorTable()["prefix"])
    let result = try prefix.apply(.forward, Self.choice, Self.arguments(#""x-""#))
    #expect(result?.sourceText == #"var.flag ? "x-a" : "x-b""#)
  }

  @Test func `a table over a variable becomes conditionals`() throws {
    let table = try #require(OperatorTable()["enum"])
    let flag = try table.apply(.forward, Self.flag, Self.arguments(#"{ true = "on", false = "off" }"#))
    #expect(flag?.sourceText == #"var.flag ? "on" : "off""#)
    let name = try table.apply(.forward, Self.name, Self.arguments(#"{ all = "-1" }"#))
    #expect(name?.sourceText == #"var.name == "all" ? "-1" : var.name"#)
  }

  @Test func `what cannot be done says why`() throws {
    let table = OperatorTable()
    let losses: [(String, Value, String)] = [
      ("scale", Self.name, "1024"), ("scale", .int(.max), "1024"), ("tags", Self.name, ""), ("first", .tuple([.int(1), .int(2)]), ""), ("upper", Self.name, ""),
      ("number", .string("x"), ""), ("keyed", .tuple([.object([("size", .int(1))])]), #""name""#), ("json", .string("{"), ""),
    ]
    for (name, value, arguments) in losses {
      let operation = try #require(table[name])
      let list = try Self.arguments(arguments)
      #expect(throws: ConversionLoss.self) { _ = try operation.apply(.forward, value, list) }
    }
  }

  static func arguments(_ text: String) throws -> [MappingExpression] {
    let (syntax, problems) = parseExpression(SourceFile(path: "arguments", text: "f(\(text))"))
    #expect(problems.isEmpty)
    guard case .call(_, let arguments) = MappingExpression(syntax).form else { return [] }
    return arguments
  }
}
