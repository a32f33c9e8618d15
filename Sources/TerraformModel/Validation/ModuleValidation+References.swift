import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import Schemas
import SourceText

/// Names that expressions refer to. (Terraform language, "References to Named Values".)
extension ModuleValidation {
  func checkReferences(in expression: ExpressionSyntax, _ symbols: ValidationScope.Symbols) {
    expression.forEachScopeTraversal { check($0, symbols) }
  }

  /// Checks every expression of a body, iterators of `dynamic` blocks in scope where they are.
  func checkReferences(attributes: [AttributeSyntax], blocks: [BlockSyntax], _ symbols: ValidationScope.Symbols) {
    for attribute in attributes { checkReferences(in: attribute.expression, symbols) }
    for block in blocks {
      guard block.type == "dynamic" else {
        checkReferences(block.body, symbols)
        continue
      }
      var inner = symbols
      inner.iterators.append(dynamicIterator(block))
      for item in block.body.items {
        switch item {
        case .attribute(let attribute):
          if attribute.name == "iterator" { continue }
          checkReferences(in: attribute.expression, attribute.name == "labels" ? inner : symbols)
        case .block(let content): checkReferences(content.body, inner)
        }
      }
    }
  }

  func checkReferences(_ body: BodySyntax, _ symbols: ValidationScope.Symbols) {
    checkReferences(attributes: body.attributes, blocks: body.blocks, symbols)
  }

  func dynamicIterator(_ block: BlockSyntax) -> String {
    block.body.attribute("iterator").flatMap { staticTraversal($0.expression)?.first } ?? block.labels.first?.value ?? "each"
  }

  func check(_ traversal: ScopeTraversal, _ symbols: ValidationScope.Symbols) {
    let root = traversal.rootName
    if symbols.iterators.contains(root) { return }
    let first = traversal.attributeName(0)
    switch root {
    case "var":
      guard let first else { return incomplete(traversal, "the name of a variable") }
      if module.variables[first] == nil { undeclared(traversal, "variable “\(first)”", first, module.variables.keys, steps: 1) }
    case "local":
      guard let first else { return incomplete(traversal, "the name of a local value") }
      if module.locals[first] == nil { undeclared(traversal, "local value “\(first)”", first, module.locals.keys, steps: 1) }
    case "module": checkModule(traversal, first)
    case "each":
      guard symbols.hasForEach else {
        return add(
          "undeclared-each", "“each” has no meaning here", "“each.key” and “each.value” exist only in a block with “for_each”.",
          at: traversal.range(throughStep: min(1, traversal.stepCount)))
      }
      if first != "key" && first != "value" { incomplete(traversal, "“key” or “value”") }
    case "count":
      guard symbols.hasCount else {
        return add(
          "undeclared-count", "“count” has no meaning here", "“count.index” exists only in a block with “count”.",
          at: traversal.range(throughStep: min(1, traversal.stepCount)))
      }
      if first != "index" { incomplete(traversal, "“index”") }
    case "self":
      if !symbols.hasSelf {
        add(
          "undeclared-self", "“self” has no meaning here", "It stands for the resource in its postconditions, provisioners and connections.",
          at: traversal.range(throughStep: min(1, traversal.stepCount)))
      }
    case "path": if !["module", "root", "cwd"].contains(first) { incomplete(traversal, "“module”, “root” or “cwd”") }
    case "terraform", "tofu": if !["workspace", "applying"].contains(first) { incomplete(traversal, "“workspace”") }
    default: checkResource(traversal, symbols)
    }
  }

  private func incomplete(_ traversal: ScopeTraversal, _ what: String) {
    let name = traversal.attributeName(0)
    add(
      "invalid-reference", name.map { "“\(traversal.rootName).\($0)” does not exist" } ?? "“\(traversal.rootName)” cannot stand alone",
      "It must be followed by a dot and \(what).", at: traversal.range(throughStep: min(1, traversal.stepCount)))
  }

