import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Names that nothing in the module declares.
enum UndeclaredReference: ModuleRule {
  static let metadata = RuleMetadata(
    name: "terraform-undeclared-reference", summary: "An expression refers to something that the module does not declare",
    category: .correctness, severity: .high,
    why: """
      Terraform refuses the whole module before it plans anything. The name is often misspelt, or its declaration was moved to another \
      module and has to be passed in.
      """,
    help: "Declare what is referred to, correct the name, or pass the value in as an input variable.")

  static let examples = [
    RuleExample(
      name: "a misspelt variable",
      source: """
        variable "region" {}

        output "region" {
          value = var.regoin
        }

        """, isFlagged: true),
    RuleExample(
      name: "a resource that is not there",
      source: """
        resource "aws_lambda_function" "api" {
          function_name = "api"
          role          = aws_iam_role.api.arn
        }

        """, isFlagged: true),
    RuleExample(
      name: "everything declared",
      source: """
        variable "names" {
          type = set(string)
        }

        resource "aws_sqs_queue" "q" {
          for_each = var.names
          name     = each.value
        }

        output "queues" {
          value = [for name, queue in aws_sqs_queue.q : queue.arn]
        }

        """, isFlagged: false),
  ]

  static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult {
    let references = ModuleReferences(module)
    var result = ModuleResult()
    for reference in references.references where !reference.isEarly {
      if let provider = reference.provider, !references.isInUse(provider: provider, in: module) { continue }
      guard let finding = finding(reference, module) else { continue }
      if let doubt = doubt(reference.traversal, module, surroundings) {
        result.addUndecided(finding, doubt)
      } else {
        result.findings.append(finding)
      }
    }
    return result
  }

  /// Why a name may be declared after all: the module is not all there.
  private static func doubt(_ traversal: ScopeTraversal, _ module: Module, _ surroundings: ModuleSurroundings) -> String? {
    if traversal.rootName == "each" || traversal.rootName == "count" { return nil }
    if module.hasUnreadFiles { return "not all files of the module could be read" }
    if surroundings.lacksModules { return "a module that is called here is missing as well: files may be put in place before a run" }
    if surroundings.shared.directories.contains(module.directory) { return "these files seem to be linked or copied into other modules" }
    let name = traversal.attributeName(0).map { "\(traversal.rootName).\($0)" } ?? ""
    return surroundings.shared.declared[name].map { "\($0) declares it, and seems to be linked or copied into modules" }
  }

  private static func finding(_ reference: ModuleReferences.Reference, _ module: Module) -> Finding? {
    let traversal = reference.traversal
    let name = traversal.attributeName(0) ?? ""
    switch traversal.rootName {
    case "var":
      if name.isEmpty || module.variables[name] != nil { return nil }
      return finding(traversal, "an input variable", "var.\(name)", 1, hint("var.", name, module.variables.keys), module)
    case "local":
      if name.isEmpty || module.locals[name] != nil { return nil }
      return finding(traversal, "a local value", "local.\(name)", 1, hint("local.", name, module.locals.keys), module)
    case "module":
      if name.isEmpty || module.moduleCalls[name] != nil { return nil }
      return finding(traversal, "a module call", "module.\(name)", 1, hint("module.", name, module.moduleCalls.keys), module)
    case "each":
      return reference.hasEach ? nil : scoped(traversal, "each", "for_each")
    case "count":
      return reference.hasCount ? nil : scoped(traversal, "count", "count")
    case "path", "terraform", "tofu", "self": return nil
    default: return resourceFinding(traversal, module)
    }
  }

  private static func resourceFinding(_ traversal: ScopeTraversal, _ module: Module) -> Finding? {
    guard let key = traversal.resourceKey else { return nil }
    if module.resources[key] != nil { return nil }
    // Data sources of check blocks are known inside of them alone.
    if key.mode == .data, isInCheck(key, module) { return nil }
    let prefix = key.mode == .managed ? "" : "\(key.mode.rawValue)."
    let sameType = module.resources.keys.filter { $0.mode == key.mode && $0.type == key.type }.map(\.name)
    var suggestion = hint("\(prefix)\(key.type).", key.name, sameType)
    if suggestion == nil, let other = module.resources.keys.first(where: { $0.type == key.type && $0.name == key.name }) {
      suggestion = other.mode == .managed ? "\(other.type).\(other.name)" : "\(other.mode.rawValue).\(other.type).\(other.name)"
    }
    if suggestion == nil {
      let types = module.resources.keys.filter { $0.mode == key.mode && $0.name == key.name }.map(\.type)
      suggestion = suggestedName(for: key.type, among: types.sorted()).map { "\(prefix)\($0).\(key.name)" }
    }
    let what =
      switch key.mode {
      case .managed: "a resource"
      case .data: "a data source"
      case .ephemeral: "an ephemeral resource"
      }
    let steps = key.mode == .managed && traversal.rootName != "resource" ? 1 : 2
    return finding(traversal, what, "\(prefix)\(key.type).\(key.name)", steps, suggestion, module)
  }

  private static func isInCheck(_ key: ResourceKey, _ module: Module) -> Bool {
    module.otherBlocks.contains { block in
      block.type == "check"
        && block.body.blocks(ofType: "data").contains { $0.labels.map(\.value) == [key.type, key.name] }
    }
  }

  private static func hint(_ prefix: String, _ name: String, _ known: some Sequence<String>) -> String? {
    suggestedName(for: name, among: known.sorted()).map { prefix + $0 }
  }

  private static func finding(
    _ traversal: ScopeTraversal, _ what: String, _ address: String, _ steps: Int, _ suggestion: String?, _ module: Module
  ) -> Finding {
    var finding = Finding(
      rule: metadata, message: "There is no \(what.drop { $0 != " " }.dropFirst()) “\(address)” in this module", address: address,
      primary: DiagnosticLabel(traversal.range(throughStep: steps), suggestion.map { "did you mean “\($0)”?" } ?? "nothing declares it"))
    if let suggestion {
      finding.fix = Fix(
        title: "write \(suggestion)", safety: .unsafe,
        edits: [TextEdit(range: traversal.range(throughStep: steps), replacement: suggestion)])
    }
    return finding
  }

  private static func scoped(_ traversal: ScopeTraversal, _ name: String, _ argument: String) -> Finding {
    Finding(
      rule: metadata, message: "“\(name)” is used in a block without “\(argument)”", address: name,
      primary: DiagnosticLabel(traversal.range(throughStep: min(1, traversal.stepCount)), "has no meaning here"))
  }
}
