import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// The names that an expression of a module can refer to. (Terraform language, "References to Named Values".)
struct ModuleScope: EvaluationScope {
  let module: ModuleEvaluation
  let symbols: InstanceSymbols

  mutating func resolve(_ traversal: ScopeTraversal) -> ScopeResolution {
    switch traversal.rootName {
    case "var": return named(traversal, "variable") { module.variable($0) }
    case "local": return named(traversal, "local value") { module.local($0) }
    case "module": return moduleCall(traversal)
    case "each": return each(traversal)
    case "count": return count(traversal)
    case "path": return path(traversal)
    case "terraform", "tofu": return workspace(traversal)
    case "self": return .value(.dynamicUnknown, consumedSteps: traversal.stepCount)
    case "data": return resource(traversal, .data, typeAt: 0)
    case "ephemeral": return resource(traversal, .ephemeral, typeAt: 0)
    case "resource": return resource(traversal, .managed, typeAt: 0)
    default: return resource(traversal, .managed, typeAt: nil)
    }
  }

  // MARK: Variables and locals

  private func named(_ traversal: ScopeTraversal, _ kind: String, _ value: (String) -> Value?) -> ScopeResolution {
    guard let name = traversal.attributeName(0) else { return incomplete(traversal, "the name of a \(kind)") }
    if let value = value(name) { return .value(value, consumedSteps: 1) }
    let names = kind == "variable" ? Array(module.module.variables.keys) : Array(module.module.locals.keys)
    return undeclared(traversal, "\(kind) “\(name)”", name, names.sorted(), steps: 1)
  }

  private func incomplete(_ traversal: ScopeTraversal, _ what: String) -> ScopeResolution {
    .failure(
      Diagnostic(
        .error, "undeclared-reference", "“\(traversal.rootName)” cannot stand alone",
        detail: "It must be followed by a dot and \(what).", at: traversal.range(throughStep: min(1, traversal.stepCount))))
  }

  private func undeclared(_ traversal: ScopeTraversal, _ what: String, _ name: String, _ names: [String], steps: Int) -> ScopeResolution {
    let suggestion = suggestedName(for: name, among: names).map { " Did you mean “\($0)”?" } ?? ""
    return .failure(
      Diagnostic(
        .error, "undeclared-reference", "There is no \(what) in this module", detail: "Nothing declares it.\(suggestion)",
        at: traversal.range(throughStep: steps)))
  }

  // MARK: Symbols of instances

  private func each(_ traversal: ScopeTraversal) -> ScopeResolution {
    switch traversal.attributeName(0) {
    case "key":
      if let key = symbols.eachKey { return .value(key, consumedSteps: 1) }
    case "value":
      if let value = symbols.eachValue { return .value(value, consumedSteps: 1) }
    default: return incomplete(traversal, "“key” or “value”")
    }
    return .failure(
      Diagnostic(
        .error, "undeclared-each", "“each” has no meaning here",
        detail: "“each.key” and “each.value” exist only in a block with “for_each”.", at: traversal.range(throughStep: 1)))
  }

  private func count(_ traversal: ScopeTraversal) -> ScopeResolution {
    guard traversal.attributeName(0) == "index" else { return incomplete(traversal, "“index”") }
    if let index = symbols.countIndex { return .value(index, consumedSteps: 1) }
    return .failure(
      Diagnostic(
        .error, "undeclared-count", "“count” has no meaning here", detail: "“count.index” exists only in a block with “count”.",
        at: traversal.range(throughStep: 1)))
  }

  private func path(_ traversal: ScopeTraversal) -> ScopeResolution {
    switch traversal.attributeName(0) {
    case "module":
      return .value(.string(relativePath(from: module.run.configuration.rootDirectory, to: module.module.directory)), consumedSteps: 1)
    case "root": return .value(.string("."), consumedSteps: 1)
    case "cwd":
      return .value(
        .unknown(.string, .notNull, origin: .opaque(reason: "it depends on where the program runs", source: "path.cwd")), consumedSteps: 1)
    default: return incomplete(traversal, "“module”, “root” or “cwd”")
    }
  }

