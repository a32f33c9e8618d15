import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Declarations that nothing in their module uses.
enum UnusedDeclaration: ModuleRule {
  static let metadata = RuleMetadata(
    name: "terraform-unused-declaration", summary: "A declaration is never used", category: .correctness, severity: .low,
    equivalents: RuleEquivalents(["tflint": ["terraform_unused_declarations"]]),
    why: """
      A variable that is never read misleads callers, who set it and see no effect; an unused data source costs a request in each plan. \
      Often the name is misspelt where it should have been used.
      """,
    help: "Use the declaration or remove it. A variable of a module is part of its interface: callers must stop passing it first.")

  static let examples = [
    RuleExample(
      name: "a variable and a local that nothing reads",
      source: """
        variable "region" {}

        locals {
          name = "web"
        }

        """, isFlagged: true),
    RuleExample(
      name: "everything is used",
      source: """
        variable "region" {}

        output "region" {
          value = var.region
        }

        """, isFlagged: false),
    RuleExample(
      name: "reading it writes the archive",
      source: """
        data "archive_file" "code" {
          type        = "zip"
          source_dir  = "code"
          output_path = "code.zip"
        }

        """, isFlagged: false),
    RuleExample(
      name: "a source that is put together",
      source: """
        variable "release" {
          default = "main"
        }

        module "network" {
          source = "git::https://example.com/network.git?ref=${var.release}"
        }

        """, isFlagged: false),
  ]

  static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult {
    // Who cannot see all files cannot say that none of them uses a name; what stands in a link is used where else it is linked.
    let links = Set(module.files.filter(\.isLink).map(\.source.path))
    let doubt: String? =
      if module.hasUnreadFiles {
        "not all files of the module could be read"
      } else if surroundings.shared.directories.contains(module.directory) {
        "these files seem to be linked or copied into other modules"
      } else {
        nil
      }
    var result = ModuleResult()
    for finding in findings(module, used: surroundings.shared.used) where !links.contains(finding.primary.range.file.path) {
      if let doubt {
        result.addUndecided(finding, doubt)
      } else {
        result.findings.append(finding)
      }
    }
    return result
  }

  private static func findings(_ module: Module, used usedElsewhere: Set<String>) -> [Finding] {
    let references = ModuleReferences(module)
    var used = usedElsewhere
    for reference in references.references {
      if let name = reference.traversal.declarationName { used.insert(name) }
    }
    var result: [Finding] = []
    for (name, variable) in module.variables.sorted(by: { $0.key < $1.key }) where !used.contains("var.\(name)") {
      result.append(finding("var.\(name)", "The variable “\(name)” is never used", variable.block.header, whole: variable.block.range))
    }
    for (name, local) in module.locals.sorted(by: { $0.key < $1.key }) where !used.contains("local.\(name)") {
      let attribute = local.attribute
      let range = SourceRange(file: attribute.tree.file, bytes: attribute.nameRange)
      result.append(finding("local.\(name)", "The local value “\(name)” is never used", range, whole: attribute.range))
    }
    for resource in module.resourcesInOrder where resource.key.mode == .data {
      let address = "data.\(resource.key.type).\(resource.key.name)"
      // Conditions in the block are a use: the data source is read for them. Others are read for what reading does.
      if used.contains(address) || hasConditions(resource) || acting.contains(resource.key.type) { continue }
      result.append(finding(address, "The data source “\(address)” is never used", resource.block.header, whole: resource.block.range))
    }
    result += unusedProviders(module, references)
    return result
  }

  /// Data sources that write a file, run a program, send a request, fail or make a service account when they are read.
  private static let acting: Set<String> = [
    "archive_file", "external", "google_bigquery_default_service_account", "google_storage_project_service_account",
    "google_storage_transfer_project_service_account", "http", "validation_error", "validation_warning",
  ]

  private static func hasConditions(_ resource: ResourceDeclaration) -> Bool {
    guard let lifecycle = resource.lifecycle else { return false }
    return !lifecycle.body.blocks(ofType: "postcondition").isEmpty || !lifecycle.body.blocks(ofType: "precondition").isEmpty
  }

  private static func unusedProviders(_ module: Module, _ references: ModuleReferences) -> [Finding] {
    module.providers.compactMap { provider in
      guard let alias = provider.alias, !references.providers.contains("\(provider.localName).\(alias)") else { return nil }
      return finding(
        "provider.\(provider.localName).\(alias)", "The provider configuration “\(provider.localName).\(alias)” is never used",
        provider.block.header, whole: provider.block.range)
    }
  }

  private static func finding(_ address: String, _ message: String, _ range: SourceRange, whole: SourceRange) -> Finding {
    Finding(
      rule: metadata, message: message, address: address, primary: DiagnosticLabel(range, "declared here"),
      fix: Fix(title: "remove it", safety: .unsafe, edits: [TextEdit(range: SourceLines.wholeLines(whole), replacement: "")]))
  }
}
