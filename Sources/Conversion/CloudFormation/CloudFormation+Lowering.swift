import Documents
import HCLValues
import TerraformModel

/// Symbolic values in CloudFormation's intrinsic functions.
extension CloudFormationTarget {
  public func lower(
    _ value: Value, _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    switch origin {
    case .reference(let address, let path): return try converter.reference(address, path, to: shape)
    case .data(let address, let path): return try data(address, path, to: shape, in: &converter)
    case .variable(let name): return try variable(name, at: AttributePath(), to: shape, in: &converter)
    case .template(let parts):
      var documents: [Document] = []
      for part in parts { documents.append(try converter.expression(part, to: .text)) }
      return concatenation(of: documents)
    case .call(let name, let arguments): return try call(name, arguments, origin, to: shape, in: &converter)
    case .conditional(let test, let then, let otherwise):
      let name = try condition(named: test, in: &converter)
      converter.state.assumed.append(name)
      defer { converter.state.assumed.removeAll { $0 == name } }
      let first = try branch(then, shape, &converter)
      converter.state.assumed.removeAll { $0 == name }
      return Self.function("Fn::If", [.string(name), first, try branch(otherwise, shape, &converter)])
    case .index(let collection, let key): return try index(collection, key, to: shape, in: &converter)
    case .attribute(let object, let name):
      if let (variable, path) = variablePath(value) { return try self.variable(variable, at: path, to: shape, in: &converter) }
      if let member = object.attributes?[name] { return try converter.expression(member, to: shape) }
      if let origin = object.symbolicOrigin {
        switch origin {
        case .conditional, .call("merge", _): return try index(object, .string(name), to: shape, in: &converter)
        default: break
        }
      }
      throw ConversionLoss("CloudFormation cannot take `\(name)` out of \(describe(object))")
    case .operation:
      // A test as a value: text that says how it came out.
      let name = try condition(named: value, in: &converter)
      return Self.function("Fn::If", [.string(name), "true", "false"])
    case .workspace: return Self.ref(workspaceParameter(in: &converter))
    case .moduleOutput(let module, let name): throw ConversionLoss("the code of \(module) is not in view, so its output \(name) is not known")
    case .opaque(let reason, let source): throw ConversionLoss("`\(source)` cannot be carried: \(reason)")
    case .splat, .forExpression, .instanceKey:
      throw ConversionLoss("CloudFormation has no function for \(describe(value))")
    }
  }

  private func branch(_ value: Value, _ shape: OutputShape, _ converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    value.isNull ? Self.noValue : try converter.expression(value, to: shape)
  }

  // MARK: Variables

  static let regionNote = "the stack's region, which a template reads as AWS::Region"

  /// A root variable: a parameter, the stack's region, or (where templates have no parameter of that type) its value.
  private func variable(
    _ name: String, at path: AttributePath, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    if path.isEmpty, converter.state.regionVariables.contains(name) {
      converter.note(variable: name, Self.regionNote)
      return Self.ref("AWS::Region")
    }
    guard let variable = converter.graph.variables.first(where: { $0.name == name }) else { throw ConversionLoss("var.\(name) is not declared") }
    if path.isEmpty, let parameter = try parameter(for: variable, in: &converter) { return Self.ref(parameter) }
    // Elements of a list stay a parameter.
    if path.steps.count == 1, case .index(let index) = path.steps[0], let parameter = try parameter(for: variable, in: &converter) {
      return Self.function("Fn::Select", [.integer(index), Self.ref(parameter)])
    }
    guard var value = variable.givenValue ?? variable.defaultValue else {
      throw ConversionLoss("a template has no parameter of the type of var.\(name), and no value is given for it")
    }
    guard !variable.isSensitive else { throw ConversionLoss("var.\(name) is sensitive, and a template has no parameter of its type") }
    for step in path.steps {
      switch step {
      case .attribute(let key): value = value.attributes?[key] ?? Value(.null(.dynamic))
      case .index(let index):
        let elements = value.elements ?? []
        value = elements.indices.contains(index) ? elements[index] : Value(.null(.dynamic))
      case .splat: throw ConversionLoss("a template has no parameter of the type of var.\(name)")
      }
    }
    converter.note(variable: name, "its value is fixed: a template has no parameter of its type")
    return try converter.expression(value, to: shape)
  }

  /// The variable and the path below it, when a value is nothing but that.
  private func variablePath(_ value: Value) -> (name: String, path: AttributePath)? {
    switch value.origin {
    case .variable(let name)?: return (name, AttributePath())
    case .attribute(let inner, let name)?:
      return variablePath(inner).map { ($0.name, $0.path.appending(.attribute(name))) }
    case .index(let inner, let key)?:
      guard let (name, path) = variablePath(inner) else { return nil }
      if case .number(let number) = key.content, let index = number.exactInt { return (name, path.appending(.index(index))) }
      return key.stringValue.map { (name, path.appending(.attribute($0))) }
    default: return nil
    }
  }

