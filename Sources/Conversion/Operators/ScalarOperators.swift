import HCLValues

/// Operators over single values.
extension Operator {
  static let scalarOperators: [Operator] = [
    enumeration("enum"),
    Operator("not", forward: negate, backward: negate),
    Operator(
      "text", forward: toText,
      backward: { value, _ in
        if case .call("tostring", let arguments)? = value.symbolicOrigin, let argument = arguments.first { return argument }
        return value
      }),
    Operator("number", forward: toNumber, backward: toText),
    Operator("boolean", forward: toBool, backward: toText),
    Operator(
      "upper", forward: { value, _ throws(ConversionLoss) in try known(value, "upper") { $0.uppercased() } },
      backward: { value, _ throws(ConversionLoss) in try known(value, "lower") { $0.lowercased() } }),
    Operator(
      "lower", forward: { value, _ throws(ConversionLoss) in try known(value, "lower") { $0.lowercased() } },
      backward: { value, _ throws(ConversionLoss) in try known(value, "upper") { $0.uppercased() } }),
    affix("prefix", adds: true, inFront: true),
    affix("suffix", adds: true, inFront: false),
    affix("strip_prefix", adds: false, inFront: true),
    affix("strip_suffix", adds: false, inFront: false),
    Operator(
      "scale", arguments: 1...1, forward: { value, arguments throws(ConversionLoss) in try scale(value, arguments, inverted: false) },
      backward: { value, arguments throws(ConversionLoss) in try scale(value, arguments, inverted: true) }),
  ]

  /// A table of values; also what `policy` uses.
  static func enumeration(_ name: String) -> Operator {
    Operator(
      name, arguments: 1...1,
      forward: { value, arguments throws(ConversionLoss) in
        let entries = try entries(arguments)
        guard let text = value.scalarText else { return try chosenAtDeployment(value, entries) }
        guard let entry = entries.first(where: { $0.key == text }) else { return value }
        guard let literal = entry.value.literal else { throw ConversionLoss("the mapping has no literal for \"\(text)\"") }
        return literal.isNull ? nil : literal
      },
      backward: { value, arguments throws(ConversionLoss) in
        guard let entry = try entries(arguments).first(where: { $0.value.literal?.isSame(as: value) ?? false }) else { return value }
        switch entry.key {
        case "true": return Value(.bool(true))
        case "false": return Value(.bool(false))
        default: return .string(entry.key)
        }
      })
  }

  /// The table as conditionals over a value that is not known.
  private static func chosenAtDeployment(_ value: Value, _ entries: [MappingExpression.Entry]) throws(ConversionLoss) -> Value {
    guard value.symbolicOrigin != nil, entries.count <= 8 else {
      throw ConversionLoss("a value that is chosen at deployment cannot be translated (\(entries.map(\.key).joined(separator: ", ")))")
    }
    func literal(_ key: String) throws(ConversionLoss) -> Value? {
      guard let entry = entries.first(where: { $0.key == key }) else { return nil }
      guard let literal = entry.value.literal else { throw ConversionLoss("the mapping has no literal for \"\(key)\"") }
      return literal
    }
    if let yes = try literal("true"), let no = try literal("false") {
      return .symbolic(.conditional(test: value, then: yes, otherwise: no))
    }
    var result = value
    for entry in entries.reversed() {
      guard let then = try literal(entry.key) else { continue }
      let test = Value.symbolic(.operation("==", [value, .string(entry.key)]), type: .bool)
      result = .symbolic(.conditional(test: test, then: then, otherwise: result))
    }
    return result
  }

  private static func entries(_ arguments: [MappingExpression]) throws(ConversionLoss) -> [MappingExpression.Entry] {
    guard case .object(let entries)? = arguments.first?.form else { throw ConversionLoss("the mapping's table of values is missing") }
    return entries
  }

  private static let negate: Function = { value, _ throws(ConversionLoss) in
    switch value.scalarText {
    case "true": return Value(.bool(false))
    case "false": return Value(.bool(true))
    default:
      // `!` takes itself away.
      if case .operation("!", let operands)? = value.symbolicOrigin, operands.count == 1 { return operands[0] }
      guard value.symbolicOrigin != nil else { throw ConversionLoss("a bool is required") }
      return .symbolic(.operation("!", [value]), type: .bool)
    }
  }

