import Diagnostics
import HCLEvaluation
import Schemas
import SourceText
import TerraformFunctions
import TerraformModel

/// One project on disk, ready to load modules from.
public struct Project: Sendable {
  public let files: ProjectFiles
  public let library: ModuleLibrary
  public let variables: VariableSources
  public let options: RunOptions
  /// The environment whose values hold; nil without one.
  public var environment: ProjectEnvironment?
  /// The schemas of providers.
  public let schemas: ProviderSchemas
  /// What `.terrane.hcl` says for directories.
  public let configurations: ConfigurationLibrary

  /// The functions that configurations may call.
  public static let functions = FunctionTable(TerraformFunctions.standard)

  /// - Parameters:
  ///   - path: what is looked at; its repository is the project unless the options name another root.
  ///   - variables: values from outside.
  public init(around path: String, variables: VariableSources, options: RunOptions) throws(DiskError) {
    let root = if let named = options.root { try ProjectRoot(named: named) } else { try ProjectRoot(of: path) }
    files = ProjectFiles(root: root)
    library = ModuleLibrary(access: files.directories, dialect: options.dialect)
    self.variables = variables
    self.options = options
    schemas = ProviderSchemas(options.providerSchemas)
    configurations = ConfigurationLibrary(root: root, named: options.configurationPath, isIsolated: options.isIsolated)
  }

  /// - Parameter overlay: files whose content does not come from the disk, by normalised path.
  /// - Parameter snapshot: the files of an earlier commit, instead of those on the disk.
  init(
    root: ProjectRoot, overlay: [String: [UInt8]], snapshot: GitTree? = nil, variables: VariableSources, schemas: ProviderSchemas,
    options: RunOptions
  ) {
    files = ProjectFiles(root: root, overlay: overlay, snapshot: snapshot)
    library = ModuleLibrary(access: files.directories, dialect: options.dialect)
    self.variables = variables
    self.options = options
    self.schemas = schemas
    configurations = ConfigurationLibrary(root: root, named: options.configurationPath, isIsolated: options.isIsolated)
  }

  /// Loads a root module with all that its calls lead to.
  public func configuration(_ directory: String) -> Configuration {
    let installed = installedModules(directory)
    return Configuration.load(
      directory, from: library, catalog: schemas.catalog, installed: { installed.directory(ofCall: $0, source: $1) })
  }

  private func installedModules(_ rootDirectory: String) -> InstalledModules {
    InstalledModules(
      rootDirectory: rootDirectory, dataDirectory: options.environment["TF_DATA_DIR"],
      sources: configurations.entry(for: rootDirectory).configuration.moduleSources)
  }

  /// Loads the tests of a root module.
  public func tests(of configuration: Configuration, in directory: String) -> ModuleTests {
    let installed = installedModules(configuration.rootDirectory)
    return ModuleTests.load(
      for: configuration, from: library, directory: directory, installed: { installed.directory(ofCall: $0, source: $1) })
  }

  /// Values from outside, those of the environment included.
  private var sources: VariableSources { variables.adding(environment) }

