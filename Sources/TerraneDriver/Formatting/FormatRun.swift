import Diagnostics
import HCLSyntax
import Reporting
import SourceText

/// `terrane fmt`: files in their canonical form, as `terraform fmt` gives it.
public struct FormatRun: Sendable {
  /// Files and directories; `-` alone is standard input.
  public var paths: [String]
  /// Whether directories are looked into all the way down.
  public var isRecursive = false
  /// Whether to write nothing, and end with 1 when something would change.
  public var isCheck = false
  /// Whether to show the changes.
  public var showsDiff = false
  /// Whether to name the files that change.
  public var lists = true
  /// Whether changed files are written.
  public var writes = true
  public var options: RunOptions

  public init(paths: [String], options: RunOptions) {
    self.paths = paths
    self.options = options
  }

  private enum Outcome: Sendable {
    case unchanged(SourceFile)
    case changed(SourceFile, [UInt8])
    case refused([Diagnostic])
  }

  /// Formats every file. One that cannot be read, or has a syntax error, is reported and left as it is; the others go on.
  ///
  /// - Returns: failure when any file was left for that, findings when `isCheck` and any would change, else clean.
  public func run() -> ExitStatus {
    if paths == ["-"] { return formatStandardInput() }
    let found = FormatDiscovery(paths.isEmpty ? ["."] : paths, isRecursive: isRecursive)
    var problems = found.problems
    var status = ExitStatus.clean
    let outcomes = Parallel.map(found.files, jobs: options.jobs) { path in outcome(of: path) }
    for outcome in outcomes {
      switch outcome {
      case .refused(let reasons):
        problems += reasons
      case .unchanged(let file):
        if !lists, !writes, !isCheck, !showsDiff, !show(file.bytes) { return .failure }
      case .changed(let file, let formatted):
        if isCheck { status = .findings }
        guard showChange(file, formatted) else { return .failure }
      }
    }
    options.show(problems)
    return problems.isEmpty ? status : .failure
  }

  // MARK: Files

  private func outcome(of path: String) -> Outcome {
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try Disk.read(path)
    } catch {
      return .refused([error.diagnostic])
    }
    let outcome = outcome(of: SourceFile(path: path, bytes: bytes), isPlain: FormatDiscovery.isPlain(path))
    guard case .changed(_, let formatted) = outcome, writes, !isCheck else { return outcome }
    do throws(DiskError) {
      try Disk.write(formatted, to: path)
    } catch {
      return .refused([
        Diagnostic(.error, "unwritable-file", "\(path) cannot be written", detail: "The system says: \(error.reason).", at: nil)
      ])
    }
    return outcome
  }

  private func outcome(of file: SourceFile, isPlain: Bool) -> Outcome {
    let result = parseConfiguration(file)
    guard result.diagnostics.isEmpty else { return .refused(result.diagnostics) }
    let formatted = isPlain ? formatLayout(file) : format(file)
    if formatted == file.bytes { return .unchanged(file) }
    guard parseConfiguration(SourceFile(path: file.path, bytes: formatted)).diagnostics.isEmpty else {
      return .refused([
        Diagnostic(
          .error, "unformattable-file", "\(file.path) is left as it is",
          detail: "It parses, but its formatted text would not. Please report this with the file.", at: nil)
      ])
    }
    return .changed(file, formatted)
  }

  /// - Returns: false when standard output is closed.
  private func showChange(_ file: SourceFile, _ formatted: [UInt8]) -> Bool {
    var text: [UInt8] = []
    if lists, !options.isQuiet { text += Array("\(file.path)\n".utf8) }
    if showsDiff { text += diff(file, formatted) }
    if !lists, !writes, !isCheck, !showsDiff { text += formatted }
    return text.isEmpty || show(text)
  }

  private func show(_ bytes: [UInt8]) -> Bool { OutputStream.standardOutput.write(bytes) }

  private func diff(_ file: SourceFile, _ formatted: [UInt8]) -> [UInt8] {
    UnifiedDiff(from: file.bytes, to: formatted).text(oldName: "old/\(file.path)", newName: "new/\(file.path)")
  }

  // MARK: Standard input

  /// Standard input is read as a file of Terraform's; its formatted text goes to standard output, or the diff does.
  private func formatStandardInput() -> ExitStatus {
    let file: SourceFile
    do throws(DiskError) {
      file = SourceFile(path: "<stdin>", bytes: try Disk.readStandardInput())
    } catch {
      options.show([error.diagnostic])
      return .failure
    }
    switch outcome(of: file, isPlain: false) {
    case .refused(let reasons):
      options.show(reasons)
      return .failure
    case .unchanged(let file):
      return isCheck || showsDiff || show(file.bytes) ? .clean : .failure
    case .changed(let file, let formatted):
      if showsDiff, !show(diff(file, formatted)) { return .failure }
      if isCheck { return .findings }
      return showsDiff || show(formatted) ? .clean : .failure
    }
  }
}
