import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Which schemas may judge the resources of a configuration: those of the provider that its requirements lead to, of the major version
/// that the lock file names, else of the newest that they admit. What was given from outside holds without asking.
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
  /// For each module, the local names that its resources use.
  private var judges: [String: [String: Judge]] = [:]

  init(_ configuration: Configuration) {
    catalog = configuration.catalog
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
    if let lockFile = configuration.lockFile { readLocks(lockFile) }
    for module in configuration.modules.values {
      let names = Set(module.resources.values.compactMap { Self.localName(of: $0) } + module.providers.map(\.localName))
      judges[module.directory] = names.reduce(into: [:]) { judges, name in judges[name] = findJudge(name, in: module) }
    }
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
  func judge(_ localName: String, in module: Module) -> Judge? { judges[module.directory]?[localName] }

  private func findJudge(_ localName: String, in module: Module) -> Judge? {
    if localName == "terraform", module.requiredProviders[localName] == nil {
      return catalog.provider(localName: "terraform").map { Judge(schema: $0, admitsNewer: true) }
    }
    guard let source = Self.source(localName, in: module) else { return nil }
    let versions = catalog.versions(ofSource: source.text)
    if let given = versions.first, given.isGiven { return Judge(schema: given, admitsNewer: false) }
    guard source.type != "google-beta", !unclear.contains(source) else { return nil }
    let constraints = constraints[source] ?? []
    // A lock that the constraints have left behind says nothing any more.
    let locked = locked[source].flatMap { locked in constraints.allSatisfy { $0.admits(locked) } ? locked : nil }
    for schema in versions {
      guard let version = VersionConstraint.Version.parse(schema.version) else { continue }
      if let locked {
        if locked.segment(0) == version.segment(0) { return Judge(schema: schema, admitsNewer: locked > version) }
      } else if constraints.allSatisfy({ $0.admitsMajor(of: version) }) {
        return Judge(schema: schema, admitsNewer: constraints.allSatisfy { $0.admitsNewer(than: version) })
      }
    }
    return nil
  }

  /// The schemas for a resource.
  func judge(of resource: ResourceDeclaration, in module: Module) -> Judge? {
    Self.localName(of: resource).flatMap { judge($0, in: module) }
  }

  /// The local name of a resource's provider: what it says itself, else the first word of its type.
  private static func localName(of resource: ResourceDeclaration) -> String? {
    if let provider = resource.providerExpression { return StaticReference(provider)?.root }
    return String(resource.key.type.prefix { $0 != "_" })
  }
}

extension ProviderAdmission {
  /// What is known of the shape of a resource: where no schema may judge, the newest one of its type.
  func schema(of resource: ResourceDeclaration, in module: Module) -> BlockSchema? {
    if let schema = judge(of: resource, in: module)?.schema(of: resource.key) { return schema }
    return catalog.schema(of: resource.key.mode, resource.key.type)
  }
}

extension SchemaCatalog {
  /// The schema of a type, of the provider that its first word names.
  public func schema(of mode: ResourceAddress.Mode, _ type: String) -> BlockSchema? {
    switch mode {
    case .managed: resource(type)
    case .data: dataSource(type)
    case .ephemeral: ephemeralResource(type)
    }
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
  var name: String { schema.version.isEmpty ? schema.source : "\(schema.source) \(schema.version)" }
}
