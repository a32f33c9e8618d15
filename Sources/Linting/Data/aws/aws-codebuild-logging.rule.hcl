rule "aws-codebuild-logging" {
  summary     = "The build does not log"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_314"] }

  resource "aws_codebuild_project" {
    require = any([for c in self.logs_config : any([for l in concat(c.cloudwatch_logs, c.s3_logs) : l.status != "DISABLED"])])
    at      = self
  }

  why  = "A build that is tampered with, or that fails, leaves no trace of what it ran."
  help = "Add logs_config with cloudwatch_logs or s3_logs."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project"]

  example "without logs_config" {
    flagged = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"
      }
    TF
  }

  example "with logs_config" {
    accepted = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        logs_config {
          cloudwatch_logs {
            group_name = "builds"
          }
        }
      }
    TF
  }
}
