import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

extension ResourceGraph {
  /// Evaluates a configuration.
  ///
  /// - Parameters:
  ///   - binding: lint or convert.
  ///   - given: values of root variables from outside, the strongest already chosen.
  ///   - functions: the functions that expressions may call.
  ///   - files: for file functions; paths are relative to the working directory.
  ///   - workspace: the value of `terraform.workspace`; unknown when nil.
  ///   - planned: what a plan of the configuration knows.
  ///   - checksConditions: whether validations and preconditions that certainly do not hold are reported.
  public static func build(
    _ configuration: Configuration, binding: Binding, given: [String: GivenVariable] = [:], functions: FunctionTable,
    files: FileAccess = .none, workspace: String? = nil, planned: PlannedFacts? = nil, checksConditions: Bool = false
  ) -> ResourceGraph {
    guard let root = configuration.root else { return ResourceGraph(resources: [], diagnostics: configuration.diagnostics) }
    let context = FunctionContext(files: files, workingDirectory: configuration.rootDirectory, functions: functions)
    func run(_ binding: Binding, _ concrete: ModuleEvaluation?) -> ModuleEvaluation {
      let run = EvaluationRun(
        configuration: configuration, binding: binding, functions: functions, context: context, given: given, workspace: workspace,
        planned: planned, concrete: concrete)
      return ModuleEvaluation(run: run, module: root, address: .root)
    }
    let evaluation = run(binding, binding == .convert ? run(.lint, nil) : nil)
    var builder = GraphBuilder(checksConditions: checksConditions)
    builder.visit(evaluation)
    return ResourceGraph(
      resources: builder.resources, variables: variables(of: evaluation), outputs: outputs(of: evaluation), modules: builder.modules,
      specialisations: evaluation.run.specialisations, diagnostics: evaluation.run.diagnostics)
  }

  private static func variables(of evaluation: ModuleEvaluation) -> [GraphVariable] {
    evaluation.module.variables.keys.sorted().compactMap { name in
      guard let declaration = evaluation.module.variables[name] else { return nil }
      let given = evaluation.givenValue(declaration)
      let fallback = evaluation.defaultValue(declaration)
      var type = declaration.type
      if type == .dynamic, let value = given ?? fallback { type = value.type }
      return GraphVariable(
        name: name, type: type, defaultValue: fallback, givenValue: given, isSensitive: declaration.isSensitive,
        isNullable: declaration.isNullable, summary: declaration.summary,
        validations: declaration.validations.compactMap { $0.body.attribute("condition")?.expression },
        location: declaration.block.header)
    }
  }

  private static func outputs(of evaluation: ModuleEvaluation) -> [GraphOutput] {
    evaluation.module.outputs.keys.sorted().compactMap { name in
      guard let declaration = evaluation.module.outputs[name], let value = evaluation.output(name) else { return nil }
      return GraphOutput(
        name: name, value: value, isSensitive: declaration.isSensitive, summary: declaration.summary, location: declaration.block.header)
    }
  }
}

/// Walks module instances and collects their resources.
private struct GraphBuilder {
  let checksConditions: Bool
  var resources: [ResourceInstance] = []
  var modules: [GraphModule] = []

  mutating func visit(_ evaluation: ModuleEvaluation, call: ModuleCall? = nil, undecided: UndecidedExpansion? = nil) {
    modules.append(
      GraphModule(
        address: evaluation.address, source: call?.source, directory: evaluation.module.directory, location: call?.block.header,
        undecided: undecided))
    if checksConditions { evaluation.reportFailedConditions() }
    for declaration in evaluation.module.resourcesInOrder { add(declaration, evaluation) }
    for name in evaluation.module.moduleCalls.keys.sorted() {
      guard let call = evaluation.module.moduleCalls[name], let expansion = evaluation.callExpansion(name) else { continue }
      for (key, module) in expansion.instances {
        if let module {
          visit(module, call: call, undecided: expansion.keys.undecided)
        } else {
          modules.append(
            GraphModule(
              address: evaluation.address.child(name, key), source: call.source, directory: nil, location: call.block.header,
              undecided: expansion.keys.undecided))
        }
      }
    }
  }

  private mutating func add(_ declaration: ResourceDeclaration, _ evaluation: ModuleEvaluation) {
    guard let expansion = evaluation.expansion(of: declaration), !expansion.instances.isEmpty else { return }
    let dependencies = evaluation.references(inBlock: declaration.block).sorted { $0.description < $1.description }
    let explicit = evaluation.explicitDependencies(declaration.dependsOn)
    let provider = evaluation.provider(of: declaration)
    let lifecycle = evaluation.lifecycle(of: declaration)
    let undecided = expansion.keys.undecided
    // A single large expansion takes what it needs at once; many small ones let the array grow as it does.
    if expansion.instances.count > resources.count { resources.reserveCapacity(resources.count + expansion.instances.count) }
    for instance in expansion.instances {
      let content = instance.content
      resources.append(
        ResourceInstance(
          address: instance.address, values: content.values, isSymbolic: undecided != nil || instance.address.module.isSymbolic,
          existence: expansion.existence, undecided: undecided, provider: provider, lifecycle: lifecycle, explicitDependencies: explicit,
          dependencies: dependencies,
          source: ResourceSource(
            header: declaration.block.header, range: declaration.block.range, block: declaration.block, callChain: evaluation.callChain,
            ranges: content.ranges)))
    }
  }
}

extension ModuleAddress {
  /// Whether a module call on the way has an unknown number of instances.
  public var isSymbolic: Bool { steps.contains { $0.key == .symbolic } }
}
