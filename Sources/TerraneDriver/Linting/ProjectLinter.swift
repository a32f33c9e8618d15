import Diagnostics
import HCLSyntax
import HCLValues
import Linting
import Reporting
import Schemas
import SourceText
import TerraformModel

/// Lints the modules of one project: parses all of them, chooses the roots, judges each root with all that its calls lead to.
struct ProjectLinter: Sendable {
  var project: Project
  let settings: LintSettings
  /// What the roots of the run share, so that a module that many of them call is looked at once.
  let memory = LintMemory()

  /// What judging one root module gives: findings, not graphs.
  struct RootResult: Sendable {
    var report: LintReport
    var threshold: FailureThreshold
    var diagnostics: [Diagnostic]
    var resources: Int
    var followedCalls: Set<Configuration.CallSite>
    var directories: Set<String>
    var unknownTypes: [String: Set<SourceRange>]
    var variables: Set<String>
    /// Nil when no picture was asked for, or there is nothing to draw.
    var picture: Picture?
  }

  /// What comes of drawing the dependencies of a root module.
  enum Picture: Sendable {
    case drawn(LintPicture)
    case tooLarge
  }

  func lint(_ paths: [String], into collection: inout LintCollection) {
    let discovery = ModuleDiscovery(paths, overlay: Set(project.files.overlayPaths))
    for problem in discovery.problems {
      // Files of values alone are something to look at here.
      if case .noConfiguration(let path) = problem, discovery.variableDirectories.contains(where: { isPath($0, below: path) }) { continue }
      collection.fail(problem.diagnostic.asError)
    }
    lint(discovery.directories + discovery.variableDirectories, named: discovery.named, into: &collection)
    collection.reportedFiles.formUnion(discovery.namedFiles)
    collection.ignoredFiles.formUnion(discovery.ignoredFiles)
    collection.reportedDirectories.formUnion(discovery.directories.filter { !discovery.isOnlyForFiles($0) } + discovery.variableDirectories)
  }

  /// Lints what stood at some paths at an earlier commit.
  func lint(_ paths: [String], in tree: GitTree, into collection: inout LintCollection) {
    var directories: Set<String> = []
    var named: Set<String> = []
    for path in paths.map(normalisedPath) {
      let absolute = path.hasPrefix("/") ? path : normalisedPath(Disk.realWorkingDirectory + "/" + path)
      let real = (try? Disk.realPath(path)) ?? absolute
      if tree.content(real) != nil {
        directories.insert(parentPath(path))
        named.insert(parentPath(path))
        collection.reportedFiles.insert(path)
        continue
      }
      if path != "." { named.insert(path) }
      for folder in tree.directories where isPath(folder, below: real) {
        let names = tree.fileNames(folder) ?? []
        guard !configurationFileNames(names).isEmpty || !variableFileNames(names).isEmpty else { continue }
        let below = folder == real ? path : joinedPath(path, String(folder.dropFirst(real == "/" ? 1 : real.count + 1)))
        directories.insert(below)
        collection.reportedDirectories.insert(below)
      }
    }
    lint(directories.sorted(), named: named, into: &collection)
  }

  private func lint(_ directories: [String], named: Set<String>, into collection: inout LintCollection) {
    _ = Parallel.map(directories, jobs: project.options.jobs) { project.library.entry($0).module != nil }
    let modules = directories.compactMap { project.library.entry($0).module }
    memory.findSharedFiles(among: modules, called: Set(modules.flatMap(localCallTargets)))
    let roots = RootModules(directories: directories, named: named) { directory in
      project.library.entry(directory).module.map(localCallTargets) ?? []
    }
    let policies = policies(for: roots.roots, &collection)
    let progress = ProgressLine(total: policies.count, isOn: !project.options.isQuiet)
    let results = Parallel.map(policies, jobs: project.options.jobs) { policy in
      defer { progress.step() }
      return judgeEnvironments(of: policy.directory, policy.policy)
    }
    progress.end()
    take(results, into: &collection)
  }

  /// Adds what roots have given, and what could not be read on the way.
  func take(_ results: [RootResult], into collection: inout LintCollection) {
    for result in results {
      switch result.picture {
      case .drawn(let picture)? where collection.pictures.count < Self.mostPictures: collection.pictures.append(picture)
      case .drawn?, .tooLarge?: collection.picturesLeftOut += 1
      case nil: break
      }
      collection.reports.append(result.report)
      collection.setThreshold(result.threshold, of: result.report)
      collection.diagnostics += result.diagnostics
      collection.declaredVariables.formUnion(result.variables)
    }
    for failure in project.files.failures { collection.fail(failure.diagnostic) }
    if collection.paths.repository.isEmpty {
      collection.paths = ReportPaths(repository: project.files.root.realPath, workingDirectory: Disk.realWorkingDirectory)
    }
    if results.contains(where: { $0.directories.contains { project.library.entry($0).hasSyntaxErrors } }) { collection.isComplete = false }
    let calls = cover(results, &collection.coverage)
    if settings.requiresModules {
      for call in calls { collection.fail(Self.notFollowed(call)) }
    }
  }

  private static func notFollowed(_ call: ModuleCall) -> Diagnostic {
    Diagnostic(
      .error, "module-not-followed", "The code of module call “\(call.name)” is not in view",
      detail:
        "Its source is \(call.source.map(quotedHCL) ?? "not a literal"). terraform init fetches it; \"modules\" in .terrane.hcl says where it lies otherwise.",
      at: call.block.header)
  }

