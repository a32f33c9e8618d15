import SourceText

/// What of a configuration depends on what, as declared: one node for each resource, data source, variable, local value, output and
/// provider configuration of each module call, however many instances it has. (Terraform language, "Resource Dependencies".)
///
/// Made without evaluation, so that it is there for configurations that cannot be evaluated, too. Nodes and modules stand in a fixed
/// order, and refer to one another by position.
public struct DependencyGraph: Sendable {
  /// What a node stands for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case resource, data, ephemeral
    /// A module call whose code is not in view.
    case module
    case variable, local, output, provider
    /// The begin of a module: what `count`, `for_each` and `depends_on` of its call wait for. Never shown.
    case moduleBegin
    /// The whole of a module, for references that name no output. Never shown.
    case moduleEnd

    /// What a picture shows unless more is asked for.
    public static let standard: Set<Kind> = [.resource, .data, .ephemeral, .module]
    /// What may be asked for.
    public static let shown: [Kind] = [.resource, .data, .ephemeral, .module, .variable, .local, .output, .provider]
  }

  /// How many instances a declaration has.
  public enum Multiplicity: Hashable, Sendable {
    case single
    /// `count` or `for_each`, as often as that.
    case times(Int)
    /// `count` or `for_each`, not known how often.
    case unknown
  }

  /// One declaration.
  public struct Node: Sendable {
    public var kind: Kind
    /// As it is written in the module: `aws_vpc.main`, `data.aws_ami.x`, `var.name`, `module.remote`.
    public var localAddress: String
    /// The address from the root module, without instance keys.
    public var address: String
    /// The module it stands in.
    public var module: Int
    /// The type of a resource, the source of a module call.
    public var type: String?
    public var name: String
    public var multiplicity = Multiplicity.single
    public var location: SourceRange?
    /// The nodes that it refers to, ascending and unique.
    public var dependencies: [Int] = []
    /// Number of the cycle that it belongs to; nil when it belongs to none.
    public var cycle: Int?

    public init(kind: Kind, localAddress: String, address: String, module: Int, type: String? = nil, name: String, location: SourceRange? = nil) {
      self.kind = kind
      self.localAddress = localAddress
      self.address = address
      self.module = module
      self.type = type
      self.name = name
      self.location = location
    }
  }

  /// One module call whose code is in view, or the root.
  public struct Module: Sendable {
    /// Without instance keys; empty for the root.
    public var address: String
    /// The name of the call; empty for the root.
    public var name: String
    public var parent: Int?
    public var source: String?
    public var multiplicity = Multiplicity.single
    public var location: SourceRange?

    public init(address: String, name: String, parent: Int?, source: String?, location: SourceRange? = nil) {
      self.address = address
      self.name = name
      self.parent = parent
      self.source = source
      self.location = location
    }
  }

  public internal(set) var nodes: [Node]
  /// Parents stand before their children; the root is the first one.
  public internal(set) var modules: [Module]
  /// Whether calls were left out, because there were too many nodes.
  public internal(set) var isTruncated: Bool

  public init(nodes: [Node], modules: [Module], isTruncated: Bool = false) {
    self.nodes = nodes
    self.modules = modules
    self.isTruncated = isTruncated
    markCycles()
  }

  /// How many dependencies there are.
  public var edgeCount: Int { nodes.reduce(0) { $0 + $1.dependencies.count } }

  /// Whether an edge is part of a cycle.
  public func isInCycle(_ dependent: Int, _ dependency: Int) -> Bool {
    nodes[dependent].cycle != nil && nodes[dependent].cycle == nodes[dependency].cycle
  }

  /// The same with nodes of some kinds only: what leads through the others leads directly from one to the next.
  ///
  /// What is part of a cycle stays, so that the cycle can be seen.
  public func showing(_ kinds: Set<Kind>) -> DependencyGraph {
    let isShown = nodes.map { node in
      switch node.kind {
      case .moduleBegin, .moduleEnd: false
      case .resource, .data, .ephemeral, .module, .variable, .local, .output, .provider: kinds.contains(node.kind) || node.cycle != nil
      }
    }
    var positions = [Int?](repeating: nil, count: nodes.count)
    var shown: [Node] = []
    for (index, node) in nodes.enumerated() where isShown[index] {
      positions[index] = shown.count
      shown.append(node)
    }
    // Stamped with the node that they were reached from, so that nothing needs to be cleared.
    var reached = [Int](repeating: -1, count: nodes.count)
    for (start, position) in positions.enumerated() {
      guard let position else { continue }
      var found: [Int] = []
      var open = nodes[start].dependencies
      while let next = open.popLast() {
        guard reached[next] != start else { continue }
        reached[next] = start
        if let target = positions[next] { found.append(target) } else { open += nodes[next].dependencies }
      }
      shown[position].dependencies = found.sorted()
    }
    return DependencyGraph(nodes: shown, modules: modules, isTruncated: isTruncated)
  }
}
