import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// One instance of a resource, evaluated when something first refers to it.
///
/// A class, because its values are remembered and shared by all who refer to it.
final class ResourceEvaluation {
  let module: ModuleEvaluation
  let declaration: ResourceDeclaration
  let address: ResourceAddress
  let symbols: InstanceSymbols
  let schema: BlockSchema?
  /// Shared by all instances of the declaration.
  let plan: BlockPlan
  private var decoded: Lazy<DecodedBlock>?
  private var whole: Value?
  private var local: Lazy<Attributes>?

  init(
    module: ModuleEvaluation, declaration: ResourceDeclaration, address: ResourceAddress, symbols: InstanceSymbols, schema: BlockSchema?,
    plan: BlockPlan
  ) {
    self.module = module
    self.declaration = declaration
    self.address = address
    self.symbols = symbols
    self.schema = schema
    self.plan = plan
  }

  /// What the configuration sets.
  var content: DecodedBlock {
    switch decoded {
    case .done(let block): return block
    case .evaluating:
      module.reportCycle("\(address.declaration)", declaration.block.header)
      return DecodedBlock()
    case nil: break
    }
    decoded = .evaluating
    let block = module.nested(
      declaration.block.header,
      {
        var decoder = BlockDecoder(evaluator: module.evaluator(symbols))
        let result = decoder.decode(plan)
        module.run.account(for: decoder.evaluator)
        return result
      }, otherwise: DecodedBlock())
    decoded = .done(block)
    return block
  }

  /// The origin of a value of this instance.
  func origin(_ path: AttributePath, key: InstanceKey? = nil) -> Origin {
    var target = address
    if let key { target.key = key }
    return address.mode == .managed ? .reference(target, path) : .data(target, path)
  }

  /// The value that a traversal selects from this instance.
  ///
  /// - Parameter key: the key as written, which differs from the address's for an instance that stands for many.
  func resolve(_ traversal: ScopeTraversal, from first: Int, key: InstanceKey) -> ScopeResolution {
    guard let name = attributeName(traversal, first) else {
      // Which attributes there are is only certain of an instance that exists.
      if address.key == .symbolic {
        return .value(.unknown(.dynamic, .none, origin: origin(AttributePath(), key: key)), consumedSteps: first)
      }
      return .value(wholeValue, consumedSteps: first)
    }
    var value = attribute(name, key: key)
    var path = AttributePath(name)
    var position = first + 1
    while let step = traversal.step(position) {
      let next: Value?
      switch step {
      case .attribute(let name):
        next = try? value.attribute(name)
        path = path.appending(.attribute(name))
      case .string(let text):
        next = try? value.index(.string(text))
        path = path.appending(.attribute(text))
      case .number(let number):
        next = try? value.index(.number(number))
        path = path.appending(.index(number.exactInt ?? 0))
      }
      // The evaluator meets the same problem again and reports it.
      guard let next else { break }
      value = next.withOrigin(origin(path, key: key))
      position += 1
    }
    return .value(value, consumedSteps: position)
  }

  private func attributeName(_ traversal: ScopeTraversal, _ position: Int) -> String? {
    switch traversal.step(position) {
    case .attribute(let name), .string(let name): name
    case .number, nil: nil
    }
  }

  /// One attribute as references see it.
  func attribute(_ name: String, key: InstanceKey? = nil) -> Value {
    let origin = origin(AttributePath(name), key: key)
    if LocalResults.passesOn(address), let value = localResults[name] { return value.origin == nil ? value.withOrigin(origin) : value }
    if isSymbolic {
      return Value(.unknown(schemaType(name), .none), marks: schemaMarks(name), origin: origin)
    }
    guard let set = content.values[name], !set.isNull else { return unsetValue(name).withOrigin(origin) }
    if plan.isWrittenAsBlocks(name) {
      // How many blocks there are is not known.
      if set.marks.contains(.open) { return Value(.unknown(schemaType(name), .none), marks: schemaMarks(name), origin: origin) }
      // A “dynamic” block that makes none is as if it were not there: the provider may fill it in.
      if set.elements?.isEmpty == true { return unsetValue(name).withOrigin(origin) }
    }
    return completed(set, name).withOrigin(origin)
  }

