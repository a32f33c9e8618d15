import Diagnostics
import HCLSyntax
import PackedData
import SourceText

/// The rules about all resource types, and about objects that many of them have: one file, `azurerm/_definitions.map.hcl`, read when it is first needed.
struct AzureShapes: Sendable {
  static let standard = AzureShapes()

  /// What is wrong with the file.
  let diagnostics: [Diagnostic]
  private let mappings: [String: TargetMapping]

  private init() {
    guard let file = EmbeddedData.files.file("azurerm/_definitions.map.hcl") else {
      (diagnostics, mappings) = ([], [:])
      return
    }
    let result = parseConfiguration(SourceFile(path: file.path, bytes: file.array))
    var parser = MappingParser(result.tree)
    var mappings: [String: TargetMapping] = [:]
    for mapping in parser.parseDefinitions().flatMap(\.targets) { mappings[mapping.type] = mapping }
    self.mappings = mappings
    diagnostics = result.diagnostics + parser.diagnostics
  }

  /// The rules about the object of that name; those of `*` are about what a resource's attributes are written to, as far as its type has the members.
  func mapping(of name: String, in target: AzureResourceManagerTarget) -> TargetMapping? {
    let steps = name.split(separator: " ").last?.split(separator: ".") ?? []
    let isBody = steps.count == 1 || (steps.count == 2 && steps[1] == "properties")
    guard isBody, var general = mappings["*"] else { return mappings[name] }
    if let type = target.object(ofType: steps.count == 1 ? name : String(name.dropLast(".properties".count))) {
      general.rules.removeAll { rule in
        rule.rule.paths(from: type, name: rule.attribute).contains { OutputShape.object(type).shape(at: $0.steps) == nil }
      }
    }
    guard var own = mappings[name] else { return general }
    own.rules += general.rules
    own.defaults += general.defaults
    return own
  }

  /// What the rules are about, sorted.
  var names: [String] { mappings.keys.sorted() }
}
