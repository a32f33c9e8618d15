import TerraformModel

/// Items of one module that belong together, arranged from left to right, with the ways between them and to the module's borders.
struct PartDrawing {
  typealias Item = LayoutHierarchy.Item
  typealias Side = LayoutHierarchy.Side

  /// Where the ways to a node cross a border.
  struct Port: Hashable {
    var dependency: Int
    var side: Side
  }

  /// What is arranged: an item of the module with its size.
  struct Element {
    /// Position among the items of the module.
    var item: Int
    /// The node; nil for the box of a module.
    var node: Int?
    var layer: Int
    var width: Double
    var height: Double
    /// Where ways touch the box of a module, below its upper edge.
    var ports: [Port: Double] = [:]
  }

  /// A curve that may have to be led on to a border.
  struct PartCurve {
    var curve: GraphLayout.Curve
    var touches: Side?
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Of each element.
  private(set) var boxes: [GraphLayout.Box] = []
  private(set) var curves: [PartCurve] = []
  private(set) var ports: [Port: Double] = [:]
  let elements: [Element]
  /// Whether ways lead to the module's borders.
  let hasPorts: Bool

  private var drawing = LayerDrawing()
  /// The element of each item.
  private let positions: [Int: Int]
  /// Ports that are vertices.
  private var portVertices: [Int: Port] = [:]
  private let firstLayer: Int
  private let lastLayer: Int

  private static let portGap = 22.0

