import Reporting
import TerraformModel
import Testing

@Suite struct GraphLayoutTests {
  /// A graph with its nodes spread over modules; the same seed gives the same graph.
  private static func graph(nodes count: Int, modules: Int, edges: Int, seed: UInt64, isCyclic: Bool = false) -> DependencyGraph {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var entries = [DependencyGraph.Module(address: "", name: "", parent: nil, source: nil)]
    for index in 1..<max(2, modules) {
      let parent = random(index)
      entries.append(.init(address: "module.m\(index)", name: "m\(index)", parent: parent, source: "./m\(index)"))
    }
    var nodes = (0..<count).map { index in
      DependencyGraph.Node(
        kind: index % 7 == 0 ? .data : .resource, localAddress: "t.n\(index)", address: "t.n\(index)", module: random(entries.count),
        type: "aws_kind_\(index % 11)", name: "n\(index)")
    }
    for _ in 0..<edges {
      let (a, b) = (random(count), random(count))
      if a == b { continue }
      let (dependent, dependency) = isCyclic || a > b ? (a, b) : (b, a)
      nodes[dependent].dependencies = Array(Set(nodes[dependent].dependencies + [dependency])).sorted()
    }
    return DependencyGraph(nodes: nodes, modules: entries)
  }

  private static let graphs: [DependencyGraph] =
    [(1, 1, 0), (10, 2, 12), (60, 6, 80), (200, 14, 260), (40, 1, 60), (30, 12, 30), (12, 1, 0)].enumerated().flatMap { index, size in
      [false, true].map { graph(nodes: size.0, modules: size.1, edges: size.2, seed: UInt64(index), isCyclic: $0) }
    }

