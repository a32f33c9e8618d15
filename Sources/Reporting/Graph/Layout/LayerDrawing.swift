/// One connected part of a module while it is drawn: vertices in layers from left to right, and links between neighbouring layers.
///
/// Vertices are boxes, places where a long way passes through a layer, and places on the border.
struct LayerDrawing {
  struct Vertex {
    var layer: Int
    var height: Double
    /// A box; a way passes through otherwise.
    var isBox: Bool
    /// Upper edge.
    var y = 0.0
  }

  /// From a vertex to one of the next layer; offsets are where it touches them, below their upper edges.
  struct Link {
    var left: Int
    var leftOffset: Double
    var right: Int
    var rightOffset: Double
    var net: Int
    /// The dependency lies to the left, which it does unless a cycle was turned.
    var leadsLeft: Bool
    /// Touches the box of the dependency itself.
    var hasArrow: Bool
    var isInCycle: Bool
  }

  var vertices: [Vertex] = []
  var links: [Link] = []
  /// The vertices of each layer from top to bottom.
  private(set) var layers: [[Int]] = []
  private var position: [Int] = []
  private var leftLinks: [[Int]] = []
  private var rightLinks: [[Int]] = []

  static let boxGap = 14.0
  static let wayGap = 9.0

  /// Orders the vertices of every layer with few crossings, and gives them their heights; the highest one is at 0.
  ///
  /// - Returns: the height of the whole.
  mutating func arrange() -> Double {
    prepare()
    order()
    place()
    let top = vertices.map(\.y).min() ?? 0
    for index in vertices.indices { vertices[index].y -= top }
    return vertices.map { $0.y + $0.height }.max() ?? 0
  }

  private mutating func prepare() {
    layers = Array(repeating: [], count: (vertices.map(\.layer).max() ?? -1) + 1)
    for (index, vertex) in vertices.enumerated() { layers[vertex.layer].append(index) }
    leftLinks = Array(repeating: [], count: vertices.count)
    rightLinks = Array(repeating: [], count: vertices.count)
    for (index, link) in links.enumerated() {
      rightLinks[link.left].append(index)
      leftLinks[link.right].append(index)
    }
    position = Array(repeating: 0, count: vertices.count)
    for layer in layers.indices { number(layer) }
  }

  private mutating func number(_ layer: Int) {
    for (index, vertex) in layers[layer].enumerated() { position[vertex] = index }
  }

  // MARK: Order

  /// Sorts layers by the middle of their neighbours, to and fro, and keeps the order with the fewest crossings. (Sugiyama, Tagawa, Toda,
  /// "barycentric method"; Gansner et al., "A Technique for Drawing Directed Graphs", exchange of neighbours.)
  private mutating func order() {
    guard layers.count > 1 else { return }
    var best = layers
    var fewest = crossings()
    let rounds = vertices.count > 3_000 ? 6 : 24
    for round in 0..<rounds where fewest > 0 {
      let goesRight = round % 2 == 0
      for layer in goesRight ? Array(layers.indices.dropFirst()) : Array(layers.indices.dropLast().reversed()) {
        sort(layer, byLeft: goesRight)
      }
      if vertices.count <= 3_000 { exchange() }
      let count = crossings()
      if count < fewest {
        fewest = count
        best = layers
      }
    }
    layers = best
    for layer in layers.indices { number(layer) }
  }

  private mutating func sort(_ layer: Int, byLeft: Bool) {
    let keys = layers[layer].map { vertex -> Double in
      let ends = (byLeft ? leftLinks : rightLinks)[vertex].map { neighbour($0, isLeft: byLeft) }
      return ends.isEmpty ? Double(position[vertex]) : ends.reduce(0, +) / Double(ends.count)
    }
    let sorted = zip(layers[layer], keys).enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
    layers[layer] = sorted.map(\.element.0)
    number(layer)
  }

  /// The place of a link's end in the order of its layer: links at the same box stand by where they touch it.
  private func neighbour(_ link: Int, isLeft: Bool) -> Double {
    let vertex = isLeft ? links[link].left : links[link].right
    let offset = isLeft ? links[link].leftOffset : links[link].rightOffset
    return Double(position[vertex]) + offset / (vertices[vertex].height + 1)
  }

  /// Exchanges neighbours in a layer where that leaves fewer crossings.
  private mutating func exchange() {
    for layer in layers.indices {
      let left = layers[layer].map { leftLinks[$0].map { neighbour($0, isLeft: true) }.sorted() }
      let right = layers[layer].map { rightLinks[$0].map { neighbour($0, isLeft: false) }.sorted() }
      var order = Array(layers[layer].indices)
      var hasChanged = true
      var rounds = 0
      while hasChanged, rounds < 8 {
        hasChanged = false
        rounds += 1
        for index in order.indices.dropLast() {
          let (a, b) = (order[index], order[index + 1])
          let now = Self.inversions(left[a], left[b]) + Self.inversions(right[a], right[b])
          let then = Self.inversions(left[b], left[a]) + Self.inversions(right[b], right[a])
          guard then < now else { continue }
          order.swapAt(index, index + 1)
          hasChanged = true
        }
      }
      layers[layer] = order.map { layers[layer][$0] }
      number(layer)
    }
  }

