import HCLEvaluation
import TerraformFunctions

/// What every rule's expressions may call beside the functions of `RuleFunctions`.
enum RuleLanguage {
  /// Terraform's functions, made once.
  static let functions = FunctionTable(TerraformFunctions.standard)
}
