import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Meta-arguments, lifecycle and provisioners. (Terraform language, "Meta-Arguments", "Provisioners".)
extension DeclarationValidator {
  mutating func validateResource(_ resource: ResourceDeclaration) {
    let body = resource.body
    let lifecycle = body.block("lifecycle")
    validateRepetition(resource.count, resource.forEach, lifecycle?.body.attribute("enabled"))
    if let dependsOn = resource.dependsOn { validateDependsOn(dependsOn) }
    if let provider = resource.providerExpression { validateProviderReference(provider) }
    if let lifecycle {
      validateIgnoreChanges(lifecycle)
      validateConditions(of: lifecycle, resource.key)
      validateReplacement(lifecycle)
      validateActionTriggers(lifecycle)
    }
    validateProvisioners(body)
  }

  /// `count`, `for_each` and `enabled` say the same thing in different ways.
  mutating func validateRepetition(_ count: AttributeSyntax?, _ forEach: AttributeSyntax?, _ enabled: AttributeSyntax?) {
    let given = [count, forEach, enabled].compactMap { $0 }
    guard given.count > 1, let last = forEach ?? count else { return }
    let names = given.map { "“\($0.name)”" }.joined(separator: " and ")
    add(
      "conflicting-repetition", "\(names) exclude each other", "Each says how many instances there are; only one of them may be used.",
      at: last.nameSourceRange)
  }

  mutating func validateDependsOn(_ attribute: AttributeSyntax) {
    guard let elements = staticList(attribute.expression) else {
      add(
        "invalid-depends-on", "“depends_on” is not a list of references", "It is written out: [aws_vpc.main, module.network].",
        at: attribute.expression.range)
      return
    }
    for element in elements {
      guard let reference = StaticReference(element), !reference.hasDynamicIndex else {
        add(
          "invalid-static-reference", "An element of “depends_on” is not a reference",
          "Only names with attributes and constant indexes are possible here: no calls, calculations or templates.", at: element.range)
        continue
      }
      if reference.isLegacyQuoted { warnOfQuotes(reference) }
    }
  }

  mutating func warnOfQuotes(_ reference: StaticReference) {
    add(
      "quoted-reference", "A reference stands in quotes", "That was the form of early versions; write it without quotes.", at: reference.range,
      severity: .warning)
  }

  mutating func validateProviderReference(_ expression: ExpressionSyntax) {
    guard let reference = StaticReference(expression),
      reference.steps.count <= 1 || reference.hasDynamicIndex || reference.steps.count == 2 && reference.name(1) == nil
    else {
      add(
        "invalid-provider-reference", "“provider” is not a reference to a provider configuration",
        "It is a provider's local name, with the alias behind a dot when there is one: aws, aws.east.", at: expression.range)
      return
    }
    if reference.isLegacyQuoted { warnOfQuotes(reference) }
    if !isProviderLocalName(reference.root) {
      add(
        "invalid-provider-name", "“\(reference.root)” is not a valid local name of a provider",
        "Such a name has only lower-case letters, digits and dashes, with letters or digits at both ends.", at: expression.range)
    }
  }

  // MARK: Lifecycle

  private mutating func validateIgnoreChanges(_ lifecycle: BlockSyntax) {
    guard let attribute = lifecycle.body.attribute("ignore_changes") else { return }
    if let reference = StaticReference(attribute.expression), reference.root == "all", reference.steps.isEmpty { return }
    guard let elements = staticList(attribute.expression) else {
      add(
        "invalid-ignore-changes", "“ignore_changes” is not a list of attributes", "It is a list of attribute names, or the keyword “all”.",
        at: attribute.expression.range)
      return
    }
    for element in elements {
      if literalString(element) == "*" {
        add(
          "invalid-ignore-changes", "“*” does not stand for all attributes", "Write “ignore_changes = all”, without a list.", at: element.range)
      } else if let reference = StaticReference(element), !reference.hasDynamicIndex {
        if reference.isLegacyQuoted { warnOfQuotes(reference) }
      } else {
        add(
          "invalid-static-reference", "An element of “ignore_changes” is not an attribute",
          "Only names with attributes and constant indexes are possible here.", at: element.range)
      }
    }
  }

  private mutating func validateReplacement(_ lifecycle: BlockSyntax) {
    guard let attribute = lifecycle.body.attribute("replace_triggered_by") else { return }
    guard let elements = staticList(attribute.expression) else {
      add(
        "invalid-replacement-trigger", "“replace_triggered_by” is not a list of references", "It is a list of references to managed resources.",
        at: attribute.expression.range)
      return
    }
    for element in elements {
      guard let reference = StaticReference(element), !["var", "local", "module", "data", "path", "each", "count", "self", "terraform"].contains(reference.root),
        reference.name(0) != nil
      else {
        add(
          "invalid-replacement-trigger", "An element of “replace_triggered_by” is not a managed resource",
          "It must refer to a managed resource of this module, to one of its instances, or to an attribute of one.", at: element.range)
        continue
      }
      element.forEachScopeTraversal { traversal in
        let isKnown =
          switch traversal.rootName {
          case "each": traversal.attributeName(0) == "key" || traversal.attributeName(0) == "value"
          case "count": traversal.attributeName(0) == "index"
          default: true
          }
        if !isKnown {
          add(
            "invalid-replacement-trigger", "The index is not possible here", "Only “each.key” and “count.index” can choose an instance.",
            at: traversal.range)
        }
      }
    }
  }

