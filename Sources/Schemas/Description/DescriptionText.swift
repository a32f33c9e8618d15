import Documents

extension SchemaDescription {
  /// A page of text: the type, what holds for it, arguments, what can only be read; one member a line, inner ones indented.
  public var text: String {
    var lines = ["\(kind) \(name)", "  \(source)"]
    for note in notes { lines.append("  \(note.label): \(note.texts.joined(separator: ", "))") }
    let readable = members.filter { $0.mode == "read-only" }
    let settable = members.filter { $0.mode != "read-only" }
    for (title, members) in [("Arguments", settable), ("Read-only", readable)] where !members.isEmpty {
      lines += ["", title]
      Self.append(members, indentation: "  ", to: &lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ members: [DescribedMember], indentation: String, to lines: inout [String]) {
    let width = min(members.map(\.name.utf8.count).max() ?? 0, 32)
    for member in members {
      let name = member.name + String(repeating: " ", count: max(0, width - member.name.utf8.count))
      let words = [member.type, member.mode] + member.marks + facts(of: member) + (member.sameAs.map { ["as \($0)"] } ?? [])
      lines.append("\(indentation)\(name)  \(words.joined(separator: "; "))")
      append(member.members, indentation: indentation + "  ", to: &lines)
    }
  }

  private static func facts(of member: DescribedMember) -> [String] {
    let facts = member.facts
    var words: [String] = []
    if let replacement = facts.replacement { words.append("use \(replacement)") }
    if let values = facts.allowedValues {
      let shown = values.prefix(longestList).map(\.text).joined(separator: ", ")
      words.append(values.count > longestList ? "one of \(shown), … (\(values.count))" : "one of \(shown)")
    }
    if let count = facts.unlistedValueCount { words.append("one of \(count) values") }
    if let format = facts.format { words.append("format \(format)") }
    if let length = facts.length { words.append("length \(length.minimum) to \(length.maximum.map(String.init) ?? "any")") }
    switch (facts.lowerBound, facts.upperBound) {
    case (nil, nil): break
    case (.some(let lower), nil): words.append("at least \(number(lower))")
    case (nil, .some(let upper)): words.append("at most \(number(upper))")
    case (.some(let lower), .some(let upper)): words.append("\(number(lower)) to \(number(upper))")
    }
    if let value = member.defaultValue { words.append("default \(value.text.isEmpty ? "\"\"" : value.text)") }
    if let pattern = facts.pattern, !pattern.isEmpty { words.append("matches \(pattern)") }
    return words
  }

  /// Longer lists of values are cut in text.
  private static let longestList = 12

  /// A bound without a fraction that says nothing.
  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }

  /// The description as JSON: `{"kind", "name", "source", "notes": {label: [text]}, "members": [MEMBER]}`; a member is
  /// `{"name", "block", "type", "mode", "marks", "values", "format", "length", "range", "pattern", "default", "same_as", "members"}`
  /// without what does not apply.
  public var document: Document {
    var labels: [String] = []
    for note in notes where !labels.contains(note.label) { labels.append(note.label) }
    let notes = labels.map { label -> (String, Document) in
      (label, .array(self.notes.filter { $0.label == label }.flatMap(\.texts).map { .string($0) }))
    }
    return .members([
      ("kind", .string(kind)), ("name", .string(name)), ("source", .string(source)), ("notes", .members(notes)),
      ("members", .array(members.map { Self.document(of: $0) })),
    ])
  }

  private static func document(of member: DescribedMember) -> Document {
    let facts = member.facts
    var pairs: [(String, Document)] = [
      ("name", .string(member.name)), ("block", .bool(member.isBlock)), ("type", .string(member.type)),
      ("mode", .string(member.mode)),
    ]
    if !member.marks.isEmpty { pairs.append(("marks", .array(member.marks.map { .string($0) }))) }
    if let values = facts.allowedValues { pairs.append(("values", .array(values.map { document(of: $0) }))) }
    if let format = facts.format { pairs.append(("format", .string(format))) }
    if let length = facts.length {
      pairs.append(("length", .array([.integer(length.minimum), length.maximum.map { .integer($0) } ?? .null])))
    }
    if facts.lowerBound != nil || facts.upperBound != nil {
      pairs.append(("range", .array([facts.lowerBound, facts.upperBound].map { $0.map { .number(number($0)) } ?? .null })))
    }
    if let pattern = facts.pattern { pairs.append(("pattern", .string(pattern))) }
    if let value = member.defaultValue { pairs.append(("default", document(of: value))) }
    if let sameAs = member.sameAs { pairs.append(("same_as", .string(sameAs))) }
    if !member.members.isEmpty { pairs.append(("members", .array(member.members.map { document(of: $0) }))) }
    return .members(pairs)
  }

  private static func document(of scalar: ScalarFact) -> Document {
    switch scalar {
    case .string(let text): .string(text)
    case .number(let text): .number(text)
    case .bool(let value): .bool(value)
    case .null: .null
    }
  }
}
