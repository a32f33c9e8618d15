import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// How many instances a resource or module call has. (Terraform language, "The count Meta-Argument", "The for_each Meta-Argument";
/// OpenTofu, "The enabled Meta-Argument".)
enum InstanceKeys {
  case single
  /// `enabled` is false: there is none, and a reference to it is null.
  case disabled
  /// `count`: as many as that.
  case counted(Int)
  /// `for_each`: keys in order, with their values.
  case keyed([(key: String, value: Value)])
  /// Unknown: one instance stands for all.
  case symbolic(isCount: Bool, each: Value)

  /// The argument that is not known, and what it gives.
  var undecided: UndecidedExpansion? {
    switch self {
    case .single, .disabled, .counted, .keyed: nil
    case .symbolic(let isCount, let value): UndecidedExpansion(argument: isCount ? "count" : "for_each", value: value)
    }
  }
}

/// The instances of a resource in one module instance.
struct ResourceExpansion {
  var keys: InstanceKeys
  /// The condition under which the instances exist, when it is symbolic.
  var existence: Value?
  var instances: [ResourceEvaluation]

  /// The instance of a key.
  func instance(_ key: InstanceKey) -> ResourceEvaluation? {
    switch (keys, key) {
    case (.single, .none): return instances.first
    case (.counted, .int(let index)): return index >= 0 && index < instances.count ? instances[index] : nil
    case (.keyed, .string): return instances.first { $0.address.key == key }
    case (.symbolic, _): return instances.first
    default: return nil
    }
  }
}

/// The instances of a module call.
struct CallExpansion {
  var keys: InstanceKeys
  /// Nil when the code of the module is not in view.
  var instances: [(key: InstanceKey, module: ModuleEvaluation?)]
}

extension ModuleEvaluation {
  /// Decides the instances of a resource or call from its meta-arguments.
  func instanceKeys(count: AttributeSyntax?, forEach: AttributeSyntax?, lifecycle: BlockSyntax?) -> (keys: InstanceKeys, existence: Value?) {
    if let count { return countedKeys(count.expression) }
    if let forEach { return (forEachKeys(forEach.expression), nil) }
    if let enabled = lifecycle?.body.attribute("enabled") { return enabledKeys(enabled.expression) }
    return (.single, nil)
  }

  /// One instance or none; what is not known may exist.
  private func enabledKeys(_ expression: ExpressionSyntax) -> (keys: InstanceKeys, existence: Value?) {
    let value = evaluate(expression)
    guard value.isKnown else { return (.single, value) }
    guard let isEnabled = (try? value.converted(to: .bool))?.boolValue else {
      report("invalid-enabled", "“enabled” is neither true nor false", "It must be a bool that is not null; this is \(value.isNull ? "null" : "a \(value.type)").", expression)
      return (.single, nil)
    }
    return (isEnabled ? .single : .disabled, nil)
  }

  /// The key and the symbols of each instance.
  func instances(of keys: InstanceKeys, owner: ResourceAddress) -> [(key: InstanceKey, symbols: InstanceSymbols)] {
    switch keys {
    case .single: return [(.none, .none)]
    case .disabled: return []
    case .counted(let count): return (0..<count).map { (.int($0), InstanceSymbols(countIndex: .int($0))) }
    case .keyed(let pairs):
      return pairs.map { (.string($0.key), InstanceSymbols(eachKey: .string($0.key), eachValue: $0.value)) }
    case .symbolic(let isCount, let each):
      if isCount {
        return [(.symbolic, InstanceSymbols(countIndex: .unknown(.number, .notNull, origin: .instanceKey(owner, .countIndex))))]
      }
      let key = Value.unknown(.string, .notNull, origin: .instanceKey(owner, .eachKey))
      let value = Value.unknown(elementType(each.type), .none, origin: .instanceKey(owner, .eachValue))
      return [(.symbolic, InstanceSymbols(eachKey: key, eachValue: value))]
    }
  }

  private func elementType(_ type: ValueType) -> ValueType {
    switch type {
    case .list(let element), .set(let element), .map(let element): element
    case .dynamic, .string, .number, .bool, .tuple, .object: .dynamic
    }
  }

  // MARK: count

