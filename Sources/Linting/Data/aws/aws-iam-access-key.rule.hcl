rule "aws-iam-access-key" {
  summary     = "An access key without an end is created"
  category    = "security"
  severity    = "low"
  tags        = ["iam", "cis-aws/1.14"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0146"] }

  resource "aws_iam_access_key" {
    require = false
    at      = self
    message = "The key of ${self.user} is valid until somebody removes it, and its secret lies in the state."
  }

  why  = "Keys are copied to laptops and pipelines, leak from there, and nobody changes them after 90 days."
  help = "Give programs a role; pipelines get one by OIDC."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_access_key" "backup" {
        user = "backup"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_user" "backup" {
        name = "backup"
      }
    TF
  }
}