  private mutating func validateConditions(of lifecycle: BlockSyntax, _ key: ResourceKey) {
    for block in lifecycle.body.blocks where block.type == "precondition" || block.type == "postcondition" {
      validateCondition(block)
      block.body.forEachExpression { expression in
        expression.forEachScopeTraversal { traversal in
          guard traversal.resourceKey == key else { return }
          add(
            "self-reference", "A \(block.type) refers to its own resource",
            block.type == "postcondition"
              ? "In a postcondition “self” stands for the resource." : "Before the resource is made there is nothing to refer to.",
            at: traversal.range)
        }
      }
    }
  }

  /// A condition that refers to nothing always has the same result.
  mutating func validateCondition(_ block: BlockSyntax) {
    guard let condition = block.body.attribute("condition") else { return }
    var hasReference = false
    condition.expression.forEachScopeTraversal { _ in hasReference = true }
    if !hasReference {
      add(
        "constant-condition", "The condition of this \(block.type) refers to nothing", "It would always have the same result.",
        at: condition.expression.range)
    }
  }

  // MARK: Provisioners

  private mutating func validateProvisioners(_ body: EffectiveBody) {
    let provisioners = body.blocks.filter { $0.type == "provisioner" }
    var runsOnDestroy = false
    for block in provisioners {
      let isForDestroy = validateProvisioner(block)
      runsOnDestroy = runsOnDestroy || isForDestroy
      if isForDestroy { validateDestroyReferences(block.body) }
    }
    if runsOnDestroy, let connection = body.block("connection") { validateDestroyReferences(connection.body) }
  }

  /// - Returns: whether it runs when the resource is destroyed.
  private mutating func validateProvisioner(_ block: BlockSyntax) -> Bool {
    if let type = block.labels.first, ["chef", "habitat", "puppet", "salt-masterless"].contains(type.value) {
      add(
        "removed-provisioner", "The provisioner “\(type.value)” does not exist any more", "It was removed from the language in version 0.15.",
        at: SourceRange(file: block.tree.file, bytes: type.range))
    }
    let when = keyword(block, "when", ["create", "destroy"])
    _ = keyword(block, "on_failure", ["continue", "fail"])
    return when == "destroy"
  }

  /// The keyword that an argument has for its value; nil when it is not there or none of those that are allowed.
  mutating func keyword(_ block: BlockSyntax, _ name: String, _ allowed: [String], allowsQuotes: Bool = true) -> String? {
    guard let attribute = block.body.attribute(name) else { return nil }
    let quoted = allowsQuotes || attribute.tree.isJSON ? literalString(attribute.expression) : nil
    let word = quoted ?? StaticReference(attribute.expression).flatMap { $0.steps.isEmpty && !$0.isQuoted ? $0.root : nil }
    guard let word, allowed.contains(word) else {
      add(
        "invalid-keyword", "“\(name)” has a value that is not possible", "It is one of the keywords \(allowed.map { "“\($0)”" }.joined(separator: " and ")).",
        at: attribute.expression.range)
      return nil
    }
    if quoted != nil, !attribute.tree.isJSON {
      add(
        "quoted-keyword", "The keyword “\(word)” stands in quotes", "Keywords are written without quotes.", at: attribute.expression.range,
        severity: .warning)
    }
    return word
  }

  /// When something is destroyed only the thing itself is there.
  private mutating func validateDestroyReferences(_ body: BodySyntax) {
    body.forEachExpression { expression in
      expression.forEachScopeTraversal { traversal in
        switch traversal.rootName {
        case "self", "path", "terraform", "tofu", "create", "destroy", "continue", "fail": return
        case "each" where traversal.attributeName(0) == "key": return
        case "count" where traversal.attributeName(0) == "index": return
        default:
          add(
            "destroy-reference", "A provisioner for destruction refers to something else",
            "When a resource is destroyed only “self”, “count.index” and “each.key” are certain to exist.", at: traversal.range)
        }
      }
    }
  }
}

extension ScopeTraversal {
  /// The resource that it refers to, when it has that form.
  var resourceKey: ResourceKey? {
    switch rootName {
    case "var", "local", "module", "each", "count", "path", "terraform", "tofu", "self": return nil
    case "data", "ephemeral", "resource":
      guard let type = attributeName(0), let name = attributeName(1) else { return nil }
      return ResourceKey(mode: rootName == "data" ? .data : rootName == "ephemeral" ? .ephemeral : .managed, type: type, name: name)
    default: return attributeName(0).map { ResourceKey(mode: .managed, type: rootName, name: $0) }
    }
  }
}
