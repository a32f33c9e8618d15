import Diagnostics
import HCLSyntax
import Reporting
import SourceText

/// `terrane parse`: files to trees, and what is wrong with them.
public struct ParseRun: Sendable {
  /// What is printed of each file.
  public enum Format: String, CaseIterable, Sendable {
    /// One JSON object a line: whether it parsed, and its diagnostics.
    case json
    /// The canonical dump of the tree.
    case ast
  }

  public var files: [String]
  public var format: Format
  public var options: RunOptions

  public init(files: [String], format: Format, options: RunOptions) {
    self.files = files
    self.format = format
    self.options = options
  }

  /// Parses every file in the order given; one that cannot be read is reported, and the others go on.
  public func run() -> ExitStatus {
    var status = ExitStatus.clean
    var buffer = ""
    for path in files {
      do throws(DiskError) {
        let bytes = path == "-" ? try Disk.readStandardInput() : try Disk.read(path)
        let source = SourceFile(path: path == "-" ? "<stdin>" : path, bytes: bytes)
        let result = path.hasSuffix(".json") ? parseJSONConfiguration(source, schema: JSONBlockSchema()) : parseConfiguration(source)
        if result.diagnostics.contains(where: { $0.severity == .error }) { status = max(status, .findings) }
        buffer += text(of: result, in: source)
      } catch {
        options.show([error.diagnostic])
        status = .failure
      }
      if buffer.utf8.count > 1 << 20 {
        guard OutputStream.standardOutput.write(buffer) else { return .failure }
        buffer = ""
      }
    }
    return OutputStream.standardOutput.write(buffer) ? status : .failure
  }

  private func text(of result: ParseResult, in source: SourceFile) -> String {
    switch format {
    case .json: return DiagnosticLines.parseResult(path: source.path, diagnostics: result.diagnostics)
    case .ast:
      options.show(result.diagnostics)
      return dumpTree(result.tree)
    }
  }
}
