rule "github-repository-protected" {
  summary     = "No branch of the repository is protected"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GIT_1"] }

  resource "github_repository" {
    where   = self.archived != true && self.is_template != true
    require = length(related("github_branch_protection", "repository_id")) > 0 || length(related("github_branch_protection_v3", "repository")) > 0 || length(related("github_repository_ruleset", "repository")) > 0
    at      = self
    message = "Everyone who may write can push to the default branch, and rewrite its history."
  }

  why  = "Without protection a push replaces the history of a branch, and nobody has to look at a change before it is built."
  help = "Add github_branch_protection for the default branch, or a github_repository_ruleset."

  references = ["https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository"]

  example "not protected" {
    flagged = <<-TF
      resource "github_repository" "shop" {
        name       = "shop"
        visibility = "private"
      }
    TF
  }

  example "protected" {
    accepted = <<-TF
      resource "github_repository" "shop" {
        name       = "shop"
        visibility = "private"
      }

      resource "github_branch_protection" "main" {
        repository_id = github_repository.shop.node_id
        pattern       = "main"
      }
    TF
  }
}
