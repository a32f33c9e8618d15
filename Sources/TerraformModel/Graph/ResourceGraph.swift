import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// The centre of the program: what a configuration would build, one entry for each resource instance, in a fixed order.
///
/// Every input format becomes one; every check reads one; every output is written from one. Under the lint binding values are folded
/// and keep their origin; under the convert binding root variables and references to managed resources stay symbolic (unknown values
/// with an origin).
public struct ResourceGraph: Sendable {
  /// By module address, then by file path and offset, then by instance key.
  public var resources: [ResourceInstance]
  /// Of the root module, by name.
  public var variables: [GraphVariable]
  /// Of the root module, by name.
  public var outputs: [GraphOutput]
  /// Every module instance, the root first.
  public var modules: [GraphModule]
  /// What structure forced to be fixed under the convert binding, by root variable.
  public var specialisations: [Specialisation]
  /// What the evaluation had to say.
  public var diagnostics: [Diagnostic]

  private let positions: [ResourceAddress: Int]
  private let instancesByDeclaration: [ResourceAddress: [Int]]

  public init(
    resources: [ResourceInstance], variables: [GraphVariable] = [], outputs: [GraphOutput] = [], modules: [GraphModule] = [],
    specialisations: [Specialisation] = [], diagnostics: [Diagnostic] = []
  ) {
    self.resources = resources
    self.variables = variables
    self.outputs = outputs
    self.modules = modules
    self.specialisations = specialisations
    self.diagnostics = diagnostics
    var positions: [ResourceAddress: Int] = [:]
    positions.reserveCapacity(resources.count)
    var instances: [ResourceAddress: [Int]] = [:]
    // Instances of a resource stand together, so that their declaration is looked up once.
    var start = 0
    for index in resources.indices {
      let address = resources[index].address
      positions[address] = index
      let declaration = address.unkeyed
      if index + 1 < resources.count, resources[index + 1].address.unkeyed == declaration { continue }
      instances[declaration, default: []].append(contentsOf: start...index)
      start = index + 1
    }
    self.positions = positions
    instancesByDeclaration = instances
  }

  /// The instance at exactly that address.
  public func resource(at address: ResourceAddress) -> ResourceInstance? {
    positions[address].map { resources[$0] }
  }

  /// All instances of a resource of one module instance; the key of the address does not matter.
  public func instances(of address: ResourceAddress) -> [ResourceInstance] {
    (instancesByDeclaration[address.unkeyed] ?? []).map { resources[$0] }
  }
}

extension ResourceAddress {
  /// The resource as declared, in its module instance.
  fileprivate var unkeyed: ResourceAddress {
    var copy = self
    copy.key = .none
    return copy
  }
}

/// One instance of a resource, data source or ephemeral resource, evaluated.
public struct ResourceInstance: Sendable {
  public var address: ResourceAddress
  /// What is set in the configuration, converted to the schema's types: attributes as they are, nested blocks as lists of objects
  /// (also those of which only one may stand). What is not set is absent. A list of blocks is marked `open` when a `dynamic` block
  /// with an unknown `for_each` may add to it.
  public var values: Attributes
  /// Stands for an unknown number of instances: `count` or `for_each` is unknown.
  public var isSymbolic: Bool
  /// The condition under which it exists, when that is symbolic (`count = var.x ? 1 : 0` under the convert binding): a bool.
  public var existence: Value?
  /// What decides how many instances there are, when that is not known: of this resource, not of the modules around it.
  public var undecided: UndecidedExpansion?
  public var provider: ProviderReference
  public var lifecycle: ResourceLifecycle
  /// Written in `depends_on`, as declared (no instance keys); module calls are expanded to the resources in them.
  public var explicitDependencies: [ResourceAddress]
  /// Everything its values refer to, as declared (no instance keys), sorted and unique.
  public var dependencies: [ResourceAddress]
  /// Where it is written.
  public var source: ResourceSource

  public init(
    address: ResourceAddress, values: Attributes, isSymbolic: Bool = false, existence: Value? = nil, undecided: UndecidedExpansion? = nil,
    provider: ProviderReference = ProviderReference(localName: ""), lifecycle: ResourceLifecycle = ResourceLifecycle(),
    explicitDependencies: [ResourceAddress] = [], dependencies: [ResourceAddress] = [], source: ResourceSource
  ) {
    self.address = address
    self.values = values
    self.isSymbolic = isSymbolic
    self.existence = existence
    self.undecided = undecided
    self.provider = provider
    self.lifecycle = lifecycle
    self.explicitDependencies = explicitDependencies
    self.dependencies = dependencies
    self.source = source
  }

  public var type: String { address.type }
}

