import Diagnostics
import HCLSyntax
import PackedData
import SourceText
import Synchronization

/// All mapping files, each parsed when its type is first asked for.
///
/// A class, because what was parsed is remembered for all who ask.
public final class MappingLibrary: Sendable {
  /// The files that the build packed.
  public static let builtIn = MappingLibrary(embedded: ())

  private let sources: [String: SourceFile]?
  private let parsed = Mutex<[String: (definition: MappingDefinition?, diagnostics: [Diagnostic])]>([:])
  private let index: Mutex<[String: String]?> = Mutex(nil)

  private init(embedded: Void) { sources = nil }

  /// Given files in place of the built-in ones, by Terraform type.
  public init(_ sources: [String: SourceFile]) { self.sources = sources }

  /// The Terraform types that have a file, sorted.
  public var terraformTypes: [String] {
    if let sources { return sources.keys.sorted() }
    return embeddedPaths.keys.sorted()
  }

  /// The blocks for one target, in the order of the file.
  public func mappings(of terraformType: String, for target: String) -> [TargetMapping] {
    definition(of: terraformType)?.targets.filter { $0.target == target } ?? []
  }

  /// The mapping of a type; nil when it has no file.
  public func definition(of terraformType: String) -> MappingDefinition? { load(terraformType).definition }

  /// What is wrong with the file of a type.
  public func diagnostics(of terraformType: String) -> [Diagnostic] { load(terraformType).diagnostics }

  private func load(_ type: String) -> (definition: MappingDefinition?, diagnostics: [Diagnostic]) {
    if let known = parsed.withLock({ $0[type] }) { return known }
    let result = parse(type)
    parsed.withLock { $0[type] = result }
    return result
  }

  private func parse(_ type: String) -> (definition: MappingDefinition?, diagnostics: [Diagnostic]) {
    guard let file = source(of: type) else { return (nil, []) }
    let result = parseConfiguration(file)
    var parser = MappingParser(result.tree)
    let definitions = parser.parseDefinitions()
    var diagnostics = result.diagnostics + parser.diagnostics
    let definition = definitions.first { $0.terraformType == type }
    if definition == nil || definitions.count > 1 {
      diagnostics.append(
        Diagnostic(
          .error, "invalid-mapping", "Not exactly one mapping of the file's type", detail: "The file is named after the one type that it maps, \(type).",
          at: file.wholeRange))
    }
    return (definition, diagnostics)
  }

  private func source(of type: String) -> SourceFile? {
    if let sources { return sources[type] }
    guard let path = embeddedPaths[type], let file = EmbeddedData.files.file(path) else { return nil }
    return SourceFile(path: path, bytes: file.array)
  }

  /// The path of each type's file: `<provider>/<type>.map.hcl`. One that begins with `_` is about no type; its target reads it.
  private var embeddedPaths: [String: String] {
    index.withLock { index in
      if let index { return index }
      var paths: [String: String] = [:]
      for file in EmbeddedData.files where file.path.hasSuffix(".map.hcl") {
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        if !name.hasPrefix("_") { paths[String(name.dropLast(".map.hcl".count))] = file.path }
      }
      index = paths
      return paths
    }
  }
}
