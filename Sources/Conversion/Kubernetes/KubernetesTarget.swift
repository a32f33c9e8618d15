import Documents
import HCLValues
import Schemas
import TerraformModel

/// Kubernetes manifests. (Kubernetes API reference; "Kubernetes Object Management".)
///
/// A manifest has no parameters, references or conditions, so it takes a graph whose variables have their values: one of the lint binding,
/// `specialised(from:)` the one of the convert binding. What stays unknown there is a loss; what depends on it is left out, never guessed.
public struct KubernetesTarget: ConversionTarget {
  public init() {}

  public let name = "kubernetes"

  /// Nothing is gathered: each object stands for itself.
  public struct State: Sendable {}

  public func makeState(for graph: ResourceGraph, _ configuration: Configuration) -> State { State() }

  // MARK: Types

  /// What `kubernetes_manifest` gives: an object of any kind, which stands in the one member `object`.
  static let anyKind = "*"

  public func object(ofType type: String) -> OutputObject? {
    if type == Self.anyKind {
      return OutputObject(name: type) { [OutputMember(name: "object", isRequired: false, isReadOnly: false, shape: .any)] }
    }
    let parts = type.split(separator: " ").map(String.init)
    guard parts.count == 2, let found = KubernetesCatalog.standard.type(apiVersion: parts[0], kind: parts[1]), !found.isGone else { return nil }
    return OutputObject(kubernetes: found.shape, name: type)
  }

  public func shared(for object: OutputObject, _ values: Attributes) -> TargetMapping? {
    KubernetesShapes.standard.mapping(of: object.name, values)
  }

  /// Objects are named in their metadata.
  public func identifiers(for resources: [PlannedResource]) -> [String] { resources.map(\.instance.address.description) }

  public func reasonForUnsupported(type: String) -> String? {
    switch type {
    case "kubernetes_annotations", "kubernetes_config_map_v1_data", "kubernetes_env", "kubernetes_labels", "kubernetes_node_taint", "kubernetes_secret_v1_data":
      "it changes a part of an object that something else made, and a manifest states whole objects"
    case "kubernetes_pod_security_policy", "kubernetes_pod_security_policy_v1beta1": "Kubernetes 1.25 removed pod security policies"
    case "kubernetes_token_request_v1": "it asks the API for a token, and nothing is stored"
    case "helm_release": "Helm renders a chart from templates that are not in view"
    case _ where type.hasPrefix("kubernetes_"): nil
    default: "\(type) is not built by Kubernetes"
    }
  }

  // MARK: Values of mapping files

  public func constant(_ name: String) -> Document? { nil }

  public func call(_ name: String, _ arguments: [Document]) -> Document? { nil }

  public func concatenation(of parts: [Document]) -> Document {
    .string(parts.map { $0.stringValue ?? $0.numberText ?? $0.boolValue.map(String.init) ?? "" }.joined())
  }
}
