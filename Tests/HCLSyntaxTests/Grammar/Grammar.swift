import Foundation
import TestSupport

/// The grammars of the project as data.
struct Grammar {
  indirect enum Rule {
    case terminal([UInt8])
    case range(ClosedRange<UInt8>)
    case name(String, argument: String?)
    case sequence([Rule])
    case choice([Rule])
    case optional(Rule)
    case repeated(Rule)
    case lookahead(Rule, isNegative: Bool)
    case spaced(Rule, Spacing)
    case bind(Rule)
  }

  /// What may stand between two parts.
  enum Spacing {
    case none
    /// Spaces and block comments.
    case line
    /// Newlines and line comments as well.
    case free
    /// Spaces and newlines, and no comments.
    case plain
  }

  struct Production {
    var name: String
    var parameter: String?
    var alternatives: [Rule]
    /// Whether spaces may stand between the parts.
    var isSpaced: Bool { name.first?.isUppercase == true }
  }

  private(set) var productions: [String: Production] = [:]

  /// Every alternative of every production, as `name#number`.
  var alternatives: Set<String> {
    Set(productions.values.flatMap { production in production.alternatives.indices.map { "\(production.name)#\($0)" } })
  }

  /// The grammars in the project's folder for them.
  static func read() throws -> Grammar {
    var grammar = Grammar()
    for name in ["native", "template", "json"] {
      let url = ProjectRoot.url.appendingPathComponent("Grammar/\(name).ebnf")
      var reader = GrammarReader(text: try String(contentsOf: url, encoding: .utf8))
      for production in try reader.productions() { grammar.productions[production.name] = production }
    }
    return grammar
  }
}

/// Reads the notation that is described beside the grammars.
struct GrammarReader {
  struct Malformed: Error {
    var reason: String
  }

  private var tokens: [String] = []
  private var next = 0

  init(text: String) {
    let withoutComments = text.replacing(/\(\*.*?\*\)/.dotMatchesNewlines(), with: "")
    tokens = withoutComments.matches(of: /"(?:[^"\\]|\\.)*"|\.\.|[A-Za-z][A-Za-z0-9-]*|[=;|()\[\]{}<>!&]/).map { String($0.output) }
  }

  mutating func productions() throws -> [Grammar.Production] {
    var productions: [Grammar.Production] = []
    while next < tokens.count {
      let name = take()
      var parameter: String?
      if peek == "<" {
        next += 1
        parameter = take()
        try expect(">")
      }
      try expect("=")
      let rule = try choice()
      try expect(";")
      if case .choice(let alternatives) = rule {
        productions.append(Grammar.Production(name: name, parameter: parameter, alternatives: alternatives))
      } else {
        productions.append(Grammar.Production(name: name, parameter: parameter, alternatives: [rule]))
      }
    }
    return productions
  }

  private var peek: String { next < tokens.count ? tokens[next] : "" }

  private mutating func take() -> String {
    defer { next += 1 }
    return peek
  }

  private mutating func expect(_ token: String) throws {
    guard take() == token else { throw Malformed(reason: "\(token) expected before \(tokens[max(0, next - 4)..<min(next + 4, tokens.count)])") }
  }

  private mutating func choice() throws -> Grammar.Rule {
    var alternatives = [try sequence()]
    while peek == "|" {
      next += 1
      alternatives.append(try sequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws -> Grammar.Rule {
    var parts: [Grammar.Rule] = []
    while !["|", ";", ")", "]", "}", ""].contains(peek) { parts.append(try part()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func enclosed(_ end: String) throws -> Grammar.Rule {
    let rule = try choice()
    try expect(end)
    return rule
  }

  private mutating func part() throws -> Grammar.Rule {
    let token = take()
    switch token {
    case "!": return .lookahead(try part(), isNegative: true)
    case "&": return .lookahead(try part(), isNegative: false)
    case "[": return .optional(try enclosed("]"))
    case "{": return .repeated(try enclosed("}"))
    case "(": return try enclosed(")")
    case "bind":
      try expect("(")
      return .bind(try enclosed(")"))
    case "free", "line", "plain":
      try expect("(")
      return .spaced(try enclosed(")"), token == "free" ? .free : token == "line" ? .line : .plain)
    default:
      break
    }
    if token.hasPrefix("\"") {
      let text = try terminal(token)
      guard peek == ".." else { return .terminal(text) }
      next += 1
      let end = try terminal(take())
      guard text.count == 1, end.count == 1 else { throw Malformed(reason: "range \(token)") }
      return .range(text[0]...end[0])
    }
    guard token.first?.isLetter == true else { throw Malformed(reason: "\(token) begins nothing") }
    guard peek == "<" else { return .name(token, argument: nil) }
    next += 1
    let argument = take()
    try expect(">")
    return .name(token, argument: argument)
  }

  private func terminal(_ token: String) throws -> [UInt8] {
    guard let text = try? JSONDecoder().decode(String.self, from: Data(token.utf8)) else { throw Malformed(reason: "terminal \(token)") }
    return Array(text.utf8)
  }
}
