import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Declarations that several modules of a run share without a module call: a file in a folder of its own that is linked or copied beside
/// them before Terraform runs.
///
/// Such a folder shows itself: it makes nothing, nothing calls it, and it declares just what another module misses. Where the links are
/// not in view (an archive, a copy, a build step), the names that it declares are not missing.
public struct SharedFiles: Sendable {
  /// The folders.
  private(set) var directories: Set<String> = []
  /// Where `var.name` and `local.name` are declared, as a path.
  private(set) var declared: [String: String] = [:]
  /// What their files refer to: `var.name`, `local.name`, `data.type.name`.
  private(set) var used: Set<String> = []

  init() {}

  /// - Parameters:
  ///   - modules: all of a run.
  ///   - called: the directories that calls lead to.
  init(among modules: [Module], called: Set<String>) {
    let candidates = modules.filter { module in
      Self.makesNothing(module) && !(module.variables.isEmpty && module.locals.isEmpty) && !called.contains(module.directory)
    }
    guard candidates.count < modules.count, !candidates.isEmpty else { return }
    var missing: Set<String> = []
    for module in modules { missing.formUnion(Self.missing(module)) }
    for candidate in candidates {
      let names = Self.declarations(candidate)
      guard names.keys.contains(where: missing.contains) else { continue }
      directories.insert(candidate.directory)
      declared.merge(names) { first, _ in first }
      for reference in ModuleReferences(candidate).references {
        if let name = reference.traversal.declarationName { used.insert(name) }
      }
    }
  }

  private static func makesNothing(_ module: Module) -> Bool {
    module.resources.isEmpty && module.outputs.isEmpty && module.moduleCalls.isEmpty && module.otherBlocks.isEmpty
  }

  private static func declarations(_ module: Module) -> [String: String] {
    var result: [String: String] = [:]
    for (name, variable) in module.variables { result["var.\(name)"] = variable.block.header.file.path }
    for (name, local) in module.locals { result["local.\(name)"] = local.attribute.tree.file.path }
    return result
  }

  private static func missing(_ module: Module) -> Set<String> {
    var result: Set<String> = []
    for reference in ModuleReferences(module).references where !reference.isEarly {
      guard let name = reference.traversal.attributeName(0) else { continue }
      switch reference.traversal.rootName {
      case "var": if module.variables[name] == nil { result.insert("var.\(name)") }
      case "local": if module.locals[name] == nil { result.insert("local.\(name)") }
      default: break
      }
    }
    return result
  }
}

extension ScopeTraversal {
  /// The declaration that is named, as `var.name`, `local.name` or `data.type.name`; nil for everything else.
  var declarationName: String? {
    switch rootName {
    case "var", "local": attributeName(0).map { "\(rootName).\($0)" }
    default: resourceKey.flatMap { $0.mode == .data ? "data.\($0.type).\($0.name)" : nil }
    }
  }
}
