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
    case "convert", "core::convert": return convertCall(tree, node, arguments)
    default: break
    }
    guard let function = functions[name] else {
      return unknownFunction(name, tree, node, arguments)
    }
    guard let (values, isComplete) = argumentValues(function, tree, node, arguments, expandsFinal) else { return .dynamicUnknown }
    if !isComplete {
      return Value(
        .unknown(.dynamic, .none), marks: values.reduce(into: []) { $0.formUnion($1.marks.subtracting(.open)) },
        origin: .call(name, values))
    }
    if !function.handlesOpenCollections, values.contains(where: { $0.marks.contains(.open) }) {
      return Value(.unknown(.dynamic, .none), origin: .call(name, values))
    }
    if function.isImpure {
      let type = (try? function.resultType(values)) ?? .dynamic
      return Value(
        .unknown(type, .notNull),
        origin: .opaque(reason: "the result of \(name) is only known when it is applied", source: tree.file.text(tree.range(node))))
    }
    guard takeStep(tree, node, cost: cost(of: values)) else { return .dynamicUnknown }
    if Scope.readsNullAsNothing, isGivenNothing(function, values) { return name == "length" ? .number(Number(0)) : Value(.null(.dynamic)) }
    do throws(FunctionError) {
      let result = try call(function, values, context)
      return bounded(withCallOrigin(result, name, values), tree, node)
    } catch {
      report(error, of: function, values, arguments, tree, node)
      return .dynamicUnknown
    }
  }

  /// Whether an argument is null where the function wants a value.
  private func isGivenNothing(_ function: Function, _ values: [Value]) -> Bool {
    values.indices.contains { values[$0].isNull && !function.parameter(at: $0).allowsNull }
  }

  /// What it may cost to look at all arguments.
  private func cost(of values: [Value]) -> Int {
    var cost = 1
    for value in values {
      switch value.content {
      case .string(let text): cost &+= text.utf8.count >> 6
      case .list(_, let elements), .set(_, let elements), .tuple(let elements): cost &+= elements.count
      case .map(_, let attributes), .object(let attributes): cost &+= attributes.count
      case .null, .unknown, .bool, .number: break
      }
    }
    return cost
  }

  /// The arguments, the last one expanded. Nil after an error; not complete when the collection to expand is unknown.
  private mutating func argumentValues(
    _ function: Function, _ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList, _ expandsFinal: Bool
  ) -> (values: [Value], isComplete: Bool)? {
    let written = expandsFinal ? arguments.count - 1 : arguments.count
    var expanded: Value?
    if expandsFinal {
      let (last, failed) = checked(tree, tree.node(arguments, written))
      if failed || !canExpand(last, tree, node, tree.node(arguments, written)) { return nil }
      expanded = last
    }
    if let elements = expanded?.elements {
      guard acceptsCount(function, written + elements.count, written, tree, node, arguments) else { return nil }
    } else if expanded == nil {
      guard acceptsCount(function, written, written, tree, node, arguments) else { return nil }
    }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    var anyFailed = false
    for position in 0..<written {
      let (result, failed) = checked(tree, tree.node(arguments, position))
      anyFailed = anyFailed || failed
      values.append(result)
    }
    if anyFailed { return nil }
    guard let expanded else { return (values, true) }
    guard let elements = expanded.elements, !expanded.marks.contains(.open) else {
      values.append(expanded)
      return (values, false)
    }
    // The marks of the collection hold for each of its elements.
    values += elements.map { Value($0.content, marks: $0.marks.union(expanded.marks), origin: $0.origin) }
    return (values, true)
  }

  private mutating func canExpand(_ value: Value, _ tree: SyntaxTree, _ node: NodeID, _ argument: NodeID) -> Bool {
    if value.isNull {
      report(
        "invalid-expansion", "The expanded argument is null", "“...” needs a list, set or tuple that is not null.", tree, argument,
        context: node)
      return false
    }
    switch value.content {
    case .list, .set, .tuple: return true
    case .null, .bool, .number, .string, .map, .object, .unknown: break
    }
    let type = value.type
    switch type {
    case .dynamic, .list, .set, .tuple: return true
    case .string, .number, .bool, .map, .object:
      report(
        "invalid-expansion", "The expanded argument is not a sequence",
        "“...” needs a list, set or tuple; this is \(type).", tree, argument, context: node)
      return false
    }
  }

  /// Whether the function takes so many arguments, of which some are written out and the others come from an expanded collection.
  private mutating func acceptsCount(
    _ function: Function, _ count: Int, _ written: Int, _ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList
  ) -> Bool {
    let required = function.parameters.count
    if count < required {
      let expected = function.variadic == nil ? "\(required)" : "at least \(required)"
      let range = tree.range(node)
      reportCall(
        function.name, "\(expected) arguments are needed, \(count) are given; “\(function.parameters[count].name)” is missing.",
        ByteRange(start: max(range.start, range.end &- 1), end: range.end), tree, node)
      return false
    }
    if count > required, function.variadic == nil {
      let subject = tree.node(arguments, min(required, written, arguments.count - 1))
      reportCall(function.name, "At most \(required) arguments are taken; \(count) are given.", argumentRange(tree, subject), tree, node)
      return false
    }
    return true
  }

  /// Reports why a call failed; when an argument has the wrong type, all that have.
  private mutating func report(
    _ error: FunctionError, of function: Function, _ values: [Value], _ arguments: NodeList, _ tree: SyntaxTree, _ node: NodeID
  ) {
    // What an expanded collection gives comes from the last argument as written.
    func place(_ position: Int) -> ByteRange { argumentRange(tree, tree.node(arguments, min(position, arguments.count - 1))) }
    guard let position = error.argument else {
      reportCall(function.name, sentence(error.message), nameRange(tree, node), tree, node)
      return
    }
    let isArgument = position < values.count && arguments.count > 0
    reportCall(function.name, sentence(error.message), isArgument ? place(position) : tree.range(node), tree, node)
    guard isArgument, !converts(values[position], function.parameter(at: position).type) else { return }
    for later in (position + 1)..<max(position + 1, values.count) {
      let type = function.parameter(at: later).type
      if type == .dynamic { continue }
      do throws(ConversionError) {
        _ = try values[later].converted(to: type)
      } catch {
        let message =
          values[later].deepMarks.contains(.sensitive) ? "the argument has the wrong type; it is sensitive, so it is not shown" : error.reason
        reportCall(function.name, sentence(message), place(later), tree, node)
      }
    }
  }

  private func converts(_ value: Value, _ type: ValueType) -> Bool {
    type == .dynamic || (try? value.converted(to: type)) != nil
  }

  private mutating func reportCall(_ name: String, _ detail: String, _ place: ByteRange, _ tree: SyntaxTree, _ node: NodeID) {
    diagnostics.append(
      Diagnostic(
        .error, "function-error", "Error in call to “\(name)”", detail: detail, at: SourceRange(file: tree.file, bytes: place),
        context: SourceRange(file: tree.file, bytes: tree.range(node))))
  }

  /// The name of a called function and the parenthesis behind it.
  func nameRange(_ tree: SyntaxTree, _ node: NodeID) -> ByteRange {
    let name = tree.functionNameRange(node)
    var end = name.end
    let limit = tree.range(node).end
    while end < limit {
      end += 1
      if tree.file.bytes[Int(end) - 1] == 0x28 { return ByteRange(start: name.start, end: end) }
    }
    return ByteRange(start: name.start, end: name.end)
  }

  /// Where an argument begins, as the reference points at it: the bracket that opens a constructor, the first operand or part, a
  /// function's name, an operator's sign; else the whole argument.
  private func argumentRange(_ tree: SyntaxTree, _ node: NodeID) -> ByteRange {
    let whole = tree.range(node)
    switch tree.expression(node) {
    case .tuple, .object, .forExpression, .unary: return ByteRange(start: whole.start, end: min(whole.start + 1, whole.end))
    case .template(let parts): return parts.count > 0 ? argumentRange(tree, tree.node(parts, 0)) : whole
    case .binary(_, let first, _), .conditional(let first, _, _): return argumentRange(tree, first)
    case .functionCall: return nameRange(tree, node)
    case .null, .bool, .number, .templateLiteral, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .index, .objectKey,
      .splat, .anonymousSymbol, .parentheses, .invalid:
      return whole
    }
  }

  /// A result remembers the call when it depends on anything with an origin.
  private func withCallOrigin(_ result: Value, _ name: String, _ arguments: [Value]) -> Value {
    var result = result
    let isTraced =
      result.origin != nil
      || (result.isKnown ? arguments.contains { $0.origin != nil } : arguments.contains { $0.origin != nil || $0.hasSymbolicPart })
    guard isTraced else { return result }
    // A list whose elements are unknown and lead nowhere: only the call says what they are.
    if result.isKnown, !result.isWhollyKnown, !result.hasSymbolicPart { result.content = .unknown(result.type, .notNull) }
    if result.origin != nil { return result }
    return result.withOrigin(.call(name.hasPrefix("core::") ? String(name.dropFirst(6)) : name, arguments))
  }

  private mutating func unknownFunction(_ name: String, _ tree: SyntaxTree, _ node: NodeID, _ arguments: NodeList) -> Value {
    let parts = name.split(separator: ":").map(String.init)
    if parts.first == "provider", parts.count == 3 || parts.count == 4, !name.hasPrefix("provider::terraform::") {
      // A provider's own function: what it gives is the provider's to know.
      var values: [Value] = []
      for position in 0..<arguments.count { values.append(value(tree, tree.node(arguments, position))) }
      return Value(.unknown(.dynamic, .none), origin: .call(name, values))
    }
    let (id, summary, detail) = unknownName(name, parts)
    diagnostics.append(
      Diagnostic(
        .error, id, summary, detail: detail, at: SourceRange(file: tree.file, bytes: tree.functionNameRange(node)),
        context: SourceRange(file: tree.file, bytes: tree.range(node))))
    return .dynamicUnknown
  }

  /// What is wrong with the name of a function that there is not.
  private func unknownName(_ name: String, _ parts: [String]) -> (id: String, summary: String, detail: String) {
    let unknown = "There is no function named “\(name)”"
    if functions.byName.isEmpty { return ("unknown-function", unknown, "Functions cannot be called here.") }
    if parts.count > 1, parts[0] == "provider", !name.hasPrefix("provider::terraform::") {
      return (
        "invalid-function-name", "“\(name)” cannot be the name of a provider's function",
        "Such a name is provider::NAME::FUNCTION or, for a configuration with an alias, provider::NAME::ALIAS::FUNCTION."
      )
    }
    if parts.count > 1, parts[0] != "core", parts[0] != "provider" {
      return (
        "unknown-function-namespace", "There is no namespace “\(parts[0])” of functions",
        "Functions of the language are in “core”, those of providers in “provider”."
      )
    }
    let suggestion = suggestedName(for: name, among: functions.byName.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    let place = parts.count > 1 && parts[0] == "core" ? "No function of the language has that name." : "No function has that name."
    return ("unknown-function", unknown, place + suggestion)
  }

  func sentence(_ message: String) -> String {
    guard let first = message.first else { return message }
    let text = first.uppercased() + message.dropFirst()
    return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }
}
