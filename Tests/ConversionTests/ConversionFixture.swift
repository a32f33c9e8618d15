import Documents
import Foundation
import HCLEvaluation
import HCLValues
import TerraformFunctions
import TerraformModel

@testable import Conversion

/// A configuration in memory and its conversion.
struct ConversionFixture {
  var files: [String: String]
  var given: [String: GivenVariable] = [:]

  init(_ main: String, given: [String: GivenVariable] = [:]) {
    files = ["main.tf": main]
    self.given = given
  }

  /// All Terraform files of a folder.
  init(folder: URL) throws {
    files = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".tf") {
      files[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
  }

  var configuration: Configuration {
    let files = files
    let access = DirectoryAccess(
      fileNames: { directory in
        let prefix = directory == "." ? "" : directory + "/"
        let names = files.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.filter { !$0.contains("/") }
        return names.isEmpty ? nil : names.sorted()
      },
      read: { path in files[path].map { Array($0.utf8) } })
    return Configuration.load(".", from: ModuleLibrary(access: access))
  }

  func graph(_ configuration: Configuration) -> ResourceGraph {
    ResourceGraph.build(configuration, binding: .convert, given: given, functions: FunctionTable(TerraformFunctions.standard))
  }

  func converted(to target: some ConversionTarget) -> ConversionResult {
    let configuration = configuration
    return convert(graph(configuration), configuration: configuration, to: target)
  }
}

extension ConversionResult {
  /// The only document, as indented JSON.
  var json: String { documents.first.map { JSONWriter(.pretty).write($0.document) + "\n" } ?? "" }

  /// The losses as lines.
  var lossLines: [String] { report.losses.map { "\($0.address)\($0.path): \($0.reason)" } }
}
