import Diagnostics
import Foundation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TerraformModel
import TestSupport
import Testing

/// Names for the expressions below: variables with values, locals of literals and of variables, a resource, a module.
private let declarations = """
  variable "a" { default = "aa" }
  variable "n" {
    type    = number
    default = 4
  }
  variable "flag" {
    type    = bool
    default = true
  }
  variable "names" {
    type    = list(string)
    default = ["p", "q"]
  }
  locals {
    b = "lit"
    c = "${var.a}/z"
    d = { x = local.b, y = var.a }
  }
  resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
  module "m" {
    source = "./m"
    name   = "${var.a}-m"
  }

  """
private let inner = """
  variable "name" {}
  output "upper" { value = upper(var.name) }
  output "fixed" { value = "fixed" }

  """

/// What an expression gives, read from an output of a module.
private func result(_ source: String, _ binding: Binding) throws -> Value {
  let module = VirtualModule(["main.tf": declarations + "output \"o\" { value = \(source) }\n", "m/main.tf": inner])
  let graph = module.graph(binding)
  #expect(graph.diagnostics.filter { $0.severity == .error }.isEmpty, "\(source): \(graph.diagnostics.map(\.summary))")
  return try #require(graph.outputs.first).value
}

/// The expression, what is left of it when variables and resources stay symbolic, and what it folds to.
private let examples: [(source: String, remainder: String, value: String)] = [
  ("\"${var.a}-x\"", "\"${var.a}-x\"", "\"aa-x\""),
  ("\"${local.b}-x\"", "\"lit-x\"", "\"lit-x\""),
  ("\"${local.b}-${var.a}-${1 + 2}\"", "\"lit-${var.a}-3\"", "\"lit-aa-3\""),
  ("local.c", "\"${var.a}/z\"", "\"aa/z\""),
  ("\"${local.c}/${local.b}\"", "\"${var.a}/z/lit\"", "\"aa/z/lit\""),
  ("upper(local.b)", "\"LIT\"", "\"LIT\""),
  ("upper(var.a)", "upper(var.a)", "\"AA\""),
  ("1 + 2 + var.n", "3 + var.n", "7"),
  ("true ? var.a : local.b", "var.a", "\"aa\""),
  ("var.flag ? var.a : local.b", "var.flag ? var.a : \"lit\"", "\"aa\""),
  ("false && var.flag", "false", "false"),
  ("local.d.x", "\"lit\"", "\"lit\""),
  ("local.d.y", "var.a", "\"aa\""),
  ("merge({ k = 1 }, { l = var.a })", "{ k = 1, l = var.a }", "{ k = 1, l = \"aa\" }"),
  ("[for s in [\"u\", \"v\"] : \"${s}-${var.a}\"]", "[\"u-${var.a}\", \"v-${var.a}\"]", "[\"u-aa\", \"v-aa\"]"),
  ("length(var.names)", "length(var.names)", "2"),
  ("var.names[0]", "var.names[0]", "\"p\""),
  ("module.m.upper", "upper(\"${var.a}-m\")", "\"AA-M\""),
  ("module.m.fixed", "\"fixed\"", "\"fixed\""),
]

@Suite struct SymbolicTests {
  @Test(arguments: examples) func `the remainder is the smallest expression`(source: String, remainder: String, value: String) throws {
    let left = try result(source, .convert)
    #expect(left.hclText == remainder)
    #expect(left.isWhollyKnown == (remainder == value))
  }

  @Test(arguments: examples) func `what is known folds and keeps its origin`(source: String, remainder: String, value: String) throws {
    let folded = try result(source, .lint)
    #expect(folded.isWhollyKnown)
    var plain = folded
    plain.origin = nil
    #expect(withoutOrigins(plain).hclText == value)
    // What is made of literals alone comes from nowhere else.
    if remainder == value { #expect(folded.origin == nil || folded.origin?.hclText.isEmpty == false) } else { #expect(hasOrigin(folded)) }
  }

  @Test func `references to resources remain under both bindings`() throws {
    #expect(try result("\"${aws_vpc.main.id}/x\"", .convert).hclText == "\"${aws_vpc.main.id}/x\"")
    #expect(try result("aws_vpc.main.cidr_block", .convert).hclText == "aws_vpc.main.cidr_block")
    #expect(try result("\"${aws_vpc.main.id}/x\"", .lint).hclText == "\"${aws_vpc.main.id}/x\"")
    let folded = try result("aws_vpc.main.cidr_block", .lint)
    #expect(folded.stringValue == "10.0.0.0/16")
    #expect(folded.origin?.hclText == "aws_vpc.main.cidr_block")
  }

  /// What is printed of a symbolic value, evaluated in the scope of the root module with its variables known, is the folded value.
  @Test(arguments: ["shop"]) func `remainders of whole modules mean what they fold to`(project: String) throws {
    let module = try Self.module(ofProject: project)
    let configuration = Configuration.load(".", from: ModuleLibrary(access: module.access))
    let session = try #require(ModuleSession(configuration, functions: TerraformFunctions.table))
    let folded = ResourceGraph.build(configuration, binding: .lint, functions: TerraformFunctions.table)
    let symbolic = ResourceGraph.build(configuration, binding: .convert, functions: TerraformFunctions.table)
    var compared = 0
    for resource in symbolic.resources {
      let twin = try #require(folded.resource(at: resource.address))
      for (name, value) in resource.values.pairs {
        guard let known = twin.values[name], known.isWhollyKnown, known.deepMarks.isEmpty else { continue }
        let text = value.hclText
        // Resources of other modules have addresses and no names.
        if text.contains("module.") { continue }
        let (expression, problems) = parseExpression(SourceFile(path: "remainder", text: text))
        #expect(problems.isEmpty, "\(resource.address).\(name): \(text)")
        let (again, errors) = session.evaluate(expression)
        #expect(errors.isEmpty, "\(resource.address).\(name): \(text): \(errors.map(\.summary))")
        let converted = (try? again.converted(to: known.type)) ?? again
        #expect(withoutOrigins(converted).hclText == withoutOrigins(known).hclText, "\(resource.address).\(name): \(text)")
        compared += 1
      }
    }
    print("remainders of \(project): \(compared) compared")
    #expect(compared > 20)
  }

  private static func module(ofProject name: String) throws -> VirtualModule {
    let folder = ProjectRoot.fixture("projects/\(name)")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var files: [String: String] = [:]
    for path in paths where path.hasSuffix(".tf") || path.hasSuffix(".tfvars") {
      files[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return VirtualModule(files)
  }
}

private func withoutOrigins(_ value: Value) -> Value {
  var copy = value.mapChildren(withoutOrigins)
  copy.origin = nil
  return copy
}

private func hasOrigin(_ value: Value) -> Bool { value.origin != nil || value.children.contains(where: hasOrigin) }