  private func overlap(_ a: GraphLayout.Box, _ b: GraphLayout.Box) -> Bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  }

  private func contains(_ outer: GraphLayout.Box, _ inner: GraphLayout.Box) -> Bool {
    outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.width <= outer.x + outer.width
      && inner.y + inner.height <= outer.y + outer.height
  }

  @Test func `boxes stand apart, each inside of its module's`() throws {
    for graph in Self.graphs {
      let layout = try #require(GraphLayout(graph))
      #expect(layout.nodes.map(\.node) == Array(graph.nodes.indices))
      for (index, one) in layout.nodes.enumerated() {
        for other in layout.nodes[(index + 1)...] { #expect(!overlap(one.box, other.box)) }
        #expect(one.box.x > 0 && one.box.y > 0)
        #expect(one.box.x + one.box.width < layout.size.x && one.box.y + one.box.height < layout.size.y)
        for module in layout.modules {
          var around: Int? = graph.nodes[one.node].module
          while let current = around, current != module.module { around = graph.modules[current].parent }
          #expect(around == nil ? !overlap(module.box, one.box) : contains(module.box, one.box))
        }
      }
    }
  }

  @Test func `curves lead from each dependent to what it needs, around all boxes`() throws {
    for graph in Self.graphs {
      let layout = try #require(GraphLayout(graph))
      let byDependency = Dictionary(grouping: layout.curves, by: \.dependency)
      for (dependent, node) in graph.nodes.enumerated() {
        for dependency in node.dependencies where dependency != dependent {
          #expect(isConnected(dependent, dependency, byDependency[dependency] ?? [], layout), "\(dependent) to \(dependency)")
        }
      }
      for curve in layout.curves {
        for (a, b) in zip(curve.points, curve.points.dropFirst()) {
          for placed in layout.nodes where passes(a, b, through: placed.box) { Issue.record("a curve passes through \(placed.node)") }
        }
      }
    }
  }

  /// Walks along the curves of a dependency from the border of one box to that of the other.
  private func isConnected(_ dependent: Int, _ dependency: Int, _ curves: [GraphLayout.Curve], _ layout: GraphLayout) -> Bool {
    func key(_ point: GraphLayout.Point) -> [Int] { [Int((point.x * 4).rounded()), Int((point.y * 4).rounded())] }
    var next: [[Int]: [[Int]]] = [:]
    for curve in curves {
      for (a, b) in zip(curve.points, curve.points.dropFirst()) { next[key(a), default: []].append(key(b)) }
    }
    func borders(_ node: Int) -> [[Int]] {
      let box = layout.nodes[node].box
      return [0, box.width].map { key(.init(box.x + $0, box.y + box.height / 2)) }
    }
    var open = borders(dependent)
    var seen = Set(open)
    let goal = Set(borders(dependency))
    while let point = open.popLast() {
      if goal.contains(point) { return true }
      for target in next[point] ?? [] where seen.insert(target).inserted { open.append(target) }
    }
    return false
  }

  /// Whether a piece of a curve has points well inside of a box.
  private func passes(_ a: GraphLayout.Point, _ b: GraphLayout.Point, through box: GraphLayout.Box) -> Bool {
    (0...16).contains { step in
      let t = Double(step) / 16
      // The curve that the picture draws: level at both ends.
      let x = a.x + (b.x - a.x) * (1.5 * t - 1.5 * t * t + t * t * t)
      let y = a.y + (b.y - a.y) * (3 * t * t - 2 * t * t * t)
      return x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1
    }
  }

  @Test func `equal graphs give equal pictures`() throws {
    for graph in Self.graphs {
      let one = DependencySVG(try #require(GraphLayout(graph)), of: graph, title: "x").text()
      let other = DependencySVG(try #require(GraphLayout(graph)), of: graph, title: "x").text()
      #expect(one == other)
    }
  }

  @Test func `what is too large is no picture`() {
    #expect(GraphLayout(Self.graph(nodes: GraphLayout.maximumNodes + 1, modules: 3, edges: 10, seed: 1)) == nil)
  }

  @Test func `names that mean something to a format stay names`() throws {
    let module = DependencyGraph.Module(address: "module.m", name: "m", parent: 0, source: "git::x\"<&>\\#`")
    let node = DependencyGraph.Node(
      kind: .resource, localAddress: "a.b", address: "a[\"<\\\"]\u{1}", module: 1, type: "a\"b", name: "x<y>&\"#;`|")
    let graph = DependencyGraph(nodes: [node], modules: [.init(address: "", name: "", parent: nil, source: nil), module])
    let svg = DependencySVG(try #require(GraphLayout(graph)), of: graph, title: "<&>").text()
    #expect(svg.contains("<title>&lt;&amp;&gt;</title>"))
    #expect(svg.contains("x&lt;y&gt;&amp;&quot;#;`|</text>"))
    #expect(!svg.unicodeScalars.contains("\u{1}"))
    let dot = DependencyDOT(graph, title: "t\"").text()
    #expect(dot.hasPrefix("digraph \"t\\\"\" {"))
    #expect(dot.contains("label = \"module.m · git::x\\\"<&>\\\\#`\";"))
    #expect(dot.contains("\"a[\\\"<\\\\\\\"]\u{FFFD}\" [label = \"a\\\"b\\nx<y>&\\\"#;`|\"]"))
    let mermaid = DependencyMermaid(graph).text()
    #expect(mermaid.contains("n0[\"a#34;b<br/><b>x#60;y#62;#38;#34;#35;#59;#96;#124;</b>\"]"))
    #expect(mermaid.contains("subgraph m1[\"module.m · git::x#34;#60;#38;#62;#92;#35;#96;\"]"))
  }

  @Test func `cycles are red in every format`() throws {
    var nodes = ["a", "b"].map {
      DependencyGraph.Node(kind: .resource, localAddress: "t.\($0)", address: "t.\($0)", module: 0, type: "t", name: $0)
    }
    nodes[0].dependencies = [1]
    nodes[1].dependencies = [0]
    let graph = DependencyGraph(nodes: nodes, modules: [.init(address: "", name: "", parent: nil, source: nil)])
    let layout = try #require(GraphLayout(graph))
    #expect(layout.curves.count == 2 && layout.curves.allSatisfy(\.isInCycle))
    #expect(DependencySVG(layout, of: graph, title: "").text().contains("dependency-edge dependency-cycle"))
    #expect(DependencyDOT(graph, title: "").text().contains("\"t.a\" -> \"t.b\" [color = \"red\"];"))
    #expect(DependencyMermaid(graph).text().contains("linkStyle 0,1 stroke"))
  }
}
