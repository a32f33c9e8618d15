import Diagnostics
import HCLSyntax
import HCLValues

/// What the names of a failing expression stood for.
extension Evaluator {
  /// Gives the errors from an index on the values of an expression, where they have none.
  mutating func explain(from first: Int, _ tree: SyntaxTree, _ node: NodeID) {
    var values: [DiagnosticValue]?
    for position in first..<diagnostics.count where diagnostics[position].values == nil {
      let found = values ?? self.values(in: ExpressionSyntax(tree: tree, id: node))
      values = found
      diagnostics[position].values = found
    }
  }

  /// The values of all references in an expression, each as long as it leads to something, sorted by their text.
  ///
  /// What is sensitive is left out, unless that is what the error is about; so is what is wholly unknown.
  public mutating func values(in expression: ExpressionSyntax, showsSensitive: Bool = false) -> [DiagnosticValue] {
    var traversals: [ScopeTraversal] = []
    expression.forEachScopeTraversal { traversals.append($0) }
    var values: [String: String] = [:]
    for traversal in traversals {
      guard let (count, value) = longestValue(of: traversal) else { continue }
      values[traversal.text(steps: count)] = value.statement(showsSensitive: showsSensitive)
    }
    return values.map { DiagnosticValue($0.key, $0.value) }.sorted { $0.reference < $1.reference }
  }

  /// The value of a reference without the steps at its end that fail; nil when none is left.
  private mutating func longestValue(of traversal: ScopeTraversal) -> (steps: Int, value: Value)? {
    var count = traversal.stepCount
    let before = diagnostics.count
    while count > 0 {
      let steps = StepList(first: traversal.steps.first, count: count)
      let value = scopeTraversal(traversal.tree, traversal.node, traversal.rootID, steps)
      if diagnostics.count == before { return (count, value) }
      diagnostics.removeSubrange(before...)
      count -= 1
    }
    return nil
  }
}

extension ScopeTraversal {
  /// The reference up to a number of steps, as written.
  fileprivate func text(steps count: Int) -> String {
    (0..<count).reduce(into: rootName) { text, position in
      switch step(position) {
      case .attribute(let name): text += ".\(name)"
      case .string(let key): text += "[\(Value.string(key).shortText)]"
      case .number(let number): text += "[\(Value.number(number).shortText)]"
      case nil: text += "[...]"
      }
    }
  }
}

extension Value {
  /// What is said of a value behind the reference to it; nil when there is nothing to say.
  fileprivate func statement(showsSensitive: Bool) -> String? {
    if marks.contains(.sensitive) { return showsSensitive ? "has a sensitive value" : nil }
    if case .unknown(let type, _) = content { return type == .dynamic ? nil : "is a \(type.friendlyName)" }
    return "is \(shortText)"
  }

  /// A few words: scalars as they are, collections by their kind and size.
  fileprivate var shortText: String {
    if marks.contains(.sensitive) { return "(sensitive value)" }
    switch content {
    case .null: return "null"
    case .unknown: return "(not yet known)"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let number): return number.shortText
    case .string(let text): return quoted(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): return counted(elements.count)
    case .map(_, let attributes): return counted(attributes.count)
    case .object(let attributes):
      switch attributes.count {
      case 0: return "object with no attributes"
      case 1: return "object with 1 attribute \(quoted(attributes.keys.first ?? ""))"
      default: return "object with \(attributes.count) attributes"
      }
    }
  }

  private func counted(_ count: Int) -> String {
    switch count {
    case 0: "empty \(type.friendlyName)"
    case 1: "\(type.friendlyName) with 1 element"
    default: "\(type.friendlyName) with \(count) elements"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          result += "\\x" + String(repeating: "0", count: 2 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

extension Number {
  /// At most ten digits that count; large and small ones with an exponent.
  fileprivate var shortText: String {
    let text = description
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, (parts.joined()).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
    let all = Array(whole.utf8) + Array((parts.count > 1 ? parts[1] : "").utf8)
    guard let start = all.firstIndex(where: { $0 != 0x30 }) else { return text }
    var exponent = whole.utf8.count - 1 - start
    var digits = all[start...].prefix(10).map { Int($0) - 0x30 }
    if all.count > start + 10, all[start + 10] >= 0x35 {
      var position = digits.count - 1
      while position >= 0, digits[position] == 9 {
        digits[position] = 0
        position -= 1
      }
      if position >= 0 {
        digits[position] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    let mantissa = digits.map(String.init)
    let sign = isNegative ? "-" : ""
    guard (-4..<10).contains(exponent) else {
      let amount = abs(exponent)
      let rest = mantissa.count > 1 ? "." + mantissa.dropFirst().joined() : ""
      return "\(sign)\(mantissa[0])\(rest)e\(exponent < 0 ? "-" : "+")\(amount < 10 ? "0" : "")\(amount)"
    }
    if exponent < 0 { return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(mantissa.joined())" }
    let padded = mantissa + Array(repeating: "0", count: max(0, exponent + 1 - mantissa.count))
    let fraction = padded.dropFirst(exponent + 1).joined()
    return sign + padded.prefix(exponent + 1).joined() + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}

extension ValueType {
  /// In words: `list of string`.
  fileprivate var friendlyName: String {
    switch self {
    case .dynamic: "dynamic"
    case .string: "string"
    case .number: "number"
    case .bool: "bool"
    case .list(let element): "list of \(element.friendlyName)"
    case .set(let element): "set of \(element.friendlyName)"
    case .map(let element): "map of \(element.friendlyName)"
    case .tuple: "tuple"
    case .object: "object"
    }
  }
}
