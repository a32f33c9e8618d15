import Foundation

/// Compares text with a golden file, or rewrites the file when `UPDATE_SNAPSHOTS=1`.
///
/// - Returns: nil when they agree, else what to print.
public func differenceFromGolden(_ actual: String, _ file: URL) -> String? {
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(actual.utf8).write(to: file)
    return nil
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    return "\(file.lastPathComponent) is missing; UPDATE_SNAPSHOTS=1 make test writes it"
  }
  if expected == actual { return nil }
  let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
  let expectedLine = line < left.count ? String(left[line]) : "(end)"
  let actualLine = line < right.count ? String(right[line]) : "(end)"
  return "\(file.lastPathComponent):\(line + 1) differs\n  golden: \(expectedLine)\n  actual: \(actualLine)"
}
