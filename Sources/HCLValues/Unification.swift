/// Finding one type for several values. (HCL specification, "Type Unification".)

extension ValueType {
  /// The most general of several types, to which all of them convert.
  ///
  /// - Parameter isUnsafe: whether conversions count that fail for some values, such as from string to number.
  /// - Returns: nil when there is none, or no type at all. Collections and structures together with an unknown type give `dynamic`.
  public static func unify(_ types: [ValueType], isUnsafe: Bool = true) -> ValueType? {
    guard let first = types.first else { return nil }
    var seen: Set<ValueType> = [first]
    let distinct = [first] + types.dropFirst().filter { seen.insert($0).inserted }
    if distinct.count == 1 { return first }

    let kinds = Kinds(distinct)
    let count = distinct.count - kinds.dynamic
    if kinds.map > 0, kinds.map == count {
      return kinds.dynamic > 0 ? .dynamic : unifyElements(distinct, isUnsafe).map(ValueType.map)
    }
    if kinds.map > 0, kinds.map + kinds.object == count {
      if let type = unifyStructures(distinct, isUnsafe, where: \.isObject, as: mapOfAttributes), case .map = type { return type }
    } else if kinds.list > 0, kinds.list == count {
      return kinds.dynamic > 0 ? .dynamic : unifyElements(distinct, isUnsafe).map(ValueType.list)
    } else if kinds.list > 0, kinds.list + kinds.tuple == count {
      if let type = unifyStructures(distinct, isUnsafe, where: \.isTuple, as: listOfElements), case .list = type { return type }
    } else if kinds.set > 0, kinds.set == count {
      return kinds.dynamic > 0 ? .dynamic : unifyElements(distinct, isUnsafe).map(ValueType.set)
    } else if kinds.object > 0, kinds.object == count {
      return kinds.dynamic > 0 ? .dynamic : unifyObjects(distinct, isUnsafe)
    } else if kinds.tuple > 0, kinds.tuple == count {
      return kinds.dynamic > 0 ? .dynamic : unifyTuples(distinct, isUnsafe)
    } else if kinds.object > 0, kinds.tuple > 0 {
      return nil
    }
    return sorted(distinct).first { wanted in
      distinct.allSatisfy { $0 == wanted || $0.canConvert(to: wanted, isUnsafe: isUnsafe) }
    }
  }

  /// How many types there are of each kind that has rules of its own.
  private struct Kinds {
    var map = 0
    var list = 0
    var set = 0
    var object = 0
    var tuple = 0
    var dynamic = 0

    init(_ types: [ValueType]) {
      for type in types {
        switch type {
        case .map: map += 1
        case .list: list += 1
        case .set: set += 1
        case .object: object += 1
        case .tuple: tuple += 1
        case .dynamic: dynamic += 1
        case .string, .number, .bool: break
        }
      }
    }
  }

  /// The type of the elements of a collection.
  public var elementType: ValueType? {
    switch self {
    case .list(let element), .set(let element), .map(let element): element
    case .dynamic, .string, .number, .bool, .tuple, .object: nil
    }
  }

  var isObject: Bool {
    if case .object = self { true } else { false }
  }

  var isTuple: Bool {
    if case .tuple = self { true } else { false }
  }

  private static func unifyElements(_ types: [ValueType], _ isUnsafe: Bool) -> ValueType? {
    unify(types.compactMap(\.elementType), isUnsafe: isUnsafe)
  }

  /// Structures among collections are collections in disguise: they are unified with one another first.
  private static func unifyStructures(
    _ types: [ValueType], _ isUnsafe: Bool, where isStructure: (ValueType) -> Bool,
    as collection: ([ValueType], Bool) -> ValueType?
  ) -> ValueType? {
    guard let common = collection(types.filter(isStructure), isUnsafe) else { return nil }
    return unify(types.map { isStructure($0) ? common : $0 }, isUnsafe: isUnsafe)
  }

  private static func unifyObjects(_ types: [ValueType], _ isUnsafe: Bool) -> ValueType? {
    let objects = types.compactMap { if case .object(let object) = $0 { object } else { nil } }
    guard let names = objects.first?.attributes.map(\.name) else { return nil }
    guard objects.allSatisfy({ $0.attributes.map(\.name) == names }) else { return mapOfAttributes(types, isUnsafe) }
    var attributes: [ObjectType.Attribute] = []
    for (index, name) in names.enumerated() {
      guard let type = unify(objects.map { $0.attributes[index].type }, isUnsafe: isUnsafe) else { return nil }
      attributes.append(.init(name: name, type: type))
    }
    let result = ValueType.object(ObjectType(sorted: attributes))
    return types.allSatisfy({ $0.canConvert(to: result, isUnsafe: isUnsafe) }) ? result : mapOfAttributes(types, isUnsafe)
  }