  // MARK: Index

  private func index(
    _ collection: Value, _ key: Value, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    if let (name, path) = variablePath(.symbolic(.index(collection, key: key))) { return try variable(name, at: path, to: shape, in: &converter) }
    if let members = collection.attributes {
      if let text = key.stringValue, let member = members[text] { return try converter.expression(member, to: shape) }
      return try lookup(members, key, in: &converter)
    }
    // An element of either branch, and of the last map that has it.
    if case .conditional(let test, let then, let otherwise)? = collection.symbolicOrigin {
      let branches = (Value.symbolic(.index(then, key: key)), Value.symbolic(.index(otherwise, key: key)))
      return try converter.expression(.symbolic(.conditional(test: test, then: branches.0, otherwise: branches.1)), to: shape)
    }
    if case .call("merge", let maps)? = collection.symbolicOrigin, let text = key.stringValue {
      for map in maps.reversed() {
        guard let members = map.attributes else { break }
        if let member = members[text] { return try converter.expression(member, to: shape) }
      }
    }
    if let text = key.stringValue { throw ConversionLoss("CloudFormation cannot take `\(text)` out of \(describe(collection))") }
    if let elements = collection.elements, let number = key.scalarText.flatMap({ Int($0) }), elements.indices.contains(number) {
      return try converter.expression(elements[number], to: shape)
    }
    let position = try converter.expression(key, to: .integer)
    return Self.function("Fn::Select", [position, try converter.expression(collection, to: .list(shape))])
  }

