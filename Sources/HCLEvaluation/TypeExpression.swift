import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Reads a type constraint: `list(object({ name = string, size = optional(number, 1) }))`. (Terraform language, "Type Constraints".)
///
/// - Returns: the type, the defaults of its optional attributes when there are any, and what is wrong; after an error the type is
///   `dynamic` where it could not be read. In the JSON syntax, where it stands in a string, errors have the place of the string.
public func typeConstraint(_ expression: ExpressionSyntax) -> (ValueType, TypeDefaults?, [Diagnostic]) {
  if let text = jsonText(expression) { return typeConstraint(text, at: expression.range, typeConstraint) }
  var reader = TypeExpressionReader()
  let (type, defaults) = reader.read(expression)
  return (type, defaults, reader.diagnostics)
}

/// Reads the type of a variable: a type constraint, or one of the forms of early versions: `list` and `map` without a type of their
/// elements, `"string"`, `"list"` and `"map"` in quotes.
///
/// - Returns: as `typeConstraint`.
public func variableTypeConstraint(_ expression: ExpressionSyntax) -> (ValueType, TypeDefaults?, [Diagnostic]) {
  if let text = jsonText(expression) { return typeConstraint(text, at: expression.range, variableTypeConstraint) }
  if case .scopeTraversal(let root, let steps) = expression.expression, steps.count == 0 {
    switch expression.tree.name(root) {
    case "list": return (.list(.dynamic), nil, [])
    case "map": return (.map(.dynamic), nil, [])
    default: break
    }
  }
  if case .template(let parts) = expression.expression, parts.count <= 1 {
    var reader = TypeExpressionReader()
    let type = reader.legacy(parts.count == 0 ? "" : expression.tree.string(expression.tree.node(parts, 0)), expression)
    return (type, nil, reader.diagnostics)
  }
  return typeConstraint(expression)
}

/// The content of a string of the JSON syntax; nil for other expressions.
private func jsonText(_ expression: ExpressionSyntax) -> String? {
  guard expression.tree.isJSON, case .template(let parts) = expression.expression, parts.count == 1,
    case .templateLiteral = expression.tree.expression(expression.tree.node(parts, 0))
  else { return nil }
  return expression.tree.string(expression.tree.node(parts, 0))
}

private func typeConstraint(
  _ text: String, at range: SourceRange, _ read: (ExpressionSyntax) -> (ValueType, TypeDefaults?, [Diagnostic])
) -> (ValueType, TypeDefaults?, [Diagnostic]) {
  let (parsed, problems) = parseExpression(SourceFile(path: range.file.path, text: text))
  let (type, defaults, found) = problems.isEmpty ? read(parsed) : (.dynamic, nil, problems)
  return (type, defaults, found.map { Diagnostic($0.severity, $0.id, $0.summary, detail: $0.detail, at: range) })
}

private struct TypeExpressionReader {
  var diagnostics: [Diagnostic] = []

  mutating func read(_ expression: ExpressionSyntax) -> (ValueType, TypeDefaults?) {
    let tree = expression.tree
    switch expression.expression {
    case .scopeTraversal(let root, let steps) where steps.count == 0:
      return (keyword(tree.name(root), expression), nil)
    case .functionCall(let name, let arguments, _):
      return constructor(tree.name(name), (0..<arguments.count).map { expression.at(tree.node(arguments, $0)) }, expression)
    case .parentheses(let inner): return read(expression.at(inner))
    case .null, .bool, .number, .templateLiteral, .template, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .conditional,
      .index, .tuple, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .invalid:
      return fail(expression, "A type constraint is a type keyword or a call of a type constructor, such as string or list(string).")
    }
  }

  private mutating func keyword(_ name: String, _ expression: ExpressionSyntax) -> ValueType {
    switch name {
    case "string": return .string
    case "number": return .number
    case "bool": return .bool
    case "any": return .dynamic
    case "list", "set", "map":
      return fail(expression, "“\(name)” needs the type of its elements: \(name)(string), or \(name)(any).").0
    case "object": return fail(expression, "“object” needs its attributes: object({ name = string }).").0
    case "tuple": return fail(expression, "“tuple” needs the types of its elements: tuple([string, number]).").0
    default:
      let suggestion =
        suggestedName(for: name, among: ["string", "number", "bool", "any", "list", "set", "map", "object", "tuple"])
        .map { " Did you mean “\($0)”?" } ?? ""
      return fail(expression, "There is no type named “\(name)”.\(suggestion)").0
    }
  }

  /// Collections of early versions were always of strings.
  mutating func legacy(_ name: String, _ expression: ExpressionSyntax) -> ValueType {
    switch name {
    case "string": return .string
    case "list": return .list(.string)
    case "map": return .map(.string)
    default: return fail(expression, "Write the type without quotes; only “string”, “list” and “map” were ever valid in quotes.").0
    }
  }

