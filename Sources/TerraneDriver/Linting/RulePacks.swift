import Diagnostics
import Linting
import SourceText
import TerraformModel

/// Packs of rules on the disk: folders of `.rule.hcl` files.
public enum RulePacks {
  /// Adds the rules of packs to a catalog.
  ///
  /// - Parameter paths: folders, searched with all below them, or single files.
  /// - Returns: the catalog with the rules, and what is wrong: paths that cannot be read or hold no rule, and mistakes in rules.
  public static func load(_ paths: [String], into catalog: RuleCatalog) -> (catalog: RuleCatalog, diagnostics: [Diagnostic]) {
    if paths.isEmpty { return (catalog, []) }
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      do throws(DiskError) {
        let found = try ruleFiles(at: path)
        if found.isEmpty {
          diagnostics.append(
            Diagnostic(
              .error, "empty-pack", "There is no rule in \(path)", detail: "A pack is a folder of files whose names end in .rule.hcl.", at: nil))
        }
        for file in found { files.append(SourceFile(path: file, bytes: try Disk.read(file))) }
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    let (extended, problems) = catalog.adding(files)
    return (extended, diagnostics + problems)
  }

  private static func ruleFiles(at path: String) throws(DiskError) -> [String] {
    guard try Disk.kind(path) == .directory else { return [path] }
    var result: [String] = []
    for entry in try Disk.entries(path) {
      let below = joinedPath(normalisedPath(path), entry.name)
      if entry.kind == .directory {
        result += try ruleFiles(at: below)
      } else if entry.name.hasSuffix(".rule.hcl") || entry.name.hasSuffix(".subject.hcl") {
        result.append(below)
      }
    }
    return result
  }
}
