import ArgumentParser
import TerraformModel
import TerraneDriver

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Print what depends on what in a module.",
    discussion: """
      Resources, data sources and calls of modules that are not in view are shown, in the modules that they belong to. What is needed stands \
      left of what needs it; dependencies that follow from others are left out.
      """)

  /// What may be shown beside the resources.
  enum Kind: String, CaseIterable, Sendable {
    case variables, locals, outputs, providers

    var kind: DependencyGraph.Kind {
      switch self {
      case .variables: .variable
      case .locals: .local
      case .outputs: .output
      case .providers: .provider
      }
    }
  }

  @Argument(help: ArgumentHelp("The root module's directory.", valueName: "DIR"), completion: .directory)
  var directory = "."

  @Option(
    help: ArgumentHelp("How to print it.", valueName: wordList(GraphRun.Format.self)), completion: .list(words(GraphRun.Format.self)),
    transform: choice)
  var format: GraphRun.Format = .dot

  @Option(
    help: ArgumentHelp("Show more: \(words(Kind.self).joined(separator: ", ")).", valueName: "KIND,…"), completion: .list(words(Kind.self)))
  var include: [String] = []

  @Flag(help: "Show dependencies that follow from others, too.")
  var everyEdge = false

  @OptionGroup var evaluation: EvaluationOptions

  func validate() throws { _ = try kinds() }

  func run() throws {
    let run = GraphRun(
      directory: directory, format: format, included: try kinds(), showsEveryEdge: everyEdge, options: evaluation.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }

  private func kinds() throws -> [DependencyGraph.Kind] {
    try include.flatMap { $0.split(separator: ",") }.map { word in
      let kind: Kind = try choice(String(word))
      return kind.kind
    }
  }
}
