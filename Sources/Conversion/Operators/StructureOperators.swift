import Documents
import HCLValues

/// Operators over text that holds something else: JSON, base64.
extension Operator {
  static let structureOperators: [Operator] = [
    Operator(
      "base64", forward: { value, _ in .symbolic(.call("base64encode", [value]), type: .string) },
      backward: { value, _ in
        if case .call("base64encode", let arguments)? = value.symbolicOrigin, let argument = arguments.first { return argument }
        return .symbolic(.call("base64decode", [value]), type: .string)
      }),
    Operator(
      "json", arguments: 0...1,
      forward: { value, arguments throws(ConversionLoss) in try fromJSONText(value).withKeys(changed: keyCase(arguments)) },
      backward: { value, arguments throws(ConversionLoss) in
        toJSONText(value.withKeys(changed: try keyCase(arguments).map { $0 == .pascal ? .camel : .pascal }))
      }),
    Operator(
      "json_text", forward: { value, _ in toJSONText(value) },
      backward: { value, _ throws(ConversionLoss) in try fromJSONText(value) }),
  ]

  private static func toJSONText(_ value: Value) -> Value {
    if case .call("jsondecode", let arguments)? = value.symbolicOrigin, let argument = arguments.first { return argument }
    if let document = Document(value) { return .string(JSONWriter(.compact, escapesForHTML: true).write(document)) }
    return .symbolic(.call("jsonencode", [value]), type: .string)
  }

  private static func fromJSONText(_ value: Value) throws(ConversionLoss) -> Value {
    if case .call("jsonencode", let arguments)? = value.symbolicOrigin, let argument = arguments.first { return argument }
    guard let text = value.stringValue else { return value }
    guard let document = JSONReader.read(text: text).validDocument?.document else { throw ConversionLoss("the text is not JSON") }
    return Value(document)
  }

  private static func keyCase(_ arguments: [MappingExpression]) throws(ConversionLoss) -> KeyCase? {
    guard let argument = arguments.first else { return nil }
    guard let change = argument.text.flatMap(KeyCase.init(rawValue:)) else { throw ConversionLoss("the mapping's case of keys is neither pascal nor camel") }
    return change
  }
}

/// How the keys of objects begin.
enum KeyCase: String, Sendable {
  case pascal, camel

  func apply(_ key: String) -> String {
    guard let first = key.first else { return key }
    return (self == .pascal ? first.uppercased() : first.lowercased()) + key.dropFirst()
  }
}

extension Value {
  /// The value with the first letter of all keys changed.
  func withKeys(changed change: KeyCase?) -> Value {
    guard let change else { return self }
    var copy = self
    switch content {
    case .list(let type, let elements): copy.content = .list(element: type, elements.map { $0.withKeys(changed: change) })
    case .set(let type, let elements): copy.content = .set(element: type, elements.map { $0.withKeys(changed: change) })
    case .tuple(let elements): copy.content = .tuple(elements.map { $0.withKeys(changed: change) })
    case .map(_, let members), .object(let members):
      copy.content = .object(Attributes(members.pairs.map { (change.apply($0.0), $0.1.withKeys(changed: change)) }))
    case .null, .unknown, .bool, .number, .string: break
    }
    return copy
  }

  /// The value of a document.
  init(_ document: Document) {
    switch document {
    // Made by name: `Value(.string(text))` would be the value of a document, which is this very function.
    case .null: self = .null()
    case .bool(let value): self = .bool(value)
    case .number(let text): self = Number(decimal: text).map(Value.number) ?? .string(text)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .tuple(elements.map { Value($0) })
    case .object(let object): self = .object(object.map { ($0.key, Value($0.value)) })
    }
  }
}

extension Document {
  /// The document of a value that is known throughout, else nil.
  init?(_ value: HCLValues.Value) {
    switch value.content {
    case .unknown: return nil
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number.text)
    case .string(let text): self = .string(text)
    case .list(_, let values), .set(_, let values), .tuple(let values):
      var elements: [Document] = []
      for value in values {
        guard let element = Document(value) else { return nil }
        elements.append(element)
      }
      self = .array(elements)
    case .map(_, let members), .object(let members):
      var object = DocumentObject()
      for (key, value) in members.pairs {
        guard let member = Document(value) else { return nil }
        object[key] = member
      }
      self = .object(object)
    }
  }
}
