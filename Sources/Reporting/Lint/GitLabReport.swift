import Documents
import Linting

/// The code quality report of GitLab: an array of problems. (GitLab, "Code Quality", "Code Quality report format".)
///
/// No two problems of a report have the same fingerprint, and a problem keeps its own when lines move.
struct GitLabReport {
  private let outcome: LintOutcome

  init(_ outcome: LintOutcome) { self.outcome = outcome }

  func write() -> String {
    var counts: [String: Int] = [:]
    var hashes = LineHashes()
    let problems = LintReportEntry.all(of: outcome).map { entry -> Document in
      let path = entry.path(outcome)
      let place = entry.fingerprint ?? entry.range.map { "\(path):\(hashes.hash(at: $0))" } ?? path
      let fingerprint = entry.fingerprint ?? "\(entry.id):\(place)"
      let count = (counts[fingerprint] ?? 0) + 1
      counts[fingerprint] = count
      let (first, last) = entry.lines
      return .members([
        ("description", .string(entry.message)), ("check_name", .string(entry.id)),
        ("fingerprint", .string(count == 1 ? fingerprint : "\(fingerprint)-\(count)")), ("severity", .string(severity(of: entry))),
        (
          "location",
          .members([("path", .string(path)), ("lines", .members([("begin", .integer(first)), ("end", .integer(last))]))])
        ),
      ])
    }
    return JSONWriter(.pretty).write(.array(problems)) + "\n"
  }

  private func severity(of entry: LintReportEntry) -> String {
    guard let severity = entry.severity else {
      return switch entry.level {
      case .error: "blocker"
      case .warning: "minor"
      case .info: "info"
      }
    }
    return switch severity {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case .info: "info"
    }
  }
}
