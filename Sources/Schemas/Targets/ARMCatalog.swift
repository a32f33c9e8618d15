import PackedData

/// The resource types of Azure Resource Manager that conversion writes, each of one API version. (ARM resource schemas.)
///
/// Names compare without regard to case. An expression (`[…]`) is allowed for every value. The members `apiVersion`, `type`, `resources`,
/// `dependsOn`, `condition`, `copy`, `comments` and `scope` belong to every type and are not listed.
public struct ARMCatalog: Sendable {
  public static let standard = ARMCatalog()

  private let catalog: TargetCatalog

  /// A catalog with nothing decoded, for measurements; everything else shares `standard`.
  public init() { self.init(EmbeddedData.files) }

  init(_ files: PackedFiles) { catalog = TargetCatalog("Targets/arm.txt", in: files) }

  /// A type (`Microsoft.Storage/storageAccounts`), of this API version or of the newest that is known; nil when there is none.
  public func type(_ name: String, apiVersion: String? = nil) -> TargetType? {
    let exact = catalog.keys(withPrefix: name + " ")
    let candidates = exact.isEmpty ? keysIgnoringCase(name) : exact
    return candidates.compactMap { type($0.key, $0.range) }.last { apiVersion == nil || $0.apiVersion == apiVersion }
  }

  /// A type written `TYPE@APIVERSION`.
  public func type(versioned name: String) -> TargetType? {
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    return parts.count == 2 ? type(parts[0], apiVersion: parts[1]) : nil
  }

  /// All types, sorted.
  public var types: [TargetType] { catalog.keys().compactMap { type($0.key, $0.range) } }

  private func keysIgnoringCase(_ name: String) -> [(key: String, range: Range<Int>)] {
    let prefix = name.lowercased() + " "
    return catalog.keys().filter { $0.key.lowercased().hasPrefix(prefix) }
  }

  private func type(_ key: String, _ range: Range<Int>) -> TargetType? {
    let parts = key.split(separator: " ")
    guard parts.count == 2 else { return nil }
    return TargetType(
      name: String(parts[0]), apiVersion: String(parts[1]), versions: [], isGone: false, catalog: catalog, range: range)
  }
}
