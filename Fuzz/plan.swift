// modules: SourceText Diagnostics CLibYAML CRE2 PackedData Documents HCLSyntax HCLValues HCLEvaluation TerraformFunctions Schemas TerraformModel
// seeds: Fixtures/plans
// libraries: -l:libyaml.a -l:libre2.a -lstdc++

import Diagnostics
import HCLValues
import SourceText
import TerraformModel

/// Any bytes give a plan or an error, and any plan a graph under both bindings.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "plan.json", bytes: Array(UnsafeBufferPointer(start: data, count: count)))
  let (plan, diagnostics) = PlanDocument.read(file)
  precondition(plan != nil || diagnostics.contains { $0.severity == .error }, "neither a plan nor an error")
  guard let plan else { return 0 }
  for binding in [Binding.lint, .convert] {
    let graph = ResourceGraph(plan, binding: binding)
    for resource in graph.resources {
      precondition(Int(resource.source.header.bytes.end) <= count, "a range leaves the file")
      precondition(graph.resource(at: resource.address) != nil, "a resource cannot be found")
    }
  }
  return 0
}
