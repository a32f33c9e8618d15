import Documents
import HCLValues

/// Values and types as JSON.
public enum ValueDocuments {
  /// A type in the form of cty: `"string"`, `["list", "string"]`, `["object", {…}]`, optional attributes as a third element.
  public static func type(_ type: ValueType) -> Document {
    switch type {
    case .dynamic: return "dynamic"
    case .string: return "string"
    case .number: return "number"
    case .bool: return "bool"
    case .list(let element): return ["list", self.type(element)]
    case .set(let element): return ["set", self.type(element)]
    case .map(let element): return ["map", self.type(element)]
    case .tuple(let elements): return ["tuple", .array(elements.map(self.type))]
    case .object(let object):
      let attributes: Document = .members(object.attributes.map { ($0.name, self.type($0.type)) })
      let optional = object.attributes.filter(\.isOptional).map { Document.string($0.name) }
      return .array(["object", attributes] + (optional.isEmpty ? [] : [.array(optional)]))
    }
  }

  /// A value so that nothing of it is lost: numbers as `{"$num": text}`, unknown ones as `{"$unknown": true}`, marked ones as
  /// `{"$marked": […], "v": …}`.
  public static func typed(_ value: Value) -> Document {
    let marks = names(of: value.marks)
    if !marks.isEmpty {
      let (plain, _) = value.unmarked()
      return .members([("$marked", .array(marks.map { .string($0) })), ("v", typed(plain))])
    }
    switch value.content {
    case .unknown: return .members([("$unknown", true)])
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .number(let number): return .members([("$num", .string(typedNumber(number)))])
    case .string(let text): return .string(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return .array(elements.map(typed))
    case .map(_, let members), .object(let members): return .members(members.pairs.map { ($0, typed($1)) })
    }
  }

  private static func names(of marks: Marks) -> [String] {
    var names: [String] = []
    if marks.contains(.deprecated) { names.append("deprecated") }
    if marks.contains(.ephemeral) { names.append("ephemeral") }
    if marks.contains(.sensitive) { names.append("sensitive") }
    return names
  }

  private static func typedNumber(_ number: Number) -> String {
    if number.isInfinite { return number.isNegative ? "-Infinity" : "Infinity" }
    return number.isZero ? "0" : number.text
  }

  /// A known value as plain JSON. What is unknown is left out of objects and null elsewhere; sensitive values are `"(sensitive)"`.
  ///
  /// - Parameters:
  ///   - gap: called with the path and value of each unknown part.
  ///   - secret: called with the path of each sensitive part.
  public static func plain(
    _ value: Value, at path: AttributePath = AttributePath(), showsSensitive: Bool, gap: (AttributePath, Value) -> Void = { _, _ in },
    secret: (AttributePath) -> Void = { _ in }
  ) -> Document? {
    if value.marks.contains(.sensitive) {
      secret(path)
      if !showsSensitive { return "(sensitive)" }
    }
    func inside(_ value: Value, _ step: AttributePath.Step) -> Document? {
      plain(value, at: path.appending(step), showsSensitive: showsSensitive, gap: gap, secret: secret)
    }
    switch value.content {
    case .unknown:
      gap(path, value)
      return nil
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .number(let number): return .number(number.text)
    case .string(let text): return .string(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      return .array(elements.enumerated().map { inside($0.element, .index($0.offset)) ?? .null })
    case .map(_, let members), .object(let members):
      return .members(members.pairs.compactMap { name, value in inside(value, .attribute(name)).map { (name, $0) } })
    }
  }
}
