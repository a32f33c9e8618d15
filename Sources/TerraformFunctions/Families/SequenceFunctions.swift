/// Functions that make lists of lists. (Terraform language, "Collection functions".)

import HCLEvaluation
import HCLValues

enum SequenceFunctions {
  static let all = [chunklist, compact, concat, distinct, flatten, matchkeys, range, reverse, slice, sort]

  static let concat = Function(
    "concat", "Puts lists together, one behind the other.", [], variadic: .init("seqs", .dynamic, allowsMarked: true),
    example: ("concat([\"a\", \"\"], [\"b\", \"c\"])", "[\"a\", \"\", \"b\", \"c\"]"),
    type: { arguments throws(FunctionError) in try concatType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    let type = try concatType(arguments)
    var elements: [Value] = []
    var marks: Marks = []
    for (position, argument) in arguments.enumerated() {
      let list = type.element == nil ? argument : try argument.converted(to: type, argument: position)
      elements += list.elements ?? []
      marks.formUnion(list.marks)
      try checkCount(elements.count)
    }
    let result: Value = type.element.map { .list(of: $0, elements) } ?? .tuple(elements)
    return result.withMarks(marks)
  }

  private static func concatType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    guard !arguments.isEmpty else { throw FunctionError("at least one argument is required") }
    let types = arguments.map(\.type)
    let areLists = types.allSatisfy { if case .list = $0 { true } else { false } }
    if areLists, let common = types.unified, case .list = common { return common }
    var elements: [ValueType] = []
    for (position, argument) in arguments.enumerated() {
      switch types[position] {
      case .tuple(let types): elements += types
      case .list(let element):
        guard let values = argument.elements else { return .dynamic }
        elements += values.map { _ in element }
      case .dynamic, .string, .number, .bool, .set, .map, .object:
        throw FunctionError("all arguments must be lists or tuples, not \(types[position])", argument: position)
      }
    }
    return .tuple(elements)
  }

  static let chunklist = Function(
    "chunklist", "Divides a list into lists of at most so many elements.",
    [.init("list", .list(.dynamic), allowsMarked: true), .init("size", .number, allowsMarked: true)],
    example: ("chunklist([\"a\", \"b\", \"c\"], 2)", "[[\"a\", \"b\"], [\"c\"]]"),
    type: { arguments throws(FunctionError) in .list(arguments[0].type) }
  ) { (arguments, _) throws(FunctionError) in
    let size = try arguments.integer(1)
    guard size >= 0 else { throw FunctionError("the size must not be negative", argument: 1) }
    let type = arguments[0].type
    let marks = arguments[0].marks.union(arguments[1].marks)
    let elements = arguments[0].elements ?? []
    guard size > 0, !elements.isEmpty else {
      return .list(of: type, elements.isEmpty ? [] : [arguments[0].unmarked().value]).withMarks(marks)
    }
    let chunks = stride(from: 0, to: elements.count, by: size).map { start in
      Value.list(of: type.element ?? .dynamic, Array(elements[start..<Swift.min(elements.count, start &+ size)]))
    }
    return .list(of: type, chunks).withMarks(marks)
  }

  static let compact = Function(
    "compact", "Removes null and empty strings from a list.", [.init("list", .list(.string))],
    example: ("compact([\"a\", \"\", \"b\"])", "[\"a\", \"b\"]"), returns: .list(.string)
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.areWhollyKnown else { return .unknown(.list(.string)) }
    return .list(of: .string, (arguments[0].elements ?? []).filter { !$0.isNull && $0.stringValue != "" })
  }

  static let distinct = Function(
    "distinct", "Removes elements that stand in the list before.", [.init("list", .list(.dynamic))],
    example: ("distinct([\"a\", \"b\", \"a\"])", "[\"a\", \"b\"]"), type: { arguments throws(FunctionError) in arguments[0].type }
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.areWhollyKnown else { return .unknown(arguments[0].type) }
    var kept: [Value] = []
    var keys: Set<LookupKey> = []
    for element in arguments[0].elements ?? [] {
      if let key = element.lookupKey, keys.insert(key).inserted { kept.append(element) }
    }
    return .list(of: arguments[0].elementType ?? .dynamic, kept)
  }

