import Diagnostics
import Linting
import Reporting
import SourceText

/// What is done about findings that can be mended.
public struct FixSettings: Sendable {
  /// Whether fixes are applied.
  public var isOn = false
  /// Whether fixes that may change what is built are applied too.
  public var allowsUnsafe = false
  /// Whether the changes are shown and nothing is written.
  public var showsDiff = false

  public init() {}
}

/// Mends findings in memory, pass by pass, until nothing is left that can be mended; then writes or shows what has changed.
struct LintFixes {
  /// Fixes that add one after the other at the same place need a pass each.
  private static let passLimit = 16

  private let settings: FixSettings
  private var passes = 0
  /// Every file that has changed, by path: as it was, and as it is.
  private var files: [String: (before: SourceFile, after: [UInt8])] = [:]
  /// What was applied once is not applied again, so that a fix which does not mend cannot go round.
  private var tried: Set<Attempt> = []
  private(set) var count = 0

  private struct Attempt: Hashable {
    var path: String
    var fingerprint: String
    var replacements: [String]
  }

  init(_ settings: FixSettings) { self.settings = settings }

  /// The content of the files that have changed.
  var contents: [String: [UInt8]] { files.mapValues(\.after) }

  /// Mends what can be mended in this pass.
  ///
  /// - Parameter findings: of the files as they are now.
  /// - Returns: whether anything has changed, so that the files must be judged again.
  mutating func mend(_ findings: [Finding]) -> Bool {
    guard settings.isOn, passes < Self.passLimit else { return false }
    passes += 1
    var fixes: [Fix] = []
    var attempts: [Attempt] = []
    for finding in findings {
      guard let fix = finding.fix, isAllowed(fix) else { continue }
      let attempt = Attempt(
        path: finding.primary.range.file.path, fingerprint: finding.fingerprint, replacements: fix.edits.map(\.replacement))
      if tried.contains(attempt) { continue }
      fixes.append(fix)
      attempts.append(attempt)
    }
    let application = FixApplication(fixes)
    for position in application.applied { tried.insert(attempts[position]) }
    for (path, change) in application.files { files[path] = (files[path]?.before ?? change.before, change.after) }
    if !application.files.isEmpty { count += application.applied.count }
    return !application.files.isEmpty
  }

  private func isAllowed(_ fix: Fix) -> Bool {
    // Modules that were fetched are not the project's own.
    (fix.safety == .safe || settings.allowsUnsafe) && !fix.edits.contains { $0.range.file.path.split(separator: "/").contains(".terraform") }
  }

  // MARK: Result

  /// Whether nothing has changed.
  var isEmpty: Bool { files.isEmpty }

  /// The changes of all files, in the order of their paths.
  var diff: [UInt8] {
    files.sorted { $0.key < $1.key }.flatMap { path, change in
      UnifiedDiff(from: change.before.bytes, to: change.after).text(oldName: "old/\(path)", newName: "new/\(path)")
    }
  }

  /// Replaces each file in one step, its mode kept.
  ///
  /// - Returns: the files that cannot be written.
  func write() -> [Diagnostic] {
    files.sorted { $0.key < $1.key }.compactMap { path, change in
      do throws(DiskError) {
        guard try Disk.read(path) == change.before.bytes else { throw DiskError(path: path, reason: "it has changed meanwhile") }
        try Disk.write(change.after, to: path)
        return nil
      } catch {
        return Diagnostic(.error, "unwritable-file", "\(path) cannot be written", detail: "The system says: \(error.reason).", at: nil)
      }
    }
  }

  /// What was mended and what could be, for people; empty when there is nothing to say.
  func summary(_ remaining: [Finding]) -> String {
    let files = counted(self.files.count, "file")
    var text = count == 0 ? "" : "\(counted(count, "finding")) mended in \(files).\n"
    let unsafe = remaining.filter { $0.fix?.safety == .unsafe }.count
    if unsafe > 0, !settings.allowsUnsafe { text += "\(counted(unsafe, "finding")) can be mended with --unsafe-fixes: what is built may change.\n" }
    return text
  }
}
