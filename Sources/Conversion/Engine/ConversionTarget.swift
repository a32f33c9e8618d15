import Documents
import HCLValues
import TerraformModel

/// A format that resource graphs are converted to: its types, and how symbolic values and whole documents are written in it.
///
/// A target is plain data; what it gathers while a graph is converted (parameters, conditions) is its `State` in the converter.
/// The engine does everything that mapping files say; a target says how references, functions and documents look.
public protocol ConversionTarget: Sendable {
  associatedtype State: Sendable

  /// The name of its blocks in mapping files, and on the command line.
  var name: String { get }
  /// Operators beside the common ones.
  var operators: [Operator] { get }

  /// What it gathers, before anything is converted.
  func makeState(for graph: ResourceGraph, _ configuration: Configuration) -> State

  /// The members of a type by its catalog key; nil when there is no such type.
  func object(ofType type: String) -> OutputObject?

  /// Rules and defaults for an object wherever it stands, beside those of the resource's own mapping, which count first; nil when there are none.
  /// (A pod's specification is the same in every workload.)
  func shared(for object: OutputObject, _ values: Attributes) -> TargetMapping?

  /// Names for the planned resources, unique, by position. (Logical IDs, symbolic names.)
  func identifiers(for resources: [PlannedResource]) -> [String]

  /// What `ref` is for a resource.
  func reference(to resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document

  /// What `attribute("name")` is for a resource.
  func attribute(_ name: String, of resource: Int, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document

  /// A bare name in a value of a mapping file, as `region`; nil when the target has no such name.
  func constant(_ name: String) -> Document?

  /// A function call in a value of a mapping file whose arguments are written already (`join`, `select`, `split` and the target's own);
  /// nil when the target has no such function.
  func call(_ name: String, _ arguments: [Document]) -> Document?

  /// Texts one behind the other.
  func concatenation(of parts: [Document]) -> Document

  /// Writes a value that is not known; `shape` is what it is written to. References to managed resources come here too: see `Converter.reference`.
  func lower(
    _ value: Value, _ origin: Origin, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document

  /// Whether empty text and empty lists in an attribute say the same as leaving it out.
  var readsEmptyAsUnset: Bool { get }

  /// The reason why a resource of this type cannot be converted, when no mapping has it; nil for the general one.
  func reasonForUnsupported(type: String) -> String?

  /// Puts everything together, when all resources have their properties.
  func documents(in converter: inout Converter<Self>) -> [NamedDocument]
}

extension ConversionTarget {
  public var readsEmptyAsUnset: Bool { false }

  public func reasonForUnsupported(type: String) -> String? { nil }
  public func shared(for object: OutputObject, _ values: Attributes) -> TargetMapping? { nil }
}

/// One document of the output. The name is that of a file without folder; a single document may go anywhere.
public struct NamedDocument: Sendable {
  public var name: String
  public var document: Document

  public init(name: String, document: Document) {
    self.name = name
    self.document = document
  }
}

/// One resource of the target on its way: made from a Terraform resource instance, or from a part of one.
public struct PlannedResource: Sendable {
  /// The Terraform resource; of a part, with the values of that part.
  public var instance: ResourceInstance
  public var mapping: TargetMapping
  /// The members of the target type.
  public var object: OutputObject
  /// Tells parts of one Terraform resource apart: the suffix of a split, the index of an element.
  public var suffix: String
  /// Becomes part of that resource.
  public var mergedInto: Int?
  /// For a split: the main resource.
  public var parent: Int?
  /// Where the values of this part stand in the Terraform resource.
  public var source = AttributePath()
  /// The name in the target.
  public var identifier = ""
  public var properties: Document = .null
  /// What stands beside the properties (CloudFormation: DeletionPolicy).
  public var besides = DocumentObject()
  var progress = Progress.planned

  enum Progress: Sendable {
    case planned, converting, converted
  }
}
