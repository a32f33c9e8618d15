import HCLSyntax
import SourceText

/// An expression of a mapping file, decoded once and without evaluation: paths, operators, conditions and target values are read from it.
public struct MappingExpression: Sendable {
  /// The forms that mapping files use. (docs/mapping-language.md, "Expressions".)
  public indirect enum Form: Sendable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    /// A quoted template of several parts.
    case template([MappingExpression])
    /// `A`, `A.B.C`
    case path([String])
    case call(String, [MappingExpression])
    case list([MappingExpression])
    case object([Entry])
    case binary(BinaryOperator, MappingExpression, MappingExpression)
    case not(MappingExpression)
    /// Something that mapping files do not have.
    case unsupported
  }

  /// `key = value` of an object.
  public struct Entry: Sendable {
    public var key: String
    public var keyRange: SourceRange
    public var value: MappingExpression
  }

  public var form: Form
  public var range: SourceRange

  public init(_ form: Form, range: SourceRange) {
    self.form = form
    self.range = range
  }

  /// The text of a plain string.
  public var stringValue: String? {
    if case .string(let text) = form { return text }
    return nil
  }

  /// A single bare word.
  public var word: String? {
    if case .path(let names) = form, names.count == 1 { return names[0] }
    return nil
  }

  /// The text of a plain string or of a bare word or dotted path.
  public var text: String? {
    switch form {
    case .string(let text): text
    case .path(let names): names.joined(separator: ".")
    case .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .template, .call, .list, .object, .binary, .not, .unsupported: nil
    }
  }
}

extension MappingExpression {
  /// How deep expressions may nest.
  private static let depthLimit = 64

  /// Decodes a syntax node. What mapping files do not have becomes `unsupported`, which whoever reads the expression reports.
  public init(_ syntax: ExpressionSyntax) { self.init(syntax, depth: 0) }

  private init(_ syntax: ExpressionSyntax, depth: Int) {
    range = syntax.range
    guard depth < Self.depthLimit else {
      form = .unsupported
      return
    }
    func decode(_ id: NodeID) -> MappingExpression { MappingExpression(syntax.at(id), depth: depth + 1) }
    func decode(_ list: NodeList) -> [MappingExpression] { (0..<list.count).map { decode(syntax.tree.node(list, $0)) } }
    switch syntax.expression {
    case .null: form = .null
    case .bool(let value): form = .bool(value)
    case .number: form = .number(syntax.text)
    case .templateLiteral: form = .string(syntax.tree.string(syntax.id))
    case .template(let parts):
      let decoded = decode(parts)
      switch decoded.count {
      case 0: form = .string("")
      case 1 where decoded[0].stringValue != nil: form = decoded[0].form
      default: form = .template(decoded)
      }
    case .templateWrap(let inner): form = .template([decode(inner)])
    case .parentheses(let inner): form = decode(inner).form
    case .scopeTraversal(let root, let steps):
      var names = [syntax.tree.name(root)]
      var isPlain = true
      for index in 0..<steps.count {
        if case .attribute(let name) = syntax.tree.step(steps, index).step { names.append(syntax.tree.name(name)) } else { isPlain = false }
      }
      form = isPlain ? .path(names) : .unsupported
    case .functionCall(let name, let arguments, let expandsFinal):
      form = expandsFinal ? .unsupported : .call(syntax.tree.name(name), decode(arguments))
    case .tuple(let elements): form = .list(decode(elements))
    case .object(let items): form = Self.object(items, in: syntax, decode: decode)
    case .binary(let operation, let left, let right): form = .binary(operation, decode(left), decode(right))
    case .unary(.not, let operand): form = .not(decode(operand))
    case .unary(.negate, let operand):
      if case .number(let text) = decode(operand).form { form = .number("-" + text) } else { form = .unsupported }
    case .templateJoin, .relativeTraversal, .conditional, .index, .objectKey, .forExpression, .splat, .anonymousSymbol, .invalid:
      form = .unsupported
    }
  }

  private static func object(_ items: NodeList, in syntax: ExpressionSyntax, decode: (NodeID) -> MappingExpression) -> Form {
    var entries: [Entry] = []
    var index = 0
    while index + 1 < items.count {
      var keyID = syntax.tree.node(items, index)
      let value = decode(syntax.tree.node(items, index + 1))
      if case .objectKey(let inner, _) = syntax.tree.expression(keyID) { keyID = inner }
      let key = decode(keyID)
      guard let text = key.text else { return .unsupported }
      entries.append(Entry(key: text, keyRange: key.range, value: value))
      index += 2
    }
    return .object(entries)
  }
}
