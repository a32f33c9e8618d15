import TerraformModel

/// Dependencies as a Mermaid flowchart, modules as subgraphs: what Markdown pages of many hosts show. (Mermaid, "Flowcharts".)
public struct DependencyMermaid: Sendable {
  private let graph: DependencyGraph

  /// What Mermaid draws unless its page allows more.
  public static let maximumEdges = 500

  public init(_ graph: DependencyGraph) { self.graph = graph }

  /// A flowchart with an arrow from each node to what it needs.
  public func text() -> String {
    let tree = ModuleTree(graph)
    var text = "flowchart RL\n"
    write(0, tree, depth: 1, &text)
    var red: [Int] = []
    var count = 0
    for (dependent, node) in graph.nodes.enumerated() {
      for dependency in node.dependencies {
        text += "  n\(dependent) --> n\(dependency)\n"
        if graph.isInCycle(dependent, dependency) { red.append(count) }
        count += 1
      }
    }
    if !red.isEmpty { text += "  linkStyle \(red.map(String.init).joined(separator: ",")) stroke:#c62828,stroke-width:2px\n" }
    text += "  classDef dashed stroke-dasharray:4 3\n  classDef cycle stroke:#c62828,stroke-width:2px\n"
    for (index, node) in graph.nodes.enumerated() {
      switch node.kind {
      case .data, .ephemeral: text += "  class n\(index) dashed\n"
      case .resource, .module, .variable, .local, .output, .provider, .moduleBegin, .moduleEnd: break
      }
      if node.cycle != nil { text += "  class n\(index) cycle\n" }
    }
    return text
  }

  private func write(_ module: Int, _ tree: ModuleTree, depth: Int, _ text: inout String) {
    let margin = String(repeating: "  ", count: depth)
    for node in tree.nodes[module] {
      let label = NodeLabel(graph.nodes[node])
      let content = "\"\(Self.escaped(label.kind))<br/><b>\(Self.escaped(label.name))</b>\""
      text += "\(margin)n\(node)\(shape(graph.nodes[node].kind, content))\n"
    }
    for child in tree.children[module] where tree.isShown[child] {
      text += "\(margin)subgraph m\(child)[\"\(Self.escaped(NodeLabel.title(of: graph.modules[child])))\"]\n"
      write(child, tree, depth: depth + 1, &text)
      text += "\(margin)end\n"
    }
  }

  private func shape(_ kind: DependencyGraph.Kind, _ content: String) -> String {
    switch kind {
    case .resource, .data, .ephemeral, .moduleBegin, .moduleEnd: "[\(content)]"
    case .module: "[[\(content)]]"
    case .variable, .local: "([\(content)])"
    case .output: "[/\(content)/]"
    case .provider: "{{\(content)}}"
    }
  }

  /// Text in quotes: what is neither a letter nor a digit nor harmless is written by its number.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", ";", "\\", "{", "}", "[", "]", "(", ")", "|", "*", "~": result += "#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
