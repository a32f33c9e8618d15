import HCLEvaluation
import HCLValues
import TerraformModel

/// Reads IAM policy documents into one form, however they are written. (AWS IAM, "Grammar of the IAM JSON policy language".)
///
/// A statement is an object with `sid`, `effect`, `actions`, `not_actions`, `resources`, `not_resources` (lists of strings), `principals`,
/// `not_principals` (lists of `{type, identifier}`) and `conditions` (lists of `{test, variable, values}`).
struct PolicyReader {
  let documents: DocumentReader
  let context: FunctionContext
  private static let depthLimit = 16

  /// The statements; open when more may be added by parts that are not known, unknown when nothing is known.
  func statements(of document: Value) -> Value {
    collect(document, depth: 0)
  }

  private func collect(_ document: Value, depth: Int) -> Value {
    if document.isNullContent { return Value(.tuple([])) }
    guard depth < Self.depthLimit else { return Value(.tuple([]), marks: .open) }
    if case .data(let address, let path)? = document.origin, address.type == "aws_iam_policy_document",
      path.steps.last.map({ $0 == .attribute("json") || $0 == .attribute("minified_json") }) ?? true,
      let source = documents.index.resource(at: address)
    {
      return dataDocument(source, depth: depth)
    }
    switch documents.read(document, context) {
    case .notADocument: return Value(.tuple([]))
    case .notKnown: return Value(.unknown(.dynamic, .none), origin: document.origin)
    case .value(let value):
      guard let attributes = value.knownAttributes else {
        return value.isUnknownContent ? Value(.unknown(.dynamic, .none), origin: value.origin ?? document.origin) : Value(.tuple([]))
      }
      guard let list = attributes["Statement"] else { return Value(.tuple([])) }
      if list.isUnknownContent { return Value(.unknown(.dynamic, .none), origin: list.origin ?? document.origin) }
      if list.knownAttributes != nil { return Value(.tuple([jsonStatement(list)])) }
      return Value(.tuple((list.knownElements ?? []).map(jsonStatement)), marks: list.marks.intersection(.open))
    }
  }

  // MARK: JSON

  private func jsonStatement(_ statement: Value) -> Value {
    guard let attributes = statement.knownAttributes else { return Value(.unknown(.dynamic, .none), origin: statement.origin) }
    return Value(
      .object(
        Attributes([
          ("sid", attributes["Sid"] ?? Value(.null(.string))),
          ("effect", attributes["Effect"] ?? Value(.null(.string))),
          ("actions", strings(attributes["Action"])), ("not_actions", strings(attributes["NotAction"])),
          ("resources", strings(attributes["Resource"])), ("not_resources", strings(attributes["NotResource"])),
          ("principals", jsonPrincipals(attributes["Principal"])), ("not_principals", jsonPrincipals(attributes["NotPrincipal"])),
          ("conditions", jsonConditions(attributes["Condition"])),
        ])))
  }

  private func strings(_ value: Value?) -> Value {
    guard let value, !value.isNullContent else { return Value(.tuple([])) }
    if value.isUnknownContent {
      // One string or several: at least one element that is not known.
      return Value(.tuple([Value(.unknown(.string, .none), origin: value.origin)]), marks: .open)
    }
    if let elements = value.knownElements { return Value(.tuple(elements), marks: value.marks.intersection(.open)) }
    return Value(.tuple([value]))
  }

  private func jsonPrincipals(_ value: Value?) -> Value {
    guard let value, !value.isNullContent else { return Value(.tuple([])) }
    if value.knownText != nil { return Value(.tuple([principal("AWS", value)])) }
    guard let attributes = value.knownAttributes else { return Value(.tuple([]), marks: .open, origin: value.origin) }
    var result: [Value] = []
    var isOpen = false
    for (type, identifiers) in attributes.pairs {
      let list = strings(identifiers)
      isOpen = isOpen || list.isOpen
      result += (list.knownElements ?? []).map { principal(type, $0) }
    }
    return Value(.tuple(result), marks: isOpen ? .open : [])
  }

