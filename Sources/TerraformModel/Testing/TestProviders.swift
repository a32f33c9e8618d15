import Diagnostics
import HCLSyntax
import SourceText

/// Which providers the configurations of a test file are for. The runs say so: what one name stands for must be the same provider in all
/// of them. (Terraform language, "Tests", "Providers".)
struct TestProviders {
  private let file: ModuleFile
  private let tests: ModuleTests
  private let configuration: Configuration
  private var sources: [String: ProviderSource] = [:]
  private var reported: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  static func validate(_ file: ModuleFile, _ tests: ModuleTests, _ configuration: Configuration) -> [Diagnostic] {
    var providers = TestProviders(file: file, tests: tests, configuration: configuration)
    for run in file.tree.rootBody.blocks(ofType: "run") { providers.validate(run) }
    return providers.diagnostics
  }

  private init(file: ModuleFile, tests: ModuleTests, configuration: Configuration) {
    self.file = file
    self.tests = tests
    self.configuration = configuration
  }

  private mutating func validate(_ run: BlockSyntax) {
    let module: Module?
    if run.body.blocks(ofType: "module").isEmpty {
      module = configuration.root
    } else {
      module = ModuleTests.runModuleSource(run).flatMap { tests.modules[$0]?.root }
    }
    guard let module else { return }
    if let providers = run.body.attribute("providers") {
      validate(providers, module)
    } else {
      let blocks = file.tree.rootBody.blocks.filter { $0.type == "provider" || $0.type == "mock_provider" }
      for block in blocks {
        guard let name = block.labels.first?.value else { continue }
        compare(name, with: name, of: module, at: block.header)
      }
    }
  }

  private mutating func validate(_ attribute: AttributeSyntax, _ module: Module) {
    guard case .object(let items) = attribute.expression.expression else { return }
    let tree = attribute.tree
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      let value = ExpressionSyntax(tree: tree, id: tree.node(items, position + 1))
      guard let inner = providerName(tree, tree.node(items, position)), let outer = StaticReference(value) else { continue }
      compare(outer.root, with: inner.name, of: module, at: value.range)
    }
  }

  private mutating func compare(_ outer: String, with inner: String, of module: Module, at range: SourceRange) {
    guard let wanted = ProviderAdmission.source(inner, in: module) else { return }
    guard let given = sources[outer] else {
      sources[outer] = wanted
      return
    }
    guard given != wanted, reported.insert("\(range.bytes.start)").inserted else { return }
    diagnostics.append(
      Diagnostic(
        .error, "provider-type-mismatch", "“\(outer)” of the test file is another provider than “\(inner)” of the module that is run",
        detail: "Here it stands for \(given.text), because a run before uses it so; in the module for \(wanted.text).", at: range))
  }
}
