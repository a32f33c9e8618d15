import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Module calls and the settings of a module. (Terraform language, "Module Blocks", "Terraform Settings".)
extension DeclarationValidator {
  mutating func validateModuleCall(_ call: ModuleCall) {
    let body = EffectiveBody(call.block.body, overrides: call.overrides.map(\.body))
    validateRepetition(call.count, call.forEach, body.block("lifecycle")?.body.attribute("enabled"))
    if let dependsOn = call.dependsOn { validateDependsOn(dependsOn) }
    for attribute in [body.attribute("source"), body.attribute("version")] {
      if let attribute { validateEarlyExpression(attribute) }
    }
    let version = body.attribute("version")
    let hasVersion = version.map { !isNullLocal($0.expression) } ?? false
    if let attribute = body.attribute("source"), let source = literalString(attribute.expression),
      case .invalid(let reason) = ModuleSource(source, hasVersion: hasVersion)
    {
      add("invalid-module-source", "\(quotedHCL(source)) is not a source of this kind", reason, at: attribute.expression.range)
    }
    if let version, let text = literalString(version.expression), VersionConstraint(text) == nil { invalidConstraint(text, version.expression) }
    if let providers = body.attribute("providers") { validateProviderMap(providers) }
  }

  /// A version may come from a local value that is null, which is as if it were not there.
  private func isNullLocal(_ expression: ExpressionSyntax) -> Bool {
    if case .null = expression.expression { return true }
    guard let reference = StaticReference(expression), reference.root == "local", let name = reference.name(0),
      let local = module.locals[name]
    else { return false }
    if case .null = local.attribute.expression.expression { return true }
    return false
  }

  /// Where a module's code lies must be known before anything is evaluated.
  private mutating func validateEarlyExpression(_ attribute: AttributeSyntax) {
    attribute.expression.forEachScopeTraversal { traversal in
      guard !["var", "local", "path", "terraform", "tofu"].contains(traversal.rootName) else { return }
      add(
        "reference-not-allowed", "“\(attribute.name)” cannot refer to this",
        "The code of modules is fetched before anything else, so only variables and local values can be used here.", at: traversal.range)
    }
    attribute.expression.forEachNode { inner in
      guard case .functionCall(let name, _, _) = inner.expression, inner.tree.name(name) == "sensitive" else { return }
      add(
        attribute.name == "version" ? "invalid-version-constraint" : "sensitive-source", "“\(attribute.name)” cannot be sensitive",
        "It is shown while modules are fetched.", at: attribute.expression.range)
    }
  }

  mutating func invalidConstraint(_ text: String, _ expression: ExpressionSyntax) {
    add(
      "invalid-version-constraint", "\(quotedHCL(text)) is not a version constraint",
      "It is a list of conditions like “>= 1.2.0”, “~> 2.0” or “!= 3.1.4”, with commas between them.", at: expression.range)
  }

