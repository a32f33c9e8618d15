import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Conditions that the known values do not meet: validations of variables, preconditions of resources and outputs. (Terraform language,
/// "Custom Conditions".)
///
/// Only what is certain counts: a condition that depends on an unknown value is undecided, and so is one that cannot be evaluated.
/// Postconditions and checks look at results, which a run makes.
extension ModuleEvaluation {
  /// Reports what is certainly not met in this instance of the module. What may have no instance at all is left alone.
  func reportFailedConditions() {
    if address.isSymbolic { return }
    for name in module.variables.keys.sorted() {
      guard let variable = module.variables[name] else { continue }
      for block in variable.validations {
        guard let failure = failure(of: block, .none) else { continue }
        report(
          "invalid-variable-value", "The value for variable “\(name)” does not pass its validation", failure.reason,
          at: place(ofValueOf: variable), condition: failure.condition)
      }
    }
    for declaration in module.resourcesInOrder {
      guard let lifecycle = declaration.lifecycle, let expansion = expansion(of: declaration), expansion.keys.undecided == nil else { continue }
      for block in lifecycle.body.blocks where block.type == "precondition" {
        for instance in expansion.instances {
          guard let failure = failure(of: block, instance.symbols) else { continue }
          report(
            "failed-precondition", "A precondition of “\(instance.address)” is not met", failure.reason, at: failure.condition)
          break
        }
      }
    }
    for name in module.outputs.keys.sorted() {
      guard let output = module.outputs[name] else { continue }
      let body = EffectiveBody(output.block.body, overrides: output.overrides.map(\.body))
      for block in body.blocks where block.type == "precondition" {
        guard let failure = failure(of: block, .none) else { continue }
        let owner = address.isRoot ? "output.\(name)" : "\(address).output.\(name)"
        report("failed-precondition", "A precondition of “\(owner)” is not met", failure.reason, at: failure.condition)
      }
    }
  }

  /// The condition of a block, and its message, when it is certainly false.
  private func failure(of block: BlockSyntax, _ symbols: InstanceSymbols) -> (condition: SourceRange, reason: String)? {
    guard let condition = block.body.attribute("condition")?.expression, let value = quietValue(condition, symbols) else { return nil }
    guard let holds = try? value.converted(to: .bool), holds.boolValue == false else { return nil }
    let message = block.body.attribute("error_message").flatMap { quietValue($0.expression, symbols) }
    let reason = message.flatMap { $0.marks.isEmpty ? $0.stringValue : nil }
    return (condition.range, reason ?? "Its message cannot be shown here.")
  }

  /// The value of an expression; nil when it cannot be evaluated. What is wrong with conditions themselves is for validation to say.
  private func quietValue(_ expression: ExpressionSyntax, _ symbols: InstanceSymbols) -> Value? {
    var evaluator = evaluator(symbols)
    let value = evaluator.evaluate(expression)
    let isWrong = evaluator.diagnostics.contains { $0.severity == .error }
    evaluator.diagnostics = []
    run.account(for: evaluator)
    return isWrong ? nil : value
  }

  /// Where the value of a variable is written.
  private func place(ofValueOf variable: VariableDeclaration) -> SourceRange {
    if let input = call?.inputs.first(where: { $0.name == variable.name }) { return input.expression.range }
    if parent == nil, let given = run.given[variable.name] { return given.location ?? variable.block.header }
    return variable.defaultExpression?.range ?? variable.block.header
  }

  private func report(_ id: String, _ summary: String, _ reason: String, at place: SourceRange, condition: SourceRange? = nil) {
    let related = condition.map { [DiagnosticLabel($0, "this does not hold")] } ?? []
    let diagnostic = Diagnostic(.error, id, summary, detail: reason, at: place, related: related).dependingOnValues()
    // Instances of a module share their places.
    if !run.diagnostics.contains(diagnostic) { run.report(diagnostic) }
  }
}
