import TerraformModel

/// Where everything of a picture of dependencies stands: boxes of nodes, boxes of modules around them, curves between them.
///
/// Knows nothing of the form that the picture is written in. What is needed stands left of what needs it; the nodes of a module stand
/// together; what does not belong together stands in parts of its own. Equal graphs give equal pictures. (Layers after Sugiyama, Tagawa
/// and Toda, "Methods for Visual Understanding of Hierarchical System Structures", applied to each module from the inside out.)
public struct GraphLayout: Sendable {
  /// A place, in pixels right of and below the upper left corner.
  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }

    func moved(_ dx: Double, _ dy: Double) -> Point { Point(x + dx, y + dy) }
  }

  /// A rectangle.
  public struct Box: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    func moved(_ dx: Double, _ dy: Double) -> Box { Box(x: x + dx, y: y + dy, width: width, height: height) }
  }

  /// The box of a node of the graph, with its lines of text.
  public struct NodeBox: Sendable {
    public var node: Int
    public var box: Box
    public var label: NodeLabel
  }

  /// The box of a module of the graph.
  public struct ModuleBox: Sendable {
    public var module: Int
    public var box: Box
    public var title: String
    /// How many boxes stand around it.
    public var depth: Int
  }

  /// A part of the way to a node from those that need it: several ways to the same node share parts.
  public struct Curve: Sendable {
    /// The node that is needed.
    public var dependency: Int
    /// From the dependent to the dependency. Between two points of different height the curve leaves and arrives level.
    public var points: [Point]
    /// Ends at the box of the dependency.
    public var hasArrow: Bool
    public var isInCycle: Bool
  }

  public private(set) var size = Point(0, 0)
  /// In the order of the graph.
  public private(set) var nodes: [NodeBox] = []
  /// What is around stands before what is inside; the root module has no box.
  public private(set) var modules: [ModuleBox] = []
  public private(set) var curves: [Curve] = []

  /// The most nodes and dependencies that a picture is made of: more can neither be read nor arranged in a short time.
  public static let maximumNodes = 5_000
  public static let maximumEdges = 20_000

  static let margin = 16.0

  /// Arranges a graph; nil when it has more nodes or dependencies than a picture can show.
  public init?(_ graph: DependencyGraph) {
    guard graph.nodes.count <= Self.maximumNodes, graph.edgeCount <= Self.maximumEdges else { return nil }
    let hierarchy = LayoutHierarchy(graph)
    let labels = graph.nodes.map { NodeLabel($0) }
    var drawings: [Int: ClusterDrawing] = [:]
    // Modules in them come first.
    for cluster in hierarchy.clusters.indices.reversed() where hierarchy.isShown(cluster) {
      drawings[cluster] = ClusterDrawing(cluster, hierarchy, labels, graph, inner: drawings)
    }
    guard let root = drawings[0] else {
      size = Point(2 * Self.margin, 2 * Self.margin)
      return
    }
    size = Point(root.width + 2 * Self.margin, root.height + 2 * Self.margin)
    nodes = root.nodes.map { NodeBox(node: $0.node, box: $0.box.moved(Self.margin, Self.margin), label: labels[$0.node]) }
      .sorted { $0.node < $1.node }
    modules = root.modules.map {
      ModuleBox(
        module: $0.module, box: $0.box.moved(Self.margin, Self.margin), title: NodeLabel.title(of: graph.modules[$0.module]), depth: $0.depth)
    }
    curves = root.curves.map { curve in
      var moved = curve
      moved.points = curve.points.map { $0.moved(Self.margin, Self.margin) }
      return moved
    }
  }
}
