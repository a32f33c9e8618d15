import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// What all module instances of one evaluation share: the configuration, how it is bound, and what comes from outside.
///
/// A class, because evaluation of any part adds to the same diagnostics. One run is used by one thread.
final class EvaluationRun {
  let configuration: Configuration
  let binding: Binding
  let functions: FunctionTable
  let context: FunctionContext
  let given: [String: GivenVariable]
  let workspace: String?
  /// Which schemas hold for resources.
  let providers: ProviderAdmission
  /// What a plan of the configuration knows.
  let planned: PlannedFacts?
  /// Under the convert binding: the same configuration under the lint binding, for values that structure needs.
  let concrete: ModuleEvaluation?
  var diagnostics: [Diagnostic] = []
  var specialisations: [Specialisation] = []
  /// How many evaluations of names stand inside of one another.
  var depth = 0
  /// How many instances of resources and modules may still be made.
  var remainingInstances: Int

  /// Names nested deeper than this are not followed: the reference would be unreadable, and the stack is finite.
  static let maximumDepth = 250
  /// How many steps all evaluations may still take.
  var remainingSteps = 400_000_000
  /// How many bytes of text all evaluations may still make.
  var remainingText = 2 << 30
  static let maximumInstances = 1_000_000

  init(
    configuration: Configuration, binding: Binding, functions: FunctionTable, context: FunctionContext, given: [String: GivenVariable],
    workspace: String?, planned: PlannedFacts? = nil, concrete: ModuleEvaluation?
  ) {
    self.configuration = configuration
    self.binding = binding
    self.functions = functions
    self.context = context
    self.given = given
    self.workspace = workspace
    providers = ProviderAdmission(configuration)
    self.planned = planned
    self.concrete = concrete
    remainingInstances = Self.maximumInstances
  }

  /// Takes over what an evaluation had to say, and what it cost.
  func account(for evaluator: Evaluator<ModuleScope>) {
    remainingSteps -= evaluator.usedSteps
    remainingText -= evaluator.usedText
    if !evaluator.diagnostics.isEmpty { diagnostics.append(contentsOf: evaluator.diagnostics) }
  }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// The symbols that only exist inside of one instance of a resource or module call.
struct InstanceSymbols {
  var countIndex: Value?
  var eachKey: Value?
  var eachValue: Value?

  static let none = InstanceSymbols()
}

/// A value that is computed once, when first asked for; asking for it while it is computed is a cycle.
enum Lazy<Wrapped> {
  case evaluating
  case done(Wrapped)
}
