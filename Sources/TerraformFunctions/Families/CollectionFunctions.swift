/// Functions that ask something of a collection, or choose among values. (Terraform language, "Collection functions".)

import HCLEvaluation
import HCLValues

enum CollectionFunctions {
  static let all = [
    takingOpen(alltrue), takingOpen(anytrue), coalesce, coalescelist, takingOpen(contains), element, index, takingOpen(length),
    one, sum,
  ]

  /// Says that a function looks at the mark of collections that may have further elements.
  private static func takingOpen(_ function: Function) -> Function {
    var copy = function
    copy.handlesOpenCollections = true
    return copy
  }

  private static let list = FunctionParameter("list", .dynamic)

  static let length = Function(
    "length", "Gives the number of elements of a collection, or of characters of a string.",
    [.init("value", .dynamic, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true)],
    example: ("length([\"a\", \"b\"])", "2"),
    type: { arguments throws(FunctionError) in
      switch arguments[0].type {
      case .dynamic, .string, .list, .set, .map, .tuple, .object: return .number
      case .number, .bool: throw FunctionError("a string or a collection is required, not \(arguments[0].type)", argument: 0)
      }
    }
  ) { (arguments, _) throws(FunctionError) in
    let value = arguments[0]
    let isOpen = value.marks.contains(.open)
    let marks = value.marks.subtracting(.open)
    if case .string(let text) = value.content { return .int(text.count).withMarks(marks) }
    if let count = value.knownCount, !isOpen { return .int(count).withMarks(marks) }
    var refinements = Refinements.notNull
    if value.type != .dynamic {
      let (least, greatest) = isOpen ? (value.countBounds.least, Int.max) : value.countBounds
      // A prefix ends where no later character can join its last one.
      let known = value.refinements?.prefix?.count ?? least
      refinements.lowerBound = NumberBound(Number(known), isInclusive: true)
      if value.type != .string { refinements.upperBound = NumberBound(Number(greatest), isInclusive: true) }
    }
    return .unknown(.number, refinements).withMarks(marks)
  }

  static let element = Function(
    "element", "Gives an element of a list; the index wraps around at both ends.",
    [.init("list", .dynamic, allowsMarked: true), .init("index", .number)], neverReturnsNull: false,
    example: ("element([\"a\", \"b\", \"c\"], 3)", "\"a\""),
    type: { arguments throws(FunctionError) in
      if case .tuple(let elements) = arguments[0].content, arguments[1].isKnown {
        return elements[try wrappedIndex(arguments, count: elements.count)].type
      }
      switch arguments[0].type {
      case .list(let element): return element
      case .tuple(let types):
        guard arguments[1].isKnown else { return .dynamic }
        return types[try wrappedIndex(arguments, count: types.count)]
      case .dynamic, .string, .number, .bool, .set, .map, .object:
        throw FunctionError("cannot read elements from a value of type \(arguments[0].type)", argument: 0)
      }
    }
  ) { (arguments, _) throws(FunctionError) in
    let elements = arguments[0].elements ?? []
    return elements[try wrappedIndex(arguments, count: elements.count)].withMarks(arguments[0].marks)
  }

  private static func wrappedIndex(_ arguments: [Value], count: Int) throws(FunctionError) -> Int {
    let index = try arguments.integer(1)
    guard count > 0 else { throw FunctionError("an empty list has no elements") }
    return floorDivide(index, count).remainder
  }