  private static func mapOfAttributes(_ types: [ValueType], _ isUnsafe: Bool) -> ValueType? {
    let attributes = types.flatMap { type in
      if case .object(let object) = type { object.attributes.map(\.type) } else { [ValueType]() }
    }
    guard let element = unify(attributes, isUnsafe: isUnsafe) else { return nil }
    let result = ValueType.map(element)
    return types.allSatisfy { $0.canConvert(to: result, isUnsafe: isUnsafe) } ? result : nil
  }

  private static func unifyTuples(_ types: [ValueType], _ isUnsafe: Bool) -> ValueType? {
    let tuples = types.compactMap { if case .tuple(let elements) = $0 { elements } else { nil } }
    guard let count = tuples.first?.count else { return nil }
    guard tuples.allSatisfy({ $0.count == count }) else { return listOfElements(types, isUnsafe) }
    var elements: [ValueType] = []
    for index in 0..<count {
      guard let type = unify(tuples.map { $0[index] }, isUnsafe: isUnsafe) else { return nil }
      elements.append(type)
    }
    let result = ValueType.tuple(elements)
    return types.allSatisfy({ $0.canConvert(to: result, isUnsafe: isUnsafe) }) ? result : listOfElements(types, isUnsafe)
  }

  private static func listOfElements(_ types: [ValueType], _ isUnsafe: Bool) -> ValueType? {
    let elements = types.flatMap { type in if case .tuple(let elements) = type { elements } else { [ValueType]() } }
    guard let element = unify(elements, isUnsafe: isUnsafe) else { return nil }
    let result = ValueType.list(element)
    return types.allSatisfy { $0.canConvert(to: result, isUnsafe: isUnsafe) } ? result : nil
  }

  // MARK: Order

  /// Types with the more general ones first; otherwise in the order in which they came.
  static func sorted(_ types: [ValueType]) -> [ValueType] {
    var followers = [[Int]](repeating: [], count: types.count)
    var waiting = [Int](repeating: 0, count: types.count)
    for left in types.indices {
      for right in types.indices.dropFirst(left + 1) {
        let order = types[left].generality(against: types[right])
        if order < 0 {
          followers[left].append(right)
          waiting[right] += 1
        } else if order > 0 {
          followers[right].append(left)
          waiting[left] += 1
        }
      }
    }
    var queue = types.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < queue.count {
      for follower in followers[queue[next]] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { queue.append(follower) }
      }
      next += 1
    }
    return queue.map { types[$0] }
  }

  /// Less than zero when this type is the better target of conversion, greater when the other one is, zero when neither.
  func generality(against other: ValueType) -> Int {
    switch (self, other) {
    case (.dynamic, .dynamic): return 0
    case (_, .dynamic): return -1
    case (.dynamic, _): return 1
    case (.string, .string): return 0
    case (.string, .number), (.string, .bool): return -1
    case (.number, .string), (.bool, .string): return 1
    case (.list(let a), .list(let b)), (.set(let a), .set(let b)), (.map(let a), .map(let b)): return a.generality(against: b)
    case (.list, .tuple), (.map, .object), (.list, .set), (.tuple, .set): return -1
    case (.tuple, .list), (.object, .map), (.set, .list), (.set, .tuple): return 1
    case (.object(let a), .object(let b)):
      guard a.attributes.map(\.name) == b.attributes.map(\.name) else { return 0 }
      return ValueType.generality(a.attributes.map(\.type), b.attributes.map(\.type))
    case (.tuple(let a), .tuple(let b)): return a.count == b.count ? ValueType.generality(a, b) : 0
    case (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.tuple, _), (.object, _): return 0
    }
  }

  private static func generality(_ left: [ValueType], _ right: [ValueType]) -> Int {
    let orders = zip(left, right).map { $0.generality(against: $1) }
    let isMoreGeneral = orders.contains { $0 < 0 }
    let isLessGeneral = orders.contains { $0 > 0 }
    if isMoreGeneral == isLessGeneral { return 0 }
    return isMoreGeneral ? -1 : 1
  }
}

extension Value {
  /// Brings values to one type.
  ///
  /// - Returns: the type and the values, converted; nil when there is no such type, or a value does not convert. Values of unknown type
  ///   beside collections or structures make all of them unknown.
  public static func unify(_ values: [Value], isUnsafe: Bool = true) -> (type: ValueType, values: [Value])? {
    let types = values.map(\.type)
    guard let type = ValueType.unify(types, isUnsafe: isUnsafe) else { return nil }
    if type == .dynamic {
      let isMixed = types.contains { !$0.isPrimitive && $0 != .dynamic }
      guard isMixed else { return (type, values) }
      return (type, values.map { Value(.unknown(.dynamic, .none), marks: $0.marks, origin: $0.origin) })
    }
    var converted: [Value] = []
    converted.reserveCapacity(values.count)
    for value in values {
      guard let result = try? value.converted(to: type) else { return nil }
      converted.append(result)
    }
    return (type, converted)
  }
}
