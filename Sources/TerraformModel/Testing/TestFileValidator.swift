import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Checks a test file as it is written: its blocks, and the references that must lead somewhere. (Terraform language, "Tests".)
struct TestFileValidator {
  private let file: ModuleFile
  private let blocks: [String: LanguageBlock]
  private var declarations: DeclarationValidator
  var diagnostics: [Diagnostic] { declarations.diagnostics }

  /// - Parameter blocks: those at the top level of such a file.
  static func validate(_ file: ModuleFile, _ blocks: [String: LanguageBlock]) -> [Diagnostic] {
    var validator = TestFileValidator(file, blocks)
    validator.validate()
    return validator.diagnostics
  }

  private init(_ file: ModuleFile, _ blocks: [String: LanguageBlock]) {
    self.file = file
    self.blocks = blocks
    declarations = DeclarationValidator(Module(directory: parentDirectory(of: file.source.path), files: [file]))
  }

  private mutating func add(_ id: String, _ summary: String, _ detail: String, at range: SourceRange, related: [DiagnosticLabel] = []) {
    declarations.add(id, summary, detail, at: range, related: related)
  }

  private mutating func validate() {
    for attribute in file.tree.rootBody.attributes {
      add(
        "unsupported-argument", "An argument named “\(attribute.name)” is not expected here",
        "Arguments stand inside of blocks; at the top level of a file there are only blocks.", at: attribute.nameSourceRange)
    }
    var first: [String: BlockSyntax] = [:]
    for block in file.tree.rootBody.blocks {
      guard let rules = blocks[block.type] else {
        let hint = suggestedName(for: block.type, among: blocks.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
        add(
          "unsupported-block", "Blocks of type “\(block.type)” are not expected here", "A test file has no such block.\(hint)",
          at: block.typeSourceRange)
        continue
      }
      declarations.validateNested(block, rules)
      checkName(block)
      checkUnique(block, &first)
      switch block.type {
      case "run": validateRun(block)
      case "mock_provider":
        validateDuring(block)
        validateOverrides(in: block.body)
        for inner in block.body.blocks { validateDuring(inner) }
      case "mock_resource", "mock_data": validateDuring(block)
      default: break
      }
    }
    validateOverrides(in: file.tree.rootBody)
  }

  private mutating func checkName(_ block: BlockSyntax) {
    guard block.type == "run" || block.type == "variable", let label = block.labels.first, !HCLSyntax.isIdentifier(label.value) else { return }
    add(
      "invalid-name", "“\(label.value)” is not a valid name",
      "A name starts with a letter or underscore and has only letters, digits, underscores and dashes.",
      at: SourceRange(file: block.tree.file, bytes: label.range))
  }

  /// Variables, configurations of providers, and blocks that a file has once. Runs may have equal names.
  private mutating func checkUnique(_ block: BlockSyntax, _ first: inout [String: BlockSyntax]) {
    let name = block.labels.first?.value ?? ""
    let (key, what): (String, String)
    switch block.type {
    case "variable": (key, what) = ("variable \(name)", "variable “\(name)”")
    case "provider", "mock_provider":
      // A mock takes the place of a configuration.
      let alias = block.body.attribute("alias").flatMap { literalString($0.expression) }
      (key, what) = ("provider \(name).\(alias ?? "")", "configuration of provider “\(name)\(alias.map { ".\($0)" } ?? "")”")
    case "variables", "test": (key, what) = (block.type, "“\(block.type)” block")
    default: return
    }
    if let other = first[key] {
      add(
        "duplicate-declaration", "Duplicate \(what)", "A test file has one of them.", at: block.header,
        related: [DiagnosticLabel(other.header, "the first one")])
    } else {
      first[key] = block
    }
    if block.type.hasSuffix("provider"), !name.isEmpty, !isProviderLocalName(name) {
      add(
        "invalid-provider-name", "“\(name)” is not a valid local name of a provider",
        "Such a name has only lower-case letters, digits and dashes, with letters or digits at both ends.", at: block.header)
    }
  }

  // MARK: Runs

  private mutating func validateRun(_ run: BlockSyntax) {
    _ = declarations.keyword(run, "command", ["plan", "apply"], allowsQuotes: false)
    for options in run.body.blocks(ofType: "plan_options") { validatePlanOptions(options) }
    for assertion in run.body.blocks(ofType: "assert") { declarations.validateCondition(assertion) }
    if let attribute = run.body.attribute("expect_failures") { validateExpectedFailures(attribute) }
    if let attribute = run.body.attribute("providers") { declarations.validateProviderMap(attribute) }
    for module in run.body.blocks(ofType: "module") { validateModule(module) }
    validateOverrides(in: run.body)
  }

  private mutating func validatePlanOptions(_ options: BlockSyntax) {
    let mode = declarations.keyword(options, "mode", ["normal", "refresh-only"], allowsQuotes: false)
    if mode == "refresh-only", let refresh = options.body.attribute("refresh"), literalBool(refresh.expression) == false {
      add(
        "invalid-plan-options", "A plan that only refreshes cannot leave refreshing out", "“mode = refresh-only” and “refresh = false” exclude each other.",
        at: refresh.range)
    }
    for name in ["replace", "target"] {
      guard let attribute = options.body.attribute(name) else { continue }
      guard let elements = staticList(attribute.expression) else {
        add("invalid-plan-options", "“\(name)” is not a list of addresses", "It is written out: [aws_vpc.main].", at: attribute.expression.range)
        continue
      }
      for element in elements {
        guard let address = TestTarget.address(element), !(name == "replace" && (address.isModule || address.isData)) else {
          add(
            "invalid-address", "An element of “\(name)” is not the address of a \(name == "replace" ? "managed resource" : "resource or module")",
            "It is a reference: aws_vpc.main, module.network.aws_vpc.main[0].", at: element.range)
          continue
        }
      }
    }
  }

  private mutating func validateExpectedFailures(_ attribute: AttributeSyntax) {
    guard let elements = staticList(attribute.expression) else {
      add(
        "invalid-expected-failure", "“expect_failures” is not a list of references", "It is written out: [var.size, aws_vpc.main].",
        at: attribute.expression.range)
      return
    }
    for element in elements {
      guard let reference = StaticReference(element), !reference.hasDynamicIndex else {
        add(
          "invalid-static-reference", "An element of “expect_failures” is not a reference",
          "Only names with attributes and constant indexes are possible here: no calls, calculations or templates.", at: element.range)
        continue
      }
      let isCheckable =
        switch reference.root {
        case "var", "output", "check": reference.name(0) != nil
        case "data", "resource": reference.name(0) != nil && reference.name(1) != nil
        case "local", "module", "each", "count", "self", "path", "terraform", "tofu", "run", "ephemeral": false
        default: reference.name(0) != nil
        }
      if !isCheckable {
        add(
          "invalid-expected-failure", "Nothing can fail here",
          "Only what has conditions can be expected to fail: input variables, outputs, checks, managed resources and data sources.",
          at: element.range)
      }
    }
  }

  private mutating func validateModule(_ module: BlockSyntax) {
    guard let attribute = module.body.attribute("source"), let source = literalString(attribute.expression) else { return }
    let version = module.body.attribute("version")
    if case .invalid(let reason) = ModuleSource(source, hasVersion: version != nil) {
      add("invalid-module-source", "\(quotedHCL(source)) is not a source of this kind", reason, at: attribute.expression.range)
    } else if !ModuleSource.isLocalOrRegistry(source) {
      add(
        "invalid-module-source", "\(quotedHCL(source)) cannot be the module of a run",
        "Tests use local modules and modules of a registry.", at: attribute.expression.range)
    }
    if let version, let text = literalString(version.expression), VersionConstraint(text) == nil {
      declarations.invalidConstraint(text, version.expression)
    }
  }

  // MARK: Overrides

  private mutating func validateOverrides(in body: BodySyntax) {
    var seen: [String: BlockSyntax] = [:]
    for block in body.blocks where block.type.hasPrefix("override_") {
      validateDuring(block)
      for name in ["values", "outputs"] {
        guard let attribute = block.body.attribute(name), isLiteralButNoObject(attribute.expression) else { continue }
        add("invalid-override-values", "“\(name)” is not an object", "It gives values by name: { id = \"a\" }.", at: attribute.expression.range)
      }
      guard let attribute = block.body.attribute("target") else { continue }
      let what = block.type == "override_module" ? "module" : block.type == "override_data" ? "data source" : "managed resource"
      guard let address = TestTarget.address(attribute.expression), address.isModule == (block.type == "override_module"),
        address.isModule || address.isData == (block.type == "override_data")
      else {
        add(
          "invalid-override-target", "“target” is not the address of a \(what)",
          block.type == "override_module"
            ? "It is a reference: module.network." : "It is a reference: \(block.type == "override_data" ? "data." : "")aws_vpc.main.",
          at: attribute.expression.range)
        continue
      }
      let key = literalString(attribute.expression) ?? attribute.expression.text
      if let first = seen[key] {
        add(
          "duplicate-override", "“\(key)” is overridden twice", "Only one block of a place can override it.", at: block.header,
          related: [DiagnosticLabel(first.header, "the first one")])
      }
      seen[key] = seen[key] ?? block
    }
  }

  private mutating func validateDuring(_ block: BlockSyntax) {
    if block.body.attribute("override_during") != nil { _ = declarations.keyword(block, "override_during", ["plan", "apply"], allowsQuotes: false) }
    if let attribute = block.body.attribute("defaults"), isLiteralButNoObject(attribute.expression) {
      add("invalid-override-values", "“defaults” is not an object", "It gives values by name: { id = \"a\" }.", at: attribute.expression.range)
    }
  }

  private func isLiteralButNoObject(_ expression: ExpressionSyntax) -> Bool {
    switch expression.withoutParentheses.expression {
    case .null, .bool, .number, .template, .templateLiteral, .templateWrap, .templateJoin, .tuple, .unary: true
    case .scopeTraversal, .relativeTraversal, .functionCall, .conditional, .index, .object, .objectKey, .forExpression, .splat,
      .anonymousSymbol, .binary, .parentheses, .invalid:
      false
    }
  }
}

/// What tests refer to: addresses whose keys may be left open with `[*]`.
enum TestTarget {
  /// The address that an expression writes, in a string or not; nil for anything else.
  static func address(_ expression: ExpressionSyntax) -> AddressText? {
    let text = (literalString(expression) ?? expression.text).replacingSplats
    let (parsed, problems) = parseExpression(SourceFile(path: "<target>", text: text))
    guard problems.isEmpty, let reference = StaticReference(parsed), !reference.hasDynamicIndex else { return nil }
    return AddressText(reference)
  }
}

extension String {
  /// Without `[*]`.
  fileprivate var replacingSplats: String {
    var result: [UInt8] = []
    for byte in utf8 {
      result.append(byte)
      if result.suffix(3).elementsEqual("[*]".utf8) { result.removeLast(3) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The directory that a path lies in.
private func parentDirectory(of path: String) -> String { normalisedPath(path + "/..") }
