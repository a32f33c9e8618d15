import Documents
import HCLValues
import TerraformModel

/// The evaluated resource graph, as `terrane inspect` prints it. (docs/cli.md, `inspect --format json`.)
public struct GraphReport: Sendable {
  private let graph: ResourceGraph
  private let locals: [String: Value]
  private let showsSensitive: Bool

  /// - Parameters:
  ///   - locals: of the root module.
  ///   - showsSensitive: prints sensitive values instead of `(sensitive)`.
  public init(_ graph: ResourceGraph, locals: [String: Value] = [:], showsSensitive: Bool = false) {
    self.graph = graph
    self.locals = locals
    self.showsSensitive = showsSensitive
  }

  // MARK: JSON

  /// As JSON, with paths as JSON Pointers (RFC 6901).
  public func json() -> String { JSONWriter(.pretty).write(document) + "\n" }

  private var document: Document {
    .members([
      ("resources", .array(graph.resources.map(resource))), ("variables", .members(graph.variables.map { ($0.name, variable($0)) })),
      ("locals", .members(locals.sorted { $0.key < $1.key }.map { ($0.key, single($0.value)) })),
      ("outputs", .members(graph.outputs.map { ($0.name, output($0)) })), ("modules", .array(graph.modules.map(module))),
    ])
  }

  private func resource(_ resource: ResourceInstance) -> Document {
    let address = resource.address
    let content = Content(resource.values, resource.undecided, showsSensitive)
    let dependencies = Set(resource.dependencies + resource.explicitDependencies).map(\.description).sorted()
    return .members([
      ("address", .string(address.description)), ("symbolic", .bool(resource.isSymbolic)), ("mode", .string(address.mode.rawValue)),
      ("type", .string(address.type)), ("name", .string(address.name)), ("key", key(address.key)),
      ("module", .array(address.module.steps.map { .string("module.\($0.name)\($0.key)") })),
      ("provider", .string(provider(resource.provider))), ("values", content.values), ("unknown", content.unknown),
      ("sensitive", content.sensitive), ("depends_on", .array(dependencies.map { .string($0) })),
      ("location", locationDocument(resource.source.header)),
    ])
  }

  private func key(_ key: InstanceKey) -> Document {
    switch key {
    case .none, .symbolic: .null
    case .int(let index): .integer(index)
    case .string(let text): .string(text)
    }
  }

  private func provider(_ provider: ProviderReference) -> String {
    let name = provider.source ?? provider.localName
    return provider.alias.map { "\(name).\($0)" } ?? name
  }

  private func variable(_ variable: GraphVariable) -> Document {
    var members: [(String, Document)] = [("type", ValueDocuments.type(variable.type))]
    if let value = variable.givenValue ?? variable.defaultValue {
      let value = variable.isSensitive ? value.withMarks(.sensitive) : value
      members += entries(value)
    } else {
      members.append(("unknown", .members([("", .string("var.\(variable.name)"))])))
    }
    members.append(("sensitive", .bool(variable.isSensitive)))
    members.append(("location", locationDocument(variable.location)))
    return .members(members)
  }

  private func output(_ output: GraphOutput) -> Document {
    let value = output.isSensitive ? output.value.withMarks(.sensitive) : output.value
    let isSensitive = value.deepMarks.contains(.sensitive)
    return .members(entries(value) + [("sensitive", .bool(isSensitive)), ("location", locationDocument(output.location))])
  }

  private func single(_ value: Value) -> Document { .members(entries(value)) }

  /// `value` when something of it is known, `unknown` for the parts that are not.
  private func entries(_ value: Value) -> [(String, Document)] {
    var unknown: [(String, Document)] = []
    let known = ValueDocuments.plain(value, showsSensitive: showsSensitive, gap: { unknown.append(($0.jsonPointer, .string(Self.text($1)))) })
    var members: [(String, Document)] = []
    if let known { members.append(("value", known)) }
    if !unknown.isEmpty { members.append(("unknown", .members(unknown))) }
    return members
  }

  private func module(_ module: GraphModule) -> Document {
    let gaps = Self.gaps(of: module.undecided, showsSensitive)
    return .members([
      ("address", .string(module.address.description)), ("source", module.source.map { .string($0) } ?? .null),
      ("directory", module.directory.map { .string($0) } ?? .null), ("location", module.location.map(locationDocument) ?? .null),
      ("unknown", .members(gaps)),
    ])
  }

  /// What decides the number of instances, under the argument's path.
  private static func gaps(of undecided: UndecidedExpansion?, _ showsSensitive: Bool) -> [(String, Document)] {
    undecided.map { [("/\($0.argument)", .string(reason($0, showsSensitive)))] } ?? []
  }

  private static func reason(_ undecided: UndecidedExpansion, _ showsSensitive: Bool) -> String {
    let value = undecided.value
    if !showsSensitive, value.deepMarks.contains(.sensitive) { return "(sensitive)" }
    if let origin = value.origin { return origin.hclText }
    return value.isKnown ? value.hclText : "not known"
  }

  private static func text(_ value: Value) -> String { value.origin?.hclText ?? "not known" }

  /// The values of a resource taken apart into what is known, what is not, and what is secret.
  private struct Content {
    var values: Document = .members([])
    var unknown: Document = .members([])
    var sensitive: Document = .array([])

    init(_ attributes: Attributes, _ undecided: UndecidedExpansion?, _ showsSensitive: Bool) {
      var gaps = GraphReport.gaps(of: undecided, showsSensitive)
      var secrets: [Document] = []
      let known = ValueDocuments.plain(
        .object(attributes), showsSensitive: showsSensitive, gap: { gaps.append(($0.jsonPointer, .string(GraphReport.text($1)))) },
        secret: { secrets.append(.string($0.jsonPointer)) })
      values = known ?? .members([])
      unknown = .members(gaps)
      sensitive = .array(secrets)
    }
  }

  // MARK: Text

  /// For people: each resource with its values, then outputs and modules that were not followed.
  public func text(usesColor: Bool = false) -> String {
    let palette: Palette = usesColor ? .ansi : .none
    var text = ""
    for resource in graph.resources {
      let heading = palette.paint(resource.address.description, .emphasis)
      text += "\(heading)\(resource.isSymbolic ? "  (\(number(of: resource)))" : "")  \(palette.paint(placeText(resource.source.header), .secondary))\n"
      // What is null is as if it were not written.
      for (name, value) in resource.values.pairs where !value.isNull { text += "  \(name) = \(line(value))\n" }
      text += "\n"
    }
    for output in graph.outputs {
      text += "output.\(output.name) = \(line(output.isSensitive ? output.value.withMarks(.sensitive) : output.value))\n"
    }
    let closed = graph.modules.filter { $0.directory == nil }
    for module in closed { text += "\(module.address): \(module.source ?? "?") is not in view\n" }
    let resources = counted(graph.resources.count, "resource")
    return text + (text.isEmpty ? "" : "\n") + "\(resources) in \(counted(graph.modules.count - closed.count, "module"))\n"
  }

  private func number(of resource: ResourceInstance) -> String {
    guard let undecided = resource.undecided else { return "an unknown number of instances" }
    let reason = DisplayWidth.visible(line: Self.reason(undecided, showsSensitive))
    return "an unknown number of instances: \(undecided.argument) = \(reason)"
  }

  private func line(_ value: Value) -> String {
    DisplayWidth.visible(line: (showsSensitive ? value.unmarkedDeep().value : value).hclText)
  }
}
