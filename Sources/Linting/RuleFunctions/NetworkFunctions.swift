import HCLEvaluation
import HCLValues

/// What rules ask about addresses and ports.
enum NetworkFunctions {
  static let all: [Function] = [
    RuleFunctions.function(
      "is_public", "Whether an address prefix, or one of a list of them, stands for the whole internet.", [RuleFunctions.anything("cidr")],
      returns: .bool, decidesOpen: true
    ) { arguments, _ throws(FunctionError) in isPublic(arguments[0]) },
    RuleFunctions.function(
      "ports_include", "Whether a firewall rule (of AWS, Azure or Google) lets a port through, by its ports and protocol.",
      [RuleFunctions.anything("rule"), RuleFunctions.anything("port")], returns: .bool, decidesOpen: true
    ) { arguments, _ throws(FunctionError) in
      guard let port = arguments[1].knownInteger else { return unknownBool(arguments[1]) }
      return portsInclude(arguments[0], port)
    },
  ]

  private static func unknownBool(_ value: Value) -> Value {
    Value(.unknown(.bool, .none), origin: value.firstUnknown()?.origin ?? value.origin)
  }

  // MARK: Addresses

  private static func isPublic(_ value: Value) -> Value {
    if value.isNullContent { return Value(.bool(false)) }
    if value.isUnknownContent { return unknownBool(value) }
    if let text = value.knownText { return Value(.bool(isPublic(text))) }
    var isOpen = value.isOpen
    for element in value.knownElements ?? [] {
      let result = isPublic(element)
      if result.knownTruth == true { return result }
      if result.isUnknownContent { isOpen = true }
    }
    return isOpen ? unknownBool(value) : Value(.bool(false))
  }

  /// A prefix of length 0 in either family, or the words that Azure uses for it.
  private static func isPublic(_ text: String) -> Bool {
    let trimmed = text.lowercased()
    if ["*", "internet", "any", "<nw>/0"].contains(trimmed) { return true }
    guard let slash = trimmed.firstIndex(of: "/"), trimmed[trimmed.index(after: slash)...] == "0" else {
      return trimmed == "0.0.0.0" || trimmed == "::"
    }
    return true
  }

  // MARK: Ports

  /// A list of texts, one text, or nothing; nil when part of it is unknown.
  private static func texts(_ value: Value?) -> (known: [String], isComplete: Bool) {
    guard let value, !value.isNullContent else { return ([], true) }
    if value.isUnknownContent { return ([], false) }
    if let text = value.knownText { return ([text], true) }
    if let number = value.knownInteger { return ([String(number)], true) }
    let elements = value.knownElements ?? []
    let known = elements.compactMap { $0.knownText ?? $0.knownInteger.map { String($0) } }
    return (known, known.count == elements.count && !value.isOpen)
  }

  private static func portsInclude(_ rule: Value, _ port: Int) -> Value {
    if rule.isNullContent { return Value(.bool(false)) }
    guard let attributes = rule.knownAttributes else { return unknownBool(rule) }
    let protocols = texts(attributes["protocol"] ?? attributes["ip_protocol"])
    if let known = protocols.known.first {
      let name = known.lowercased()
      if ["-1", "all", "*"].contains(name) {
        // All protocols mean all ports where AWS is concerned; Azure and Google still have a range beside them.
        if attributes["from_port"] != nil { return Value(.bool(true)) }
      } else if ["icmp", "icmpv6", "1", "58", "esp", "ah", "50", "51"].contains(name) {
        return Value(.bool(false))
      }
    }
    if let from = attributes["from_port"], let to = attributes["to_port"] { return range(from, to, protocols.isComplete, port, rule) }
    var isComplete = protocols.isComplete
    var seen = false
    for name in ["destination_port_range", "destination_port_ranges", "ports"] {
      guard let value = attributes[name], !value.isNullContent else { continue }
      seen = true
      let ranges = texts(value)
      isComplete = isComplete && ranges.isComplete
      if ranges.known.contains(where: { includes($0, port) }) { return Value(.bool(true)) }
      // Google: no ports at all means every port.
      if name == "ports", ranges.known.isEmpty, ranges.isComplete { return Value(.bool(true)) }
    }
    if !seen, attributes.position(of: "ports").isPresent { return isComplete ? Value(.bool(true)) : unknownBool(rule) }
    return isComplete ? Value(.bool(false)) : unknownBool(rule)
  }

  private static func range(_ from: Value, _ to: Value, _ isProtocolKnown: Bool, _ port: Int, _ rule: Value) -> Value {
    if from.isNullContent && to.isNullContent { return isProtocolKnown ? Value(.bool(false)) : unknownBool(rule) }
    if from.knownInteger == -1 { return Value(.bool(true)) }
    if let low = from.knownInteger, low > port { return Value(.bool(false)) }
    if let high = to.knownInteger, high < port { return Value(.bool(false)) }
    guard let low = from.knownInteger, let high = to.knownInteger else { return unknownBool(rule) }
    return Value(.bool(low <= port && port <= high))
  }

  /// `22`, `20-25`, `*`, or several with commas.
  private static func includes(_ text: String, _ port: Int) -> Bool {
    for part in text.split(separator: ",") {
      let range = part.filter { $0 != " " }
      if range == "*" || range == String(port) { return true }
      let ends = range.split(separator: "-").compactMap { Int($0) }
      if ends.count == 2, ends[0] <= port, port <= ends[1] { return true }
    }
    return false
  }
}
