import TerraformModel

/// Dependencies in the language of Graphviz, modules as clusters. (Graphviz, "DOT Language".)
public struct DependencyDOT: Sendable {
  private let graph: DependencyGraph
  private let title: String

  public init(_ graph: DependencyGraph, title: String) {
    self.graph = graph
    self.title = title
  }

  /// A `digraph` with an edge from each node to what it needs.
  public func text() -> String {
    let tree = ModuleTree(graph)
    var text = """
      digraph \(Self.quoted(title)) {
        rankdir = "RL";
        node [shape = "box", style = "rounded", fontname = "sans-serif", fontsize = 11];
        graph [fontname = "sans-serif", fontsize = 11, labeljust = "l"];

      """
    write(0, tree, depth: 1, &text)
    for (dependent, node) in graph.nodes.enumerated() {
      for dependency in node.dependencies {
        let color = graph.isInCycle(dependent, dependency) ? " [color = \"red\"]" : ""
        text += "  \(Self.quoted(node.address)) -> \(Self.quoted(graph.nodes[dependency].address))\(color);\n"
      }
    }
    return text + "}\n"
  }

  private func write(_ module: Int, _ tree: ModuleTree, depth: Int, _ text: inout String) {
    let margin = String(repeating: "  ", count: depth)
    for node in tree.nodes[module] { text += "\(margin)\(Self.quoted(graph.nodes[node].address)) [\(attributes(graph.nodes[node]))];\n" }
    for child in tree.children[module] where tree.isShown[child] {
      let entry = graph.modules[child]
      text += "\(margin)subgraph \(Self.quoted("cluster_" + entry.address)) {\n"
      text += "\(margin)  label = \(Self.quoted(NodeLabel.title(of: entry)));\n"
      write(child, tree, depth: depth + 1, &text)
      text += "\(margin)}\n"
    }
  }

  private func attributes(_ node: DependencyGraph.Node) -> String {
    let label = NodeLabel(node)
    var attributes = ["label = \(Self.quoted("\(label.kind)\n\(label.name)"))"]
    switch node.kind {
    case .resource: break
    case .data, .ephemeral: attributes.append("style = \"rounded,dashed\"")
    case .module: attributes.append("shape = \"box3d\"")
    case .variable, .local, .output: attributes.append("shape = \"note\"")
    case .provider: attributes.append("shape = \"diamond\"")
    case .moduleBegin, .moduleEnd: break
    }
    if node.cycle != nil { attributes.append("color = \"red\"") }
    return attributes.joined(separator: ", ")
  }

  /// A quoted string: its escape sequences mean something in labels, so that a backslash stands for itself only when doubled.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// The nodes and calls of each module.
struct ModuleTree {
  private(set) var nodes: [[Int]]
  private(set) var children: [[Int]]
  /// Whether there is anything in it.
  private(set) var isShown: [Bool]

  init(_ graph: DependencyGraph) {
    let count = max(graph.modules.count, 1)
    nodes = Array(repeating: [], count: count)
    children = Array(repeating: [], count: count)
    isShown = Array(repeating: false, count: count)
    for (index, node) in graph.nodes.enumerated() { nodes[node.module].append(index) }
    for (index, module) in graph.modules.enumerated() { if let parent = module.parent { children[parent].append(index) } }
    for index in nodes.indices.reversed() {
      isShown[index] = !nodes[index].isEmpty || children[index].contains { isShown[$0] }
    }
  }
}
