import Diagnostics
import HCLSyntax
import Reporting
import SourceText
import TerraformModel

/// `terrane fmt`: files in the layout of `terraform fmt`.
public struct FormatRun: Sendable {
  /// Files and directories; `-` formats standard input to standard output.
  public var paths: [String]
  /// Looks into the directories below, too.
  public var isRecursive: Bool
  /// Changes no file, and fails when one would change.
  public var isCheck: Bool
  /// Prints what changes as a patch.
  public var showsDifference: Bool
  /// Whether files are written.
  public var writes: Bool
  public var options: RunOptions

  public init(paths: [String], isRecursive: Bool, isCheck: Bool, showsDifference: Bool, writes: Bool, options: RunOptions) {
    self.paths = paths
    self.isRecursive = isRecursive
    self.isCheck = isCheck
    self.showsDifference = showsDifference
    self.writes = writes
    self.options = options
  }

  /// Names of files that are formatted.
  private static let endings = [".tf", ".tofu", ".tfvars", ".tftest.hcl", ".tofutest.hcl", ".tfmock.hcl", ".tfquery.hcl"]

  /// Formats everything; the names of files that change go to standard output.
  public func run() -> ExitStatus {
    if paths == ["-"] { return formatStandardInput() }
    var status = ExitStatus.clean
    for path in paths.isEmpty ? ["."] : paths { status = max(status, visit(normalisedPath(path))) }
    return status
  }

  private func visit(_ path: String) -> ExitStatus {
    do throws(DiskError) {
      guard try Disk.kind(path) == .directory else { return try formatFile(path) }
      var status = ExitStatus.clean
      for (name, kind) in try Disk.entries(path) {
        let inner = joinedPath(path, name)
        switch kind {
        case .file where Self.endings.contains { name.hasSuffix($0) } && !name.hasPrefix("."):
          status = max(status, visit(inner))
        case .directory where isRecursive && !name.hasPrefix("."): status = max(status, visit(inner))
        case .file, .directory, .symbolicLink, .other: break
        }
      }
      return status
    } catch {
      options.show([error.diagnostic])
      return .failure
    }
  }

  private func formatFile(_ path: String) throws(DiskError) -> ExitStatus {
    let file = SourceFile(path: path, bytes: try Disk.read(path))
    guard let formatted = formatted(file) else { return .failure }
    if formatted == file.bytes { return .clean }
    let stream = OutputStream.standardOutput
    if !options.isQuiet { stream.write(path + "\n") }
    if showsDifference { stream.write(difference(file, formatted)) }
    if isCheck { return .findings }
    if writes { try Disk.write(formatted, to: path) }
    return .clean
  }

  private func formatStandardInput() -> ExitStatus {
    do throws(DiskError) {
      let file = SourceFile(path: "<stdin>", bytes: try Disk.readStandardInput())
      guard let formatted = formatted(file) else { return .failure }
      if showsDifference {
        OutputStream.standardOutput.write(difference(file, formatted))
      } else if !isCheck, !OutputStream.standardOutput.write(formatted) {
        return .failure
      }
      return isCheck && formatted != file.bytes ? .findings : .clean
    } catch {
      options.show([error.diagnostic])
      return .failure
    }
  }

  /// The formatted content; nil for a file with syntax errors, which are shown.
  private func formatted(_ file: SourceFile) -> [UInt8]? {
    let errors = parseConfiguration(file).diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      options.show(errors)
      return nil
    }
    return format(file)
  }

  private func difference(_ file: SourceFile, _ formatted: [UInt8]) -> String {
    unifiedDifference(from: String(decoding: file.bytes, as: UTF8.self), to: String(decoding: formatted, as: UTF8.self), path: file.path)
  }
}