  private static let toText: Function = { value, _ throws(ConversionLoss) in
    if let text = value.scalarText { return .string(text) }
    if value.symbolicOrigin != nil { return .symbolic(.call("tostring", [value]), type: .string) }
    throw ConversionLoss("a collection cannot be written as text")
  }

  private static let toNumber: Function = { value, _ throws(ConversionLoss) in
    if case .number = value.content { return value }
    if let text = value.stringValue {
      guard let number = Number(decimal: text) else { throw ConversionLoss("\"\(text)\" is not a number") }
      return Value(.number(number))
    }
    if value.symbolicOrigin != nil { return .symbolic(.call("tonumber", [value]), type: .number) }
    throw ConversionLoss("a number is required")
  }

  private static let toBool: Function = { value, _ throws(ConversionLoss) in
    switch value.scalarText {
    case "true": return Value(.bool(true))
    case "false": return Value(.bool(false))
    default:
      if value.symbolicOrigin != nil { return .symbolic(.call("tobool", [value]), type: .bool) }
      throw ConversionLoss("a bool is required")
    }
  }

  private static func known(
    _ value: Value, _ function: String, _ change: (String) -> String
  ) throws(ConversionLoss) -> Value {
    guard let text = value.stringValue else { throw ConversionLoss("`\(function)` of a value that is only known at deployment") }
    return .string(change(text))
  }

  private static func affix(_ name: String, adds: Bool, inFront: Bool) -> Operator {
    @Sendable func add(_ value: Value, _ arguments: [MappingExpression]) throws(ConversionLoss) -> Value? {
      let affix = try text(arguments, 0, of: name)
      if let text = value.scalarText { return .string(inFront ? affix + text : text + affix) }
      guard value.symbolicOrigin != nil else { throw ConversionLoss("a collection is not text") }
      return .symbolic(.template(inFront ? [.string(affix), value] : [value, .string(affix)]), type: .string)
    }
    @Sendable func remove(_ value: Value, _ arguments: [MappingExpression]) throws(ConversionLoss) -> Value? {
      let affix = try text(arguments, 0, of: name)
      if let text = value.scalarText {
        if inFront, text.hasPrefix(affix) { return .string(String(text.dropFirst(affix.count))) }
        if !inFront, text.hasSuffix(affix) { return .string(String(text.dropLast(affix.count))) }
        return .string(text)
      }
      if case .template(var parts)? = value.symbolicOrigin, let end = (inFront ? parts.first : parts.last)?.stringValue {
        // The literal part at that end is shortened; when nothing stays of it, it goes.
        guard inFront ? end.hasPrefix(affix) : end.hasSuffix(affix) else { return value }
        let rest = inFront ? String(end.dropFirst(affix.count)) : String(end.dropLast(affix.count))
        parts.remove(at: inFront ? 0 : parts.count - 1)
        if !rest.isEmpty { parts.insert(.string(rest), at: inFront ? 0 : parts.count) }
        return parts.count == 1 ? parts[0] : .symbolic(.template(parts), type: .string)
      }
      return value
    }
    return Operator(name, arguments: 1...1, forward: adds ? add : remove, backward: adds ? remove : add)
  }

  private static func scale(_ value: Value, _ arguments: [MappingExpression], inverted: Bool) throws(ConversionLoss) -> Value? {
    let factor = try text(arguments, 0, of: "scale").split(separator: "/").compactMap { Int($0) }
    guard let over = factor.first, over > 0, factor.count < 3, factor.last != 0 else { throw ConversionLoss("the mapping's factor is not a number") }
    let under = factor.count == 2 ? factor[1] : 1
    guard let number = value.scalarText.flatMap({ Int($0) }) else {
      throw ConversionLoss("the target counts in another unit, and the value is not a known whole number")
    }
    let (product, overflow) = number.multipliedReportingOverflow(by: inverted ? under : over)
    let divisor = inverted ? over : under
    guard !overflow, divisor > 0, product % divisor == 0 else {
      throw ConversionLoss("\(number) is not a whole number in the target's unit")
    }
    return Number(decimal: String(product / divisor)).map { Value(.number($0)) }
  }

  /// A literal argument of an operator, as text.
  static func text(_ arguments: [MappingExpression], _ index: Int, of name: String) throws(ConversionLoss) -> String {
    guard arguments.indices.contains(index), let text = arguments[index].text else {
      throw ConversionLoss("the mapping's argument of \(name) is not a literal")
    }
    return text
  }
}
