import Documents

/// What is known of one type, to be read by people (`text`) or programs (`document`).
///
/// Every member is listed once: one whose members were listed before, as those of a recursive block, says where.
public struct SchemaDescription: Sendable {
  /// `resource`, `data source`, `ephemeral resource`, `provider`, `CloudFormation type`, `Kubernetes kind`, `ARM type`.
  public let kind: String
  public let name: String
  /// Where it comes from: `hashicorp/aws 6.25.0`, `apps/v1, Kubernetes 1.25 to 1.37` ….
  public let source: String
  /// What holds for the type as a whole: a word and what it names.
  let notes: [(label: String, texts: [String])]
  let members: [DescribedMember]

  /// Everything that a name may mean, most likely first: a resource type before a data source of the same name, every API version of a
  /// Kubernetes kind. Empty when nothing has this name.
  ///
  /// - Parameter name: `aws_instance`, `data.aws_ami`, `provider.aws`, `AWS::S3::Bucket`, `Deployment`, `apps/v1/Deployment`,
  ///   `Microsoft.Storage/storageAccounts`, `Microsoft.Storage/storageAccounts@2023-01-01`.
  public static func all(named name: String) -> [SchemaDescription] {
    let schemas = terraform(name)
    if !schemas.isEmpty { return schemas }
    if let type = CloudFormationCatalog.standard.type(name) { return [SchemaDescription(cloudFormation: type)] }
    let kinds = kubernetes(name)
    if !kinds.isEmpty { return kinds.map { SchemaDescription(kubernetes: $0) } }
    let type = ARMCatalog.standard.type(versioned: name) ?? ARMCatalog.standard.type(name)
    return type.map { [SchemaDescription(arm: $0)] } ?? []
  }

  /// All names that `all(named:)` knows, to say what an unknown one may have meant.
  public static var knownNames: [String] {
    let catalog = SchemaCatalog.standard
    return catalog.typeNames(.resource) + catalog.typeNames(.dataSource).map { "data.\($0)" }
      + catalog.providerNames.map { "provider.\($0)" } + CloudFormationCatalog.standard.typeNames
      + KubernetesCatalog.standard.types.map(\.name) + ARMCatalog.standard.types.map(\.name)
  }

  private static func terraform(_ name: String) -> [SchemaDescription] {
    let catalog = SchemaCatalog.standard
    if name.hasPrefix("provider.") {
      guard let provider = catalog.provider(localName: String(name.dropFirst(9))), let schema = provider.configuration else {
        return []
      }
      return [SchemaDescription(kind: "provider", provider.localName, provider, schema)]
    }
    if name.hasPrefix("data.") { return terraform(String(name.dropFirst(5)), [.dataSource]) }
    return terraform(name, [.resource, .dataSource, .ephemeralResource])
  }

  private static func terraform(_ type: String, _ kinds: [ProviderSchema.Kind]) -> [SchemaDescription] {
    guard let provider = SchemaCatalog.standard.provider(ofType: type) else { return [] }
    return kinds.compactMap { kind in
      guard let schema = provider.schema(kind, type) else { return nil }
      return switch kind {
      case .resource: SchemaDescription(kind: "resource", type, provider, schema)
      case .dataSource: SchemaDescription(kind: "data source", type, provider, schema)
      case .ephemeralResource: SchemaDescription(kind: "ephemeral resource", type, provider, schema)
      case .provisioner: SchemaDescription(kind: "provisioner", type, provider, schema)
      }
    }
  }

  private static func kubernetes(_ name: String) -> [TargetType] {
    let catalog = KubernetesCatalog.standard
    let parts = name.split { $0 == "/" || $0 == " " }.map(String.init)
    guard let kind = parts.last else { return [] }
    if parts.count > 1 {
      return catalog.type(apiVersion: parts.dropLast().joined(separator: "/"), kind: kind).map { [$0] } ?? []
    }
    return catalog.types.filter { $0.name == kind }
  }
}

/// One line of a description, and the lines below it.
struct DescribedMember: Sendable {
  var name: String
  /// A nested block rather than an attribute.
  var isBlock: Bool
  /// `list(string)`, `list of at most 1`, …
  var type: String
  /// `required`, `optional`, `optional, computed`, `read-only`.
  var mode: String
  /// `sensitive`, `deprecated`, `replaces the resource` ….
  var marks: [String]
  var facts: ValueFacts
  var defaultValue: ScalarFact?
  var members: [DescribedMember] = []
  /// The path of the member below which the same members are listed.
  var sameAs: String?
}
