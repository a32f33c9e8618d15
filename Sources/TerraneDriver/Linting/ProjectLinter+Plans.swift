import Diagnostics
import Linting
import SourceText
import TerraformModel

extension LintRun {
  /// The plans among the paths, each with the configuration that it was made from, and the other paths.
  func plans(_ variables: VariableSources, _ total: inout LintCollection) -> (plans: [PlanFile], paths: [String]) {
    var plans: [PlanFile] = []
    var rest: [String] = []
    for path in settings.paths {
      do throws(DiskError) {
        guard path != "-", Disk.exists(path), let (plan, problems) = try PlanFile.readIfPresent(path) else {
          rest.append(path)
          continue
        }
        guard let plan else {
          problems.forEach { total.fail($0) }
          continue
        }
        total.diagnostics += problems
        plans.append(try PlanFile(plan, variables: variables, options: options))
      } catch {
        total.fail(error.diagnostic)
      }
    }
    return (plans, rest)
  }
}

extension ProjectLinter {
  /// Lints the resources of a plan: at the places of its configuration, or else at those in the plan.
  func lint(_ file: PlanFile, into collection: inout LintCollection) {
    guard let (_, policy) = policies(for: [file.configuration.rootDirectory], &collection).first else { return }
    let (graph, diagnostics) = project.graph(of: file.plan, file.configuration, binding: .lint)
    var result = judge(file.configuration, graph, diagnostics, policy)
    // What is mended in the configuration would still be in the plan.
    for index in result.report.findings.indices { result.report.findings[index].fix = nil }
    take([result], into: &collection)
    collection.planFiles.insert(file.plan.file.path)
    collection.planFiles.formUnion(file.configuration.modules.values.flatMap { $0.files.map(\.source.path) })
  }
}
