import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Input variables and outputs. (Terraform language, "Input Variables", "Output Values".)
extension DeclarationValidator {
  mutating func validateVariable(_ variable: VariableDeclaration) {
    let body = EffectiveBody(variable.block.body, overrides: variable.overrides.map(\.body))
    if Self.reservedVariableNames.contains(variable.name), let label = variable.block.labels.first {
      add(
        "reserved-name", "A variable cannot be named “\(variable.name)”", "In module calls this name has a meaning of its own.",
        at: SourceRange(file: variable.block.tree.file, bytes: label.range))
    }
    if let type = body.attribute("type"), !type.tree.isJSON, literalString(type.expression) != nil {
      add(
        "quoted-type", "The type constraint stands in quotes", "Types are written without quotes: string, list(string), map(any).",
        at: type.expression.range)
    }
    validateDefault(variable, body)
    for validation in variable.validations { validateValidation(validation, of: variable) }
    if let deprecated = body.attribute("deprecated") { validateDeprecation(deprecated) }
  }

  private static let reservedVariableNames: Set<String> = ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"]

  private mutating func validateDefault(_ variable: VariableDeclaration, _ body: EffectiveBody) {
    guard let attribute = body.attribute("default") else { return }
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(attribute.expression)
    // What stands in the way of a constant is reported where the structure is checked.
    guard !evaluator.diagnostics.contains(where: { $0.severity == .error }) else { return }
    if value.isNull {
      if !variable.isNullable {
        add(
          "invalid-default", "The default of variable “\(variable.name)” is null", "The variable is declared with “nullable = false”.",
          at: attribute.expression.range)
      }
      return
    }
    do throws(ConversionError) {
      _ = try (variable.typeDefaults.map { $0.apply(to: value) } ?? value).converted(to: variable.type)
      warnOfIgnoredAttributes(attribute.expression, variable.type)
    } catch {
      add(
        "invalid-default", "The default of variable “\(variable.name)” has the wrong type",
        "The variable is declared as \(variable.type). \(error.message)", at: attribute.expression.range)
    }
  }

  /// Attributes of a literal that the type does not have are dropped by conversion, which is rarely meant.
  private mutating func warnOfIgnoredAttributes(_ expression: ExpressionSyntax, _ type: ValueType) {
    let tree = expression.tree
    switch (expression.expression, type) {
    case (.tuple(let elements), .list(let element)), (.tuple(let elements), .set(let element)):
      for position in 0..<elements.count { warnOfIgnoredAttributes(expression.at(tree.node(elements, position)), element) }
    case (.object(let items), .map(let element)):
      for position in stride(from: 1, to: items.count, by: 2) { warnOfIgnoredAttributes(expression.at(tree.node(items, position)), element) }
    case (.object(let items), .object(let object)):
      for position in stride(from: 0, to: items.count - 1, by: 2) {
        let key = tree.node(items, position)
        guard let name = staticKey(tree, key) else { continue }
        if let member = object.attribute(name) {
          warnOfIgnoredAttributes(expression.at(tree.node(items, position + 1)), member.type)
        } else {
          let hint = suggestedName(for: name, among: object.attributes.map(\.name)).map { " Did you mean “\($0)”?" } ?? ""
          add(
            "ignored-attribute", "The attribute “\(name)” is ignored", "The type of the variable has no such attribute.\(hint)",
            at: expression.at(key).range, severity: .warning)
        }
      }
    default: break
    }
  }

  private mutating func validateValidation(_ block: BlockSyntax, of variable: VariableDeclaration) {
    guard let condition = block.body.attribute("condition") else { return }
    var refersToItself = false
    condition.expression.forEachScopeTraversal { traversal in
      if traversal.rootName == "var", traversal.attributeName(0) == variable.name { refersToItself = true }
    }
    if !refersToItself {
      add(
        "invalid-validation-condition", "The condition does not look at “var.\(variable.name)”",
        "A validation tests the value that is passed in, so its condition must refer to it.", at: condition.expression.range)
    }
  }

  mutating func validateOutput(_ output: OutputDeclaration) {
    let body = EffectiveBody(output.block.body, overrides: output.overrides.map(\.body))
    if let deprecated = body.attribute("deprecated") { validateDeprecation(deprecated) }
    if let dependsOn = body.attribute("depends_on") { validateDependsOn(dependsOn) }
    for block in body.blocks where block.type == "precondition" { validateCondition(block) }
  }

  private mutating func validateDeprecation(_ attribute: AttributeSyntax) {
    guard literalString(attribute.expression)?.allSatisfy({ $0 == " " }) == true else { return }
    add(
      "empty-deprecation", "“deprecated” is empty", "It must say what to use in place of the value.", at: attribute.expression.range)
  }
}
