import SourceText
import TerraformModel

/// A rule that needs a whole module at once, written in Swift: one file each, with the same metadata as a rule in HCL.
public protocol ModuleRule: Sendable {
  static var metadata: RuleMetadata { get }
  static var examples: [RuleExample] { get }
  /// What users' configuration may set, by name.
  static var parameters: [String: RuleParameter] { get }
  /// The findings in a module, from what is written in it alone: they are the same wherever it is called from.
  static func check(_ module: Module) -> [Finding]
}

extension ModuleRule {
  public static var parameters: [String: RuleParameter] { [:] }
}

/// The rules that are written in Swift.
public enum ModuleRules {
  public static let all: [any ModuleRule.Type] = [
    UndeclaredReference.self, UnusedDeclaration.self, IdleSuppression.self, RefusedSuppression.self, AWSInvalidValue.self,
    AzureInvalidValue.self, GoogleInvalidValue.self,
  ]

  /// Kinds of diagnostics of the evaluation that a rule here reports better: who shows findings leaves these out.
  public static let coveredDiagnostics: Set<String> = ["undeclared-reference", "undeclared-each", "undeclared-count"]
}