  /// - Parameters:
  ///   - elements: connected with one another by the ways, or a single one.
  ///   - nets: all ways that start or end at them.
  init(_ elements: [Element], _ nets: [LayoutHierarchy.Net]) {
    self.elements = elements
    positions = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($0.element.item, $0.offset) })
    hasPorts = nets.contains { $0.source == nil || !$0.exits.isEmpty }
    let lowest = elements.map(\.layer).min() ?? 0
    let hasLeftPorts = nets.contains { $0.source == nil && $0.entry == .left || $0.exits[.left] != nil }
    firstLayer = hasLeftPorts ? lowest - 1 : lowest
    lastLayer = (elements.map(\.layer).max() ?? 0) + 1
    for element in elements { addVertex(element.layer, element.height, isBox: true) }
    for (index, net) in nets.enumerated() { add(net, index) }
    height = drawing.arrange()
    finish(nets)
  }

  @discardableResult
  private mutating func addVertex(_ layer: Int, _ height: Double, isBox: Bool) -> Int {
    drawing.vertices.append(.init(layer: layer - firstLayer, height: height, isBox: isBox))
    return drawing.vertices.count - 1
  }

  // MARK: Ways

  /// An end of a way: a vertex, and where the way touches it.
  private struct End {
    var vertex: Int
    var layer: Int
    var offset: Double
    var isInCycle: Bool
  }

  private mutating func add(_ net: LayoutHierarchy.Net, _ index: Int) {
    let sourceLayer: Int
    if let source = net.source {
      guard let position = positions[source] else { return }
      sourceLayer = elements[position].layer
    } else {
      sourceLayer = net.entry == .left ? firstLayer : lastLayer
    }
    for side in [Side.right, .left] {
      var ends: [End] = []
      for (item, isInCycle) in net.targets.sorted(by: { $0.key < $1.key }) {
        guard let position = positions[item], (elements[position].layer > sourceLayer) == (side == .right) else { continue }
        let offset = touch(elements[position], Port(dependency: net.dependency, side: side.opposite))
        ends.append(End(vertex: position, layer: elements[position].layer, offset: offset, isInCycle: isInCycle))
      }
      if let isInCycle = net.exits[side] {
        let layer = side == .right ? lastLayer : firstLayer
        ends.append(End(vertex: addPort(net.dependency, side, layer), layer: layer, offset: 0, isInCycle: isInCycle))
      }
      if ends.isEmpty { continue }
      let start: End
      if let source = net.source, let position = positions[source] {
        let offset = touch(elements[position], Port(dependency: net.dependency, side: side))
        start = End(vertex: position, layer: sourceLayer, offset: offset, isInCycle: false)
      } else {
        start = End(vertex: addPort(net.dependency, net.entry, sourceLayer), layer: sourceLayer, offset: 0, isInCycle: false)
      }
      let isOwn = net.source.flatMap { positions[$0] }.map { elements[$0].node == net.dependency } ?? false
      connect(start, ends, side, net: index, hasArrow: isOwn)
    }
  }

  private func touch(_ element: Element, _ port: Port) -> Double {
    element.node == nil ? element.ports[port] ?? element.height / 2 : element.height / 2
  }

  private mutating func addPort(_ dependency: Int, _ side: Side, _ layer: Int) -> Int {
    let vertex = addVertex(layer, 0, isBox: false)
    portVertices[vertex] = Port(dependency: dependency, side: side)
    return vertex
  }

  /// Leads from the start to all ends on one side; ways through the same layer are one.
  private mutating func connect(_ start: End, _ ends: [End], _ side: Side, net: Int, hasArrow: Bool) {
    let step = side == .right ? 1 : -1
    let distances = ends.map { ($0.layer - start.layer) * step }
    guard let furthest = distances.max(), furthest > 0 else { return }
    var current = start
    for distance in 1...furthest {
      let isAtStart = hasArrow && distance == 1
      for (end, itsDistance) in zip(ends, distances) where itsDistance == distance {
        link(current, end, side, net, isAtStart, end.isInCycle)
      }
      if distance == furthest { break }
      let layer = start.layer + distance * step
      let isInCycle = zip(ends, distances).contains { $1 > distance && $0.isInCycle }
      let way = End(vertex: addVertex(layer, 0, isBox: false), layer: layer, offset: 0, isInCycle: isInCycle)
      link(current, way, side, net, isAtStart, isInCycle)
      current = way
    }
  }

  private mutating func link(_ near: End, _ far: End, _ side: Side, _ net: Int, _ hasArrow: Bool, _ isInCycle: Bool) {
    let (left, right) = side == .right ? (near, far) : (far, near)
    drawing.links.append(
      .init(
        left: left.vertex, leftOffset: left.offset, right: right.vertex, rightOffset: right.offset, net: net, leadsLeft: side == .right,
        hasArrow: hasArrow, isInCycle: isInCycle))
  }

  // MARK: Places

  private mutating func finish(_ nets: [LayoutHierarchy.Net]) {
    let columns = columns()
    for (index, element) in elements.enumerated() {
      let column = columns[drawing.vertices[index].layer]
      let itsWidth = element.node == nil ? element.width : column.boxWidth
      // Short ways within the column: towards the side that more of them leave from.
      let left = drawing.links.count { $0.right == index }
      let right = drawing.links.count { $0.left == index }
      let room = column.width - itsWidth
      let shift = left > right ? 0 : right > left ? room : room / 2
      boxes.append(.init(x: column.x + shift, y: drawing.vertices[index].y, width: itsWidth, height: element.height))
    }
    width = columns.last.map { $0.x + $0.width } ?? 0
    for (vertex, port) in portVertices { ports[port] = drawing.vertices[vertex].y }
    for link in drawing.links { curves.append(curve(link, nets[link.net].dependency, columns)) }
  }

  private struct Column {
    var x = 0.0
    var width = 0.0
    /// The common width of its nodes.
    var boxWidth = 0.0
    var hasPorts = false
  }

  private func columns() -> [Column] {
    var columns = Array(repeating: Column(), count: drawing.layers.count)
    for (index, element) in elements.enumerated() {
      let layer = drawing.vertices[index].layer
      columns[layer].width = max(columns[layer].width, element.width)
      if element.node != nil { columns[layer].boxWidth = max(columns[layer].boxWidth, element.width) }
    }
    for vertex in portVertices.keys { columns[drawing.vertices[vertex].layer].hasPorts = true }
    var amounts = Array(repeating: 0, count: columns.count)
    for link in drawing.links { amounts[drawing.vertices[link.left].layer] += 1 }
    for layer in columns.indices.dropFirst() {
      let isBorder = columns[layer].hasPorts || columns[layer - 1].hasPorts
      let gap = (isBorder ? Self.portGap : 40) + Double(min(60, 2 * amounts[layer - 1]))
      columns[layer].x = columns[layer - 1].x + columns[layer - 1].width + gap
    }
    return columns
  }

  private func curve(_ link: LayerDrawing.Link, _ dependency: Int, _ columns: [Column]) -> PartCurve {
    let left = drawing.vertices[link.left]
    let right = drawing.vertices[link.right]
    let start = columns[left.layer]
    let end = columns[right.layer]
    var points: [GraphLayout.Point] = []
    func add(_ x: Double, _ y: Double) {
      let point = GraphLayout.Point(x, y)
      if points.last != point { points.append(point) }
    }
    let leftY = left.y + link.leftOffset
    if left.isBox { add(boxes[link.left].x + boxes[link.left].width, leftY) }
    add(start.x + start.width, leftY)
    let rightY = right.y + link.rightOffset
    add(end.x, rightY)
    // A way goes on through its column; a box may stand further in.
    add(right.isBox ? boxes[link.right].x : end.x + end.width, rightY)
    let touched: Side? = portVertices[link.left] != nil ? .left : portVertices[link.right] != nil ? .right : nil
    return PartCurve(
      curve: .init(
        dependency: dependency, points: link.leadsLeft ? points.reversed() : points, hasArrow: link.hasArrow, isInCycle: link.isInCycle),
      touches: touched)
  }
}
