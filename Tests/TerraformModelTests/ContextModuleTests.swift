import Diagnostics
import Foundation
import HCLEvaluation
import Schemas
import SourceText
import TerraformFunctions
import TerraformModel
import TestSupport
import Testing

/// Configurations of the reference's own tests of planning and validation that need no provider: which of them are wrong.
///
/// The table was read off the source of those tests by pattern. Where a test fails when there are errors, the pattern has taken that for
/// an expected error: `validConfigurations` names those, and they are held to be valid here.
struct ContextModuleTests {
  /// Expected by the table to be wrong, and valid: the test is about a plan, a state or an option, and none of its checks wants an error.
  private static let validConfigurations: Set<String> = [
    "TestContext2Plan_movedResourceBasic", "TestContext2Plan_movedResourceCollision", "TestContext2Plan_movedResourceCollisionDestroy",
    "TestContext2Plan_movedResourceRefreshOnly", "TestContext2Plan_forceReplace", "TestContext2Plan_forceReplaceIncompleteAddr",
    "TestContext2Plan_forceReplaceIncompleteAddr_multipleResources", "TestContext2Plan_moduleImplicitMove",
    "TestContext2Plan_removedResourceBasic", "TestContext2Plan_removedModuleBasic", "TestContext2Plan_removedModuleForgetsAllInstances",
    "TestContext2Plan_removedResourceForgetsAllInstances", "TestContext2Plan_removedResourceInChildModuleFromParentModule",
    "TestContext2Plan_removedResourceInChildModuleFromChildModule",
    "TestContext2Plan_removedResourceInGrandchildModuleFromRootModule",
    "TestContext2Plan_removedChildModuleForgetsResourceInGrandchildModule", "TestContext2Plan_movedAndRemovedResourceAtTheSameTime",
    "TestContext2Validate_interpolateMap", "TestContext2Validate_importWithForEachOnUnknown",
    "TestContext2Validate_importIntoUnexistingResourceBlock",
  ]

  /// Cases that are not met, with the reason. The list only shrinks.
  private static let expectedFailures: [String: String] = [
    "TestContext2Apply_winrmConnectionMigrationMessage": "fails when it connects; validation accepts it there, too",
    "TestContext2Plan_preventDestroy_dynamicFromManagedResourceDestroyMode": "fails when an existing resource is to be destroyed",
  ]

  /// Values of variables in the run of a plan that fails, which the table does not say. Whatever is left without a value makes it fail, too.
  private static let plans: [String: [String: String]] = [
    "TestContext2Apply_outputValuePrecondition": ["input": ""], "TestContext2Validate_varNoDefaultExplicitType": [:],
  ]

  /// The provider of the reference's tests, as far as the cases need it.
  private static let provider = """
    {"provider_schemas": {"registry.terraform.io/hashicorp/aws": {"data_source_schemas": {"aws_data_source": {"block": {"attributes": {
      "id": {"type": "string", "computed": true}, "foo": {"type": "string", "optional": true}}}}}}}}
    """
  private static let casesWithProvider: Set = ["TestContext2Plan_invalidOutput", "TestContext2Validate_invalidOutput"]

  /// What the reference says, by our kinds.
  private static let kinds: [(text: String, id: String)] = [
    ("Removed resource block still exists", "removed-and-declared"), ("Removed module block still exists", "removed-and-declared"),
    ("ephemeral value for its prevent_destroy", "ephemeral-lifecycle"), ("Invalid resource count attribute", "invalid-reference"),
    ("Reference to undeclared module", "undeclared-reference"), ("Invalid value for variable", "invalid-variable-value"),
    ("Unsupported attribute", "unknown-attribute"),
  ]

  @Test func `what the reference rejects is rejected and nothing else`() throws {
    guard let cases = try JSON.shared("conformance/language/tofu_context_modules.json")?.array else { return }
    var passed = 0
    var total = 0
    var unexpected: [String] = []
    for item in cases where item["custom_schema"]?.bool == false {
      guard let name = item["test"]?.string, let expected = item["expect"]?.string, expected != "unknown" else { continue }
      let modules = try Self.modules(of: item)
      // A test whose configurations are made by a program states no case.
      if modules.isEmpty { continue }
      total += 1
      let isValid = expected == "no-errors" || Self.validConfigurations.contains(name)
      let messages = isValid ? [] : item["messages"]?.array?.compactMap(\.string) ?? []
      let problem =
        if let given = Self.plans[name] {
          modules.lazy.compactMap { Self.problem(inPlanOf: $0, given: given) }.first
        } else {
          try modules.compactMap { try Self.problem($0, isValid: isValid, messages, withProvider: Self.casesWithProvider.contains(name)) }.first
        }
      if problem == nil { passed += 1 }
      switch (problem, Self.expectedFailures[name]) {
      case (let problem?, nil): unexpected.append("\(name): \(problem)")
      case (nil, .some): unexpected.append("\(name) passes: take it off the list")
      case (nil, nil), (.some, .some): break
      }
    }
    print("context modules: \(passed) of \(total)")
    for line in unexpected { print("  \(line)") }
    #expect(unexpected.isEmpty)
    #expect(total > 40)
  }

  /// The configurations of a case, written out or as folders: paths with their text.
  private static func modules(of item: JSON) throws -> [[String: String]] {
    var result = (item["modules"]?.array ?? []).map { $0.object?.compactMapValues(\.string) ?? [:] }.filter { !$0.isEmpty }
    for folder in item["testdata"]?.array?.compactMap(\.string) ?? [] {
      guard let root = ProjectRoot.shared?.appendingPathComponent("conformance/language/tofu-tofu-testdata/\(folder)") else { continue }
      var files: [String: String] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".tf") {
        files[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      }
      result.append(files)
    }
    return result
  }

  /// Why a configuration is not judged as it should be; nil when it is.
  private static func problem(_ files: [String: String], isValid: Bool, _ messages: [String], withProvider: Bool) throws -> String? {
    let given = withProvider ? ProviderSchemaDocument.read(SourceFile(path: "schema.json", text: provider)).schemas : []
    let catalog = given.isEmpty ? SchemaCatalog.standard : SchemaCatalog.standard.replacing(with: given)
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access), catalog: catalog)
    let found = ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration)
    let errors = found.filter { $0.severity == .error }
    if isValid { return errors.isEmpty ? nil : "\(errors.map { "\($0.id): \($0.summary)" })" }
    if errors.isEmpty { return "no error" }
    for message in messages {
      guard let kind = kinds.first(where: { message.contains($0.text) }) else { return "unknown message: \(message)" }
      if !errors.contains(where: { $0.id == kind.id }) { return "not found: \(message); found: \(errors.map(\.id))" }
    }
    return nil
  }

  /// Why a plan of a configuration does not fail as it should; nil when it does.
  private static func problem(inPlanOf files: [String: String], given: [String: String]) -> String? {
    let given = given.mapValues { GivenVariable(content: .text($0), origin: "-var") }
    let graph = VirtualModule(files).graph(given: given, checksConditions: true)
    let isUnset = graph.variables.contains { $0.defaultValue == nil && $0.givenValue == nil }
    return isUnset || graph.diagnostics.contains { $0.severity == .error } ? nil : "the plan has no error"
  }
}
