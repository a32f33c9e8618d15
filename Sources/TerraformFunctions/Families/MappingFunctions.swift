/// Functions on maps and objects. (Terraform language, "Collection functions".)

import HCLEvaluation
import HCLValues

enum MappingFunctions {
  static let all = [keys, lookup, merge, transpose, values, zipmap]

  static let keys = Function(
    "keys", "Gives the keys of a map or object, sorted.", [.init("inputMap", .dynamic, allowsUnknown: true, allowsMarked: true)],
    example: ("keys({a = 1, c = 2})", "[\"a\", \"c\"]"),
    type: { arguments throws(FunctionError) in
      switch arguments[0].type {
      case .map: return .list(.string)
      case .object(let object): return .tuple(object.attributes.map { _ in .string })
      case .dynamic, .string, .number, .bool, .list, .set, .tuple:
        throw FunctionError("a map or object is required, not \(arguments[0].type)", argument: 0)
      }
    }
  ) { (arguments, _) throws(FunctionError) in
    let marks = arguments[0].marks
    switch arguments[0].content {
    case .map(_, let attributes): return .list(of: .string, attributes.keys.map { .string($0) }).withMarks(marks)
    case .object(let attributes): return .tuple(attributes.keys.map { .string($0) }).withMarks(marks)
    case .unknown(.object(let object), _): return .tuple(object.attributes.map { .string($0.name) }).withMarks(marks)
    case .null, .unknown, .bool, .number, .string, .list, .set, .tuple: return .unknown(.list(.string)).withMarks(marks)
    }
  }

  static let values = Function(
    "values", "Gives the values of a map or object in the order of its keys.", [.init("mapping", .dynamic, allowsMarked: true)],
    example: ("values({a = 1, c = 2})", "[1, 2]"),
    type: { arguments throws(FunctionError) in
      switch arguments[0].type {
      case .map(let element): return .list(element)
      case .object(let object): return .tuple(object.attributes.map(\.type))
      case .dynamic, .string, .number, .bool, .list, .set, .tuple:
        throw FunctionError("a map or object is required, not \(arguments[0].type)", argument: 0)
      }
    }
  ) { (arguments, _) throws(FunctionError) in
    let values = arguments[0].attributes?.values ?? []
    let result: Value = arguments[0].elementType.map { .list(of: $0, values) } ?? .tuple(values)
    return result.withMarks(arguments[0].marks)
  }

  static let lookup = Function(
    "lookup", "Gives the element of a map with a key, or a default when there is none.",
    [.init("inputMap", .dynamic, allowsMarked: true), .init("key", .string, allowsMarked: true)],
    variadic: .init("default", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true),
    neverReturnsNull: false, example: ("lookup({a = \"ay\"}, \"b\", \"what?\")", "\"what?\""),
    type: { arguments throws(FunctionError) in try lookupType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    let marks = arguments[0].marks.union(arguments[1].marks)
    let key = try arguments.string(1)
    if let found = arguments[0].attributes?[key] { return found.withMarks(marks) }
    guard arguments.count == 3 else {
      throw FunctionError("the map has no element with the key \(quotedHCL(key)), and no default is given", argument: 1)
    }
    return try arguments[2].converted(to: try lookupType(arguments), argument: 2).withMarks(marks)
  }

  private static func lookupType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    guard arguments.count <= 3 else {
      throw FunctionError("two or three arguments are required, not \(arguments.count)", argument: 3)
    }
    if case .object(let attributes) = arguments[0].content, let key = arguments[1].stringValue, let found = attributes[key] {
      return found.type
    }
    switch arguments[0].type {
    case .map(let element):
      if arguments.count == 3 {
        do {
          _ = try arguments[2].converted(to: element)
        } catch {
          throw FunctionError("the default must have the type of the map's elements, \(element)", argument: 2)
        }
      }
      return element
    case .object(let object):
      guard let key = arguments[1].stringValue else { return .dynamic }
      if let attribute = object.attribute(key) { return attribute.type }
      if arguments.count == 3 { return arguments[2].type }
      throw FunctionError("the object has no attribute \(quotedHCL(key)), and no default is given", argument: 0)
    case .dynamic, .string, .number, .bool, .list, .set, .tuple:
      throw FunctionError("a map or object is required, not \(arguments[0].type)", argument: 0)
    }
  }

  static let merge = Function(
    "merge", "Puts the elements of maps or objects together; of equal keys the last one wins.", [],
    variadic: .init("maps", .dynamic, allowsNull: true, allowsDynamicType: true, allowsMarked: true),
    example: ("merge({a = \"b\"}, {a = \"c\", z = \"d\"})", "{a = \"c\", z = \"d\"}"),
    type: { arguments throws(FunctionError) in
      // The type of what is known is that of the result; only unknown arguments need a prediction.
      arguments.allSatisfy(\.isKnown) ? .dynamic : try mergeType(arguments)
    }
  ) { (arguments, _) throws(FunctionError) in
    var pairs: [(String, Value)] = []
    var marks: Marks = []
    for (position, argument) in arguments.enumerated() {
      if argument.isNull {
        _ = try mergeType([argument])
        continue
      }
      guard let attributes = argument.attributes else {
        guard !argument.isKnown else {
          throw FunctionError("maps or objects are required, not \(argument.type)", argument: position)
        }
        return .unknown(.dynamic).withMarks(marks.union(argument.marks))
      }
      marks.formUnion(argument.marks)
      pairs += attributes.pairs
      try checkCount(pairs.count)
    }
    let merged = Attributes(pairs)
    let result: Value = commonElementType(arguments).map { .map(of: $0, merged) } ?? .object(merged)
    return result.withMarks(marks)
  }

