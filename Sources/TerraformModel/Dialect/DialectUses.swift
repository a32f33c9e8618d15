import Diagnostics
import HCLEvaluation
import HCLSyntax
import SourceText

/// Walks over configuration and finds what belongs to one dialect.
struct DialectUses {
  let found: (DialectConstruct, SourceRange) -> Void

  /// - Parameter found: is called for each use, in the order of the source of each file.
  init(_ found: @escaping (DialectConstruct, SourceRange) -> Void) { self.found = found }

  mutating func visit(_ module: Module) {
    for file in module.files { visit(file, LanguageBlock.topLevel) }
  }

  /// - Parameter blocks: those at the top level of such a file.
  mutating func visit(_ file: ModuleFile, _ blocks: [String: LanguageBlock]) {
    for block in file.tree.rootBody.blocks {
      guard let rules = blocks[block.type] else { continue }
      visit(block, path: block.type, rules)
    }
  }

  private func note(_ form: DialectConstruct.Form, at place: SourceRange) {
    if let construct = DialectConstruct.byForm[form] { found(construct, place) }
  }

  /// - Parameter rules: what the language says of the block; nil in what belongs to providers.
  private func visit(_ block: BlockSyntax, path: String, _ rules: LanguageBlock?) {
    if rules != nil { note(.member(path), at: block.typeSourceRange) }
    for item in block.body.items {
      switch item {
      case .attribute(let attribute): visit(attribute, path: path, rules)
      case .block(let nested): visit(nested, path: "\(path).\(nested.type)", rules?.blocks[nested.type]?.block)
      }
    }
  }

  private func visit(_ attribute: AttributeSyntax, path: String, _ rules: LanguageBlock?) {
    let inner = "\(path).\(attribute.name)"
    if rules != nil {
      note(.member(inner), at: attribute.nameSourceRange)
      if inner == "module.source", let source = literalString(attribute.expression), let colon = source.firstIndex(of: ":") {
        note(.source(String(source[...colon])), at: attribute.expression.range)
      }
    }
    attribute.expression.forEachScopeTraversal { traversal in
      note(.root(traversal.rootName), at: traversal.range(throughStep: 0))
      // A keyword is no reference.
      guard traversal.stepCount > 0 else { return }
      for outer in DialectConstruct.literalPlaces where inner == outer || inner.hasPrefix(outer + ".") {
        note(.reference(in: outer), at: traversal.range)
      }
    }
    attribute.expression.forEachNode { node in
      guard case .functionCall(let name, _, _) = node.expression else { return }
      let text = node.tree.name(name)
      note(.function(text.hasPrefix("core::") ? String(text.dropFirst(6)) : text), at: node.range)
    }
  }
}

/// Reports what the dialect of a configuration does not have.
enum DialectCheck {
  static func check(_ module: Module, _ choice: DialectChoice) -> [Diagnostic] {
    collect(choice) { $0.visit(module) }
  }

  static func check(tests: ModuleTests, _ choice: DialectChoice) -> [Diagnostic] {
    collect(choice) { uses in
      for file in tests.files { uses.visit(file, LanguageBlock.testFile) }
    }
  }

  private static func collect(_ choice: DialectChoice, _ visit: (inout DialectUses) -> Void) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var uses = DialectUses { construct, place in
      guard let dialect = construct.onlyDialect, dialect != choice.dialect else { return }
      let since = (dialect == .tofu ? construct.tofu : construct.terraform) ?? ""
      let version = since.isEmpty ? "" : " since version \(since)"
      diagnostics.append(
        Diagnostic(
          .error, "wrong-dialect", "\(construct.description) is not part of \(choice.dialect.name)",
          detail: "\(dialect.name) has it\(version). This is read as \(choice.dialect.name) because \(choice.reason).", at: place))
    }
    visit(&uses)
    return diagnostics
  }
}