  private mutating func constructor(
    _ name: String, _ arguments: [ExpressionSyntax], _ expression: ExpressionSyntax
  ) -> (ValueType, TypeDefaults?) {
    switch name {
    case "list", "set", "map":
      guard arguments.count == 1 else { return fail(expression, "“\(name)” takes one argument: the type of its elements.") }
      let (element, defaults) = read(arguments[0])
      let type: ValueType = name == "list" ? .list(element) : name == "set" ? .set(element) : .map(element)
      return (type, defaults.map { TypeDefaults(type: type, children: ["": $0]) })
    case "object":
      guard arguments.count == 1, case .object(let items) = arguments[0].expression else {
        return fail(expression, "“object” takes one argument: an object constructor with the types of its attributes.")
      }
      return object(arguments[0], items)
    case "tuple":
      guard arguments.count == 1, case .tuple(let elements) = arguments[0].expression else {
        return fail(expression, "“tuple” takes one argument: the types of its elements in square brackets.")
      }
      let read = (0..<elements.count).map { self.read(arguments[0].at(arguments[0].tree.node(elements, $0))) }
      let type = ValueType.tuple(read.map(\.0))
      var children: [String: TypeDefaults] = [:]
      for (index, element) in read.enumerated() { children[String(index)] = element.1 }
      return (type, children.isEmpty ? nil : TypeDefaults(type: type, children: children))
    case "optional":
      return fail(expression, "“optional” may stand only around the type of an object's attribute.")
    case "any", "bool", "number", "string":
      return fail(expression, "“\(name)” is a type by itself and takes no arguments.")
    default: return fail(expression, "There is no type constructor named “\(name)”.")
    }
  }

  private mutating func object(_ expression: ExpressionSyntax, _ items: NodeList) -> (ValueType, TypeDefaults?) {
    let tree = expression.tree
    var attributes: [ObjectType.Attribute] = []
    var values: [String: Value] = [:]
    var children: [String: TypeDefaults] = [:]
    var seen = Set<String>()
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      let keyNode = tree.node(items, position)
      let typeExpression = expression.at(tree.node(items, position + 1))
      guard let name = attributeName(tree, keyNode) else {
        _ = fail(expression.at(keyNode), "The name of an attribute is a bare name, without quotes.")
        continue
      }
      if !seen.insert(name).inserted {
        _ = fail(expression.at(keyNode), "The attribute “\(name)” stands twice.")
        continue
      }
      guard let (type, isOptional, defaultValue, nested) = attribute(typeExpression) else { continue }
      attributes.append(.init(name: name, type: type, isOptional: isOptional))
      if let defaultValue { values[name] = defaultValue }
      if let nested { children[name] = nested }
    }
    let type = ValueType.object(ObjectType(attributes))
    return (type, values.isEmpty && children.isEmpty ? nil : TypeDefaults(type: type, values: values, children: children))
  }

  /// The type of an attribute, which may stand in `optional`; nil when that has none.
  private mutating func attribute(_ expression: ExpressionSyntax) -> (ValueType, isOptional: Bool, Value?, TypeDefaults?)? {
    let tree = expression.tree
    guard case .functionCall(let name, let arguments, _) = expression.expression, tree.name(name) == "optional" else {
      let (type, defaults) = read(expression)
      return (type, false, nil, defaults)
    }
    guard arguments.count == 1 || arguments.count == 2 else {
      _ = fail(expression, "“optional” takes a type and, if wanted, a default value.")
      return nil
    }
    let (type, defaults) = read(expression.at(tree.node(arguments, 0)))
    guard arguments.count == 2 else { return (type, true, nil, defaults) }
    let defaultExpression = expression.at(tree.node(arguments, 1))
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: .none)
    let value = evaluator.evaluate(defaultExpression)
    if evaluator.diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(contentsOf: evaluator.diagnostics)
      return (type, true, nil, defaults)
    }
    // Defaults further inside are filled in when the default is used.
    do throws(ConversionError) {
      return (type, true, try value.converted(to: type), defaults)
    } catch {
      _ = fail(defaultExpression, "The default does not fit the type of the attribute. \(error.message)")
      return (type, true, nil, defaults)
    }
  }

  private func attributeName(_ tree: SyntaxTree, _ node: NodeID) -> String? {
    guard case .objectKey(let inner, let isForced) = tree.expression(node), !isForced else { return nil }
    switch tree.expression(inner) {
    case .scopeTraversal(let root, let steps) where steps.count == 0: return tree.name(root)
    default: return nil
    }
  }

  private mutating func fail(_ expression: ExpressionSyntax, _ detail: String) -> (ValueType, TypeDefaults?) {
    diagnostics.append(
      Diagnostic(.error, "invalid-type-constraint", "This is not a type constraint", detail: detail, at: expression.range))
    return (.dynamic, nil)
  }
}
