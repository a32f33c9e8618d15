import TerraformModel

/// A graph taken apart by its modules: what stands in each, in which layer, and which ways lead through it.
struct LayoutHierarchy {
  /// What stands directly in a module: a node, or the box of a module.
  enum Item: Hashable {
    case node(Int)
    case cluster(Int)
  }

  /// The left or right border of a module's box, or of a node.
  enum Side: Hashable {
    case left, right

    var opposite: Side {
      switch self {
      case .left: .right
      case .right: .left
      }
    }
  }

  /// All ways inside of one module that lead to one node.
  struct Net {
    /// The node that is needed.
    var dependency: Int
    /// The item that it is, or is in; nil when it lies outside.
    var source: Int?
    /// Where it comes in when it lies outside.
    var entry = Side.left
    /// The items that need it or hold what does; true when the way is part of a cycle.
    var targets: [Int: Bool] = [:]
    /// The borders that lead to what needs it outside.
    var exits: [Side: Bool] = [:]
  }

  /// One module.
  struct Cluster {
    var items: [Item] = []
    /// Of each item.
    var layers: [Int] = []
    /// In the order of their dependencies.
    var nets: [Net] = []
    var depth = 0
  }

  private(set) var clusters: [Cluster]
  /// Modules from the root to the one of each node.
  private let paths: [[Int]]
  /// The position of each node among the items of its module.
  private var nodePositions: [Int]
  /// The position of each module among the items of its parent.
  private var clusterPositions: [Int]

  init(_ graph: DependencyGraph) {
    clusters = Array(repeating: Cluster(), count: graph.modules.count)
    var modulePaths: [[Int]] = []
    for (index, module) in graph.modules.enumerated() {
      modulePaths.append((module.parent.map { modulePaths[$0] } ?? []) + [index])
      clusters[index].depth = modulePaths[index].count - 1
    }
    paths = graph.nodes.map { modulePaths[$0.module] }
    nodePositions = Array(repeating: 0, count: graph.nodes.count)
    clusterPositions = Array(repeating: 0, count: clusters.count)
    for (node, entry) in graph.nodes.enumerated() {
      nodePositions[node] = clusters[entry.module].items.count
      clusters[entry.module].items.append(.node(node))
    }
    // Innermost first, so that modules without anything in them are left out.
    for module in graph.modules.indices.reversed() {
      guard let parent = graph.modules[module].parent, !clusters[module].items.isEmpty else { continue }
      clusterPositions[module] = clusters[parent].items.count
      clusters[parent].items.append(.cluster(module))
    }
    assignLayers(graph)
    collectNets(graph)
  }

  /// Whether a module has anything in it.
  func isShown(_ cluster: Int) -> Bool { !clusters[cluster].items.isEmpty }

  /// The innermost module around both nodes, as a position in their paths.
  private func commonDepth(_ one: Int, _ other: Int) -> Int {
    var depth = 0
    while depth + 1 < min(paths[one].count, paths[other].count), paths[one][depth + 1] == paths[other][depth + 1] { depth += 1 }
    return depth
  }

  /// The item of a module on the path of a node that is the node or holds it.
  private func item(of node: Int, atDepth depth: Int) -> Int {
    depth + 1 < paths[node].count ? clusterPositions[paths[node][depth + 1]] : nodePositions[node]
  }

  private mutating func assignLayers(_ graph: DependencyGraph) {
    var needs = clusters.map { Array(repeating: Set<Int>(), count: $0.items.count) }
    for (dependent, node) in graph.nodes.enumerated() {
      for dependency in node.dependencies where dependency != dependent {
        let depth = commonDepth(dependent, dependency)
        needs[paths[dependent][depth]][item(of: dependent, atDepth: depth)].insert(item(of: dependency, atDepth: depth))
      }
    }
    for cluster in clusters.indices { clusters[cluster].layers = LayerAssignment(needs: needs[cluster].map { $0.sorted() }).layers }
  }

  private mutating func collectNets(_ graph: DependencyGraph) {
    var nets = clusters.map { _ in [Int: Net]() }
    for (dependent, node) in graph.nodes.enumerated() {
      for dependency in node.dependencies where dependency != dependent {
        let isInCycle = graph.isInCycle(dependent, dependency)
        let depth = commonDepth(dependent, dependency)
        let common = paths[dependent][depth]
        let target = item(of: dependent, atDepth: depth)
        let source = item(of: dependency, atDepth: depth)
        nets[common][dependency, default: Net(dependency: dependency, source: source)].targets[target, default: false] |= isInCycle
        let side: Side = clusters[common].layers[target] > clusters[common].layers[source] ? .right : .left
        for level in (depth + 1)..<max(depth + 1, paths[dependency].count) {
          let inner = item(of: dependency, atDepth: level)
          nets[paths[dependency][level]][dependency, default: Net(dependency: dependency, source: inner)].exits[side, default: false] |= isInCycle
        }
        for level in (depth + 1)..<max(depth + 1, paths[dependent].count) {
          let inner = item(of: dependent, atDepth: level)
          let net = Net(dependency: dependency, source: nil, entry: side.opposite)
          nets[paths[dependent][level]][dependency, default: net].targets[inner, default: false] |= isInCycle
        }
      }
    }
    for cluster in clusters.indices { clusters[cluster].nets = nets[cluster].values.sorted { $0.dependency < $1.dependency } }
  }
}

extension Bool {
  fileprivate static func |= (left: inout Bool, right: Bool) { left = left || right }
}
