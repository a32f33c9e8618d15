/// Functions on sets. (Terraform language, "Collection functions".)

import HCLEvaluation
import HCLValues

enum SetFunctions {
  static let all = [setintersection, setproduct, setsubtract, setunion]

  private static func parameter(_ name: String) -> FunctionParameter {
    FunctionParameter(name, .set(.dynamic), allowsDynamicType: true)
  }

  static let setunion = Function(
    "setunion", "Gives the elements that are in any of the sets.", [parameter("first_set")], variadic: parameter("other_sets"),
    example: ("setunion([\"a\", \"b\"], [\"b\", \"c\"])", "toset([\"a\", \"b\", \"c\"])"),
    type: { arguments throws(FunctionError) in try setType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    let type = try setType(arguments)
    var elements: [Value] = []
    for (position, argument) in arguments.enumerated() {
      elements += try argument.converted(to: type, argument: position).elements ?? []
      try checkCount(elements.count)
    }
    return .set(of: type.element ?? .dynamic, elements)
  }

  static let setintersection = Function(
    "setintersection", "Gives the elements that are in all of the sets.", [parameter("first_set")],
    variadic: parameter("other_sets"),
    example: ("setintersection([\"a\", \"b\"], [\"b\", \"c\"])", "toset([\"b\"])"),
    type: { arguments throws(FunctionError) in try setType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    try reduce(arguments) { $0.contains($1) }
  }

  static let setsubtract = Function(
    "setsubtract", "Gives the elements of the first set that are not in the second one.", [parameter("a"), parameter("b")],
    example: ("setsubtract([\"a\", \"b\", \"c\"], [\"a\", \"c\"])", "toset([\"b\"])"),
    type: { arguments throws(FunctionError) in try setType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    try reduce(arguments) { !$0.contains($1) }
  }

  /// Keeps elements of the first set as the others say. Only known elements can be compared.
  private static func reduce(
    _ arguments: [Value], _ isKept: (_ other: ElementSet, _ element: Value) -> Bool
  ) throws(FunctionError) -> Value {
    let type = try setType(arguments)
    guard arguments.areWhollyKnown else { return .unknown(type) }
    var elements = try arguments[0].converted(to: type, argument: 0).elements ?? []
    for (position, argument) in arguments.enumerated().dropFirst() {
      let other = ElementSet(try argument.converted(to: type, argument: position).elements ?? [])
      elements = elements.filter { isKept(other, $0) }
    }
    return .set(of: type.element ?? .dynamic, elements)
  }

  /// Elements to look up; strings by hash.
  private struct ElementSet {
    private let strings: Set<String>
    private let others: [Value]

    init(_ elements: [Value]) {
      strings = Set(elements.compactMap(\.stringValue))
      others = elements.filter { $0.stringValue == nil }
    }

    func contains(_ element: Value) -> Bool {
      if let text = element.stringValue { return strings.contains(text) }
      return others.contains { $0.equals(element).boolValue == true }
    }
  }

  /// The set of the unified element type; empty sets of no particular type fit any other.
  private static func setType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    var types: [ValueType] = []
    for argument in arguments {
      guard let element = argument.elementType else { return .dynamic }
      if element == .dynamic, argument.elements?.isEmpty ?? false { continue }
      types.append(element)
    }
    if types.isEmpty { return .set(.dynamic) }
    guard let common = types.unified else { throw FunctionError("the elements of the sets must have types that unify") }
    return .set(common)
  }

  static let setproduct = Function(
    "setproduct", "Gives all combinations of one element of each set.", [],
    variadic: .init("sets", .dynamic, allowsUnknown: true, allowsMarked: true),
    example: ("setproduct([\"a\", \"b\"], [1])", "[[\"a\", 1], [\"b\", 1]]"),
    type: { arguments throws(FunctionError) in try productType(arguments) }
  ) { (arguments, _) throws(FunctionError) in
    let type = try productType(arguments)
    guard case .tuple(let columnTypes)? = type.element else { return .unknown(type) }
    let marks = arguments.reduce(into: Marks()) { $0.formUnion($1.marks) }
    let isList = if case .list = type { true } else { false }
    func collection(_ elements: [Value]) -> Value {
      isList ? .list(of: .tuple(columnTypes), elements) : .set(of: .tuple(columnTypes), elements)
    }
    if arguments.contains(where: { $0.knownCount == 0 }) { return collection([]).withMarks(marks) }
    guard arguments.allSatisfy({ $0.isKnown && $0.knownCount != nil }) else {
      return unknownProduct(arguments, type).withMarks(marks)
    }
    var rows: [[Value]] = [[]]
    for (position, argument) in arguments.enumerated() {
      var column: [Value] = []
      for element in argument.elements ?? [] {
        column.append(try element.converted(to: columnTypes[position], argument: position))
      }
      let (total, overflow) = rows.count.multipliedReportingOverflow(by: column.count)
      guard !overflow else { throw FunctionError("the product is too large") }
      try checkCount(total)
      rows = rows.flatMap { row in column.map { row + [$0] } }
    }
    return collection(rows.map { .tuple($0) }).withMarks(marks)
  }

  /// An unknown product, with what the numbers of elements say about its own.
  private static func unknownProduct(_ arguments: [Value], _ type: ValueType) -> Value {
    var refinements = Refinements.notNull
    var greatest = 1
    var isBounded = true
    for argument in arguments {
      let (product, overflow) = greatest.multipliedReportingOverflow(by: argument.countBounds.greatest)
      greatest = product
      // The reference keeps no bounds beyond this, nor for a set with elements that may turn out to be equal.
      if overflow || product > 2_048 || argument.isKnown && argument.knownCount == nil { isBounded = false }
      if !isBounded { break }
    }
    if isBounded {
      refinements.minimumLength = 1
      refinements.maximumLength = greatest
    }
    return .unknown(type, refinements)
  }

  private static func productType(_ arguments: [Value]) throws(FunctionError) -> ValueType {
    guard arguments.count >= 2 else { throw FunctionError("at least two sets are required") }
    var types: [ValueType] = []
    var hasSet = false
    for (position, argument) in arguments.enumerated() {
      switch argument.type {
      case .list(let element): types.append(element)
      case .set(let element):
        types.append(element)
        hasSet = true
      case .tuple(let elements):
        guard let common = elements.isEmpty ? .dynamic : elements.unified else {
          throw FunctionError("the elements must have types that unify", argument: position)
        }
        types.append(common)
      case .dynamic, .string, .number, .bool, .map, .object:
        throw FunctionError("a set or list is required, not \(argument.type)", argument: position)
      }
    }
    return hasSet ? .set(.tuple(types)) : .list(.tuple(types))
  }
}
