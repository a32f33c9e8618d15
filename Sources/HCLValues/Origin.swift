/// Where a value came from: what conversion lowers to a target's own functions, and what rules follow from resource to resource.
///
/// Under the lint binding a known value may carry one beside it; under the convert binding whatever is symbolic is an unknown value
/// whose origin is the smallest expression that remains. Operands are values: literals have no origin of their own.
public indirect enum Origin: Sendable {
  /// An attribute of a managed resource: `aws_vpc.main.id`. An empty path is the resource itself.
  case reference(ResourceAddress, AttributePath)
  /// An attribute of a data source (or of an ephemeral resource).
  case data(ResourceAddress, AttributePath)
  /// A root module's input variable.
  case variable(String)
  /// A template of several parts, to be joined as strings.
  case template([Value])
  /// A function call; the arguments already expanded.
  case call(String, [Value])
  case conditional(test: Value, then: Value, otherwise: Value)
  case index(Value, key: Value)
  case attribute(Value, name: String)
  /// `source[*].path`
  case splat(Value, AttributePath)
  /// A unary or binary operator, as written in source.
  case operation(String, [Value])
  /// A `for` expression over a collection whose elements are not known; the text is its source.
  case forExpression(over: Value, source: String)
  /// An output of a module whose code is not in view.
  case moduleOutput(ModuleAddress, name: String)
  /// `count.index`, `each.key` or `each.value` of an instance that stands for an unknown number of them.
  case instanceKey(ResourceAddress, InstanceKeyPart)
  /// `terraform.workspace`
  case workspace
  /// Nothing that could be lowered: an impure function, a missing file, a remote module. The reason is for people, the source is HCL.
  case opaque(reason: String, source: String)
}

/// What an instance of a resource or module call knows of its own key.
public enum InstanceKeyPart: String, Sendable {
  case countIndex = "count.index"
  case eachKey = "each.key"
  case eachValue = "each.value"
}

/// What tells apart the instances of a resource or module call with `count` or `for_each`.
public enum InstanceKey: Hashable, Sendable {
  case none
  case int(Int)
  case string(String)
  /// `count` or `for_each` is unknown: one instance stands for all.
  case symbolic
}

/// The path of module calls from the root module; empty for the root.
public struct ModuleAddress: Hashable, Sendable {
  /// One module call on the way, with the key of its instance.
  public struct Step: Hashable, Sendable {
    public var name: String
    public var key: InstanceKey

    public init(name: String, key: InstanceKey) {
      self.name = name
      self.key = key
    }
  }

  public var steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  public static let root = ModuleAddress()
  public var isRoot: Bool { steps.isEmpty }

  public func child(_ name: String, _ key: InstanceKey) -> ModuleAddress {
    ModuleAddress(steps + [Step(name: name, key: key)])
  }
}

/// The address of a resource instance. (Terraform, "Resource address reference".)
public struct ResourceAddress: Hashable, Sendable {
  /// What kind of resource it is.
  public enum Mode: String, Sendable {
    case managed, data, ephemeral
  }

  public var module: ModuleAddress
  public var mode: Mode
  public var type: String
  public var name: String
  public var key: InstanceKey

  public init(module: ModuleAddress = .root, mode: Mode = .managed, type: String, name: String, key: InstanceKey = .none) {
    self.module = module
    self.mode = mode
    self.type = type
    self.name = name
    self.key = key
  }
}

/// A path into a value.
public struct AttributePath: Hashable, Sendable {
  /// One step into a value.
  public enum Step: Hashable, Sendable {
    /// `.name`, or a key of a map.
    case attribute(String)
    case index(Int)
    /// `[*]`
    case splat
  }

  public var steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  public init(_ name: String) { steps = [.attribute(name)] }

  public var isEmpty: Bool { steps.isEmpty }

  public func appending(_ step: Step) -> AttributePath { AttributePath(steps + [step]) }
}
