import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Where values that are not kept, and values that are not shown, must not go. (Terraform language, "Ephemeral values",
/// "Sensitive values".)
extension ModuleValidation {
  private var isRoot: Bool { module.directory == configuration.rootDirectory }

  func checkMarks(of value: Value, in output: OutputDeclaration, _ body: EffectiveBody, at expression: ExpressionSyntax) {
    let marks = value.deepMarks
    let isEphemeral = body.attribute("ephemeral").flatMap { literalBool($0.expression) } ?? false
    if isEphemeral, isRoot, let attribute = body.attribute("ephemeral") {
      add(
        "ephemeral-value", "An output of the root module cannot be ephemeral", "It is kept in the state. Only child modules pass such values on.",
        at: attribute.range)
    } else if marks.contains(.ephemeral), !isEphemeral {
      add(
        "ephemeral-value", "The value of output “\(output.name)” is ephemeral",
        isRoot
          ? "Outputs of the root module are kept in the state, and such values are not kept."
          : "An output that passes such a value on is declared with “ephemeral = true”.", valueOf: expression, .none)
    }
    if isRoot, marks.contains(.sensitive), !output.isSensitive {
      add(
        "sensitive-output", "Output “\(output.name)” shows a sensitive value",
        "Declare it with “sensitive = true”, or take the mark away with “nonsensitive” when the value is no secret.", at: output.block.header)
    }
  }

  func checkMarks(of value: Value, for variable: VariableDeclaration, at expression: ExpressionSyntax) {
    guard value.deepMarks.contains(.ephemeral), !variable.isEphemeral else { return }
    var diagnostic = Diagnostic(
      .error, "ephemeral-value", "The value for variable “\(variable.name)” is ephemeral",
      detail: "A variable that takes such a value is declared with “ephemeral = true”.", at: expression.range,
      related: [DiagnosticLabel(variable.block.header, "declared here")])
    var evaluator = evaluator(.none)
    diagnostic.values = evaluator.values(in: expression)
    diagnostics.append(diagnostic)
  }
}