  /// Under the convert binding references stay references; data sources are known only where they run.
  private var isSymbolic: Bool { module.run.binding == .convert }

  private func schemaType(_ name: String) -> ValueType {
    guard let schema else { return .dynamic }
    if let attribute = schema.attribute(name) { return attribute.type }
    if let block = schema.nestedBlock(name) { return block.collectionType }
    return .dynamic
  }

  private func schemaMarks(_ name: String) -> Marks {
    schema?.attribute(name)?.isSensitive == true ? .sensitive : []
  }

  /// What follows from the arguments alone.
  private var localResults: Attributes {
    guard LocalResults.covers(address) else { return Attributes() }
    switch local {
    case .done(let results): return results
    // A cycle, which the arguments report.
    case .evaluating: return Attributes()
    case nil: break
    }
    local = .evaluating
    let results = LocalResults(address: address, functions: module.run.functions, context: module.run.context).results(content.values)
    local = .done(results)
    return results
  }

  /// What names a resource once it exists: what the provider computes for these is never null.
  private static let identifiers: Set<String> = ["id", "arn"]

  /// What is not set: null, or unknown when the provider computes it.
  private func unsetValue(_ name: String) -> Value {
    if let result = localResults[name] { return result }
    if let known = module.run.planned?.values[address]?[name] { return known.withMarks(schemaMarks(name)) }
    guard let schema else { return .unknown(.dynamic) }
    if let attribute = schema.attribute(name) {
      switch attribute.mode {
      case .optional, .required: return Value(.null(attribute.type), marks: schemaMarks(name))
      case .computed, .optionalComputed:
        return Value(.unknown(attribute.type, Self.identifiers.contains(name) ? .notNull : .none), marks: schemaMarks(name))
      }
    }
    // The provider may fill in a block that is left out; the schema does not tell.
    if let block = schema.nestedBlock(name) { return .unknown(block.collectionType) }
    return .unknown(.dynamic)
  }

  /// Blocks with the attributes that they leave out, so that references to those find them.
  private func completed(_ value: Value, _ name: String) -> Value {
    guard let block = schema?.nestedBlock(name)?.block else { return value }
    return Self.completed(value, block, depth: 0)
  }

  private static func completed(_ value: Value, _ schema: BlockSchema, depth: Int) -> Value {
    switch value.content {
    case .tuple(let elements) where depth < 16:
      return Value(.tuple(elements.map { completed($0, schema, depth: depth) }), marks: value.marks, origin: value.origin)
    case .object(let attributes) where depth < 16:
      var result = attributes
      for attribute in schema.attributes where result[attribute.name] == nil {
        switch attribute.mode {
        case .optional, .required: result[attribute.name] = .null(attribute.type)
        case .computed, .optionalComputed: result[attribute.name] = .unknown(attribute.type)
        }
      }
      for block in schema.nestedBlocks {
        if let existing = result[block.name] {
          result[block.name] = completed(existing, block.block, depth: depth + 1)
        } else {
          result[block.name] = .unknown(block.collectionType)
        }
      }
      return Value(.object(result), marks: value.marks, origin: value.origin)
    case .null, .unknown, .bool, .number, .string, .list, .set, .map, .tuple, .object: return value
    }
  }

  /// The whole instance as an object of all that its schema has.
  var wholeValue: Value {
    if let whole { return whole }
    let value: Value
    if let schema {
      let names = schema.attributes.map(\.name) + schema.nestedBlocks.map(\.name)
      value = Value(.object(Attributes(names.map { ($0, attribute($0)) })), origin: origin(AttributePath()))
    } else {
      value = .unknown(.dynamic, .none, origin: origin(AttributePath()))
    }
    whole = value
    return value
  }
}

