import PackedData

/// The resource types of CloudFormation. (AWS resource provider schemas, region us-east-1.)
///
/// Where an integer, number or boolean stands, CloudFormation takes its text too, and an intrinsic function anywhere.
public struct CloudFormationCatalog: Sendable {
  public static let standard = CloudFormationCatalog()

  private let catalog: TargetCatalog

  /// A catalog with nothing decoded, for measurements; everything else shares `standard`.
  public init() { self.init(EmbeddedData.files) }

  init(_ files: PackedFiles) { catalog = TargetCatalog("Targets/cloudformation.txt", in: files) }

  /// The type of this name (`AWS::S3::Bucket`), or nil.
  public func type(_ name: String) -> TargetType? {
    catalog.section(name).map { range in
      TargetType(name: name, apiVersion: nil, versions: [], isGone: false, catalog: catalog, range: range)
    }
  }

  /// The names of all types, sorted.
  public var typeNames: [String] { catalog.keys().map(\.key) }
}