  private func countedKeys(_ expression: ExpressionSyntax) -> (keys: InstanceKeys, existence: Value?) {
    let value = evaluate(expression)
    if let count = wholeNumber(onlyNumber(value) ?? value, expression) { return (limited(.counted(count), expression), nil) }
    guard run.binding == .convert, !value.isKnown else { return (.symbolic(isCount: true, each: value), nil) }
    if let (count, test) = conditionalCount(expression, value) { return (limited(.counted(count), expression), test) }
    if let concrete = concreteValue(expression), let count = wholeNumber(concrete, expression) {
      specialise(value, expression)
      return (limited(.counted(count), expression), nil)
    }
    return (.symbolic(isCount: true, each: value), nil)
  }

  /// `test ? n : 0` with a symbolic test: as many instances as the other arm says, each under the condition.
  private func conditionalCount(_ expression: ExpressionSyntax, _ value: Value) -> (Int, Value)? {
    guard case .conditional(let test, let then, let otherwise)? = value.origin else { return nil }
    func count(_ arm: Value) -> Int? {
      guard case .number(let number) = arm.content else { return nil }
      return number.exactInt
    }
    switch (count(then), count(otherwise)) {
    case (let number?, 0?) where number > 0: return (number, test)
    case (0?, let number?) where number > 0:
      return (number, Value(.unknown(.bool, .notNull), marks: test.marks, origin: .operation("!", [test])))
    default: return nil
    }
  }

  /// The number that an unknown value must be, as both arms of a conditional say it.
  private func onlyNumber(_ value: Value) -> Value? {
    guard let bounds = value.refinements, let low = bounds.lowerBound, let high = bounds.upperBound else { return nil }
    return low.isInclusive && high.isInclusive && low.value == high.value ? .number(low.value) : nil
  }

  private func wholeNumber(_ value: Value, _ expression: ExpressionSyntax) -> Int? {
    guard value.isKnown else { return nil }
    if value.isNull {
      report("invalid-count", "“count” is null", "It must be a whole number of 0 or more.", expression)
      return nil
    }
    guard let number = try? value.converted(to: .number), case .number(let amount) = number.content, let count = amount.exactInt,
      count >= 0
    else {
      report("invalid-count", "“count” is not a whole number", "It must be a whole number of 0 or more; this is a \(value.type).", expression)
      return nil
    }
    return count
  }

  private func report(_ id: String, _ summary: String, _ detail: String, _ expression: ExpressionSyntax) {
    run.report(Diagnostic(.error, id, summary, detail: detail, at: expression.range).dependingOnValues())
  }

  private func limited(_ keys: InstanceKeys, _ expression: ExpressionSyntax) -> InstanceKeys {
    let amount: Int
    switch keys {
    case .counted(let count): amount = count
    case .keyed(let pairs): amount = pairs.count
    case .single, .disabled, .symbolic: return keys
    }
    if amount <= run.remainingInstances {
      run.remainingInstances -= amount
      return keys
    }
    report(
      "too-many-instances", "Too many instances",
      "A configuration may have \(EvaluationRun.maximumInstances) instances here; this asks for \(amount) more.", expression)
    return .symbolic(isCount: true, each: .dynamicUnknown)
  }

  // MARK: for_each

  private func forEachKeys(_ expression: ExpressionSyntax) -> InstanceKeys {
    let value = evaluate(expression)
    if let pairs = keyedElements(value, expression) { return limited(.keyed(pairs), expression) }
    guard run.binding == .convert, let concrete = concreteValue(expression), let pairs = keyedElements(concrete, expression) else {
      return .symbolic(isCount: false, each: value)
    }
    specialise(value, expression)
    // Only the keys are fixed: what stands under them stays symbolic.
    let isSet =
      switch concrete.type {
      case .set, .list, .tuple: true
      case .dynamic, .string, .number, .bool, .map, .object: false
      }
    let symbolic = pairs.map { pair -> (key: String, value: Value) in
      if isSet || value.origin == nil { return (pair.key, isSet ? .string(pair.key) : pair.value) }
      let element = (try? value.index(.string(pair.key))) ?? .dynamicUnknown
      return (pair.key, element.isKnown ? element : Value(.unknown(pair.value.type, .none), origin: .index(value, key: .string(pair.key))))
    }
    return limited(.keyed(symbolic), expression)
  }

