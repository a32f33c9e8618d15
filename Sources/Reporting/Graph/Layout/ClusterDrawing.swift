import TerraformModel

/// One module with everything in it, arranged: parts that belong together side by side or below one another, with the title above.
struct ClusterDrawing {
  typealias Port = PartDrawing.Port

  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Also those of the modules in it.
  private(set) var nodes: [(node: Int, box: GraphLayout.Box)] = []
  private(set) var modules: [(module: Int, box: GraphLayout.Box, depth: Int)] = []
  private(set) var curves: [GraphLayout.Curve] = []
  /// Where ways cross the borders, below the upper edge.
  private(set) var ports: [Port: Double] = [:]

  private static let gap = 26.0
  private static let padding = 14.0
  private static let titleHeight = 28.0
  /// Width to height of what a screen shows well.
  private static let proportion = 1.7

  /// - Parameter inner: the drawings of the modules in it.
  init(
    _ cluster: Int, _ hierarchy: LayoutHierarchy, _ labels: [NodeLabel], _ graph: DependencyGraph, inner: [Int: ClusterDrawing]
  ) {
    let content = hierarchy.clusters[cluster]
    let elements = content.items.enumerated().map { position, item -> PartDrawing.Element in
      switch item {
      case .node(let node):
        return .init(item: position, node: node, layer: content.layers[position], width: labels[node].width, height: labels[node].height)
      case .cluster(let module):
        return .init(
          item: position, layer: content.layers[position], width: inner[module]?.width ?? 0, height: inner[module]?.height ?? 0,
          ports: inner[module]?.ports ?? [:])
      }
    }
    let isRoot = graph.modules[cluster].parent == nil
    let padding = isRoot ? 0 : Self.padding
    let top = isRoot ? 0 : Self.titleHeight
    let (parts, alone) = Self.parts(elements, content.nets)
    let area = (parts.map { ($0.width, $0.height) } + alone.map { ($0.width, $0.height) })
      .reduce(0) { $0 + ($1.0 + Self.gap) * ($1.1 + Self.gap) }
    let row = max(parts.map(\.width).max() ?? 0, (area * Self.proportion).squareRoot())
    let places = Self.pack(parts, row: row)
    let below = zip(parts, places).map { $1.y + $0.height + Self.gap }.max() ?? 0
    let grid = Self.grid(alone, row: row)
    var contentWidth = zip(parts, places).map { $1.x + $0.width }.max() ?? 0
    var contentHeight = max(0, below - Self.gap)
    for (element, box) in zip(alone, grid) {
      contentWidth = max(contentWidth, box.x + box.width)
      contentHeight = max(contentHeight, below + box.y + box.height)
      place(content.items[element.item], box.moved(padding, top + below), hierarchy, inner)
    }
    let title = isRoot ? 0 : TextWidth.of(NodeLabel.title(of: graph.modules[cluster]), size: NodeLabel.titleSize, isBold: true)
    width = max(contentWidth, title) + 2 * padding
    height = top + contentHeight + padding
    for (part, place) in zip(parts, places) { add(part, place.moved(padding, top), content, hierarchy, inner) }
  }

  // MARK: Parts

  /// Groups of elements that ways connect, and nodes that none leads to.
  private static func parts(
    _ elements: [PartDrawing.Element], _ nets: [LayoutHierarchy.Net]
  ) -> (parts: [PartDrawing], alone: [PartDrawing.Element]) {
    var groups = Array(elements.indices)
    func find(_ element: Int) -> Int {
      var root = element
      while groups[root] != root { root = groups[root] }
      return root
    }
    var isConnected = Array(repeating: false, count: elements.count)
    for net in nets {
      let members = ([net.source].compactMap { $0 } + net.targets.keys).sorted()
      for member in members {
        isConnected[member] = true
        let (one, other) = (find(members[0]), find(member))
        groups[max(one, other)] = min(one, other)
        groups[member] = min(one, other)
      }
    }
    var members: [[PartDrawing.Element]] = Array(repeating: [], count: elements.count)
    var itsNets: [[LayoutHierarchy.Net]] = Array(repeating: [], count: elements.count)
    var alone: [PartDrawing.Element] = []
    for (index, element) in elements.enumerated() {
      if !isConnected[index], element.node != nil { alone.append(element) } else { members[find(index)].append(element) }
    }
    for net in nets { if let first = net.source ?? net.targets.keys.min() { itsNets[find(first)].append(net) } }
    let parts = elements.indices.filter { !members[$0].isEmpty }.map { PartDrawing(members[$0], itsNets[$0]) }
    return (parts, alone)
  }

