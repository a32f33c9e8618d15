import Diagnostics
import SourceText
import TerraformModel

/// What `terrane validate` says of every root module below a folder: of many repositories side by side, each one a project of its own.
public struct ValidationSurvey: Sendable {
  /// One root module.
  public struct Root: Sendable {
    /// The directory, below the working directory.
    public var directory: String
    /// Sorted by place.
    public var diagnostics: [Diagnostic]
  }

  /// Sorted by path.
  public private(set) var roots: [Root] = []
  /// Files that were read.
  public private(set) var fileCount = 0
  /// Folders that could not be looked at.
  public private(set) var problems: [Diagnostic] = []

  /// Validates the root modules below each of some folders.
  ///
  /// - Parameters:
  ///   - projects: folders that reading must not leave, one after another.
  ///   - jobs: how many modules are validated at once.
  public init(projects: [String], jobs: Int = Parallel.processorCount) {
    for folder in projects {
      do throws(DiskError) {
        try survey(folder, jobs: jobs)
      } catch {
        problems.append(error.diagnostic)
      }
    }
  }

  private mutating func survey(_ folder: String, jobs: Int) throws(DiskError) {
    var options = RunOptions()
    options.root = folder
    let project = try Project(around: folder, variables: VariableSources(arguments: [], environment: [:]), options: options)
    let discovery = ModuleDiscovery([folder])
    problems += discovery.problems.map(\.diagnostic)
    _ = Parallel.map(discovery.directories, jobs: jobs) { project.library.entry($0).module != nil }
    // The folder is named for all that is below it; that does not make its own module a root.
    let choice = RootModules(directories: discovery.directories, named: []) { directory in
      project.library.entry(directory).module.map(localCallTargets) ?? []
    }
    roots += Parallel.map(choice.roots, jobs: jobs) { directory in
      let configuration = project.configuration(directory)
      let validator = ConfigurationValidator(functions: Project.functions, files: project.files.functionFiles)
      return Root(directory: directory, diagnostics: validator.validate(configuration))
    }
    fileCount += project.library.loaded.values.reduce(0) { $0 + ($1.module?.files.count ?? 0) }
  }

  /// Every diagnostic once, however many roots lead to its module, with the root that it was first seen from; sorted by place.
  public var distinct: [(root: String, diagnostic: Diagnostic)] {
    struct Key: Hashable {
      var id: String
      var summary: String
      var path: String
      var offset: UInt32
    }
    var seen: Set<Key> = []
    var result: [(root: String, diagnostic: Diagnostic)] = []
    for root in roots {
      for diagnostic in root.diagnostics {
        let key = Key(
          id: diagnostic.id, summary: diagnostic.summary, path: diagnostic.subject?.file.path ?? root.directory,
          offset: diagnostic.subject?.bytes.start ?? 0)
        if seen.insert(key).inserted { result.append((root.directory, diagnostic)) }
      }
    }
    return result
  }
}
