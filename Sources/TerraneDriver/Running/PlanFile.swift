import Diagnostics
import SourceText
import TerraformModel

/// What a command is to take a path for.
public enum ModuleSourceKind: String, CaseIterable, Sendable {
  /// What it looks like.
  case auto
  case terraform, plan
}

/// A plan on disk with the configuration that it was made from.
struct PlanFile {
  let plan: PlanDocument
  let project: Project
  /// Empty when it is not in view.
  let configuration: Configuration

  /// Reads a file when it holds a plan, or something that is easily taken for one.
  ///
  /// - Returns: nil for directories and other files; no plan and errors for what cannot be used.
  static func readIfPresent(_ path: String) throws(DiskError) -> (plan: PlanDocument?, diagnostics: [Diagnostic])? {
    guard try Disk.kind(path) == .file, !isConfiguration(path) else { return nil }
    let bytes = try Disk.read(path)
    guard PlanDocument.resemblesPlan(bytes) else { return nil }
    return PlanDocument.read(SourceFile(path: normalisedPath(path), bytes: bytes))
  }

  /// Reads a file as the kind says; nil when it is configuration.
  static func read(_ path: String, _ kind: ModuleSourceKind) throws(DiskError) -> (plan: PlanDocument?, diagnostics: [Diagnostic])? {
    switch kind {
    case .auto: try readIfPresent(path)
    case .terraform: nil
    case .plan: PlanDocument.read(SourceFile(path: normalisedPath(path), bytes: try Disk.read(path)))
    }
  }

  private static func isConfiguration(_ path: String) -> Bool {
    [".tf", ".tofu", ".tf.json", ".tofu.json", ".hcl", ".tfvars", ".tfvars.json"].contains { path.hasSuffix($0) }
  }

  /// Looks for the configuration: in the directory of the plan, then in the folder that the options name as root.
  init(_ plan: PlanDocument, variables: VariableSources, options: RunOptions) throws(DiskError) {
    self.plan = plan
    let beside = parentPath(plan.file.path)
    let project = try Project(around: beside, variables: variables, options: options)
    self.project = project
    let directories = [beside] + (options.root.map { [normalisedPath($0)] } ?? [])
    let found = directories.first { directory in
      project.library.entry(directory).module.map { Self.isMade(plan, from: $0) } ?? false
    }
    configuration =
      found.map { project.configuration($0) } ?? Configuration(rootDirectory: beside, modules: [:], callTargets: [:], diagnostics: [])
  }

  /// Whether a module declares most of what the plan's configuration does: it may have changed a little since.
  private static func isMade(_ plan: PlanDocument, from module: Module) -> Bool {
    let names = plan.declaredNames
    let declared = Set(
      module.resources.keys.map { $0.address } + module.moduleCalls.keys.map { "module.\($0)" })
    let common = names.filter(declared.contains).count
    return common > 0 && 2 * common >= names.count
  }
}
