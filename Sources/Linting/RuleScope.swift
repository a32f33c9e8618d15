import Diagnostics
import HCLEvaluation
import HCLValues
import SourceText

/// The names that a rule's expressions see: `self`, `each`, `param`, the part's `let` names, and variables of `any` and `all`.
struct RuleScope: EvaluationScope {
  /// A name with its value, and where in `self` the value stands when it is a part of it.
  struct Binding {
    var name: String
    var value: Value
    var path: AttributePath?
  }

  /// A part of `self` that was read, with what was found.
  struct Read {
    var path: AttributePath
    var value: Value
  }

  static var readsNullAsNothing: Bool { true }
  /// Set in the arguments of `try`.
  var missesParts = false

  var subject: RuleSubjectValue
  var parameters: Attributes
  var each: (key: Value, value: Value, path: AttributePath?)?
  /// Innermost last.
  var bindings: [Binding] = []
  /// What was read since it was last emptied.
  var reads: [Read] = []
  /// Where the value of the last resolved traversal stands in `self`.
  var lastPath: AttributePath?

  init(subject: RuleSubjectValue, parameters: Attributes) {
    self.subject = subject
    self.parameters = parameters
  }

  mutating func resolve(_ traversal: ScopeTraversal) -> ScopeResolution {
    lastPath = nil
    let root = traversal.rootName
    if let binding = bindings.last(where: { $0.name == root }) {
      return walk(traversal, from: 0, value: binding.value, path: binding.path)
    }
    switch root {
    case "self": return resolveSelf(traversal)
    case "each": return resolveEach(traversal)
    case "param":
      guard let name = traversal.attributeName(0), let value = parameters[name] else {
        return .failure(unknownName("The rule has no parameter of that name", traversal))
      }
      return .value(value, consumedSteps: 1)
    default:
      return .failure(unknownName("A rule knows self, each, param, and the names of its let", traversal))
    }
  }

  private mutating func resolveSelf(_ traversal: ScopeTraversal) -> ScopeResolution {
    guard let name = traversal.attributeName(0) else {
      let whole = subject.whole
      lastPath = AttributePath()
      return .value(whole, consumedSteps: 0)
    }
    guard let value = subject.attribute(name), !missesParts || subject.has(name) else {
      return .failure(unknownName("The type has no attribute or block “\(name)”", traversal))
    }
    return walk(traversal, from: 1, value: value, path: AttributePath(name))
  }

  private mutating func resolveEach(_ traversal: ScopeTraversal) -> ScopeResolution {
    guard let each else { return .failure(unknownName("“each” needs an “each” argument in the part", traversal)) }
    switch traversal.attributeName(0) {
    case "key", "index": return .value(each.key, consumedSteps: 1)
    case "value": return walk(traversal, from: 1, value: each.value, path: each.path)
    default: return .failure(unknownName("“each” has key, index and value", traversal))
    }
  }

  /// Follows plain steps, so that the place of what is read is known; the evaluator does what is left.
  private mutating func walk(_ traversal: ScopeTraversal, from first: Int, value: Value, path: AttributePath?) -> ScopeResolution {
    var value = value
    var path = path
    var consumed = first
    while consumed < traversal.stepCount, let step = traversal.step(consumed) {
      guard let next = RuleAccess.step(step, of: value, missesParts: missesParts) else { break }
      value = next.value
      path?.steps.append(contentsOf: next.path)
      consumed += 1
    }
    if let path {
      reads.append(Read(path: path, value: value))
      if consumed == traversal.stepCount { lastPath = path }
    }
    return .value(value, consumedSteps: consumed)
  }

  private func unknownName(_ detail: String, _ traversal: ScopeTraversal) -> Diagnostic {
    Diagnostic(
      .error, "rule-name", "“\(traversal.range(throughStep: min(1, traversal.stepCount)).text)” is not known here", detail: "\(detail).",
      at: traversal.range)
  }
}

/// Access to parts of values as rules mean it: null has no parts but null, and a list of one block stands for the block.
enum RuleAccess {
  /// One step, with the steps of the path that it stands for; nil when the step does not fit the value.
  ///
  /// - Parameter missesParts: whether a part that is not there does not fit, instead of being null.
  static func step(_ step: ScopeTraversal.Step, of value: Value, missesParts: Bool) -> (value: Value, path: [AttributePath.Step])? {
    let absent: Value? = missesParts ? nil : .null(.dynamic)
    switch step {
    case .attribute(let name), .string(let name):
      return attribute(name, of: value, absent)
    case .number(let number):
      guard let index = number.exactInt else { return nil }
      return element(index, of: value, absent)
    }
  }

  private static func attribute(_ name: String, of value: Value, _ absent: Value?) -> (value: Value, path: [AttributePath.Step])? {
    switch value.content {
    case .null: return absent.map { ($0, [.attribute(name)]) }
    case .object(let attributes), .map(_, let attributes):
      guard let found = attributes[name] else { return absent.map { ($0, [.attribute(name)]) } }
      return (inheriting(found, value), [.attribute(name)])
    case .list(_, let elements), .tuple(let elements), .set(_, let elements):
      if elements.isEmpty { return value.isOpen ? (unknownPart(of: value, name), []) : absent.map { ($0, [.attribute(name)]) } }
      guard elements.count == 1, !value.isOpen, let inner = attribute(name, of: elements[0], absent) else { return nil }
      return (inheriting(inner.value, value), [.index(0)] + inner.path)
    case .unknown: return (unknownPart(of: value, name), [.attribute(name)])
    case .bool, .number, .string: return nil
    }
  }

  private static func element(_ index: Int, of value: Value, _ absent: Value?) -> (value: Value, path: [AttributePath.Step])? {
    switch value.content {
    case .null: return absent.map { ($0, []) }
    case .list(_, let elements), .tuple(let elements):
      if elements.indices.contains(index) { return (inheriting(elements[index], value), [.index(index)]) }
      return value.isOpen ? (Value(.unknown(.dynamic, .none), origin: value.origin), []) : absent.map { ($0, []) }
    case .unknown, .set, .map, .object, .bool, .number, .string: return nil
    }
  }

  private static func inheriting(_ part: Value, _ whole: Value) -> Value {
    Value(part.content, marks: part.marks.union(whole.marks.subtracting(.open)), origin: part.origin)
  }

  private static func unknownPart(of value: Value, _ name: String) -> Value {
    Value(.unknown(.dynamic, .none), marks: value.marks.subtracting(.open), origin: value.origin.map { _ in .attribute(value, name: name) })
  }
}
