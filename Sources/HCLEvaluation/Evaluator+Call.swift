import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Function calls. (HCL specification, "Functions and Function Calls".)
extension Evaluator {
  mutating func functionCall(
    _ tree: SyntaxTree, _ node: NodeID, _ nameID: NameID, _ arguments: NodeList, _ expandsFinal: Bool
  ) -> Value {
    let name = tree.name(nameID)
    switch name {
    case "try", "core::try": return tryCall(tree, node, arguments)
    case "can", "core::can": return canCall(tree, node, arguments)
    default: break
    }
    guard let function = functions[name] else {
      return unknownFunction(name, tree, node, arguments)
    }
    guard let (values, nodes, isComplete) = argumentValues(tree, node, arguments, expandsFinal) else { return .dynamicUnknown }
    if !isComplete {
      return Value(
        .unknown(.dynamic, .none), marks: values.reduce(into: []) { $0.formUnion($1.marks.subtracting(.open)) },
        origin: .call(name, values))
    }
    if values.contains(where: { $0.marks.contains(.open) }), !function.handlesOpenCollections {
      return Value(.unknown(.dynamic, .none), origin: .call(name, values))
    }
    if function.isImpure {
      let type = (try? function.resultType(values)) ?? .dynamic
      return Value(
        .unknown(type, .notNull),
        origin: .opaque(reason: "the result of \(name) is only known when it is applied", source: tree.file.text(tree.range(node))))
    }
    do throws(FunctionError) {
      let result = try call(function, values, context)
      return withCallOrigin(result, name, values)
    } catch {
      let subject = error.argument.flatMap { $0 < nodes.count ? nodes[$0] : nodes.last } ?? node
      report("function-error", "Error in call to “\(name)”", sentence(error.message), tree, subject, context: node)
      return .dynamicUnknown
    }
  }

  /// The arguments with the nodes that they come from; the last one expanded. Nil after an error; not complete when the collection to
  /// expand is unknown.
  private mutating func argumentValues(
    _ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList, _ expandsFinal: Bool
  ) -> (values: [Value], nodes: [NodeID], isComplete: Bool)? {
    var values: [Value] = []
    var nodes: [NodeID] = []
    values.reserveCapacity(arguments.count)
    var anyFailed = false
    for position in 0..<arguments.count {
      let argument = tree.node(arguments, position)
      let (result, failed) = checked(tree, argument)
      anyFailed = anyFailed || failed
      values.append(result)
      nodes.append(argument)
    }
    if anyFailed { return nil }
    guard expandsFinal, let last = values.last, let lastNode = nodes.last else { return (values, nodes, true) }
    if last.isNull {
      report(
        "invalid-expansion", "The expanded argument is null", "“...” needs a list, set or tuple that is not null.", tree, lastNode,
        context: node)
      return nil
    }
    if let elements = last.elements {
      values.removeLast()
      nodes.removeLast()
      // The marks of the collection hold for each of its elements.
      values += elements.map { Value($0.content, marks: $0.marks.union(last.marks), origin: $0.origin) }
      nodes += elements.map { _ in lastNode }
      return (values, nodes, true)
    }
    switch last.type {
    case .dynamic, .list, .set, .tuple: return (values, nodes, false)
    case .string, .number, .bool, .map, .object:
      report(
        "invalid-expansion", "The expanded argument is not a sequence",
        "“...” needs a list, set or tuple; this is \(last.type).", tree, lastNode, context: node)
      return nil
    }
  }

  /// A result remembers the call when it depends on anything with an origin.
  private func withCallOrigin(_ result: Value, _ name: String, _ arguments: [Value]) -> Value {
    if result.origin != nil { return result }
    let isTraced =
      result.isKnown ? arguments.contains { $0.origin != nil } : arguments.contains { $0.origin != nil || $0.hasSymbolicPart }
    guard isTraced else { return result }
    return result.withOrigin(.call(name.hasPrefix("core::") ? String(name.dropFirst(6)) : name, arguments))
  }

  private mutating func unknownFunction(_ name: String, _ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    var values: [Value] = []
    for position in 0..<arguments.count { values.append(value(tree, tree.node(arguments, position))) }
    if name.hasPrefix("provider::") && functions.byName[name] == nil && !name.hasPrefix("provider::terraform::") {
      // A provider's own function: what it gives is the provider's to know.
      return Value(.unknown(.dynamic, .none), origin: .call(name, values))
    }
    let suggestion = suggestedName(for: name, among: functions.byName.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    let range = tree.range(node)
    let end = range.start + UInt32(name.utf8.count)
    diagnostics.append(
      Diagnostic(
        .error, "unknown-function", "There is no function named “\(name)”", detail: "No function has that name.\(suggestion)",
        at: SourceRange(file: tree.file, bytes: ByteRange(start: range.start, end: min(end, range.end))),
        context: SourceRange(file: tree.file, bytes: range)))
    return .dynamicUnknown
  }

  // MARK: try, can

  /// The first argument that gives no error.
  private mutating func tryCall(_ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    if arguments.count == 0 {
      report("function-error", "Error in call to “try”", "At least one argument is needed.", tree, node)
      return .dynamicUnknown
    }
    let start = diagnostics.count
    var failures: [Diagnostic] = []
    for position in 0..<arguments.count {
      let (result, failed) = checked(tree, tree.node(arguments, position))
      let added = Array(diagnostics[start...])
      diagnostics.removeLast(diagnostics.count - start)
      let fixed = added.filter { isStatic($0) }
      if !fixed.isEmpty {
        diagnostics.append(contentsOf: fixed)
        return .dynamicUnknown
      }
      if !failed {
        diagnostics.append(contentsOf: added)
        return result
      }
      failures.append(contentsOf: added)
    }
    let reasons = failures.map { "\n- \($0.summary)" }.joined()
    report("function-error", "Error in call to “try”", "No argument could be evaluated:\(reasons)", tree, node)
    return .dynamicUnknown
  }

  /// Whether the argument gives no error.
  private mutating func canCall(_ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    guard arguments.count == 1 else {
      report("function-error", "Error in call to “can”", "Exactly one argument is needed.", tree, node)
      return .unknown(.bool)
    }
    let start = diagnostics.count
    let (result, failed) = checked(tree, tree.node(arguments, 0))
    let added = Array(diagnostics[start...])
    diagnostics.removeLast(diagnostics.count - start)
    let fixed = added.filter { isStatic($0) }
    if !fixed.isEmpty {
      diagnostics.append(contentsOf: fixed)
      return .unknown(.bool)
    }
    if failed { return .bool(false) }
    if !result.isKnown && result.type == .dynamic {
      return Value(.unknown(.bool, .notNull), origin: result.origin.map { _ in .call("can", [result]) })
    }
    return .bool(true)
  }

  /// Errors that hold whatever the values are: `try` and `can` do not catch them.
  private func isStatic(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error && (diagnostic.id.hasPrefix("undeclared-") || diagnostic.id == "unknown-function")
  }

  private func sentence(_ message: String) -> String {
    guard let first = message.first else { return message }
    let text = first.uppercased() + message.dropFirst()
    return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }
}
