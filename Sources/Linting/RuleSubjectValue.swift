import HCLSyntax
import HCLValues
import Schemas
import SourceText
import TerraformModel

/// What a rule calls `self`: a resource instance or a declaration, with what is known of its attributes.
struct RuleSubjectValue: Sendable {
  /// The address as reports show it: without instance keys.
  var address: String
  /// The address of this instance.
  var instance: String
  /// The graph's address; nil for declarations that are not resources.
  var resource: ResourceAddress?
  var module: ModuleAddress
  var values: Attributes
  /// The schema of the type, when it is known.
  var schema: BlockSchema?
  var source: ResourceSource
  /// What the `lifecycle` block says; nil for declarations that are no resources.
  var lifecycle: ResourceLifecycle?

  init(_ resource: ResourceInstance, schema: BlockSchema?) {
    address = resource.address.declaration.description
    instance = resource.address.description
    self.resource = resource.address
    module = resource.address.module
    values = resource.values
    self.schema = schema
    source = resource.source
    lifecycle = resource.lifecycle
  }

  /// A declaration that is no resource: its attributes are those of `values`, and others are null.
  init(address: String, module: ModuleAddress = .root, values: Attributes, block: BlockSyntax, schema: BlockSchema? = nil) {
    self.address = address
    instance = address
    self.module = module
    self.values = values
    self.schema = schema
    source = ResourceSource(header: block.header, range: block.range, block: block, callChain: [])
  }

  /// Something that is not one declaration.
  init(address: String, values: Attributes, source: ResourceSource) {
    self.address = address
    instance = address
    module = .root
    self.values = values
    self.source = source
  }

  /// A declaration that is one attribute, such as a local value.
  init(address: String, values: Attributes, attribute: AttributeSyntax) {
    self.address = address
    instance = address
    module = .root
    self.values = values
    let name = SourceRange(file: attribute.tree.file, bytes: attribute.nameRange)
    source = ResourceSource(header: name, range: attribute.range, ranges: [AttributePath("value"): attribute.range])
  }

  /// An attribute or list of blocks; what is not set is null, an empty list, or unknown when only the provider computes it.
  /// Nil when the schema knows no such name.
  func attribute(_ name: String) -> Value? {
    if name == "lifecycle", let lifecycle { return Self.value(of: lifecycle) }
    if let value = values[name] {
      guard let block = schema?.nestedBlock(name) else { return value }
      return SchemaCompletion.complete(blocks: value, of: block)
    }
    guard let schema else { return Value(.null(.dynamic)) }
    if let attribute = schema.attribute(name) { return SchemaCompletion.unset(attribute, of: resource) }
    // Rules may name what only other versions of the provider have: here that cannot be set.
    return schema.nestedBlock(name) == nil ? Value(.null(.dynamic)) : Value(.tuple([]))
  }

  /// Whether the name stands in the configuration or in the schema of this version; without a schema every name may.
  func has(_ name: String) -> Bool {
    guard let schema, values[name] == nil, name != "lifecycle" else { return true }
    return schema.attribute(name) != nil || schema.nestedBlock(name) != nil
  }

  /// The settings of a `lifecycle` block that rules may ask for; what is not set is null.
  private static func value(of lifecycle: ResourceLifecycle) -> Value {
    func truth(_ setting: Bool?) -> Value { setting.map { Value(.bool($0)) } ?? Value(.null(.bool)) }
    let ignored = lifecycle.ignoresAllChanges ? ["all"] : lifecycle.ignoredChanges.map(Self.text)
    return Value(
      .object(
        Attributes([
          ("create_before_destroy", truth(lifecycle.createBeforeDestroy)), ("prevent_destroy", truth(lifecycle.preventDestroy)),
          ("ignore_changes", Value(.tuple(ignored.map { Value(.string($0)) }))),
        ])))
  }

  /// A path with dots between its steps.
  private static func text(_ path: AttributePath) -> String {
    path.steps.map { step in
      switch step {
      case .attribute(let name): name
      case .index(let index): String(index)
      case .splat: "*"
      }
    }.joined(separator: ".")
  }

  /// The names that `self.lifecycle` has.
  static let lifecycleSettings = ["create_before_destroy", "ignore_changes", "prevent_destroy"]

  /// All of it as one object, which remembers whose it is.
  var whole: Value {
    let origin = resource.map { $0.reference(AttributePath()) }
    guard let schema else { return Value(.object(values), origin: origin) }
    var value = SchemaCompletion.complete(object: values, of: schema, resource: resource)
    value.origin = origin
    return value
  }
}