  /// The type of the elements when all arguments are maps of it.
  private static func commonElementType(_ arguments: [Value]) -> ValueType? {
    guard let first = arguments.first?.elementType else { return nil }
    for argument in arguments {
      switch argument.content {
      case .map(first, _), .null(.map(first)): continue
      case .null, .unknown, .bool, .number, .string, .list, .set, .map, .tuple, .object: return nil
      }
    }
    return first
  }

  private static func mergeType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    var types: [String: ValueType] = [:]
    var isComplete = true
    var isUniform = true
    var first: ValueType?
    for (position, argument) in arguments.enumerated() {
      let type = argument.type
      switch type {
      case .dynamic: return .dynamic
      case .object(let object):
        if !argument.isNull {
          for attribute in object.attributes { types[attribute.name] = attribute.type }
        }
      case .map(let element):
        if let attributes = argument.attributes {
          for key in attributes.keys { types[key] = element }
        } else if !argument.isNull {
          isComplete = false
        }
      case .string, .number, .bool, .list, .set, .tuple:
        throw FunctionError("maps or objects are required, not \(type)", argument: position)
      }
      // A null object has a type, but none of its attributes.
      let contributed: ValueType = argument.isNull && type.element == nil ? .object(ObjectType([])) : type
      if first == nil { first = contributed } else if first != contributed { isUniform = false }
    }
    guard let first else { return .object(ObjectType([])) }
    if isUniform { return first }
    return isComplete ? .object(ObjectType(types)) : .dynamic
  }

  static let transpose = Function(
    "transpose", "Swaps the keys and the values of a map of lists of strings.", [.init("values", .map(.list(.string)))],
    example: ("transpose({a = [\"1\", \"2\"], b = [\"2\"]})", "tomap({\"1\" = [\"a\"], \"2\" = [\"a\", \"b\"]})"),
    returns: .map(.list(.string))
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.areWhollyKnown, let attributes = arguments[0].attributes else { return .unknown(.map(.list(.string))) }
    var lists: [String: [Value]] = [:]
    for (key, list) in attributes.pairs {
      guard let elements = list.elements else { throw FunctionError("the list under \(quotedHCL(key)) is null", argument: 0) }
      for element in elements {
        guard let text = element.stringValue else {
          throw FunctionError("the list under \(quotedHCL(key)) has a null element, which cannot become a key", argument: 0)
        }
        lists[text, default: []].append(.string(key))
      }
    }
    return .map(of: .list(.string), lists.map { ($0.key, .list(of: .string, $0.value)) })
  }

  static let zipmap = Function(
    "zipmap", "Makes a map of a list of keys and a list of values.",
    [.init("keys", .list(.string), allowsMarked: true), .init("values", .dynamic, allowsMarked: true)],
    example: ("zipmap([\"a\", \"b\"], [1, 2])", "{a = 1, b = 2}"),
    type: { arguments throws(FunctionError) in try zipmapType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    var marks = arguments[0].marks.union(arguments[1].marks)
    let type = try zipmapType(arguments)
    guard arguments[0].isWhollyKnown, let keys = arguments[0].elements, let values = arguments[1].elements else {
      return .unknown(type).withMarks(marks)
    }
    try checkPairs(keys.count, values.count)
    var pairs: [(String, Value)] = []
    for (position, (key, value)) in zip(keys, values).enumerated() {
      pairs.append((try keyText(key, position), value))
      // Keys carry no marks of their own.
      marks.formUnion(key.marks)
    }
    let result: Value = type.element.map { .map(of: $0, pairs) } ?? .object(pairs)
    return result.withMarks(marks)
  }

  private static func zipmapType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    switch arguments[1].type {
    case .list(let element): return .map(element)
    case .tuple(let types):
      guard arguments[0].isWhollyKnown, let keys = arguments[0].elements else { return .dynamic }
      try checkPairs(keys.count, types.count)
      var attributes: [ObjectType.Attribute] = []
      for (position, (key, type)) in zip(keys, types).enumerated() {
        attributes.append(.init(name: try keyText(key, position), type: type))
      }
      return .object(ObjectType(attributes))
    case .dynamic, .string, .number, .bool, .set, .map, .object:
      throw FunctionError("a list or tuple of values is required, not \(arguments[1].type)", argument: 1)
    }
  }

  private static func checkPairs(_ keys: Int, _ values: Int) throws(FunctionError) {
    guard keys == values else { throw FunctionError("number of keys (\(keys)) does not match number of values (\(values))") }
  }

  private static func keyText(_ key: Value, _ position: Int) throws(FunctionError) -> String {
    guard let text = key.stringValue else { throw FunctionError("the key at index \(position) is null", argument: 0) }
    return text
  }
}
