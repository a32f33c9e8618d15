/// A path into a target resource: where an attribute goes. (docs/mapping-language.md, "Paths".)
public struct TargetPath: Hashable, Sendable {
  /// One step of a path.
  public enum Step: Hashable, Sendable {
    /// `.Name`
    case member(String)
    /// `[0]`: that element of a list.
    case index(Int)
    /// `[]`: a further element of a list, shared with whatever else appends to it.
    case append
    /// `[Key=k]`: the element of a list whose member `Key` is `k`.
    case keyed(member: String, value: String)
  }

  public var steps: [Step]
  /// Written `root.…`: starts at the resource's properties although `under` is given.
  public var isRooted: Bool

  public init(_ steps: [Step] = [], isRooted: Bool = false) {
    self.steps = steps
    self.isRooted = isRooted
  }

  public static func + (left: TargetPath, right: TargetPath) -> TargetPath {
    right.isRooted ? right : TargetPath(left.steps + right.steps, isRooted: left.isRooted)
  }

  /// The plain names of a traversal.
  public init(names: [String]) {
    let isRooted = names.first == "root"
    self.init((isRooted ? names.dropFirst() : names[...]).map { .member($0) }, isRooted: isRooted)
  }

  /// Reads the text form: `A.B`, `A[].B`, `A[0]`, `A[Key=some.value].Value`; nil when it is not one. Inside of brackets everything up
  /// to `]` belongs to the value.
  public init?(_ text: String) {
    var steps: [Step] = []
    var rest = text[...]
    var expectsName = true
    while let character = rest.first {
      switch character {
      case "[":
        guard !steps.isEmpty, let end = rest.firstIndex(of: "]") else { return nil }
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        if inside.isEmpty {
          steps.append(.append)
        } else if let number = Int(inside), number >= 0 {
          steps.append(.index(number))
        } else if let equals = inside.firstIndex(of: "="), equals != inside.startIndex {
          steps.append(.keyed(member: String(inside[..<equals]), value: String(inside[inside.index(after: equals)...])))
        } else {
          return nil
        }
        rest = rest[rest.index(after: end)...]
        expectsName = false
      case ".":
        guard !expectsName else { return nil }
        rest = rest.dropFirst()
        expectsName = true
      default:
        guard expectsName else { return nil }
        let name = rest.prefix { $0 != "." && $0 != "[" && $0 != "]" }
        guard !name.isEmpty else { return nil }
        steps.append(.member(String(name)))
        rest = rest[name.endIndex...]
        expectsName = false
      }
    }
    guard !expectsName else { return nil }
    if steps.first == .member("root") {
      self.init(Array(steps.dropFirst()), isRooted: true)
    } else {
      self.init(steps)
    }
  }
}

extension TargetPath: CustomStringConvertible {
  /// The text form.
  public var description: String {
    var text = isRooted ? "root" : ""
    for step in steps {
      switch step {
      case .member(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      case .append: text += "[]"
      case .keyed(let member, let value): text += "[\(member)=\(value)]"
      }
    }
    return text
  }
}
