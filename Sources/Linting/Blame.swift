import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

extension ResourceSource {
  /// Where an attribute, block or element is written: its whole attribute or the header of its block. Nil when it is not set there.
  public func range(of path: AttributePath) -> SourceRange? {
    let place = place(of: path)
    return place.isComplete ? place.range : nil
  }

  /// The deepest written place on the way to a path, and whether it is the path's own.
  func place(of path: AttributePath) -> (range: SourceRange, isComplete: Bool, attribute: AttributeSyntax?) {
    var prefix = path
    while !prefix.steps.isEmpty {
      if let known = ranges[prefix] { return place(of: path.steps.dropFirst(prefix.steps.count), inElementAt: known) }
      prefix.steps.removeLast()
    }
    guard let block else { return (header, path.isEmpty, nil) }
    return Self.place(of: path.steps[...], in: block)
  }

  /// A place in an element that a `dynamic` block or a part of a document makes.
  private func place(
    of steps: ArraySlice<AttributePath.Step>, inElementAt known: SourceRange
  ) -> (range: SourceRange, isComplete: Bool, attribute: AttributeSyntax?) {
    guard !steps.isEmpty, let block, let dynamic = Self.dynamicBlock(at: known, in: block.body),
      let content = dynamic.body.blocks(ofType: "content").first
    else { return (known, steps.isEmpty, nil) }
    let inner = Self.place(of: steps, in: content)
    return inner.range == content.header ? (known, false, nil) : inner
  }

  private static func dynamicBlock(at header: SourceRange, in body: BodySyntax) -> BlockSyntax? {
    for block in body.blocks {
      if block.header == header { return block }
      if block.range.bytes.contains(header.bytes), let inner = dynamicBlock(at: header, in: block.body) { return inner }
    }
    return nil
  }

  private static func place(
    of steps: ArraySlice<AttributePath.Step>, in block: BlockSyntax
  ) -> (range: SourceRange, isComplete: Bool, attribute: AttributeSyntax?) {
    guard case .attribute(let name)? = steps.first else { return (block.header, steps.isEmpty, nil) }
    let rest = steps.dropFirst()
    if let attribute = block.body.attribute(name) {
      if let element = element(rest, of: attribute.expression) { return (element, true, attribute) }
      return (attribute.range, true, attribute)
    }
    var blocks = block.body.blocks(ofType: name)
    if blocks.isEmpty {
      let dynamic = block.body.blocks(ofType: "dynamic").first { $0.labels.first?.value == name }
      guard let dynamic else { return (block.header, false, nil) }
      guard let content = dynamic.body.blocks(ofType: "content").first else { return (dynamic.header, true, nil) }
      let inner = place(of: withoutIndex(rest), in: content)
      return inner.range == content.header ? (dynamic.header, inner.isComplete, nil) : inner
    }
    if case .index(let index)? = rest.first {
      guard blocks.indices.contains(index) else { return (block.header, false, nil) }
      blocks = [blocks[index]]
    }
    return place(of: withoutIndex(rest), in: blocks[0])
  }

  private static func withoutIndex(_ steps: ArraySlice<AttributePath.Step>) -> ArraySlice<AttributePath.Step> {
    if case .index? = steps.first { return steps.dropFirst() }
    return steps
  }

  /// The place of a part of a list or object that is written out; nil when the value comes from elsewhere.
  private static func element(_ steps: ArraySlice<AttributePath.Step>, of expression: ExpressionSyntax) -> SourceRange? {
    guard let step = steps.first else { return nil }
    switch (step, expression.expression) {
    case (.index(let index), .tuple(let elements)):
      guard index >= 0, index < elements.count else { return nil }
      let inner = expression.at(expression.tree.node(elements, index))
      return element(steps.dropFirst(), of: inner) ?? inner.range
    case (.attribute(let name), .object(let items)):
      for position in stride(from: 0, to: items.count - 1, by: 2) {
        let key = expression.at(expression.tree.node(items, position))
        guard key.text == name || key.text == quotedHCL(name) else { continue }
        let inner = expression.at(expression.tree.node(items, position + 1))
        if let deeper = element(steps.dropFirst(), of: inner) { return deeper }
        return SourceRange(file: key.range.file, bytes: key.range.bytes.union(inner.range.bytes))
      }
      return nil
    case (_, .parentheses(let inner)): return element(steps, of: expression.at(inner))
    default: return nil
    }
  }
}