/// A `count` or `for_each` that is not known. (Terraform language, "The count Meta-Argument", "The for_each Meta-Argument".)
public struct UndecidedExpansion: Sendable {
  /// `count` or `for_each`.
  public var argument: String
  /// What it gives: an unknown value with an origin that says why, or a set with unknown elements.
  public var value: Value

  public init(argument: String, value: Value) {
    self.argument = argument
    self.value = value
  }
}

/// Which provider configuration a resource belongs to.
public struct ProviderReference: Hashable, Sendable {
  /// The name in `required_providers`, or the prefix of the type.
  public var localName: String
  public var alias: String?
  /// `hashicorp/aws`, when declared.
  public var source: String?

  public init(localName: String, alias: String? = nil, source: String? = nil) {
    self.localName = localName
    self.alias = alias
    self.source = source
  }
}

/// The `lifecycle` block of a resource.
public struct ResourceLifecycle: Sendable {
  public var preventDestroy: Bool?
  public var createBeforeDestroy: Bool?
  public var ignoresAllChanges = false
  public var ignoredChanges: [AttributePath] = []
  public var replaceTriggeredBy: [String] = []

  public init() {}
}

/// Where a resource instance is written, and the way there.
public struct ResourceSource: Sendable {
  /// Type and labels of the block, or the key of the resource in a document.
  public var header: SourceRange
  /// The whole block or object.
  public var range: SourceRange
  /// The block, when the source is HCL.
  public var block: BlockSyntax?
  /// The module calls that lead here, outermost first: header ranges of the `module` blocks.
  public var callChain: [SourceRange]
  /// Ranges of attributes and blocks that cannot be found by walking the block: elements of `dynamic` blocks, parts of documents.
  public var ranges: [AttributePath: SourceRange]

  public init(
    header: SourceRange, range: SourceRange, block: BlockSyntax? = nil, callChain: [SourceRange] = [],
    ranges: [AttributePath: SourceRange] = [:]
  ) {
    self.header = header
    self.range = range
    self.block = block
    self.callChain = callChain
    self.ranges = ranges
  }
}

/// An input variable of the root module.
public struct GraphVariable: Sendable {
  public var name: String
  public var type: ValueType
  /// As the declaration writes it.
  public var defaultValue: Value?
  /// The value given from outside; nil when none is.
  public var givenValue: Value?
  public var isSensitive: Bool
  public var isNullable: Bool
  public var summary: String?
  /// The conditions of `validation` blocks, for targets that have constraints.
  public var validations: [ExpressionSyntax]
  public var location: SourceRange

  public init(
    name: String, type: ValueType, defaultValue: Value?, givenValue: Value?, isSensitive: Bool, isNullable: Bool, summary: String?,
    validations: [ExpressionSyntax], location: SourceRange
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.givenValue = givenValue
    self.isSensitive = isSensitive
    self.isNullable = isNullable
    self.summary = summary
    self.validations = validations
    self.location = location
  }
}

/// An output of the root module.
public struct GraphOutput: Sendable {
  public var name: String
  public var value: Value
  public var isSensitive: Bool
  public var summary: String?
  public var location: SourceRange

  public init(name: String, value: Value, isSensitive: Bool, summary: String?, location: SourceRange) {
    self.name = name
    self.value = value
    self.isSensitive = isSensitive
    self.summary = summary
    self.location = location
  }
}

/// One instance of a module, or a call whose code is not in view.
public struct GraphModule: Sendable {
  public var address: ModuleAddress
  /// The source argument of the call; nil for the root.
  public var source: String?
  /// The directory of the code; nil when it is not in view.
  public var directory: String?
  /// The header of the call; nil for the root.
  public var location: SourceRange?
  /// What decides how many instances the call has, when that is not known.
  public var undecided: UndecidedExpansion?

  public init(
    address: ModuleAddress, source: String?, directory: String?, location: SourceRange?, undecided: UndecidedExpansion? = nil
  ) {
    self.address = address
    self.source = source
    self.directory = directory
    self.location = location
    self.undecided = undecided
  }
}

/// A root variable whose value was used where structure needed it: then it cannot vary in the target.
public struct Specialisation: Hashable, Sendable {
  /// How much of the variable is fixed.
  public enum Extent: String, Sendable {
    /// Only how many elements it has is fixed.
    case length
    /// Only its keys are fixed.
    case keys
    /// The value itself is fixed.
    case value
  }

  public var variable: String
  public var extent: Extent
  /// The expression that needed it.
  public var location: SourceRange

  public init(variable: String, extent: Extent, location: SourceRange) {
    self.variable = variable
    self.extent = extent
    self.location = location
  }
}
