import TerraformModel

/// The lines of text in the box of a node, and how much room they take.
public struct NodeLabel: Sendable {
  /// The type, smaller; empty for nodes without one.
  public var kind: String
  public var name: String

  static let lineHeight = 15.0
  static let padding = 10.0
  static let kindSize = 10.5
  static let nameSize = 12.5
  static let titleSize = 12.0
  private static let maximumLength = 42

  init(_ node: DependencyGraph.Node) {
    let times = Self.text(node.multiplicity)
    switch node.kind {
    case .resource: kind = node.type ?? ""
    case .data: kind = "data \(node.type ?? "")"
    case .ephemeral: kind = "ephemeral \(node.type ?? "")"
    case .module: kind = "module \(node.type ?? "")"
    case .variable, .local, .output, .provider, .moduleBegin, .moduleEnd: kind = node.kind.rawValue
    }
    kind = Self.shortened(kind)
    name = Self.shortened(node.name) + times
  }

  /// The title of a module's box: its call, how often, and where its code comes from.
  static func title(of module: DependencyGraph.Module) -> String {
    let source = module.source.map { " · \(shortened($0))" } ?? ""
    return "module.\(module.name)\(text(module.multiplicity))\(source)"
  }

  /// ` ×3` behind a name; nothing for one instance.
  static func text(_ multiplicity: DependencyGraph.Multiplicity) -> String {
    switch multiplicity {
    case .single, .times(1): ""
    case .times(let count): " ×\(count)"
    case .unknown: " ×?"
    }
  }

  var width: Double {
    max(TextWidth.of(kind, size: Self.kindSize), TextWidth.of(name, size: Self.nameSize, isBold: true)) + 2 * Self.padding
  }

  var height: Double { 2 * Self.lineHeight + 8 }

  /// Text that is not too long: its middle is left out.
  private static func shortened(_ text: String) -> String {
    let visible = DisplayWidth.visible(line: text)
    guard visible.count > maximumLength else { return visible }
    return "\(visible.prefix(maximumLength / 2))…\(visible.suffix(maximumLength / 2 - 1))"
  }
}
