rule "aws-iam-policy-version" {
  summary  = "The policy is read in the language of 2008"
  category = "correctness"
  severity = "low"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_iam_policy" "aws_iam_role_policy" "aws_iam_user_policy" "aws_iam_group_policy" {
    let     = { document = parsed(self.policy) }
    where   = document != null
    require = try(document.Version, "2008-10-17") == "2012-10-17"
    at      = self.policy
    message = "Without Version = 2012-10-17 policy variables such as aws:username are plain text."
  }

  why  = "A statement for a folder that is named by a variable then fits a folder whose name is that of the variable, and nothing else."
  help = "Set Version = 2012-10-17."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_policy" "read" {
        name = "read"

        policy = jsonencode({
          Statement = [{
            Effect   = "Allow"
            Action   = "s3:GetObject"
            Resource = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_policy" "read" {
        name = "read"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "s3:GetObject"
            Resource = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }
}
