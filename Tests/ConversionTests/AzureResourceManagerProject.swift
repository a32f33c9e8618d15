import Documents
import Foundation
import TerraformModel

@testable import Conversion

/// A Terraform project converted to a template.
struct AzureResourceManagerProject {
  var result: ConversionResult

  init(_ folder: URL) throws { result = try ConversionFixture(folder: folder).converted(to: AzureResourceManagerTarget()) }

  init(_ text: String) { result = ConversionFixture(text).converted(to: AzureResourceManagerTarget()) }

  var template: Document { result.documents.first?.document ?? .null }

  var resources: [Document] { template["resources"]?.arrayValue ?? [] }

  /// How many resources there are of each type.
  var types: [String: Int] { resources.reduce(into: [:]) { counts, resource in counts[resource["type"]?.stringValue ?? "", default: 0] += 1 } }

  /// Losses and notes as lines.
  var report: String {
    let losses = result.report.losses.map { "loss: \($0.address)\($0.path): \($0.reason)" }
    let notes = result.report.notes.map { "note: \($0.address)\($0.path): \($0.reason)" }
    return (losses + notes).map { $0 + "\n" }.joined()
  }
}
