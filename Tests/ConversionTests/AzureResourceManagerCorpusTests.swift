import Documents
import Foundation
import HCLValues
import TerraformModel
import TestSupport
import Testing

@testable import Conversion

/// Configurations of others with Azure resources. With `TEMPLATES=FOLDER` what they give is written there, for `validate_arm.py` and its like.
@Suite struct AzureResourceManagerCorpusTests {
  @Test(arguments: ["corpus", "conformance/lint/checkov"])
  func `configurations with Azure resources convert`(folder: String) throws {
    guard let root = ProjectRoot.shared?.appendingPathComponent(folder) else { return }
    let covered = Set(MappingLibrary.builtIn.terraformTypes.filter { $0.hasPrefix("azurerm_") })
    var (declared, known, whole, clean, left) = (0, 0, 0, 0, 0)
    var reasons: [String: Int] = [:]
    let directories = self.directories(below: root)
    for directory in directories {
      let fixture = try ConversionFixture(folder: directory)
      let configuration = fixture.configuration
      let graph = fixture.graph(configuration)
      let result = convert(graph, configuration: configuration, to: AzureResourceManagerTarget())
      let resources = graph.resources.filter { $0.address.mode == .managed && $0.type.hasPrefix("azurerm_") }
      declared += resources.count
      let lossy = Dictionary(grouping: result.report.losses, by: \.address)
      for resource in resources where covered.contains(resource.type) {
        known += 1
        let losses = lossy[resource.address.description] ?? []
        if losses.isEmpty { whole += 1 }
        if !losses.contains(where: { !isOwn($0.reason) }) { clean += 1 }
        if losses.contains(where: { $0.path.isEmpty && $0.reason.hasPrefix("no mapping") }) { left += 1 }
        for loss in losses { reasons["\(resource.type)\(loss.path): \(loss.reason)", default: 0] += 1 }
      }
      // Nothing refers to what is not there, and every resource has its name.
      let template = result.documents.first?.document ?? .null
      let parameters = Set(template["parameters"]?.objectValue?.map(\.key) ?? [])
      for name in names(of: "parameters", in: result.json) { #expect(parameters.contains(name), "\(directory.path): \(name)") }
      for resource in template["resources"]?.arrayValue ?? [] { #expect(resource["name"]?.stringValue?.isEmpty == false, "\(directory.path)") }
      try write(result, of: directory, below: root)
    }
    print(
      "\(folder): \(whole) of \(known) resources of covered Azure types without any loss, \(clean) without one but for what the configuration does not "
        + "declare (\(declared) Azure resources in \(directories.count) configurations)")
    if ProcessInfo.processInfo.environment["TEMPLATES"] != nil {
      for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("\(count) \(reason)") }
    }
    #expect(left == 0)
  }

  /// Losses of configurations that are not whole, as most fixtures are.
  private func isOwn(_ reason: String) -> Bool {
    reason.hasPrefix("There is no") || reason.hasSuffix("nothing gives it: the element is left out") || reason.hasSuffix("nothing gives it: it is left out")
      || reason.hasSuffix("and a template holds each resource once")
  }

  private func names(of function: String, in text: String) -> Set<String> {
    Set(text.components(separatedBy: "\(function)('").dropFirst().map { String($0.prefix { $0 != "'" }) })
  }

  /// The folders with Terraform files that declare such resources, sorted.
  private func directories(below root: URL) -> [URL] {
    guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "tf" {
      guard let text = try? String(contentsOf: file, encoding: .utf8), text.contains("resource \"azurerm_") else { continue }
      found.insert(file.deletingLastPathComponent().path)
    }
    return found.sorted().map { URL(fileURLWithPath: $0) }
  }

  private func write(_ result: ConversionResult, of directory: URL, below root: URL) throws {
    guard let folder = ProcessInfo.processInfo.environment["TEMPLATES"] else { return }
    let name = directory.path.dropFirst(root.path.count + 1).replacingOccurrences(of: "/", with: "__")
    let target = URL(fileURLWithPath: folder).appendingPathComponent(root.lastPathComponent)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data(result.json.utf8).write(to: target.appendingPathComponent(name + ".json"))
  }
}
