import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions

/// The value of an expression or template over variables, and all errors, those of parsing among them.
func evaluated(
  _ source: String, _ variables: Attributes = Attributes(), functions: FunctionTable = TerraformFunctions.table, isTemplate: Bool = false
) -> (value: Value, errors: [Diagnostic]) {
  let file = SourceFile(path: "test.hcl", text: source)
  let (expression, problems) = isTemplate ? parseTemplate(file) : parseExpression(file)
  let context = FunctionContext(files: .none, workingDirectory: "", functions: functions)
  var evaluator = Evaluator(scope: VariableScope(variables), functions: functions, context: context)
  let value = evaluator.evaluate(expression)
  return (value, (problems + evaluator.diagnostics).filter { $0.severity == .error })
}

/// What a message names: names in quotes, numbers, and types. Two that say the same thing name the same.
func facts(_ message: String) -> [String] {
  message.matches(of: #/"([^"]*)"|\b(\d+|number|bool|string|tuple|list|set|map)\b/#).map { String($0.1 ?? $0.2 ?? "") }
}
