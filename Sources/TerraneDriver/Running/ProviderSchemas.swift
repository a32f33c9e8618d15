import Diagnostics
import Schemas
import SourceText

/// The schemas of providers for one run: those that are embedded, and those of files in their place.
public struct ProviderSchemas: Sendable {
  public let catalog: SchemaCatalog
  /// Files that could not be used, as errors.
  public let problems: [Diagnostic]

  /// - Parameter paths: files with the output of `terraform providers schema -json`; of equal providers the last one counts.
  public init(_ paths: [String]) {
    var catalog = SchemaCatalog.standard
    var problems: [Diagnostic] = []
    for path in paths {
      do throws(DiskError) {
        let (schemas, found) = ProviderSchemaDocument.read(SourceFile(path: path, bytes: try Disk.read(path)))
        catalog = catalog.replacing(with: schemas)
        problems += found.filter { $0.severity == .error }.map { Self.unusable(path, "\($0.summary).", at: $0.subject) }
      } catch {
        problems.append(Self.unusable(path, "The system says: \(error.reason).", at: nil))
      }
    }
    self.catalog = catalog
    self.problems = problems
  }

  private static func unusable(_ path: String, _ reason: String, at place: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, "unusable-provider-schema", "The provider schemas of \(path) cannot be used",
      detail: "\(reason) The output of “terraform providers schema -json” is expected.", at: place)
  }
}
