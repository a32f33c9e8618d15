/// Calling a function: what happens to arguments before its code sees them, and to its result. (go-cty, `function.Function.Call`.)

import HCLValues

/// Calls a function with arguments that are evaluated and expanded.
///
/// Checks their number, converts them to the parameters' types, and handles null, unknown and marked arguments as the parameters
/// say. An argument that the function cannot look at makes the result unknown: of the type that the function predicts, or `dynamic`
/// where not even an argument's type is known. Marks taken off the arguments, from any depth, stand on the result.
/// - Throws: what is wrong, with the position of the argument at fault where there is one.
public func call(_ function: Function, _ arguments: [Value], _ context: FunctionContext) throws(FunctionError) -> Value {
  do throws(FunctionError) {
    return try performCall(function, arguments, context)
  } catch {
    throw redacted(error, arguments)
  }
}

private func performCall(_ function: Function, _ arguments: [Value], _ context: FunctionContext) throws(FunctionError) -> Value {
  try checkCount(function, arguments.count)
  var prepared: [Value] = []
  prepared.reserveCapacity(arguments.count)
  var marks: Marks = []
  for (index, argument) in arguments.enumerated() {
    let parameter = function.parameter(at: index)
    var value = try converted(argument, parameter, index)
    if !parameter.allowsMarked {
      marks.formUnion(value.deepMarks.subtracting(.open))
      value = value.unmarkedDeep().value
      // That a collection may have more elements is a part of its value, for functions that ask.
      if function.handlesOpenCollections { value.marks = argument.marks.intersection(.open) }
    }
    prepared.append(value)
  }

  var isDeferred = false
  for (index, value) in prepared.enumerated() {
    let parameter = function.parameter(at: index)
    switch value.content {
    case .null:
      guard parameter.allowsNull else { throw FunctionError("argument must not be null", argument: index) }
    case .unknown(let type, _):
      if type == .dynamic, !parameter.allowsDynamicType {
        return Value(.unknown(.dynamic, .none), marks: allMarks(marks, prepared))
      }
      if !parameter.allowsUnknown { isDeferred = true }
    case .bool, .number, .string, .list, .set, .map, .tuple, .object: break
    }
  }

  let type = try function.resultType(prepared)
  if isDeferred {
    let unknown = Value(.unknown(type, .none), marks: allMarks(marks, prepared))
    return function.refined(unknown)
  }
  var result = try function.body(prepared, context)
  result.marks.formUnion(marks)
  return function.refined(result)
}

/// The error without the text of sensitive arguments.
private func redacted(_ error: FunctionError, _ arguments: [Value]) -> FunctionError {
  var copy = error
  for argument in arguments where argument.deepMarks.contains(.sensitive) {
    for text in texts(argument, isInsideSensitive: false) where !text.isEmpty {
      copy.message = copy.message.replacing(quotedHCL(text), with: "(sensitive value)")
      if copy.message.contains(text) {
        copy.message = "the call failed; the reason is not shown because it names a sensitive value"
      }
    }
  }
  return copy
}

/// The strings and numbers that are sensitive, or inside of something sensitive.
private func texts(_ value: Value, isInsideSensitive: Bool) -> [String] {
  let isSensitive = isInsideSensitive || value.marks.contains(.sensitive)
  switch value.content {
  case .string(let text): return isSensitive ? [text] : []
  case .number(let number): return isSensitive ? [number.text] : []
  case .null, .unknown, .bool: return []
  case .list, .set, .map, .tuple, .object: return value.children.flatMap { texts($0, isInsideSensitive: isSensitive) }
  }
}

/// Marks of arguments that the function does not get to see, together with those that were taken off.
private func allMarks(_ marks: Marks, _ arguments: [Value]) -> Marks {
  arguments.reduce(marks) { $0.union($1.marks.subtracting(.open)) }
}

private func checkCount(_ function: Function, _ count: Int) throws(FunctionError) {
  let required = function.parameters.count
  if count < required {
    let missing = function.parameters[count].name
    let expected = function.variadic == nil ? "\(required)" : "at least \(required)"
    throw FunctionError("not enough arguments: \(expected) expected, \(count) given; missing \"\(missing)\"")
  }
  if count > required, function.variadic == nil {
    throw FunctionError("too many arguments: \(required) expected, \(count) given", argument: required)
  }
}

private func converted(_ argument: Value, _ parameter: FunctionParameter, _ index: Int) throws(FunctionError) -> Value {
  if parameter.type == .dynamic { return argument }
  do {
    return try argument.converted(to: parameter.type)
  } catch {
    let place = error.path.isEmpty ? "" : "\(error.path): "
    throw FunctionError(place + error.reason, argument: index)
  }
}

extension Function {
  /// The parameter that takes an argument; call only with positions that the number of arguments allows.
  func parameter(at index: Int) -> FunctionParameter {
    if index < parameters.count { return parameters[index] }
    return variadic ?? FunctionParameter("", .dynamic)
  }

  /// An unknown result of a function that never returns null is not null.
  fileprivate func refined(_ value: Value) -> Value {
    guard neverReturnsNull, case .unknown(let type, var refinements) = value.content, type != .dynamic else { return value }
    refinements.isNotNull = true
    var copy = value
    copy.content = .unknown(type, refinements)
    return copy
  }
}