/// The places of a finding.
struct Blame {
  var primary: SourceRange
  var path: AttributePath
  var related: [(range: SourceRange, message: String)]

  /// Chooses the places of what a failed condition read: the first one that is written is the primary one, else the nearest block.
  ///
  /// - Parameters:
  ///   - reads: the parts of `self` that brought the verdict about, the most telling first.
  ///   - around: the element that was judged, when the part has an `each`.
  init(_ reads: [RuleScope.Read], around: AttributePath?, in subject: RuleSubjectValue, configuration: Configuration) {
    related = []
    let fallback = subject.source.place(of: around ?? AttributePath())
    var places: [(range: SourceRange, isComplete: Bool, attribute: AttributeSyntax?, path: AttributePath)] = []
    for read in reads where !read.path.isEmpty {
      let place = subject.source.place(of: read.path)
      if !places.contains(where: { $0.range == place.range }) { places.append((place.range, place.isComplete, place.attribute, read.path)) }
    }
    guard let first = places.first(where: { $0.isComplete }) ?? places.first(where: { $0.range != subject.source.header }) else {
      primary = fallback.range
      path = reads.first?.path ?? around ?? AttributePath()
      addCalls(subject)
      return
    }
    primary = first.range
    path = first.path
    for place in places where place.isComplete && place.range != primary { related.append((place.range, "")) }
    if let attribute = first.attribute, !subject.module.isRoot {
      for argument in ModuleArguments.arguments(behind: attribute.expression, in: subject.module, configuration) {
        related.append((argument, "the value is given here"))
      }
    }
    addCalls(subject)
  }

  /// Code that was fetched is not the reader's to change: the argument, or else the call, is the primary place.
  private mutating func leaveFetchedCode() {
    guard Self.isFetched(primary), let position = related.firstIndex(where: { !Self.isFetched($0.range) }) else { return }
    let place = related.remove(at: position)
    related.insert((primary, "in the module's code"), at: 0)
    primary = place.range
  }

  private static func isFetched(_ range: SourceRange) -> Bool {
    range.file.path.split(separator: "/").contains(".terraform")
  }

  private mutating func addCalls(_ subject: RuleSubjectValue) {
    defer { leaveFetchedCode() }
    for call in subject.source.callChain.reversed() where !related.contains(where: { $0.range == call }) {
      related.append((call, "called from here"))
    }
  }
}

/// Follows input variables to the arguments of module calls.
enum ModuleArguments {
  /// The arguments that give the variables which an expression of a module reads, directly or through locals.
  static func arguments(behind expression: ExpressionSyntax, in address: ModuleAddress, _ configuration: Configuration) -> [SourceRange] {
    guard let caller = module(ModuleAddress(Array(address.steps.dropLast())), configuration), let step = address.steps.last,
      let call = caller.moduleCalls[step.name], let callee = module(address, configuration)
    else { return [] }
    return variables(in: expression, of: callee, depth: 0).compactMap { name in
      call.inputs.first { $0.name == name }?.range
    }
  }

  /// The module at an address.
  static func module(_ address: ModuleAddress, _ configuration: Configuration) -> Module? {
    var directory = configuration.rootDirectory
    for step in address.steps {
      guard let next = configuration.callTargets[.init(directory: directory, name: step.name)] else { return nil }
      directory = next
    }
    return configuration.modules[directory]
  }

  private static func variables(in expression: ExpressionSyntax, of module: Module, depth: Int) -> [String] {
    guard depth < 4 else { return [] }
    var result: [String] = []
    expression.forEachName { name in
      guard case .traversal(let traversal) = name, let attribute = traversal.attributeName(0) else { return }
      switch traversal.rootName {
      case "var": if !result.contains(attribute) { result.append(attribute) }
      case "local":
        guard let local = module.locals[attribute] else { return }
        for inner in variables(in: local.attribute.expression, of: module, depth: depth + 1) where !result.contains(inner) {
          result.append(inner)
        }
      default: break
      }
    }
    return result
  }
}
