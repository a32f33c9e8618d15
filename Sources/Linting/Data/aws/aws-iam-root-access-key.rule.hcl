rule "aws-iam-root-access-key" {
  summary     = "The root user gets an access key"
  category    = "security"
  severity    = "critical"
  tags        = ["iam", "cis-aws/1.4"]
  equivalents = { checkov = ["CKV_AWS_348"], trivy = ["AWS-0141"] }

  resource "aws_iam_access_key" {
    require = self.user != "root"
  }

  why  = "A key of the root user can do everything, cannot be restricted, and a copy of it lies in the state."
  help = "Remove the key, and use roles."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key"]

  example "user is root" {
    flagged = <<-TF
      resource "aws_iam_access_key" "root" {
        user = "root"
      }
    TF
  }

  example "user is backup" {
    accepted = <<-TF
      resource "aws_iam_access_key" "root" {
        user = "backup"
      }
    TF
  }
}
