import PackedData

/// The kinds of the Kubernetes API, with the minor versions that have them. (Kubernetes OpenAPI, 1.25 to 1.37.)
///
/// The members `apiVersion` and `kind` belong to every kind and are not listed. `null` is allowed for every optional member.
public struct KubernetesCatalog: Sendable {
  public static let standard = KubernetesCatalog()

  /// The oldest and newest minor version that the catalog knows.
  public let versions = 25...37

  private let catalog: TargetCatalog

  /// A catalog with nothing decoded, for measurements; everything else shares `standard`.
  public init() { self.init(EmbeddedData.files) }

  init(_ files: PackedFiles) { catalog = TargetCatalog("Targets/kubernetes-api.txt", in: files) }

  /// The kind of an API version (`apps/v1`, `Deployment`), or nil.
  public func type(apiVersion: String, kind: String) -> TargetType? {
    catalog.keys(withPrefix: "\(apiVersion) \(kind) in ", limit: 1).first.flatMap { type($0.key, $0.range) }
  }

  /// All kinds of all API versions, sorted by both.
  public var types: [TargetType] { catalog.keys().compactMap { type($0.key, $0.range) } }

  /// The API versions that have a kind of this name, sorted.
  public func apiVersions(ofKind kind: String) -> [String] { types.filter { $0.name == kind }.compactMap(\.apiVersion) }

  /// Reads `APIVERSION KIND in RANGES[ gone]`.
  private func type(_ key: String, _ range: Range<Int>) -> TargetType? {
    var key = key
    return key.withUTF8 { bytes in
      var cursor = TextCursor(bytes, 0..<bytes.count)
      let apiVersion = cursor.text(cursor.takeWord())
      let kind = cursor.text(cursor.takeWord())
      guard cursor.isEqual(cursor.takeWord(), "in") else { return nil }
      let versions = cursor.takeVersions()
      _ = cursor.skip(.space)
      let isGone = cursor.isEqual(cursor.takeWord(), "gone")
      return TargetType(name: kind, apiVersion: apiVersion, versions: versions, isGone: isGone, catalog: catalog, range: range)
    }
  }
}