  private func undeclared(_ traversal: ScopeTraversal, _ what: String, _ name: String, _ names: some Sequence<String>, steps: Int) {
    let suggestion = suggestedName(for: name, among: names.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    add(
      "undeclared-reference", "There is no \(what) in this module", "Nothing declares it.\(suggestion)",
      at: traversal.range(throughStep: steps))
  }

  // MARK: Modules

  private func checkModule(_ traversal: ScopeTraversal, _ name: String?) {
    guard let name else { return incomplete(traversal, "the name of a module call") }
    if module.moduleCalls[name] == nil { undeclared(traversal, "module call “\(name)”", name, module.moduleCalls.keys, steps: 1) }
  }

  /// The output that a reference to a module call names and its code does not declare, as an error. It is met when the reference is
  /// evaluated, so that `try` and `can` catch it: only names of calls are looked at before.
  func undeclaredOutput(_ traversal: ScopeTraversal) -> Diagnostic? {
    guard let name = traversal.attributeName(0), let call = module.moduleCalls[name], let target = target(of: name) else { return nil }
    var position = 1
    if call.count != nil || call.forEach != nil {
      // Which step is the key is only certain when it is written as an index.
      switch traversal.step(1) {
      case .string, .number: position = 2
      case .attribute, nil: return nil
      }
    }
    guard let output = traversal.attributeName(position), target.outputs[output] == nil else { return nil }
    return .undeclaredOutput(output, of: name, among: target.outputs.keys, at: traversal.range(throughStep: position + 1))
  }

  // MARK: Resources

  private func checkResource(_ traversal: ScopeTraversal, _ symbols: ValidationScope.Symbols) {
    guard let key = traversal.resourceKey else {
      let detail = "A reference to a resource needs its type and its name; strings stand in quotes."
      return add("invalid-reference", "“\(traversal.rootName)” refers to nothing", detail, at: traversal.range)
    }
    let steps = ["data", "ephemeral", "resource"].contains(traversal.rootName) ? 2 : 1
    guard let resource = module.resources[key] else { return undeclaredResource(traversal, key, steps: steps) }
    if let check = resource.check, symbols.check != check {
      return add(
        "scoped-reference", "“\(key.type).\(key.name)” belongs to the check “\(check)”", "Only its assertions can refer to the data source of a check.",
        at: traversal.range(throughStep: steps), related: [DiagnosticLabel(resource.block.header, "declared here")])
    }
    checkInstanceKey(traversal, resource, at: steps)
    checkAttribute(traversal, resource, after: steps)
  }

  private func undeclaredResource(_ traversal: ScopeTraversal, _ key: ResourceKey, steps: Int) {
    let declared = module.resources.keys
    let sameType = declared.filter { $0.mode == key.mode && $0.type == key.type }.map(\.name).sorted()
    var hint = suggestedName(for: key.name, among: sameType).map { " Did you mean “\(key.type).\($0)”?" } ?? ""
    if hint.isEmpty, let other = declared.filter({ $0.type == key.type && $0.name == key.name }).min(by: { $0.mode.rawValue < $1.mode.rawValue }) {
      hint = " There is one with the mode “\(other.mode.rawValue)”; its address starts differently."
    }
    let kind = key.mode == .managed ? "resource" : key.mode == .data ? "data source" : "ephemeral resource"
    add(
      "undeclared-reference", "There is no \(kind) “\(key.type).\(key.name)” in this module", "Nothing declares it.\(hint)",
      at: traversal.range(throughStep: steps))
  }

  private func checkInstanceKey(_ traversal: ScopeTraversal, _ resource: ResourceDeclaration, at position: Int) {
    let repetition = resource.count ?? resource.forEach
    switch traversal.step(position) {
    case .attribute:
      guard let repetition else { return }
      add(
        "missing-instance-key", "“\(resource.key.type).\(resource.key.name)” has several instances",
        "It has “\(repetition.name)”, so one instance must be chosen before its attributes can be read: "
          + (repetition.name == "count" ? "with [0], or all of them with [*]." : "with [\"key\"], or by a “for” expression."),
        at: traversal.range)
    case .string, .number:
      guard repetition == nil, resource.lifecycle?.body.attribute("enabled") == nil else { return }
      add(
        "unexpected-instance-key", "“\(resource.key.type).\(resource.key.name)” has one instance",
        "It has neither “count” nor “for_each”, so there is no instance to choose.", at: traversal.range(throughStep: position + 1))
    case nil: break
    }
  }

  private func checkAttribute(_ traversal: ScopeTraversal, _ resource: ResourceDeclaration, after steps: Int) {
    if case .attribute("count")? = traversal.step(steps), resource.count == nil, resource.forEach == nil {
      // A name that the language keeps for itself, so that no provider can have it.
      return add(
        "invalid-reference", "“\(resource.key.type).\(resource.key.name)” has no attribute “count”",
        "The number of instances is the length of what the name alone gives: length(\(resource.key.type).\(resource.key.name)).",
        at: traversal.range(throughStep: steps + 1))
    }
    guard let judge = providers.judge(of: resource, in: module), var schema = judge.schema(of: resource.key) else { return }
    var position = steps
    if resource.count != nil || resource.forEach != nil {
      switch traversal.step(position) {
      case .string, .number: position += 1
      case .attribute, nil: return
      }
    }
    while case .attribute(let name)? = traversal.step(position) {
      if schema.isOpaque || schema.attribute(name) != nil { return }
      guard let nested = schema.nestedBlock(name) else {
        let names = schema.attributes.map(\.name) + schema.nestedBlocks.map(\.name)
        let suggestion = suggestedName(for: name, among: names).map { " Did you mean “\($0)”?" } ?? ""
        return add(
          "unknown-attribute", "“\(resource.key.type)” has no attribute “\(name)”",
          "\(judge.name) does not have it.\(suggestion)\(judge.laterVersionsNote)",
          at: traversal.range(throughStep: position + 1), severity: judge.severityOfUnknown)
      }
      position += 1
      switch nested.nesting {
      case .single, .group: break
      case .list, .map:
        switch traversal.step(position) {
        case .number, .string: position += 1
        case .attribute, nil: return
        }
      case .set: return
      }
      if nested.isOpaque { return }
      schema = nested.block
    }
  }
}

extension Diagnostic {
  /// A module call is asked for an output that its code does not declare.
  static func undeclaredOutput(_ output: String, of call: String, among names: some Sequence<String>, at range: SourceRange) -> Diagnostic {
    let suggestion = suggestedName(for: output, among: names.sorted()).map { " Did you mean “\($0)”?" } ?? ""
    return Diagnostic(
      .error, "undeclared-output", "Module “\(call)” has no output “\(output)”",
      detail: "Only what a module declares as output can be read.\(suggestion)", at: range)
  }
}
