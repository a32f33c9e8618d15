/// The content of `.tfvars` files: attributes with constant values.

import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// The variables that a text sets, as an object.
func readVariables(_ text: String) throws(FunctionError) -> Value {
  let parsed = parseConfiguration(SourceFile(path: "<decode_tfvars argument>", text: text))
  try check(parsed.diagnostics)
  let body = BodySyntax(tree: parsed.tree, id: parsed.tree.root)
  if let block = body.blocks.first {
    throw FunctionError("a file of variables has no blocks, but a block of type \(block.type) was found", argument: 0)
  }
  var pairs: [(String, Value)] = []
  for attribute in body.attributes {
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(attribute.expression)
    try check(evaluator.diagnostics)
    pairs.append((attribute.name, value))
  }
  return .object(pairs)
}

private func check(_ diagnostics: [Diagnostic]) throws(FunctionError) {
  guard let error = diagnostics.first(where: { $0.severity == .error }) else { return }
  let place = error.subject.map { " at line \($0.start.line)" } ?? ""
  throw FunctionError("the text is no file of variables: \(error.summary)\(place). \(error.detail)", argument: 0)
}
