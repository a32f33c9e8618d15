import HCLEvaluation
import HCLValues
import TerraformFunctions
import TerraformModel

/// Modules in memory: paths with their text.
struct VirtualModule {
  var files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  init(_ main: String) { files = ["main.tf": main] }

  var access: DirectoryAccess {
    let files = Dictionary(uniqueKeysWithValues: files.map { (normalisedPath($0.key), $0.value) })
    return DirectoryAccess(
      fileNames: { directory in
        let prefix = directory == "." ? "" : directory + "/"
        let names = files.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.filter { !$0.contains("/") }
        return names.isEmpty ? nil : names.sorted()
      },
      read: { path in files[path].map { Array($0.utf8) } })
  }

  func graph(
    _ binding: Binding = .lint, root: String = ".", given: [String: GivenVariable] = [:], workspace: String? = nil, planned: PlannedFacts? = nil,
    checksConditions: Bool = false
  ) -> ResourceGraph {
    ResourceGraph.build(
      Configuration.load(root, from: ModuleLibrary(access: access)), binding: binding, given: given,
      functions: FunctionTable(TerraformFunctions.standard), workspace: workspace, planned: planned, checksConditions: checksConditions)
  }
}

extension ResourceGraph {
  /// The value of an attribute, as HCL.
  func text(_ address: String, _ attribute: String) -> String {
    guard let resource = resources.first(where: { $0.address.description == address }) else { return "no \(address)" }
    guard let value = resource.values[attribute] else { return "unset" }
    if !value.isKnown, let origin = value.origin { return origin.hclText }
    return value.hclText
  }

  var addresses: [String] { resources.map(\.address.description) }
}
