import Conversion
import Diagnostics
import Documents
import Foundation
import HCLEvaluation
import HCLValues
import TerraformFunctions
import TerraformModel

/// A Terraform project on disk or in memory, converted to manifests.
struct KubernetesProject {
  var result: ConversionResult
  /// The resources that were there to convert.
  var resources: [ResourceInstance]

  init(_ directory: URL, given: [String: GivenVariable] = [:]) {
    let access = DirectoryAccess(
      fileNames: { path in
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
        return names.filter { name in
          var isDirectory: ObjCBool = false
          return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isDirectory) && !isDirectory.boolValue
        }.sorted()
      },
      read: { path in FileManager.default.contents(atPath: path).map { [UInt8]($0) } })
    self.init(access, directory.path, given: given)
  }

  init(text: String, given: [String: GivenVariable] = [:]) {
    let access = DirectoryAccess(fileNames: { $0 == "module" ? ["main.tf"] : nil }, read: { _ in [UInt8](text.utf8) })
    self.init(access, "module", given: given)
  }

  private init(_ access: DirectoryAccess, _ directory: String, given: [String: GivenVariable]) {
    let configuration = Configuration.load(directory, from: ModuleLibrary(access: access))
    let files = FileAccess(
      read: { path throws(FileAccess.Failure) in
        guard let bytes = access.read(path) else { throw .notFound }
        return bytes
      },
      list: { _ throws(FileAccess.Failure) in throw .notFound })
    func build(_ binding: Binding) -> ResourceGraph {
      ResourceGraph.build(configuration, binding: binding, given: given, functions: TerraformFunctions.table, files: files)
    }
    let graph = build(.lint).specialised(from: build(.convert))
    result = convert(graph, configuration: configuration, to: KubernetesTarget())
    resources = graph.resources.filter { $0.address.mode == .managed }
  }

  var yaml: String { YAMLWriter().write(documents: result.documents.map(\.document)) }

  /// `address path: reason`, as one line each.
  var losses: [String] { result.report.losses.map { "\($0.address)\($0.path): \($0.reason)" } }
  var notes: [String] { result.report.notes.map { "\($0.address)\($0.path): \($0.reason)" } }
}

extension KubernetesProject {
  /// Whether an object of that resource is there. (Several may bear one name; then as many as there are resources of it.)
  func isCarried(_ resource: ResourceInstance) -> Bool {
    guard let name = resource.values["metadata"]?.elements?.first?.attributes?["name"]?.stringValue else { return true }
    return result.documents.contains { $0.document["metadata"]?["name"]?.stringValue == name }
  }
}
