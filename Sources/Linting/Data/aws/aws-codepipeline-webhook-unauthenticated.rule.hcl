rule "aws-codepipeline-webhook-unauthenticated" {
  summary  = "Anyone may start the pipeline"
  category = "security"
  severity = "high"
  tags     = ["public"]

  resource "aws_codepipeline_webhook" {
    require = self.authentication != "UNAUTHENTICATED"
  }

  why  = "A stranger who learns the address starts deployments at will."
  help = "Use GITHUB_HMAC with a secret, or a connection of CodeStar."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codepipeline_webhook"]

  example "authentication is UNAUTHENTICATED" {
    flagged = <<-TF
      resource "aws_codepipeline_webhook" "app" {
        name            = "app"
        authentication  = "UNAUTHENTICATED"
        target_action   = "Source"
        target_pipeline = "app"
      }
    TF
  }

  example "authentication is GITHUB_HMAC" {
    accepted = <<-TF
      resource "aws_codepipeline_webhook" "app" {
        name            = "app"
        authentication  = "GITHUB_HMAC"
        target_action   = "Source"
        target_pipeline = "app"
      }
    TF
  }
}
