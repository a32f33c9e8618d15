import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Provider requirements and configurations. (Terraform language, "Provider Requirements", "Provider Configuration".)
extension DeclarationValidator {
  mutating func validateRequirements(_ block: BlockSyntax) {
    for attribute in block.body.attributes {
      if !isProviderLocalName(attribute.name) {
        add(
          "invalid-provider-name", "“\(attribute.name)” is not a valid local name of a provider",
          "Such a name has only lower-case letters, digits and dashes, with letters or digits at both ends.", at: attribute.nameSourceRange)
      }
      if let version = literalString(attribute.expression) {
        if VersionConstraint(version) == nil { invalidConstraint(version, attribute.expression) }
        continue
      }
      guard case .object(let items) = attribute.expression.expression else {
        add(
          "invalid-required-provider", "The requirement of provider “\(attribute.name)” is not an object",
          "It is an object with “source” and “version”.", at: attribute.expression.range)
        continue
      }
      validateRequirement(attribute, items)
    }
  }

  private mutating func validateRequirement(_ attribute: AttributeSyntax, _ items: NodeList) {
    let tree = attribute.tree
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      let key = tree.node(items, position)
      let value = ExpressionSyntax(tree: tree, id: tree.node(items, position + 1))
      switch staticKey(tree, key) {
      case "source":
        guard let text = literalString(value) else {
          add("invalid-provider-source", "The source of a provider is not a string", "It must be written out.", at: value.range)
          continue
        }
        validateSource(text, value)
      case "version":
        guard let text = literalString(value) else {
          add("invalid-version-constraint", "The version of a provider is not a string", "It must be written out.", at: value.range)
          continue
        }
        if VersionConstraint(text) == nil { invalidConstraint(text, value) }
      case "configuration_aliases": validateAliases(value, attribute.name)
      case let name:
        let range = SourceRange(file: tree.file, bytes: tree.range(key))
        add(
          "invalid-required-provider", "A requirement has no “\(name ?? range.text)”",
          "It has “source”, “version” and “configuration_aliases”.", at: range)
      }
    }
  }

  private mutating func validateSource(_ text: String, _ expression: ExpressionSyntax) {
    guard let source = ProviderSource(text) else {
      add(
        "invalid-provider-source", "\(quotedHCL(text)) is not the source of a provider", "A source has the form [HOST/]NAMESPACE/TYPE.",
        at: expression.range)
      return
    }
    for prefix in ["terraform-provider-", "terraform-"] where source.type.hasPrefix(prefix) {
      add(
        "invalid-provider-type", "“\(source.type)” is the name of a repository, not of a provider",
        "The type of a provider does not start with “\(prefix)”: write “\(source.namespace)/\(source.type.dropFirst(prefix.count))”.",
        at: expression.range)
      return
    }
  }

  private mutating func validateAliases(_ expression: ExpressionSyntax, _ name: String) {
    for element in staticList(expression) ?? [] {
      guard let reference = StaticReference(element), reference.root == name, reference.name(0) != nil, reference.steps.count == 1 else {
        add(
          "invalid-configuration-alias", "A configuration alias is not of the form \(name).ALIAS",
          "It starts with the local name of its own provider.", at: element.range)
        continue
      }
    }
  }

  /// Configurations that are repeated by the same expression as their resources vanish together with them, and then nothing is left that
  /// could destroy what was made.
  mutating func validateSharedRepetition() {
    for resource in module.resourcesInOrder {
      guard let own = resource.forEach, let reference = resource.providerExpression.flatMap({ StaticReference($0) }),
        let alias = reference.name(0),
        let provider = module.providers.first(where: { $0.localName == reference.root && $0.alias == alias }),
        let other = provider.block.body.attribute("for_each"), other.expression.withoutParentheses.text == own.expression.withoutParentheses.text
      else { continue }
      var isConstant = true
      other.expression.forEachScopeTraversal { _ in isConstant = false }
      if isConstant { continue }
      add(
        "shared-provider-for-each", "The provider configuration is repeated by the same expression as the resource",
        "An element that is removed takes its provider configuration along, which is needed to destroy the resource.", at: own.expression.range,
        severity: .warning)
    }
  }

  mutating func validateProviders() {
    var first: [String: ProviderDeclaration] = [:]
    var locations: [ProviderSource: String] = [:]
    for name in module.requiredProviders.keys.sorted() {
      guard let required = module.requiredProviders[name], let source = ProviderSource(required.source ?? name) else { continue }
      if let other = locations[source] {
        add(
          "duplicate-provider-source", "“\(name)” and “\(other)” are the same provider", "A provider has one local name in a module: both are \(source.text).",
          at: required.location, severity: .warning)
      }
      locations[source] = name
    }
    for provider in module.providers {
      if !isProviderLocalName(provider.localName), provider.block.labels.first != nil {
        add(
          "invalid-provider-name", "“\(provider.localName)” is not a valid local name of a provider",
          "Such a name has only lower-case letters, digits and dashes, with letters or digits at both ends.", at: provider.block.header)
      }
      let key = provider.localName + "." + (provider.alias ?? "")
      if let other = first[key] {
        add(
          "duplicate-provider-configuration", "A second configuration of provider “\(provider.localName)”",
          provider.alias.map { "The alias “\($0)” is taken already." } ?? "Further configurations of a provider need an alias each.",
          at: provider.block.header, related: [DiagnosticLabel(other.block.header, "the first one")])
      }
      first[key] = first[key] ?? provider
      let body = EffectiveBody(provider.block.body, overrides: provider.overrides.map(\.body))
      if provider.alias == nil, let forEach = body.attribute("for_each") {
        add(
          "missing-provider-alias", "A provider configuration with “for_each” has no alias",
          "Its instances are chosen by the alias and a key: \(provider.localName).by_region[\"eu\"].", at: forEach.nameSourceRange)
      }
      if let alias = provider.alias, !HCLSyntax.isIdentifier(alias), let attribute = body.attribute("alias") {
        add("invalid-name", "“\(alias)” is not a valid alias", "An alias is a name.", at: attribute.expression.range)
      }
      if let version = body.attribute("version"), let text = literalString(version.expression) {
        if VersionConstraint(text) == nil { invalidConstraint(text, version.expression) }
        add(
          "deprecated-provider-version", "The version of provider “\(provider.localName)” stands in its configuration",
          "Version constraints belong in “required_providers” of the “terraform” block.", at: version.range, severity: .warning)
      }
    }
  }
}
