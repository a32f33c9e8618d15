import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// The functions that take expressions instead of values: `try`, `can` and `convert`. (Terraform language, "try Function", "can
/// Function"; OpenTofu, "convert Function".)
extension Evaluator {
  /// The first argument that gives no error.
  ///
  /// An argument with anything unknown inside may still turn out to be an error, and then another one is the result: the result is
  /// unknown, and its origin the whole call.
  mutating func tryCall(_ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    let start = diagnostics.count
    let missesParts = scope.missesParts
    scope.missesParts = true
    defer { scope.missesParts = missesParts }
    for position in 0..<arguments.count {
      let before = diagnostics.count
      let (result, failed) = checked(tree, tree.node(arguments, position))
      if diagnostics[before...].contains(where: { isStatic($0) }) { return .dynamicUnknown }
      if failed { continue }
      diagnostics.removeSubrange(start..<before)
      if result.isWhollyKnown || result.isCertain { return result }
      guard result.hasSymbolicPart else { return Value(.unknown(.dynamic, .none), marks: result.deepMarks.subtracting(.open)) }
      var operands = [result]
      let end = diagnostics.count
      for later in (position + 1)..<max(position + 1, arguments.count) {
        let (fallback, failed) = checked(tree, tree.node(arguments, later))
        if !failed { operands.append(fallback) }
      }
      diagnostics.removeSubrange(end...)
      let marks = operands.reduce(into: Marks()) { $0.formUnion($1.deepMarks) }.subtracting(.open)
      return Value(.unknown(.dynamic, .none), marks: marks, origin: operands.count == 1 ? result.origin ?? .call("try", operands) : .call("try", operands))
    }
    let failures = diagnostics[start...].filter { $0.severity == .error }
    diagnostics.removeSubrange(start...)
    let reasons = failures.prefix(8).map { "\n- \($0.summary)" }.joined()
    let detail = arguments.count == 0 ? "At least one argument is needed." : "No argument could be evaluated:\(reasons)"
    diagnostics.append(
      Diagnostic(
        .error, "function-error", "Error in call to “try”", detail: detail,
        at: SourceRange(file: tree.file, bytes: nameRange(tree, node)), context: SourceRange(file: tree.file, bytes: tree.range(node))))
    return .dynamicUnknown
  }

  /// Whether the argument gives no error; unknown as long as anything in it is.
  mutating func canCall(_ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    guard arguments.count == 1 else {
      report("function-error", "Error in call to “can”", "Exactly one argument is needed.", tree, node)
      return .unknown(.bool)
    }
    let start = diagnostics.count
    let (result, failed) = checked(tree, tree.node(arguments, 0))
    if diagnostics[start...].contains(where: { isStatic($0) }) { return .unknown(.bool) }
    diagnostics.removeSubrange(start...)
    if failed { return .bool(false) }
    if result.isWhollyKnown || result.isCertain { return .bool(true) }
    return Value(.unknown(.bool, .none), origin: result.hasSymbolicPart ? .call("can", [result]) : nil)
  }

  /// The first argument, converted to the type that the second one writes.
  mutating func convertCall(_ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    guard arguments.count == 2 else {
      report("function-error", "Error in call to “convert”", "A value and a type are needed.", tree, node)
      return .dynamicUnknown
    }
    let (value, failed) = checked(tree, tree.node(arguments, 0))
    let typeExpression = ExpressionSyntax(tree: tree, id: tree.node(arguments, 1))
    let (type, defaults, problems) = typeConstraint(typeExpression)
    diagnostics.append(contentsOf: problems)
    if failed || problems.contains(where: { $0.severity == .error }) { return .dynamicUnknown }
    do throws(ConversionError) {
      let result = try (defaults?.apply(to: value) ?? value).converted(to: type)
      return result.origin == nil && value.origin != nil ? result.withOrigin(value.origin) : result
    } catch {
      report("function-error", "Error in call to “convert”", sentence(error.message), tree, tree.node(arguments, 0), context: node)
      return .unknown(type)
    }
  }

  /// Errors that hold whatever the values are, because names are looked at before anything is evaluated: `try` and `can` do not catch them.
  /// The outputs of a module count as attributes of its value, and are met in evaluation.
  private func isStatic(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error && diagnostic.id.hasPrefix("undeclared-")
      && !["undeclared-variable", "undeclared-output"].contains(diagnostic.id)
  }
}

extension Value {
  /// Whether an unknown value will have its type and no error, whatever it turns out to be: a reference, or an attribute that the type
  /// of its object has.
  fileprivate var isCertain: Bool {
    guard case .unknown(let type, _) = content, type != .dynamic, let origin else { return false }
    switch origin {
    case .reference, .data, .variable, .workspace, .instanceKey: return true
    case .attribute(let value, let name):
      guard case .unknown(.object(let object), _) = value.content, value.isDefinitelyNotNull else { return false }
      return object.attribute(name) != nil && value.isCertain
    case .template(let parts):
      return parts.allSatisfy { $0.isKnown || $0.type.isPrimitive && $0.isDefinitelyNotNull && $0.isCertain }
    case .call, .conditional, .index, .splat, .operation, .forExpression, .moduleOutput, .opaque: return false
    }
  }
}
