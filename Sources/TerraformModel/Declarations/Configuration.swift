import Diagnostics
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// A root module and every module that its calls lead to, loaded and decoded but not evaluated.
public struct Configuration: Sendable {
  /// The root module's directory.
  public var rootDirectory: String
  /// Every module in view, by directory: the root and those that local calls lead to. Code that is called several times stands once.
  public var modules: [String: Module]
  /// For each call (directory of the caller, name of the call) the directory of the code it leads to; absent when not in view.
  public var callTargets: [CallSite: String]
  public var diagnostics: [Diagnostic]
  /// `.terraform.lock.hcl` of the root module, which says which versions of providers are in use.
  public var lockFile: SourceFile?
  /// The schemas of providers.
  public var catalog = SchemaCatalog.standard

  /// A module call, by where it is written.
  public struct CallSite: Hashable, Sendable {
    public var directory: String
    public var name: String

    public init(directory: String, name: String) {
      self.directory = directory
      self.name = name
    }
  }

  public init(rootDirectory: String, modules: [String: Module], callTargets: [CallSite: String], diagnostics: [Diagnostic]) {
    self.rootDirectory = rootDirectory
    self.modules = modules
    self.callTargets = callTargets
    self.diagnostics = diagnostics
  }

  public var root: Module? { modules[rootDirectory] }

  /// The calls whose code is not in view, in the order of the source.
  public var callsNotFollowed: [ModuleCall] {
    modules.values.flatMap { module in
      module.moduleCalls.values.filter { callTargets[CallSite(directory: module.directory, name: $0.name)] == nil }
    }.sorted { SourceRange.precedes($0.block.header, $1.block.header) }
  }
}

/// How evaluation treats what has an origin. (docs/ARCHITECTURE.md, "One evaluator".)
public enum Binding: Sendable {
  /// Everything known is folded; origins stand beside the values.
  case lint
  /// Root variables and references to resources stay symbolic; their value is used only where structure needs it.
  case convert
}

/// A value given to a root variable from outside the configuration.
public struct GivenVariable: Sendable {
  /// Text from the command line or environment, still to be read by the variable's type, or a value that a file gives.
  public enum Content: Sendable {
    case text(String)
    case value(Value)
  }

  public var content: Content
  /// Where it comes from, for messages: `-var`, `TF_VAR_name`, or the place in a file.
  public var origin: String
  public var location: SourceRange?

  public init(content: Content, origin: String, location: SourceRange? = nil) {
    self.content = content
    self.origin = origin
    self.location = location
  }
}
