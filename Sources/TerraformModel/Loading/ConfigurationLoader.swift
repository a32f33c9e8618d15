import Diagnostics
import HCLSyntax
import HCLValues
import Schemas
import SourceText

extension Configuration {
  /// Loads a root module and every module that local calls lead to.
  ///
  /// Calls whose code is elsewhere (a registry, a repository, outside of the project) are boundaries: they have no target, and what they
  /// give is unknown.
  ///
  /// - Parameters:
  ///   - directory: the root module's, normalised.
  ///   - library: where modules are parsed once for all roots.
  ///   - catalog: the schemas of providers.
  ///   - installed: leads the source of a remote call to a directory with its code, when there is one (`.terraform/modules`).
  public static func load(
    _ directory: String, from library: ModuleLibrary, catalog: SchemaCatalog = .standard,
    installed: @escaping @Sendable (_ callPath: [String], _ source: String) -> String? = { _, _ in nil }
  ) -> Configuration {
    var loader = Loader(library: library, installed: installed)
    loader.visit(directory, path: [], stack: [directory])
    var configuration = Configuration(
      rootDirectory: directory, modules: loader.modules, callTargets: loader.targets, diagnostics: loader.diagnostics)
    configuration.catalog = catalog
    configuration.lockFile = lockFile(in: directory, library.access)
    return configuration
  }

  /// The file in which `init` keeps the versions that it chose. (Terraform language, "Dependency Lock File".)
  private static func lockFile(in directory: String, _ access: DirectoryAccess) -> SourceFile? {
    let name = ".terraform.lock.hcl"
    guard access.fileNames(directory)?.contains(name) == true else { return nil }
    let path = joinedPath(directory, name)
    return access.read(path).map { SourceFile(path: path, bytes: $0) }
  }

  private struct Loader {
    let library: ModuleLibrary
    let installed: @Sendable ([String], String) -> String?
    var modules: [String: Module] = [:]
    var targets: [CallSite: String] = [:]
    var diagnostics: [Diagnostic] = []

    init(library: ModuleLibrary, installed: @escaping @Sendable ([String], String) -> String?) {
      self.library = library
      self.installed = installed
    }

    mutating func visit(_ directory: String, path: [String], stack: [String]) {
      if modules[directory] != nil { return }
      let entry = library.entry(directory)
      diagnostics.append(contentsOf: entry.diagnostics)
      guard let module = entry.module else { return }
      modules[directory] = module
      for name in module.moduleCalls.keys.sorted() {
        guard let call = module.moduleCalls[name], let source = call.source else { continue }
        follow(call, source, from: directory, path: path + [name], stack: stack)
      }
    }

    private mutating func follow(_ call: ModuleCall, _ source: String, from directory: String, path: [String], stack: [String]) {
      let target: String
      var isLocal = true
      if source.hasPrefix("./") || source.hasPrefix("../") || source == "." || source == ".." {
        target = joinedPath(directory, source)
      } else if let local = installed(path, source) {
        target = local
        isLocal = false
      } else {
        return
      }
      if stack.contains(target) {
        let cycle = (stack.drop { $0 != target } + [target]).joined(separator: " → ")
        diagnostics.append(
          Diagnostic(
            .error, "module-cycle", "Module call “\(call.name)” leads back to its own module",
            detail: "A module cannot contain itself: \(cycle).", at: sourceRange(of: call)))
        return
      }
      visit(target, path: path, stack: stack + [target])
      if modules[target] != nil {
        targets[CallSite(directory: directory, name: call.name)] = target
      } else if isLocal, library.access.isOutside(target) {
        diagnostics.append(
          Diagnostic(
            .warning, "module-outside-project", "Module call “\(call.name)” leads out of the project",
            detail:
              "Nothing is read outside of the repository, or of the working directory where there is none, so that the code of the module stays unknown. --root names a folder that holds both.",
            at: sourceRange(of: call)))
      } else if isLocal, library.entry(target).module == nil {
        diagnostics.append(
          Diagnostic(
            .error, "missing-module", "There is no module in \(target)",
            detail: "The source \(quotedHCL(source)) leads to a directory that does not exist or holds no configuration files.",
            at: sourceRange(of: call)))
      }
    }

    private func sourceRange(of call: ModuleCall) -> SourceRange {
      let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
      return body.attribute("source")?.expression.range ?? call.block.header
    }
  }
}
