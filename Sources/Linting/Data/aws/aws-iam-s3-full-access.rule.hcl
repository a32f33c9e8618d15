rule "aws-iam-s3-full-access" {
  summary     = "The policy allows everything on every bucket"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0345"] }

  subject "aws-iam-policy" {
    require = !any([
      for s in statements :
      s.effect == "Allow"
      && any([for a in s.actions : a == "*" || lower(a) == "s3:*"])
      && contains(s.resources, "*")
    ])
    at = document
  }

  data "aws_iam_policy_document" {
    each    = self.statement
    where   = each.value.effect != "Deny" && length(each.value.principals) == 0
    require = !(any([for a in each.value.actions : a == "*" || lower(a) == "s3:*"]) && any([for r in each.value.resources : r == "*"]))
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

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "policy_arn is arn:aws:iam::aws:policy/AmazonS3FullAccess" {
    flagged = <<-TF
      resource "aws_iam_role_policy_attachment" "app" {
        role       = "app"
        policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
      }
    TF
  }

  example "policy_arn is arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" {
    accepted = <<-TF
      resource "aws_iam_role_policy_attachment" "app" {
        role       = "app"
        policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
      }
    TF
  }
}
