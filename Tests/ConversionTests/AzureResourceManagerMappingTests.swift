import Diagnostics
import Foundation
import HCLValues
import Schemas
import SourceText
import Testing

@testable import Conversion

@Suite struct AzureResourceManagerMappingTests {
  private static let types = MappingLibrary.builtIn.terraformTypes.filter { $0.hasPrefix("azurerm_") }

  @Test(arguments: types)
  func `a mapping of an Azure type fits both schemas`(type: String) throws {
    let definition = try #require(MappingLibrary.builtIn.definition(of: type))
    var check = MappingCheck(AzureResourceManagerTarget())
    check.check(definition)
    for problem in MappingLibrary.builtIn.diagnostics(of: type) + check.diagnostics {
      let place = problem.subject.map { "\($0.file.path):\($0.start.line)" } ?? type
      Issue.record("\(place): \(problem.summary). \(problem.detail)")
    }
  }

  @Test func `the shared rules read without problems and are about what the types have`() {
    let shapes = AzureShapes.standard
    for diagnostic in shapes.diagnostics { Issue.record("\(diagnostic.summary): \(diagnostic.detail)") }
    let target = AzureResourceManagerTarget()
    let operators = OperatorTable(adding: target.operators)
    #expect(shapes.names.count > 3)
    for name in shapes.names where name != "*" {
      let steps = name.split(separator: ".properties", maxSplits: 1).map(String.init)
      let inner = steps.count == 2 ? "properties" + steps[1] : "properties"
      guard let path = TargetPath(inner), let root = target.object(ofType: steps[0]),
        let object = OutputShape.object(root).shape(at: path.steps)?.deepObject
      else {
        Issue.record("no type has \(name)")
        continue
      }
      for rule in shapes.mapping(of: name, in: target)?.rules ?? [] {
        for path in rule.rule.paths(from: object, name: rule.attribute) {
          #expect(OutputShape.object(path.isRooted ? root : object).shape(at: path.steps) != nil, "\(name): \(path)")
        }
        if case .operation(let call, _) = rule.rule, !["when_true", "when_set"].contains(call.name) { #expect(operators[call.name] != nil, "\(call.name)") }
      }
    }
  }

  /// What the mappings leave open is printed, so that who writes one sees it.
  @Test func `attributes that a mapping does not carry are listed`() {
    guard let wanted = ProcessInfo.processInfo.environment["UNCARRIED"] else { return }
    let target = AzureResourceManagerTarget()
    for type in Self.types where wanted == "azure" || wanted == type {
      guard let definition = MappingLibrary.builtIn.definition(of: type) else { continue }
      let shared = definition.targets.flatMap { AzureShapes.standard.mapping(of: $0.type + ".properties", in: target)?.rules.map(\.attribute) ?? [] }
      let names = MappingCheck(target).uncarried(definition).filter { name in
        let first = String(name.prefix { $0 != "." })
        return !shared.contains(first)
      }
      if !names.isEmpty { print("\(type): \(names.joined(separator: ", "))") }
    }
  }
}
