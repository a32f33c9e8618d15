import Foundation

/// Where tests find their material.
public enum ProjectRoot {
  /// The folder with Package.swift.
  public static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own fixtures.
  public static func fixture(_ path: String) -> URL { url.appendingPathComponent("Fixtures").appendingPathComponent(path) }

  /// The reference material beside the project, or nil on a machine that has none. In CI its absence is a failure.
  public static let shared: URL? = {
    let candidate = url.deletingLastPathComponent().appendingPathComponent("shared")
    if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    precondition(ProcessInfo.processInfo.environment["CI"] != "true", "the reference material must be present in CI")
    print("conformance skipped: no reference material beside the project")
    return nil
  }()
}
