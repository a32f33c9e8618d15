import HCLValues

/// Operators over lists, maps and blocks.
extension Operator {
  static let collectionOperators: [Operator] = [
    Operator(
      "tags", forward: { value, _ throws(ConversionLoss) in try pairs(value, "Key", "Value") },
      backward: { value, _ throws(ConversionLoss) in try map(value, "Key", "Value") }),
    Operator(
      "pairs", arguments: 2...2,
      forward: { value, arguments throws(ConversionLoss) in
        try pairs(value, text(arguments, 0, of: "pairs"), text(arguments, 1, of: "pairs"))
      },
      backward: { value, arguments throws(ConversionLoss) in try map(value, text(arguments, 0, of: "pairs"), text(arguments, 1, of: "pairs")) }),
    Operator(
      "wrap", arguments: 1...1,
      forward: { value, arguments throws(ConversionLoss) in
        let name = try text(arguments, 0, of: "wrap")
        func wrapped(_ element: Value) -> Value { Value(.object(Attributes([(name, element)]))) }
        if let elements = value.elements { return Value(.tuple(elements.map(wrapped))) }
        guard value.isScalarSymbol || value.scalarText != nil else { throw ConversionLoss("the elements of the list are only known at deployment") }
        return wrapped(value)
      },
      backward: { value, arguments throws(ConversionLoss) in
        let name = try text(arguments, 0, of: "wrap")
        func unwrapped(_ element: Value) throws(ConversionLoss) -> Value {
          guard let inner = element.attributes?[name] else { throw ConversionLoss("an element without \(name)") }
          return inner
        }
        guard let elements = value.elements else { return try unwrapped(value) }
        var result: [Value] = []
        for element in elements { result.append(try unwrapped(element)) }
        return Value(.tuple(result))
      }),
    Operator("first", forward: only, backward: { value, _ in Value(.tuple([value])) }),
    Operator("list", forward: { value, _ in Value(.tuple([value])) }, backward: only),
    Operator(
      "split", arguments: 1...1,
      forward: { value, arguments throws(ConversionLoss) in try split(value, text(arguments, 0, of: "split")) },
      backward: { value, arguments throws(ConversionLoss) in try joined(value, text(arguments, 0, of: "split")) }),
    Operator(
      "join", arguments: 1...1, forward: { value, arguments throws(ConversionLoss) in try joined(value, text(arguments, 0, of: "join")) },
      backward: { value, arguments throws(ConversionLoss) in try split(value, text(arguments, 0, of: "join")) }),
    Operator("keyed", arguments: 1...2, forward: keyed, backward: unkeyed),
  ]

  private static func pairs(_ value: Value, _ keyName: String, _ valueName: String) throws(ConversionLoss) -> Value {
    guard let members = value.attributes else { throw ConversionLoss("the keys of the map are only known at deployment") }
    return Value(.tuple(members.pairs.filter { !$0.1.isNull }.map { Value(.object(Attributes([(keyName, .string($0.0)), (valueName, $0.1)]))) }))
  }

  private static func map(_ value: Value, _ keyName: String, _ valueName: String) throws(ConversionLoss) -> Value {
    guard let elements = value.elements else { throw ConversionLoss("a list of \(keyName) and \(valueName) is required") }
    var pairs: [(String, Value)] = []
    for element in elements {
      guard let members = element.attributes, let key = members[keyName]?.scalarText, let value = members[valueName] else {
        throw ConversionLoss("an element without a known \(keyName)")
      }
      pairs.append((key, value))
    }
    return Value(.object(Attributes(pairs)))
  }

  private static let only: Function = { value, _ throws(ConversionLoss) in
    if let elements = value.elements {
      guard elements.count < 2 else { throw ConversionLoss("the target takes one, not \(elements.count)") }
      return elements.first
    }
    guard value.symbolicOrigin != nil, let zero = Number(decimal: "0") else { return value }
    return .symbolic(.index(value, key: Value(.number(zero))))
  }

  private static func split(_ value: Value, _ separator: String) throws(ConversionLoss) -> Value {
    if let text = value.stringValue {
      guard !separator.isEmpty, !text.isEmpty else { return Value(.tuple(text.isEmpty ? [] : [.string(text)])) }
      return Value(.tuple(text.split(separator: separator, omittingEmptySubsequences: false).map { .string(String($0)) }))
    }
    if case .call("join", let arguments)? = value.symbolicOrigin, arguments.count == 2, arguments[0].stringValue == separator { return arguments[1] }
    guard value.symbolicOrigin != nil else { throw ConversionLoss("only text can be split") }
    return .symbolic(.call("split", [.string(separator), value]), type: .list(.string))
  }

  private static func joined(_ value: Value, _ separator: String) throws(ConversionLoss) -> Value {
    if let elements = value.elements {
      let texts = elements.compactMap(\.scalarText)
      if texts.count == elements.count { return .string(texts.joined(separator: separator)) }
    }
    if case .call("split", let arguments)? = value.symbolicOrigin, arguments.count == 2, arguments[0].stringValue == separator { return arguments[1] }
    return .symbolic(.call("join", [.string(separator), value]), type: .string)
  }

  private static let keyed: Function = { value, arguments throws(ConversionLoss) in
    let key = try text(arguments, 0, of: "keyed")
    let only = arguments.count > 1 ? try text(arguments, 1, of: "keyed") : nil
    guard let elements = value.elements else { throw ConversionLoss("the blocks are only known at deployment") }
    var pairs: [(String, Value)] = []
    for element in elements {
      guard var members = element.attributes, let name = members[key]?.scalarText else {
        throw ConversionLoss("the \(key) of a block is only known at deployment, and the target needs it as a key")
      }
      members[key] = nil
      pairs.append((name, only.map { members[$0] ?? Value(.null(.dynamic)) } ?? Value(.object(members))))
    }
    return Value(.object(Attributes(pairs)))
  }

  private static let unkeyed: Function = { value, arguments throws(ConversionLoss) in
    let key = try text(arguments, 0, of: "keyed")
    let only = arguments.count > 1 ? try text(arguments, 1, of: "keyed") : nil
    guard let members = value.attributes else { throw ConversionLoss("an object is required") }
    return Value(
      .tuple(
        members.pairs.map { name, element in
          var attributes = only.map { Attributes([($0, element)]) } ?? element.attributes ?? Attributes()
          attributes[key] = .string(name)
          return Value(.object(attributes))
        }))
  }
}

extension Value {
  /// Unknown, and not a collection as far as one can tell.
  var isScalarSymbol: Bool {
    if case .unknown(let type, _) = content { return !type.isCollection }
    return false
  }
}