  mutating func validateProviderMap(_ attribute: AttributeSyntax) {
    guard case .object(let items) = attribute.expression.expression else {
      add(
        "invalid-provider-map", "“providers” is not a map", "It is written out: { aws = aws.east }.", at: attribute.expression.range)
      return
    }
    let tree = attribute.tree
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      let value = ExpressionSyntax(tree: tree, id: tree.node(items, position + 1))
      if providerName(tree, tree.node(items, position)) == nil {
        add(
          "invalid-provider-reference", "This is not the name of a provider configuration",
          "It is a provider's local name, with the alias behind a dot when there is one: aws, aws.east.",
          at: SourceRange(file: tree.file, bytes: tree.range(tree.node(items, position))))
      }
      validateProviderReference(value)
    }
  }

  // MARK: Settings

  mutating func validateSettings() {
    var firstRequirements: BlockSyntax?
    var requirementFiles: [Bool] = []
    var firstBackend: [Bool: BlockSyntax] = [:]
    var firstOfKind: [String: BlockSyntax] = [:]
    for block in module.settings {
      let isOverride = ModuleDecoder.isOverride(block.tree.file.path)
      for nested in block.body.blocks {
        switch nested.type {
        case "required_providers":
          if let first = firstRequirements, !isOverride {
            add(
              "duplicate-required-providers", "A second “required_providers” block", "A module has one, which names all of its providers.",
              at: nested.header, related: [DiagnosticLabel(first.header, "the first one")])
          }
          if !isOverride { firstRequirements = firstRequirements ?? nested }
          requirementFiles.append(isOverride)
          validateRequirements(nested)
        case "backend", "cloud", "state_store":
          if let first = firstBackend[isOverride] {
            add(
              "duplicate-backend", "A second “\(nested.type)” block", "A module keeps its state in one place.", at: nested.header,
              related: [DiagnosticLabel(first.header, "the first one")])
          }
          firstBackend[isOverride] = firstBackend[isOverride] ?? nested
        case "provider_meta":
          validateProviderMeta(nested)
          if !isOverride { validateFirst("provider_meta \(nested.labels.first?.value ?? "")", nested, &firstOfKind) }
        case "encryption":
          if !isOverride { validateFirst("encryption", nested, &firstOfKind) }
        default: break
        }
      }
      if let version = block.body.attribute("required_version"), let text = literalString(version.expression) {
        if let constraint = VersionConstraint(text) {
          if block.tree.file.path.hasSuffix(".tofu") { validateCompatibility(constraint, version.expression) }
        } else {
          invalidConstraint(text, version.expression)
        }
      }
      if block.type == "language" { validateLanguage(block) }
      if let experiments = block.body.attribute("experiments") { validateExperiments(experiments) }
    }
  }

  private mutating func validateFirst(_ kind: String, _ block: BlockSyntax, _ first: inout [String: BlockSyntax]) {
    if let other = first[kind] {
      add(
        "duplicate-block", "A second “\(block.type)” block", "A module has one of them.", at: block.header,
        related: [DiagnosticLabel(other.header, "the first one")])
    } else {
      first[kind] = block
    }
  }

  private mutating func validateProviderMeta(_ block: BlockSyntax) {
    if let label = block.labels.first, !isProviderLocalName(label.value) {
      add(
        "invalid-provider-name", "“\(label.value)” is not a valid local name of a provider",
        "Such a name has only lower-case letters, digits and dashes, with letters or digits at both ends.",
        at: SourceRange(file: block.tree.file, bytes: label.range))
    }
    for attribute in block.body.attributes { _ = constant(attribute.expression) }
  }

  /// The version of the language that this program reads, for `.tofu` files and `language` blocks.
  private static let tofuVersion = VersionConstraint.Version("1.12.0"[...])

  private mutating func validateCompatibility(_ constraint: VersionConstraint, _ expression: ExpressionSyntax) {
    guard let version = Self.tofuVersion, !constraint.admits(version), !constraint.admitsNewer(than: version) || !constraint.admitsMajor(of: version) else { return }
    add(
      "incompatible-language-version", "The module is for another version of the language", "OpenTofu 1.12 is not within the constraint.",
      at: expression.range)
  }

  private mutating func validateLanguage(_ block: BlockSyntax) {
    if let edition = block.body.attribute("edition") {
      if literalString(edition.expression) != nil {
        add("invalid-language-edition", "The edition stands in quotes", "It is a bare keyword: tofu2024.", at: edition.expression.range)
      } else if StaticReference(edition.expression)?.root != "tofu2024" {
        add("unsupported-language-edition", "There is no such edition", "The only edition is tofu2024.", at: edition.expression.range)
      }
    }
    for nested in block.body.blocks(ofType: "compatible_with") {
      guard let attribute = nested.body.attribute("opentofu"), let text = literalString(attribute.expression) else { continue }
      guard let constraint = VersionConstraint(text) else {
        invalidConstraint(text, attribute.expression)
        continue
      }
      validateCompatibility(constraint, attribute.expression)
      if let earlier = VersionConstraint.Version("1.11.0"[...]), constraint.admits(earlier) {
        add(
          "ineffective-version-constraint", "The constraint admits versions that cannot read it",
          "“compatible_with” exists since OpenTofu 1.12.", at: attribute.expression.range, severity: .warning)
      }
    }
  }

  private mutating func validateExperiments(_ attribute: AttributeSyntax) {
    for element in staticList(attribute.expression) ?? [] {
      guard let reference = StaticReference(element), !Self.finishedExperiments.contains(reference.root) else { continue }
      if attribute.tree.file.path.hasSuffix(".tofu") || module.settings.contains(where: { $0.type == "language" }) {
        add("unknown-experiment", "There is no experiment “\(reference.root)”", "Experiments come and go with versions of the language.", at: attribute.range)
      }
    }
  }

  /// Became part of the language.
  private static let finishedExperiments: Set<String> = [
    "variable_validation", "module_variable_optional_attrs", "config_driven_move", "preconditions_postconditions", "suppress_provider_sensitive_attrs",
  ]
}

/// The key of a `providers` map: a local name, with an alias when there is one.
func providerName(_ tree: SyntaxTree, _ node: NodeID) -> (name: String, alias: String?)? {
  guard case .objectKey(let inner, _) = tree.expression(node),
    let reference = StaticReference(ExpressionSyntax(tree: tree, id: inner)), reference.steps.count <= 1
  else { return nil }
  return (reference.root, reference.name(0))
}

extension VersionConstraint.Version {
  /// A version from a whole text.
  static func parse(_ text: String) -> Self? { Self(Substring(text)) }
}
