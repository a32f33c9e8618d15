import Diagnostics
import Reporting
import TerraformModel

/// `terrane graph`: what depends on what in one module, as a picture or for programs that draw.
public struct GraphRun: Sendable {
  /// How the graph is printed.
  public enum Format: String, CaseIterable, Sendable {
    case dot, mermaid, svg
  }

  public var directory: String
  public var format: Format
  /// What is shown beside resources, data sources and module calls.
  public var included: [DependencyGraph.Kind]
  /// Shows dependencies that follow from others, too.
  public var showsEveryEdge: Bool
  public var options: RunOptions

  public init(directory: String, format: Format, included: [DependencyGraph.Kind], showsEveryEdge: Bool, options: RunOptions) {
    self.directory = directory
    self.format = format
    self.included = included
    self.showsEveryEdge = showsEveryEdge
    self.options = options
  }

  /// Prints the graph; diagnostics go to standard error.
  public func run() -> ExitStatus {
    let (module, failures) = SingleModule.open(directory, options: options)
    guard let module else {
      options.show(failures)
      return .failure
    }
    let (evaluated, found) = module.project.graph(of: module.configuration, binding: .lint)
    let whole = DependencyGraph(module.configuration, graph: evaluated).showing(DependencyGraph.Kind.standard.union(included))
    let graph = showsEveryEdge ? whole : whole.reduced()
    var diagnostics = module.problems + found
    if graph.isTruncated { diagnostics.append(Self.truncated) }
    let text = text(graph, &diagnostics)
    options.show(diagnostics.filter { $0.severity == .error || $0.id.hasPrefix("graph-") && !options.isQuiet })
    guard let text, OutputStream.standardOutput.write(text) else { return .failure }
    return module.status(diagnostics)
  }

  private func text(_ graph: DependencyGraph, _ diagnostics: inout [Diagnostic]) -> String? {
    switch format {
    case .dot: return DependencyDOT(graph, title: directory).text()
    case .mermaid:
      if graph.edgeCount > DependencyMermaid.maximumEdges {
        diagnostics.append(
          Diagnostic(
            .warning, "graph-mermaid-limit", "Mermaid draws \(DependencyMermaid.maximumEdges) arrows unless it is told otherwise",
            detail: "These are \(graph.edgeCount): the page that shows them must set “maxEdges”.", at: nil))
      }
      return DependencyMermaid(graph).text()
    case .svg:
      guard let layout = GraphLayout(graph) else {
        diagnostics.append(
          Diagnostic(
            .error, "graph-too-large", "The graph is too large for a picture",
            detail:
              "It has \(counted(graph.nodes.count, "node")) and \(counted(graph.edgeCount, "dependency")); a picture shows up to \(GraphLayout.maximumNodes) and \(GraphLayout.maximumEdges). --format dot has no such limit.",
            at: nil))
        return nil
      }
      return DependencySVG(layout, of: graph, title: "Dependencies of \(directory)").text()
    }
  }

  private static let truncated = Diagnostic(
    .warning, "graph-truncated", "Not all module calls are shown",
    detail: "The graph ends at \(DependencyGraph.maximumNodes) declarations.", at: nil)
}
