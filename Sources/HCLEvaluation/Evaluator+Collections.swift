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
        // The place is the value's, as in the reference: the key may be long, and is next to it.
        report("null-key", "A key is null", "Keys of an object must be strings; null cannot be one.", tree, valueNode, context: node)
        isKnown = false
        continue
      }
      marks.formUnion(key.marks.subtracting(.open))
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
      return .unknown(.dynamic, origin: .opaque(reason: "a key is not known", source: closedSource(tree, node)))
    }
    return Value(.object(Attributes(pairs)), marks: marks)
  }

  mutating func objectKey(_ tree: SyntaxTree, _ key: NodeID, _ isForced: Bool) -> Value {
    if !isForced {
      switch tree.expression(key) {
      case .scopeTraversal(let root, let steps) where steps.count == 0: return .string(tree.name(root))
      case .scopeTraversal:
        report(
          "ambiguous-key", "A key could be a reference or a name",
          "Write quotes around it for a key with dots in it, or parentheses to use the value that it refers to.", tree, key)
        return .dynamicUnknown
      case .null: return .string("null")
      case .bool(let flag): return .string(flag ? "true" : "false")
      case .number, .templateLiteral, .template, .templateWrap, .templateJoin, .relativeTraversal, .functionCall,
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
    guard let pairs = collection.keyedElements else {
      if collection.isKnown || !canIterate(collection.type) {
        report(
          "not-iterable", "Iteration over a value that has no elements",
          "A “for” expression needs a list, set, map, tuple or object; this is \(collection.type).", tree,
          clauses.collection, context: node)
        return .dynamicUnknown
      }
      return unknownLoop(tree, node, collection, collection.marks)
    }
    var result = LoopResult(marks: collection.marks)
    let valueName = tree.name(clauses.valueVariable)
    let keyName = clauses.keyVariable.map { tree.name($0) }
    let start = diagnostics.count
    for (key, element) in pairs {
      let before = diagnostics.count
      locals.append((valueName, element))
      if let keyName { locals.append((keyName, key)) }
      iterate(tree, node, clauses, &result)
      locals.removeLast(keyName == nil ? 1 : 2)
      if !takeStep(tree, node) { return .dynamicUnknown }
      if diagnostics.count > before { dropRepeated(from: start, new: before) }
    }
    if !result.isKnown { return unknownLoop(tree, node, collection, result.marks) }
    if clauses.keyResult == nil { return Value(.tuple(result.elements), marks: result.marks) }
    if clauses.isGrouping {
      let groups = result.groupOrder.map { ($0, Value.tuple(result.groups[$0] ?? [])) }
      return Value(.object(Attributes(groups)), marks: result.marks)
    }
    return Value(.object(Attributes(result.pairs)), marks: result.marks)
  }

  /// What is wrong with one element at a place is wrong with the next one; it is said once.
  private mutating func dropRepeated(from start: Int, new: Int) {
    let known = diagnostics[start..<new]
    if known.isEmpty { return }
    let fresh = diagnostics[new...].filter { added in !known.contains { $0.id == added.id && $0.subject == added.subject } }
    diagnostics.replaceSubrange(new..., with: fresh)
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
    result.marks.formUnion(rawKey.marks.subtracting(.open))
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
    result.marks.formUnion(raw.marks.subtracting(.open))
    do throws(ConversionError) {
      let include = try raw.converted(to: .bool)
      guard case .bool(let flag) = include.content else { return nil }
      return flag
    } catch {
      if result.isKnown {
        report("wrong-condition-type", "The condition is not a bool", "The “if” clause must be a bool. \(error.message)", tree, condition, context: node)
      }
      return nil
    }
  }

  private func unknownLoop(_ tree: SyntaxTree, _ node: NodeID, _ collection: Value, _ marks: Marks) -> Value {
    Value(
      .unknown(.dynamic, .none), marks: marks.subtracting(.open),
      origin: .forExpression(over: collection, source: closedSource(tree, node)))
  }

  /// The source of an expression that means the same outside of the loops around it: what it reads of their variables is bound again.
  func closedSource(_ tree: SyntaxTree, _ node: NodeID, text: String? = nil) -> String {
    var source = text ?? tree.file.text(tree.range(node))
    if locals.isEmpty { return source }
    var read: Set<String> = []
    ExpressionSyntax(tree: tree, id: node).forEachScopeTraversal { read.insert($0.rootName) }
    var bound: Set<String> = []
    for local in locals.reversed() where read.contains(local.name) && bound.insert(local.name).inserted {
      let value = !local.value.isKnown ? local.value.origin?.hclText ?? local.value.hclText : local.value.hclText
      if value.utf8.count + source.utf8.count > HCLText.limit { return source }
      source = "[for \(local.name) in [\(value)] : \(source)][0]"
    }
    return source
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
      if !isSequence { return Value(.tuple([]), marks: base.marks) }
      report(
        "null-splat", "Splat of a null value", "“*” needs a list, set or tuple that is not null.", tree, source, context: node)
      return .dynamicUnknown
    }
    if case .unknown = base.content {
      if isSequence { return unknownSplat(tree, base, type, each) }
      let origin = base.origin.map { _ in Origin.splat(base, splatPath(tree, each)) }
      if type == .dynamic { return Value(.unknown(.dynamic, .none), marks: base.marks, origin: origin) }
      let (item, failed) = checkedElement(base, tree, each)
      if failed { return .dynamicUnknown }
      // Null would give no element at all.
      guard base.isDefinitelyNotNull else { return Value(.unknown(.dynamic, .none), marks: base.marks, origin: origin) }
      return Value(.tuple([item]), marks: base.marks)
    }
    guard isSequence, let elements = base.elements else {
      let (item, failed) = checkedElement(base, tree, each)
      return failed ? .dynamicUnknown : Value(.tuple([item]), marks: base.marks)
    }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    var anyFailed = false
    for item in elements {
      if !takeStep(tree, node) { return .dynamicUnknown }
      let (result, failed) = checkedElement(item, tree, each)
      if failed {
        if values.count > 16 { return .dynamicUnknown }
        anyFailed = true
      }
      values.append(result)
    }
    if anyFailed {
      if case .tuple = base.content { return Value(.unknown(.tuple(values.map(\.type)), .none), marks: base.marks) }
      return Value(.unknown(.dynamic, .none), marks: base.marks)
    }
    let content: Value.Content
    switch type {
    case .list(let elementType), .set(let elementType):
      let resultType = values.first?.type ?? element(.unknown(elementType), tree, each, quietly: true).type
      guard values.allSatisfy({ $0.has(type: resultType) }) else {
        report(
          "inconsistent-splat", "The elements of a splat have different types",
          "Behind “*” every element must give the same type; a “for” expression can make a tuple of different ones.", tree, node)
        return .dynamicUnknown
      }
      content = .list(element: resultType, values)
    case .dynamic, .string, .number, .bool, .map, .tuple, .object:
      content = .tuple(values)
    }
    return Value(content, marks: base.marks, origin: base.origin.map { _ in .splat(base, splatPath(tree, each)) })
  }

  /// A splat over a list, set or tuple that is unknown: the type, and of a list how long it can be.
  private mutating func unknownSplat(_ tree: SyntaxTree, _ base: Value, _ type: ValueType, _ each: NodeID) -> Value {
    let origin = base.origin.map { _ in Origin.splat(base, splatPath(tree, each)) }
    var refinements = Refinements.notNull
    let resultType: ValueType
    switch type {
    case .list(let elementType), .set(let elementType):
      resultType = .list(element(.unknown(elementType), tree, each).type)
      refinements.minimumLength = base.refinements?.minimumLength
      refinements.maximumLength = base.refinements?.maximumLength
    case .tuple(let types): resultType = .tuple(types.map { element(.unknown($0), tree, each).type })
    case .dynamic, .string, .number, .bool, .map, .object: return Value(.unknown(.dynamic, .none), marks: base.marks, origin: origin)
    }
    return Value(.unknown(resultType, refinements), marks: base.marks, origin: origin)
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
