rule "github-branch-reviews" {
  summary     = "Changes of the branch need fewer than two reviews"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GIT_5"] }

  parameter "reviews" {
    default = 2
    summary = "How many approvals a change needs."
  }

  resource "github_branch_protection" "github_branch_protection_v3" {
    require = any([for r in self.required_pull_request_reviews : r.required_approving_review_count >= param.reviews])
    at      = self.required_pull_request_reviews
    message = "One person, or a stolen account, is enough to change the branch."
  }

  why  = "A second pair of eyes finds mistakes, and an account that was taken over cannot merge alone."
  help = <<-TEXT
    Set required_approving_review_count in required_pull_request_reviews; the parameter reviews says how many you ask for.
  TEXT

  references = ["https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection"]

  example "one" {
    flagged = <<-TF
      resource "github_branch_protection" "main" {
        repository_id = "shop"
        pattern       = "main"

        required_pull_request_reviews {
          required_approving_review_count = 1
        }
      }
    TF
  }

  example "two" {
    accepted = <<-TF
      resource "github_branch_protection" "main" {
        repository_id = "shop"
        pattern       = "main"

        required_pull_request_reviews {
          required_approving_review_count = 2
        }
      }
    TF
  }
}
