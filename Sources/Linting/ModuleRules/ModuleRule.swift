import SourceText
import TerraformModel

/// A rule that needs a whole module at once, written in Swift: one file each, with the same metadata as a rule in HCL.
public protocol ModuleRule: Sendable {
  static var metadata: RuleMetadata { get }
  static var examples: [RuleExample] { get }
  /// The findings in every module of a configuration.
  static func check(_ context: ModuleRuleContext) -> [Finding]
}

/// What a module rule sees.
public struct ModuleRuleContext: Sendable {
  public var configuration: Configuration
  public var graph: ResourceGraph

  public init(configuration: Configuration, graph: ResourceGraph) {
    self.configuration = configuration
    self.graph = graph
  }

  /// The modules in view, in order of their directories.
  public var modules: [Module] { configuration.modules.keys.sorted().compactMap { configuration.modules[$0] } }
}

/// The rules that need whole modules.
public enum ModuleRules {
  public static let all: [any ModuleRule.Type] = [UndeclaredReference.self, UnusedDeclaration.self, IdleSuppression.self]

  /// Kinds of diagnostics of the evaluation that a rule here reports better: who shows findings leaves these out.
  public static let coveredDiagnostics: Set<String> = ["undeclared-reference", "undeclared-each", "undeclared-count"]
}
