import Diagnostics
import SourceText
import TerraformModel

/// A rule that needs a whole module at once, written in Swift: one file each, with the same metadata as a rule in HCL.
public protocol ModuleRule: Sendable {
  static var metadata: RuleMetadata { get }
  static var examples: [RuleExample] { get }
  /// What users' configuration may set, by name.
  static var parameters: [String: RuleParameter] { get }
  /// The findings in a module, from what is written in it and around it: they are the same wherever it is called from.
  static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult
}

extension ModuleRule {
  public static var parameters: [String: RuleParameter] { [:] }
  /// Nothing: rules over instances and over comments are asked by the engine in another way.
  public static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult { ModuleResult() }
}

/// A rule over what is written in a module's files alone: nothing around them can change what it finds.
protocol SourceRule: ModuleRule {
  static func findings(in module: Module) -> [Finding]
}

extension SourceRule {
  public static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult {
    var result = ModuleResult()
    result.findings = findings(in: module)
    return result
  }
}

/// What a rule found in a module.
public struct ModuleResult: Sendable {
  public var findings: [Finding] = []
  /// What would be findings, were all of the module in view.
  public var undecided: [UndecidedResult] = []

  public init() {}

  /// Takes a finding back, because what it says is not certain.
  mutating func addUndecided(_ finding: Finding, _ reason: String) {
    undecided.append(
      UndecidedResult(
        rule: finding.rule, address: finding.address, reason: "\(finding.message), but \(reason)", location: finding.primary.range))
  }
}

/// What is around a module on the disk, as far as it says whether all of the module is in view.
public struct ModuleSurroundings: Sendable {
  /// Whether a call leads to a directory of the project that has no module: something puts files in place before a run.
  var lacksModules: Bool
  var shared: SharedFiles

  /// - Parameter memory: knows the other modules of the run.
  init(of module: Module, _ configuration: Configuration, _ memory: LintMemory) {
    lacksModules = configuration.diagnostics.contains { diagnostic in
      guard diagnostic.id == "missing-module", let place = diagnostic.subject else { return false }
      return module.files.contains { $0.source.path == place.file.path }
    }
    shared = memory.shared
  }
}

/// The rules that are written in Swift.
public enum ModuleRules {
  public static let all: [any ModuleRule.Type] = [
    UndeclaredReference.self, UnusedDeclaration.self, IdleSuppression.self, RefusedSuppression.self, AWSInvalidValue.self,
    AzureInvalidValue.self, GoogleInvalidValue.self, CommentSyntax.self, DeprecatedIndex.self, DeprecatedInterpolation.self,
    DeprecatedLookup.self, DuplicateInstanceKey.self, DuplicateMapKey.self, EmptyListEquality.self, JSONRootArray.self,
    NamingConvention.self, ProviderRequirement.self, SensitiveOutput.self, UnknownInstanceKey.self, UnusedProvider.self,
    WorkspaceRemote.self, SecretInArgument.self, SecretVariableDefault.self, SecretVariableFile.self,
  ]

  /// Kinds of diagnostics of the evaluation that a rule here reports better: who shows findings leaves these out.
  public static let coveredDiagnostics: Set<String> = ["undeclared-reference", "undeclared-each", "undeclared-count"]
}