  private func principal(_ type: String, _ identifier: Value) -> Value {
    Value(.object(Attributes([("type", Value(.string(type))), ("identifier", identifier)])))
  }

  private func jsonConditions(_ value: Value?) -> Value {
    guard let value, !value.isNullContent else { return Value(.tuple([])) }
    guard let tests = value.knownAttributes else { return Value(.tuple([]), marks: .open, origin: value.origin) }
    var result: [Value] = []
    var isOpen = false
    for (test, variables) in tests.pairs {
      guard let named = variables.knownAttributes else {
        isOpen = true
        continue
      }
      for (variable, values) in named.pairs { result.append(condition(Value(.string(test)), Value(.string(variable)), strings(values))) }
    }
    return Value(.tuple(result), marks: isOpen ? .open : [])
  }

  private func condition(_ test: Value, _ variable: Value, _ values: Value) -> Value {
    Value(.object(Attributes([("test", test), ("variable", variable), ("values", values)])))
  }

  // MARK: Data sources

  private func dataDocument(_ source: ResourceInstance, depth: Int) -> Value {
    var result: [Value] = []
    var isOpen = source.isSymbolic
    for name in ["source_policy_documents", "override_policy_documents"] {
      guard let list = source.values[name], !list.isNullContent else { continue }
      guard let elements = list.knownElements else {
        isOpen = true
        continue
      }
      isOpen = isOpen || list.isOpen
      for element in elements {
        let inner = collect(element, depth: depth + 1)
        isOpen = isOpen || inner.isOpen || inner.isUnknownContent
        result += inner.knownElements ?? []
      }
    }
    if let statements = source.values["statement"] {
      isOpen = isOpen || statements.isOpen || statements.isUnknownContent
      result += (statements.knownElements ?? []).map(blockStatement)
    }
    return Value(.tuple(result), marks: isOpen ? .open : [])
  }

  private func blockStatement(_ statement: Value) -> Value {
    guard let attributes = statement.knownAttributes else { return Value(.unknown(.dynamic, .none), origin: statement.origin) }
    let effect = attributes["effect"].flatMap { $0.isNullContent ? nil : $0 } ?? Value(.string("Allow"))
    return Value(
      .object(
        Attributes([
          ("sid", attributes["sid"] ?? Value(.null(.string))), ("effect", effect),
          ("actions", strings(attributes["actions"])), ("not_actions", strings(attributes["not_actions"])),
          ("resources", strings(attributes["resources"])), ("not_resources", strings(attributes["not_resources"])),
          ("principals", blockPrincipals(attributes["principals"])), ("not_principals", blockPrincipals(attributes["not_principals"])),
          ("conditions", blockConditions(attributes["condition"])),
        ])))
  }

  private func blockPrincipals(_ blocks: Value?) -> Value {
    guard let blocks, !blocks.isNullContent else { return Value(.tuple([])) }
    guard let elements = blocks.knownElements else { return Value(.tuple([]), marks: .open) }
    var result: [Value] = []
    var isOpen = blocks.isOpen
    for element in elements {
      guard let attributes = element.knownAttributes, let type = attributes["type"]?.knownText else {
        isOpen = true
        continue
      }
      let identifiers = strings(attributes["identifiers"])
      isOpen = isOpen || identifiers.isOpen
      result += (identifiers.knownElements ?? []).map { principal(type == "*" ? "AWS" : type, $0) }
    }
    return Value(.tuple(result), marks: isOpen ? .open : [])
  }

  private func blockConditions(_ blocks: Value?) -> Value {
    guard let blocks, !blocks.isNullContent else { return Value(.tuple([])) }
    guard let elements = blocks.knownElements else { return Value(.tuple([]), marks: .open) }
    let conditions = elements.map { element in
      guard let attributes = element.knownAttributes else { return Value(.unknown(.dynamic, .none), origin: element.origin) }
      return condition(
        attributes["test"] ?? Value(.null(.string)), attributes["variable"] ?? Value(.null(.string)), strings(attributes["values"]))
    }
    return Value(.tuple(conditions), marks: blocks.marks.intersection(.open))
  }
}
