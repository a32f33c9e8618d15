import Foundation
import HCLValues

/// Reads values and types from the notation of the reference tables: `{"type": T, "value": V}`.
///
/// T is a type as JSON (`"string"`, `["list", T]`, `["object", {…}, [optional…]]`, `"dynamic"`). V is a plain string, bool, null, array or
/// object; `{"$num": text}`; `{"$unknown": [refinement…]}`; `{"$marked": [mark…], "v": V}`; `{"$cty": …}` around a typed value anywhere.
public enum TypedJSON {
  public struct Unreadable: Error {
    public var reason: String

    public init(reason: String) { self.reason = reason }
  }

  /// A typed value; with or without `$cty` around it.
  public static func value(_ json: JSON) throws -> Value {
    if let inner = json["$cty"] { return try value(inner) }
    guard let typeJSON = json["type"], let content = json["value"] else { throw Unreadable(reason: "no typed value") }
    return try value(content, type(typeJSON))
  }

  /// A type; with or without `$ctytype` around it.
  public static func type(_ json: JSON) throws -> ValueType {
    if let inner = json["$ctytype"] { return try type(inner) }
    if let name = json.string {
      switch name {
      case "string": return .string
      case "number": return .number
      case "bool": return .bool
      case "dynamic": return .dynamic
      default: throw Unreadable(reason: "type \(name)")
      }
    }
    guard let parts = json.array, parts.count >= 2, let kind = parts[0].string else { throw Unreadable(reason: "no type") }
    switch kind {
    case "list": return .list(try type(parts[1]))
    case "set": return .set(try type(parts[1]))
    case "map": return .map(try type(parts[1]))
    case "tuple": return .tuple(try (parts[1].array ?? []).map(type))
    case "object":
      let optional = Set((parts.count > 2 ? parts[2].array ?? [] : []).compactMap(\.string))
      let attributes = try (parts[1].object ?? [:]).map { name, type in
        ObjectType.Attribute(name: normalizedNFC(name), type: try self.type(type), isOptional: optional.contains(name))
      }
      return .object(ObjectType(attributes))
    default: throw Unreadable(reason: "type \(kind)")
    }
  }

  /// A value of a type.
  public static func value(_ json: JSON, _ type: ValueType) throws -> Value {
    if json["$cty"] != nil { return try value(json) }
    if let unknown = json["$unknown"] { return try refined(type, by: unknown) }
    if let marks = json["$marked"], let inner = json["v"] {
      return try value(inner, type).withMarks(self.marks(marks))
    }
    if let text = json["$num"]?.string {
      if text == "Infinity" || text == "+Inf" { return .number(.infinity) }
      if text == "-Infinity" || text == "-Inf" { return .number(.negativeInfinity) }
      guard let number = Number(decimal: text) else { throw Unreadable(reason: "number \(text)") }
      // Digits beyond those of a double that make exactly a double: the reference had one, and prints it as one.
      if text.count > 20, text.contains("."), let double = Number(number.double), double == number { return .number(double) }
      return .number(number)
    }
    if json.isNull { return .null(type) }
    if json["$go"] != nil || json["$call"] != nil { throw Unreadable(reason: "source of the reference's language") }
    switch (type, json) {
    case (.string, .string(let text)): return .string(text)
    case (.bool, .bool(let value)): return .bool(value)
    case (.list(let element), .array(let elements)): return .list(of: element, try elements.map { try value($0, element) })
    case (.set(let element), .array(let elements)): return .set(of: element, try elements.map { try value($0, element) })
    case (.tuple(let types), .array(let elements)) where types.count == elements.count:
      return .tuple(try zip(elements, types).map { try value($0, $1) })
    case (.map(let element), .object(let members)):
      return .map(of: element, try members.map { (normalizedNFC($0), try value($1, element)) })
    case (.object(let object), .object(let members)):
      return .object(
        try object.attributes.map { attribute in
          (attribute.name, try value(members[attribute.name] ?? .null, attribute.type))
        })
    default: throw Unreadable(reason: "value of \(type)")
    }
  }

  // MARK: Marks

  /// The marks of the row that is being read, by their names in the table.
  @TaskLocal private static var assigned: [String: Marks] = [:]