  private func workspace(_ traversal: ScopeTraversal) -> ScopeResolution {
    guard let name = traversal.attributeName(0) else { return incomplete(traversal, "“workspace”") }
    guard name == "workspace" else {
      return .value(
        .unknown(.dynamic, .none, origin: .opaque(reason: "it depends on the run", source: "\(traversal.rootName).\(name)")), consumedSteps: 1)
    }
    if module.run.binding == .lint, let workspace = module.run.workspace {
      return .value(Value.string(workspace).withOrigin(.workspace), consumedSteps: 1)
    }
    return .value(.unknown(.string, .notNull, origin: .workspace), consumedSteps: 1)
  }

  // MARK: Module calls

  private func moduleCall(_ traversal: ScopeTraversal) -> ScopeResolution {
    guard let name = traversal.attributeName(0) else { return incomplete(traversal, "the name of a module call") }
    guard let call = module.module.moduleCalls[name], let expansion = module.callExpansion(name) else {
      return undeclared(traversal, "module call “\(name)”", name, module.module.moduleCalls.keys.sorted(), steps: 1)
    }
    let (key, next) = instanceKey(expansion.keys, traversal, at: 1)
    if let key, let instance = expansion.instances.first(where: { $0.key == key || $0.key == .symbolic }) {
      return outputs(of: instance.module, call, ModuleAddress(module.address.steps + [.init(name: name, key: key)]), traversal, next)
    }
    if case .symbolic = expansion.keys {
      return .value(
        .unknown(.dynamic, .none, origin: .opaque(reason: "the number of instances is not known", source: "module.\(name)")),
        consumedSteps: traversal.stepCount)
    }
    return .value(allInstances(expansion, call, name), consumedSteps: 1)
  }

  private func outputs(
    of instance: ModuleEvaluation?, _ call: ModuleCall, _ address: ModuleAddress, _ traversal: ScopeTraversal, _ next: Int
  ) -> ScopeResolution {
    guard let instance else {
      // The code is not in view: any output may exist.
      guard let output = traversal.attributeName(next) else {
        return .value(
          .unknown(.dynamic, .none, origin: .opaque(reason: "the code of the module is not in view", source: "\(address)")),
          consumedSteps: next)
      }
      return .value(.unknown(.dynamic, .none, origin: .moduleOutput(address, name: output)), consumedSteps: next + 1)
    }
    guard let output = traversal.attributeName(next) else {
      return .value(instance.outputsObject, consumedSteps: next)
    }
    if let value = instance.output(output) { return .value(value, consumedSteps: next + 1) }
    return .failure(
      .undeclaredOutput(output, of: call.name, among: instance.module.outputs.keys, at: traversal.range(throughStep: next + 1)))
  }

  private func allInstances(_ expansion: CallExpansion, _ call: ModuleCall, _ name: String) -> Value {
    let values = expansion.instances.map { instance in
      instance.module.map(\.outputsObject)
        ?? .unknown(.dynamic, .none, origin: .opaque(reason: "the code of the module is not in view", source: "module.\(name)"))
    }
    switch expansion.keys {
    case .keyed(let pairs): return .object(Array(zip(pairs.map(\.key), values)))
    case .disabled: return .null(.dynamic)
    case .single, .counted, .symbolic: return .tuple(values)
    }
  }

  // MARK: Resources

  private func resource(_ traversal: ScopeTraversal, _ mode: ResourceAddress.Mode, typeAt position: Int?) -> ScopeResolution {
    let first = position ?? -1
    let type = position == nil ? traversal.rootName : traversal.attributeName(first)
    guard let type, let name = traversal.attributeName(first + 1) else {
      if position == nil {
        return undeclaredRoot(traversal)
      }
      return incomplete(traversal, "a type and a name")
    }
    let key = ResourceKey(mode: mode, type: type, name: name)
    guard let declaration = module.module.resources[key], let expansion = module.expansion(of: declaration) else {
      return undeclaredResource(traversal, key, steps: first + 2)
    }
    let next = first + 2
    let (instanceKey, afterKey) = instanceKey(expansion.keys, traversal, at: next)
    if let instanceKey, let instance = expansion.instance(instanceKey) {
      return instance.resolve(traversal, from: afterKey, key: instanceKey)
    }
    if case .symbolic = expansion.keys, let instance = expansion.instances.first {
      return .value(
        .unknown(.dynamic, .none, origin: instance.origin(AttributePath())), consumedSteps: next)
    }
    return .value(module.allInstances(expansion), consumedSteps: next)
  }