  static let flatten = Function(
    "flatten", "Puts the elements of nested lists into one list.", [.init("list", .dynamic, allowsMarked: true)],
    example: ("flatten([[\"a\", \"b\"], [], [\"c\"]])", "[\"a\", \"b\", \"c\"]"),
    type: { arguments throws(FunctionError) in
      switch arguments[0].type {
      case .list, .set, .tuple: break
      case .dynamic, .string, .number, .bool, .map, .object:
        throw FunctionError("only lists, sets and tuples can be flattened, not \(arguments[0].type)", argument: 0)
      }
      // What is known says its type by itself.
      return .dynamic
    }
  ) { (arguments, _) throws(FunctionError) in
    var flattener = Flattener()
    flattener.add(arguments[0])
    try checkCount(flattener.elements.count)
    let result: Value = flattener.isComplete ? .tuple(flattener.elements) : .unknown(.dynamic)
    return result.withMarks(flattener.marks)
  }

  /// Collects the elements of nested sequences.
  private struct Flattener {
    var elements: [Value] = []
    var marks: Marks = []
    /// Whether everything that may be a sequence is known.
    var isComplete = true

    mutating func add(_ sequence: Value) {
      marks.formUnion(sequence.marks)
      guard sequence.knownCount != nil else {
        isComplete = false
        return
      }
      for element in sequence.elements ?? [] {
        if element.elements != nil {
          add(element)
          continue
        }
        if case .unknown(let type, _) = element.content {
          switch type {
          case .dynamic, .list, .set, .tuple:
            isComplete = false
            marks.formUnion(element.marks)
            continue
          case .string, .number, .bool, .map, .object: break
          }
        }
        elements.append(element)
      }
    }
  }

  static let matchkeys = Function(
    "matchkeys", "Gives the values whose keys are in a set.",
    [.init("values", .list(.dynamic)), .init("keys", .list(.dynamic)), .init("searchset", .list(.dynamic))],
    example: ("matchkeys([\"i-123\", \"i-abc\"], [\"us-west\", \"us-east\"], [\"us-east\"])", "[\"i-abc\"]"),
    type: { arguments throws(FunctionError) in
      guard [arguments[1].type, arguments[2].type].unified != nil else {
        throw FunctionError("keys and searchset must have types that unify", argument: 1)
      }
      return arguments[0].type
    }
  ) { (arguments, _) throws(FunctionError) in
    guard let type = [arguments[1].type, arguments[2].type].unified else {
      throw FunctionError("keys and searchset must have types that unify", argument: 1)
    }
    let values = arguments[0].elements ?? []
    let keys = try arguments[1].converted(to: type, argument: 1).elements ?? []
    let search = try arguments[2].converted(to: type, argument: 2).elements ?? []
    guard values.count == keys.count else {
      throw FunctionError(
        "there are \(values.count) values but \(keys.count) keys; one key is required for each value", argument: 1)
    }
    var found: [Value] = []
    if arguments[1].isWhollyKnown, arguments[2].isWhollyKnown {
      let wanted = Set(search.compactMap(\.lookupKey))
      for (value, key) in zip(values, keys) {
        if let key = key.lookupKey, wanted.contains(key) { found.append(value) }
      }
      return .list(of: arguments[0].elementType ?? .dynamic, found)
    }
    let (comparisons, overflow) = keys.count.multipliedReportingOverflow(by: search.count)
    guard !overflow, comparisons <= FunctionLimit.comparisons else {
      throw FunctionError("more than \(FunctionLimit.comparisons) comparisons of values that are not known would be needed")
    }
    for (value, key) in zip(values, keys) {
      for wanted in search {
        guard let isEqual = key.equals(wanted).boolValue else { return .unknown(arguments[0].type) }
        if isEqual {
          found.append(value)
          break
        }
      }
    }
    return .list(of: arguments[0].elementType ?? .dynamic, found)
  }

  static let range = Function(
    "range", "Gives a sequence of numbers: to a limit, from a start to a limit, or in steps.", [],
    variadic: .init("params", .number),
    example: ("range(1, 8, 2)", "[1, 3, 5, 7]"), returns: .list(.number)
  ) { (arguments, _) throws(FunctionError) in
    guard (1...3).contains(arguments.count) else { throw FunctionError("one, two or three numbers are required") }
    let start = arguments.count == 1 ? Number(0) : try arguments.number(0)
    let end = try arguments.number(arguments.count == 1 ? 0 : 1)
    let step = arguments.count == 3 ? try arguments.number(2) : Number(end < start ? -1 : 1)
    guard !step.isZero else { throw FunctionError("the step must not be zero") }
    guard step.isNegative ? end <= start : end >= start else {
      throw FunctionError("the limit lies on the other side of the start than the step leads to", argument: 1)
    }
    var numbers: [Value] = []
    var next = start
    while step.isNegative ? next > end : next < end {
      guard numbers.count < FunctionLimit.rangeItems else {
        throw FunctionError(
          "the range has more than the limit of \(FunctionLimit.rangeItems) numbers; take a smaller range or a larger step")
      }
      numbers.append(.number(next))
      guard let sum = next + step else { break }
      next = sum
    }
    return .list(of: .number, numbers)
  }

