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
    case "terraform", "moved": return
    case "variable":
      for validation in block.body.blocks(ofType: "validation") { add(validation.body, Place(hasEach, hasCount)) }
    case "locals", "output", "provider", "check": add(block.body, Place(hasEach, hasCount))
    case "module":
      if let map = block.body.attribute("providers") { addProviders(map.expression) }
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

  private struct Place {
    var hasEach: Bool
    var hasCount: Bool
    var leftOut: Set<String>
    /// Iterators of `dynamic` blocks around.
    var iterators: Set<String> = []

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
      references.append(Reference(traversal: traversal, hasEach: place.hasEach, hasCount: place.hasCount))
    }
  }

  private mutating func addProvider(_ expression: ExpressionSyntax) {
    providers.insert(expression.text.filter { $0 != "\"" && $0 != " " })
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
