rule "aws-iam-user-access-keys" {
  summary     = "A user has more than one access key"
  category    = "security"
  severity    = "low"
  tags        = ["iam", "cis-aws/1.13"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0167"] }

  resource "aws_iam_user" {
    require = length(related("aws_iam_access_key", "user")) <= 1
    at      = self
  }

  why  = "A second key is needed for the days of a rotation only; left alone it is a key that nobody watches."
  help = "Remove the older key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user"]

  example "with aws_iam_access_key" {
    flagged = <<-TF
      resource "aws_iam_user" "backup" {
        name = "backup"
      }

      resource "aws_iam_access_key" "first" {
        user = aws_iam_user.backup.name
      }

      resource "aws_iam_access_key" "second" {
        user = aws_iam_user.backup.name
      }
    TF
  }

  example "without aws_iam_access_key" {
    accepted = <<-TF
      resource "aws_iam_user" "backup" {
        name = "backup"
      }

      resource "aws_iam_access_key" "first" {
        user = aws_iam_user.backup.name
      }
    TF
  }
}
