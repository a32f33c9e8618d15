import PackedData
import Synchronization

/// The schemas of all providers that are embedded, and of those that are given from outside in their place.
///
/// A class because providers are decoded when they are first asked for and then shared.
public final class SchemaCatalog: Sendable {
  /// What the executable carries.
  public static let standard = SchemaCatalog(EmbeddedData.files)

  /// What all schemas add to the executable: the texts of providers and targets, and the index of their headings.
  public static var embeddedByteCount: Int { EmbeddedData.files.byteCount }

  private let files: PackedFiles
  private let given: [ProviderSchema]
  private let providers = Mutex<[String: ProviderSchema]>([:])

  init(_ files: PackedFiles, given: [ProviderSchema] = []) {
    self.files = files
    self.given = given
  }

  /// This catalog with other schemas in the place of those of the same source.
  public func replacing(with schemas: [ProviderSchema]) -> SchemaCatalog {
    let sources = Set(schemas.map(\.source))
    return SchemaCatalog(files, given: schemas + given.filter { !sources.contains($0.source) })
  }

  /// The local names of the providers, sorted.
  public var providerNames: [String] {
    let embedded = files.files(withPrefix: Self.folder).map { String($0.path.dropFirst(Self.folder.count).dropLast(Self.ending.count)) }
      .filter { !$0.hasSuffix(".facts") }
    return given.isEmpty ? embedded : Set(embedded + given.map(\.localName)).sorted()
  }

  /// The provider that modules call by this name unless they choose another: `aws`. `google-beta` has the schemas of `google`.
  public func provider(localName: String) -> ProviderSchema? {
    if let schema = given.first(where: { $0.localName == localName }) { return schema }
    let name = Self.aliases[localName] ?? localName
    // A name with a dot would be a file of facts.
    guard !name.contains(".") else { return nil }
    return provider(name) {
      files.file(Self.folder + name + Self.ending).map { ProviderSchema(localName: name, ProviderText($0), facts: facts(name)) }
    }
  }

  /// The provider of a source address: `hashicorp/aws`, `registry.terraform.io/hashicorp/aws`, `aws`.
  public func provider(source: String) -> ProviderSchema? {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
    if let schema = given.first(where: { $0.source == Self.shortened(source) }) { return schema }
    guard let name = parts.last, let provider = provider(localName: String(name)) else { return nil }
    let known = provider.source.split(separator: "/")
    switch parts.count {
    case 1: return provider
    case 2: return known.count == 2 && known[0] == parts[0] ? provider : nil
    case 3:
      if known.count == 3 { return source == provider.source ? provider : nil }
      return Self.publicHosts.contains(String(parts[0])) && known[0] == parts[1] ? provider : nil
    default: return nil
    }
  }

  /// The versions of a provider whose schemas are there, the newest first: one that is given hides all others.
  public func versions(ofSource source: String) -> [ProviderSchema] {
    guard let newest = provider(source: source) else { return [] }
    if newest.isGiven { return [newest] }
    let name = newest.localName
    let prefix = "\(Self.previousFolder)\(name)-"
    func major(_ file: PackedFile) -> Int { Int(file.path.dropFirst(prefix.count).dropLast(Self.ending.count)) ?? 0 }
    let differences = files.files(withPrefix: prefix).sorted { major($0) > major($1) }
    let previous = differences.compactMap { difference in
      provider(difference.path) {
        files.file(Self.folder + name + Self.ending).map {
          ProviderSchema(localName: name, ProviderText(difference: difference, newest: $0), facts: facts(name, hasDeprecations: false))
        }
      }
    }
    return [newest] + previous
  }

  private func provider(_ key: String, _ make: () -> ProviderSchema?) -> ProviderSchema? {
    providers.withLock { providers in
      if let known = providers[key] { return known }
      let provider = make()
      providers[key] = provider
      return provider
    }
  }

  private func facts(_ name: String, hasDeprecations: Bool = true) -> FactsText? {
    files.file("\(Self.folder)\(name).facts\(Self.ending)")
      .map { FactsText(SectionText(id: 0, $0), hasDeprecations: hasDeprecations) }
  }

  /// The source as schemas name it: the public registries' host is left out.
  static func shortened(_ source: String) -> String {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, publicHosts.contains(String(parts[0])) else { return source }
    return "\(parts[1])/\(parts[2])"
  }

  /// The provider that a type belongs to when nothing else is said: the one named by the type's first word.
  public func provider(ofType type: String) -> ProviderSchema? {
    provider(localName: String(type.prefix { $0 != "_" }))
  }

  /// A resource type in the newest version of its provider that has it.
  public func resource(_ type: String) -> BlockSchema? { newest(ofType: type) { $0.resource(type) } }

  /// A data source in the newest version of its provider that has it.
  public func dataSource(_ type: String) -> BlockSchema? { newest(ofType: type) { $0.dataSource(type) } }

  /// An ephemeral resource type in the newest version of its provider that has it.
  public func ephemeralResource(_ type: String) -> BlockSchema? { newest(ofType: type) { $0.ephemeralResource(type) } }

  /// A resource type in all versions that have it, the newest first.
  public func resources(_ type: String) -> [BlockSchema] { versions(ofType: type).compactMap { $0.resource(type) } }

  /// A data source in all versions that have it, the newest first.
  public func dataSources(_ type: String) -> [BlockSchema] { versions(ofType: type).compactMap { $0.dataSource(type) } }

  private func versions(ofType type: String) -> [ProviderSchema] {
    provider(ofType: type).map { versions(ofSource: $0.source) } ?? []
  }

  private func newest(ofType type: String, _ schema: (ProviderSchema) -> BlockSchema?) -> BlockSchema? {
    guard let provider = provider(ofType: type) else { return nil }
    if let found = schema(provider) { return found }
    for earlier in versions(ofSource: provider.source).dropFirst() {
      if let found = schema(earlier) { return found }
    }
    return nil
  }

  /// The names of all types of a kind, of all providers, sorted within each. Enough to say what an unknown name may have meant.
  public func typeNames(_ kind: ProviderSchema.Kind) -> [String] {
    providerNames.flatMap { provider(localName: $0)?.typeNames(kind) ?? [] }
  }

  /// What is known of the values at a path.
  ///
  /// - Parameters:
  ///   - type: `aws_instance`; a data source's with `data.` in front.
  ///   - path: the names of blocks and attributes, without indexes; empty for the type itself.
  public func facts(for type: String, path: [String]) -> ValueFacts? {
    let name = type.hasPrefix("data.") ? String(type.dropFirst(5)) : type
    return provider(ofType: name)?.facts(([type] + path).joined(separator: "."))
  }

  private static let folder = "Providers/"
  private static let previousFolder = "PreviousProviders/"
  private static let ending = ".txt"
  private static let aliases = ["google-beta": "google"]
  private static let publicHosts: Set<String> = ["registry.terraform.io", "registry.opentofu.org"]
}
