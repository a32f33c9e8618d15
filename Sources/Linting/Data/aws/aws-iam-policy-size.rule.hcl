rule "aws-iam-policy-size" {
  summary  = "The policy is longer than IAM takes"
  category = "correctness"
  severity = "medium"
  tags     = ["iam"]

  resource "aws_iam_policy" {
    require     = length(replace(self.policy, "/\\s/", "")) <= 6144
    at          = self.policy
    message     = "A managed policy may have 6,144 characters without white space."
    equivalents = { tflint = ["aws_iam_policy_too_long_policy"] }
  }

  resource "aws_iam_group_policy" {
    require     = length(replace(self.policy, "/\\s/", "")) <= 5120
    at          = self.policy
    message     = "The policies of a group may have 5,120 characters without white space."
    equivalents = { tflint = ["aws_iam_group_policy_too_long"] }
  }

  resource "aws_iam_user_policy" {
    require = length(replace(self.policy, "/\\s/", "")) <= 2048
    at      = self.policy
    message = "The policies of a user may have 2,048 characters without white space."
  }

  resource "aws_iam_role_policy" {
    require = length(replace(self.policy, "/\\s/", "")) <= 10240
    at      = self.policy
    message = "The policies of a role may have 10,240 characters without white space."
  }

  why  = "IAM refuses the policy when the plan is applied."
  help = "Use wildcards for related actions, or split the policy."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_user_policy" "backup" {
        name   = "backup"
        user   = "backup"
        policy = jsonencode({ Version = "2012-10-17", Statement = [for i in range(60) : { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::example-data-${i}/*" }] })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_user_policy" "backup" {
        name   = "backup"
        user   = "backup"
        policy = jsonencode({ Version = "2012-10-17", Statement = [for i in range(6) : { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::example-data-${i}/*" }] })
      }
    TF
  }
}
