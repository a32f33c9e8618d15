import Synchronization

/// What a member of a target type may hold, as the engine sees it in any of the catalogs.
public indirect enum OutputShape: Sendable {
  case text
  case integer
  case number
  case boolean
  /// A string or an integer (Kubernetes).
  case integerOrText
  /// Anything.
  case any
  /// An object without declared members, also given as JSON text.
  case json
  /// An object without declared members.
  case openObject
  case list(OutputShape)
  case map(OutputShape)
  case object(OutputObject)
  case union([OutputShape])

  /// The element of a list, else nil.
  public var element: OutputShape? {
    switch self {
    case .list(let element): element
    case .union(let alternatives): alternatives.lazy.compactMap(\.element).first
    case .text, .integer, .number, .boolean, .integerOrText, .any, .json, .openObject, .map, .object: nil
    }
  }

  /// Takes an object whose members are not declared.
  var isUndeclaredObject: Bool {
    switch self {
    case .json, .openObject, .any: true
    case .text, .integer, .number, .boolean, .integerOrText, .list, .map, .object, .union: false
    }
  }

  /// The declared members of an object, else nil.
  public var object: OutputObject? {
    switch self {
    case .object(let object): object
    case .union(let alternatives): alternatives.lazy.compactMap(\.object).first
    case .text, .integer, .number, .boolean, .integerOrText, .any, .json, .openObject, .list, .map: nil
    }
  }

  /// The values of a map, or of an object that is open.
  public var mapValue: OutputShape? {
    switch self {
    case .map(let value): value
    case .any, .json, .openObject: .any
    case .union(let alternatives): alternatives.lazy.compactMap(\.mapValue).first
    case .text, .integer, .number, .boolean, .integerOrText, .list, .object: nil
    }
  }
}

/// The members of an object. They are asked for by need: types may contain themselves.
public struct OutputObject: Sendable {
  /// The type or shape, for messages.
  public var name: String
  private let known = KnownMembers()
  private let resolve: @Sendable () -> [OutputMember]
  private let resolveUndeclared: @Sendable () -> OutputShape?

  public init(name: String, undeclared: @escaping @Sendable () -> OutputShape? = { nil }, members: @escaping @Sendable () -> [OutputMember]) {
    self.name = name
    resolve = members
    resolveUndeclared = undeclared
  }

  public var members: [OutputMember] {
    if let members = known.members.withLock({ $0 }) { return members }
    let members = resolve()
    known.members.withLock { $0 = members }
    return members
  }

  /// The member of that name, also one that the object may have without declaring it.
  public func member(_ name: String) -> OutputMember? {
    if let member = members.first(where: { $0.name == name }) { return member }
    return resolveUndeclared().map { OutputMember(name: name, isRequired: false, isReadOnly: false, shape: $0) }
  }

  /// The member that convention gives for a Terraform name: equal when case and underscores do not count, else singular or plural.
  /// Two that match are none.
  public func derivedMember(for terraformName: String) -> OutputMember? {
    let members = members.filter { !$0.isReadOnly }
    let wanted = NameConvention.folded(terraformName)
    for candidate in [wanted] + NameConvention.numbers(of: wanted) {
      let matches = members.filter { NameConvention.folded($0.name) == candidate }
      if matches.count == 1 { return matches[0] }
      if matches.count > 1 { return nil }
    }
    return nil
  }
}

/// The members once they were asked for.
///
/// A class, because all copies of an object share them.
private final class KnownMembers: Sendable {
  let members = Mutex<[OutputMember]?>(nil)
}

/// One member of an object of the target, with what it may hold.
public struct OutputMember: Sendable {
  public var name: String
  public var isRequired: Bool
  public var isReadOnly: Bool
  public var shape: OutputShape

  public init(name: String, isRequired: Bool, isReadOnly: Bool, shape: OutputShape) {
    self.name = name
    self.isRequired = isRequired
    self.isReadOnly = isReadOnly
    self.shape = shape
  }
}

/// How names of Terraform and of targets meet.
public enum NameConvention {
  /// A name without case and underscores.
  public static func folded(_ name: String) -> String { name.filter { $0 != "_" }.lowercased() }

  /// The plural or singular of a folded name, likelier ones first.
  static func numbers(of name: String) -> [String] {
    if name.hasSuffix("ies") { return [String(name.dropLast(3)) + "y", String(name.dropLast())] }
    if name.hasSuffix("s") { return [String(name.dropLast()), name.hasSuffix("es") ? String(name.dropLast(2)) : name + "es"] }
    if name.hasSuffix("y") { return [String(name.dropLast()) + "ies", name + "s"] }
    return [name + "s", name + "es"]
  }

  /// `snake_case` or free text as `PascalCase`, letters and digits only.
  public static func pascalCase(_ text: String) -> String {
    var result = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      guard scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
        startsWord = true
        continue
      }
      result += startsWord ? String(scalar).uppercased() : String(scalar)
      startsWord = false
    }
    return result
  }
}

extension OutputShape {
  /// What a path leads to from here; a list that is passed through without selector stands for its first element.
  public func shape(at steps: some Collection<TargetPath.Step>) -> OutputShape? {
    guard let first = steps.first else { return self }
    let rest = steps.dropFirst()
    switch first {
    case .member(let name):
      if let member = object?.member(name) { return member.shape.shape(at: rest) }
      if let element { return element.shape(at: steps) }
      return mapValue?.shape(at: rest)
    case .index, .append, .keyed: return element?.shape(at: rest)
    }
  }
}
