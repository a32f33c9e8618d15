import Documents
import HCLValues

/// From values to documents, led by what the target's member may hold.
extension Converter {
  /// The document for a value; nil when nothing is to be written or, with a loss, when it cannot be.
  mutating func document(for value: Value, rules: [AttributeRule] = [], _ shape: OutputShape) -> Document? {
    do throws(ConversionLoss) {
      return try lowered(value, rules: rules, shape)
    } catch {
      lose(error.reason)
      return nil
    }
  }

  /// The document for a value inside of an expression, where nothing may be left out.
  public mutating func expression(_ value: Value, to shape: OutputShape = .any) throws(ConversionLoss) -> Document {
    guard depth < 200 else { throw ConversionLoss("the expression is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    guard let document = try lowered(value, rules: [], shape) else { throw ConversionLoss("a null value inside of an expression") }
    return document
  }

  private mutating func lowered(_ value: Value, rules: [AttributeRule], _ shape: OutputShape) throws(ConversionLoss) -> Document? {
    if value.isNull { return nil }
    switch shape {
    case .union(let alternatives): return try lowered(value, rules: rules, fitting(value, alternatives))
    case .list(let element): return try list(value, rules: rules, element)
    case .map(let element):
      guard let members = value.attributes else {
        if let elements = value.elements {
          // A block whose attributes are the keys.
          guard elements.count < 2 else { throw ConversionLoss("the target takes one, not \(elements.count)") }
          guard let first = elements.first else { return nil }
          return try lowered(first, rules: rules, shape)
        }
        return try symbolic(value, shape)
      }
      return object(members, rules: rules, element)
    case .object(let object): return try body(value, rules: rules, object)
    case .json, .openObject: return try native(value, shape)
    case .any:
      if value.symbolicOrigin != nil { return try native(value, shape) }
      return plain(value)
    case .text: return try scalar(value, shape) { .string($0) }
    case .integer, .number:
      return try scalar(value, shape) { text throws(ConversionLoss) in
        guard let number = Number(decimal: text) else { throw ConversionLoss("\"\(text)\" is not a number") }
        return .number(number.text)
      }
    case .integerOrText: return try scalar(value, shape) { text in Int(text) == nil ? .string(text) : .number(text) }
    case .boolean:
      return try scalar(value, shape) { text throws(ConversionLoss) in
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: throw ConversionLoss("\"\(text)\" is not a bool")
        }
      }
    }
  }

  /// The alternative of a union that a value fits best.
  private func fitting(_ value: Value, _ alternatives: [OutputShape]) -> OutputShape {
    if holdsJSON(value), let object = alternatives.first(where: { $0.isUndeclaredObject }) { return object }
    let wanted = alternatives.first { alternative in
      switch (value.content, alternative) {
      case (.list, .list), (.set, .list), (.tuple, .list), (.map, .map), (.object, .map), (.map, .object), (.object, .object): true
      case (.string, .text), (.bool, .boolean), (.number, .number), (.number, .integer), (.string, .integerOrText): true
      case (.unknown(let type, _), .list): type.isCollection
      case (.unknown(let type, _), .text): type.isPrimitive
      default: false
      }
    }
    return wanted ?? alternatives.first ?? .any
  }

  /// Whether text is an object or list in disguise.
  private func holdsJSON(_ value: Value) -> Bool {
    if let text = value.stringValue { return parseJSON(text).map { $0.objectValue != nil || $0.arrayValue != nil } ?? false }
    switch value.symbolicOrigin {
    case .call("jsonencode", _)?: return true
    case .data(let address, _)?: return address.type == "aws_iam_policy_document"
    default: return false
    }
  }

  private mutating func scalar(
    _ value: Value, _ shape: OutputShape, _ make: (String) throws(ConversionLoss) -> Document
  ) throws(ConversionLoss) -> Document? {
    if let text = value.scalarText { return try make(text) }
    if let elements = value.elements {
      guard elements.count < 2 else { throw ConversionLoss("the target takes one, not \(elements.count)") }
      guard let first = elements.first else { return nil }
      return try lowered(first, rules: [], shape)
    }
    guard value.symbolicOrigin != nil else { throw ConversionLoss("the target takes a single value, not an object") }
    return try symbolic(value, shape)
  }

  /// A value that is not known, in the target's functions. What leaves the language unchanged is taken away first.
  private mutating func symbolic(_ value: Value, _ shape: OutputShape) throws(ConversionLoss) -> Document {
    guard let origin = value.symbolicOrigin else { throw ConversionLoss("the value does not fit the target's type") }
    if value.origin == nil { throw ConversionLoss(reasonForUnknown()) }
    if case .call(let name, let arguments) = origin, arguments.count == 1,
      ["tostring", "tonumber", "tobool", "tolist", "toset", "tomap", "sensitive", "nonsensitive", "distinct"].contains(name)
    {
      return try expression(arguments[0], to: shape)
    }
    return try target.lower(value, origin, to: shape, in: &self)
  }

  // MARK: Collections

  private mutating func list(_ value: Value, rules: [AttributeRule], _ element: OutputShape) throws(ConversionLoss) -> Document? {
    if let elements = value.elements {
      if value.marks.contains(.open) { lose("a `dynamic` block adds an unknown number of further ones") }
      let outer = path
      var results: [Document] = []
      for (index, one) in elements.enumerated() {
        path = outer.appending(.index(index))
        if let document = document(for: one, rules: rules, element) { results.append(document) }
      }
      path = outer
      return .array(results)
    }
    if let members = value.attributes {
      if rules.isEmpty, let object = element.object, let names = pairNames(of: object, unless: members) {
        return pairs(members, names.key, names.value, object)
      }
      return document(for: value, rules: rules, element).map { .array([$0]) }
    }
    if value.isScalarSymbol, !isUntyped(value) { return .array([try expression(value, to: element)]) }
    if value.symbolicOrigin != nil { return try symbolic(value, .list(element)) }
    return document(for: value, rules: rules, element).map { .array([$0]) }
  }

  private func isUntyped(_ value: Value) -> Bool {
    if case .unknown(.dynamic, _) = value.content { return true }
    return false
  }

  /// The names of key and value when a list of objects is a map in disguise.
  private func pairNames(of object: OutputObject, unless members: Attributes) -> (key: String, value: String)? {
    for (key, value) in [("Key", "Value"), ("Name", "Value"), ("key", "value"), ("name", "value")] {
      guard object.member(key) != nil, object.member(value) != nil else { continue }
      // An object that has these very attributes is an element itself.
      return members[key.lowercased()] != nil && members[value.lowercased()] != nil ? nil : (key, value)
    }
    return nil
  }

  private mutating func pairs(_ members: Attributes, _ key: String, _ value: String, _ object: OutputObject) -> Document {
    let shape = object.member(value)?.shape ?? .text
    let outer = path
    var results: [Document] = []
    for (name, member) in members.pairs {
      path = outer.appending(.attribute(name))
      guard let document = document(for: member, shape) else { continue }
      results.append(.members([(key, .string(name)), (value, document)]))
    }
    path = outer
    return .array(results)
  }

  private mutating func object(_ members: Attributes, rules: [AttributeRule], _ element: OutputShape) -> Document {
    let outer = path
    var result = DocumentObject()
    for (name, member) in members.pairs {
      path = outer.appending(.attribute(name))
      if let document = document(for: member, rules: rules, element) { result[name] = document }
    }
    path = outer
    return .object(result)
  }

  private mutating func body(_ value: Value, rules: [AttributeRule], _ object: OutputObject) throws(ConversionLoss) -> Document? {
    if let members = value.attributes {
      var document = Document.object(DocumentObject())
      let lossCount = report.losses.count
      convert(members, rules: rules, in: object, into: &document)
      // What lost a member that it cannot be without goes as a whole: the loss is said already.
      if report.losses.count > lossCount, object.members.contains(where: { $0.isRequired && !$0.isReadOnly && document[$0.name] == nil }) { return nil }
      return document
    }
    if let elements = value.elements {
      guard elements.count < 2 else { throw ConversionLoss("the target takes one, not \(elements.count)") }
      guard let first = elements.first else { return nil }
      let outer = path
      path = path.appending(.index(0))
      defer { path = outer }
      // A block with nothing in it is written too: `{}` has a meaning.
      return try body(first, rules: rules, object)
    }
    guard value.symbolicOrigin != nil else { throw ConversionLoss("the target takes an object here") }
    return try symbolic(value, .object(object))
  }

  // MARK: Without declared members

  /// An object or list as it is, JSON text parsed.
  private mutating func native(_ value: Value, _ shape: OutputShape) throws(ConversionLoss) -> Document? {
    if let text = value.stringValue {
      if let parsed = parseJSON(text), parsed.objectValue != nil || parsed.arrayValue != nil { return parsed }
      return .string(text)
    }
    if case .call("jsonencode", let arguments)? = value.symbolicOrigin, let argument = arguments.first { return try whole(argument) }
    if value.symbolicOrigin != nil { return try symbolic(value, shape) }
    return plain(value)
  }

  /// A JSON text as an object. A part that is lost would change what the rest means: of a policy its statement goes, of anything
  /// else the whole.
  mutating func whole(_ value: Value) throws(ConversionLoss) -> Document? {
    let lossCount = report.losses.count
    guard let policy = value.attributes, let statements = policy["Statement"]?.elements, policy["Version"] != nil else {
      let document = plain(value)
      if report.losses.count > lossCount { throw ConversionLoss("a part of the text is lost, and with it the whole") }
      return document
    }
    var rest = policy
    rest["Statement"] = nil
    guard case .object(var document)? = plain(Value(.object(rest))) else { return nil }
    if report.losses.count > lossCount { throw ConversionLoss("a part of the policy is lost, and with it the whole") }
    let outer = path
    var kept: [Document] = []
    for (index, statement) in statements.enumerated() {
      path = outer.appending(.attribute("Statement")).appending(.index(index))
      let before = report.losses.count
      if let written = plain(statement), report.losses.count == before { kept.append(written) }
    }
    path = outer
    guard !kept.isEmpty || statements.isEmpty else { throw ConversionLoss("no statement of the policy can be carried") }
    document["Statement"] = .array(kept)
    return .object(document)
  }

  /// A value in the way JSON writes it, symbolic parts in the target's functions; parts that cannot be written are losses.
  private mutating func plain(_ value: Value) -> Document? {
    switch value.content {
    case .null: return nil
    case .bool(let bool): return .bool(bool)
    case .number(let number): return .number(number.text)
    case .string(let text): return .string(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      let outer = path
      var results: [Document] = []
      for (index, element) in elements.enumerated() {
        path = outer.appending(.index(index))
        if let document = plain(element) { results.append(document) }
      }
      path = outer
      return .array(results)
    case .map(_, let members), .object(let members): return object(members, rules: [], .any)
    case .unknown: return document(for: value, .text)
    }
  }

  /// JSON text as a document; nil when it is none.
  func parseJSON(_ text: String) -> Document? {
    JSONReader.read(text: text).validDocument?.document
  }
}
