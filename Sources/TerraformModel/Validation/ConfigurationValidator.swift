import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Checks a configuration without carrying out anything: the language's own rules, references, and arguments against provider schemas.
///
/// Each module in view is checked once, with its variables unknown; what is reported holds whatever their values are. (Terraform CLI,
/// "terraform validate".)
public struct ConfigurationValidator: Sendable {
  public var functions: FunctionTable
  public var files: FileAccess
  /// The dialect to read as; nil: what the configuration itself says, or both.
  public var dialect: Dialect?

  /// - Parameter files: for file functions; paths are relative to the working directory.
  public init(functions: FunctionTable, files: FileAccess = .none) {
    self.functions = functions
    self.files = files
  }

  /// What is wrong with the declarations of one module, looked at alone: nothing is looked up in other modules or schemas.
  public static func validateDeclarations(of module: Module) -> [Diagnostic] { DeclarationValidator.validate(module) }

  /// What is wrong with how the modules of a configuration fit together: provider configurations and blocks that only a root may have.
  public static func validateModuleTree(_ configuration: Configuration) -> [Diagnostic] {
    var validator = ModuleTreeValidator(configuration)
    validator.validate()
    return validator.diagnostics
  }

  /// Everything: what loading had to say, declarations, the tree of modules, references, and arguments against schemas.
  public func validate(_ configuration: Configuration) -> [Diagnostic] {
    var diagnostics = configuration.diagnostics
    // What could not be parsed would seem to be missing everywhere else.
    let isComplete = !diagnostics.contains { $0.severity == .error && Self.leavesGaps($0) }
    let providers = ProviderAdmission(configuration)
    let context = FunctionContext(files: files, workingDirectory: configuration.rootDirectory, functions: functions)
    let choice = choice(for: configuration)
    var cycles = ReferenceCycles(configuration)
    for directory in configuration.modules.keys.sorted() {
      guard let module = configuration.modules[directory] else { continue }
      diagnostics += Self.validateDeclarations(of: module)
      if let choice { diagnostics += DialectCheck.check(module, choice) }
      guard isComplete else { continue }
      diagnostics += DeclarationValidator.validateMoves(of: module) + cycles.find(in: module)
      let validation = ModuleValidation(
        configuration: configuration, module: module, functions: functions, context: context, providers: providers)
      validation.validate()
      diagnostics += validation.diagnostics
    }
    if isComplete { diagnostics += Self.validateModuleTree(configuration) }
    // While declarations contradict each other it is not certain which modules are called.
    if diagnostics.contains(where: { $0.id == "duplicate-declaration" }) { diagnostics.removeAll { $0.id == "missing-module" } }
    return DiagnosticBag(diagnostics).sortedForReport()
  }

  private func choice(for configuration: Configuration) -> DialectChoice? {
    dialect.map { DialectChoice(dialect: $0, reason: "that was asked for") } ?? DialectChoice.find(in: configuration)
  }

  /// What is wrong with the tests of a module, with their mocks, and with the local modules that their runs use.
  public func validate(_ tests: ModuleTests, of configuration: Configuration) -> [Diagnostic] {
    var diagnostics = tests.diagnostics + Self.validateTestFiles(tests, of: configuration)
    if let choice = choice(for: configuration) { diagnostics += DialectCheck.check(tests: tests, choice) }
    let known = Set(configuration.modules.keys)
    for source in tests.modules.keys.sorted() {
      guard let module = tests.modules[source], module.root != nil, !known.contains(module.rootDirectory) else { continue }
      diagnostics += validate(module)
    }
    return DiagnosticBag(diagnostics).sortedForReport()
  }

  /// What is wrong with the test files and mock files themselves.
  public static func validateTestFiles(_ tests: ModuleTests, of configuration: Configuration) -> [Diagnostic] {
    tests.files.flatMap { file in
      TestFileValidator.validate(file, LanguageBlock.testFile) + TestProviders.validate(file, tests, configuration)
        + missingModules(of: file, tests, configuration)
    } + tests.mockFiles.flatMap { TestFileValidator.validate($0, LanguageBlock.mockFile) }
  }

  private static func missingModules(of file: ModuleFile, _ tests: ModuleTests, _ configuration: Configuration) -> [Diagnostic] {
    file.tree.rootBody.blocks(ofType: "run").compactMap { run in
      guard let source = ModuleTests.runModuleSource(run), let module = tests.modules[source], module.root == nil else { return nil }
      let place = run.body.blocks(ofType: "module").first?.body.attribute("source")?.expression.range ?? run.header
      return Diagnostic(
        .error, "missing-module", "There is no module in \(module.rootDirectory)",
        detail: "The source \(quotedHCL(source)) leads to a directory that does not exist or holds no configuration files.", at: place)
    }
  }

  /// Whether declarations may be missing from what was read.
  private static func leavesGaps(_ diagnostic: Diagnostic) -> Bool {
    !["duplicate-declaration", "missing-base-of-override", "missing-argument", "missing-label", "extraneous-label"].contains(diagnostic.id)
  }
}
