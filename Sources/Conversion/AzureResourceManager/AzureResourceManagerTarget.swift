import Documents
import HCLValues
import Schemas
import TerraformModel

/// Azure Resource Manager templates, deployed to one resource group. (ARM template documentation, "Structure and syntax", "Functions".)
///
/// The resource group that most resources belong to is the one that the template is deployed to. A resource's name is written from its segments, so that
/// resource IDs, children and `dependsOn` need nothing that is only known once something is built.
public struct AzureResourceManagerTarget: ConversionTarget {
  public init() {}

  public let name = "arm"

  /// What a template gathers while resources are written.
  public struct State: Sendable {
    /// The resource group that the template is deployed to; nil when the configuration declares none.
    var group: ResourceAddress?
    /// Variables that say where that group is.
    var locationVariables: Set<String> = []
    /// By name.
    var parameters: [String: Document] = [:]
    /// The name of each variable's parameter.
    var variableParameters: [String: String] = [:]
    /// The segments of each resource's name, by position.
    var names: [Int: [Document]] = [:]
    /// Resources whose names are being written.
    var naming: Set<Int> = []
    /// The condition under which each resource exists, by position; null when there is none.
    var existence: [Int: Document] = [:]
    /// What each resource refers to, by position.
    var uses: [Int: Set<Int>] = [:]
  }

  static let groupType = "azurerm_resource_group"

  public func makeState(for graph: ResourceGraph, _ configuration: Configuration) -> State {
    var state = State()
    var counts: [ResourceAddress: Int] = [:]
    let groups = graph.resources.filter { $0.type == Self.groupType && $0.address.mode == .managed }
    for resource in graph.resources {
      guard case .reference(let address, _)? = resource.values["resource_group_name"]?.origin, address.type == Self.groupType else { continue }
      counts[address, default: 0] += 1
    }
    var most = -1
    for group in groups where counts[group.address, default: 0] > most {
      most = counts[group.address, default: 0]
      state.group = group.address
    }
    if let group = state.group, case .variable(let name)? = graph.resource(at: group)?.values["location"]?.origin { state.locationVariables.insert(name) }
    return state
  }

  /// The label of a mapping: type, API version, and for a type with variants the name that chooses one.
  public func object(ofType type: String) -> OutputObject? {
    let words = type.split(separator: " ").map(String.init)
    guard (2...3).contains(words.count), let found = ARMCatalog.standard.type(words[0], apiVersion: words[1]) else { return nil }
    let shape = found.shape
    guard words.count == 3 else { return OutputObject(azure: shape, variant: nil, name: type) }
    return shape.variant(named: words[2]).map { OutputObject(azure: shape, variant: $0, name: type) }
  }

  public func identifiers(for resources: [PlannedResource]) -> [String] {
    resources.map { resource in
      let address = resource.instance.address
      let words = address.module.steps.map { "\($0.name) \(Self.text($0.key))" } + [address.name, Self.text(address.key), resource.suffix]
      return Self.camelCase(words.joined(separator: " "))
    }
  }

  private static func text(_ key: InstanceKey) -> String {
    switch key {
    case .none, .symbolic: ""
    case .int(let index): String(index)
    case .string(let text): text
    }
  }

  public func shared(for object: OutputObject, _ values: Attributes) -> TargetMapping? { AzureShapes.standard.mapping(of: object.name, in: self) }

  public func reasonForUnsupported(type: String) -> String? {
    switch type.prefix(while: { $0 != "_" }) {
    case "random": "a template computes no random values: what refers to it becomes a parameter"
    case "null", "local", "time", "tls", "archive", "external", "http", "terraform":
      "a template has no resource for what Terraform computes by itself (\(type))"
    case "azuread": "templates of Azure Resource Manager do not manage Microsoft Entra ID"
    default: nil
    }
  }

  // MARK: Values of mapping files

