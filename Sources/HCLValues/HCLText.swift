/// Values and origins as HCL source, on one line.

extension Value {
  /// The value for people: like `hclText`, but sensitive content as `(sensitive)`, sets as lists, long text and collections shortened
  /// with `…`.
  public var shortSourceForm: String {
    var writer = HCLText(style: .people)
    writer.write(self, binding: .conditional, prefersOrigin: false)
    return writer.text
  }

  /// The value as an expression: literals of what is known, the origin of what is not.
  ///
  /// Sensitive values are `"(sensitive)"`, unknown ones that come from nowhere `(unknown)`. Sets are calls of `toset`. Cut off with `...`
  /// beyond `HCLText.limit` bytes.
  public var hclText: String {
    var writer = HCLText()
    writer.write(self, binding: .conditional, prefersOrigin: false)
    return writer.text
  }
}

extension Origin {
  /// The origin for people; operands that are known stand as what they are.
  public var shortSourceForm: String {
    var writer = HCLText(style: .people)
    writer.write(self, binding: .conditional)
    return writer.text
  }

  /// The origin as an expression that means the same where all that it names is in scope. Operands stand as their origins, or as literals.
  ///
  /// Cut off with `...` beyond `HCLText.limit` bytes, or where it nests deeper than any expression in source may.
  public var hclText: String {
    var writer = HCLText()
    writer.write(self, binding: .conditional)
    return writer.text
  }
}

/// Writes expressions with the parentheses that they need, within bounds: origins share their parts, so that a few lines of source can
/// mean an expression of any size.
public struct HCLText {
  /// Greatest length of a text in bytes.
  public static let limit = 64 * 1024

  enum Style {
    /// To be read by a parser.
    case source
    /// To stand in a sentence.
    case people

    var depthLimit: Int { self == .source ? 200 : 12 }
    var elementLimit: Int { self == .source ? .max : 5 }
    var textLimit: Int { self == .source ? .max : 60 }
    var ellipsis: String { self == .source ? "..." : "…" }
  }

  let style: Style
  private(set) var text = ""
  private var depth = 0
  private var isFull = false

  init(style: Style = .source) { self.style = style }

  /// How tightly the parts of an expression hold together, loosest first. (HCL specification, "Operations".)
  enum Binding: Int, Comparable {
    case conditional, or, and, equality, comparison, sum, product, unary, primary

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

    var next: Binding { Binding(rawValue: rawValue + 1) ?? .primary }

    init?(binary name: String) {
      switch name {
      case "||": self = .or
      case "&&": self = .and
      case "==", "!=": self = .equality
      case "<", ">", "<=", ">=": self = .comparison
      case "+", "-": self = .sum
      case "*", "/", "%": self = .product
      default: return nil
      }
    }
  }

  private mutating func append(_ part: String) {
    guard !isFull else { return }
    if text.utf8.count + part.utf8.count > HCLText.limit {
      isFull = true
      text += style.ellipsis
    } else {
      text += part
    }
  }

  private mutating func nested(_ write: (inout HCLText) -> Void) {
    guard !isFull else { return }
    guard depth < style.depthLimit else { return append(style.ellipsis) }
    depth += 1
    write(&self)
    depth -= 1
  }

  private mutating func parenthesized(_ isNeeded: Bool, _ write: (inout HCLText) -> Void) {
    if isNeeded { append("(") }
    nested(write)
    if isNeeded { append(")") }
  }

  private mutating func list<Element>(_ elements: some Sequence<Element>, _ write: (inout HCLText, Element) -> Void) {
    for (index, element) in elements.enumerated() {
      if isFull { return }
      if index > 0 { append(", ") }
      if index == style.elementLimit { return append(style.ellipsis) }
      nested { write(&$0, element) }
    }
  }

  // MARK: Values

  /// - Parameter binding: how tightly the place where the value stands binds.
  mutating func write(_ value: Value, binding: Binding, prefersOrigin: Bool = true) {
    let showsOrigin = prefersOrigin && style == .source || !value.isKnown
    let isSecret = value.marks.contains(.sensitive)
    if isSecret, style == .people { return append("(sensitive)") }
    if let origin = value.origin, showsOrigin { return write(origin, binding: binding) }
    if isSecret { return append("\"(sensitive)\"") }
    switch value.content {
    case .null: append("null")
    case .unknown: append("(unknown)")
    case .bool(let value): append(value ? "true" : "false")
    case .number(let number): write(number, binding: binding)
    case .string(let text): append(quotedHCL(shortened(text)))
    case .list(_, let elements), .tuple(let elements): write(elements, prefersOrigin)
    case .set(_, let elements) where style == .people: write(elements, prefersOrigin)
    case .set(_, let elements):
      append("toset(")
      write(elements, prefersOrigin)
      append(")")
    case .map(_, let attributes), .object(let attributes):
      if attributes.isEmpty { return append("{}") }
      append("{ ")
      list(attributes.pairs) { writer, pair in
        writer.append(isIdentifier(pair.0) ? pair.0 : quotedHCL(pair.0))
        writer.append(" = ")
        writer.write(pair.1, binding: .conditional, prefersOrigin: prefersOrigin)
      }
      append(" }")
    }
  }

