/// One node of a tree, in the flat array. What `a` and `b` hold depends on the kind.
struct SyntaxNode {
  var kind: NodeKind
  var flags: NodeFlags
  var start: UInt32
  var end: UInt32
  var a: UInt32
  var b: UInt32
}

struct NodeFlags: OptionSet {
  let rawValue: UInt8

  /// `bool`: the value.
  static let isTrue = NodeFlags(rawValue: 1)
  /// `templateLiteral`, `quotedLabel`: backslash escapes are to be resolved.
  static let isQuoted = NodeFlags(rawValue: 1)
  /// `templateLiteral`: the text differs from its source; `a` is its offset in the tree's literals, `b` its length.
  static let isStored = NodeFlags(rawValue: 2)
  /// `template`: written as a heredoc.
  static let isHeredoc = NodeFlags(rawValue: 4)
  /// `functionCall`: the last argument has `...` behind it.
  static let expandsFinal = NodeFlags(rawValue: 1)
  /// `objectKey`: written in parentheses.
  static let isForced = NodeFlags(rawValue: 1)
  /// `forExpression`: `...` behind the value.
  static let isGrouping = NodeFlags(rawValue: 1)
}

/// Kinds of nodes, with the meaning of `a` and `b`; `x[n]` is the tree's side array from n on.
enum NodeKind: UInt8 {
  /// An expression that could not be parsed.
  case invalid
  case null
  case bool
  case number
  /// When stored: a = offset, b = length in the literals.
  case templateLiteral
  /// x[a], b parts.
  case template
  /// a = expression.
  case templateWrap
  /// a = `for` expression.
  case templateJoin
  /// a = root name, b = 0 or x[b] = count, then steps.
  case scopeTraversal
  /// a = source, x[b] = count, then steps.
  case relativeTraversal
  /// a = name, x[b] = end of the name, count, arguments.
  case functionCall
  /// a = condition, x[b] = then, otherwise.
  case conditional
  /// a = collection, b = key.
  case index
  /// x[a], b elements.
  case tuple
  /// x[a], b keys and values in turn.
  case object
  /// a = expression.
  case objectKey
  /// x[a] = key variable + 1 or 0, value variable, collection, key result + 1 or 0, value result, condition + 1 or 0.
  case forExpression
  /// a = source, b = each.
  case splat
  case anonymousSymbol
  /// flags = operator, a = left, b = right.
  case binary
  /// flags = operator, a = operand.
  case unary
  /// a = expression.
  case parentheses
  /// x[a], b attributes and blocks.
  case body
  /// a = name, b = expression.
  case attribute
  /// a = type name, x[b] = body, end of the header, count, labels.
  case block
  /// a = name.
  case bareLabel
  case quotedLabel
}
