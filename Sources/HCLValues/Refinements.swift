/// Narrowing unknown values. (HCL, "unknown value refinements".)

extension Refinements {
  /// A string that begins with a text; never null.
  public static func prefix(_ text: String) -> Refinements {
    var refinements = Refinements.notNull
    refinements.prefix = text.isEmpty ? nil : text
    return refinements
  }

  /// A collection of a number of elements; never null.
  public static func length(_ range: ClosedRange<Int>) -> Refinements {
    var refinements = Refinements.notNull
    refinements.minimumLength = range.lowerBound
    refinements.maximumLength = range.upperBound
    return refinements
  }

  /// A number between two bounds; never null.
  public static func range(from lower: NumberBound?, to upper: NumberBound?) -> Refinements {
    var refinements = Refinements.notNull
    refinements.lowerBound = lower
    refinements.upperBound = upper
    return refinements
  }

  /// The part of a prefix that stays whatever follows: without the last character, which could combine, unless it is a usual delimiter.
  public static func safePrefix(_ text: String) -> String {
    let normal = normalizedNFC(text)
    guard let last = normal.last else { return normal }
    return delimiters.contains(last) ? normal : String(normal.dropLast())
  }

  private static let delimiters: Set<Character> = Set("-_:;/\\,.(){}|?!~ \t@#$%^&*+\"'")

  /// Those of an unknown value about which both are true; nil when they contradict each other.
  public func merged(with other: Refinements) -> Refinements? {
    var result = self
    result.isNotNull = isNotNull || other.isNotNull
    switch (prefix, other.prefix) {
    case (.some(let a), .some(let b)):
      let (long, short) = a.utf8.count >= b.utf8.count ? (a, b) : (b, a)
      guard long.utf8.starts(with: short.utf8) else { return nil }
      result.prefix = long
    case (.none, .some(let b)): result.prefix = b
    case (_, .none): break
    }
    result.minimumLength = [minimumLength, other.minimumLength].compactMap { $0 }.max()
    result.maximumLength = [maximumLength, other.maximumLength].compactMap { $0 }.min()
    if let low = result.minimumLength, let high = result.maximumLength, low > high { return nil }
    result.lowerBound = Refinements.tighter(lowerBound, other.lowerBound) { $0 > $1 }
    result.upperBound = Refinements.tighter(upperBound, other.upperBound) { $0 < $1 }
    if let low = result.lowerBound, let high = result.upperBound {
      if low.value > high.value { return nil }
      if low.value == high.value, !low.isInclusive || !high.isInclusive { return nil }
    }
    return result
  }

  private static func tighter(
    _ left: NumberBound?, _ right: NumberBound?, by isTighter: (Number, Number) -> Bool
  ) -> NumberBound? {
    guard let left else { return right }
    guard let right else { return left }
    if left.value == right.value { return NumberBound(left.value, isInclusive: left.isInclusive && right.isInclusive) }
    return isTighter(left.value, right.value) ? left : right
  }

  /// Whether all that is said can be said of values of a type. Of a type that is not known everything can.
  func fits(_ type: ValueType) -> Bool {
    let isOfNumbers = lowerBound != nil || upperBound != nil
    let isOfLengths = minimumLength != nil || maximumLength != nil
    switch type {
    case .dynamic: return true
    case .string: return !isOfNumbers && !isOfLengths
    case .number: return prefix == nil && !isOfLengths
    case .list, .set, .map: return prefix == nil && !isOfNumbers
    case .bool, .tuple, .object: return prefix == nil && !isOfNumbers && !isOfLengths
    }
  }

  /// Those that say something about a type; an infinite bound and a length of at least nothing say nothing.
  func applying(to type: ValueType) -> Refinements {
    var result = Refinements()
    switch type {
    case .dynamic: return result
    case .string: result.prefix = prefix?.isEmpty == true ? nil : prefix
    case .number:
      result.lowerBound = lowerBound?.value == .negativeInfinity ? nil : lowerBound
      result.upperBound = upperBound?.value == .infinity ? nil : upperBound
    case .list, .set, .map:
      result.minimumLength = minimumLength == 0 ? nil : minimumLength
      result.maximumLength = maximumLength
    case .bool, .tuple, .object: break
    }
    result.isNotNull = isNotNull
    return result
  }
}

extension Value {
  /// The value with more known of it.
  ///
  /// - Returns: an unknown value, or a known one when only one is left: a range of one number, an empty collection, a list of one length
  ///   whose elements are unknown. A known value as it is. Nil when it contradicts what is known, or cannot be said of its type.
  public func refined(by more: Refinements) -> Value? {
    guard case .unknown(let type, let own) = content else { return more.admits(self) ? self : nil }
    guard more.fits(type), let merged = own.merged(with: more.applying(to: type)) else { return nil }
    return Value(Value.content(type, merged), marks: marks, origin: origin)
  }

  private static func content(_ type: ValueType, _ refinements: Refinements) -> Content {
    let unknown = Content.unknown(type, refinements)
    guard refinements.isNotNull else { return unknown }
    if let low = refinements.lowerBound, let high = refinements.upperBound, low.value == high.value { return .number(low.value) }
    guard let maximum = refinements.maximumLength else { return unknown }
    let isExact = maximum == refinements.minimumLength ?? 0
    switch type {
    case .list(let element) where isExact && maximum <= 1024:
      return .list(element: element, Array(repeating: .unknown(element), count: maximum))
    case .set(let element) where isExact && maximum <= 1:
      return .set(element: element, Array(repeating: .unknown(element), count: maximum))
    case .map(let element) where maximum == 0: return .map(element: element, Attributes())
    case .dynamic, .string, .number, .bool, .list, .set, .map, .tuple, .object: return unknown
    }
  }
}
