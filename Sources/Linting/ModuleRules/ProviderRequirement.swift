import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// Providers that a module uses without a version constraint.
enum ProviderRequirement: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-provider-version", summary: "A provider is used in whatever version is newest", category: .correctness, severity: .low,
    packs: ["strict"], equivalents: RuleEquivalents(["tflint": ["terraform_required_providers"]]),
    why: """
      A major version of a provider removes arguments and changes defaults. Without a constraint the module meets it on the day of its \
      release, in whichever configuration calls it first without a lock file.
      """,
    help: "Name the provider in required_providers with its source and a version, such as \">= 6.0\".",
    references: ["https://developer.hashicorp.com/terraform/language/providers/requirements"])

  static let examples = [
    RuleExample(
      name: "any version",
      source: """
        resource "aws_sqs_queue" "orders" {
          name = "orders"
        }

        """, isFlagged: true),
    RuleExample(
      name: "from one version on",
      source: """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = ">= 6.0"
            }
          }
        }

        resource "aws_sqs_queue" "orders" {
          name = "orders"
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    var result: [Finding] = []
    for (name, requirement) in module.requiredProviders.sorted(by: { $0.key < $1.key })
    where requirement.versionConstraint == nil && name != "terraform" {
      result.append(
        Finding(
          rule: metadata, message: "Provider “\(name)” is required in any version", address: "provider.\(name)",
          primary: DiagnosticLabel(requirement.location)))
    }
    let uses = ProviderUses(module)
    for (name, block) in uses.blocks.sorted(by: { $0.key < $1.key })
    where module.requiredProviders[name] == nil && name != "terraform" {
      result.append(
        Finding(
          rule: metadata, message: "Provider “\(name)” is used, and required_providers does not name it", address: "provider.\(name)",
          primary: DiagnosticLabel(block.header)))
    }
    return result
  }
}

/// Providers that a module requires and does not use.
enum UnusedProvider: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-unused-provider", summary: "A required provider is not used", category: .style, severity: .info, packs: ["strict"],
    equivalents: RuleEquivalents(["tflint": ["terraform_unused_required_providers"]]),
    why: "Every init downloads the provider, and its version constraint binds those who call the module, for nothing.",
    help: "Remove it from required_providers. It may stay where it is there to bind the versions of modules that are called.")

  static let examples = [
    RuleExample(
      name: "nothing of it",
      source: """
        terraform {
          required_providers {
            random = {
              source  = "hashicorp/random"
              version = ">= 3.0"
            }
          }
        }

        """, isFlagged: true),
    RuleExample(
      name: "in use",
      source: """
        terraform {
          required_providers {
            random = {
              source  = "hashicorp/random"
              version = ">= 3.0"
            }
          }
        }

        resource "random_pet" "name" {}

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    let uses = ProviderUses(module)
    return module.requiredProviders.sorted { $0.key < $1.key }.compactMap { name, requirement in
      if uses.blocks[name] != nil || uses.others.contains(name) { return nil }
      let range = requirement.location
      return Finding(
        rule: metadata, message: "Nothing in the module uses provider “\(name)”", address: "provider.\(name)", primary: DiagnosticLabel(range),
        fix: Fix(
          title: "remove it", safety: .unsafe, edits: [TextEdit(range: SourceLines.wholeLines(range), replacement: "")]))
    }
  }
}

/// The local names of providers that a module uses.
struct ProviderUses {
  /// The first block that uses each.
  private(set) var blocks: [String: BlockSyntax] = [:]
  /// Those that only module calls and functions name.
  private(set) var others: Set<String> = []

  init(_ module: Module) {
    for resource in module.resourcesInOrder {
      let chosen = resource.providerExpression.flatMap { staticTraversal($0)?.first }
      add(chosen ?? String(resource.key.type.prefix { $0 != "_" }), resource.block)
    }
    for provider in module.providers { add(provider.localName, provider.block) }
    others = Set(ModuleReferences(module).providers.map { String($0.prefix { $0 != "." }) })
    module.forEachExpression { expression, _ in
      guard case .functionCall(let name, _, _) = expression.expression else { return }
      let parts = expression.tree.name(name).split(separator: ":", omittingEmptySubsequences: true)
      if parts.count == 3, parts[0] == "provider" { others.insert(String(parts[1])) }
    }
  }

  private mutating func add(_ name: String, _ block: BlockSyntax) {
    if blocks[name] == nil { blocks[name] = block }
  }
}
