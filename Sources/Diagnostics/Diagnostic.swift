/// Diagnostics: what the program has to say about its input, as a value.
///
/// Used by every stage above; knows no language. Invariants: a diagnostic is complete when made (no look-up is needed to show
/// it), and reporters decide how it looks.

import SourceText

/// How bad a diagnostic is.
public enum DiagnosticSeverity: String, Sendable, Comparable {
  case note, warning, error

  public static func < (left: DiagnosticSeverity, right: DiagnosticSeverity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A range with what is to be said of it; the message may be empty.
public struct DiagnosticLabel: Hashable, Sendable {
  public var range: SourceRange
  public var message: String

  public init(_ range: SourceRange, _ message: String = "") {
    self.range = range
    self.message = message
  }
}

/// One replacement of bytes.
public struct TextEdit: Hashable, Sendable {
  public var range: SourceRange
  public var replacement: String

  public init(range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// Edits that mend what a diagnostic reports.
public struct Fix: Hashable, Sendable {
  /// Whether applying it can change what would be built.
  public enum Safety: String, Sendable {
    /// Nothing is replaced and no plan changes.
    case safe
    /// The plan changes; a person should look.
    case unsafe
  }

  public var title: String
  public var safety: Safety
  public var edits: [TextEdit]

  public init(title: String, safety: Safety, edits: [TextEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// What a name of a failing expression stood for.
public struct DiagnosticValue: Hashable, Sendable {
  /// The reference, as written: `var.names[0]`.
  public var reference: String
  /// What is said of it, to be read behind the reference: `is "a"`, `is a list of string`.
  public var statement: String

  public init(_ reference: String, _ statement: String) {
    self.reference = reference
    self.statement = statement
  }
}

/// One problem, with its place and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  public var severity: DiagnosticSeverity
  /// A kebab-case name of the kind of problem, stable across versions; equal kinds have equal ids.
  public var id: String
  /// Names the thing and says what is wrong, without a full stop.
  public var summary: String
  /// Whole sentences: what was expected, what was found, what to do. May be empty.
  public var detail: String
  /// The smallest range that shows the problem; nil when it has no place in a file.
  public var subject: SourceRange?
  /// A wider range to show around the subject.
  public var context: SourceRange?
  /// What is said of the subject itself, shown behind its carets; may be empty.
  public var subjectMessage: String
  /// Other places that matter: the declaration, the first definition.
  public var related: [DiagnosticLabel]
  public var fix: Fix?
  /// What the names of the expression stood for, sorted; nil when it is not about a value.
  public var values: [DiagnosticValue]?
  /// Whether it holds only for the values that were evaluated: with other variables, or with files that a build makes, it may not.
  public var dependsOnValues = false

  public init(
    _ severity: DiagnosticSeverity, _ id: String, _ summary: String, detail: String = "", at subject: SourceRange?,
    context: SourceRange? = nil, subjectMessage: String = "", related: [DiagnosticLabel] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.id = id
    self.summary = summary
    self.detail = detail
    self.subject = subject
    self.context = context
    self.subjectMessage = subjectMessage
    self.related = related
    self.fix = fix
  }

  /// The same diagnostic, marked as one that other values could make vanish.
  public func dependingOnValues() -> Diagnostic {
    var copy = self
    copy.dependsOnValues = true
    return copy
  }
}
