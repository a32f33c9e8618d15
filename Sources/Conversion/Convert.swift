import Documents
import TerraformModel

/// The formats that a graph can be converted to.
public enum ConversionFormat: String, Sendable, CaseIterable {
  case cloudformation, kubernetes, arm
}

/// What a conversion gives.
public struct ConversionResult: Sendable {
  public var documents: [NamedDocument]
  public var report: ConversionReport

  public init(documents: [NamedDocument], report: ConversionReport) {
    self.documents = documents
    self.report = report
  }
}

/// Converts a graph that was expanded under the convert binding.
///
/// Total: what cannot be carried is a loss in the report, never an error, and no reference of the output leads nowhere.
public func convert(
  _ graph: ResourceGraph, configuration: Configuration, to target: some ConversionTarget, mappings: MappingLibrary = .builtIn
) -> ConversionResult {
  var converter = Converter(target, graph: graph, configuration: configuration, mappings: mappings)
  let documents = converter.convert()
  return ConversionResult(documents: documents, report: converter.report)
}
