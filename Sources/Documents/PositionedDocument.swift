import Diagnostics
import SourceText

/// A JSON or YAML value as read, with the place of every value and key.
public struct PositionedDocument: Sendable {
  /// What stands there.
  public enum Content: Sendable {
    case null
    case bool(Bool)
    /// Decimal text, as in `Document.number`.
    case number(String)
    case string(String)
    case array([PositionedDocument])
    case object([Member])
  }

  /// One key of an object with its value.
  public struct Member: Sendable {
    public var key: String
    public var keyRange: SourceRange
    public var value: PositionedDocument

    public init(key: String, keyRange: SourceRange, value: PositionedDocument) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public var content: Content
  /// From the first byte of the value to behind its last. What an alias or a merge key brings in keeps the place of the anchor.
  public var range: SourceRange

  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The value without positions.
  public var document: Document {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(\.document))
    case .object(let members): .object(DocumentObject(members.lazy.map { ($0.key, $0.value.document) }))
    }
  }

  /// The member with a key, found by a scan; nil when this is no object or has no such key.
  public func member(_ key: String) -> Member? {
    if case .object(let members) = content { return members.first { $0.key == key } }
    return nil
  }

  /// The value of a key; nil when this is no object or has no such key.
  public subscript(key: String) -> PositionedDocument? { member(key)?.value }

  /// The element at an index; nil when this is no array or the index lies outside.
  public subscript(index: Int) -> PositionedDocument? {
    if case .array(let elements) = content, elements.indices.contains(index) { return elements[index] }
    return nil
  }

  /// The text of a string, else nil.
  public var stringValue: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  /// The value of a boolean, else nil.
  public var boolValue: Bool? {
    if case .bool(let value) = content { return value }
    return nil
  }

  /// The decimal text of a number, else nil.
  public var numberText: String? {
    if case .number(let text) = content { return text }
    return nil
  }

  /// The elements of an array, else nil.
  public var elements: [PositionedDocument]? {
    if case .array(let elements) = content { return elements }
    return nil
  }

  /// The members of an object in order, else nil.
  public var members: [Member]? {
    if case .object(let members) = content { return members }
    return nil
  }

  public var isNull: Bool {
    if case .null = content { return true }
    return false
  }
}

/// What a reader found in a file.
public struct DocumentReading: Sendable {
  /// The documents read completely, in order; JSON has at most one.
  public var documents: [PositionedDocument]
  /// Errors and warnings with their places. With an error, `documents` ends before the document that has it, except for
  /// duplicate keys, which lose only the earlier value.
  public var diagnostics: DiagnosticBag

  public init(documents: [PositionedDocument] = [], diagnostics: DiagnosticBag = DiagnosticBag()) {
    self.documents = documents
    self.diagnostics = diagnostics
  }

  /// The first document, when there is one and no error was found.
  public var validDocument: PositionedDocument? { diagnostics.hasErrors ? nil : documents.first }
}

/// What a reader says about a key that comes twice in one object. The last value counts in any case.
public enum DuplicateKeyPolicy: Sendable {
  case error, warning, accept
}

/// The deepest nesting that readers accept unless told otherwise.
public let defaultMaximumDepth = 512

extension DuplicateKeyPolicy {
  /// The diagnostic for a key that comes again, or nil when that is accepted.
  func diagnostic(key: String, at range: SourceRange, first: SourceRange) -> Diagnostic? {
    let severity: DiagnosticSeverity
    switch self {
    case .accept: return nil
    case .warning: severity = .warning
    case .error: severity = .error
    }
    return Diagnostic(
      severity, "duplicate-key", "Key \"\(key)\" is given twice",
      detail: "Each key may stand once in an object. The last value is the one that counts.", at: range,
      related: [DiagnosticLabel(first, "first given here")])
  }
}

/// Builds the members of one object while a reader goes through it, and finds keys that come twice.
struct MemberList {
  private(set) var members: [PositionedDocument.Member] = []
  private var positions: [String: Int]?
  private static let indexedFrom = 12

  /// Where a key stands.
  func index(of key: String) -> Int? {
    if let positions { return positions[key] }
    return members.firstIndex { $0.key == key }
  }

  /// Adds a member; a key that comes again keeps its first place and takes the new value.
  ///
  /// - Returns: the place of the earlier key.
  mutating func add(_ member: PositionedDocument.Member) -> SourceRange? {
    if let earlier = index(of: member.key) {
      let first = members[earlier].keyRange
      members[earlier] = member
      return first
    }
    members.append(member)
    if positions != nil {
      positions?[member.key] = members.count - 1
    } else if members.count >= Self.indexedFrom {
      positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($0.element.key, $0.offset) })
    }
    return nil
  }
}
