import Diagnostics
import Linting
import Reporting
import SourceText
import TerraformModel

/// What a run does not report, because it is known: the findings of a baseline, and those at an earlier commit.
struct KnownFindings {
  private var baselines: [Baseline] = []
  /// Files and commits that cannot be read.
  private(set) var problems: [Diagnostic] = []

  /// - Parameter input: what is linted.
  init(_ settings: LintSettings, _ options: RunOptions, _ input: LintInput) {
    if let path = settings.baselinePath { read(path) }
    if let reference = settings.since { judge(reference, settings, options, input) }
  }

  private mutating func read(_ path: String) {
    do throws(DiskError) {
      let (baseline, diagnostics) = Baseline.read(SourceFile(path: path, bytes: try Disk.read(path)))
      problems += diagnostics.filter { $0.severity == .error }
      if let baseline { baselines.append(baseline) }
    } catch {
      problems.append(error.diagnostic)
    }
  }

  /// Judges the files of a commit under the configuration of today.
  private mutating func judge(_ reference: String, _ settings: LintSettings, _ options: RunOptions, _ input: LintInput) {
    var collection = LintCollection(diagnostics: [])
    for (paths, root) in input.groups {
      do throws(GitError) {
        let tree = try GitTree(reference, around: root.realPath)
        let project = Project(
          root: root, overlay: [:], snapshot: tree, variables: input.variables, schemas: input.schemas, options: options)
        ProjectLinter(project: project, settings: settings).lint(paths, in: tree, into: &collection)
      } catch {
        problems.append(Diagnostic(.error, "since", error.summary, detail: error.detail, at: nil))
      }
    }
    let paths = collection.paths
    baselines.append(Baseline(collection.outcome(settings).report.findings) { paths.relativeToRepository($0) })
  }

  /// Takes what is known out of a report.
  func remove(from outcome: inout LintOutcome) {
    let paths = outcome.paths
    for baseline in baselines {
      let (new, known, gone) = baseline.parting(outcome.report.findings) { paths.relativeToRepository($0) }
      outcome.report.findings = new
      outcome.report.knownCount += known.count
      outcome.report.goneCount += gone
    }
  }
}
