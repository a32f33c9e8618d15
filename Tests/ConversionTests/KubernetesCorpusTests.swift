import Documents
import Foundation
import HCLValues
import TerraformModel
import TestSupport
import Testing

@testable import Conversion

/// Real modules with Kubernetes resources. With `MANIFESTS=FOLDER` what they give is written there, for `validate_k8s.py` and its like.
@Suite struct KubernetesCorpusTests {
  @Test(arguments: ["corpus", "conformance/lint/checkov"])
  func `modules with kubernetes resources convert`(folder: String) throws {
    guard let root = ProjectRoot.shared?.appendingPathComponent(folder) else { return }
    var (declared, emitted, partial, leftOut) = (0, 0, 0, 0)
    var reasons: [String: Int] = [:]
    let directories = self.directories(below: root)
    for directory in directories {
      let project = KubernetesProject(directory)
      let resources = project.resources.filter { $0.type.hasPrefix("kubernetes_") }
      declared += resources.count
      let addresses = Set(resources.map(\.address.description))
      emitted += project.result.documents.count
      let losses = project.result.report.losses.filter { addresses.contains($0.address) }
      let left = Set(losses.filter { $0.path.isEmpty }.map(\.address))
      leftOut += left.count
      partial += Set(losses.map(\.address)).subtracting(left).count
      for loss in losses { reasons["\(loss.address)\(loss.path): \(loss.reason)", default: 0] += 1 }
      // Every resource is there, or the report says why not.
      #expect(resources.allSatisfy { project.isCarried($0) || left.contains($0.address.description) }, "\(directory.path)")
      let text = project.yaml
      let documents = YAMLReader.read(text: text).documents.map(\.document)
      #expect(documents == project.result.documents.map(\.document), "\(directory.path)")
      try write(text, reasons: losses.map { "\($0.address)\($0.path): \($0.reason)" }, of: directory, below: root)
    }
    print("\(folder): \(emitted) of \(declared) kubernetes resources in \(directories.count) modules became objects, \(partial) of them with losses, \(leftOut) left out")
  }

  /// The folders with Terraform files that declare such resources, sorted.
  private func directories(below root: URL) -> [URL] {
    guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "tf" {
      guard let text = try? String(contentsOf: file, encoding: .utf8), text.contains("resource \"kubernetes_") else { continue }
      found.insert(file.deletingLastPathComponent().path)
    }
    return found.sorted().map { URL(fileURLWithPath: $0) }
  }

  private func write(_ text: String, reasons: [String], of directory: URL, below root: URL) throws {
    guard let folder = ProcessInfo.processInfo.environment["MANIFESTS"] else { return }
    let name = directory.path.dropFirst(root.path.count + 1).replacingOccurrences(of: "/", with: "__")
    let target = URL(fileURLWithPath: folder).appendingPathComponent(root.lastPathComponent)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target.appendingPathComponent(name + ".yaml"))
    try Data(reasons.map { $0 + "\n" }.joined().utf8).write(to: target.appendingPathComponent(name + ".losses.txt"))
  }
}
