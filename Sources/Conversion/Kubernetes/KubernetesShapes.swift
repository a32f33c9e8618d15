import Diagnostics
import HCLSyntax
import SourceText
import HCLValues
import PackedData

/// The rules about definitions of the Kubernetes API, wherever they stand: one file, `_definitions.map.hcl`, read when it is first needed.
struct KubernetesShapes: Sendable {
  static let standard = KubernetesShapes()

  /// What is wrong with the file.
  let diagnostics: [Diagnostic]
  /// In the order of the file; a definition may have several, each with its condition.
  let mappings: [TargetMapping]
  private let positions: [String: [Int]]

  private init() {
    guard let file = EmbeddedData.files.file("kubernetes/_definitions.map.hcl") else {
      (diagnostics, mappings, positions) = ([], [], [:])
      return
    }
    let result = parseConfiguration(SourceFile(path: file.path, bytes: file.array))
    var parser = MappingParser(result.tree)
    mappings = parser.parseDefinitions().flatMap(\.targets)
    diagnostics = result.diagnostics + parser.diagnostics
    var positions: [String: [Int]] = [:]
    for (index, mapping) in mappings.enumerated() { positions[mapping.type, default: []].append(index) }
    self.positions = positions
  }

  /// The rules about an object of that name with these values. `*` is about all kinds.
  func mapping(of name: String, _ values: Attributes) -> TargetMapping? {
    var indices = positions[name] ?? []
    if name.contains(" ") { indices += positions["*"] ?? [] }
    var combined: TargetMapping?
    for index in indices {
      let mapping = mappings[index]
      if let condition = mapping.when, !MappingCondition.holds(condition, of: values) { continue }
      if combined == nil {
        combined = mapping
      } else {
        combined?.rules += mapping.rules
        combined?.defaults += mapping.defaults
      }
    }
    return combined
  }
}
