/// A value of the language: null, unknown or known, with its marks and its origin.
///
/// A known value made of literals alone has no origin. Any other remembers where it came from, also when it is known: the reference,
/// or the operation over other values. Equality of values (`==` of the language) is not Swift's: see `Value.equals(_:)`.
public struct Value: Sendable {
  /// What is known of a value.
  public enum Content: Sendable {
    case null(ValueType)
    /// `dynamic` when not even the type is known.
    indirect case unknown(ValueType, Refinements)
    case bool(Bool)
    case number(Number)
    /// NFC.
    case string(String)
    case list(element: ValueType, [Value])
    /// Sorted in the reference's order, without duplicates.
    case set(element: ValueType, [Value])
    case map(element: ValueType, Attributes)
    case tuple([Value])
    case object(Attributes)
  }

  public var content: Content
  public var marks: Marks
  public var origin: Origin?

  @inlinable
  public init(_ content: Content, marks: Marks = [], origin: Origin? = nil) {
    self.content = content
    self.marks = marks
    self.origin = origin
  }
}

/// What a value must not lose on its way: who may see it, how long it lives. (Terraform language, "Sensitive data", "Ephemeral values".)
public struct Marks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Never printed.
  public static let sensitive = Marks(rawValue: 1)
  /// Never stored.
  public static let ephemeral = Marks(rawValue: 2)
  /// Comes from a declaration marked `deprecated`.
  public static let deprecated = Marks(rawValue: 4)
  /// On a collection: it has further elements that are not known (a `dynamic` block with an unknown `for_each`, related resources that
  /// may exist outside of what is in view). Its length is a lower bound; that none of its elements matches is not decided.
  public static let open = Marks(rawValue: 8)
}

/// Values under names, sorted by the bytes of the names; what objects and maps hold.
public struct Attributes: Sendable {
  public private(set) var keys: [String]
  public private(set) var values: [Value]

  public init() {
    keys = []
    values = []
  }

  /// Sorts; the last one of equal names wins.
  @inlinable public init(_ pairs: some Sequence<(String, Value)>) { self.init(unsorted: Array(pairs)) }

  @usableFromInline init(unsorted pairs: [(String, Value)]) {
    keys = []
    values = []
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    // Most come in order already.
    if zip(pairs, pairs.dropFirst()).allSatisfy({ $0.0 < $1.0 }) {
      for (key, value) in pairs {
        keys.append(key)
        values.append(value)
      }
      return
    }
    let order = pairs.indices.sorted { left, right in
      let (first, second) = (pairs[left].0, pairs[right].0)
      return first == second ? left < right : first < second
    }
    for position in order {
      let (key, value) = pairs[position]
      if keys.last == key {
        values[values.count - 1] = value
      } else {
        keys.append(key)
        values.append(value)
      }
    }
  }

  /// Takes keys that are already sorted and unique, as those of another `Attributes` are.
  public init(sortedKeys: [String], values: [Value]) {
    precondition(sortedKeys.count == values.count, "one value for each key")
    keys = sortedKeys
    self.values = values
  }

  @inlinable public var count: Int { keys.count }
  @inlinable public var isEmpty: Bool { keys.isEmpty }

  /// The position of a name, or where it would be inserted.
  public func position(of key: String) -> (index: Int, isPresent: Bool) {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return (low, low < keys.count && keys[low] == key)
  }

  public subscript(key: String) -> Value? {
    get {
      let (index, isPresent) = position(of: key)
      return isPresent ? values[index] : nil
    }
    set {
      let (index, isPresent) = position(of: key)
      switch (isPresent, newValue) {
      case (true, .some(let value)): values[index] = value
      case (true, .none):
        keys.remove(at: index)
        values.remove(at: index)
      case (false, .some(let value)):
        keys.insert(key, at: index)
        values.insert(value, at: index)
      case (false, .none): break
      }
    }
  }

  /// Keys with their values, in order.
  public var pairs: Zip2Sequence<[String], [Value]> { zip(keys, values) }

  public func mapValues(_ transform: (Value) throws -> Value) rethrows -> Attributes {
    Attributes(sortedKeys: keys, values: try values.map(transform))
  }
}

/// What is known of an unknown value beside its type. (HCL, "unknown value refinements".)
public struct Refinements: Hashable, Sendable {
  /// Never null.
  public var isNotNull = false
  /// A known prefix of an unknown string.
  public var prefix: String?
  /// The least and greatest number of elements of an unknown collection.
  public var minimumLength: Int?
  public var maximumLength: Int?
  /// Bounds of an unknown number.
  public var lowerBound: NumberBound?
  public var upperBound: NumberBound?

  public init() {}

  public static let none = Refinements()
  public static let notNull: Refinements = {
    var refinements = Refinements()
    refinements.isNotNull = true
    return refinements
  }()
}

/// One end of a range of numbers.
public struct NumberBound: Hashable, Sendable {
  public var value: Number
  public var isInclusive: Bool

  public init(_ value: Number, isInclusive: Bool) {
    self.value = value
    self.isInclusive = isInclusive
  }
}
