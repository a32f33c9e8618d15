import Diagnostics
import HCLEvaluation
import HCLSyntax
import SourceText
import TerraformModel

/// `terraform.workspace` where runs take place elsewhere.
enum WorkspaceRemote: SourceRule {
  static let metadata = RuleMetadata(
    name: "terraform-workspace-remote", summary: "terraform.workspace is used with remote runs", category: .correctness, severity: .low,
    packs: ["strict"], equivalents: RuleEquivalents(["tflint": ["terraform_workspace_remote"]]),
    why: """
      With the backend “remote”, versions of Terraform before 1.0 run everything in a workspace called default: the name that the \
      configuration reads is not the one that was selected.
      """,
    help: "Pass the name of the environment in as a variable, or use a cloud block, which names workspaces as they are.")

  static let examples = [
    RuleExample(
      name: "with the remote backend",
      source: """
        terraform {
          backend "remote" {
            organization = "shop"
          }
        }

        output "stage" {
          value = terraform.workspace
        }

        """, isFlagged: true),
    RuleExample(
      name: "as a variable",
      source: """
        terraform {
          backend "remote" {
            organization = "shop"
          }
        }

        variable "stage" {}

        output "stage" {
          value = var.stage
        }

        """, isFlagged: false),
  ]

  static func findings(in module: Module) -> [Finding] {
    guard module.settings.contains(where: { $0.body.blocks(ofType: "backend").contains { $0.labels.first?.value == "remote" } }) else { return [] }
    return ModuleReferences(module).references.compactMap { reference in
      let traversal = reference.traversal
      guard traversal.rootName == "terraform", traversal.attributeName(0) == "workspace" else { return nil }
      return Finding(
        rule: metadata, message: "The name of the workspace may not be the one that was selected", address: "terraform.workspace",
        primary: DiagnosticLabel(traversal.range))
    }
  }
}
