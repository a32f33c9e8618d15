import Diagnostics
import HCLEvaluation
import HCLValues
import SourceText
import TerraformFunctions
import TerraformModel
import TestSupport
import Testing

/// Configurations that ask for more than there is: each meets a limit, in bounded time and memory, with an error that names the place.
@Suite struct LimitTests {
  private func problems(_ source: String) -> [Diagnostic] {
    VirtualModule(source).graph().diagnostics.filter { $0.severity == .error }
  }

  /// Locals of which each is made of the one before.
  private func chain(_ first: String, _ count: Int, _ next: (String) -> String) -> String {
    let lines = (1...count).map { "  a\($0) = \(next("local.a\($0 - 1)"))" }
    return "locals {\n  a0 = \(first)\n\(lines.joined(separator: "\n"))\n}\noutput \"last\" { value = local.a\(count) }\n"
  }

  @Test func `strings that double meet the greatest length`() {
    let errors = problems(chain("\"0123456789abcdef\"", 60) { "\"${\($0)}${\($0)}\"" })
    #expect(errors.map(\.id) == ["value-too-large"])
    #expect(errors.first?.subject?.text.hasPrefix("\"${local.a") == true)
  }

  @Test func `lists that double meet the greatest number of elements`() {
    let errors = problems(chain("[1, 2]", 60) { "concat(\($0), \($0))" })
    #expect(errors.map(\.id) == ["value-too-large"])
  }

  @Test func `values that contain each other twice meet the greatest size`() {
    // What is too large is unknown from there on, and can become too large again.
    #expect(Set(problems(chain("[1]", 60) { "[\($0), \($0)]" }).map(\.id)) == ["value-too-large"])
    #expect(Set(problems(chain("{ a = 1 }", 60) { "{ a = \($0), b = \($0) }" }).map(\.id)) == ["value-too-large"])
  }

  @Test func `expressions that double stay small`() {
    let source = "variable \"v\" {\n  type = number\n}\n" + chain("var.v", 80) { "\($0) + \($0)" }
    let graph = VirtualModule(source).graph()
    #expect(graph.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect((graph.outputs.first?.value.origin?.hclText.utf8.count ?? .max) <= HCLText.limit + 3)
  }

  @Test func `names that lead to one another meet the greatest depth`() {
    // The names are in an order that evaluates the outermost first.
    let lines = (0..<2_000).map { "  a\($0) = [local.a\($0 + 1)]" }
    let errors = problems("locals {\n\(lines.joined(separator: "\n"))\n  a2000 = 1\n}\noutput \"o\" { value = local.a0 }\n")
    #expect(errors.contains { $0.id == "evaluation-depth" })
    #expect(errors.allSatisfy { $0.subject != nil })
  }

  @Test func `values that nest meet the greatest depth`() {
    let outputs = (1...2_000).map { "output \"o\($0)\" { value = local.a\($0) }" }
    let errors = problems(chain("1", 2_000) { "[\($0)]" } + outputs.joined(separator: "\n"))
    #expect(errors.contains { $0.id == "value-too-large" || $0.id == "evaluation-depth" })
  }

  @Test(arguments: ["range(1e9)", "format(\"%999999999d\", 1)", "format(\"%*d\", 999999999, 1)", "setproduct(range(1000), range(1000), range(1000))"])
  func `functions meet limits`(source: String) {
    let errors = problems("output \"o\" { value = \(source) }")
    #expect(errors.count == 1)
    #expect(errors.first?.subject != nil)
  }

  @Test func `loops in loops meet the greatest number of steps`() {
    let errors = problems("output \"o\" { value = [for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a + b + c]]] }")
    #expect(errors.map(\.id) == ["evaluation-limit"])
    #expect(errors.first?.subject?.text.isEmpty == false)
  }

  /// Templates of files by name, for an output that renders `t.tpl`.
  private func problems(templates: [String: String], variables: String = "{}") -> [Diagnostic] {
    let files = FileAccess(
      read: { path throws(FileAccess.Failure) in
        guard let body = templates[path] else { throw .notFound }
        return Array(body.utf8)
      }, list: { _ throws(FileAccess.Failure) in [] })
    let configuration = Configuration.load(
      ".", from: ModuleLibrary(access: VirtualModule("output \"o\" { value = templatefile(\"t.tpl\", \(variables)) }").access))
    return onLargeStack {
      ResourceGraph.build(configuration, binding: .lint, functions: TerraformFunctions.table, files: files).diagnostics
        .filter { $0.severity == .error }
    }
  }

  @Test(arguments: [
    "${templatefile(\"t.tpl\", {})}", "${templatefile(\"t.tpl\", {})}${templatefile(\"t.tpl\", {})}",
    "${try(templatefile(\"t.tpl\", {}), templatefile(\"t.tpl\", {}))}",
    String(repeating: "${[", count: 40) + "templatefile(\"t.tpl\", {})" + String(repeating: "][0]}", count: 40),
    String(repeating: "${(", count: 1) + String(repeating: "(", count: 150) + "templatefile(\"t.tpl\", {})" + String(repeating: ")", count: 151) + "}",
  ])
  func `templates that render themselves meet the greatest depth`(body: String) {
    let errors = problems(templates: ["t.tpl": body])
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.subject != nil })
  }

  @Test func `templates may render templates as deep as in OpenTofu`() {
    let body = "${n == 0 ? \"end\" : templatefile(\"t.tpl\", { n = n - 1 })}"
    #expect(problems(templates: ["t.tpl": body], variables: "{ n = 1000 }") == [])
    let errors = problems(templates: ["t.tpl": body], variables: "{ n = 1100 }")
    #expect(errors.count == 1)
    #expect(errors.first?.detail.contains("1024") == true)
  }

  @Test func `strings that are made again and again meet the greatest total`() {
    let errors = problems("locals { s = format(\"%1000000s\", \"\") }\noutput \"o\" { value = length([for i in range(100) : [for j in range(10) : \"${local.s}${i}\"]]) }")
    #expect(errors.map(\.id) == ["evaluation-limit"])
    #expect(errors.first?.subject != nil)
  }

  @Test func `modules that call each other are an error`() {
    let modules = VirtualModule([
      "main.tf": "module \"a\" { source = \"./a\" }", "a/main.tf": "module \"b\" { source = \"../b\" }", "b/main.tf": "module \"a\" { source = \"../a\" }",
    ])
    let errors = Configuration.load(".", from: ModuleLibrary(access: modules.access)).diagnostics.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.subject != nil })
  }

  @Test func `instances meet the greatest number`() {
    let errors = problems("resource \"aws_vpc\" \"v\" { count = 1e9 }")
    #expect(errors.map(\.id) == ["too-many-instances"])
  }
}