extension ModuleEvaluation {
  /// The instances of a resource; nil while they are being decided, which is a cycle.
  func expansion(of declaration: ResourceDeclaration) -> ResourceExpansion? {
    switch expansions[declaration.key] {
    case .done(let expansion): return expansion
    case .evaluating:
      reportCycle("\(declaration.key.type).\(declaration.key.name)", declaration.block.header)
      return nil
    case nil: break
    }
    expansions[declaration.key] = .evaluating
    let key = declaration.key
    let (keys, existence) = nested(
      declaration.block.header, { instanceKeys(count: declaration.count, forEach: declaration.forEach, lifecycle: declaration.lifecycle) },
      otherwise: (.symbolic(isCount: true, each: .dynamicUnknown), nil))
    let base = ResourceAddress(module: address, mode: key.mode, type: key.type, name: key.name)
    let schema = run.providers.schema(of: declaration, in: module)
    let known = planned(keys, run.planned?.instances[base])
    let plan = BlockPlan(resource: declaration, schema)
    let instances = instances(of: known, owner: base).map { instanceKey, symbols in
      var address = base
      address.key = instanceKey
      return ResourceEvaluation(
        module: self, declaration: declaration, address: address, symbols: symbols, schema: schema, plan: plan)
    }
    let expansion = ResourceExpansion(keys: known, existence: existence, instances: instances)
    expansions[declaration.key] = .done(expansion)
    return expansion
  }

  /// What a reference to a resource without an instance key gives.
  func allInstances(_ expansion: ResourceExpansion) -> Value {
    switch expansion.keys {
    case .single: return expansion.instances.first?.wholeValue ?? .dynamicUnknown
    case .disabled: return .null(.dynamic)
    case .counted: return .tuple(expansion.instances.map(\.wholeValue))
    case .keyed(let pairs): return .object(Array(zip(pairs.map(\.key), expansion.instances.map(\.wholeValue))))
    case .symbolic: return .dynamicUnknown
    }
  }

  /// The instances of a module call; nil when there is no such call, or while they are being decided.
  func callExpansion(_ name: String) -> CallExpansion? {
    guard let call = module.moduleCalls[name] else { return nil }
    switch callExpansions[name] {
    case .done(let expansion): return expansion
    case .evaluating:
      reportCycle("module.\(name)", call.block.header)
      return nil
    case nil: break
    }
    callExpansions[name] = .evaluating
    let (keys, _) = nested(
      call.block.header, { instanceKeys(count: call.count, forEach: call.forEach, lifecycle: call.lifecycle) },
      otherwise: (.symbolic(isCount: true, each: .dynamicUnknown), nil))
    let target = run.configuration.callTargets[.init(directory: module.directory, name: name)].flatMap { run.configuration.modules[$0] }
    let owner = ResourceAddress(module: address, type: "module", name: name)
    let known = planned(keys, run.planned?.calls[address.child(name, .none)])
    let instances = instances(of: known, owner: owner).map { key, symbols in
      (
        key,
        target.map {
          ModuleEvaluation(
            run: run, module: $0, address: address.child(name, key), callChain: callChain + [call.block.header], parent: self, call: call,
            callSymbols: symbols)
        }
      )
    }
    let expansion = CallExpansion(keys: known, instances: instances)
    callExpansions[name] = .done(expansion)
    return expansion
  }

  /// All outputs of this module instance.
  var outputsObject: Value {
    .object(module.outputs.keys.sorted().map { ($0, output($0) ?? .dynamicUnknown) })
  }
}

extension NestedBlock {
  /// The type of what references to the block see: a list, or one object where its nesting says so.
  var collectionType: ValueType {
    switch nesting {
    case .single, .group: block.impliedType
    case .list: .list(block.impliedType)
    case .set: .set(block.impliedType)
    case .map: .map(block.impliedType)
    }
  }
}
