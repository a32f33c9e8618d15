import Documents
import HCLSyntax
import HCLValues
import Schemas
import TerraformModel

/// AWS CloudFormation templates. (CloudFormation user guide, "Template anatomy", "Intrinsic functions".)
public struct CloudFormationTarget: ConversionTarget {
  public init() {}

  public let name = "cloudformation"

  /// The provider of these resources sends nothing for an empty value.
  public var readsEmptyAsUnset: Bool { true }

  /// What a template gathers while resources are written.
  public struct State: Sendable {
    /// Variables that say where the stack is: they are `AWS::Region`.
    var regionVariables: Set<String> = []
    /// Aliases of provider configurations for another region or account.
    var foreignAliases: Set<String> = []
    /// By logical ID.
    var parameters: [String: Document] = [:]
    /// The logical ID of each variable's parameter.
    var variableParameters: [String: String] = [:]
    /// In the order of their first use.
    var conditions: [(name: String, test: Document)] = []
    var mappings = DocumentObject()
    /// Conditions that hold where something is being written: inside of the first branch of their `Fn::If`.
    var assumed: [String] = []
    /// The condition under which each resource exists, by position.
    var existence: [Int: String] = [:]
    /// What each resource refers to, by position.
    var references: [Int: Set<Int>] = [:]
    /// What each resource has to wait for beside what it refers to, by position.
    var awaited: [Int: Set<Int>] = [:]
  }

  public func makeState(for graph: ResourceGraph, _ configuration: Configuration) -> State {
    var state = State()
    let providers = configuration.root?.providers.filter { $0.localName == "aws" } ?? []
    var regionText: String?
    for provider in providers where provider.alias == nil {
      guard let region = provider.block.body.attribute("region")?.expression else { continue }
      regionText = region.text
      if case .scopeTraversal(let root, let steps) = region.expression, steps.count == 1, region.tree.name(root) == "var",
        case .attribute(let name) = region.tree.step(steps, 0).step
      {
        state.regionVariables.insert(region.tree.name(name))
      }
    }
    for provider in providers {
      guard let alias = provider.alias else { continue }
      let region = provider.block.body.attribute("region")?.expression.text
      if region != regionText || !provider.block.body.blocks(ofType: "assume_role").isEmpty { state.foreignAliases.insert(alias) }
    }
    return state
  }

  public func object(ofType type: String) -> OutputObject? {
    CloudFormationCatalog.standard.type(type).map { OutputObject($0.shape, name: type) }
  }

  public func constant(_ name: String) -> Document? {
    switch name {
    case "region": Self.ref("AWS::Region")
    case "account": Self.ref("AWS::AccountId")
    case "partition": Self.ref("AWS::Partition")
    case "url_suffix": Self.ref("AWS::URLSuffix")
    case "stack_name": Self.ref("AWS::StackName")
    default: nil
    }
  }

  public func call(_ name: String, _ arguments: [Document]) -> Document? {
    switch (name, arguments.count) {
    case ("join", 2): Self.function("Fn::Join", [arguments[0], arguments[1]])
    case ("select", 2): Self.function("Fn::Select", [arguments[0], arguments[1]])
    case ("split", 2): Self.function("Fn::Split", [arguments[0], arguments[1]])
    case ("availability_zones", 0): .members([("Fn::GetAZs", "")])
    default: nil
    }
  }

  public func reasonForUnsupported(type: String) -> String? {
    switch type.prefix(while: { $0 != "_" }) {
    case "random", "null", "local", "time", "tls", "archive", "external", "http", "terraform":
      "CloudFormation has no resource for what Terraform computes by itself (\(type))"
    default: nil
    }
  }

  // MARK: References

  public func reference(to resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    existing(Self.ref(converter.resources[resource].identifier), resource, in: &converter)
  }

  public func attribute(_ name: String, of resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    existing(Self.function("Fn::GetAtt", [.string(converter.resources[resource].identifier), .string(name)]), resource, in: &converter)
  }

  /// A reference to a resource that may not exist gives nothing then; inside of resources that exist under the same condition it is plain.
  private func existing(_ document: Document, _ resource: Int, in converter: inout Converter<Self>) -> Document {
    if let current = converter.current { converter.state.references[converter.holder(of: current), default: []].insert(resource) }
    awaitParts(of: resource, in: &converter)
    guard let name = existence(of: resource, in: &converter) else { return document }
    if converter.state.assumed.contains(name) { return document }
    if let current = converter.current, existence(of: current, in: &converter) == name { return document }
    return Self.function("Fn::If", [.string(name), document, Self.noValue])
  }

  /// Whoever refers to a resource also waits for those parts of it that its mapping says so of.
  private func awaitParts(of resource: Int, in converter: inout Converter<Self>) {
    guard let current = converter.current else { return }
    let waiting = converter.holder(of: current)
    for (index, part) in converter.resources.enumerated() where part.parent == resource && index != current && waiting != resource {
      guard case .bool(true)? = part.mapping.options["awaited"]?.form else { continue }
      converter.state.awaited[waiting, default: []].insert(index)
    }
  }

  /// The name of the condition under which a resource exists; nil when it always does.
  func existence(of resource: Int, in converter: inout Converter<Self>) -> String? {
    if let known = converter.state.existence[resource] { return known.isEmpty ? nil : known }
    guard let value = converter.resources[resource].instance.existence, value.symbolicOrigin != nil else { return nil }
    do throws(ConversionLoss) {
      let name = try condition(named: value, in: &converter)
      converter.state.existence[resource] = name
      return name
    } catch {
      // Said once; the resource then always exists.
      converter.state.existence[resource] = ""
      let current = converter.current
      converter.current = resource
      converter.lose("it exists under a condition that a template cannot test: \(error.reason)")
      converter.current = current
      return nil
    }
  }

  // MARK: Pieces

  static let noValue = ref("AWS::NoValue")

  static func ref(_ name: String) -> Document { .members([("Ref", .string(name))]) }

  static func function(_ name: String, _ arguments: [Document]) -> Document { .members([(name, .array(arguments))]) }

  /// `Fn::Sub` of references and text, `Fn::Join` when a part is any other function.
  public func concatenation(of parts: [Document]) -> Document {
    var flat: [Document] = []
    for part in parts {
      if let inner = part["Fn::Join"]?.arrayValue, inner.count == 2, inner[0] == "", let texts = inner[1].arrayValue { flat += texts } else { flat.append(part) }
    }
    var text = ""
    var isLiteral = true
    var canSubstitute = true
    for part in flat {
      if let literal = Self.literal(part) {
        text += literal.replacing("${", with: "${!")
        continue
      }
      isLiteral = false
      if let name = part["Ref"]?.stringValue {
        text += "${\(name)}"
      } else if let path = part["Fn::GetAtt"]?.arrayValue?.compactMap(\.stringValue), path.count == 2 {
        text += "${\(path.joined(separator: "."))}"
      } else if let inner = part["Fn::Sub"]?.stringValue {
        text += inner
      } else {
        canSubstitute = false
      }
    }
    if isLiteral { return .string(flat.compactMap(Self.literal).joined()) }
    if flat.count == 1 { return flat[0] }
    if canSubstitute { return .members([("Fn::Sub", .string(text))]) }
    return Self.function("Fn::Join", ["", .array(flat.map { Self.literal($0).map { .string($0) } ?? $0 })])
  }

  private static func literal(_ document: Document) -> String? {
    switch document {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
