/// Cycles, and what follows from other dependencies.
extension DependencyGraph {
  /// Numbers the cycles: strongly connected parts of more than one node, and nodes that refer to themselves.
  ///
  /// What a module that is not in view needs for one of its outputs is not known: no cycle leads through it.
  mutating func markCycles() {
    let components = components(throughClosedModules: false)
    var sizes = [Int](repeating: 0, count: nodes.count)
    for component in components { sizes[component] += 1 }
    for index in nodes.indices {
      let isCyclic = sizes[components[index]] > 1 || nodes[index].dependencies.contains(index)
      nodes[index].cycle = isCyclic ? components[index] : nil
    }
  }

  /// Without the dependencies that follow from others: when a needs b and b needs c, that a needs c goes without saying.
  ///
  /// Dependencies inside of cycles stay as they are.
  public func reduced() -> DependencyGraph {
    let order = components(throughClosedModules: true)
    var result = self
    var reached = [Int](repeating: -1, count: nodes.count)
    for start in nodes.indices {
      var kept: [Int] = []
      // What comes last in the order of creation is looked at first: everything that it needs is reached through it.
      let direct = nodes[start].dependencies.sorted { (order[$1], $0) < (order[$0], $1) }
      for target in direct where reached[target] != start {
        kept.append(target)
        if order[target] == order[start] { continue }
        var open = [target]
        while let next = open.popLast() {
          guard reached[next] != start else { continue }
          reached[next] = start
          open += nodes[next].dependencies
        }
      }
      result.nodes[start].dependencies = kept.sorted()
    }
    return result
  }

  /// The number of the strongly connected part of each node: what is needed has a lower number than what needs it. (Tarjan, "Depth-first
  /// search and linear graph algorithms"; with a stack of its own, because chains may be long.)
  private func components(throughClosedModules: Bool) -> [Int] {
    let targets = nodes.map { $0.kind == .module && !throughClosedModules ? [] : $0.dependencies }
    var component = [Int](repeating: -1, count: nodes.count)
    var entered = [Int](repeating: -1, count: nodes.count)
    var lowest = [Int](repeating: 0, count: nodes.count)
    var open: [Int] = []
    var time = 0
    var count = 0
    for root in nodes.indices where entered[root] < 0 {
      var path: [(node: Int, next: Int)] = []
      func enter(_ node: Int) {
        entered[node] = time
        lowest[node] = time
        time += 1
        open.append(node)
        path.append((node, 0))
      }
      enter(root)
      while let (node, next) = path.last {
        if next < targets[node].count {
          path[path.count - 1].next += 1
          let target = targets[node][next]
          if entered[target] < 0 {
            enter(target)
          } else if component[target] < 0 {
            lowest[node] = min(lowest[node], entered[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == entered[node] else { continue }
        while let member = open.popLast() {
          component[member] = count
          if member == node { break }
        }
        count += 1
      }
    }
    return component
  }
}
