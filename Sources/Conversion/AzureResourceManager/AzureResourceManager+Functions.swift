import Documents
import HCLValues

/// Terraform's functions in those of templates. (ARM template documentation, "ARM template functions"; Terraform, "Built-in functions".)
extension AzureResourceManagerTarget {
  /// Functions with the same arguments on both sides.
  private static let sameArguments: [String: String] = [
    "lower": "toLower", "upper": "toUpper", "replace": "replace", "trimspace": "trim", "length": "length", "merge": "union", "base64encode": "base64",
    "base64decode": "base64ToString", "startswith": "startsWith", "endswith": "endsWith", "urlencode": "uriComponent", "setunion": "union",
    "setintersection": "intersection", "keys": "objectKeys", "jsondecode": "json", "jsonencode": "string",
  ]

  func call(
    _ name: String, _ arguments: [Value], _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    if let function = Self.function(name, arguments) {
      var documents: [Document] = []
      for argument in arguments { documents.append(try converter.expression(argument, to: .any)) }
      return TemplateExpression.function(function, documents)
    }
    switch (name, arguments.count) {
    case ("join", 2), ("split", 2):
      let documents = [try converter.expression(arguments[1], to: .any), try converter.expression(arguments[0], to: .text)]
      return TemplateExpression.function(name, documents)
    case ("concat", _):
      if arguments.allSatisfy({ $0.elements != nil }) {
        var documents: [Document] = []
        for one in arguments.flatMap({ $0.elements ?? [] }) { documents.append(try converter.expression(one, to: shape.element ?? .any)) }
        return .array(documents)
      }
      var documents: [Document] = []
      for argument in arguments { documents.append(try converter.expression(argument, to: shape.element == nil ? .any : shape)) }
      return TemplateExpression.function("concat", documents)
    case ("compact", 1), ("flatten", 1): return try converter.expression(arguments[0], to: shape)
    case ("one", 1):
      if let only = arguments[0].elements?.first { return try converter.expression(only, to: shape) }
      return TemplateExpression.function("first", [try converter.expression(arguments[0], to: .any)])
    case ("element", 2): return try converter.expression(.symbolic(.index(arguments[0], key: arguments[1])), to: shape)
    case ("coalesce", 1...), ("try", 1...):
      var documents: [Document] = []
      for argument in arguments where !argument.isNull { documents.append(try converter.expression(argument, to: shape)) }
      // Parameters without a value are empty, so the first that is not counts.
      guard name == "coalesce", let last = documents.popLast() else { return documents.first ?? .null }
      return documents.reversed().reduce(last) { rest, document in
        TemplateExpression.function("if", [TemplateExpression.function("empty", [document]), rest, document])
      }
    case ("lookup", 2...3): return try lookup(arguments, to: shape, in: &converter)
    case ("contains", 2):
      return TemplateExpression.function("contains", [try converter.expression(arguments[0], to: .any), try converter.expression(arguments[1], to: .any)])
    case ("format", 1...): return try format(arguments, in: &converter)
    case ("substr", 3):
      let text = try converter.expression(arguments[0], to: .text)
      let start = try converter.expression(arguments[1], to: .integer)
      if arguments[2].scalarText == "-1" { return TemplateExpression.function("substring", [text, start]) }
      // Terraform takes what is there; `substring` wants all of it.
      if arguments[1].scalarText == "0" { return TemplateExpression.function("take", [text, try converter.expression(arguments[2], to: .integer)]) }
      return TemplateExpression.function("take", [TemplateExpression.function("skip", [text, start]), try converter.expression(arguments[2], to: .integer)])
    case ("range", 1): return TemplateExpression.function("range", [.number("0"), try converter.expression(arguments[0], to: .integer)])
    case ("cidrhost", 2): return TemplateExpression.function("cidrHost", [try converter.expression(arguments[0], to: .text), try converter.expression(arguments[1], to: .integer)])
    case ("cidrsubnet", 3):
      // Terraform adds bits to the prefix, a template states its length.
      let network = try converter.expression(arguments[0], to: .text)
      let text = TemplateExpression.text(of: network)
      let bits = TemplateExpression.text(of: try converter.expression(arguments[1], to: .integer))
      let length = TemplateExpression.expression("add(int(last(split(\(text), '/'))), \(bits))")
      return TemplateExpression.function("cidrSubnet", [network, length, try converter.expression(arguments[2], to: .integer)])
    case ("identity_keys", 1): return try identityKeys(arguments[0], in: &converter)
    case ("subscription_role", 1):
      guard let id = arguments[0].stringValue else { break }
      return TemplateExpression.expression("subscriptionResourceId('Microsoft.Authorization/roleDefinitions', \(TemplateExpression.quoted(id)))")
    default: break
    }
    throw ConversionLoss("templates have no function for \(describe(.symbolic(origin)))")
  }

  private static func function(_ name: String, _ arguments: [Value]) -> String? {
    switch (name, arguments.count) {
    case ("min", 1...), ("max", 1...): return name
    case ("replace", 3):
      // `/…/` is a regular expression.
      guard let pattern = arguments[1].stringValue else { return nil }
      return pattern.hasPrefix("/") && pattern.hasSuffix("/") && pattern.utf8.count > 1 ? nil : "replace"
    default: return sameArguments[name]
    }
  }

  private func lookup(_ arguments: [Value], to shape: OutputShape, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    let table = TemplateExpression.text(of: try converter.expression(arguments[0], to: .any))
    let key = TemplateExpression.text(of: try converter.expression(arguments[1], to: .text))
    guard arguments.count == 3 else { return TemplateExpression.expression("\(table)[\(key)]") }
    let otherwise = TemplateExpression.text(of: arguments[2].isNull ? .null : try converter.expression(arguments[2], to: shape))
    return TemplateExpression.expression("if(contains(\(table), \(key)), \(table)[\(key)], \(otherwise))")
  }

  /// `%s`, `%d`, `%v`, and digits filled up with zeros.
  private func format(_ arguments: [Value], in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    guard let layout = arguments[0].stringValue else { throw ConversionLoss("the layout of `format` is only known at deployment") }
    var parts: [Document] = []
    var text = ""
    var next = 1
    var characters = layout[...]
    while let character = characters.popFirst() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      var width = ""
      while let digit = characters.first, digit.isNumber { width.append(characters.removeFirst()) }
      let verb = characters.popFirst()
      if verb == "%", width.isEmpty {
        text.append("%")
        continue
      }
      guard verb == "s" || verb == "d" || verb == "v", width.isEmpty || width.hasPrefix("0") && verb == "d", arguments.indices.contains(next) else {
        throw ConversionLoss("templates cannot lay out text as `\(layout)` says")
      }
      var argument = try converter.expression(arguments[next], to: .text)
      if let count = Int(width), count > 0 { argument = TemplateExpression.function("padLeft", [argument, .integer(count), "0"]) }
      next += 1
      parts += [.string(text), argument]
      text = ""
    }
    return concatenation(of: parts + [.string(text)])
  }

  /// The IDs of identities as the keys of an object.
  private func identityKeys(_ value: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    guard let elements = value.elements else {
      let list = TemplateExpression.text(of: try converter.expression(value, to: .any))
      return TemplateExpression.expression("toObject(\(list), lambda('id', lambdaVariables('id')), lambda('id', createObject()))")
    }
    var object = DocumentObject()
    for element in elements { object[TemplateExpression.key(try converter.expression(element, to: .text))] = .object(DocumentObject()) }
    return .object(object)
  }
}
