import HCLValues

extension TextCursor {
  /// An attribute type: `string`, `list(T)`, `{name:T,…}` …; moves past it.
  ///
  /// A collection of `dynamic` reads as `dynamic`: provider schemas have no collection whose elements differ in type, the sources of the
  /// text write a wholly dynamic attribute that way. Nesting below 64 levels reads as `dynamic` too.
  mutating func takeValueType(depth: Int = 0) -> ValueType {
    guard depth < 64 else { return .dynamic }
    if skip(UInt8(ascii: "{")) {
      var attributes: [ObjectType.Attribute] = []
      while !isAtEnd, !skip(UInt8(ascii: "}")) {
        let name = text(take { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "}") })
        guard skip(UInt8(ascii: ":")) else { break }
        attributes.append(.init(name: name, type: takeValueType(depth: depth + 1)))
        _ = skip(UInt8(ascii: ","))
      }
      return .object(ObjectType(attributes))
    }
    let word = take { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard skip(UInt8(ascii: "(")) else {
      switch true {
      case isEqual(word, "string"): return .string
      case isEqual(word, "number"): return .number
      case isEqual(word, "bool"): return .bool
      default:
        // Moves past what is no type, so that a list of attributes ends.
        if word.isEmpty { advance() }
        return .dynamic
      }
    }
    let element = takeValueType(depth: depth + 1)
    _ = skip(UInt8(ascii: ")"))
    if case .dynamic = element { return .dynamic }
    switch true {
    case isEqual(word, "list"): return .list(element)
    case isEqual(word, "set"): return .set(element)
    case isEqual(word, "map"): return .map(element)
    default: return .dynamic
    }
  }
}
