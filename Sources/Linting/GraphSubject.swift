import HCLSyntax
import HCLValues
import Schemas
import SourceText
import TerraformModel

/// The whole graph as the subject of a rule: `self.resources`, each with its address, type, name, mode, module and attributes (`values`).
enum GraphSubject {
  /// Nil for a configuration without a root module.
  static func value(_ configuration: Configuration, _ graph: ResourceGraph) -> RuleSubjectValue? {
    guard let file = configuration.root?.files.first else { return nil }
    var resources: [Value] = []
    var ranges: [AttributePath: SourceRange] = [:]
    for (position, resource) in graph.resources.enumerated() {
      resources.append(value(resource))
      ranges[AttributePath("resources").appending(.index(position))] = resource.source.header
    }
    // An instance that stands for an unknown count may be none or many.
    let isOpen = graph.resources.contains { $0.isSymbolic }
    let top = SourceRange(file: file.source, bytes: ByteRange(start: 0, end: 0))
    let values = Attributes([("resources", Value(.tuple(resources), marks: isOpen ? .open : []))])
    return RuleSubjectValue(address: "graph", values: values, source: ResourceSource(header: top, range: top, ranges: ranges))
  }

  private static func value(_ resource: ResourceInstance) -> Value {
    let mode =
      switch resource.address.mode {
      case .managed: "resource"
      case .data: "data"
      case .ephemeral: "ephemeral"
      }
    return Value(
      .object(
        Attributes([
          ("address", Value(.string(resource.address.description))), ("type", Value(.string(resource.type))),
          ("name", Value(.string(resource.address.name))), ("mode", Value(.string(mode))),
          ("module", Value(.string(resource.address.module.description))), ("values", Value(.object(resource.values))),
        ])))
  }
}