  /// The key of the instance that a traversal selects, and the step behind it; nil when it selects none (or one that does not exist).
  private func instanceKey(_ keys: InstanceKeys, _ traversal: ScopeTraversal, at position: Int) -> (InstanceKey?, next: Int) {
    switch keys {
    case .single: return (InstanceKey.none, position)
    case .disabled: return (nil, position)
    case .counted(let count):
      guard case .number(let number)? = traversal.step(position), let index = number.exactInt, index >= 0, index < count else {
        return (nil, position)
      }
      return (.int(index), position + 1)
    case .keyed(let pairs):
      switch traversal.step(position) {
      case .string(let text), .attribute(let text):
        return pairs.contains { $0.key == text } ? (.string(text), position + 1) : (nil, position)
      case .number, nil: return (nil, position)
      }
    case .symbolic(let isCount, _):
      switch traversal.step(position) {
      case .number(let number) where isCount: return (number.exactInt.map { .int($0) }, position + 1)
      case .string(let text) where !isCount, .attribute(let text) where !isCount: return (.string(text), position + 1)
      case .number, .string, .attribute, nil: return (nil, position)
      }
    }
  }

  private func undeclaredResource(_ traversal: ScopeTraversal, _ key: ResourceKey, steps: Int) -> ScopeResolution {
    let prefix = key.mode == .managed ? "" : key.mode == .data ? "data." : "ephemeral."
    let kind = key.mode == .managed ? "resource" : key.mode == .data ? "data source" : "ephemeral resource"
    let declared = module.module.resources.keys
    let sameType = declared.filter { $0.mode == key.mode && $0.type == key.type }.map(\.name).sorted()
    var hint = suggestedName(for: key.name, among: sameType).map { " Did you mean “\(prefix)\(key.type).\($0)”?" } ?? ""
    if hint.isEmpty, let other = declared.filter({ $0.type == key.type && $0.name == key.name }).min(by: { $0.mode.rawValue < $1.mode.rawValue }) {
      hint = other.mode == .data ? " There is a data source of that name: “data.\(key.type).\(key.name)”." : " There is a managed resource of that name: “\(key.type).\(key.name)”."
    }
    return .failure(
      Diagnostic(
        .error, "undeclared-reference", "There is no \(kind) “\(prefix)\(key.type).\(key.name)” in this module",
        detail: "Nothing declares it.\(hint)", at: traversal.range(throughStep: steps)))
  }

  private func undeclaredRoot(_ traversal: ScopeTraversal) -> ScopeResolution {
    let roots = ["var", "local", "module", "data", "each", "count", "path", "terraform", "self"]
    let suggestion = suggestedName(for: traversal.rootName, among: roots).map { " Did you mean “\($0)”?" } ?? ""
    return .failure(
      Diagnostic(
        .error, "undeclared-reference", "“\(traversal.rootName)” refers to nothing",
        detail: "A reference to a resource needs its type and its name; strings stand in quotes.\(suggestion)", at: traversal.range(throughStep: 0)))
  }
}

/// The way from one directory to another, as `path.module` has it.
func relativePath(from base: String, to target: String) -> String {
  if base == target { return "." }
  let from = base == "." ? [] : base.split(separator: "/").map(String.init)
  let to = target == "." ? [] : target.split(separator: "/").map(String.init)
  var common = 0
  while common < from.count, common < to.count, from[common] == to[common] { common += 1 }
  // Directories above the working directory have no name that could be walked back to.
  if from[common...].contains("..") { return target }
  let parts = Array(repeating: "..", count: from.count - common) + to[common...]
  return parts.joined(separator: "/")
}
