rule "github-repository-public" {
  summary     = "The repository is public"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GIT_1"], trivy = ["GIT-0001"] }

  resource "github_repository" {
    require = self.visibility != null ? contains(["private", "internal"], self.visibility) : self.private == true
    message = "Everyone may read the code and its history."
    at      = self
  }

  why  = <<-TEXT
    The provider makes a public repository unless it is told otherwise, and what was public once has been copied: code, history, and the
    secrets in both.
  TEXT
  help = "Set visibility = \"private\" or \"internal\"."

  references = ["https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository"]

  example "public by default" {
    flagged = <<-TF
      resource "github_repository" "shop" {
        name = "shop"
      }
    TF
  }

  example "private" {
    accepted = <<-TF
      resource "github_repository" "shop" {
        name       = "shop"
        visibility = "private"
      }
    TF
  }
}
