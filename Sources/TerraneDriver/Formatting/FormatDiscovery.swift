import Diagnostics
import TerraformModel

/// The files that paths stand for when they are to be formatted.
struct FormatDiscovery {
  /// The endings of the files that Terraform and OpenTofu format, in native syntax.
  static let endings = [
    ".tf", ".tofu", ".tfvars", ".tftest.hcl", ".tofutest.hcl", ".tfmock.hcl", ".tfquery.hcl", ".tfmigrate.hcl", ".tfcomponent.hcl",
    ".tfstack.hcl", ".tfdeploy.hcl",
  ]

  /// Paths as the user wrote them, joined with what stands below; each once, sorted.
  private(set) var files: [String] = []
  /// What could not be looked at, or is none of these files.
  private(set) var problems: [Diagnostic] = []

  /// - Parameter isRecursive: whether to look into the directories below, too.
  init(_ paths: [String], isRecursive: Bool) {
    for path in paths { visit(path, isRecursive) }
    files = Set(files).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Whether a file in native syntax is laid out only, because it is none of Terraform's own.
  static func isPlain(_ path: String) -> Bool { !endings.contains { path.hasSuffix($0) } }

  private mutating func visit(_ path: String, _ isRecursive: Bool) {
    do throws(DiskError) {
      if try Disk.kind(path) == .directory {
        list(normalisedPath(path), isRecursive)
      } else if Self.isPlain(path), !path.hasSuffix(".hcl") {
        problems.append(
          Diagnostic(
            .error, "unsupported-file", "\(path) is no file that can be formatted",
            detail: "Files in HCL's native syntax are formatted: names that end in \(Self.endings.joined(separator: ", ")), or in .hcl.",
            at: nil))
      } else {
        files.append(normalisedPath(path))
      }
    } catch {
      problems.append(error.diagnostic)
    }
  }

  /// Hidden entries and the back-up files of editors are left out, and links to directories.
  private mutating func list(_ directory: String, _ isRecursive: Bool) {
    do throws(DiskError) {
      for (name, kind) in try Disk.entries(directory) where !isHidden(name) {
        let path = directory == "." ? name : directory == "/" ? "/" + name : "\(directory)/\(name)"
        switch kind {
        case .directory: if isRecursive { list(path, isRecursive) }
        case .file: if !Self.isPlain(name) { files.append(path) }
        case .symbolicLink: if !Self.isPlain(name), (try? Disk.kind(path)) != .directory { files.append(path) }
        case .other: break
        }
      }
    } catch {
      problems.append(error.diagnostic)
    }
  }

  private func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#")
  }
}
