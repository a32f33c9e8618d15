import Conversion
import Diagnostics
import Documents
import Reporting
import TerraformModel

/// `terrane convert`: one module to another format, with a report of what was lost.
public struct ConvertRun: Sendable {
  public var path: String
  public var source: ModuleSourceKind
  public var target: ConversionFormat
  /// A file, or a directory when it ends in `/` or is one; standard output when nil.
  public var outputPath: String?
  /// Whether any loss is an error.
  public var isStrict: Bool
  /// Where the coverage report goes as JSON.
  public var reportPath: String?
  public var options: RunOptions

  public init(
    path: String, source: ModuleSourceKind = .auto, target: ConversionFormat, outputPath: String?, isStrict: Bool, reportPath: String?,
    options: RunOptions
  ) {
    self.path = path
    self.source = source
    self.target = target
    self.outputPath = outputPath
    self.isStrict = isStrict
    self.reportPath = reportPath
    self.options = options
  }

  /// Converts and writes; the coverage report goes to standard error.
  public func run() -> ExitStatus {
    let (module, failures) = SingleModule.open(path, source: source, options: options)
    guard let module else {
      options.show(failures)
      return .failure
    }
    var (graph, found) = module.graph(binding: .convert)
    // Manifests have no parameters: every variable has its value.
    if target == .kubernetes { graph = module.graph(binding: .lint).graph.specialised(from: graph) }
    let diagnostics = (module.problems + found).filter { $0.severity != .note }
    options.show(diagnostics)
    let result = convert(graph, configuration: module.configuration)
    do throws(DiskError) {
      try write(result.documents)
      if let reportPath { try Disk.write(Array(ConversionReports.json(result.report).utf8), to: reportPath) }
    } catch {
      options.show([
        Diagnostic(.error, "unwritable-file", "\(error.path) cannot be written", detail: "The system says: \(error.reason).", at: nil)
      ])
      return .failure
    }
    if !options.isQuiet {
      let stream = OutputStream.standardError
      stream.write(ConversionReports.text(result.report, usesColor: options.usesColor(on: stream)))
    }
    let isLossy = isStrict && (!result.report.losses.isEmpty || result.report.unsupportedResources > 0)
    return max(status(module, diagnostics), isLossy ? .findings : .clean)
  }

  /// What refers to nothing is a loss in the report, and as such counts under `isStrict` alone.
  private func status(_ module: SingleModule, _ diagnostics: [Diagnostic]) -> ExitStatus {
    module.status(diagnostics.filter { !Self.lossIDs.contains($0.id) })
  }

  private static let lossIDs: Set<String> = ["undeclared-reference", "undeclared-each", "undeclared-count"]

  private func convert(_ graph: ResourceGraph, configuration: Configuration) -> ConversionResult {
    switch target {
    case .arm: Conversion.convert(graph, configuration: configuration, to: AzureResourceManagerTarget())
    case .cloudformation: Conversion.convert(graph, configuration: configuration, to: CloudFormationTarget())
    case .kubernetes: Conversion.convert(graph, configuration: configuration, to: KubernetesTarget())
    }
  }

  // MARK: Output

  private func text(_ document: Document) -> String {
    switch target {
    case .cloudformation, .arm: JSONWriter(.pretty).write(document) + "\n"
    case .kubernetes: YAMLWriter().write(document)
    }
  }

  private func write(_ documents: [NamedDocument]) throws(DiskError) {
    guard let outputPath else {
      OutputStream.standardOutput.write(joined(documents))
      return
    }
    let isDirectory = outputPath.hasSuffix("/") || (try? Disk.kind(outputPath)) == .directory
    guard isDirectory else { return try Disk.write(Array(joined(documents).utf8), to: outputPath) }
    let directory = normalisedPath(outputPath)
    try Disk.makeDirectory(directory)
    for document in documents {
      try Disk.write(Array(text(document.document).utf8), to: joinedPath(directory, document.name))
    }
  }

  /// All documents in one stream: YAML has a separator; the JSON targets have one document.
  private func joined(_ documents: [NamedDocument]) -> String {
    switch target {
    case .cloudformation, .arm: documents.map { text($0.document) }.joined()
    case .kubernetes: documents.isEmpty ? "" : YAMLWriter().write(documents: documents.map(\.document))
    }
  }
}
