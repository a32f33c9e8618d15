import Diagnostics
import Linting
import SourceText

/// Everything that a run of the linter has to say, ready to be reported.
public struct LintOutcome: Sendable {
  public var report: LintReport
  /// Errors and warnings about the configuration itself, sorted: syntax, missing modules, files that could not be read.
  public var diagnostics: [Diagnostic]
  public var coverage: LintCoverage
  /// Whether everything could be read; what could not be read never looks clean.
  public var isComplete: Bool
  /// The rules of the findings, by name.
  public var rules: [String: RuleMetadata]
  /// The program's version, for formats that name their tool.
  public var version: String
  public var paths: ReportPaths
  /// The day that the run is for, year-month-day; formats that ask for a time get it.
  public var date: String
  /// What depends on what in the root modules, for the formats that show it.
  public var pictures: [LintPicture]
  /// How many root modules have no picture because there are too many of them, or too much to draw in one.
  public var picturesLeftOut: Int

  public init(
    report: LintReport, diagnostics: [Diagnostic] = [], coverage: LintCoverage = LintCoverage(), isComplete: Bool = true,
    rules: [String: RuleMetadata] = [:], version: String = "0", paths: ReportPaths = ReportPaths(),
    date: String = "1970-01-01", pictures: [LintPicture] = [], picturesLeftOut: Int = 0
  ) {
    self.report = report
    self.diagnostics = diagnostics
    self.coverage = coverage
    self.isComplete = isComplete
    self.rules = rules
    self.version = version
    self.paths = paths
    self.date = date
    self.pictures = pictures
    self.picturesLeftOut = picturesLeftOut
  }

  /// How many findings there are of each severity, the worst first; severities without findings are there with 0.
  public var countsBySeverity: [(severity: RuleSeverity, count: Int)] {
    RuleSeverity.allCases.sorted(by: >).map { severity in
      (severity, report.findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) })
    }
  }
}

/// A picture of the dependencies of a root module.
public struct LintPicture: Sendable {
  public var directory: String
  /// One element that can stand in a page.
  public var svg: String

  public init(directory: String, svg: String) {
    self.directory = directory
    self.svg = svg
  }
}

/// What a run has looked at, and what it could not follow.
public struct LintCoverage: Sendable {
  public var files = 0
  /// Directories with configuration.
  public var modules = 0
  /// Resource instances that were judged, each once for each root module that leads to it.
  public var resources = 0
  /// Sources of module calls whose code is not in view, with how many calls have each.
  public var callsNotFollowed: [String: Int] = [:]
  /// Resource types that no schema knows, with how many resources have each.
  public var unknownTypes: [String: Int] = [:]

  public init() {}

  /// Adds what another part of the run has looked at; files and modules are counted by the run as a whole.
  public mutating func add(_ other: LintCoverage) {
    resources += other.resources
    callsNotFollowed.merge(other.callsNotFollowed, uniquingKeysWith: +)
    unknownTypes.merge(other.unknownTypes, uniquingKeysWith: +)
  }
}

/// How paths of files become paths from the top of the repository.
public struct ReportPaths: Sendable {
  /// Absolute, without links; empty when not known.
  public var repository: String
  /// Absolute, without links; empty when not known.
  public var workingDirectory: String

  public init(repository: String = "", workingDirectory: String = "") {
    self.repository = repository
    self.workingDirectory = workingDirectory
  }

  /// A path as seen from the top of the repository; as it is when it lies elsewhere.
  public func relativeToRepository(_ path: String) -> String {
    guard !repository.isEmpty else { return path }
    var parts = path.hasPrefix("/") ? [] : workingDirectory.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let top = repository.split(separator: "/")
    guard parts.starts(with: top), parts.count > top.count else { return path }
    return parts.dropFirst(top.count).joined(separator: "/")
  }
}
