import HCLEvaluation
import HCLValues
import Synchronization
import TerraformModel

/// The functions that rules have beside Terraform's. (docs/rules-language.md, "Functions".)
enum RuleFunctions {
  /// Names, for checks of a rule when it is loaded.
  static let names: Set<String> = Set(all(GraphIndex(ResourceGraph(resources: [])), .empty, Focus()).map(\.name))

  /// The functions over one graph.
  ///
  /// - Parameters:
  ///   - index: the graph that `related`, `refers` and policy documents are looked up in.
  ///   - table: Terraform's functions, of which `jsondecode` and `yamldecode` are used.
  ///   - focus: tells which resource is `self`.
  static func all(_ index: GraphIndex, _ table: FunctionTable, _ focus: Focus) -> [Function] {
    let documents = DocumentReader(functions: table, index: index)
    return QuantifierFunctions.all + NetworkFunctions.all + DocumentFunctions.all(documents) + GraphFunctions.all(index, focus)
      + SecretFunctions.all + StateMachineFunctions.all(documents)
  }

  /// A parameter that takes anything as it is.
  static func anything(_ name: String) -> FunctionParameter {
    FunctionParameter(name, .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true)
  }

  /// A function that looks at unknown and null arguments itself.
  ///
  /// - Parameter decidesOpen: takes open collections and gives a decided result. Without it the result may be open itself, as that of
  ///   `related` is, and a call with an open collection gives an unknown.
  static func function(
    _ name: String, _ summary: String, _ parameters: [FunctionParameter], variadic: FunctionParameter? = nil,
    returns type: ValueType = .dynamic, decidesOpen: Bool = false, body: @escaping Function.Body
  ) -> Function {
    var function = Function(name, summary, parameters, variadic: variadic, neverReturnsNull: false, returns: type, body: body)
    function.handlesOpenCollections = decidesOpen
    return function
  }
}

/// Which resource is `self` while a condition is evaluated.
///
/// A class, because the functions of a table are made once and must see what the engine looks at.
final class Focus: Sendable {
  private let current = Mutex<ResourceInstance?>(nil)

  var resource: ResourceInstance? {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }
}

/// Quantifiers as plain functions, for use inside of other expressions; a condition's own ones are judged element by element.
enum QuantifierFunctions {
  static let all: [Function] = [
    RuleFunctions.function(
      "any", "Whether one element of a list is true; decided as soon as one is.", [RuleFunctions.anything("list")], returns: .bool,
      decidesOpen: true
    ) { arguments, _ throws(FunctionError) in try quantify(arguments[0], decisive: true) },
    RuleFunctions.function(
      "all", "Whether every element of a list is true; decided as soon as one is not.", [RuleFunctions.anything("list")], returns: .bool,
      decidesOpen: true
    ) { arguments, _ throws(FunctionError) in try quantify(arguments[0], decisive: false) },
  ]

  private static func quantify(_ list: Value, decisive: Bool) throws(FunctionError) -> Value {
    if list.isNullContent { return Value(.bool(!decisive)) }
    let unknown = Value(.unknown(.bool, .none), origin: list.firstUnknown()?.origin ?? list.origin)
    if list.isUnknownContent { return unknown }
    guard let elements = list.knownElements else { throw FunctionError("a list of conditions is needed", argument: 0) }
    var isOpen = list.isOpen
    for element in elements {
      if element.isUnknownContent {
        isOpen = true
      } else if (element.knownTruth ?? false) == decisive {
        return Value(.bool(decisive))
      }
    }
    return isOpen ? unknown : Value(.bool(!decisive))
  }
}
