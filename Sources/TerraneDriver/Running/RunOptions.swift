import Diagnostics
import Reporting
import TerraformModel

/// What all commands share: where to look, with which values, and how to speak.
public struct RunOptions: Sendable {
  public var variables: [VariableArgument] = []
  /// The value of `terraform.workspace`; unknown when nil.
  public var workspace: String?
  /// The environment of the configuration whose values hold.
  public var environmentName: String?
  /// The dialect to read as; nil: what the configuration says.
  public var dialect: Dialect?
  /// Files with the output of `terraform providers schema -json`.
  public var providerSchemas: [String] = []
  /// The folder that reading must not leave, instead of the repository.
  public var root: String?
  /// The configuration to use instead of the nearest `.terrane.hcl`.
  public var configurationPath: String?
  /// Whether configuration that was not named is left alone.
  public var isIsolated = false
  /// How many modules are worked on at once.
  public var jobs = Parallel.processorCount
  public var color = ColorChoice.auto
  public var isQuiet = false
  public var isVerbose = false
  public var environment: [String: String] = [:]

  public init() {}

  /// Whether to write colours to a stream.
  public func usesColor(on stream: OutputStream) -> Bool { color.usesColor(on: stream, environment: environment) }

  /// Shows diagnostics for people on standard error.
  public func show(_ diagnostics: [Diagnostic]) {
    let stream = OutputStream.standardError
    let renderer = DiagnosticTextRenderer(width: stream.width ?? 100, colors: usesColor(on: stream))
    let shown = DiagnosticBag(diagnostics).sortedForReport().map { renderer.render($0) }
    if !shown.isEmpty { stream.write(shown.joined(separator: "\n")) }
  }
}
