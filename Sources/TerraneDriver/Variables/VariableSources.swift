import Diagnostics
import Documents
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// A value for an input variable, or a file of them, as named on the command line.
public enum VariableArgument: Hashable, Sendable {
  /// `-var name=value`
  case value(name: String, text: String)
  /// `-var-file path`
  case file(String)

  /// Reads `name=value`; nil without an equals sign or a name.
  public init?(assignment text: String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    let name = text[..<equals].trimmed
    guard !name.isEmpty else { return nil }
    self = .value(name: name, text: String(text[text.index(after: equals)...]))
  }
}

/// The values that root variables get from outside. (Terraform language, "Variable definition precedence".)
///
/// Weakest first: `TF_VAR_name` in the environment, `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json`
/// in the order of their names, then `-var` and `-var-file` in the order in which they were given.
public struct VariableSources: Sendable {
  private var environment: [String: GivenVariable] = [:]
  private var arguments: [String: GivenVariable] = [:]
  /// From the files of an environment of the configuration.
  private var configured: [String: GivenVariable] = [:]
  private var configuredProblems: [Diagnostic] = []
  /// Names of `-var` arguments, in order: each should be declared somewhere.
  public private(set) var assignedNames: [String] = []
  /// What is wrong with the sources that do not depend on a module.
  public private(set) var diagnostics: [Diagnostic] = []

  public init(arguments: [VariableArgument] = [], environment: [String: String] = [:]) {
    for (name, text) in environment where name.hasPrefix("TF_VAR_") {
      let variable = String(name.dropFirst("TF_VAR_".count))
      self.environment[variable] = Self.given(text, from: name)
    }
    for argument in arguments {
      switch argument {
      case .value(let name, let text):
        assignedNames.append(name)
        self.arguments[name] = Self.given(text, from: "-var \(name)")
      case .file(let path):
        do throws(DiskError) {
          let (values, problems) = Self.values(in: SourceFile(path: path, bytes: try Disk.read(path)))
          self.arguments.merge(values) { _, later in later }
          diagnostics += problems
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    }
  }

  /// Text from outside of any file, as if it stood in a file of its own: messages can then show it.
  private static func given(_ text: String, from origin: String) -> GivenVariable {
    GivenVariable(content: .text(text), origin: origin, location: SourceFile(path: "<\(origin)>", text: text).wholeRange)
  }

  /// Whether a problem is about text from the command line or the environment rather than about a file.
  static func isAboutGivenText(_ diagnostic: Diagnostic) -> Bool {
    guard let path = diagnostic.subject?.file.path else { return false }
    return path.hasPrefix("<-var ") || path.hasPrefix("<TF_VAR_")
  }

  /// The values for a root module: those from anywhere, and those of the files in its directory.
  ///
  /// - Parameter access: where its files are, instead of on the disk.
  public func values(
    forModuleIn directory: String, from access: DirectoryAccess? = nil
  ) -> (values: [String: GivenVariable], diagnostics: [Diagnostic]) {
    var result = environment
    var diagnostics: [Diagnostic] = []
    for name in Self.automaticFiles(in: directory, access) {
      let path = joinedPath(directory, name)
      do throws(DiskError) {
        let bytes = if let access { access.read(path) ?? [] } else { try Disk.read(path) }
        let (values, problems) = Self.values(in: SourceFile(path: path, bytes: bytes))
        result.merge(values) { _, later in later }
        diagnostics += problems
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    result.merge(configured) { _, later in later }
    result.merge(arguments) { _, later in later }
    return (result, diagnostics + configuredProblems)
  }

  /// The same with the files of an environment, which are stronger than those beside a module, and weaker than arguments.
  func adding(_ environment: ProjectEnvironment?) -> VariableSources {
    var result = self
    for path in environment?.variableFiles ?? [] {
      do throws(DiskError) {
        let (values, problems) = Self.values(in: SourceFile(path: path.value, bytes: try Disk.read(path.value)))
        result.configured.merge(values) { _, later in later }
        result.configuredProblems += problems
      } catch {
        var problem = error.diagnostic.asError
        problem.subject = path.range
        result.configuredProblems.append(problem)
      }
    }
    return result
  }

  private static func automaticFiles(in directory: String, _ access: DirectoryAccess?) -> [String] {
    let names: [String]
    if let access {
      names = access.fileNames(directory) ?? []
    } else {
      guard let entries = try? Disk.entries(directory) else { return [] }
      names = entries.filter { $0.kind == .file || $0.kind == .symbolicLink }.map(\.name)
    }
    let plain = ["terraform.tfvars", "terraform.tfvars.json"].filter(names.contains)
    return plain + names.filter { $0.hasSuffix(".auto.tfvars") || $0.hasSuffix(".auto.tfvars.json") }.sorted()
  }

  // MARK: Files

  /// The values in a variable definitions file, native or JSON.
  static func values(in file: SourceFile) -> (values: [String: GivenVariable], diagnostics: [Diagnostic]) {
    file.path.hasSuffix(".json") ? jsonValues(in: file) : nativeValues(in: file)
  }

  private static func nativeValues(in file: SourceFile) -> (values: [String: GivenVariable], diagnostics: [Diagnostic]) {
    let result = parseConfiguration(file)
    var values: [String: GivenVariable] = [:]
    let context = FunctionContext(files: .none, workingDirectory: ".", functions: .empty)
    var evaluator = Evaluator(scope: VariableScope(), functions: .empty, context: context)
    for item in BodySyntax(tree: result.tree, id: result.tree.root).items {
      switch item {
      case .attribute(let attribute):
        let value = evaluator.evaluate(attribute.expression)
        values[attribute.name] = GivenVariable(content: .value(value), origin: file.path, location: attribute.expression.range)
      case .block(let block):
        evaluator.diagnostics.append(
          Diagnostic(
            .error, "block-in-variable-file", "Blocks may not stand in a file of variable values",
            detail: "Only assignments may: name = value. Declarations of variables belong into a .tf file.", at: block.header))
      }
    }
    return (values, result.diagnostics + evaluator.diagnostics)
  }

  private static func jsonValues(in file: SourceFile) -> (values: [String: GivenVariable], diagnostics: [Diagnostic]) {
    let (content, diagnostics) = JSONValues.read(file)
    guard let content else { return ([:], diagnostics) }
    guard let members = content.members else {
      let problem = Diagnostic(
        .error, "variable-file-form", "The file holds no object", detail: "A JSON file of variable values is an object: {\"name\": value}.",
        at: content.range)
      return ([:], diagnostics + [problem])
    }
    var values: [String: GivenVariable] = [:]
    for member in members {
      values[member.key] = GivenVariable(
        content: .value(JSONValues.value(member.value.document)), origin: file.path, location: member.value.range)
    }
    return (values, diagnostics)
  }
}

extension Substring {
  /// Without spaces at both ends.
  var trimmed: String {
    var text = self.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

extension VariableSources {
  /// A `-var` for a variable that is not declared.
  static func undeclared(_ name: String, among declared: [String]) -> Diagnostic {
    let hint = suggestedName(for: name, among: declared).map { " Did you mean “\($0)”?" } ?? ""
    return Diagnostic(
      .error, "undeclared-variable-value", "A value is given for variable “\(name)”, which is not declared",
      detail: "-var may only name variables that the root module declares.\(hint)", at: nil)
  }
}