  /// A table of texts that a parameter or the region chooses from: `Mappings`.
  private func lookup(_ members: Attributes, _ key: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    let chosen = try converter.expression(key, to: .text)
    guard chosen["Ref"] != nil else { throw ConversionLoss("CloudFormation finds in a table only by a parameter") }
    var table = DocumentObject()
    for (name, value) in members.pairs {
      guard let text = value.scalarText, !name.isEmpty, name.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || Self.isAlphanumeric($0) }) else {
        throw ConversionLoss("a template's table holds texts under names of letters and digits only")
      }
      table[name] = .members([("Value", .string(text))])
    }
    let document = Document.object(table)
    let name: String
    if let known = converter.state.mappings.first(where: { $0.value == document }) {
      name = known.key
    } else {
      name = "Table\(converter.state.mappings.count + 1)"
      converter.state.mappings[name] = document
    }
    return Self.function("Fn::FindInMap", [.string(name), chosen, "Value"])
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  // MARK: Functions

  private func call(
    _ name: String, _ arguments: [Value], _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    switch (name, arguments.count) {
    case ("join", 2):
      if let list = arguments[1].elements {
        var documents: [Document] = []
        for element in list { documents.append(try converter.expression(element, to: .text)) }
        return Self.function("Fn::Join", [try converter.expression(arguments[0], to: .text), .array(documents)])
      }
      return Self.function("Fn::Join", [try converter.expression(arguments[0], to: .text), try converter.expression(arguments[1], to: .list(.text))])
    case ("split", 2):
      return Self.function("Fn::Split", [try converter.expression(arguments[0], to: .text), try converter.expression(arguments[1], to: .text)])
    case ("element", 2): return try index(arguments[0], arguments[1], to: shape, in: &converter)
    case ("base64encode", 1): return .members([("Fn::Base64", try converter.expression(arguments[0], to: .text))])
    case ("jsonencode", 1): return try jsonText(arguments[0], in: &converter)
    case ("concat", _): return try concatenatedList(arguments, to: shape, in: &converter)
    case ("compact", 1), ("flatten", 1), ("one", 1): return try converter.expression(arguments[0], to: shape)
    case ("lookup", 2...3):
      if let members = arguments[0].attributes { return try lookup(members, arguments[1], in: &converter) }
    case ("format", 1...): return try format(arguments, in: &converter)
    case ("cidrsubnet", 3): return try addressRange(arguments, in: &converter)
    case ("artifact_bucket", 1): return Self.ref(artifactParameter(bucketFor: arguments[0], in: &converter))
    case ("artifact_key", 1): return Self.ref(artifactParameter(keyFor: arguments[0], in: &converter))
    case ("contains", 2), ("alltrue", 1), ("anytrue", 1), ("can", 1):
      let test = try condition(named: .symbolic(origin, type: .bool), in: &converter)
      return Self.function("Fn::If", [.string(test), "true", "false"])
    default: break
    }
    throw ConversionLoss("CloudFormation has no function for \(describe(.symbolic(origin)))")
  }

  /// `%s`, `%d` and `%v` without widths: texts one behind the other.
  private func format(_ arguments: [Value], in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    guard let template = arguments[0].stringValue else { throw ConversionLoss("the layout of `format` is only known at deployment") }
    var parts: [Document] = []
    var text = ""
    var next = 1
    var characters = template[...]
    while let character = characters.popFirst() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      switch characters.popFirst() {
      case "%": text.append("%")
      case "s", "d", "v":
        guard arguments.indices.contains(next) else { throw ConversionLoss("`format` has too few arguments") }
        parts.append(.string(text))
        text = ""
        parts.append(try converter.expression(arguments[next], to: .text))
        next += 1
      default: throw ConversionLoss("CloudFormation cannot lay out text as `\(template)` says")
      }
    }
    return concatenation(of: (parts + [.string(text)]).filter { $0 != "" })
  }

  /// Lists one behind the other; lists that are not known are joined as text and split again.
  private func concatenatedList(
    _ lists: [Value], to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    let element = shape.element ?? .any
    var documents: [Document] = []
    var isKnown = true
    for list in lists {
      if let elements = list.elements {
        for one in elements { documents.append(try converter.expression(one, to: element)) }
      } else {
        isKnown = false
        documents.append(Self.function("Fn::Join", [",", try converter.expression(list, to: .list(element))]))
      }
    }
    return isKnown ? .array(documents) : Self.function("Fn::Split", [",", Self.function("Fn::Join", [",", .array(documents)])])
  }

  /// `cidrsubnet` of an address range that stays symbolic: the length of its prefix is fixed.
  private func addressRange(_ arguments: [Value], in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    guard let bits = arguments[1].scalarText.flatMap({ Int($0) }), let number = arguments[2].scalarText.flatMap({ Int($0) }),
      (0...255).contains(number), let length = prefixLength(arguments[0], in: &converter), (0...32).contains(length), (0...32 - length).contains(bits)
    else { throw ConversionLoss("CloudFormation divides an address range only with known numbers") }
    let range = try converter.expression(arguments[0], to: .text)
    return Self.function(
      "Fn::Select", [.integer(number), Self.function("Fn::Cidr", [range, .integer(number + 1), .integer(32 - length - bits)])])
  }

  private func prefixLength(_ value: Value, in converter: inout Converter<Self>) -> Int? {
    if let text = value.stringValue { return text.split(separator: "/").last.flatMap { Int($0) } }
    switch value.origin {
    case .variable(let name)?:
      guard let variable = converter.graph.variables.first(where: { $0.name == name }),
        let length = (variable.givenValue ?? variable.defaultValue)?.stringValue?.split(separator: "/").last.flatMap({ Int($0) })
      else { return nil }
      converter.note(variable: name, "the length of its prefix is fixed")
      return length
    case .reference(let address, let path)?:
      guard case .attribute(let name)? = path.steps.first, let configured = converter.graph.resource(at: address)?.values[name] else { return nil }
      return prefixLength(configured, in: &converter)
    default: return nil
    }
  }

  /// JSON text with references inside.
  private func jsonText(_ value: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    var parts: [Document] = []
    try appendJSON(value, to: &parts, in: &converter, depth: 0)
    return concatenation(of: parts)
  }

  private func appendJSON(
    _ value: Value, to parts: inout [Document], in converter: inout Converter<Self>, depth: Int
  ) throws(ConversionLoss) {
    guard depth < 100 else { throw ConversionLoss("the JSON text is nested too deeply") }
    let writer = JSONWriter(.compact, escapesForHTML: true)
    if let known = Document(value) {
      parts.append(.string(writer.write(known)))
      return
    }
    if let elements = value.elements {
      for (index, element) in elements.enumerated() {
        parts.append(.string(index == 0 ? "[" : ","))
        try appendJSON(element, to: &parts, in: &converter, depth: depth + 1)
      }
      parts.append("]")
    } else if let members = value.attributes {
      for (index, (key, member)) in members.pairs.enumerated() {
        parts.append(.string((index == 0 ? "{" : ",") + writer.write(string: key) + ":"))
        try appendJSON(member, to: &parts, in: &converter, depth: depth + 1)
      }
      parts.append("}")
    } else {
      let document = try converter.expression(value, to: .text)
      var isQuoted = true
      if case .unknown(let type, _) = value.content, type == .number || type == .bool { isQuoted = false }
      parts += isQuoted ? ["\"", document, "\""] : [document]
    }
  }

  /// A value as people read it.
  func describe(_ value: Value) -> String { "`\(value.sourceText)`" }
}
