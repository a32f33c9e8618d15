/// Puts items into layers so that what is needed stands in a lower layer than what needs it, close to it.
struct LayerAssignment {
  private(set) var layers: [Int]

  /// - Parameter needs: for each item those that it needs. Where they lead around in a circle, some of them are turned.
  init(needs: [[Int]]) {
    let count = needs.count
    layers = Array(repeating: 0, count: count)
    var lower: [[Int]] = Array(repeating: [], count: count)
    var upper: [[Int]] = Array(repeating: [], count: count)
    let order = Self.finishOrder(needs)
    var rank = Array(repeating: 0, count: count)
    for (position, item) in order.enumerated() { rank[item] = position }
    for (item, targets) in needs.enumerated() {
      for target in targets {
        let (low, high) = rank[target] < rank[item] ? (target, item) : (item, target)
        lower[high].append(low)
        upper[low].append(high)
      }
    }
    for item in order { layers[item] = (lower[item].map { layers[$0] }.max() ?? -1) + 1 }
    // What is needed more than it needs moves up to those that need it: ways become shorter.
    for _ in 0..<4 {
      var hasMoved = false
      for item in order.reversed() where upper[item].count > lower[item].count {
        guard let highest = upper[item].map({ layers[$0] - 1 }).min(), highest > layers[item] else { continue }
        layers[item] = highest
        hasMoved = true
      }
      for item in order where lower[item].count > upper[item].count {
        let lowest = (lower[item].map { layers[$0] }.max() ?? -1) + 1
        guard lowest < layers[item] else { continue }
        layers[item] = lowest
        hasMoved = true
      }
      if !hasMoved { break }
    }
  }

  /// The items in the order in which a depth-first search leaves them: what is needed first, cycles aside.
  private static func finishOrder(_ needs: [[Int]]) -> [Int] {
    var order: [Int] = []
    var isEntered = Array(repeating: false, count: needs.count)
    for start in needs.indices where !isEntered[start] {
      var path: [(item: Int, next: Int)] = [(start, 0)]
      isEntered[start] = true
      while let (item, next) = path.last {
        guard next < needs[item].count else {
          order.append(item)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = needs[item][next]
        if !isEntered[target] {
          isEntered[target] = true
          path.append((target, 0))
        }
      }
    }
    return order
  }
}
