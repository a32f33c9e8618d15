rule "github-webhook-tls" {
  summary     = "The webhook does not verify who receives it"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_GIT_2"] }

  resource "github_repository_webhook" "github_organization_webhook" {
    each    = self.configuration
    require = each.value.insecure_ssl != true
    message = "The certificate of the receiver is not checked."
  }

  why  = <<-TEXT
    Events name branches, people and commits; without the check anyone on the way can read them and answer in the receiver's place.
  TEXT
  help = "Remove insecure_ssl."

  references = ["https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook"]

  example "not checked" {
    flagged = <<-TF
      resource "github_repository_webhook" "ci" {
        repository = "shop"
        events     = ["push"]

        configuration {
          url          = "https://ci.example.com/hook"
          content_type = "json"
          insecure_ssl = true
        }
      }
    TF
  }

  example "checked" {
    accepted = <<-TF
      resource "github_repository_webhook" "ci" {
        repository = "shop"
        events     = ["push"]

        configuration {
          url          = "https://ci.example.com/hook"
          content_type = "json"
        }
      }
    TF
  }
}
