import SourceText

/// An ordered collection of diagnostics.
public struct DiagnosticBag: Sendable {
  public private(set) var all: [Diagnostic] = []

  public init() {}

  public init(_ diagnostics: [Diagnostic]) { all = diagnostics }

  public var isEmpty: Bool { all.isEmpty }
  public var hasErrors: Bool { all.contains { $0.severity == .error } }
  public var errors: [Diagnostic] { all.filter { $0.severity == .error } }

  public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  public mutating func add(contentsOf other: DiagnosticBag) { all.append(contentsOf: other.all) }

  public mutating func add(contentsOf diagnostics: [Diagnostic]) { all.append(contentsOf: diagnostics) }

  /// The order of reports: path, offset, id, summary; equal ones once. Diagnostics without a place come first.
  public func sortedForReport() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return all.filter { seen.insert($0).inserted }.sorted { left, right in
      switch (left.subject, right.subject) {
      case (nil, .some): return true
      case (.some, nil): return false
      case (nil, nil): return (left.id, left.summary) < (right.id, right.summary)
      case (.some(let a), .some(let b)):
        if a != b { return SourceRange.precedes(a, b) }
        return (left.id, left.summary) < (right.id, right.summary)
      }
    }
  }
}
