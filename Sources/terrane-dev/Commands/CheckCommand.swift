import ArgumentParser
import Conversion
import Diagnostics
import Linting
import TerraneDriver

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the rules and mappings that the build packs against the schemas.")

  func run() throws {
    let diagnostics = Parallel.onLargeStack { RuleCatalog.standard.check() + mappings() }
    RunOptions().show(diagnostics)
    let errors = diagnostics.filter { $0.severity == .error }.count
    OutputStream.standardOutput.write(
      "\(RuleCatalog.standard.names.count) rules, \(MappingLibrary.builtIn.terraformTypes.count) mappings, \(errors) errors\n")
    if errors > 0 { throw ExitStatus.findings }
  }

  private func mappings() -> [Diagnostic] {
    let library = MappingLibrary.builtIn
    var diagnostics: [Diagnostic] = []
    for type in library.terraformTypes {
      diagnostics += library.diagnostics(of: type)
      guard let definition = library.definition(of: type) else { continue }
      diagnostics += problems(definition, CloudFormationTarget()) + problems(definition, KubernetesTarget())
      diagnostics += problems(definition, AzureResourceManagerTarget())
    }
    return diagnostics
  }

  private func problems(_ definition: MappingDefinition, _ target: some ConversionTarget) -> [Diagnostic] {
    var check = MappingCheck(target)
    check.check(definition)
    return check.diagnostics
  }
}
