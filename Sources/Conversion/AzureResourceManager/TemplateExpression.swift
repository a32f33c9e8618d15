import Documents

/// Template expressions inside of documents while a template is put together. (ARM template documentation, "Syntax and expressions".)
///
/// A string of a template is an expression when it stands in brackets. Until everything is written, an expression is an object with a member that no
/// JSON of a user can have, so that literals and expressions cannot be mistaken for each other; `rendered` then writes both in their final form.
enum TemplateExpression {
  /// The text of the expression, without brackets.
  private static let textKey = "\u{0}expression"
  /// Texts one behind the other.
  private static let partsKey = "\u{0}parts"
  /// Of a resource ID: the segments of the resource's name.
  private static let segmentsKey = "\u{0}segments"

  /// Of an element of a list: an expression whose elements stand here.
  private static let spreadKey = "\u{0}spread"

  static func expression(_ text: String) -> Document { .members([(textKey, .string(text))]) }

  /// `function(argument, …)`
  static func function(_ name: String, _ arguments: [Document]) -> Document {
    expression("\(name)(\(arguments.map(text).joined(separator: ", ")))")
  }

  /// A resource's ID; the segments of its name stay known.
  static func resourceID(_ expression: String, segments: [Document]) -> Document {
    .members([(textKey, .string(expression)), (segmentsKey, .array(segments))])
  }

  /// The name of the resource that an ID is of, in segments; nil when the document is no ID that was written here.
  static func segments(of document: Document) -> [Document]? { document[segmentsKey]?.arrayValue }

  static func isExpression(_ document: Document) -> Bool { document[textKey] != nil || document[partsKey] != nil || document[spreadKey] != nil }

  /// A list that is an expression, as a list that further elements may be added to.
  static func list(_ expression: Document) -> Document { .array([.members([(spreadKey, .string(text(of: expression)))])]) }

  /// The expression for a list of which parts are expressions themselves; nil for a plain one.
  private static func joined(_ elements: [Document]) -> String? {
    guard elements.contains(where: { $0[spreadKey] != nil }) else { return nil }
    var lists: [String] = []
    var plain: [Document] = []
    for element in elements + [.null] {
      let spread = element[spreadKey]?.stringValue
      guard spread != nil || element.isNull else {
        plain.append(element)
        continue
      }
      if !plain.isEmpty { lists.append("createArray(\(plain.map(text).joined(separator: ", ")))") }
      plain = []
      if let spread { lists.append(spread) }
    }
    return lists.count == 1 ? lists[0] : "concat(\(lists.joined(separator: ", ")))"
  }

  /// Texts one behind the other, as one `format` however deeply they nest.
  static func concatenation(of parts: [Document]) -> Document {
    var flat: [Document] = []
    for part in parts {
      for one in part[partsKey]?.arrayValue ?? [part] {
        if let text = literal(one), let last = flat.last.flatMap(literal) {
          flat[flat.count - 1] = .string(last + text)
        } else if let text = literal(one) {
          if !text.isEmpty { flat.append(.string(text)) }
        } else {
          flat.append(one)
        }
      }
    }
    switch flat.count {
    case 0: return ""
    case 1: return flat[0]
    default: return .members([(partsKey, .array(flat))])
    }
  }

  private static func literal(_ document: Document) -> String? {
    switch document {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  // MARK: Text

  /// A document inside of an expression.
  static func text(of document: Document) -> String {
    switch document {
    case .null: return "null()"
    case .bool(let value): return value ? "true()" : "false()"
    case .number(let text): return text.allSatisfy({ $0.isNumber || $0 == "-" }) ? text : "json('\(text)')"
    case .string(let text): return quoted(text)
    case .array(let elements): return joined(elements) ?? "createArray(\(elements.map(text).joined(separator: ", ")))"
    case .object(let object):
      if let text = (object[textKey] ?? object[spreadKey])?.stringValue { return text }
      if let parts = object[partsKey]?.arrayValue { return format(parts) }
      let members = object.map { "\(keyText($0.key)), \(text(of: $0.value))" }
      return "createObject(\(members.joined(separator: ", ")))"
    }
  }

  static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  private static func keyText(_ key: String) -> String { key.hasPrefix(expressionMark) ? String(key.dropFirst()) : quoted(key) }

  private static func format(_ parts: [Document]) -> String {
    var layout = ""
    var arguments: [String] = []
    for part in parts {
      if let literal = literal(part) {
        layout += literal.replacing("{", with: "{{").replacing("}", with: "}}")
      } else {
        layout += "{\(arguments.count)}"
        arguments.append(text(of: part))
      }
    }
    return "format(\(([quoted(layout)] + arguments).joined(separator: ", ")))"
  }

  // MARK: Keys

  private static let expressionMark = "\u{0}"

  /// A key of an object that is an expression.
  static func key(_ document: Document) -> String {
    if case .string(let text) = document { return text }
    return expressionMark + text(of: document)
  }

  // MARK: Final form

  /// The document as a template writes it: expressions in brackets, literals that begin with a bracket escaped.
  static func rendered(_ document: Document) -> Document {
    switch document {
    case .null, .bool, .number: return document
    case .string(let text): return .string(escaped(text))
    case .array(let elements): return joined(elements).map { .string("[\($0)]") } ?? .array(elements.map(rendered))
    case .object(let object):
      if isExpression(document) { return .string("[\(text(of: document))]") }
      var result = DocumentObject()
      for member in object {
        let key = member.key.hasPrefix(expressionMark) ? "[\(member.key.dropFirst())]" : escaped(member.key)
        result[key] = rendered(member.value)
      }
      return .object(result)
    }
  }

  private static func escaped(_ text: String) -> String { text.hasPrefix("[") ? "[" + text : text }

  // MARK: When it is evaluated

  /// Whether an expression asks for the state of resources, which names, conditions and parameters cannot.
  static func readsState(_ document: Document) -> Bool {
    switch document {
    case .null, .bool, .number, .string: return false
    case .array(let elements): return elements.contains(where: readsState)
    case .object(let object):
      if isExpression(document) {
        let code = withoutStrings(text(of: document))
        return code.contains("reference(") || code.contains("listKeys(") || code.contains("listCredentials(")
      }
      return object.contains { readsState($0.value) }
    }
  }

  private static func withoutStrings(_ code: String) -> String {
    code.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "''")
  }
}
