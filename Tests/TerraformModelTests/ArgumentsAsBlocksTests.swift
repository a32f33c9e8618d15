import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText
import TerraformFunctions
import TestSupport
import Testing

@testable import TerraformModel

/// Arguments made of objects that are written as blocks: what the reference reads from them, and what they refer to.
@Suite struct ArgumentsAsBlocksTests {
  private static func rows(_ table: String) throws -> [(name: String, row: JSON)] {
    try JSON.shared("conformance/language/scope_eval.json")?["tables"]?[table]?.array?.first?["rows"]?.rows ?? []
  }

  // MARK: Schemas

  /// The schema of a row, through the form in which providers are described to other programs.
  private static func schema(_ row: JSON) throws -> BlockSchema {
    let document = JSON.object([
      "provider_schemas": .object(["test": .object(["resource_schemas": .object(["test_block": .object(["block": block(row["schema"])])])])])
    ])
    let (schemas, problems) = ProviderSchemaDocument.read(SourceFile(path: "test.json", text: document.text))
    return try #require(problems.isEmpty ? schemas.first?.resource("test_block") : nil)
  }

  private static func block(_ schema: JSON?) -> JSON {
    let nested = (schema?["BlockTypes"]?.object ?? [:]).mapValues { block in
      JSON.object(["nesting_mode": nesting(block), "min_items": block["MinItems"] ?? .number(0), "block": self.block(block["Block"])])
    }
    return .object(["attributes": attributes(schema), "block_types": .object(nested)])
  }

  private static func attributes(_ schema: JSON?) -> JSON {
    .object(
      (schema?["Attributes"]?.object ?? [:]).mapValues { attribute in
        let nested = attribute["NestedType"]
        let type = ["nested_type": JSON.object(["nesting_mode": nested.map(nesting) ?? .null, "attributes": attributes(nested)])]
        return .object(
          ["optional": .bool(true)].merging(nested == nil ? ["type": attribute["Type"]?["$ctytype"] ?? .null] : type) { first, _ in first })
      })
  }

  private static func nesting(_ json: JSON) -> JSON {
    .string((json["Nesting"]?["$go"]?.string ?? "").replacing("configschema.Nesting", with: "").lowercased())
  }

  // MARK: Values

  private static let variables = [("baz", Value.string("baz value")), ("beep", .string("beep value"))]

  @Test func `arguments written as blocks have the values of the reference`() throws {
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule("").access))
    let context = FunctionContext(files: .none, workingDirectory: ".", functions: TerraformFunctions.table)
    let run = EvaluationRun(
      configuration: configuration, binding: .lint, functions: TerraformFunctions.table, context: context, given: [:], workspace: nil,
      concrete: nil)
    let module = ModuleEvaluation(run: run, module: try #require(configuration.root), address: .root)
    let validation = ModuleValidation(
      configuration: configuration, module: try #require(configuration.root), functions: TerraformFunctions.table, context: context,
      providers: ProviderAdmission(configuration))
    conform("arguments as blocks", try Self.rows("TestFixUpBlockAttrs")) { row in
      let schema = try Self.schema(row)
      let errors = Self.errors(row, schema, validation)
      if row["wantErrs"]?.bool == true { return errors.isEmpty ? "reports nothing" : nil }
      if let error = errors.first { return error }
      let file = SourceFile(path: "test.tf", text: row["src"]?.string ?? "")
      let parsed = row["json"]?.bool == true ? parseJSONConfiguration(file, schema: JSONBlockSchema([:])) : parseConfiguration(file)
      var decoder = BlockDecoder(evaluator: module.evaluator(.none))
      for (name, value) in Self.variables { decoder.evaluator.pushLocal(name, value) }
      let decoded = Value.object(decoder.decode(BlockPlan(parsed.tree.rootBody, .schema(schema))).values)
      if let problem = decoder.evaluator.diagnostics.first { return problem.summary }
      return difference(try decoded.converted(to: schema.impliedType.withOptionalAttributes), try Self.wanted(row, schema.impliedType))
    }
  }

  /// What the schema has to say of the block.
  private static func errors(_ row: JSON, _ schema: BlockSchema, _ validation: ModuleValidation) -> [String] {
    if row["json"]?.bool == true { return [] }
    let file = SourceFile(path: "test.tf", text: "resource \"test_block\" \"a\" {\n\(row["src"]?.string ?? "")\n}\n")
    let parsed = parseConfiguration(file)
    guard let block = parsed.tree.rootBody.blocks.first else { return ["no block"] }
    var evaluator = validation.evaluator(.none)
    for (name, value) in variables { evaluator.pushLocal(name, value) }
    let found = SchemaCheck.check(
      attributes: block.body.attributes, blocks: block.body.blocks, header: block, schema, judge: nil, evaluator)
    return (parsed.diagnostics + found).filter { $0.severity == .error }.map(\.summary)
  }

  /// The expected value; the table has that of one argument as source of the reference's language.
  private static func wanted(_ row: JSON, _ type: ValueType) throws -> Value {
    guard let source = row["want"]?["$go"]?.string else { return try TypedJSON.value(try row.required("want")) }
    guard case .object(let object) = type, let argument = object.attribute("foo") else { throw TypedJSON.Unreadable(reason: source) }
    if source.contains("NullVal(") { return .object([("foo", .null(argument.type))]) }
    if source.contains("ListValEmpty(") { return .object([("foo", .list(of: argument.type.elementType ?? .dynamic, []))]) }
    throw TypedJSON.Unreadable(reason: source)
  }

  // MARK: References

  @Test func `references are found where the reference finds them`() throws {
    let misplaced = "what stands in a block that there cannot be is looked at, too"
    conform("references in blocks", try Self.rows("TestExpandedVariables"), except: ["misplaced dynamic block": misplaced]) { row in
      var own: [String] = []
      parseConfiguration(SourceFile(path: "test.tf", text: row["src"]?.string ?? "")).tree.rootBody.forEachExpression { expression in
        expression.forEachScopeTraversal { traversal in
          let range = traversal.range(throughStep: 0)
          own.append("\(traversal.rootName) \(range.start.line):\(range.start.column):\(range.bytes.start)-\(range.bytes.end)")
        }
      }
      let wanted = (row["want"]?.array ?? []).map { traversal in
        let root = traversal["$pos"]?.array?.first
        let start = root?["SrcRange"]?["Start"]
        let end = root?["SrcRange"]?["End"]?["Byte"]?.int ?? -1
        let place = ["Line", "Column", "Byte"].map { String(start?[$0]?.int ?? -1) }.joined(separator: ":")
        return "\(root?["Name"]?.string ?? "") \(place)-\(end)"
      }
      return own == wanted ? nil : "are \(own), should be \(wanted)"
    }
  }
}
