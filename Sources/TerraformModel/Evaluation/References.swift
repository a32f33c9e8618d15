import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// What expressions refer to, without evaluating them. (Terraform language, "Resource Dependencies".)
extension ModuleEvaluation {
  /// Everything that a block refers to, directly or through locals, variables and outputs: declarations without instance keys.
  func references(inBlock block: BlockSyntax) -> Set<ResourceAddress> {
    var result = Set<ResourceAddress>()
    block.body.forEachExpression { expression in
      result.formUnion(references(in: expression))
    }
    return result
  }

  func references(in expression: ExpressionSyntax) -> Set<ResourceAddress> {
    var result = Set<ResourceAddress>()
    expression.forEachScopeTraversal { traversal in
      result.formUnion(references(of: traversal))
    }
    return result
  }

  private func references(of traversal: ScopeTraversal) -> Set<ResourceAddress> {
    let first = traversal.attributeName(0)
    switch traversal.rootName {
    case "each", "count", "path", "terraform", "tofu", "self": return []
    case "local":
      guard let first, let local = module.locals[first] else { return [] }
      return cached("local.\(first)") { references(in: local.attribute.expression) }
    case "var":
      guard let first, let parent, let input = call?.inputs.first(where: { $0.name == first }) else { return [] }
      return cached("var.\(first)") { parent.references(in: input.expression) }
    case "module":
      guard let first else { return [] }
      return moduleReferences(first, traversal)
    case "data": return declared(.data, first, traversal.attributeName(1))
    case "ephemeral": return declared(.ephemeral, first, traversal.attributeName(1))
    case "resource": return declared(.managed, first, traversal.attributeName(1))
    default: return declared(.managed, traversal.rootName, first)
    }
  }

  private func declared(_ mode: ResourceAddress.Mode, _ type: String?, _ name: String?) -> Set<ResourceAddress> {
    guard let type, let name, module.resources[ResourceKey(mode: mode, type: type, name: name)] != nil else { return [] }
    return [ResourceAddress(module: address, mode: mode, type: type, name: name).declaration]
  }

  private func moduleReferences(_ name: String, _ traversal: ScopeTraversal) -> Set<ResourceAddress> {
    guard let child = callExpansion(name)?.instances.first?.module else { return [] }
    // The output is the first attribute behind the call or its instance key.
    let output = traversal.attributeName(1).flatMap { child.module.outputs[$0] == nil ? nil : $0 } ?? traversal.attributeName(2)
    if let output, let value = child.module.outputs[output]?.value {
      return child.cached("output.\(output)") { child.references(in: value) }
    }
    return child.module.outputs.keys.sorted().reduce(into: []) { result, output in
      guard let value = child.module.outputs[output]?.value else { return }
      result.formUnion(child.cached("output.\(output)") { child.references(in: value) })
    }
  }

  private func cached(_ name: String, _ compute: () -> Set<ResourceAddress>) -> Set<ResourceAddress> {
    if let known = referenceCache[name] { return known }
    // A cycle ends here: what is being computed counts as nothing.
    referenceCache[name] = []
    run.depth += 1
    defer { run.depth -= 1 }
    let result = run.depth > EvaluationRun.maximumDepth ? [] : compute()
    referenceCache[name] = result
    return result
  }

  /// What `depends_on` names; a module call stands for everything in it.
  func explicitDependencies(_ attribute: AttributeSyntax?) -> [ResourceAddress] {
    guard let attribute, let elements = staticList(attribute.expression) else { return [] }
    var result: [ResourceAddress] = []
    for element in elements {
      guard let parts = staticTraversal(element) else { continue }
      switch parts.first {
      case "module":
        guard parts.count > 1, let child = callExpansion(parts[1])?.instances.first?.module else { continue }
        result += child.allDeclarations()
      case "data":
        if parts.count > 2 { result += declared(.data, parts[1], parts[2]) }
      default:
        if parts.count > 1 { result += declared(.managed, parts[0], parts[1]) }
      }
    }
    return result
  }

  private func allDeclarations() -> [ResourceAddress] {
    let own = module.resourcesInOrder.map {
      ResourceAddress(module: address, mode: $0.key.mode, type: $0.key.type, name: $0.key.name).declaration
    }
    let nested = module.moduleCalls.keys.sorted().compactMap { callExpansion($0)?.instances.first?.module }.flatMap { $0.allDeclarations() }
    return own + nested
  }

  // MARK: Provider and lifecycle

  /// The provider configuration of a resource, in the terms of the root module.
  func provider(of declaration: ResourceDeclaration) -> ProviderReference {
    if let parts = declaration.providerExpression.flatMap({ staticTraversal($0) }), let name = parts.first {
      return resolveProvider(name, parts.count > 1 ? parts[1] : nil)
    }
    return resolveProvider(declaration.key.type.split(separator: "_").first.map(String.init) ?? declaration.key.type, nil)
  }

  private func resolveProvider(_ name: String, _ alias: String?) -> ProviderReference {
    guard let parent, let call else {
      return ProviderReference(localName: name, alias: alias, source: module.requiredProviders[name]?.source)
    }
    let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
    if let map = body.attribute("providers"), case .object(let items) = map.expression.expression {
      let tree = map.tree
      let wanted = alias.map { "\(name).\($0)" } ?? name
      for position in stride(from: 0, to: items.count - 1, by: 2) {
        guard case .objectKey(let key, _) = tree.expression(tree.node(items, position)),
          let keyParts = staticTraversal(ExpressionSyntax(tree: tree, id: key)), keyParts.joined(separator: ".") == wanted,
          let parts = staticTraversal(ExpressionSyntax(tree: tree, id: tree.node(items, position + 1))), let target = parts.first
        else { continue }
        return parent.resolveProvider(target, parts.count > 1 ? parts[1] : nil)
      }
    }
    return alias == nil
      ? parent.resolveProvider(name, nil) : ProviderReference(localName: name, alias: alias, source: module.requiredProviders[name]?.source)
  }

  func lifecycle(of declaration: ResourceDeclaration) -> ResourceLifecycle {
    var result = ResourceLifecycle()
    guard let body = declaration.lifecycle?.body else { return result }
    result.preventDestroy = body.attribute("prevent_destroy").flatMap { literalBool($0.expression) }
    result.createBeforeDestroy = body.attribute("create_before_destroy").flatMap { literalBool($0.expression) }
    if let ignored = body.attribute("ignore_changes") {
      if staticTraversal(ignored.expression) == ["all"] { result.ignoresAllChanges = true }
      result.ignoredChanges = (staticList(ignored.expression) ?? []).compactMap { element in
        staticTraversal(element).map { AttributePath($0.map { .attribute($0) }) }
      }
    }
    result.replaceTriggeredBy = (body.attribute("replace_triggered_by").flatMap { staticList($0.expression) } ?? []).map(\.text)
    return result
  }
}
