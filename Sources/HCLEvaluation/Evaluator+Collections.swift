import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Constructors and iteration. (HCL specification, "Collection Values", "For Expressions", "Splat Operators".)
extension Evaluator {
  mutating func tuple(_ tree: SyntaxTree, _ elements: NodeList) -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for position in 0..<elements.count { values.append(value(tree, tree.node(elements, position))) }
    return .tuple(values)
  }

  mutating func object(_ tree: SyntaxTree, _ node: NodeID, _ items: NodeList) -> Value {
    var pairs: [(String, Value)] = []
    pairs.reserveCapacity(items.count / 2)
    var marks: Marks = []
    var isKnown = true
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      let keyNode = tree.node(items, position)
      let valueNode = tree.node(items, position + 1)
      let (key, keyFailed) = checked(tree, keyNode)
      let element = value(tree, valueNode)
      if keyFailed {
        isKnown = false
        continue
      }
      if key.isNull {
        report("null-key", "A key is null", "Keys of an object must be strings; null cannot be one.", tree, keyNode, context: node)
        isKnown = false
        continue
      }
      marks.formUnion(key.marks)
      guard let text = keyText(key, tree, keyNode) else {
        isKnown = false
        continue
      }
      guard case .string(let name) = text.content else {
        isKnown = false
        continue
      }
      pairs.append((name, element))
    }
    if !isKnown {
      return .unknown(.dynamic, origin: .opaque(reason: "a key is not known", source: tree.file.text(tree.range(node))))
    }
    return Value(.object(Attributes(pairs)), marks: marks)
  }

  mutating func objectKey(_ tree: SyntaxTree, _ key: NodeID, _ isForced: Bool) -> Value {
    if !isForced {
      switch tree.expression(key) {
      case .scopeTraversal(let root, let steps) where steps.count == 0: return .string(tree.name(root))
      case .null: return .string("null")
      case .bool(let flag): return .string(flag ? "true" : "false")
      case .number, .templateLiteral, .template, .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall,
        .conditional, .index, .tuple, .object, .objectKey, .forExpression, .splat, .anonymousSymbol, .binary, .unary, .parentheses,
        .invalid:
        break
      }
    }
    return value(tree, key)
  }

  /// A key as string, possibly unknown; nil after an error.
  private mutating func keyText(_ key: Value, _ tree: SyntaxTree, _ node: NodeID) -> Value? {
    do throws(ConversionError) {
      return try key.unmarked().value.converted(to: .string)
    } catch {
      report("wrong-key-type", "A key is not a string", "This value cannot be a key. \(error.message)", tree, node)
      return nil
    }
  }

  // MARK: for

  mutating func forExpression(_ tree: SyntaxTree, _ node: NodeID, _ clauses: ForClauses) -> Value {
    let (collection, failed) = checked(tree, clauses.collection)
    if failed { return .dynamicUnknown }
    if collection.isNull {
      if Scope.readsNullAsNothing { return clauses.keyResult == nil ? .emptyTuple : .emptyObject }
      report(
        "null-collection", "Iteration over a null value", "The collection of a “for” expression must not be null.", tree,
        clauses.collection, context: node)
      return .dynamicUnknown
    }
    guard let pairs = elementPairs(collection) else {
      if collection.isKnown || !canIterate(collection.type) {
        report(
          "not-iterable", "Iteration over a value that has no elements",
          "A “for” expression needs a list, set, map, tuple or object; this is \(collection.type).", tree,
          clauses.collection, context: node)
        return .dynamicUnknown
      }
      return unknownLoop(tree, node, collection)
    }
    var result = LoopResult(marks: collection.marks)
    for (key, element) in pairs {
      locals.append((tree.name(clauses.valueVariable), element))
      if let name = clauses.keyVariable { locals.append((tree.name(name), key)) }
      iterate(tree, node, clauses, &result)
      locals.removeLast(clauses.keyVariable == nil ? 1 : 2)
      if remainingSteps <= 0 { return .dynamicUnknown }
    }
    if !result.isKnown { return unknownLoop(tree, node, collection) }
    if clauses.keyResult == nil { return Value(.tuple(result.elements), marks: result.marks) }
    if clauses.isGrouping {
      let groups = result.groupOrder.map { ($0, Value.tuple(result.groups[$0] ?? [])) }
      return Value(.object(Attributes(groups)), marks: result.marks)
    }
    return Value(.object(Attributes(result.pairs)), marks: result.marks)
  }

  private struct LoopResult {
    var marks: Marks
    var isKnown = true
    var elements: [Value] = []
    var pairs: [(String, Value)] = []
    var keys: Set<String> = []
    var groups: [String: [Value]] = [:]
    var groupOrder: [String] = []
  }

  private mutating func iterate(_ tree: SyntaxTree, _ node: NodeID, _ clauses: ForClauses, _ result: inout LoopResult) {
    if let condition = clauses.condition {
      guard let include = loopCondition(tree, node, condition, &result) else {
        result.isKnown = false
        return
      }
      if !include { return }
    }
    guard let keyNode = clauses.keyResult else {
      result.elements.append(value(tree, clauses.valueResult))
      return
    }
    let (rawKey, keyFailed) = checked(tree, keyNode)
    if keyFailed {
      result.isKnown = false
      return
    }
    if rawKey.isNull {
      if result.isKnown {
        report("null-key", "A key is null", "The key of a “for” expression must not be null.", tree, keyNode, context: node)
      }
      result.isKnown = false
      return
    }
    result.marks.formUnion(rawKey.marks)
    guard let key = keyText(rawKey, tree, keyNode), case .string(let name) = key.content else {
      result.isKnown = false
      return
    }
    let element = value(tree, clauses.valueResult)
    if clauses.isGrouping {
      if result.groups[name] == nil { result.groupOrder.append(name) }
      result.groups[name, default: []].append(element)
    } else if result.keys.insert(name).inserted {
      result.pairs.append((name, element))
    } else {
      report(
        "duplicate-key", "Two elements have the key \(quotedHCL(name))",
        "Each key of the result must be unique. Write “...” behind the value to collect the values of equal keys in a tuple.", tree,
        keyNode, context: node)
    }
  }

  /// Whether the element is taken; nil when that is not known or an error.
  private mutating func loopCondition(_ tree: SyntaxTree, _ node: NodeID, _ condition: NodeID, _ result: inout LoopResult) -> Bool? {
    let (raw, failed) = checked(tree, condition)
    if failed { return nil }
    if raw.isNull {
      if result.isKnown {
        report("null-condition", "The condition is null", "The “if” clause must be true or false.", tree, condition, context: node)
      }
      return nil
    }
    do throws(ConversionError) {
      let include = try raw.converted(to: .bool)
      guard case .bool(let flag) = include.content else { return nil }
      result.marks.formUnion(include.marks)
      return flag
    } catch {
      if result.isKnown {
        report("wrong-condition-type", "The condition is not a bool", "The “if” clause must be a bool. \(error.message)", tree, condition, context: node)
      }
      return nil
    }
  }

  private func unknownLoop(_ tree: SyntaxTree, _ node: NodeID, _ collection: Value) -> Value {
    Value(
      .unknown(.dynamic, .none), marks: collection.marks.subtracting(.open),
      origin: .forExpression(over: collection, source: tree.file.text(tree.range(node))))
  }

  /// Keys and values in the order of iteration; nil for what cannot be iterated or is unknown.
  func elementPairs(_ collection: Value) -> [(key: Value, element: Value)]? {
    switch collection.content {
    case .list(_, let elements), .tuple(let elements):
      return elements.enumerated().map { (.int($0.offset), $0.element) }
    case .set(_, let elements): return elements.map { ($0, $0) }
    case .map(_, let attributes), .object(let attributes):
      return attributes.pairs.map { (.string($0.0), $0.1) }
    case .null, .unknown, .bool, .number, .string: return nil
    }
  }

  private func canIterate(_ type: ValueType) -> Bool {
    switch type {
    case .dynamic, .list, .set, .map, .tuple, .object: true
    case .string, .number, .bool: false
    }
  }

  // MARK: Splats

  mutating func splat(_ tree: SyntaxTree, _ node: NodeID, _ source: NodeID, _ each: NodeID) -> Value {
    let (base, failed) = checked(tree, source)
    if failed { return .dynamicUnknown }
    let type = base.type
    let isSequence =
      switch type {
      case .list, .set, .tuple: true
      case .dynamic, .string, .number, .bool, .map, .object: false
      }
    if base.isNull {
      if !isSequence { return .tuple([]) }
      report(
        "null-splat", "Splat of a null value", "“*” needs a list, set or tuple that is not null.", tree, source, context: node)
      return .dynamicUnknown
    }
    if case .unknown = base.content { return unknownSplat(tree, base, type, each, isSequence: isSequence) }
    guard isSequence, let elements = base.elements else {
      return .tuple([element(base, tree, each)])
    }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for item in elements {
      let (result, failed) = checkedElement(item, tree, each)
      if failed { return .dynamicUnknown }
      values.append(result)
    }
    let content: Value.Content
    switch type {
    case .list(let elementType), .set(let elementType):
      let resultType = values.first?.type ?? element(.unknown(elementType), tree, each, quietly: true).type
      content = values.allSatisfy({ $0.type == resultType }) ? .list(element: resultType, values) : .tuple(values)
    case .dynamic, .string, .number, .bool, .map, .tuple, .object:
      content = .tuple(values)
    }
    return Value(content, marks: base.marks, origin: base.origin.map { _ in .splat(base, splatPath(tree, each)) })
  }

  private mutating func unknownSplat(_ tree: SyntaxTree, _ base: Value, _ type: ValueType, _ each: NodeID, isSequence: Bool) -> Value {
    let origin = base.origin.map { _ in Origin.splat(base, splatPath(tree, each)) }
    switch type {
    case .list(let elementType), .set(let elementType):
      let resultType = element(.unknown(elementType), tree, each).type
      return Value(.unknown(.list(resultType), .none), marks: base.marks, origin: origin)
    case .tuple(let types):
      let resultTypes = types.map { element(.unknown($0), tree, each).type }
      return Value(.unknown(.tuple(resultTypes), .none), marks: base.marks, origin: origin)
    case .dynamic, .string, .number, .bool, .map, .object:
      if type != .dynamic { _ = element(base, tree, each) }
      return Value(.unknown(.dynamic, .none), marks: base.marks, origin: origin)
    }
  }

  private mutating func checkedElement(_ element: Value, _ tree: SyntaxTree, _ each: NodeID) -> (Value, failed: Bool) {
    splatElements.append(element)
    defer { splatElements.removeLast() }
    let (result, failed) = checked(tree, each)
    return (result, failed)
  }

  private mutating func element(_ element: Value, _ tree: SyntaxTree, _ each: NodeID, quietly: Bool = false) -> Value {
    let before = diagnostics.count
    let result = checkedElement(element, tree, each).0
    if quietly { diagnostics.removeLast(diagnostics.count - before) }
    return result
  }

  /// The steps behind the `*`, as far as they are plain.
  private func splatPath(_ tree: SyntaxTree, _ each: NodeID) -> AttributePath {
    guard case .relativeTraversal(_, let steps) = tree.expression(each) else { return AttributePath() }
    var path: [AttributePath.Step] = []
    for position in 0..<steps.count {
      switch tree.step(steps, position).step {
      case .attribute(let name): path.append(.attribute(tree.name(name)))
      case .index(let key):
        switch indexKey(tree, key) {
        case .string(let text), .attribute(let text): path.append(.attribute(text))
        case .number(let number): path.append(.index(number.exactInt ?? 0))
        case nil: return AttributePath(path)
        }
      }
    }
    return AttributePath(path)
  }
}
