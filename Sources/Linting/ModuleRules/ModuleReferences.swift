import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Everything that the expressions of a module refer to, with what is in scope where they stand.
struct ModuleReferences {
  /// A reference with the symbols that exist at its place.
  struct Reference {
    var traversal: ScopeTraversal
    /// `each` may be used: the block around has for_each.
    var hasEach: Bool
    /// `count` may be used.
    var hasCount: Bool
    /// The provider configuration around: `aws`, `aws.east`.
    var provider: String?
    /// Read before the module is (OpenTofu, "Early evaluation"): other names exist there, too.
    var isEarly: Bool
  }

  private(set) var references: [Reference] = []
  /// Provider configurations that are named: `aws`, `aws.east`.
  private(set) var providers: Set<String> = []

  init(_ module: Module) {
    for file in module.files {
      for block in BodySyntax(tree: file.tree, id: file.tree.root).blocks { add(topLevel: block) }
    }
  }

  private mutating func add(topLevel block: BlockSyntax) {
    let hasEach = block.body.attribute("for_each") != nil
    let hasCount = block.body.attribute("count") != nil
    switch block.type {
    case "terraform":
      for inner in block.body.blocks where inner.type != "required_providers" { add(inner.body, .early) }
    case "moved": return
    case "variable":
      for validation in block.body.blocks(ofType: "validation") { add(validation.body, Place(hasEach, hasCount)) }
    case "locals", "output", "check": add(block.body, Place(hasEach, hasCount))
    case "provider":
      var place = Place(hasEach, hasCount)
      place.provider = Self.configurationName(block)
      add(block.body, place)
    case "module":
      if let map = block.body.attribute("providers") { addProviders(map.expression) }
      for name in ["source", "version"] {
        if let attribute = block.body.attribute(name) { add(attribute.expression, .early) }
      }
      add(block.body, Place(hasEach, hasCount, leavingOut: ["providers", "source", "version"]))
    case "resource", "data", "ephemeral", "action":
      if let provider = block.body.attribute("provider") { addProvider(provider.expression) }
      add(block.body, Place(hasEach, hasCount, leavingOut: ["provider"]))
    case "import":
      if let provider = block.body.attribute("provider") { addProvider(provider.expression) }
      add(block.body, Place(hasEach, hasCount, leavingOut: ["provider", "to"]))
    case "removed": break
    default: add(block.body, Place(true, true))
    }
  }

  private static func configurationName(_ block: BlockSyntax) -> String? {
    guard let name = block.labels.first?.value, let alias = block.body.attribute("alias") else { return block.labels.first?.value }
    return "\(name).\(alias.expression.text.filter { $0 != "\"" })"
  }

  private struct Place {
    var hasEach: Bool
    var hasCount: Bool
    var leftOut: Set<String>
    /// Iterators of `dynamic` blocks around.
    var iterators: Set<String> = []
    var provider: String?
    var isEarly = false
    static let early: Place = {
      var place = Place(true, true)
      place.isEarly = true
      return place
    }()

    init(_ hasEach: Bool, _ hasCount: Bool, leavingOut leftOut: Set<String> = []) {
      self.hasEach = hasEach
      self.hasCount = hasCount
      self.leftOut = leftOut
    }
  }

  private mutating func add(_ body: BodySyntax, _ place: Place) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        if !place.leftOut.contains(attribute.name) { add(attribute.expression, place) }
      case .block(let block): add(block, place)
      }
    }
  }

  private mutating func add(_ block: BlockSyntax, _ place: Place) {
    var inner = place
    inner.leftOut = []
    switch block.type {
    case "lifecycle": inner.leftOut = ["ignore_changes", "prevent_destroy", "create_before_destroy"]
    case "dynamic":
      let iterator = block.body.attribute("iterator").map { $0.expression.text } ?? block.labels.first?.value
      inner.leftOut = ["iterator"]
      if let iterator { inner.iterators.insert(iterator) }
    case "data" where !block.labels.isEmpty, "resource" where !block.labels.isEmpty:
      if let provider = block.body.attribute("provider") { addProvider(provider.expression) }
      inner.leftOut = ["provider"]
    default: break
    }
    add(block.body, inner)
  }

  private mutating func add(_ expression: ExpressionSyntax, _ place: Place) {
    expression.forEachScopeTraversal { traversal in
      if place.iterators.contains(traversal.rootName) { return }
      references.append(
        Reference(traversal: traversal, hasEach: place.hasEach, hasCount: place.hasCount, provider: place.provider, isEarly: place.isEarly))
    }
  }

  /// Whether a provider configuration serves anything. Terraform leaves out those that do not before it looks at what they refer to.
  func isInUse(provider: String, in module: Module) -> Bool {
    if providers.contains(provider) || (!provider.contains(".") && !module.moduleCalls.isEmpty) { return true }
    return module.resources.values.contains { $0.providerExpression == nil && $0.key.type.prefix { $0 != "_" } == provider }
  }

  private mutating func addProvider(_ expression: ExpressionSyntax) {
    // Of configurations with `for_each` one is chosen by its key.
    providers.insert(expression.text.prefix { $0 != "[" }.filter { $0 != "\"" && $0 != " " })
  }

  private mutating func addProviders(_ expression: ExpressionSyntax) {
    guard case .object(let items) = expression.expression else { return }
    for position in stride(from: 1, to: items.count, by: 2) { addProvider(expression.at(expression.tree.node(items, position))) }
  }
}

extension ScopeTraversal {
  /// The resource that is named, for roots that name one: `aws_x.name`, `data.aws_x.name`, `resource.aws_x.name`.
  var resourceKey: ResourceKey? {
    switch rootName {
    case "var", "local", "module", "each", "count", "self", "path", "terraform", "tofu": return nil
    case "data", "ephemeral", "resource":
      guard let type = attributeName(0), let name = attributeName(1) else { return nil }
      let mode: ResourceAddress.Mode = rootName == "data" ? .data : rootName == "ephemeral" ? .ephemeral : .managed
      return ResourceKey(mode: mode, type: type, name: name)
    default:
      return attributeName(0).map { ResourceKey(mode: .managed, type: rootName, name: $0) }
    }
  }
}