  static let reverse = Function(
    "reverse", "Reverses the order of a list.", [.init("list", .dynamic, allowsMarked: true)],
    example: ("reverse([1, 2, 3])", "[3, 2, 1]"),
    type: { arguments throws(FunctionError) in
      switch arguments[0].type {
      case .tuple(let types): return .tuple(types.reversed())
      case .list(let element), .set(let element): return .list(element)
      case .dynamic, .string, .number, .bool, .map, .object:
        throw FunctionError("only lists and tuples can be reversed, not \(arguments[0].type)", argument: 0)
      }
    }
  ) { (arguments, _) throws(FunctionError) in
    let reversed = Array((arguments[0].elements ?? []).reversed())
    let result: Value = arguments[0].elementType.map { .list(of: $0, reversed) } ?? .tuple(reversed)
    return result.withMarks(arguments[0].marks)
  }

  static let slice = Function(
    "slice", "Gives the elements from a start index up to an end index, which is not included.",
    [.init("list", .dynamic, allowsMarked: true), .init("start_index", .number), .init("end_index", .number)],
    example: ("slice([\"a\", \"b\", \"c\", \"d\"], 1, 3)", "[\"b\", \"c\"]"),
    type: { arguments throws(FunctionError) in
      switch arguments[0].type {
      case .list:
        _ = try sliceRange(arguments)
        return arguments[0].type
      case .tuple(let types):
        guard let range = try sliceRange(arguments) else { return .dynamic }
        return .tuple(Array(types[range]))
      case .set:
        throw FunctionError(
          "the elements of a set have no index; convert it to a list first if their order does not matter", argument: 0)
      case .dynamic, .string, .number, .bool, .map, .object:
        throw FunctionError("a list or tuple is required, not \(arguments[0].type)", argument: 0)
      }
    }
  ) { (arguments, _) throws(FunctionError) in
    guard let range = try sliceRange(arguments), let elements = arguments[0].elements else { return .unknown(.dynamic) }
    let part = Array(elements[range])
    let result: Value = arguments[0].elementType.map { .list(of: $0, part) } ?? .tuple(part)
    return result.withMarks(arguments[0].marks)
  }

  /// The positions to take, checked as far as they are known; nil when one of them is not.
  private static func sliceRange(_ arguments: [Value]) throws(FunctionError) -> Range<Int>? {
    let count = arguments[0].knownCount
    var bounds: [Int] = []
    for position in 1...2 where arguments[position].isKnown {
      let bound = try arguments.integer(position)
      guard bound >= 0 else { throw FunctionError("an index must not be negative", argument: position) }
      if let count, bound > count {
        throw FunctionError("the index \(bound) is greater than the length of the list, which is \(count)", argument: position)
      }
      bounds.append(bound)
    }
    guard bounds.count == 2 else { return nil }
    guard bounds[0] <= bounds[1] else { throw FunctionError("the start index is greater than the end index", argument: 1) }
    return count == nil ? nil : bounds[0]..<bounds[1]
  }

  static let sort = Function(
    "sort", "Sorts strings by their bytes.", [.init("list", .list(.string), allowsUnknown: true)],
    example: ("sort([\"e\", \"d\", \"a\"])", "[\"a\", \"d\", \"e\"]"), returns: .list(.string)
  ) { (arguments, _) throws(FunctionError) in
    guard let elements = arguments[0].elements else {
      // Sorting keeps the length.
      var refinements = Refinements.notNull
      refinements.minimumLength = arguments[0].refinements?.minimumLength
      refinements.maximumLength = arguments[0].refinements?.maximumLength
      return .unknown(.list(.string), refinements)
    }
    guard arguments.areWhollyKnown else { return .list(of: .string, elements.map { _ in .unknown(.string) }) }
    var strings: [String] = []
    for (position, element) in elements.enumerated() {
      guard let text = element.stringValue else {
        throw FunctionError("element \(position) is null; null cannot be sorted", argument: 0)
      }
      strings.append(text)
    }
    return .list(of: .string, strings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .string($0) })
  }
}

/// Refuses to build collections beyond the limit.
func checkCount(_ count: Int) throws(FunctionError) {
  guard count <= FunctionLimit.elements else {
    throw FunctionError("the result would have more than the limit of \(FunctionLimit.elements) elements")
  }
}
