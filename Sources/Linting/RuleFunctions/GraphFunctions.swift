import HCLEvaluation
import HCLValues
import TerraformModel

/// What rules ask about other resources of the graph.
enum GraphFunctions {
  static func all(_ index: GraphIndex, _ focus: Focus) -> [Function] {
    let text = FunctionParameter("name", .string)
    return [
      RuleFunctions.function(
        "related",
        "The resources of a type whose attribute refers to this one (or to the one given): through locals, modules and for_each, or by an equal name. Open when there may be more.",
        [text, text], variadic: RuleFunctions.anything("resource")
      ) { arguments, _ throws(FunctionError) in
        guard let type = arguments[0].knownText, let attribute = arguments[1].knownText else { return Value(.unknown(.dynamic, .none)) }
        guard let resource = arguments.count > 2 ? index.resource(behind: arguments[2]) : focus.resource else {
          return Value(.tuple([]), marks: arguments.count > 2 ? .open : [])
        }
        let found = index.related(to: resource, type: type, attribute: attribute)
        return Value(
          .tuple(found.resources.map { index.whole($0) }), marks: found.isOpen ? .open : [],
          origin: found.isOpen ? .opaque(reason: "a \(type) of which is not known what its \(attribute) refers to", source: "") : nil)
      },
      RuleFunctions.function(
        "referred",
        "The resources of a type that a value refers to, such as the bucket behind a destination. Open when there may be more.",
        [text, RuleFunctions.anything("value")]
      ) { arguments, _ throws(FunctionError) in
        guard let type = arguments[0].knownText else { return Value(.unknown(.dynamic, .none)) }
        let (found, isOpen) = index.referred(type: type, by: arguments[1])
        return Value(
          .tuple(found.map { index.whole($0) }), marks: isOpen ? .open : [],
          origin: isOpen ? .opaque(reason: "a value of which is not known what it refers to", source: "") : nil)
      },
      RuleFunctions.function(
        "alike",
        "How many resources of this one's type, itself among them, have the same values of some attributes: by an equal text, or from the same place.",
        [text], variadic: text, returns: .number
      ) { arguments, _ throws(FunctionError) in
        guard let resource = focus.resource else { return .int(0) }
        let (count, isOpen) = index.alike(resource, attributes: arguments.compactMap(\.knownText))
        guard isOpen else { return .int(count) }
        return .unknown(.number, .range(from: NumberBound(Number(count), isInclusive: true), to: nil))
      },
      RuleFunctions.function(
        "refers", "Whether an attribute of this resource refers to a resource of a type.", [text, text], returns: .bool
      ) { arguments, _ throws(FunctionError) in
        guard let attribute = arguments[0].knownText, let type = arguments[1].knownText else { return Value(.unknown(.bool, .none)) }
        guard let value = focus.resource?.values[attribute] else { return Value(.bool(false)) }
        let targets = ReferenceTargets.collect(value)
        if targets.addresses.contains(where: { $0.type == type }) { return Value(.bool(true)) }
        if targets.isMixed, value.firstUnknown() != nil { return Value(.unknown(.bool, .none), origin: value.origin) }
        return Value(.bool(false))
      },
    ]
  }
}