  /// Places for parts: those with ways to the borders have rows of their own, the others share rows.
  private static func pack(_ parts: [PartDrawing], row: Double) -> [GraphLayout.Point] {
    var places = Array(repeating: GraphLayout.Point(0, 0), count: parts.count)
    var y = 0.0
    for (index, part) in parts.enumerated() where part.hasPorts {
      places[index].y = y
      y += part.height + gap
    }
    var x = 0.0
    var rowHeight = 0.0
    let free = parts.indices.filter { !parts[$0].hasPorts }.sorted { (-parts[$0].height, $0) < (-parts[$1].height, $1) }
    for index in free {
      if x > 0, x + parts[index].width > row {
        y += rowHeight + gap
        x = 0
        rowHeight = 0
      }
      places[index] = .init(x, y)
      x += parts[index].width + gap
      rowHeight = max(rowHeight, parts[index].height)
    }
    return places
  }

  /// Boxes of nodes that stand alone, in columns of equal width.
  private static func grid(_ elements: [PartDrawing.Element], row: Double) -> [GraphLayout.Box] {
    let cell = elements.map(\.width).max() ?? 0
    let gap = LayerDrawing.boxGap
    let columns = max(1, Int((row + gap) / (cell + gap)))
    return elements.enumerated().map { index, element in
      .init(
        x: Double(index % columns) * (cell + gap), y: Double(index / columns) * (element.height + gap), width: cell, height: element.height)
    }
  }

  // MARK: Assembly

  private mutating func place(_ item: LayoutHierarchy.Item, _ box: GraphLayout.Box, _ hierarchy: LayoutHierarchy, _ inner: [Int: ClusterDrawing]) {
    switch item {
    case .node(let node): nodes.append((node, box))
    case .cluster(let module):
      modules.append((module, box, hierarchy.clusters[module].depth))
      guard let drawing = inner[module] else { return }
      nodes += drawing.nodes.map { ($0.node, $0.box.moved(box.x, box.y)) }
      modules += drawing.modules.map { ($0.module, $0.box.moved(box.x, box.y), $0.depth) }
      curves += drawing.curves.map { curve in
        var moved = curve
        moved.points = curve.points.map { $0.moved(box.x, box.y) }
        return moved
      }
    }
  }

  private mutating func add(
    _ part: PartDrawing, _ origin: GraphLayout.Point, _ content: LayoutHierarchy.Cluster, _ hierarchy: LayoutHierarchy,
    _ inner: [Int: ClusterDrawing]
  ) {
    for (element, box) in zip(part.elements, part.boxes) {
      place(content.items[element.item], box.moved(origin.x, origin.y), hierarchy, inner)
    }
    for (port, y) in part.ports { ports[port] = origin.y + y }
    for entry in part.curves {
      var curve = entry.curve
      curve.points = curve.points.map { $0.moved(origin.x, origin.y) }
      if let side = entry.touches { lead(&curve, to: side) }
      curves.append(curve)
    }
  }

  /// Leads a curve on to a border of the module.
  private func lead(_ curve: inout GraphLayout.Curve, to side: LayoutHierarchy.Side) {
    guard let first = curve.points.first, let last = curve.points.last else { return }
    let border = side == .left ? 0 : width
    // The dependency is the last point.
    let isAtEnd = (side == .left) == (last.x < first.x)
    let end = GraphLayout.Point(border, isAtEnd ? last.y : first.y)
    if end == (isAtEnd ? last : first) { return }
    curve.points.insert(end, at: isAtEnd ? curve.points.count : 0)
  }
}
