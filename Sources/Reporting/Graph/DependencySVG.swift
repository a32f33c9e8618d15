import TerraformModel

/// A picture of dependencies as SVG. (W3C, "Scalable Vector Graphics 1.1".)
///
/// One element that can stand in a page as it is, light and dark: all its classes begin with `dependency-`.
public struct DependencySVG: Sendable {
  private let layout: GraphLayout
  private let graph: DependencyGraph
  private let title: String

  /// - Parameter title: what the picture is called for those who cannot see it.
  public init(_ layout: GraphLayout, of graph: DependencyGraph, title: String) {
    self.layout = layout
    self.graph = graph
    self.title = title
  }

  /// The whole element.
  public func text() -> String {
    let (width, height) = (Self.number(layout.size.x), Self.number(layout.size.y))
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" class="dependency-graph" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img">
      <title>\(Self.escaped(title))</title>
      <style>\(Self.style)</style>
      <defs>\(Self.arrow("dependency-arrow", "dependency-tip"))\(Self.arrow("dependency-arrow-cycle", "dependency-tip dependency-cycle"))</defs>
      <rect class="dependency-ground" width="\(width)" height="\(height)"/>

      """
    for module in layout.modules { text += box(module) }
    for curve in layout.curves where !curve.isInCycle { text += path(curve) }
    // What is wrong is seen on top.
    for curve in layout.curves where curve.isInCycle { text += path(curve) }
    for node in layout.nodes { text += box(node) }
    return text + "</svg>\n"
  }

  // MARK: Elements

  private func box(_ module: GraphLayout.ModuleBox) -> String {
    let box = module.box
    return """
      <g class="dependency-group dependency-depth-\(module.depth % 2)"><title>\(Self.escaped(graph.modules[module.module].address))</title>\
      <rect \(Self.place(box)) rx="8"/>\
      <text class="dependency-title" x="\(Self.number(box.x + 12))" y="\(Self.number(box.y + 19))">\(Self.escaped(module.title))</text></g>

      """
  }

  private func box(_ placed: GraphLayout.NodeBox) -> String {
    let node = graph.nodes[placed.node]
    let box = placed.box
    var classes = "dependency-node dependency-\(node.kind.rawValue)"
    if node.multiplicity == .times(0) { classes += " dependency-none" }
    if node.cycle != nil { classes += " dependency-cycle" }
    let x = Self.number(box.x + NodeLabel.padding)
    let place = node.location.map { "\n" + placeText($0) } ?? ""
    return """
      <g class="\(classes)"><title>\(Self.escaped(node.address + place))</title><rect \(Self.place(box)) rx="5"/>\
      <text class="dependency-kind" x="\(x)" y="\(Self.number(box.y + 15))">\(Self.escaped(placed.label.kind))</text>\
      <text class="dependency-name" x="\(x)" y="\(Self.number(box.y + 30))">\(Self.escaped(placed.label.name))</text></g>

      """
  }

  private func path(_ curve: GraphLayout.Curve) -> String {
    guard let first = curve.points.first else { return "" }
    var data = "M\(Self.number(first.x)) \(Self.number(first.y))"
    var current = first
    for point in curve.points.dropFirst() {
      if point.y == current.y {
        data += "H\(Self.number(point.x))"
      } else {
        let middle = Self.number((current.x + point.x) / 2)
        data += "C\(middle) \(Self.number(current.y)) \(middle) \(Self.number(point.y)) \(Self.number(point.x)) \(Self.number(point.y))"
      }
      current = point
    }
    let marker = curve.isInCycle ? "dependency-arrow-cycle" : "dependency-arrow"
    let end = curve.hasArrow ? " marker-end=\"url(#\(marker))\"" : ""
    let classes = curve.isInCycle ? "dependency-edge dependency-cycle" : "dependency-edge"
    return
      "<path class=\"\(classes)\" d=\"\(data)\"\(end)><title>needs \(Self.escaped(graph.nodes[curve.dependency].address))</title></path>\n"
  }

  static func arrow(_ id: String, _ classes: String) -> String {
    """
    <marker id="\(id)" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
    <path class="\(classes)" d="M0 0.5L8 4L0 7.5z"/></marker>
    """
  }

  // MARK: Text

  private static func place(_ box: GraphLayout.Box) -> String {
    "x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" height=\"\(number(box.height))\""
  }

  /// With one digit behind the point, which is finer than a screen shows.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
    return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths) % 10)"
  }

  /// Text in XML; what XML cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let style = """
    .dependency-graph{font-family:Arial,"Liberation Sans",Helvetica,sans-serif}\
    .dependency-ground{fill:#fff}\
    .dependency-group rect{fill:#f3f5f8;stroke:#c3cbd6}\
    .dependency-group.dependency-depth-0 rect{fill:#e9edf3}\
    .dependency-title{font-size:12px;font-weight:bold;fill:#4a5568}\
    .dependency-node rect{fill:#fff;stroke:#5b6b82;stroke-width:1.2}\
    .dependency-kind{font-size:10.5px;fill:#66758a}\
    .dependency-name{font-size:12.5px;font-weight:bold;fill:#1c2530}\
    .dependency-resource rect{fill:#eaf2fe;stroke:#4573b8}\
    .dependency-data rect{fill:#fff;stroke:#4573b8;stroke-dasharray:4 3}\
    .dependency-ephemeral rect{fill:#fff8e6;stroke:#a77c1a;stroke-dasharray:2 2}\
    .dependency-module rect{fill:#f1ebfb;stroke:#7a56b3}\
    .dependency-variable rect,.dependency-local rect{fill:#f4f5f6;stroke:#8a94a3}\
    .dependency-output rect{fill:#e8f6ed;stroke:#3d8a5b}\
    .dependency-provider rect{fill:#fdf0e7;stroke:#b9692b}\
    .dependency-none{opacity:.45}\
    .dependency-edge{fill:none;stroke:#8795a8;stroke-width:1.2}\
    .dependency-edge:hover{stroke:#1c2530;stroke-width:2.4}\
    .dependency-tip{fill:#8795a8}\
    .dependency-node.dependency-cycle rect,.dependency-edge.dependency-cycle{stroke:#c62828;stroke-width:1.8}\
    .dependency-tip.dependency-cycle{fill:#c62828}\
    @media (prefers-color-scheme:dark){\
    .dependency-ground{fill:#14181e}\
    .dependency-group rect{fill:#1d232b;stroke:#3c4756}\
    .dependency-group.dependency-depth-0 rect{fill:#252c36}\
    .dependency-title{fill:#aab6c6}\
    .dependency-node rect,.dependency-data rect{fill:#14181e}\
    .dependency-kind{fill:#94a3b8}\
    .dependency-name{fill:#e6ebf2}\
    .dependency-resource rect{fill:#1c2c44;stroke:#6b9be0}\
    .dependency-ephemeral rect{fill:#33290f}\
    .dependency-module rect{fill:#2d2240;stroke:#a386d6}\
    .dependency-variable rect,.dependency-local rect{fill:#232830}\
    .dependency-output rect{fill:#173323;stroke:#5fb583}\
    .dependency-provider rect{fill:#3a2613;stroke:#d98e50}\
    .dependency-edge{stroke:#66758a}\
    .dependency-edge:hover{stroke:#fff}\
    .dependency-tip{fill:#66758a}}
    """
}
