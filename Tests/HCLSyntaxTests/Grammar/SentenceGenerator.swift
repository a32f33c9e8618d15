import Foundation

/// Makes sentences from the grammar, the same ones with the same seed; no two set the same argument. What looks ahead is not heeded, so that a sentence must be
/// recognised before it counts.
struct SentenceGenerator {
  private struct Context {
    var spacing = Grammar.Spacing.none
    var argument: String?
    var parameter: String?
    var bound: [UInt8] = []
  }

  let grammar: Grammar
  private var state: UInt64
  private var text: [UInt8] = []
  private var nameCount = 0
  private var depth = 0

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    state = seed
  }

  /// A sentence of a production.
  mutating func sentence(of name: String) -> [UInt8] {
    text = []
    depth = 0
    var context = Context()
    add(.name(name, argument: nil), &context)
    return text
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// Whether to leave out what may be left out; ever more often the deeper it stands.
  private mutating func leavesOut() -> Bool { random(100) < min(97, 22 + depth * 4) }

  private mutating func add(_ rule: Grammar.Rule, _ context: inout Context) {
    switch rule {
    case .terminal(let bytes):
      space(context.spacing)
      text += bytes
    case .range(let range):
      text.append(range.lowerBound + UInt8(random(range.count)))
    case .name(let name, let argument):
      add(name, argument, context)
    case .sequence(let parts):
      for part in parts { add(part, &context) }
    case .choice(let alternatives):
      add(alternatives[pick(alternatives.count)], &context)
    case .optional(let inner):
      if !leavesOut() { add(inner, &context) }
    case .repeated(let inner):
      while !leavesOut() { add(inner, &context) }
    case .lookahead:
      break
    case .spaced(let inner, let spacing):
      var inside = context
      inside.spacing = spacing
      add(inner, &inside)
    case .bind(let inner):
      let start = text.count
      add(inner, &context)
      context.bound = Array(text[start...])
    }
  }

  /// A random alternative; deep down the first ones, which are the simple ones.
  private mutating func pick(_ count: Int) -> Int { depth > 24 ? random(min(count, 2)) : random(count) }

  private mutating func add(_ name: String, _ argument: String?, _ context: Context) {
    if name == context.parameter, let actual = context.argument { return add(actual, nil, context) }
    let actual = argument == context.parameter ? context.argument ?? argument : argument
    switch name {
    case "any":
      text += Array(["a", "b c", " ", "é", "x-1", "$", "%", "~", "=", "{", "日", "/"][random(12)].utf8)
      return
    case "eof":
      return
    case "bound":
      text += context.bound
      return
    case "id-start", "id-continue":
      text += Array("é".utf8)
      return
    case "attribute-name":
      // Arguments are set once.
      space(context.spacing)
      nameCount += 1
      text += Array("n\(nameCount)".utf8)
      return
    case "decoded":
      addDecoded(actual ?? "")
      return
    default:
      break
    }
    guard let production = grammar.productions[name] else { return }
    if !production.isSpaced { space(context.spacing) }
    var inside = Context(spacing: production.isSpaced ? context.spacing : .none, argument: actual, parameter: production.parameter)
    inside.bound = context.bound
    depth += 1
    defer { depth -= 1 }
    add(production.alternatives[pick(production.alternatives.count)], &inside)
  }

  private mutating func addDecoded(_ name: String) {
    var inner = SentenceGenerator(grammar, seed: state)
    inner.depth = depth
    var context = Context()
    inner.add(.name(name, argument: nil), &context)
    state = inner.state
    let encoded = try? JSONEncoder().encode(String(decoding: inner.text, as: UTF8.self))
    text += encoded.map { [UInt8]($0) } ?? Array("\"\"".utf8)
  }

  private mutating func space(_ spacing: Grammar.Spacing) {
    switch spacing {
    case .none: break
    case .line: text += Array([" ", "  ", "\t", " /* c */ "][random(40) < 37 ? 0 : random(4)].utf8)
    case .plain: text += Array([" ", "\n", "\t", "\r\n"][random(40) < 34 ? 0 : random(4)].utf8)
    case .free: text += Array([" ", "\n", " # c\n", " /* c\n */ "][random(40) < 34 ? 0 : random(4)].utf8)
    }
  }
}