  public func constant(_ name: String) -> Document? {
    switch name {
    case "location": TemplateExpression.expression("resourceGroup().location")
    case "resource_group": TemplateExpression.expression("resourceGroup().id")
    case "resource_group_name": TemplateExpression.expression("resourceGroup().name")
    case "subscription": TemplateExpression.expression("subscription().subscriptionId")
    case "tenant": TemplateExpression.expression("subscription().tenantId")
    case "storage_suffix": TemplateExpression.expression("environment().suffixes.storage")
    default: nil
    }
  }

  public func call(_ name: String, _ arguments: [Document]) -> Document? {
    switch (name, arguments.count) {
    case ("join", 2): TemplateExpression.function("join", [arguments[1], arguments[0]])
    case ("split", 2): TemplateExpression.function("split", arguments.reversed())
    case ("select", 2): TemplateExpression.expression("\(TemplateExpression.text(of: arguments[1]))[\(TemplateExpression.text(of: arguments[0]))]")
    case ("lower", 1): TemplateExpression.function("toLower", arguments)
    default: nil
    }
  }

  public func concatenation(of parts: [Document]) -> Document { TemplateExpression.concatenation(of: parts) }

  // MARK: References

  public func reference(to resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    use(resource, in: &converter)
    return resourceID(of: resource, in: &converter)
  }

  /// An attribute that exists once the resource is built. `root.x` is beside `properties`; a name that begins with a function of the resource,
  /// `listKeys().keys[0].value`, calls that one.
  public func attribute(_ name: String, of resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    use(resource, in: &converter)
    let id = TemplateExpression.text(of: resourceID(of: resource, in: &converter))
    let version = TemplateExpression.quoted(apiVersion(of: converter.resources[resource]))
    let text: String
    if let end = name.firstRange(of: "()") {
      text = "\(name[..<end.lowerBound])(\(id), \(version))\(name[end.upperBound...])"
    } else if name.hasPrefix("root.") {
      text = "reference(\(id), \(version), 'Full').\(name.dropFirst(5))"
    } else {
      text = "reference(\(id), \(version)).\(name)"
    }
    guard let condition = existence(of: resource, in: &converter) else { return TemplateExpression.expression(text) }
    if let current = converter.current, existence(of: current, in: &converter) == condition { return TemplateExpression.expression(text) }
    return TemplateExpression.function("if", [condition, TemplateExpression.expression(text), converter.current == nil ? "" : .null])
  }

  /// Remembers that the current resource refers to another one.
  func use(_ resource: Int, in converter: inout Converter<Self>) {
    guard let current = converter.current else { return }
    converter.state.uses[current, default: []].insert(resource)
  }

  func resourceType(of resource: PlannedResource) -> String { String(resource.mapping.type.prefix { $0 != " " }) }

  func apiVersion(of resource: PlannedResource) -> String {
    resource.mapping.type.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  /// The condition under which a resource exists; nil when it always does.
  func existence(of resource: Int, in converter: inout Converter<Self>) -> Document? {
    if let known = converter.state.existence[resource] { return known.isNull ? nil : known }
    converter.state.existence[resource] = .null
    guard let value = converter.resources[resource].instance.existence, value.symbolicOrigin != nil else { return nil }
    let outer = converter.current
    converter.current = resource
    defer { converter.current = outer }
    do throws(ConversionLoss) {
      let condition = try converter.expression(value, to: .boolean)
      guard !TemplateExpression.readsState(condition) else { throw ConversionLoss("`\(value.sourceText)` is only known once something else is built") }
      converter.state.existence[resource] = condition
      return condition
    } catch {
      converter.lose("it exists under a condition that a template cannot test: \(error.reason)")
      return nil
    }
  }

  /// `some_name` or free text as `someName`.
  static func camelCase(_ text: String) -> String {
    let name = NameConvention.pascalCase(text)
    guard let first = name.first else { return "" }
    return first.lowercased() + name.dropFirst()
  }
}