  /// The value of `terraform.workspace`: what was asked for, that of the environment, or `TF_WORKSPACE`.
  private var workspace: String? {
    options.workspace ?? environment?.workspace ?? options.environment["TF_WORKSPACE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Evaluates a configuration with the values that its root module gets.
  ///
  /// - Parameter checksConditions: whether validations and preconditions that certainly do not hold are reported.
  /// - Returns: the graph, and everything that loading and evaluating had to say.
  public func graph(
    of configuration: Configuration, binding: Binding, checksConditions: Bool = false
  ) -> (graph: ResourceGraph, diagnostics: [Diagnostic]) {
    let given = sources.values(forModuleIn: configuration.rootDirectory, from: files.isSnapshot ? files.directories : nil)
    let graph = ResourceGraph.build(
      configuration, binding: binding, given: given.values, functions: Self.functions, files: files.functionFiles,
      workspace: workspace, checksConditions: checksConditions)
    return (graph, configuration.diagnostics + given.diagnostics + graph.diagnostics)
  }

  /// The graph of a plan, at the places of the configuration that it was made from when there is one.
  public func graph(
    of plan: PlanDocument, _ configuration: Configuration, binding: Binding
  ) -> (graph: ResourceGraph, diagnostics: [Diagnostic]) {
    let planned = ResourceGraph(plan, binding: binding)
    guard configuration.root != nil else { return (planned, planned.diagnostics) }
    let given = sources.values(forModuleIn: configuration.rootDirectory)
    let written = ResourceGraph.build(
      configuration, binding: binding, given: given.values.merging(plan.givenVariables) { $1 }, functions: Self.functions,
      files: files.functionFiles, workspace: workspace, planned: plan.facts)
    let graph = planned.aligned(with: written, binding: binding)
    return (graph, configuration.diagnostics + given.diagnostics + graph.diagnostics)
  }

  /// The root module of a configuration, open for questions that may call these functions.
  public func session(of configuration: Configuration, functions: FunctionTable = Self.functions) -> ModuleSession? {
    ModuleSession(
      configuration, given: sources.values(forModuleIn: configuration.rootDirectory).values, functions: functions,
      files: files.functionFiles, workspace: workspace)
  }
}

/// One root module that a command works on: `inspect`, `convert`, `eval`.
public struct SingleModule: Sendable {
  public let project: Project
  /// Empty for a plan whose configuration is not in view.
  public let configuration: Configuration
  /// The plan that the resources come from instead.
  public let plan: PlanDocument?
  /// What stands in the way of reading it; when there is an error there is nothing to work on.
  public let problems: [Diagnostic]

  /// Opens the module in a directory, or the directory of a file.
  ///
  /// - Returns: the module, or nil with the diagnostics that say why there is none.
  ///
  /// A file that holds a plan gives the plan, with the configuration that it was made from when that is in view.
  public static func open(
    _ path: String, source: ModuleSourceKind = .auto, options: RunOptions
  ) -> (module: SingleModule?, diagnostics: [Diagnostic]) {
    let variables = VariableSources(arguments: options.variables, environment: options.environment)
    do throws(DiskError) {
      if let (plan, problems) = try PlanFile.read(path, source) {
        guard let plan else { return (nil, variables.diagnostics + problems) }
        let file = try PlanFile(plan, variables: variables, options: options)
        return (SingleModule(project: file.project, configuration: file.configuration, plan: plan, problems: variables.diagnostics + problems), [])
      }
      let directory = try Disk.kind(path) == .directory ? normalisedPath(path) : normalisedPath(parentPath(path))
      var project = try Project(around: directory, variables: variables, options: options)
      if let name = options.environmentName {
        let environments = project.configurations.entry(for: directory).configuration.environments
        guard let environment = environments.first(where: { $0.name.value == name }) else {
          return (nil, [ProjectEnvironment.unknown(name, among: environments)])
        }
        project.environment = environment
      }
      let configuration = project.configuration(directory)
      let unread = project.files.failures.map(\.diagnostic)
      guard let root = configuration.root else {
        let problem = unread.isEmpty ? [DiscoveryProblem.noConfiguration(path).diagnostic.asError] : unread
        return (nil, variables.diagnostics + configuration.diagnostics.filter { $0.id != "unreadable-file" } + problem)
      }
      let undeclared = variables.assignedNames.filter { root.variables[$0] == nil }
        .map { VariableSources.undeclared($0, among: root.variables.keys.sorted()) }
      return (SingleModule(
        project: project, configuration: configuration, plan: nil, problems: variables.diagnostics + project.schemas.problems
          + project.configurations.entry(for: directory).diagnostics + undeclared), [])
    } catch {
      return (nil, [error.diagnostic])
    }
  }

  /// The graph of the plan, or of the configuration, and everything that making it had to say.
  ///
  /// - Parameter checksConditions: of a configuration, whether validations and preconditions that certainly do not hold are reported.
  public func graph(binding: Binding, checksConditions: Bool = false) -> (graph: ResourceGraph, diagnostics: [Diagnostic]) {
    guard let plan else { return project.graph(of: configuration, binding: binding, checksConditions: checksConditions) }
    return project.graph(of: plan, configuration, binding: binding)
  }

  /// Required variables without a value, each as a note with its place.
  public func unsetVariables(in graph: ResourceGraph) -> [Diagnostic] {
    graph.variables.filter { $0.defaultValue == nil && $0.givenValue == nil }.map { variable in
      Diagnostic(
        .warning, "unset-variable", "No value for variable “\(variable.name)”",
        detail: "It has no default. What depends on it stays unknown; give a value with -var '\(variable.name)=…', -var-file, or TF_VAR_\(variable.name).",
        at: variable.location)
    }
  }

  /// What a command ends with after these diagnostics: what was asked for could not be read, the configuration is invalid, or all is well.
  public func status(_ diagnostics: [Diagnostic]) -> ExitStatus {
    if !project.files.failures.isEmpty { return .failure }
    return ExitStatus(diagnostics)
  }
}

extension ProjectEnvironment {
  /// Says that the configuration has no environment of a name.
  static func unknown(_ name: String, among environments: [ProjectEnvironment]) -> Diagnostic {
    let known = environments.map(\.name.value)
    let hint = suggestedName(for: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    let list = known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."
    return Diagnostic(
      .error, "unknown-environment", "The configuration has no environment “\(name)”",
      detail: "Environments are blocks of .terrane.hcl: environment \"NAME\" { }. \(list)\(hint)", at: nil)
  }
}

extension ExitStatus {
  /// The status for diagnostics: wrong arguments and unreadable files are failures, other errors are findings.
  init(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.severity == .error }
    if errors.contains(where: { VariableSources.isAboutGivenText($0) || Self.failureIDs.contains($0.id) }) {
      self = .failure
    } else {
      self = errors.isEmpty ? .clean : .findings
    }
  }

  private static let failureIDs: Set<String> = [
    "missing-path", "unreadable-file", "unusable-provider-schema", "undeclared-variable-value", "no-configuration", "configuration",
    "unknown-rule", "unknown-environment",
  ]
}

extension Diagnostic {
  /// The same, but an error.
  var asError: Diagnostic {
    var copy = self
    copy.severity = .error
    return copy
  }
}