  /// How many pairs of both sorted lists stand the wrong way around.
  private static func inversions(_ above: [Double], _ below: [Double]) -> Int {
    var count = 0
    var smaller = 0
    for value in above {
      while smaller < below.count, below[smaller] < value { smaller += 1 }
      count += smaller
    }
    return count
  }

  private func crossings() -> Int { layers.indices.dropLast().reduce(0) { $0 + crossings(behind: $1) } }

  /// Crossings between a layer and the next one, counted by merging. (Barth, Jünger, Mutzel, "Simple and Efficient Bilayer Cross Counting".)
  private func crossings(behind layer: Int) -> Int {
    var ends: [(left: Double, right: Double)] = []
    for vertex in layers[layer] {
      for link in rightLinks[vertex] { ends.append((neighbour(link, isLeft: true), neighbour(link, isLeft: false))) }
    }
    ends.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    let ranks = Dictionary(uniqueKeysWithValues: Set(ends.map(\.right)).sorted().enumerated().map { ($0.element, $0.offset) })
    var tree = Array(repeating: 0, count: ranks.count + 1)
    var count = 0
    for (seen, end) in ends.enumerated() {
      let rank = (ranks[end.right] ?? 0) + 1
      var notAbove = 0
      var index = rank
      while index > 0 {
        notAbove += tree[index]
        index -= index & -index
      }
      count += seen - notAbove
      index = rank
      while index < tree.count {
        tree[index] += 1
        index += index & -index
      }
    }
    return count
  }

  // MARK: Heights

  /// Moves the vertices of each layer as near to their neighbours as their order and size allow, to and fro.
  private mutating func place() {
    for layer in layers.indices {
      var y = 0.0
      for (index, vertex) in layers[layer].enumerated() {
        if index > 0 { y += gap(layers[layer][index - 1], vertex) }
        vertices[vertex].y = y
        y += vertices[vertex].height
      }
      for vertex in layers[layer] { vertices[vertex].y -= y / 2 }
    }
    for round in 0..<16 {
      // First each way once with one side only, so that far ends come near; then both sides pull.
      let sides: (left: Bool, right: Bool) = round == 0 || round == 2 ? (true, false) : round == 1 || round == 3 ? (false, true) : (true, true)
      for layer in round % 2 == 0 ? Array(layers.indices) : layers.indices.reversed() { place(layer, sides) }
    }
  }

  private func gap(_ above: Int, _ below: Int) -> Double {
    vertices[above].isBox && vertices[below].isBox ? Self.boxGap : Self.wayGap
  }

  /// The nearest heights that keep order and gaps: neighbours that would overlap are moved together. (Isotonic regression by pooling
  /// adjacent violators.)
  private mutating func place(_ layer: Int, _ sides: (left: Bool, right: Bool)) {
    struct Pool {
      var weight: Double
      var wish: Double
      var count: Int
    }
    var pools: [Pool] = []
    var offsets: [Double] = []
    var offset = 0.0
    for (index, vertex) in layers[layer].enumerated() {
      if index > 0 { offset += vertices[layers[layer][index - 1]].height + gap(layers[layer][index - 1], vertex) }
      offsets.append(offset)
      let (wish, weight) = wish(vertex, sides)
      pools.append(Pool(weight: weight, wish: wish - offset, count: 1))
      while pools.count > 1, pools[pools.count - 2].wish > pools[pools.count - 1].wish {
        let last = pools.removeLast()
        let previous = pools.removeLast()
        let weight = previous.weight + last.weight
        let wish = (previous.wish * previous.weight + last.wish * last.weight) / weight
        pools.append(Pool(weight: weight, wish: wish, count: previous.count + last.count))
      }
    }
    var index = 0
    for pool in pools {
      for _ in 0..<pool.count {
        vertices[layers[layer][index]].y = pool.wish + offsets[index]
        index += 1
      }
    }
  }

  /// Where a vertex would stand best, and how much that matters: long ways should be straight.
  private func wish(_ vertex: Int, _ sides: (left: Bool, right: Bool)) -> (y: Double, weight: Double) {
    var sum = 0.0
    var total = 0.0
    func pull(_ other: Int, _ otherOffset: Double, _ ownOffset: Double) {
      let ways = (vertices[vertex].isBox ? 0 : 1) + (vertices[other].isBox ? 0 : 1)
      let weight = ways == 2 ? 8.0 : ways == 1 ? 2.0 : 1.0
      sum += weight * (vertices[other].y + otherOffset - ownOffset)
      total += weight
    }
    if sides.left { for link in leftLinks[vertex] { pull(links[link].left, links[link].leftOffset, links[link].rightOffset) } }
    if sides.right { for link in rightLinks[vertex] { pull(links[link].right, links[link].rightOffset, links[link].leftOffset) } }
    return total == 0 ? (vertices[vertex].y, 0.05) : (sum / total, total)
  }
}
