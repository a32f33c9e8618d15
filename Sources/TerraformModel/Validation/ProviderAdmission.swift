import Diagnostics
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Which schemas may judge the resources of a configuration: those of the provider that its requirements lead to, of the major version
/// that the lock file names, else of the newest that they admit. Where only later majors than the embedded ones can be in use, the newest one
/// judges, and nothing that it finds is certain. What was given from outside holds without asking.
struct ProviderAdmission {
  /// A provider whose schemas hold.
  struct Judge {
    var schema: ProviderSchema
    /// Versions above the embedded one that may be in use: what is not known here may exist there.
    var later: LaterVersions?
  }

  /// Versions above the embedded one.
  struct LaterVersions {
    /// The version that the lock file chooses; nil when constraints admit later ones.
    var locked: String?
    /// Whether all that can be in use are of a later major: then also what is known here may be different.
    var isOtherMajor: Bool
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
      return catalog.provider(localName: "terraform").map { Judge(schema: $0, later: LaterVersions(isOtherMajor: false)) }
    }
    guard let source = Self.source(localName, in: module) else { return nil }
    let versions = catalog.versions(ofSource: source.text)
    if let given = versions.first, given.isGiven { return Judge(schema: given) }
    guard source.type != "google-beta", !unclear.contains(source) else { return nil }
    let constraints = constraints[source] ?? []
    // A lock that the constraints have left behind says nothing any more.
    let locked = locked[source].flatMap { locked in constraints.allSatisfy { $0.admits(locked) } ? locked : nil }
    for schema in versions {
      guard let version = VersionConstraint.Version.parse(schema.version) else { continue }
      if let locked {
        guard locked.segment(0) == version.segment(0) else { continue }
        return Judge(schema: schema, later: locked > version ? LaterVersions(locked: locked.text, isOtherMajor: false) : nil)
      } else if constraints.allSatisfy({ $0.admitsMajor(of: version) }) {
        let admitsLater = constraints.allSatisfy { $0.admitsNewer(than: version) }
        return Judge(schema: schema, later: admitsLater ? LaterVersions(isOtherMajor: false) : nil)
      }
    }
    return versions.first.flatMap { judgeOfEarlierMajor($0, locked, constraints) }
  }

  /// The newest schemas, when only versions of later majors can be in use.
  private func judgeOfEarlierMajor(
    _ newest: ProviderSchema, _ locked: VersionConstraint.Version?, _ constraints: [VersionConstraint]
  ) -> Judge? {
    guard let version = VersionConstraint.Version.parse(newest.version) else { return nil }
    let isLater = locked.map { $0 > version } ?? constraints.allSatisfy { $0.admitsNewer(than: version) }
    return isLater ? Judge(schema: newest, later: LaterVersions(locked: locked?.text, isOtherMajor: true)) : nil
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

  /// How grave it is that something is not known here.
  var severityOfUnknown: DiagnosticSeverity { later == nil ? .error : .warning }

  /// How grave it is that something differs from what is known here.
  var severityOfDifference: DiagnosticSeverity { later?.isOtherMajor == true ? .warning : .error }

  /// A sentence on the versions that may have what is not known here, behind a space; empty when there are none.
  var laterVersionsNote: String {
    guard let later else { return "" }
    if let locked = later.locked { return " The lock file chooses \(locked), which is newer and may have it." }
    return later.isOtherMajor
      ? " The requirements of the module ask for a later version, which may have it."
      : " The requirements of the module also admit later versions, which may have it."
  }

  /// A sentence for what differs from what is known here, behind a space; empty when the same major version can be in use.
  var differenceNote: String {
    guard let later, later.isOtherMajor else { return "" }
    let wanted = later.locked.map { "the lock file chooses \($0)" } ?? "the requirements of the module ask for a later version"
    return " That is so in \(name); \(wanted), where it may be different."
  }

  /// For messages: `hashicorp/aws 6.25.0`.
  var name: String { schema.version.isEmpty ? schema.source : "\(schema.source) \(schema.version)" }
}
