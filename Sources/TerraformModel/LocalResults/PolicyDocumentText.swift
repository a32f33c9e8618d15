import Documents
import HCLValues

/// The result of data source `aws_iam_policy_document` as the AWS provider writes it: source documents, then the statements, then overriding
/// documents; statements of the same Sid replace one another. (AWS provider, data source of that name.)
enum PolicyDocumentText {
  /// A policy while documents are merged into it.
  private struct Policy {
    var version = ""
    var id = ""
    var statements: [(sid: String, content: Document)] = []

    mutating func merge(_ other: Policy) {
      if !other.id.isEmpty { id = other.id }
      if other.version > version { version = other.version }
      for statement in other.statements {
        if !statement.sid.isEmpty, let index = statements.firstIndex(where: { $0.sid == statement.sid }) {
          statements[index] = statement
        } else {
          statements.append(statement)
        }
      }
    }

    var document: Document {
      var members: [(String, Document)] = []
      if !version.isEmpty { members.append(("Version", .string(version))) }
      if !id.isEmpty { members.append(("Id", .string(id))) }
      if !statements.isEmpty { members.append(("Statement", .array(statements.map(\.content)))) }
      return .members(members)
    }
  }

  /// `json` and `minified_json`; nothing when a part is unknown, or is no document.
  static func results(_ arguments: Attributes) -> [(String, Value)] {
    guard Value.object(arguments).isWhollyKnown, !isOpen(.object(arguments)) else { return [] }
    var merged = Policy()
    for name in ["source_json", "source_policy_documents"] {
      guard let documents = documents(arguments[name]) else { return [] }
      // The same Sid in two of them is an error.
      let sids = documents.flatMap { $0.statements.map(\.sid) }.filter { !$0.isEmpty }
      guard Set(sids).count == sids.count else { return [] }
      documents.forEach { merged.merge($0) }
    }
    guard let own = own(arguments) else { return [] }
    merged.merge(own)
    for name in ["override_json", "override_policy_documents"] {
      guard let documents = documents(arguments[name]) else { return [] }
      documents.forEach { merged.merge($0) }
    }
    let document = merged.document
    return [
      ("json", Value(.string(JSONWriter(.pretty, escapesForHTML: true).write(document)))),
      ("minified_json", Value(.string(JSONWriter(.compact, escapesForHTML: true).write(document)))),
    ]
  }

  private static func isOpen(_ value: Value) -> Bool { value.marks.contains(.open) || value.children.contains { isOpen($0) } }

  // MARK: Statements

  private static func own(_ arguments: Attributes) -> Policy? {
    var policy = Policy()
    policy.version = text(arguments["version"]) ?? "2012-10-17"
    policy.id = text(arguments["policy_id"]) ?? ""
    var sids: Set<String> = []
    for block in arguments["statement"]?.elements ?? [] {
      guard let attributes = block.attributes else { return nil }
      let sid = text(attributes["sid"]) ?? ""
      if !sid.isEmpty, !sids.insert(sid).inserted { return nil }
      policy.statements.append((sid, statement(attributes, sid)))
    }
    return policy
  }

  private static func statement(_ block: Attributes, _ sid: String) -> Document {
    var members: [(String, Document)] = []
    if !sid.isEmpty { members.append(("Sid", .string(sid))) }
    members.append(("Effect", .string(text(block["effect"]) ?? "Allow")))
    for (name, attribute) in [("Action", "actions"), ("NotAction", "not_actions")] {
      if let list = descending(texts(block[attribute])) { members.append((name, list)) }
    }
    for (name, attribute) in [("Resource", "resources"), ("NotResource", "not_resources")] {
      if let list = descending(texts(block[attribute]).map(replaced)) { members.append((name, list)) }
    }
    for (name, attribute) in [("Principal", "principals"), ("NotPrincipal", "not_principals")] {
      let blocks = (block[attribute]?.elements ?? []).compactMap(\.attributes)
      let principals = ordered(blocks, by: ["type"], then: "identifiers").map { (text($0["type"]) ?? "", texts($0["identifiers"]).map(replaced)) }
      if !principals.isEmpty { members.append((name, self.principals(principals))) }
    }
    let blocks = (block["condition"]?.elements ?? []).compactMap(\.attributes)
    let conditions = ordered(blocks, by: ["test", "variable"], then: "values").map {
      (text($0["test"]) ?? "", text($0["variable"]) ?? "", texts($0["values"]).map(replaced), false)
    }
    if !conditions.isEmpty { members.append(("Condition", self.conditions(conditions))) }
    return .members(members)
  }