  /// How each root module is judged; those whose configuration cannot be used are left out, and the run is not complete.
  func policies(for roots: [String], _ collection: inout LintCollection) -> [(directory: String, policy: LintPolicy)] {
    let library = ConfigurationLibrary(
      root: project.files.root, named: settings.configurationPath, isIsolated: settings.isIsolated,
      today: settings.today)
    let workingDirectory = Disk.realWorkingDirectory
    var problems: [String: [Diagnostic]] = [:]
    var packs: [String: (catalog: RuleCatalog, diagnostics: [Diagnostic])] = [:]
    return roots.compactMap { directory in
      let entry = library.entry(for: directory)
      let key = entry.files.joined(separator: "\n")
      let (catalog, mistakes) = packs[key] ?? RulePacks.load(entry.configuration.lint.packs.map(\.value), into: settings.catalog)
      packs[key] = (catalog, mistakes)
      let environments = entry.configuration.environments
      let unknown = project.options.environmentName.flatMap { name in
        environments.contains { $0.name.value == name } ? nil : ProjectEnvironment.unknown(name, among: environments)
      }
      let found =
        problems[key] ?? (entry.diagnostics + mistakes + entry.configuration.lint.unknownNames(in: catalog) + (unknown.map { [$0] } ?? []))
      problems[key] = found
      if !found.isEmpty { collection.failConfiguration(found) }
      guard !found.contains(where: { $0.severity == .error }) else { return nil }
      var policy = LintPolicy(settings, entry.configuration.lint, catalog, workingDirectory: workingDirectory)
      if !entry.configuration.lint.packs.isEmpty { collection.catalogs.append(catalog) }
      for foreign in entry.foreign {
        policy.take(foreign, settings, entry.configuration.lint)
        collection.foreignFiles[foreign.path] = foreign
      }
      return (directory, policy)
    }
  }

  func judge(_ directory: String, _ policy: LintPolicy) -> RootResult {
    let configuration = project.configuration(directory).addingVariableFiles(from: project.library)
    let (graph, diagnostics) = project.graph(of: configuration, binding: .lint)
    return judge(configuration, graph, diagnostics, policy)
  }

  func judge(_ configuration: Configuration, _ graph: ResourceGraph, _ diagnostics: [Diagnostic], _ policy: LintPolicy) -> RootResult {
    var request = LintRequest(
      configuration: configuration, graph: graph, selection: policy.selection, catalog: policy.catalog, parameters: policy.parameters,
      overrides: policy.overrides, honoursSuppressions: policy.honoursSuppressions, today: settings.today, memory: memory)
    request.suppressionPolicy = policy.suppressionPolicy
    var report = LintEngine.run(request)
    // With other values, or after a build that makes the files, these may not hold: nothing is claimed.
    report.undecided += diagnostics.compactMap { diagnostic in
      guard diagnostic.dependsOnValues, let place = diagnostic.subject else { return nil }
      return UndecidedResult(rule: diagnostic.id, address: "", reason: "\(diagnostic.summary). \(diagnostic.detail)", location: place)
    }
    var unknownTypes: [String: Set<SourceRange>] = [:]
    for resource in graph.resources where configuration.catalog.schema(of: resource.address.mode, resource.type) == nil {
      unknownTypes[resource.type, default: []].insert(resource.source.header)
    }
    return RootResult(
      report: report, threshold: policy.failureThreshold,
      diagnostics: diagnostics.filter { $0.id != "unreadable-file" && !$0.dependsOnValues }, resources: graph.resources.count,
      followedCalls: Set(configuration.callTargets.keys), directories: Set(configuration.modules.values.filter { !$0.files.isEmpty }.map(\.directory)), unknownTypes: unknownTypes,
      variables: Set(configuration.root.map { Array($0.variables.keys) } ?? []),
      picture: settings.showsPictures ? picture(of: configuration, graph) : nil)
  }

  /// Pictures of a page, and nodes of a picture: more than that is no help to a reader.
  private static let mostPictures = 40
  private static let mostNodes = 400

  /// What depends on what in a root module; nil when there is nothing to draw.
  private func picture(of configuration: Configuration, _ graph: ResourceGraph) -> Picture? {
    let dependencies = DependencyGraph(configuration, graph: graph).showing(DependencyGraph.Kind.standard).reduced()
    if dependencies.nodes.isEmpty { return nil }
    guard dependencies.nodes.count <= Self.mostNodes, let layout = GraphLayout(dependencies) else { return .tooLarge }
    let directory = configuration.rootDirectory
    return .drawn(
      LintPicture(
        directory: directory, svg: DependencySVG(layout, of: dependencies, title: "Dependencies of \(directory)").text()))
  }

  /// Counts what the roots have looked at together; what several of them lead to counts once.
  ///
  /// - Returns: the calls that were not followed, in the order of the source.
  private func cover(_ results: [RootResult], _ coverage: inout LintCoverage) -> [ModuleCall] {
    var missing: [ModuleCall] = []
    var directories: Set<String> = []
    var followed: Set<Configuration.CallSite> = []
    var unknownTypes: [String: Set<SourceRange>] = [:]
    for result in results {
      directories.formUnion(result.directories)
      followed.formUnion(result.followedCalls)
      unknownTypes.merge(result.unknownTypes) { $0.union($1) }
      coverage.resources += result.resources
    }
    coverage.modules += directories.count
    for directory in directories {
      guard let module = project.library.entry(directory).module else { continue }
      coverage.files += module.files.count
      for call in module.moduleCalls.values where !followed.contains(.init(directory: directory, name: call.name)) {
        coverage.callsNotFollowed[call.source ?? "(not a literal)", default: 0] += 1
        missing.append(call)
      }
    }
    for (type, places) in unknownTypes { coverage.unknownTypes[type, default: 0] += places.count }
    return missing.sorted { SourceRange.precedes($0.block.header, $1.block.header) }
  }
}
