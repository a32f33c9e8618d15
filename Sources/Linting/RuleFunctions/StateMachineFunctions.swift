import HCLEvaluation
import HCLValues

/// `state_machine`: definitions in the Amazon States Language as values.
enum StateMachineFunctions {
  static func all(_ documents: DocumentReader) -> [Function] {
    [
      RuleFunctions.function(
        "state_machine",
        """
        A state machine in the Amazon States Language: start, states (name, type, next, is_terminal, is_reachable, has_retry, has_catch, \
        resource, machine) and problems (kind, state, message); null when the text is none.
        """, [RuleFunctions.anything("definition")]
      ) { arguments, context throws(FunctionError) in
        let definition = arguments[0]
        if definition.isNullContent { return Value(.null(.dynamic)) }
        switch documents.read(definition, context) {
        case .notKnown: return Value(.unknown(.dynamic, .none), origin: definition.origin)
        case .notADocument: return Value(.null(.dynamic))
        case .value(let document):
          guard let attributes = document.knownAttributes else {
            return document.isUnknownContent ? Value(.unknown(.dynamic, .none), origin: definition.origin) : Value(.null(.dynamic))
          }
          guard attributes["States"] != nil || attributes["StartAt"] != nil else { return Value(.null(.dynamic)) }
          var reader = StateMachineReader()
          reader.read(attributes, machine: "", depth: 0)
          return reader.value
        }
      }
    ]
  }
}

/// Reads a state machine, with those of its Map and Parallel states, into one normal form. (Amazon States Language, "Structure of a State
/// Machine".)
///
/// What is not known is not judged: a state machine with a part that is not known has an open list of states and those problems that are certain.
struct StateMachineReader {
  private var states: [Value] = []
  private var problems: [Value] = []
  private var isOpen = false
  private var start = Value(.null(.string))
  private static let depthLimit = 16

  private static let types: Set<String> = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"]
  /// Fields whose value is a path into the input, when the query language is JSONPath.
  private static let pathFields = [
    "InputPath", "OutputPath", "ResultPath", "ItemsPath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath",
    "MaxConcurrencyPath", "ErrorPath", "CausePath", "Variable",
  ]

  /// The machine as rules see it.
  var value: Value {
    let marks: Marks = isOpen ? .open : []
    return Value(
      .object(
        Attributes([
          ("start", start), ("states", Value(.tuple(states), marks: marks)), ("problems", Value(.tuple(problems))),
        ])))
  }

  // MARK: Machines

  /// - Parameter machine: the state that holds this machine; empty for the outermost.
  mutating func read(_ machine: Attributes, machine name: String, depth: Int) {
    guard depth < Self.depthLimit else {
      isOpen = true
      return
    }
    let startAt = machine["StartAt"]
    if depth == 0 { start = startAt ?? Value(.null(.string)) }
    guard let list = machine["States"] else { return report("states", name, "The state machine has no States") }
    guard let states = list.knownAttributes else {
      isOpen = isOpen || list.isUnknownContent
      return
    }
    if startAt == nil { report("start", name, "The state machine does not say where it starts") }
    if let first = startAt?.knownText, states[first] == nil { report("missing", name, "It starts at “\(first)”, which is no state") }
    let usesPaths = machine["QueryLanguage"]?.knownText.map { $0 == "JSONPath" } ?? true
    var edges: [String: (targets: [String], isCertain: Bool)] = [:]
    for (state, content) in states.pairs { edges[state] = content.knownAttributes.map(targets) ?? ([], false) }
    let reached = reach(startAt, edges)
    if reached != nil, !edges.contains(where: { reached?.contains($0.key) == true && isEnd(states[$0.key]) }) {
      report("terminal", name, "No state ends the state machine")
    }
    for (state, content) in states.pairs {
      guard let attributes = content.knownAttributes else {
        isOpen = true
        continue
      }
      let isReachable = reached.map { $0.contains(state) }
      add(state, attributes, edges[state]?.targets ?? [], isReachable, machine: name)
      if isReachable == false { report("unreachable", state, "No state leads to “\(state)”") }
      for target in edges[state]?.targets ?? [] where states[target] == nil {
        report("missing", state, "“\(state)” leads to “\(target)”, which is no state")
      }
      check(state, attributes, usesPaths: attributes["QueryLanguage"]?.knownText.map { $0 == "JSONPath" } ?? usesPaths)
      descend(state, attributes, depth)
    }
  }

  /// The states that the start leads to; nil when that is not known.
  private func reach(_ start: Value?, _ edges: [String: (targets: [String], isCertain: Bool)]) -> Set<String>? {
    guard let first = start?.knownText else { return nil }
    var reached: Set<String> = []
    var open = [first]
    while let state = open.popLast() {
      guard let edge = edges[state], reached.insert(state).inserted else { continue }
      // Behind a part that is not known any state may come.
      guard edge.isCertain else { return nil }
      open += edge.targets
    }
    return reached
  }

  private func isEnd(_ state: Value?) -> Bool {
    guard let attributes = state?.knownAttributes else { return true }
    if attributes["Type"]?.knownText == "Succeed" || attributes["Type"]?.knownText == "Fail" { return true }
    guard let end = attributes["End"] else { return false }
    return end.knownTruth ?? true
  }

