import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TestSupport
import Testing

@testable import TerraformModel

/// What expressions refer to in the scope of a module, and what that is: the reference's tables over one module, which stands here as
/// configuration.
@Suite struct ScopeConformanceTests {
  private static func rows(_ table: String) throws -> [(name: String, row: JSON)] {
    try JSON.shared("conformance/language/scope_eval.json")?["tables"]?[table]?.array?.first?["rows"]?.rows ?? []
  }

  /// The module of the tables, below the root as its path says.
  private static let files = VirtualModule([
    "main.tf": """
    module "scope" {
      source = "./foo/bar"
      baz    = "boop"
    }
    """,
    "foo/bar/main.tf": """
    variable "baz" { type = string }
    locals {
      foo      = "bar"
      greeting = "howdy"
      list     = ["elem0", "elem1"]
      map      = { key1 = "val1", key2 = "val2" }
    }
    resource "null_resource" "foo" { attr = "bar" }
    resource "null_resource" "multi" {
      count = 2
      attr  = "multi${count.index}"
    }
    resource "null_resource" "each" {
      for_each = toset(["each0", "each1"])
      attr     = each.key
    }
    data "null_data_source" "foo" { attr = "bar" }
    ephemeral "foo_ephemeral" "bar" { attr = "baz" }
    module "foo" { source = "./outputs" }
    """,
    "foo/bar/outputs/main.tf": """
    output "output0" { value = "bar0" }
    output "output1" { value = "bar1" }
    """,
  ])

