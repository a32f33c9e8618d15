import Documents
import SourceText
import TerraformModel

/// Where `terraform init` has put the code of module calls: `.terraform/modules/modules.json` of a root module.
public struct InstalledModules: Sendable {
  /// By the path of calls, joined with dots.
  private var directories: [String: String] = [:]

  /// Reads the list of a root module; nothing is installed when there is none or it cannot be read.
  public init(rootDirectory: String) {
    let path = joinedPath(rootDirectory, ".terraform/modules/modules.json")
    guard let bytes = try? Disk.read(path) else { return }
    let content = JSONReader.read(SourceFile(path: path, bytes: bytes)).validDocument?.document
    for entry in content?["Modules"]?.arrayValue ?? [] {
      guard let key = entry["Key"]?.stringValue, !key.isEmpty, let directory = entry["Dir"]?.stringValue else { continue }
      directories[key] = joinedPath(rootDirectory, directory)
    }
  }

  /// The directory with the code of a call; nil when it is not installed.
  public func directory(ofCall path: [String]) -> String? { directories[path.joined(separator: ".")] }
}