  /// Reads a row whose marks are told apart: those of the language are themselves, others get bits of their own that the row does not
  /// use otherwise.
  public static func withMarks<Result>(of row: JSON, _ read: () throws -> Result) rethrows -> Result {
    var assignment: [String: Marks] = [:]
    var free: [Marks] = [16, 32, 64, 128].map { Marks(rawValue: $0) } + [.deprecated, .ephemeral, .sensitive]
    for name in markNames(row) {
      if let mark = own[name.lowercased()] {
        assignment[name] = mark
        free.removeAll { $0 == mark }
      }
    }
    for name in markNames(row).sorted() where assignment[name] == nil && !free.isEmpty { assignment[name] = free.removeFirst() }
    return try $assigned.withValue(assignment) { try read() }
  }

  private static let own: [String: Marks] = ["sensitive": .sensitive, "ephemeral": .ephemeral, "deprecated": .deprecated]

  /// Marks by the names in a row; outside of `withMarks` only those of the language.
  public static func marks(_ json: JSON) throws -> Marks {
    try (json.array ?? []).reduce(into: Marks()) { marks, element in
      let name = markName(element)
      guard let mark = assigned[name] ?? own[name.lowercased()] else { throw Unreadable(reason: "the mark \(name)") }
      marks.insert(mark)
    }
  }

  private static func markName(_ json: JSON) -> String { json.string ?? json.int.map(String.init) ?? "\(json)" }

  private static func markNames(_ json: JSON) -> Set<String> {
    switch json {
    case .null, .bool, .number, .string: return []
    case .array(let elements): return elements.reduce(into: []) { $0.formUnion(markNames($1)) }
    case .object(let members):
      return members.reduce(into: []) { names, member in
        if ["$marked", "marks", "Marks", "wantMarks"].contains(member.key) { names.formUnion((member.value.array ?? []).map(markName)) }
        names.formUnion(markNames(member.value))
      }
    }
  }

  // MARK: Refinements

  private static func refined(_ type: ValueType, by json: JSON) throws -> Value {
    guard let calls = json.array else { return .unknown(type) }
    var refinements = Refinements.none
    for call in calls {
      guard let text = call.string, let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
        throw Unreadable(reason: "refinement \(call)")
      }
      let name = text[..<open]
      let inner = String(text[text.index(after: open)...].dropLast())
      switch name {
      case "NotNull": refinements.isNotNull = true
      case "Null": return .null(type)
      case "StringPrefix": refinements.prefix = Refinements.safePrefix(try prefix(inner))
      case "StringPrefixFull": refinements.prefix = normalizedNFC(try prefix(inner))
      case "CollectionLength":
        refinements.minimumLength = Int(inner)
        refinements.maximumLength = Int(inner)
      case "CollectionLengthLowerBound": refinements.minimumLength = Int(inner)
      case "CollectionLengthUpperBound": refinements.maximumLength = Int(inner)
      case "NumberRangeInclusive":
        let parts = inner.components(separatedBy: ", ")
        refinements.lowerBound = try number(parts[0]).map { NumberBound($0, isInclusive: true) }
        refinements.upperBound = try number(parts[1]).map { NumberBound($0, isInclusive: true) }
      case "NumberRangeLowerBound":
        let parts = inner.components(separatedBy: ", ")
        refinements.lowerBound = try number(parts[0]).map { NumberBound($0, isInclusive: parts[1] == "true") }
      case "NumberRangeUpperBound":
        let parts = inner.components(separatedBy: ", ")
        refinements.upperBound = try number(parts[0]).map { NumberBound($0, isInclusive: parts[1] == "true") }
      default: throw Unreadable(reason: "refinement \(name)")
      }
    }
    return Value.unknown(type).refined(by: refinements) ?? .unknown(type)
  }

  /// The literal of a string in the reference's language; nil for an unknown one.
  private static func prefix(_ literal: String) throws -> String {
    if literal.hasPrefix("`"), literal.hasSuffix("`"), literal.count >= 2 { return String(literal.dropFirst().dropLast()) }
    if literal == #"strings.Repeat("_", 128)"# { return String(repeating: "_", count: 128) }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(literal.utf8)) else {
      throw Unreadable(reason: "string \(literal)")
    }
    return text
  }

  private static func number(_ literal: String) throws -> Number? {
    let text = literal.replacingOccurrences(of: "cty.", with: "")
    if text == "Zero" { return Number(0) }
    if text == "UnknownVal(Number)" { return nil }
    if text.contains("math.MaxInt") { return Number(Int.max) }
    if text.hasPrefix("NumberIntVal("), let number = Number(decimal: String(text.dropFirst(13).dropLast())) { return number }
    throw Unreadable(reason: "number \(literal)")
  }
}