  /// Blocks of a set have no order of their own; equal ones are one.
  private static func ordered(_ blocks: [Attributes], by names: [String], then list: String) -> [Attributes] {
    let keyed = blocks.map { block in (key: names.map { text(block[$0]) ?? "" } + texts(block[list]), block: block) }
    var seen: Set<[String]> = []
    return keyed.enumerated().sorted {
      $0.element.key == $1.element.key ? $0.offset < $1.offset : $0.element.key.lexicographicallyPrecedes($1.element.key)
    }.filter { seen.insert($0.element.key).inserted }.map(\.element.block)
  }

  /// Everyone is a text, and so is a single identifier; several stand in descending order.
  private static func principals(_ principals: [(type: String, identifiers: [String])]) -> Document {
    if principals.count == 1, principals[0].type == "*", principals[0].identifiers == ["*"] { return "*" }
    var byType: [String: [String]] = [:]
    for principal in principals { byType[principal.type, default: []] += principal.identifiers.sorted(by: >) }
    return .members(byType.sorted { $0.key < $1.key }.map { ($0.key, $0.value.count == 1 ? .string($0.value[0]) : .array($0.value.map { .string($0) })) })
  }

  /// Values keep their order; one value is a text unless it was written as a list in a document.
  private static func conditions(_ conditions: [(test: String, variable: String, values: [String], isList: Bool)]) -> Document {
    var tests: [String: [String: Document]] = [:]
    for condition in conditions {
      if condition.values.count == 1, !condition.isList {
        tests[condition.test, default: [:]][condition.variable] = .string(condition.values[0])
      } else {
        let before = tests[condition.test]?[condition.variable]?.arrayValue ?? []
        tests[condition.test, default: [:]][condition.variable] = .array(before + condition.values.map { .string($0) })
      }
    }
    return .members(
      tests.sorted { $0.key < $1.key }.map { test, variables in
        (test, .members(variables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
      })
  }

  /// One text, or several in descending order; nil for none.
  private static func descending(_ texts: [String]) -> Document? {
    let unique = Set(texts)
    if unique.isEmpty { return nil }
    if unique.count == 1 { return unique.first.map { .string($0) } }
    return .array(unique.sorted(by: >).map { .string($0) })
  }

  /// `&{` stands for `${`, which Terraform would read itself.
  private static func replaced(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() { result.unicodeScalars.append(scalar == "&" && rest.first == "{" ? "$" : scalar) }
    return result
  }

  private static func text(_ value: Value?) -> String? {
    guard let text = value?.stringValue, !text.isEmpty else { return nil }
    return text
  }

  private static func texts(_ value: Value?) -> [String] { (value?.elements ?? []).compactMap(\.stringValue) }

  // MARK: Documents

  /// The documents of an argument, a text or a list of them; nil when one cannot be read.
  private static func documents(_ value: Value?) -> [Policy]? {
    guard let value, !value.isNull else { return [] }
    var result: [Policy] = []
    for element in value.elements ?? [value] where !element.isNull {
      guard let text = element.stringValue else { return nil }
      if text.isEmpty { continue }
      guard let document = JSONReader.read(text: text).validDocument?.document, let policy = policy(document) else { return nil }
      result.append(policy)
    }
    return result
  }

  private static func policy(_ document: Document) -> Policy? {
    guard case .object = document else { return nil }
    var policy = Policy()
    policy.version = document["Version"]?.stringValue ?? ""
    policy.id = document["Id"]?.stringValue ?? ""
    for statement in document["Statement"]?.arrayValue ?? document["Statement"].map({ [$0] }) ?? [] {
      guard case .object = statement else { return nil }
      policy.statements.append((statement["Sid"]?.stringValue ?? "", self.statement(statement)))
    }
    return policy
  }

  /// A statement of a document in the order and the forms that the provider writes.
  private static func statement(_ document: Document) -> Document {
    var members: [(String, Document)] = []
    for name in ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition"] {
      guard let value = document[name], !value.isNull, value != "", value.arrayValue?.isEmpty != true else { continue }
      switch name {
      case "Principal", "NotPrincipal": members.append((name, principals(in: value)))
      case "Condition": members.append((name, conditions(in: value)))
      default: members.append((name, value))
      }
    }
    return .members(members)
  }

  private static func principals(in document: Document) -> Document {
    guard let object = document.objectValue else { return document }
    return .members(
      object.sorted { $0.key < $1.key }.map { member in
        guard let list = member.value.arrayValue else { return (member.key, member.value) }
        return (member.key, .array(list.compactMap(\.stringValue).sorted(by: >).map { .string($0) }))
      })
  }

  private static func conditions(in document: Document) -> Document {
    var result: [(String, String, [String], Bool)] = []
    for test in document.objectValue ?? DocumentObject([]) {
      for variable in test.value.objectValue ?? DocumentObject([]) {
        let values = variable.value.arrayValue ?? [variable.value]
        result.append((test.key, variable.key, values.map { $0.stringValue ?? $0.boolValue.map { $0 ? "true" : "false" } ?? $0.numberText ?? "" }, true))
      }
    }
    return conditions(result)
  }
}
