import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Which embedded schemas may judge the resources of a configuration: those of the provider that its requirements lead to, of the major
/// version that they admit.
struct ProviderAdmission {
  /// A provider whose schemas hold.
  struct Judge {
    var schema: ProviderSchema
    /// The requirements also admit versions above the embedded one: what is not known here may exist there.
    var admitsNewer: Bool
  }

  private var constraints: [ProviderSource: [VersionConstraint]] = [:]
  /// Sources with a constraint that cannot be read.
  private var unclear: Set<ProviderSource> = []
  private var locked: [ProviderSource: VersionConstraint.Version] = [:]
  private let catalog: SchemaCatalog

  /// - Parameter lockFile: `.terraform.lock.hcl` of the root module.
  init(_ configuration: Configuration, catalog: SchemaCatalog, lockFile: SourceFile?) {
    self.catalog = catalog
    for module in configuration.modules.values {
      for (name, required) in module.requiredProviders {
        guard let source = ProviderSource(required.source ?? name), let text = required.versionConstraint else { continue }
        add(text, source)
      }
      for provider in module.providers {
        guard let source = Self.source(provider.localName, in: module),
          let text = provider.block.body.attribute("version").flatMap({ literalString($0.expression) })
        else { continue }
        add(text, source)
      }
    }
    if let lockFile { readLocks(lockFile) }
  }

  private mutating func add(_ text: String, _ source: ProviderSource) {
    if let constraint = VersionConstraint(text) {
      constraints[source, default: []].append(constraint)
    } else {
      unclear.insert(source)
    }
  }

  private mutating func readLocks(_ file: SourceFile) {
    for block in parseConfiguration(file).tree.rootBody.blocks(ofType: "provider") {
      guard let source = block.labels.first.flatMap({ ProviderSource($0.value) }),
        let version = block.body.attribute("version").flatMap({ literalString($0.expression) }).flatMap({ VersionConstraint.Version.parse($0) })
      else { continue }
      locked[source] = version
    }
  }

  /// The source of a provider that a module calls by a local name.
  static func source(_ localName: String, in module: Module) -> ProviderSource? {
    if let required = module.requiredProviders[localName] { return ProviderSource(required.source ?? localName) }
    return ProviderSource(localName)
  }

  /// The schemas for what a module calls by a local name; nil when none may judge.
  func judge(_ localName: String, in module: Module) -> Judge? {
    if localName == "terraform", module.requiredProviders[localName] == nil {
      return catalog.provider(localName: "terraform").map { Judge(schema: $0, admitsNewer: true) }
    }
    guard let source = Self.source(localName, in: module), source.type != "google-beta", !unclear.contains(source),
      let schema = catalog.provider(source: source.text), let version = VersionConstraint.Version.parse(schema.version)
    else { return nil }
    let constraints = constraints[source] ?? []
    // A lock that the constraints have left behind says nothing any more.
    if let locked = locked[source], constraints.allSatisfy({ $0.admits(locked) }) {
      guard locked.segment(0) == version.segment(0) else { return nil }
      return Judge(schema: schema, admitsNewer: locked > version)
    }
    guard constraints.allSatisfy({ $0.admitsMajor(of: version) }) else { return nil }
    return Judge(schema: schema, admitsNewer: constraints.allSatisfy { $0.admitsNewer(than: version) })
  }

  /// The schemas for a resource.
  func judge(of resource: ResourceDeclaration, in module: Module) -> Judge? {
    if let provider = resource.providerExpression {
      return StaticReference(provider).flatMap { judge($0.root, in: module) }
    }
    return judge(String(resource.key.type.prefix { $0 != "_" }), in: module)
  }
}

extension ProviderAdmission.Judge {
  func schema(of key: ResourceKey) -> BlockSchema? {
    switch key.mode {
    case .managed: schema.resource(key.type)
    case .data: schema.dataSource(key.type)
    case .ephemeral: schema.ephemeralResource(key.type)
    }
  }

  /// For messages: `hashicorp/aws 6.25.0`.
  var name: String { "\(schema.source) \(schema.version)" }
}
