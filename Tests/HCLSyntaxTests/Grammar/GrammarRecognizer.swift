import Foundation

/// Matches text against the grammar, and remembers which productions it took.
struct GrammarRecognizer {
  /// What holds within a production.
  private struct Context {
    var spacing = Grammar.Spacing.none
    var argument: String?
    var parameter: String?
    var bound: [UInt8] = []
  }

  let grammar: Grammar
  private var text: [UInt8] = []
  private var steps = 0
  private var used: [String] = []
  /// The furthest place that was reached, for messages.
  private(set) var furthest = 0

  init(_ grammar: Grammar) { self.grammar = grammar }

  /// The alternatives that a text consists of; nil when it is not in the language.
  mutating func alternatives(of text: [UInt8], as name: String) -> [String]? {
    self.text = text
    used = []
    steps = 0
    furthest = 0
    var context = Context()
    guard match(.name(name, argument: nil), 0, &context) == text.count else { return nil }
    return used
  }

  private mutating func match(_ rule: Grammar.Rule, _ start: Int, _ context: inout Context) -> Int? {
    steps += 1
    guard steps < 4_000_000 else { return nil }
    furthest = max(furthest, start)
    switch rule {
    case .terminal(let bytes):
      let position = skip(start, context.spacing)
      guard text[position...].starts(with: bytes) else { return nil }
      let end = position + bytes.count
      // A word does not go on.
      if context.spacing != .none, let last = bytes.last, isWordByte(last), end < text.count, isWordByte(text[end]) { return nil }
      return end
    case .range(let range):
      guard start < text.count, range.contains(text[start]) else { return nil }
      return start + 1
    case .name(let name, let argument):
      return match(name, argument, start, context)
    case .sequence(let parts):
      var position = start
      for part in parts {
        guard let end = match(part, position, &context) else { return nil }
        position = end
      }
      return position
    case .choice(let alternatives):
      for alternative in alternatives {
        if let end = attempt(alternative, start, &context) { return end }
      }
      return nil
    case .optional(let inner):
      return attempt(inner, start, &context) ?? start
    case .repeated(let inner):
      var position = start
      while let end = attempt(inner, position, &context), end > position { position = end }
      return position
    case .lookahead(let inner, let isNegative):
      let mark = used.count
      var inside = context
      let matches = match(inner, start, &inside) != nil
      used.removeLast(used.count - mark)
      return matches != isNegative ? start : nil
    case .spaced(let inner, let spacing):
      var inside = context
      inside.spacing = spacing
      return match(inner, start, &inside)
    case .bind(let inner):
      guard let end = match(inner, start, &context) else { return nil }
      context.bound = Array(text[start..<end])
      return end
    }
  }

  private mutating func attempt(_ rule: Grammar.Rule, _ start: Int, _ context: inout Context) -> Int? {
    let mark = used.count
    if let end = match(rule, start, &context) { return end }
    used.removeLast(used.count - mark)
    return nil
  }

  private mutating func match(_ name: String, _ argument: String?, _ start: Int, _ context: Context) -> Int? {
    if name == context.parameter, let actual = context.argument { return match(actual, nil, start, context) }
    let actual = argument == context.parameter ? context.argument ?? argument : argument
    switch name {
    case "any":
      guard start < text.count else { return nil }
      return start + scalarLength(start)
    case "eof":
      return skip(start, context.spacing) == text.count ? text.count : nil
    case "bound":
      return text[start...].starts(with: context.bound) ? start + context.bound.count : nil
    case "id-start", "id-continue":
      guard start < text.count, text[start] >= 0x80, let scalar = scalar(start) else { return nil }
      return (name == "id-start" ? scalar.properties.isIDStart : scalar.properties.isIDContinue) ? start + scalarLength(start) : nil
    case "decoded":
      return matchDecoded(actual ?? "", skip(start, context.spacing))
    default:
      break
    }
    guard let production = grammar.productions[name] else { return nil }
    var inside = Context(spacing: production.isSpaced ? context.spacing : .none, argument: actual, parameter: production.parameter)
    inside.bound = context.bound
    let position = production.isSpaced ? start : skip(start, context.spacing)
    for (index, alternative) in production.alternatives.enumerated() {
      let mark = used.count
      used.append("\(name)#\(index)")
      var copy = inside
      if let end = match(alternative, position, &copy) { return end }
      used.removeLast(used.count - mark)
    }
    return nil
  }

  /// A JSON string whose text is in a language of its own.
  private mutating func matchDecoded(_ name: String, _ start: Int) -> Int? {
    guard start < text.count, text[start] == 0x22 else { return nil }
    var end = start + 1
    while end < text.count, text[end] != 0x22 { end += text[end] == 0x5C ? 2 : 1 }
    guard end < text.count, let decoded = try? JSONDecoder().decode(String.self, from: Data(text[start...end])) else { return nil }
    var inner = GrammarRecognizer(grammar)
    guard let alternatives = inner.alternatives(of: Array(decoded.utf8), as: name) else { return nil }
    used += alternatives
    return end + 1
  }

  // MARK: Characters

  private func skip(_ start: Int, _ spacing: Grammar.Spacing) -> Int {
    guard spacing != .none else { return start }
    var position = start
    while position < text.count {
      switch text[position] {
      case 0x20, 0x09: position += 1
      case 0x0A where spacing != .line: position += 1
      case 0x0D where spacing != .line && position + 1 < text.count && text[position + 1] == 0x0A: position += 2
      case 0x2F where spacing != .plain && text[position...].starts(with: [0x2F, 0x2A]):
        guard let end = blockCommentEnd(position) else { return position }
        position = end
      case 0x23 where spacing == .free, 0x2F where spacing == .free && text[position...].starts(with: [0x2F, 0x2F]):
        position = text[position...].firstIndex(of: 0x0A) ?? text.count
      default: return position
      }
    }
    return position
  }

  private func blockCommentEnd(_ start: Int) -> Int? {
    var position = start + 2
    while position + 1 < text.count {
      if text[position] == 0x2A, text[position + 1] == 0x2F { return position + 2 }
      position += 1
    }
    return nil
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  private func scalarLength(_ start: Int) -> Int {
    switch text[start] {
    case 0xC0...0xDF: min(2, text.count - start)
    case 0xE0...0xEF: min(3, text.count - start)
    case 0xF0...0xFF: min(4, text.count - start)
    default: 1
    }
  }

  private func scalar(_ start: Int) -> Unicode.Scalar? {
    String(decoding: text[start..<start + scalarLength(start)], as: UTF8.self).unicodeScalars.first
  }
}
