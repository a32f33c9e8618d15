import PackedData
import Synchronization

/// The schemas of all providers that are embedded.
///
/// A class because providers are decoded when they are first asked for and then shared.
public final class SchemaCatalog: Sendable {
  /// What the executable carries.
  public static let standard = SchemaCatalog(EmbeddedData.files)

  private let files: PackedFiles
  private let providers = Mutex<[String: ProviderSchema]>([:])

  init(_ files: PackedFiles) { self.files = files }

  /// The local names of the providers, sorted.
  public var providerNames: [String] {
    files.files(withPrefix: Self.folder).map { String($0.path.dropFirst(Self.folder.count).dropLast(Self.ending.count)) }
      .filter { !$0.hasSuffix(".facts") }
  }

  /// The provider that modules call by this name unless they choose another: `aws`. `google-beta` has the schemas of `google`.
  public func provider(localName: String) -> ProviderSchema? {
    let name = Self.aliases[localName] ?? localName
    return providers.withLock { providers in
      if let known = providers[name] { return known }
      // A name with a dot would be a file of facts.
      guard !name.contains("."), let file = files.file(Self.folder + name + Self.ending) else { return nil }
      let provider = ProviderSchema(localName: name, file, facts: files.file("\(Self.folder)\(name).facts\(Self.ending)"))
      providers[name] = provider
      return provider
    }
  }

  /// The provider of a source address: `hashicorp/aws`, `registry.terraform.io/hashicorp/aws`, `aws`.
  public func provider(source: String) -> ProviderSchema? {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
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

  /// The provider that a type belongs to when nothing else is said: the one named by the type's first word.
  public func provider(ofType type: String) -> ProviderSchema? {
    provider(localName: String(type.prefix { $0 != "_" }))
  }

  public func resource(_ type: String) -> BlockSchema? { provider(ofType: type)?.resource(type) }

  public func dataSource(_ type: String) -> BlockSchema? { provider(ofType: type)?.dataSource(type) }

  public func ephemeralResource(_ type: String) -> BlockSchema? { provider(ofType: type)?.ephemeralResource(type) }

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
  private static let ending = ".txt"
  private static let aliases = ["google-beta": "google"]
  private static let publicHosts: Set<String> = ["registry.terraform.io", "registry.opentofu.org"]
}