  private func shortened(_ text: String) -> String {
    guard text.utf8.count > style.textLimit, text.count > style.textLimit else { return text }
    return String(text.prefix(style.textLimit)) + style.ellipsis
  }

  private mutating func write(_ elements: [Value], _ prefersOrigin: Bool) {
    append("[")
    list(elements) { $0.write($1, binding: .conditional, prefersOrigin: prefersOrigin) }
    append("]")
  }

  private mutating func write(_ number: Number, binding: Binding) {
    if number.isInfinite {
      parenthesized(binding > .product) { $0.append(number.isNegative ? "-1 / 0" : "1 / 0") }
    } else {
      parenthesized(number.hasMinusSign && binding >= .unary) { $0.append(number.text) }
    }
  }

  // MARK: Origins

  mutating func write(_ origin: Origin, binding: Binding) {
    switch origin {
    case .reference(let address, let path), .data(let address, let path): append("\(address)\(path)")
    case .variable(let name): append("var.\(name)")
    case .workspace: append("terraform.workspace")
    case .moduleOutput(let module, let name): append(module.isRoot ? name : "\(module).\(name)")
    case .instanceKey(_, let part): append(part.rawValue)
    case .template(let parts): write(template: parts)
    case .call(let name, let arguments):
      append("\(name)(")
      list(arguments) { $0.write($1, binding: .conditional) }
      append(")")
    case .conditional(let test, let then, let otherwise):
      parenthesized(binding > .conditional) { writer in
        writer.write(test, binding: .or)
        writer.append(" ? ")
        writer.write(then, binding: .or)
        writer.append(" : ")
        writer.write(otherwise, binding: .conditional)
      }
    case .index(let value, let key):
      nested { $0.write(value, binding: .primary) }
      append("[")
      nested { $0.write(key, binding: .conditional) }
      append("]")
    case .attribute(let value, let name):
      nested { $0.write(value, binding: .primary) }
      append("\(AttributePath(name))")
    case .splat(let value, let path):
      nested { $0.write(value, binding: .primary) }
      append("[*]\(path)")
    case .operation(let name, let operands): write(operation: name, operands, binding: binding)
    case .forExpression(_, let source): append(source)
    case .opaque(let reason, let source) where source.isEmpty: append(style == .people ? reason : "(unknown)")
    case .opaque(_, let source): parenthesized(binding > .conditional && !HCLText.isPrimary(source)) { $0.append(source) }
    }
  }

  private mutating func write(operation name: String, _ operands: [Value], binding: Binding) {
    if operands.count == 1 {
      parenthesized(binding > .unary) { writer in
        writer.append(name)
        writer.write(operands[0], binding: name == "-" ? .primary : .unary)
      }
    } else if operands.count == 2, let own = Binding(binary: name) {
      parenthesized(binding > own) { writer in
        writer.write(operands[0], binding: own)
        writer.append(" \(name) ")
        writer.write(operands[1], binding: own.next)
      }
    } else {
      append("(unknown)")
    }
  }

  /// Literal parts stand as they are. Dollar signs before an interpolation would escape it, so they become one of their own.
  private mutating func write(template parts: [Value]) {
    append("\"")
    var literal = ""
    for part in parts {
      if let text = literalText(part) {
        literal += text
        continue
      }
      write(literal: literal, beforeInterpolation: true)
      literal = ""
      append("${")
      nested { $0.write(part, binding: .conditional) }
      append("}")
    }
    write(literal: literal, beforeInterpolation: false)
    append("\"")
  }

  private mutating func write(literal: String, beforeInterpolation: Bool) {
    let kept =
      beforeInterpolation
      ? literal[..<(literal.lastIndex { $0 != "$" }.map(literal.index(after:)) ?? literal.startIndex)] : literal[...]
    append(String(quotedHCL(String(kept)).dropFirst().dropLast()))
    if kept.endIndex < literal.endIndex { append("${\"\(literal[kept.endIndex...])\"}") }
  }

  /// What a part of a template adds to its text, when it is a literal.
  private func literalText(_ value: Value) -> String? {
    guard value.origin == nil || style == .people, !value.marks.contains(.sensitive) else { return nil }
    switch value.content {
    case .string(let text): return text
    case .number(let number): return number.stringForm
    case .bool(let value): return value ? "true" : "false"
    case .null, .unknown, .list, .set, .map, .tuple, .object: return nil
    }
  }

  /// Whether source is clearly one thing: a name or a path of names.
  private static func isPrimary(_ source: String) -> Bool {
    source.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: byte >= 0x80
      }
    }
  }
}