  private static func scope() throws -> ModuleEvaluation {
    let configuration = Configuration.load(".", from: ModuleLibrary(access: files.access))
    let context = FunctionContext(files: .none, workingDirectory: ".", functions: TerraformFunctions.table)
    let run = EvaluationRun(
      configuration: configuration, binding: .lint, functions: TerraformFunctions.table, context: context, given: [:], workspace: "default",
      concrete: nil)
    let root = ModuleEvaluation(run: run, module: try #require(configuration.root), address: .root)
    return try #require(root.callExpansion("scope")?.instances.first?.module)
  }

  private static func symbols() -> InstanceSymbols {
    InstanceSymbols(countIndex: .int(0), eachKey: .string("a"), eachValue: .int(1))
  }

  /// Rows that are counted apart.
  private static let ownObject = "“self”, which only blocks have that are evaluated by a run: provisioners, connections, postconditions"

  // MARK: References

  @Test func `expressions refer to what the reference finds, and it has the same value`() throws {
    let module = try Self.scope()
    conform("scope of references", try Self.rows("TestScopeEvalContext"), excluding: ["16": Self.ownObject]) { row in
      let (expression, problems) = parseExpression(SourceFile(path: "test.tf", text: row["Expr"]?.string ?? ""))
      guard problems.isEmpty else { return "does not parse" }
      let wanted = row["Want"]?.object ?? [:]
      let roots = Self.roots(of: expression, module)
      if roots != Set(wanted.keys) { return "refers to \(roots.sorted()), should refer to \(wanted.keys.sorted())" }
      for (root, value) in wanted {
        if let problem = Self.difference(root, try TypedJSON.value(value), module) { return problem }
      }
      return nil
    }
  }

  /// The names in scope that an expression needs; resources also stand below “resource”, and “terraform” has a second name.
  private static func roots(of expression: ExpressionSyntax, _ module: ModuleEvaluation) -> Set<String> {
    var roots: Set<String> = []
    for address in module.references(in: expression) {
      switch address.mode {
      case .managed: roots.formUnion([address.type, "resource"])
      case .data: roots.insert("data")
      case .ephemeral: roots.insert("ephemeral")
      }
    }
    expression.forEachScopeTraversal { traversal in
      let root = traversal.rootName
      if ["count", "each", "local", "module", "path", "self", "var"].contains(root) { roots.insert(root) }
      if ["terraform", "tofu"].contains(root) { roots.formUnion(["terraform", "tofu"]) }
    }
    return roots
  }

  /// Every part of the value under the name that it has in the module.
  private static func difference(_ source: String, _ wanted: Value, _ module: ModuleEvaluation) -> String? {
    if let pairs = wanted.keyedElements {
      return pairs.lazy.compactMap { pair in
        let step = pair.key.stringValue.map { HCLValues.isIdentifier($0) ? ".\($0)" : "[\(quotedHCL($0))]" } ?? "[\(pair.key.hclText)]"
        return difference(source + step, pair.element, module)
      }.first
    }
    let expression = parseExpression(SourceFile(path: "test.tf", text: source)).0
    let before = module.run.diagnostics.count
    let value = module.evaluate(expression, symbols())
    if let problem = module.run.diagnostics[before...].first { return "\(source): \(problem.summary)" }
    return TestSupport.difference(value, wanted).map { "\(source) \($0)" }
  }

  @Test func `expressions call the functions of providers that the reference finds`() throws {
    conform("references to functions", try Self.rows("TestReferencesInExpr")) { row in
      let (expression, problems) = parseExpression(SourceFile(path: "test.tf", text: row["exprSrc"]?.string ?? ""))
      guard problems.isEmpty else { return "does not parse" }
      var called: [String] = []
      expression.forEachNode { node in
        guard case .functionCall(let name, _, _) = node.expression, node.tree.name(name).hasPrefix("provider::") else { return }
        called.append(node.tree.name(name))
      }
      let wanted = row["wantFuncRefs"]?.array?.compactMap(\.string) ?? []
      return called == wanted ? nil : "calls \(called), should call \(wanted)"
    }
  }

  @Test func `functions that there are not are told apart`() throws {
    let ids = [
      "Call to unknown function": "unknown-function", "Unknown function namespace": "unknown-function-namespace",
      "Invalid function format": "invalid-function-name",
    ]
    let module = try Self.scope()
    conform("unknown functions", try Self.rows("Test_enhanceFunctionDiags")) { row in
      let source = (row["Config"]?.string ?? "").dropFirst("attr = ".count)
      let before = module.run.diagnostics.count
      _ = module.evaluate(parseExpression(SourceFile(path: "test.tf", text: String(source))).0)
      let found = module.run.diagnostics[before...].map(\.id)
      return found == [ids[row["Summary"]?.string ?? ""]] ? nil : "reports \(found), should be \(row["Summary"]?.string ?? "")"
    }
  }

  // MARK: Blocks

  private static func decode(
    _ source: String, _ type: ObjectType, _ module: ModuleEvaluation, _ symbols: InstanceSymbols = .none,
    variables: [(String, Value)] = [], isJSON: Bool = false
  ) -> (value: Value, problems: [Diagnostic]) {
    let file = SourceFile(path: isJSON ? "test.tf.json" : "test.tf", text: source)
    let parsed = isJSON ? parseJSONConfiguration(file, schema: JSONBlockSchema([:])) : parseConfiguration(file)
    var decoder = BlockDecoder(evaluator: module.evaluator(symbols))
    for (name, value) in variables { decoder.evaluator.pushLocal(name, value) }
    let block = decoder.decode(BlockPlan(parsed.tree.rootBody, .object(type)))
    return (.object(block.values), parsed.diagnostics + decoder.evaluator.diagnostics)
  }

  /// A decoded block as a value of the type that its schema implies: what is not set is null.
  private static func completed(_ value: Value, _ type: ObjectType) throws -> Value {
    try value.converted(to: ValueType.object(type).withOptionalAttributes)
  }

  @Test func `blocks are expanded as in the reference`() throws {
    let module = try Self.scope()
    let block = ValueType.object(ObjectType(["baz": .string]))
    let objects = ValueType.list(.object(ObjectType(["boop": .string])))
    let labelled = ObjectType(["foo": .string, "list_of_obj": objects, "bar": .list(block)])
    conform("expanded blocks", try Self.rows("TestScopeExpandEvalBlock")) { row in
      let (value, problems) = Self.decode(row["Config"]?.string ?? "", labelled, module)
      if let problem = problems.first { return problem.summary }
      var attributes = value.attributes ?? Attributes()
      // The table keeps blocks with a label under it, and has an empty map when there is none.
      let blocks = try (attributes["bar"]?.elements ?? []).map { element in
        (element.attributes?["label"]?.stringValue ?? "", try element.converted(to: block.withOptionalAttributes))
      }
      attributes["bar"] = nil
      var plain = try Self.completed(.object(attributes), ObjectType(["foo": .string, "list_of_obj": objects])).attributes ?? Attributes()
      plain["bar"] = .map(of: block, blocks)
      return TestSupport.difference(.object(plain), try TypedJSON.value(row.required("Want")))
    }
  }

  @Test func `blocks are evaluated with the symbols of their instance`() throws {
    let module = try Self.scope()
    let machine = "a path of the machine, which stays out of all results"
    conform("blocks with symbols", try Self.rows("TestScopeEvalSelfBlock"), excluding: ["0": Self.ownObject, "3": machine, "5": machine]) { row in
      var symbols = InstanceSymbols.none
      symbols.countIndex = try row["KeyData"]?["CountIndex"].map(TypedJSON.value)
      symbols.eachKey = try row["KeyData"]?["EachKey"].map(TypedJSON.value)
      let type = ObjectType(["attr": .string, "num": .number])
      let (value, problems) = Self.decode(row["Config"]?.string ?? "", type, module, symbols)
      if let problem = problems.first { return problem.summary }
      let wanted = try (row["Want"]?.object ?? [:]).map { ($0.key, try TypedJSON.value($0.value)) }
      return TestSupport.difference(try Self.completed(value, type), .object(wanted))
    }
  }
}
