rule "github-branch-signed-commits" {
  summary     = "The branch takes commits without a signature"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GIT_6"], trivy = ["GIT-0004"] }

  resource "github_branch_protection" "github_branch_protection_v3" {
    require = self.require_signed_commits == true
    message = "A commit may carry the name of anybody."

    fix {
      set    = { require_signed_commits = true }
      safety = "unsafe"
    }
  }

  why  = "Name and address of a commit are what its author writes; only a signature proves them."
  help = "Set require_signed_commits = true."

  references = ["https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection"]

  example "not signed" {
    flagged = <<-TF
      resource "github_branch_protection" "main" {
        repository_id = "shop"
        pattern       = "main"
      }
    TF
  }

  example "signed" {
    accepted = <<-TF
      resource "github_branch_protection" "main" {
        repository_id          = "shop"
        pattern                = "main"
        require_signed_commits = true
      }
    TF
  }
}
