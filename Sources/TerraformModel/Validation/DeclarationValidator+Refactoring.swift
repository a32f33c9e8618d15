import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// `moved`, `removed`, `import` and `check` blocks. (Terraform language, "Refactoring", "Import", "Checks".)
extension DeclarationValidator {
  mutating func validateRefactoring() {
    var imports: [String: SourceRange] = [:]
    for block in module.otherBlocks {
      switch block.type {
      case "moved": validateMoved(block)
      case "removed": validateRemoved(block)
      case "import": validateImport(block, &imports)
      case "check": validateCheck(block)
      default: break
      }
    }
  }

  private mutating func address(_ block: BlockSyntax, _ name: String) -> AddressText? {
    guard let attribute = block.body.attribute(name) else { return nil }
    guard let reference = StaticReference(attribute.expression), !reference.hasDynamicIndex, let address = AddressText(reference) else {
      add(
        "invalid-address", "“\(name)” is not the address of a resource or module",
        "It is a reference with constant keys: aws_vpc.main, module.network[0], module.network.aws_vpc.main[\"a\"].",
        at: attribute.expression.range)
      return nil
    }
    return address
  }

  private mutating func validateMoved(_ block: BlockSyntax) {
    guard let from = address(block, "from"), let to = address(block, "to") else { return }
    if from.isModule != to.isModule {
      add(
        "invalid-move", "A module cannot become a resource, nor a resource a module", "Both addresses must be of the same kind.", at: block.header)
    }
  }

  private mutating func validateRemoved(_ block: BlockSyntax) {
    guard let from = address(block, "from") else { return }
    if from.hasKeys {
      add(
        "invalid-address", "“from” has an instance key", "All instances are removed together: leave the key out.",
        at: block.body.attribute("from")?.expression.range ?? block.header)
    }
    for provisioner in block.body.blocks(ofType: "provisioner") where !(provisioner.body.attribute("when").flatMap { StaticReference($0.expression)?.root } == "destroy") {
      add(
        "invalid-removed-provisioner", "A provisioner of a “removed” block needs “when = destroy”", "Nothing is created here.",
        at: provisioner.header)
    }
  }

  private mutating func validateImport(_ block: BlockSyntax, _ seen: inout [String: SourceRange]) {
    if block.body.attribute("id") == nil, block.body.attribute("identity") == nil {
      add("missing-argument", "The argument “id” is missing", "An “import” block needs “id” or “identity”.", at: block.openingBrace)
    }
    validateImportIdentity(block)
    guard let attribute = block.body.attribute("to") else { return }
    guard let reference = StaticReference(attribute.expression), let address = AddressText(reference), !address.isModule, !address.isData else {
      add(
        "invalid-address", "“to” is not the address of a managed resource", "It is a reference: aws_vpc.main, module.network.aws_vpc.main[0].",
        at: attribute.expression.range)
      return
    }
    if !reference.hasDynamicIndex {
      if let first = seen[address.text] {
        add(
          "duplicate-import", "“\(address.text)” is imported twice", "A resource can have one “import” block.", at: block.header,
          related: [DiagnosticLabel(first, "the first one")])
      }
      seen[address.text] = seen[address.text] ?? block.header
    }
    validateImportProvider(block, address)
  }

  private mutating func validateImportIdentity(_ block: BlockSyntax) {
    let id = block.body.attribute("id")
    let identity = block.body.attribute("identity")
    if let identity, id != nil {
      add("conflicting-arguments", "“id” and “identity” exclude each other", "Each names what is to be imported.", at: identity.nameSourceRange)
    }
    if let id {
      let isNull = if case .null = id.expression.withoutParentheses.expression { true } else { false }
      if isNull || literalString(id.expression) == "" {
        add("invalid-import-id", "“id” is \(isNull ? "null" : "empty")", "It names what is to be imported.", at: id.expression.range)
      }
    }
    guard let identity else { return }
    switch identity.expression.withoutParentheses.expression {
    case .null, .bool, .number, .template, .templateLiteral, .tuple, .unary:
      add(
        "invalid-import-id", "“identity” is not an object", "It has the attributes by which the provider knows the resource.",
        at: identity.expression.range)
    case .templateWrap, .templateJoin, .scopeTraversal, .relativeTraversal, .functionCall, .conditional, .index, .object, .objectKey,
      .forExpression, .splat, .anonymousSymbol, .binary, .parentheses, .invalid:
      break
    }
  }

  private mutating func validateImportProvider(_ block: BlockSyntax, _ address: AddressText) {
    guard let attribute = block.body.attribute("provider"), let reference = StaticReference(attribute.expression) else { return }
    guard address.modules.isEmpty else {
      add(
        "invalid-import-provider", "“provider” is not possible here", "For a resource of another module its own configuration says which provider it has.",
        at: attribute.range)
      return
    }
    guard let resource = module.resources[ResourceKey(mode: .managed, type: address.type, name: address.name)] else { return }
    let own = resource.providerExpression.flatMap { StaticReference($0) }
    if own?.root != reference.root || own?.name(0) != reference.name(0) {
      add(
        "invalid-import-provider", "The provider differs from that of the resource",
        "The “resource” block must name the same provider configuration as its “import” block.", at: attribute.range)
    }
  }

  private mutating func validateCheck(_ block: BlockSyntax) {
    let assertions = block.body.blocks(ofType: "assert")
    if assertions.isEmpty {
      add("missing-assertion", "A check asserts nothing", "A “check” block needs at least one “assert” block.", at: block.header)
    }
    for assertion in assertions { validateCondition(assertion) }
  }
}

/// The address of a resource or module as references write it.
struct AddressText {
  var modules: [String] = []
  var type = ""
  var name = ""
  var isData = false
  var isModule = false
  var hasKeys = false
  /// As written, keys included.
  var text: String

  /// Nil when the reference is no such address.
  init?(_ reference: StaticReference) {
    text = reference.root
    var parts: [String] = [reference.root]
    for step in reference.steps {
      switch step {
      case .attribute(let name):
        parts.append(name)
        text += ".\(name)"
      case .string(let key):
        hasKeys = true
        text += "[\(quotedHCL(key))]"
      case .number(let number):
        hasKeys = true
        text += "[\(number.exactInt ?? 0)]"
      }
    }
    var rest = parts[...]
    while rest.first == "module" {
      guard rest.count >= 2 else { return nil }
      modules.append(rest[rest.startIndex + 1])
      rest = rest.dropFirst(2)
    }
    if rest.isEmpty {
      isModule = true
      return
    }
    if rest.first == "data" {
      isData = true
      rest = rest.dropFirst()
    } else if rest.first == "resource" {
      rest = rest.dropFirst()
    }
    guard rest.count == 2, let first = rest.first, let last = rest.last else { return nil }
    guard !["var", "local", "each", "count", "self", "path", "terraform"].contains(first) else { return nil }
    type = first
    name = last
  }
}
