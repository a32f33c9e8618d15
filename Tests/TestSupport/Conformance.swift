import HCLValues
import Testing

/// Compares the rows of a reference table one by one, records what is different, and prints how many hold.
///
/// - Parameters:
///   - exceptions: rows that do not hold, by name with the reason. One that holds is an error: the list only shrinks.
///   - excluded: rows about something that the language does not have, by name with the kind of thing; they are counted apart.
///   - check: gives nil when a row holds, else what is different.
public func conform(
  _ title: String, _ rows: [(name: String, row: JSON)], except exceptions: [String: String] = [:],
  excluding excluded: [String: String] = [:], _ check: (JSON) throws -> String?
) {
  var passed = 0
  var apart: [String: Int] = [:]
  for (name, row) in rows {
    if let category = excluded[name] {
      apart[category, default: 0] += 1
      continue
    }
    let failure: String?
    do {
      failure = try TypedJSON.withMarks(of: row) { try check(row) }
    } catch {
      failure = "\(error)"
    }
    switch (failure, exceptions[name]) {
    case (.none, .none): passed += 1
    case (.none, .some): Issue.record("\(title) \(name) holds: take it off the list of exceptions")
    case (.some, .some): break
    case (.some(let text), .none): Issue.record("\(title) \(name.contains("\n") ? name.debugDescription : name): \(text)")
    }
  }
  for name in Set(exceptions.keys).union(excluded.keys).subtracting(rows.map(\.name)) where !rows.isEmpty {
    Issue.record("\(title) has no row \(name)")
  }
  let notes = apart.sorted { $0.key < $1.key }.map { ", \($0.value) apart (\($0.key))" }.joined()
  print("\(title): \(passed) of \(rows.count - apart.values.reduce(0, +))\(notes)")
}

extension JSON {
  /// A member that a row must have.
  public func required(_ name: String) throws -> JSON {
    guard let member = self[name] else { throw TypedJSON.Unreadable(reason: "no member \(name)") }
    return member
  }
}

/// Compares a value with the expected one, sets, marks and refinements included; nil when they are the same.
public func difference(_ actual: Value, _ expected: Value) -> String? {
  actual.isIdentical(to: expected) ? nil : "is \(debugText(actual)), should be \(debugText(expected))"
}

/// A value with all that counts in a comparison.
public func debugText(_ value: Value) -> String {
  let marks = value.marks.isEmpty ? "" : " marked \(value.marks.rawValue)"
  func list(_ elements: [Value]) -> String { elements.map(debugText).joined(separator: ", ") }
  func members(_ attributes: Attributes) -> String { attributes.pairs.map { "\($0) = \(debugText($1))" }.joined(separator: ", ") }
  switch value.content {
  case .null(let type): return "null \(type)\(marks)"
  case .unknown(let type, let refinements): return "unknown \(type)\(refinements == .none ? "" : " \(refinements)")\(marks)"
  case .bool(let value): return "\(value)\(marks)"
  case .number(let number): return "\(number)\(marks)"
  case .string(let text): return "\(quotedHCL(text))\(marks)"
  case .list(let type, let elements): return "list(\(type))[\(list(elements))]\(marks)"
  case .set(let type, let elements): return "set(\(type))[\(list(elements))]\(marks)"
  case .tuple(let elements): return "[\(list(elements))]\(marks)"
  case .map(let type, let attributes): return "map(\(type)){\(members(attributes))}\(marks)"
  case .object(let attributes): return "{\(members(attributes))}\(marks)"
  }
}