  private mutating func descend(_ state: String, _ attributes: Attributes, _ depth: Int) {
    for name in ["Iterator", "ItemProcessor"] {
      if let inner = attributes[name]?.knownAttributes { read(inner, machine: state, depth: depth + 1) }
    }
    for branch in attributes["Branches"]?.knownElements ?? [] {
      if let inner = branch.knownAttributes { read(inner, machine: state, depth: depth + 1) } else { isOpen = true }
    }
  }

  // MARK: States

  /// Where a state leads, and whether all of that is known.
  private func targets(of state: Attributes) -> (targets: [String], isCertain: Bool) {
    var targets: [String] = []
    var isCertain = true
    func add(_ value: Value?) {
      guard let value, !value.isNullContent else { return }
      if let text = value.knownText { targets.append(text) } else { isCertain = false }
    }
    add(state["Next"])
    add(state["Default"])
    for name in ["Choices", "Catch"] {
      guard let list = state[name], !list.isNullContent else { continue }
      guard let elements = list.knownElements, !list.isOpen else {
        isCertain = false
        continue
      }
      for element in elements {
        if let attributes = element.knownAttributes { add(attributes["Next"]) } else { isCertain = false }
      }
    }
    return (targets, isCertain)
  }

  private mutating func add(_ name: String, _ state: Attributes, _ targets: [String], _ isReachable: Bool?, machine: String) {
    func has(_ name: String) -> Value {
      guard let list = state[name], !list.isNullContent else { return Value(.bool(false)) }
      guard let elements = list.knownElements else { return Value(.unknown(.bool, .none), origin: list.origin) }
      return elements.isEmpty && list.isOpen ? Value(.unknown(.bool, .none), origin: list.origin) : Value(.bool(!elements.isEmpty))
    }
    let type = state["Type"] ?? Value(.null(.string))
    states.append(
      Value(
        .object(
          Attributes([
            ("name", Value(.string(name))), ("type", type), ("next", .strings(targets)),
            ("is_terminal", Value(.bool(isEnd(Value(.object(state)))))),
            ("is_reachable", isReachable.map { Value(.bool($0)) } ?? Value(.unknown(.bool, .none))),
            ("has_retry", has("Retry")), ("has_catch", has("Catch")), ("resource", state["Resource"] ?? Value(.null(.string))),
            ("timeout_seconds", state["TimeoutSeconds"] ?? state["TimeoutSecondsPath"] ?? Value(.null(.number))),
            ("machine", Value(.string(machine))),
          ]))))
  }

  private mutating func check(_ name: String, _ state: Attributes, usesPaths: Bool) {
    guard let type = state["Type"] else { return report("type", name, "“\(name)” has no Type") }
    guard let kind = type.knownText else { return }
    if !Self.types.contains(kind) { return report("type", name, "“\(name)” is of type “\(kind)”, which does not exist") }
    let leads = state["Next"] != nil || state["End"] != nil
    switch kind {
    case "Succeed", "Fail": if leads { report("transition", name, "“\(name)” ends the machine and cannot lead on") }
    case "Choice":
      if leads { report("transition", name, "“\(name)” is a Choice: its choices lead on, not Next or End") }
      if state["Choices"] == nil { report("transition", name, "“\(name)” is a Choice without Choices") }
    default:
      if !leads { report("transition", name, "“\(name)” neither leads on nor ends the machine") }
      if state["Next"] != nil, state["End"]?.knownTruth == true { report("transition", name, "“\(name)” both leads on and ends the machine") }
    }
    if kind == "Task", state["Resource"] == nil { report("resource", name, "The Task “\(name)” has no Resource") }
    if usesPaths { checkPaths(name, state, depth: 0) }
  }

  // MARK: Paths

  private mutating func checkPaths(_ name: String, _ content: Attributes, depth: Int) {
    guard depth < Self.depthLimit else { return }
    for (key, value) in content.pairs {
      // Machines inside are looked at as such.
      if key == "Branches" || key == "Iterator" || key == "ItemProcessor" { continue }
      if Self.pathFields.contains(key) || (key.hasSuffix(".$") && depth > 0) {
        if let text = value.knownText, !Self.isPath(text, isTemplate: key.hasSuffix(".$")) {
          report("path", name, "In “\(name)” the \(key) “\(text)” is no JSONPath")
        }
      } else if let inner = value.knownAttributes {
        checkPaths(name, inner, depth: depth + 1)
      } else if case .tuple(let elements) = value.content {
        for element in elements { if let inner = element.knownAttributes { checkPaths(name, inner, depth: depth + 1) } }
      }
    }
  }

  /// Whether a text can be a path, `$.a[0]['b']`, or, in a template, an intrinsic function. Brackets and quotes must close.
  static func isPath(_ text: String, isTemplate: Bool) -> Bool {
    if isTemplate, text.hasPrefix("States.") { return text.hasSuffix(")") }
    guard text.hasPrefix("$") else { return false }
    var brackets = 0
    var quote: Character?
    var previous: Character = "$"
    for character in text.dropFirst() {
      if let open = quote {
        if character == open, previous != "\\" { quote = nil }
      } else {
        switch character {
        case "'", "\"": quote = character
        case "[": brackets += 1
        case "]":
          brackets -= 1
          if brackets < 0 { return false }
        case " " where brackets == 0: return false
        default: break
        }
      }
      previous = character
    }
    return brackets == 0 && quote == nil && previous != "."
  }

  private mutating func report(_ kind: String, _ state: String, _ message: String) {
    problems.append(
      Value(
        .object(
          Attributes([("kind", Value(.string(kind))), ("state", Value(.string(state))), ("message", Value(.string(message)))]))))
  }
}