  static let index = Function(
    "index", "Gives the position of a value in a list.", [list, .init("value", .dynamic)],
    example: ("index([\"a\", \"b\", \"c\"], \"b\")", "1"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    let elements: [Value]
    switch arguments[0].content {
    case .list(_, let values), .tuple(let values): elements = values
    case .null, .unknown, .bool, .number, .string, .set, .map, .object:
      throw FunctionError("a list or tuple is required", argument: 0)
    }
    for (position, element) in elements.enumerated() {
      guard let isEqual = element.equals(arguments[1]).boolValue else { return .unknown(.number) }
      if isEqual { return .int(position) }
    }
    throw FunctionError(elements.isEmpty ? "cannot search an empty list" : "the value is not in the list")
  }

  static let contains = Function(
    "contains", "Tells whether a list or set contains a value.", [list, .init("value", .dynamic)],
    example: ("contains([\"a\", \"b\"], \"a\")", "true"), returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    guard let elements = arguments[0].elements else {
      throw FunctionError("a list, tuple or set is required, not \(arguments[0].type)", argument: 0)
    }
    var isUndecided = arguments[0].marks.contains(.open)
    for element in elements {
      switch arguments[1].equals(element).boolValue {
      case .some(true): return .bool(true)
      case .some(false): continue
      case .none: isUndecided = true
      }
    }
    return isUndecided ? .unknown(.bool) : .bool(false)
  }

  static let coalesce = Function(
    "coalesce", "Gives the first argument that is neither null nor an empty string.", [],
    variadic: .init("vals", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true),
    example: ("coalesce(\"\", \"b\")", "\"b\""), type: { arguments throws(FunctionError) in try commonType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    let type = try commonType(arguments)
    for (position, argument) in arguments.enumerated() {
      let value = try argument.converted(to: type, argument: position)
      if !value.isKnown { return .unknown(type) }
      if value.isNull || value.stringValue == "" && type == .string { continue }
      return value
    }
    throw FunctionError("no argument is neither null nor an empty string")
  }

  private static func commonType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    guard !arguments.isEmpty else { throw FunctionError("at least one argument is required") }
    guard let type = arguments.map(\.type).unified else { throw FunctionError("all arguments must have types that unify") }
    return type
  }

  static let coalescelist = Function(
    "coalescelist", "Gives the first list that has elements.", [],
    variadic: .init("vals", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true),
    example: ("coalescelist([], [\"c\"])", "[\"c\"]"),
    type: { arguments throws(FunctionError) in try coalescelistType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    for argument in arguments {
      guard argument.isKnown else { return .unknown(try coalescelistType(arguments)) }
      if let elements = argument.elements, !elements.isEmpty { return argument }
    }
    throw FunctionError("every list is null or empty")
  }

  private static func coalescelistType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    guard let first = arguments.first?.type else { throw FunctionError("at least one argument is required") }
    var isUniform = true
    for (position, argument) in arguments.enumerated() {
      guard argument.isKnown else { return .dynamic }
      let type = argument.type
      switch type {
      case .list, .tuple: break
      case .dynamic where argument.isNull: break
      case .dynamic, .string, .number, .bool, .set, .map, .object:
        throw FunctionError("lists or tuples are required, not \(type)", argument: position)
      }
      if type != first { isUniform = false }
    }
    return isUniform ? first : .dynamic
  }

  static let one = Function(
    "one", "Gives the only element of a collection, or null when it is empty.", [list], neverReturnsNull: false,
    example: ("one([\"a\"])", "\"a\""), type: { arguments throws(FunctionError) in try oneType(arguments[0]) }
  ) { (arguments, _) throws(FunctionError) in
    let type = try oneType(arguments[0])
    guard let elements = arguments[0].elements else { return .unknown(type) }
    switch elements.count {
    case 0: return .null(type)
    case 1: return elements[0]
    default:
      // A set with unknown elements may turn out to have one element only.
      if arguments[0].knownCount == nil { return .unknown(type) }
      throw FunctionError(Self.oneMessage, argument: 0)
    }
  }

  private static let oneMessage = "a list, set or tuple with no element or one element is required"

  private static func oneType(_ value: Value) throws(FunctionError) -> ValueType {
    switch value.type {
    case .list(let element), .set(let element): return element
    case .tuple(let types) where types.count <= 1: return types.first ?? .dynamic
    case .dynamic, .string, .number, .bool, .map, .tuple, .object: throw FunctionError(oneMessage, argument: 0)
    }
  }

  static let sum = Function(
    "sum", "Adds numbers.", [list], example: ("sum([10, 13, 6, 4.5])", "33.5"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    guard let elements = arguments[0].elements else {
      throw FunctionError("a list, set or tuple of numbers is required, not \(arguments[0].type)", argument: 0)
    }
    guard !elements.isEmpty else { throw FunctionError("an empty list has no sum", argument: 0) }
    guard arguments.areWhollyKnown else { return .unknown(.number) }
    // Starts with the first element, whose precision is then that of the sum.
    var total: Number?
    for element in elements {
      guard let number = try element.converted(to: .number, argument: 0).numberValue else {
        throw FunctionError("a list, set or tuple of numbers is required; an element is null", argument: 0)
      }
      guard let sum = total else {
        total = number
        continue
      }
      guard let next = sum + number else { throw FunctionError("infinities of both signs have no sum", argument: 0) }
      total = next
    }
    return .number(total ?? .zero)
  }

  static let alltrue = Function(
    "alltrue", "Tells whether all elements are true; null counts as false.", [.init("list", .list(.bool))],
    example: ("alltrue([\"true\", true])", "true"), returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    decide(arguments[0], decisive: false)
  }

  static let anytrue = Function(
    "anytrue", "Tells whether any element is true.", [.init("list", .list(.bool))],
    example: ("anytrue([\"true\", false])", "true"),
    returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    decide(arguments[0], decisive: true)
  }

  private static func decide(_ list: Value, decisive: Bool) -> Value {
    var isUndecided = list.marks.contains(.open)
    for element in list.elements ?? [] {
      if !element.isKnown { isUndecided = true } else if (element.boolValue ?? false) == decisive { return .bool(decisive) }
    }
    return isUndecided ? .unknown(.bool) : .bool(!decisive)
  }
}
