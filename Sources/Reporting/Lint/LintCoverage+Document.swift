import Documents

extension LintCoverage {
  /// What was not looked at, for reports that programs read: calls whose code is not in view, and types that no schema knows.
  var gaps: [(String, Document)] {
    func counts(_ counts: [String: Int], _ name: String) -> Document {
      .array(counts.sorted { $0.key < $1.key }.map { .members([(name, .string($0.key)), ("count", .integer($0.value))]) })
    }
    return [("modules_not_followed", counts(callsNotFollowed, "source")), ("unknown_types", counts(unknownTypes, "type"))]
  }

  /// How much was looked at.
  var extent: [(String, Document)] {
    [("files", .integer(files)), ("modules", .integer(modules)), ("resources", .integer(resources))]
  }
}