  /// Keys with values of what `for_each` takes; nil when unknown or wrong.
  private func keyedElements(_ value: Value, _ expression: ExpressionSyntax) -> [(key: String, value: Value)]? {
    switch value.content {
    case .unknown: return nil
    case .map(_, let attributes), .object(let attributes):
      return zip(attributes.keys, attributes.values).map { key, element in
        (key, element.origin == nil && value.origin != nil ? element.withOrigin(.index(value, key: .string(key))) : element)
      }
    case .set(_, let elements):
      var pairs: [(key: String, value: Value)] = []
      for element in elements {
        if case .unknown = element.content { return nil }
        guard case .string(let text) = element.content else {
          report("invalid-for-each", "“for_each” has an element that is not a string", "A set for “for_each” must have strings that are not null.", expression)
          return nil
        }
        pairs.append((text, element))
      }
      return pairs
    case .tuple(let elements) where elements.isEmpty: return []
    case .null:
      report("invalid-for-each", "“for_each” is null", "It must be a map, an object or a set of strings.", expression)
      return nil
    case .bool, .number, .string, .list, .tuple:
      report(
        "invalid-for-each", "“for_each” has the wrong type",
        "It must be a map, an object or a set of strings; this is \(value.type). “toset” makes a set of a list.", expression)
      return nil
    }
  }

  // MARK: Structure under the convert binding

  /// The value under the lint binding; nil when it is unknown there, too.
  private func concreteValue(_ expression: ExpressionSyntax) -> Value? {
    guard let twin = concreteTwin else { return nil }
    let value = twin.evaluate(expression, concreteSymbols)
    return value.isKnown ? value : nil
  }

  /// The instance of the same module under the lint binding.
  private var concreteTwin: ModuleEvaluation? {
    guard let parent else { return run.concrete }
    guard let parentTwin = parent.concreteTwin, let call else { return nil }
    let expansion = parentTwin.callExpansion(call.name)
    guard let key = address.steps.last?.key else { return nil }
    return expansion?.instances.first { $0.key == key }?.module ?? expansion?.instances.first?.module
  }

  private var concreteSymbols: InstanceSymbols { .none }

  /// Records which variables stand behind a symbolic value that structure needed.
  private func specialise(_ value: Value, _ expression: ExpressionSyntax) {
    guard let origin = value.origin else { return }
    for (name, extent) in origin.specialisedVariables(isKeys: false) {
      let entry = Specialisation(variable: name, extent: extent, location: expression.range)
      if !run.specialisations.contains(entry) { run.specialisations.append(entry) }
    }
  }
}

extension Origin {
  /// The root variables that the origin reads, and how much of each: under `length` only how many elements it has, under `keys` or
  /// `toset` its elements as keys.
  func specialisedVariables(isKeys: Bool) -> [(String, Specialisation.Extent)] {
    switch self {
    case .variable(let name): return [(name, isKeys ? .keys : .value)]
    case .call(let function, let arguments):
      let extents = arguments.flatMap { $0.specialisedVariables(isKeys: function == "keys") }
      return function == "length" ? extents.map { ($0.0, .length) } : extents
    case .template(let parts): return parts.flatMap { $0.specialisedVariables(isKeys: isKeys) }
    case .conditional(let test, let then, let otherwise):
      return [test, then, otherwise].flatMap { $0.specialisedVariables(isKeys: isKeys) }
    case .index(let value, let key): return [value, key].flatMap { $0.specialisedVariables(isKeys: isKeys) }
    case .attribute(let value, _), .splat(let value, _): return value.specialisedVariables(isKeys: isKeys)
    case .operation(_, let operands): return operands.flatMap { $0.specialisedVariables(isKeys: isKeys) }
    case .forExpression(let over, _): return over.specialisedVariables(isKeys: isKeys)
    case .reference, .data, .moduleOutput, .instanceKey, .workspace, .opaque: return []
    }
  }
}

extension Value {
  fileprivate func specialisedVariables(isKeys: Bool) -> [(String, Specialisation.Extent)] {
    if let origin { return origin.specialisedVariables(isKeys: isKeys) }
    if let elements { return elements.flatMap { $0.specialisedVariables(isKeys: isKeys) } }
    if let attributes { return attributes.values.flatMap { $0.specialisedVariables(isKeys: isKeys) } }
    return []
  }
}
