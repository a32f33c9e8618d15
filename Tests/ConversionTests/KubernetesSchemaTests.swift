import Diagnostics
import Foundation
import HCLValues
import Schemas
import TestSupport
import Testing

@testable import Conversion

@Suite struct KubernetesSchemaTests {
  private let target = KubernetesTarget()

  @Test func `the rules about definitions read without problems and are about what the API has`() {
    let shapes = KubernetesShapes.standard
    for diagnostic in shapes.diagnostics { Issue.record("\(diagnostic.summary): \(diagnostic.detail)") }
    let operators = OperatorTable(adding: target.operators)
    var known: [String: OutputObject] = [:]
    for type in KubernetesCatalog.standard.types where !type.isGone {
      if let object = target.object(ofType: "\(type.apiVersion ?? "") \(type.name)") { collect(object, into: &known) }
    }
    for mapping in shapes.mappings where mapping.type != "*" {
      guard let object = known[mapping.type] else {
        Issue.record("the API has no definition \(mapping.type)")
        continue
      }
      for rule in mapping.rules {
        for path in rule.rule.paths(from: object, name: rule.attribute) where OutputShape.object(object).shape(at: path.steps) == nil {
          Issue.record("\(mapping.type) has no \(path)")
        }
        if case .operation(let call, _) = rule.rule { #expect(operators[call.name] != nil, "\(call.name)") }
      }
      for member in mapping.defaults { #expect(OutputShape.object(object).shape(at: member.path.steps) != nil, "\(mapping.type).\(member.path)") }
    }
    #expect(shapes.mappings.count > 20)
  }

  @Test func `every attribute and block of the provider is carried or has a rule that says why not`() {
    var total = 0
    var carried = 0
    var open: Set<String> = []
    let types = MappingLibrary.builtIn.terraformTypes.filter { $0.hasPrefix("kubernetes_") && $0 != "kubernetes_manifest" }
    for type in types {
      guard let block = SchemaCatalog.standard.resource(type), let mapping = MappingLibrary.builtIn.mappings(of: type, for: "kubernetes").first,
        let object = target.object(ofType: mapping.type)
      else {
        Issue.record("\(type) has no schema on one side")
        continue
      }
      walk(block, mapping.rules, object, type, &total, &carried, &open)
    }
    print("Kubernetes attributes with a place: \(carried) of \(total), in \(types.count) types")
    #expect(open.sorted() == [])
  }

  private func collect(_ object: OutputObject, into known: inout [String: OutputObject]) {
    guard known[object.name] == nil else { return }
    known[object.name] = object
    for member in object.members { if let inner = member.shape.deepObject { collect(inner, into: &known) } }
  }

  private func walk(
    _ block: BlockSchema, _ rules: [AttributeRule], _ object: OutputObject, _ path: String, _ total: inout Int, _ carried: inout Int,
    _ open: inout Set<String>
  ) {
    guard path.count < 400 else { return }
    var names = block.attributes.filter(\.mode.isSettable).map { ($0.name, BlockSchema?.none) }
    names += block.nestedBlocks.map { ($0.name, $0.block) }
    let shared = target.shared(for: object, Attributes())?.rules ?? []
    for (name, inner) in names where !["id", "timeouts"].contains(name) {
      total += 1
      let rule = (rules + shared).first { $0.attribute == name }?.rule
      var inside: OutputObject?
      switch rule {
      case .path(let target)?: inside = OutputShape.object(object).shape(at: target.steps)?.deepObject
      case .inline?: inside = object
      case .some: break
      case nil:
        guard let member = object.derivedMember(for: name) else {
          open.insert("\(object.name).\(name) (\(path))")
          continue
        }
        inside = member.shape.deepObject
      }
      carried += 1
      if let inner, let inside { walk(inner, [], inside, "\(path).\(name)", &total, &carried, &open) }
    }
  }
}
