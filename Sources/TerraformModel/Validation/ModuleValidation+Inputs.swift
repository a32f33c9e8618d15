import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Values that module calls pass to variables. (Terraform language, "Input Variables", "Custom Validation Rules".)
extension ModuleValidation {
  /// Checks a value against what a variable of another module declares: its type, and its own validations.
  func check(_ value: Value, for variable: VariableDeclaration, of target: Module, at expression: ExpressionSyntax) {
    if value.isNull { return }
    do throws(ConversionError) {
      let converted = try (variable.typeDefaults.map { $0.apply(to: value) } ?? value).converted(to: variable.type)
      checkValidations(converted, of: variable, in: target, at: expression)
    } catch {
      add(
        "wrong-input-type", "The value for variable “\(variable.name)” has the wrong type",
        "The variable is declared as \(variable.type). \(error.message)", at: expression.range,
        related: [DiagnosticLabel(variable.block.header, "declared here")])
    }
  }

  /// Evaluates the validations of a variable with a value that is passed to it; everything else of its module stays unknown.
  private func checkValidations(_ value: Value, of variable: VariableDeclaration, in target: Module, at expression: ExpressionSyntax) {
    if variable.validations.isEmpty { return }
    if case .unknown = value.content { return }
    // What is wrong with the conditions themselves is reported with their module.
    let child = ModuleValidation(
      configuration: configuration, module: target, functions: functions, context: context, providers: providers,
      given: [variable.name: value])
    for block in variable.validations {
      guard let condition = block.body.attribute("condition") else { continue }
      guard let holds = try? child.evaluate(condition.expression).converted(to: .bool), case .bool(false) = holds.content else { continue }
      let message = block.body.attribute("error_message").map { child.evaluate($0.expression) }
      let reason = message.flatMap { $0.marks.isEmpty ? $0.stringValue : nil } ?? "Its message cannot be shown here."
      add(
        "invalid-variable-value", "The value for variable “\(variable.name)” does not pass its validation", reason, at: expression.range,
        related: [DiagnosticLabel(condition.range, "this does not hold")])
    }
  }
}
