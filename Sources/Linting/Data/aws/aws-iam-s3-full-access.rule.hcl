rule "aws-iam-s3-full-access" {
  summary     = "The policy allows everything on every bucket"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0345"] }

  resource "aws_iam_policy" "aws_iam_role_policy" "aws_iam_user_policy" "aws_iam_group_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for a in s.actions : a == "*" || lower(a) == "s3:*"])
      && contains(s.resources, "*")
    ])
    at = self.policy
  }

  resource "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" "aws_iam_policy_attachment" {
    where   = self.policy_arn != null
    require = !endswith(self.policy_arn, "policy/AmazonS3FullAccess")
  }

  resource "aws_iam_role" {
    require = !any([for p in self.managed_policy_arns : endswith(p, "policy/AmazonS3FullAccess")])
    at      = self.managed_policy_arns
  }

  why  = "A program that needs one bucket can then read, open and delete all of them, backups included."
  help = "Name the bucket and the actions: s3:GetObject and s3:PutObject are nearly always enough."

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_role_policy_attachment" "app" {
        role       = "app"
        policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_role_policy_attachment" "app" {
        role       = "app"
        policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
      }
    TF
  }
}
